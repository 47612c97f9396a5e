"""Saved news pages in, a dated archive out.

story = backfile.read(html, url="https://...")
for capture in backfile.read_captures("crawl.warc.gz"): ...
with backfile.open("archive") as archive: archive.add("crawl.warc.gz")
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from os import PathLike

    from backfile.archive import Archive
    from backfile.capture import load_capture, read_captures
    from backfile.errors import BackfileError
    from backfile.ingest import OpenArchive
    from backfile.model.capture import Capture, Place, Skipped, SkipReason
    from backfile.model.entry import Entry, SearchResult, Stats
    from backfile.model.reasons import Reason
    from backfile.model.story import Story
    from backfile.reading import read, read_text

__version__ = "0.1.0"

__all__ = [
    "Archive",
    "BackfileError",
    "Capture",
    "Entry",
    "OpenArchive",
    "Place",
    "Reason",
    "SearchResult",
    "SkipReason",
    "Skipped",
    "Stats",
    "Story",
    "load_capture",
    "open",
    "read",
    "read_captures",
    "read_text",
]

_HOMES = {
    "Archive": "archive",
    "BackfileError": "errors",
    "Capture": "model.capture",
    "Entry": "model.entry",
    "OpenArchive": "ingest",
    "Place": "model.capture",
    "Reason": "model.reasons",
    "SearchResult": "model.entry",
    "SkipReason": "model.capture",
    "Skipped": "model.capture",
    "Stats": "model.entry",
    "Story": "model.story",
    "load_capture": "capture",
    "read": "reading",
    "read_captures": "capture",
    "read_text": "reading",
}
"""Where each public name lives; loaded when first used, so that `import backfile` stays quick (PEP 562)."""


def open(folder: "str | PathLike[str]") -> "OpenArchive":  # noqa: A001 - reads as it is used: backfile.open("archive")
    """The archive in the folder, to read and to add to. The first `add` makes it; reading raises ArchiveMissing."""
    from backfile.ingest import OpenArchive

    return OpenArchive(folder)


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'backfile' has no attribute {name!r}")
    return getattr(import_module(f"backfile.{home}"), name)


def __dir__() -> list[str]:
    return sorted({*__all__, *globals()})
