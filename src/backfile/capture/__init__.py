"""Saved files in: html text warc wacz wxr archive-of-files -> Capture (docs/sources.md)."""

from backfile.capture.damage import text_damage
from backfile.capture.files import SourceFile, source_files
from backfile.capture.loading import load_capture
from backfile.capture.sources import read_captures
from backfile.capture.wacz import check_wacz

__all__ = ["SourceFile", "check_wacz", "load_capture", "read_captures", "source_files", "text_damage"]
