"""Capture -> Page: decoding, the tree, blocks in reading order, metadata."""
