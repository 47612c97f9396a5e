"""Saved files in, captures out: HTML, text, WARC, ARC, WACZ, WordPress exports, and zips of them."""
