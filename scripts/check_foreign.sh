#!/bin/bash
# Exports of the sample back file, read by others' programs: the WACZ by py-wacz, the Parquet by DuckDB and Polars.
set -euo pipefail
WORK=build/foreign
rm -rf "$WORK"
mkdir -p build
PYTHON=${PYTHON:-python3} VENV=$WORK scripts/make_venv.sh
"$WORK/bin/python" -m pip --disable-pip-version-check --quiet install wacz==0.6.0 duckdb==2.0.1 polars==2.1.0
"$BIN/backfile" add samples/saved --archive "$WORK/back" --quiet > /dev/null || true # one of its files is cut off on purpose
"$BIN/backfile" export --format wacz --to "$WORK/back.wacz" --archive "$WORK/back" --quiet || true # posts of an export are left out
"$BIN/backfile" export --format parquet --to "$WORK/tables" --archive "$WORK/back"
"$WORK/bin/wacz" validate --file "$WORK/back.wacz"
"$WORK/bin/python" - "$WORK/tables" <<'END'
import sys

import duckdb
import polars

files = f"{sys.argv[1]}/stories/*/*.parquet"
by_year = dict(duckdb.sql(f"SELECT year, count(*) FROM read_parquet('{files}', hive_partitioning=1) GROUP BY year").fetchall())
stories = polars.scan_parquet(files, hive_partitioning=True).collect()
assert sum(by_year.values()) == len(stories) == 57, by_year
assert by_year[None] == stories["year"].null_count() == stories["date"].null_count() - 1, by_year
print("DuckDB and Polars:", len(stories), "stories,", by_year[None], "undated")
END
