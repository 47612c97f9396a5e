"""What adding to an archive did, and how far it has come."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from backfile.model.plain_values import plain_record


class Progress(NamedTuple):
    """How far adding has come."""

    file: str
    """The file that is being read; "" before the first and after the last."""
    done: int
    """Bytes of the files given, of `total`."""
    total: int
    captures: int
    stories: int
    """New ones; so `undated`."""
    undated: int
    skipped: int
    faults: int

    def to_dict(self) -> dict[str, Any]:
        """The record as plain values."""
        return plain_record(self)


@dataclass(slots=True)
class Added:
    """What an adding did."""

    captures: int = 0
    """Captures met, those that were in already too."""
    held: int = 0
    """Captures that were in the archive already."""
    stories: int = 0
    """New ones."""
    versions: int = 0
    """New ones, the first of new stories too."""
    undated: int = 0
    """New versions that nothing dates."""
    doubtful: int = 0
    """New versions whose reading is in doubt."""
    doubts: Counter[str] = field(default_factory=Counter)
    """Why, by word: a version may have several."""
    skipped: Counter[str] = field(default_factory=Counter)
    """Captures that hold no story, by reason."""
    faults: int = 0
    """Captures and files that could not be read: among the skipped."""
    damaged: int = 0
    """Captures read out of bytes that are damaged in part: among the stories, with a line in the report."""
    told: list[str] = field(default_factory=list)
    """A line for a person on each of the first faults: place, reason, what to do."""
    is_stopped: bool = False
    """True where it was stopped before the end; the same call goes on from there."""
    report: str = ""
    """The file that lists every capture and what became of it."""

    def to_dict(self) -> dict[str, Any]:
        """The record as plain values."""
        return plain_record(self)
