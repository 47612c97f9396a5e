"""The trace of a passage: who printed it, in the order of their days, and what became of it (docs/threads.md)."""

from typing import Any, NamedTuple

from backfile.model.changes import WordRun
from backfile.model.plain_values import plain_record
from backfile.model.story import Stamp, Window


class VersionMark(NamedTuple):
    """A version of a story in which the passage came or went."""

    version: str
    """Its id."""
    first_seen: str | None
    mark: str
    """came: the version before has it not; went: the version before has it"""

    def to_dict(self) -> dict[str, Any]:
        """The record as plain values."""
        return plain_record(self)


class Print(NamedTuple):
    """A story that prints the passage, or printed it in an earlier version."""

    id: str
    outlet: str | None
    headline: str | None
    url: str | None
    published: Stamp | None
    """With the basis of the day; None of an undated story."""
    window: Window
    relation: str
    """repeated | cut | changed: beside the passage asked for"""
    share: float
    """The part of the passage's words that it has, in their order."""
    text: str
    """As it is printed there."""
    runs: tuple[WordRun, ...]
    """The passage and that text side by side; none where it is repeated."""
    credit: str | None
    """The agency or outlet that the story names as the source of its text."""
    is_source: bool
    """True where the outlet is the one that a credit of these prints names."""
    speakers: tuple[str, ...]
    """Who is quoted in it there."""
    versions: tuple[VersionMark, ...]
    is_gone: bool
    """True where the story's newest version has it no more."""

    def to_dict(self) -> dict[str, Any]:
        """The record as plain values."""
        return plain_record(self)


class Trace(NamedTuple):
    """Who printed a passage."""

    text: str
    """As asked for."""
    prints: tuple[Print, ...]
    """Those of known day first, in the order of their days; then the undated."""
    total: int
    """How many stories have its rarest words, where they are more than were looked at; else as many as print it."""
    origin: str | None
    """The agency or outlet that the earliest credit among them names."""

    @property
    def first(self) -> Print | None:
        """The first of known day; None where no day is known."""
        return next((one for one in self.prints if one.published), None)

    @property
    def last(self) -> Print | None:
        """The last of known day that still has it."""
        return next((one for one in reversed(self.prints) if one.published and not one.is_gone), None)

    def to_dict(self) -> dict[str, Any]:
        """The record as plain values."""
        return plain_record(self)
