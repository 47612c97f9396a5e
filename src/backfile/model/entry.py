"""What an archive gives out in lists: one entry a story, never without its date or the word that it has none."""

from dataclasses import dataclass
from typing import Any, NamedTuple

from backfile.model.capture import Place
from backfile.model.doubts import Doubt
from backfile.model.flat_rows import WHEN, Columns, Row, when_row
from backfile.model.notebook_views import html_of
from backfile.model.plain_values import plain_record
from backfile.model.reasons import Reason
from backfile.model.result_page import ResultPage
from backfile.model.story import Stamp, Window

_AS_THEY_ARE: Columns = {
    "headline": "string", "outlet": "string", "url": "string", "kind": "string", "excerpt": "string",
    "version_count": "int64", "copy_count": "int64",
}  # fmt: skip
ENTRY_COLUMNS: Columns = {"id": "string", **WHEN, **_AS_THEY_ARE}
DOUBTFUL_COLUMNS: Columns = {**ENTRY_COLUMNS, "doubts": "string"}
UNDATED_COLUMNS: Columns = {**ENTRY_COLUMNS, "likely_first": "string", "likely_last": "string"}


class Entry(NamedTuple):
    """A story in a list or a search."""

    id: str
    headline: str | None
    outlet: str | None
    """The outlet's name, else its domain."""
    url: str | None
    published: Stamp | None
    """Of the newest version; None for a story that nothing dates."""
    window: Window
    kind: str
    excerpt: str
    """Plain text: the passage that matches, or the start of the body."""
    marks: tuple[tuple[int, int], ...] = ()
    """Code points into `excerpt` of the words that match."""
    version_count: int = 1
    copy_count: int = 0
    """Stories of other outlets with the same text."""

    def to_row(self) -> Row:
        """The record as a row of ENTRY_COLUMNS."""
        return {
            "id": self.id,
            **when_row(self.published, self.window),
            **{name: getattr(self, name) for name in _AS_THEY_ARE},
        }

    def __repr__(self) -> str:
        """One line: day, headline, outlet, id."""
        day = self.published.value if self.published else "undated"
        return f"<Entry {day}: {self.headline!r}, {self.outlet or 'no outlet'}, id {self.id}>"

    def _repr_html_(self) -> str | None:
        """For notebooks: the headline, with its day and age."""
        return html_of(self)

    def to_dict(self) -> dict[str, Any]:
        """The record as plain values."""
        return plain_record(self)


@dataclass(frozen=True, repr=False)
class SearchResult(ResultPage[Entry]):
    """One page of what a search found: the sequence of its entries."""

    columns = ENTRY_COLUMNS

    total: int
    entries: tuple[Entry, ...]
    outlets: tuple[tuple[str, int], ...]
    """Outlets among all that was found, with their counts, most first."""
    years: tuple[tuple[int | None, int], ...]
    """Years of publication among all that was found; None for the undated."""
    undated_left_out: int = 0
    """Stories that have the words but no date, left out because a date was asked for."""
    stories_behind: int = 0
    """Stories that are newer than the search index, or changed since: they may be missing here."""
    suggestions: tuple[str, ...] = ()
    """Where nothing was found: words of the archive that are written much like those looked for."""

    @property
    def _items(self) -> tuple[Entry, ...]:
        return self.entries


class Fault(NamedTuple):
    """A stored thing that is missing, unreadable or not what it was."""

    place: str
    message: str
    """One line for a person: what is wrong there, and what to do."""

    def to_dict(self) -> dict[str, Any]:
        """The record as plain values."""
        return plain_record(self)


class CaptureEntry(NamedTuple):
    """One capture of a story, as the archive holds it."""

    place: Place
    url: str | None
    captured_at: str | None
    """UTC, "2017-02-23T21:47:00Z"."""
    payload_digest: str
    version: str
    """The id of the version that it shows, as in Story.versions."""

    def to_dict(self) -> dict[str, Any]:
        """The record as plain values."""
        return plain_record(self)


class Stats(NamedTuple):
    """What an archive holds."""

    captures: int
    stories: int
    versions: int
    undated: int
    skipped: tuple[tuple[str, int], ...]
    """SkipReason values with their counts, most first."""
    outlets: tuple[tuple[str, int], ...]
    years: tuple[tuple[int | None, int], ...]
    bytes_on_disk: int
    sources: int = 0
    """Files read."""
    copies: int = 0
    """Stories that another outlet has too."""
    takedowns: tuple[tuple[str, int], ...] = ()
    """What archivists took down or set right, with how many: kinds with their grounds, "forget: privacy"; no names."""
    left_out: int = 0
    """Stories that are held, and that the owner does not show: no other count has them."""

    def to_dict(self) -> dict[str, Any]:
        """The record as plain values."""
        return plain_record(self)


class Doubtful(NamedTuple):
    """A story whose reading is in doubt, with why."""

    entry: Entry
    doubts: tuple[Doubt, ...]

    def to_row(self) -> Row:
        """The record as a row of DOUBTFUL_COLUMNS: of the doubts their words."""
        return {**self.entry.to_row(), "doubts": " ".join(dict.fromkeys(doubt.reason for doubt in self.doubts))}

    def to_dict(self) -> dict[str, Any]:
        """The record as plain values."""
        return plain_record(self)


@dataclass(frozen=True, repr=False)
class DoubtfulResult(ResultPage[Doubtful]):
    """One page of the list of doubtful stories, the heaviest doubts first: the sequence of its stories."""

    columns = DOUBTFUL_COLUMNS

    total: int
    stories: tuple[Doubtful, ...]
    words: tuple[tuple[str, int], ...] = ()
    """Doubts among all of the list, with how many stories have each, most first."""

    @property
    def _items(self) -> tuple[Doubtful, ...]:
        return self.stories


class LikelyDay(NamedTuple):
    """When an undated story was likely published, by what else the archive holds. Never its date."""

    first: str
    """A day, ISO 8601."""
    last: str
    """The same day, or the end of a run of days."""
    because: tuple[Reason, ...]

    def to_dict(self) -> dict[str, Any]:
        """The record as plain values."""
        return plain_record(self)


class Undated(NamedTuple):
    """A story that nothing dates, with all that the archive knows of its time."""

    entry: Entry
    likely: tuple[LikelyDay, ...]
    """The likeliest first; none where nothing points to a day."""

    def to_row(self) -> Row:
        """The record as a row of UNDATED_COLUMNS: of the likely days the first."""
        first, last = self.likely[0][:2] if self.likely else (None, None)
        return {**self.entry.to_row(), "likely_first": first, "likely_last": last}

    def to_dict(self) -> dict[str, Any]:
        """The record as plain values."""
        return plain_record(self)


@dataclass(frozen=True, repr=False)
class UndatedResult(ResultPage[Undated]):
    """One page of the list of undated stories: the sequence of its stories."""

    columns = UNDATED_COLUMNS

    total: int
    stories: tuple[Undated, ...]

    @property
    def _items(self) -> tuple[Undated, ...]:
        return self.stories
