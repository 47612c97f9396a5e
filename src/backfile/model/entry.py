"""What an archive gives out in lists: one entry a story, never without its date or the word that it has none."""

from typing import NamedTuple

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
