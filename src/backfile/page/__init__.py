"""Capture -> Page: decoding, the tree, blocks in reading order, metadata."""

from backfile.page.build import absolute, build_page

__all__ = ["absolute", "build_page"]
