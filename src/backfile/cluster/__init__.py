"""The same reading on many machines: web archives in, a corpus of Parquet files out, on Dask (docs/cluster.md)."""
