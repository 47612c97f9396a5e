"""Saved news pages in, a dated archive out.

story = backfile.read(html, url="https://...")
for capture in backfile.read_captures("crawl.warc.gz"): ...
with backfile.open("archive") as archive: archive.add("crawl.warc.gz")
"""

__version__ = "0.1.0"
