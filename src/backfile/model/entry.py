"""What an archive gives out in lists: one entry a story, never without its date or the word that it has none."""

from typing import NamedTuple

from backfile.model.capture import Place
from backfile.model.reasons import Reason
from backfile.model.story import Stamp, Window


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


class SearchResult(NamedTuple):
    """One page of what a search found."""

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


class Fault(NamedTuple):
    """A stored thing that is missing, unreadable or not what it was."""

    place: str
    message: str
    """One line for a person: what is wrong there, and what to do."""


class CaptureEntry(NamedTuple):
    """One capture of a story, as the archive holds it."""

    place: Place
    url: str | None
    captured_at: str | None
    """UTC, "2017-02-23T21:47:00Z"."""
    payload_digest: str
    version: str
    """The id of the version that it shows, as in Story.versions."""


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


class LikelyDay(NamedTuple):
    """When an undated story was likely published, by what else the archive holds. Never its date."""

    first: str
    """A day, ISO 8601."""
    last: str
    """The same day, or the end of a run of days."""
    because: tuple[Reason, ...]


class Undated(NamedTuple):
    """A story that nothing dates, with all that the archive knows of its time."""

    entry: Entry
    likely: tuple[LikelyDay, ...]
    """The likeliest first; none where nothing points to a day."""


class UndatedResult(NamedTuple):
    """One page of the list of undated stories."""

    total: int
    stories: tuple[Undated, ...]
