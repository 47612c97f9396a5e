"""Saved files in: html text warc wacz wxr archive-of-files -> Capture (docs/sources.md)."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from backfile.capture.damage import text_damage
    from backfile.capture.files import SourceFile, source_files
    from backfile.capture.loading import load_capture
    from backfile.capture.sources import read_captures
    from backfile.capture.wacz import check_wacz

__all__ = ["SourceFile", "check_wacz", "load_capture", "read_captures", "source_files", "text_damage"]

_HOMES = {
    "SourceFile": "files",
    "check_wacz": "wacz",
    "load_capture": "loading",
    "read_captures": "sources",
    "source_files": "files",
    "text_damage": "damage",
}


def __getattr__(name: str) -> Any:
    """Each loaded when first used: a page at hand is read without the readers of WARC and zips (PEP 562)."""
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'backfile.capture' has no attribute {name!r}")
    return getattr(import_module(f"backfile.capture.{home}"), name)
