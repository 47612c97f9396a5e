"""Other stories of the archive as they bear on the time of an undated one: copies, and who else prints its words."""

import re
import sqlite3
from collections.abc import Iterable
from typing import Any, NamedTuple

import orjson

from backfile.archive.passages.copies import CONTAINMENT, Shingles, containment, shingles
from backfile.archive.store.story_records import Records
from backfile.lexicon.agencies import agency_name
from backfile.model.date_rules import Basis
from backfile.model.reasons import OtherStory
from backfile.model.story import Stamp

MOST = 20
"""Stories of a kind that are looked at for one."""
_AGENCY = re.compile(r"\(([^()]{2,30})\)")
"""Matches the "(AP)" of a dateline."""


class Other(NamedTuple):
    """Another story, by its list entry."""

    key: int
    newest: int
    id: str
    headline: str | None
    outlet: str | None
    stamp: Stamp | None

    @property
    def named(self) -> OtherStory:
        """As a reason names it."""
        by_archivist = self.stamp is not None and self.stamp.basis == Basis.ARCHIVIST
        published = self.stamp.value if self.stamp else None
        return OtherStory(self.id, self.headline, self.outlet, published, by_archivist)

    @property
    def has_day(self) -> bool:
        """Whether its day is known, and not only a month or a year."""
        return self.stamp is not None and len(self.stamp.value) >= 10


def copies_of(db: sqlite3.Connection, story: int) -> list[Other]:
    """The same text in other outlets, the dated first."""
    rows = db.execute(
        "SELECT key, newest, entry FROM copies JOIN stories ON stories.key = other WHERE story = ?"
        " ORDER BY sort IS NULL, sort, id LIMIT ?",
        (story, MOST),
    )
    return [_other(row) for row in rows]


def same_text_at_home(db: sqlite3.Connection, records: Records, story: int) -> list[Other]:
    """Dated stories with the same text that are no copies, being of the same outlet: a print view, a page that moved."""
    rows = db.execute(
        "SELECT DISTINCT other.key, other.newest, other.entry FROM bands AS mine JOIN bands AS theirs ON theirs.key = mine.key"
        " JOIN stories AS other ON other.key = theirs.story WHERE mine.story = ? AND other.key != ? AND other.sort IS NOT NULL"
        " AND other.key NOT IN (SELECT other FROM copies WHERE story = ?) ORDER BY other.sort, other.id LIMIT ?",
        (story, story, story, MOST),
    )
    found = [_other(row) for row in rows]
    if not found:
        return []
    own = _shingles_of(db, records, story)
    return [one for one in found if containment(own, _shingles_of(db, records, one.key)) >= CONTAINMENT]


def other_story(db: sqlite3.Connection, story: int) -> Other:
    """One of them by its key."""
    return _other(db.execute("SELECT key, newest, entry FROM stories WHERE key = ?", (story,)).fetchone())


def agency_of(db: sqlite3.Connection, records: Records, stories: Iterable[int]) -> str | None:
    """The agency that one of these stories is credited to: of one text, all are its."""
    for story in stories:
        newest = db.execute("SELECT newest FROM stories WHERE key = ?", (story,)).fetchone()[0]
        if found := _agency_in(records.load(newest)):
            return found
    return None


def _shingles_of(db: sqlite3.Connection, records: Records, story: int) -> Shingles:
    newest = db.execute("SELECT newest FROM stories WHERE key = ?", (story,)).fetchone()[0]
    return shingles(records.load(newest)["body"])


def _other(row: tuple[Any, ...]) -> Other:
    entry = orjson.loads(row[2])
    stamp = Stamp(**entry["published"]) if entry["published"] else None
    return Other(row[0], row[1], entry["id"], entry["headline"], entry["outlet"], stamp)


def _agency_in(record: dict[str, Any]) -> str | None:
    """The agency whose text it is, by a wire credit or the dateline."""
    for credit in record["credits"]:
        if credit["role"] == "wire":
            return str(credit["source"])
    named = _AGENCY.search(record["dateline"]["raw"]) if record["dateline"] else None
    return agency_name(named[1]) if named else None
