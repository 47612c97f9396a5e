"""What an archive gives out to browse in: outlets, shelves (a section, an author) and days, each with its count of stories."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from backfile.model.entry import Entry
from backfile.model.flat_rows import Columns, Row

OUTLET_COLUMNS: Columns = {"key": "string", "title": "string", "stories": "int64"}
AUTHOR_COLUMNS: Columns = {"name": "string", "stories": "int64"}
Counts = Sequence[tuple[str, int]]
"""Names with their stories, most first."""
YearCounts = Sequence[tuple[int | None, int]]
"""Years of publication with their stories, newest first; None for the undated."""


class OutletLine(NamedTuple):
    """An outlet in a list."""

    key: str
    """What its page's address is made of: its domain, else its name."""
    title: str
    stories: int

    def to_row(self) -> Row:
        """The record as a row of OUTLET_COLUMNS."""
        return self._asdict()


class AuthorLine(NamedTuple):
    """A name of an author in a list."""

    name: str
    stories: int

    def to_row(self) -> Row:
        """The record as a row of AUTHOR_COLUMNS."""
        return self._asdict()


class OutletShelf(NamedTuple):
    """An outlet, with what can be chosen of it."""

    key: str
    title: str
    names: tuple[str, ...]
    """What else its stories call it."""
    stories: int
    years: YearCounts
    sections: Counts
    authors: Counts


class AuthorShelf(NamedTuple):
    """Stories that name one name as an author's: of one person, or of several of that name."""

    name: str
    stories: int
    years: YearCounts
    outlets: tuple[OutletLine, ...]


class DayCount(NamedTuple):
    """Stories of one day."""

    day: date
    stories: int


class Neighbours(NamedTuple):
    """What the same outlet published just before and just after a story; None at the ends, and for the undated."""

    before: Entry | None
    after: Entry | None
