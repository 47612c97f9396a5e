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
    from backfile.errors import (
        ArchiveDamaged,
        ArchiveError,
        ArchiveFull,
        ArchiveLocked,
        ArchiveMissing,
        ArchiveOutdated,
        BackfileError,
        DayRefused,
        ExtraMissing,
        OutputRefused,
        QueryError,
        QuotationMissing,
        SourceError,
        SourceMissing,
        SourceUnreadable,
        StoryForgotten,
        StoryLeftOut,
        StoryMissing,
        TakedownRefused,
    )
    from backfile.model.added import Added, Progress
    from backfile.model.capture import Capture, ExportFields, Place, Skipped, SkipReason
    from backfile.model.changes import Change, ChangeResult, Diff, FieldChange, Matter, WordRun
    from backfile.model.doubts import Doubt
    from backfile.model.entry import (
        CaptureEntry,
        Doubtful,
        DoubtfulResult,
        Entry,
        Fault,
        LikelyDay,
        SearchResult,
        Stats,
        Undated,
        UndatedResult,
    )
    from backfile.model.quotation import (
        Aligned,
        Difference,
        Ground,
        Quotation,
        QuotationResult,
        Speaker,
        SpeakerEntry,
        Utterance,
        Variant,
        Voice,
    )
    from backfile.model.reasons import OtherStory, Reason
    from backfile.model.story import (
        Author,
        BodyBlock,
        Copy,
        Credit,
        Dateline,
        DateMention,
        Evidence,
        Furniture,
        Image,
        Link,
        Named,
        Note,
        Outlet,
        Quote,
        Stamp,
        Story,
        ThreadLink,
        Version,
        Window,
    )
    from backfile.model.takedown_grounds import TakedownGround
    from backfile.model.traces import Print, Trace, VersionMark
    from backfile.open_archive import OpenArchive
    from backfile.reading import extract, read, read_text
    from backfile.taking_down import Redacted, TakenOut, Word

__version__ = "0.1.0"

__all__ = [
    "Added",
    "Aligned",
    "Archive",
    "ArchiveDamaged",
    "ArchiveError",
    "ArchiveFull",
    "ArchiveLocked",
    "ArchiveMissing",
    "ArchiveOutdated",
    "Author",
    "BackfileError",
    "BodyBlock",
    "Capture",
    "CaptureEntry",
    "Change",
    "ChangeResult",
    "Copy",
    "Credit",
    "DateMention",
    "Dateline",
    "DayRefused",
    "Diff",
    "Difference",
    "Doubt",
    "Doubtful",
    "DoubtfulResult",
    "Entry",
    "Evidence",
    "ExportFields",
    "ExtraMissing",
    "Fault",
    "FieldChange",
    "Furniture",
    "Ground",
    "Image",
    "LikelyDay",
    "Link",
    "Matter",
    "Named",
    "Note",
    "OpenArchive",
    "OtherStory",
    "Outlet",
    "OutputRefused",
    "Place",
    "Print",
    "Progress",
    "QueryError",
    "Quotation",
    "QuotationMissing",
    "QuotationResult",
    "Quote",
    "Reason",
    "Redacted",
    "SearchResult",
    "SkipReason",
    "Skipped",
    "SourceError",
    "SourceMissing",
    "SourceUnreadable",
    "Speaker",
    "SpeakerEntry",
    "Stamp",
    "Stats",
    "Story",
    "StoryForgotten",
    "StoryLeftOut",
    "StoryMissing",
    "TakedownGround",
    "TakedownRefused",
    "TakenOut",
    "ThreadLink",
    "Trace",
    "Undated",
    "UndatedResult",
    "Utterance",
    "Variant",
    "Version",
    "VersionMark",
    "Voice",
    "Window",
    "Word",
    "WordRun",
    "extract",
    "load_capture",
    "open",
    "read",
    "read_captures",
    "read_text",
]

_NAMES = {
    "errors": "ArchiveDamaged ArchiveError ArchiveFull ArchiveLocked ArchiveMissing ArchiveOutdated BackfileError DayRefused ExtraMissing OutputRefused QueryError QuotationMissing SourceError SourceMissing SourceUnreadable StoryForgotten StoryLeftOut StoryMissing TakedownRefused",
    "model.capture": "Capture ExportFields Place Skipped SkipReason",
    "model.traces": "Print Trace VersionMark",
    "model.story": "Author BodyBlock Copy Credit DateMention Dateline Evidence Furniture Image Link Named Note Outlet Quote Stamp Story ThreadLink Version Window",
    "model.changes": "Change ChangeResult Diff FieldChange Matter WordRun",
    "model.doubts": "Doubt",
    "model.entry": "CaptureEntry Doubtful DoubtfulResult Entry Fault LikelyDay SearchResult Stats Undated UndatedResult",
    "model.quotation": "Aligned Difference Ground Quotation QuotationResult Speaker SpeakerEntry Utterance Variant Voice",
    "model.reasons": "OtherStory Reason",
    "model.takedown_grounds": "TakedownGround",
    "taking_down": "Redacted TakenOut Word",
    "archive": "Archive",
    "capture": "load_capture read_captures",
    "open_archive": "OpenArchive",
    "model.added": "Added Progress",
    "reading": "extract read read_text",
}
"""The public names of each module; loaded when first used, so that `import backfile` stays quick (PEP 562)."""
_HOMES = {name: home for home, names in _NAMES.items() for name in names.split()}


def open(folder: "str | PathLike[str]") -> "OpenArchive":  # noqa: A001 - reads as it is used: backfile.open("archive")
    """The archive in the folder, to read and to add to. The first `add` makes it; reading raises ArchiveMissing."""
    from backfile.open_archive import OpenArchive

    return OpenArchive(folder)


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'backfile' has no attribute {name!r}")
    return getattr(import_module(f"backfile.{home}"), name)


def __dir__() -> list[str]:
    return sorted({*__all__, *globals()})
