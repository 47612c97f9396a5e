"""How an archive bears its size: `python -m bench.scale SIZE ...` fills archives with made-up stories, reads them, and prints tables."""
