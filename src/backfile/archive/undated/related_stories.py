"""Other stories of the archive as they bear on the time of an undated one: copies, and who else prints its words."""

import sqlite3
from typing import Any, NamedTuple

from backfile.archive.outlets.outlet_queries import outlet_titles
from backfile.archive.store.list_entries import entry_from
from backfile.model.clue_rules import Basis
from backfile.model.reasons import OtherStory
from backfile.model.story import Stamp

MOST = 20
"""Stories of a kind that are looked at for one."""


class Other(NamedTuple):
    """Another story, by its list entry."""

    key: int
    newest: int
    id: str
    headline: str | None
    outlet: str | None
    stamp: Stamp | None
    is_hidden: bool = False
    """Whether no list shows it: then it is not named."""

    @property
    def named(self) -> OtherStory:
        """As a reason names it."""
        by_archivist = self.stamp is not None and self.stamp.basis == Basis.ARCHIVIST
        published = self.stamp.value if self.stamp else None
        named = ("", None) if self.is_hidden else (self.id, self.headline)
        return OtherStory(*named, self.outlet, published, by_archivist)

    @property
    def has_day(self) -> bool:
        """Whether its day is known, and not only a month or a year."""
        return self.stamp is not None and len(self.stamp.value) >= 10


def copies_of(db: sqlite3.Connection, story: int) -> list[Other]:
    """The same text in other outlets, the dated first."""
    return _copies(db, story, at_home=False)


def same_text_at_home(db: sqlite3.Connection, story: int) -> list[Other]:
    """Dated stories with the same text that are of the same outlet: a print view, a page that moved."""
    return [one for one in _copies(db, story, at_home=True) if one.stamp]


def other_story(db: sqlite3.Connection, story: int) -> Other:
    """One of them by its key."""
    return _other(
        db, db.execute("SELECT key, newest, id, outlet, entry, lead FROM stories WHERE key = ?", (story,)).fetchone()
    )


def _copies(db: sqlite3.Connection, story: int, *, at_home: bool) -> list[Other]:
    rows = db.execute(
        "SELECT key, newest, id, outlet, entry, lead FROM copy_pairs JOIN stories ON key = other WHERE story = ? AND at_home = ?"
        " ORDER BY sort IS NULL, sort, id LIMIT ?",
        (story, at_home, MOST),
    )
    return [_other(db, row) for row in rows.fetchall()]


def _other(db: sqlite3.Connection, row: tuple[Any, ...]) -> Other:
    key, newest, story, outlet, kept, lead = row
    entry = entry_from(story, kept, outlet=outlet_titles(db).of(outlet), copies=0, excerpt="")
    return Other(key, newest, story, entry.headline, entry.outlet, entry.published, lead is not None and lead < 0)
