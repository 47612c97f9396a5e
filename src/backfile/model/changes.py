"""What changed from one text to another, and between versions of a story: word by word, with what matters of it."""

from dataclasses import dataclass
from typing import Any, NamedTuple

from backfile.model.flat_rows import WHEN, Columns, Row, when_row
from backfile.model.plain_values import plain_record
from backfile.model.result_page import ResultPage
from backfile.model.story import Stamp, Window

CHANGE_KINDS = ("correction", "update", "silent", "date-only", "headline-only")
_AS_THEY_ARE: Columns = {
    "story": "string", "before": "string", "after": "string", "kind": "string", "seen": "string", "weight": "int64",
    "headline": "string", "outlet": "string", "url": "string",
}  # fmt: skip
CHANGE_COLUMNS: Columns = {**_AS_THEY_ARE, **WHEN}


class WordRun(NamedTuple):
    """A run of words beside those in the same place of another text. All runs in order give both texts, letter for letter."""

    kind: str
    """same | added: not in the text before | cut: only there | changed: other words in the same place"""
    before: str
    after: str

    def to_dict(self) -> dict[str, Any]:
        """The record as plain values."""
        return plain_record(self)


class FieldChange(NamedTuple):
    """A field of a story that changed."""

    field: str
    runs: tuple[WordRun, ...]

    def to_dict(self) -> dict[str, Any]:
        """The record as plain values."""
        return plain_record(self)


class Matter(NamedTuple):
    """What matters in a change: of one kind, what is there no more, and what is new."""

    kind: str
    """names | numbers | days | quotations"""
    gone: tuple[str, ...]
    come: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """The record as plain values."""
        return plain_record(self)


class Diff(NamedTuple):
    """Two texts side by side."""

    fields: tuple[FieldChange, ...]
    """Those that differ."""
    matters: tuple[Matter, ...]
    """Names, numbers, days and quotations that only one of them has."""

    @property
    def weight(self) -> int:
        """How much of it matters: the names, numbers, days and quotations that only one has."""
        return sum(len(matter.gone) + len(matter.come) for matter in self.matters)

    def to_dict(self) -> dict[str, Any]:
        """The record as plain values."""
        return plain_record(self) | {"weight": self.weight}


class Change(NamedTuple):
    """A story's change from one version to another."""

    story: str
    before: str
    """The ids of the versions, as in Story.versions."""
    after: str
    kind: str
    """correction | update | silent | date-only | headline-only"""
    seen: str | None
    """When the later version was seen first, UTC; None where no capture says."""
    weight: int
    """How much of it matters (`Diff.weight`)."""
    headline: str | None
    """Of the later version, as all that follows."""
    outlet: str | None
    url: str | None
    published: Stamp | None
    window: Window
    diff: Diff | None = None
    """Word by word; a list of changes has none."""

    def to_row(self) -> Row:
        """The record as a row of CHANGE_COLUMNS."""
        return {**{name: getattr(self, name) for name in _AS_THEY_ARE}, **when_row(self.published, self.window)}

    def to_dict(self) -> dict[str, Any]:
        """The record as plain values."""
        record = plain_record(self)
        return record | {"diff": self.diff.to_dict() if self.diff else None}


@dataclass(frozen=True, repr=False)
class ChangeResult(ResultPage[Change]):
    """One page of a list of changes: the sequence of its changes."""

    columns = CHANGE_COLUMNS

    total: int
    changes: tuple[Change, ...]

    @property
    def _items(self) -> tuple[Change, ...]:
        return self.changes
