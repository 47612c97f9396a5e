"""Rulings: what archivists said of outlets and speakers, that two are one or are not, of pages, that they are stories, and of stories,
that they are taken down or set right (archive/takedowns). Rows are only added; the last of a pair holds."""

import sqlite3
from collections.abc import Iterable
from typing import NamedTuple

OUTLET, SPEAKER, PAGE = "outlet", "speaker", "page"
JOIN, PART, TAKE = "join", "part", "take"
NOTE, DELIST, REDACT, FORGET, LEAVE_OUT = "note", "delist", "redact", "forget", "leave-out"
TAKEDOWNS = frozenset((NOTE, DELIST, REDACT, FORGET, LEAVE_OUT))
"""Kinds of what is said of stories: an archive that is made again is told of these before any capture."""


class Ruling(NamedTuple):
    """What an archivist said of two outlets, or of two speakers, of a page, or of a story."""

    kind: str
    one: str
    """Of an outlet its name or domain; of a speaker the id of a name on one of its grounds; of a page the digest of its payload;
    of a story its id, or EVERYWHERE."""
    other: str
    """The same of the other; of a page its address, "" where that is not known; of words that are redacted their own digest."""
    value: str | None
    """JOIN: the two are one; PART: the first is not of the other; TAKE: the page is a story; of a story the note, the
    ground (takedown_rulings.py) or the digests of words; None takes back what was said of the two before."""
    because: str | None
    by: str
    at: str
    """UTC, "2017-02-23T21:47:00Z"."""

    @property
    def pair(self) -> frozenset[str]:
        """The two, whichever was named first."""
        return frozenset((self.one, self.other))


def all_rulings(db: sqlite3.Connection) -> list[Ruling]:
    """All that was ever said, oldest first."""
    rows = db.execute("SELECT kind, one, other, value, reason, archivist, at FROM rulings ORDER BY key").fetchall()
    return [Ruling(*row) for row in rows]


def holding(rulings: Iterable[Ruling], kind: str) -> list[Ruling]:
    """Those of a kind that hold now, in the order in which they were said."""
    last = {ruling.pair: ruling for ruling in rulings if ruling.kind == kind}
    return [ruling for ruling in last.values() if ruling.value is not None]


def keep_ruling(db: sqlite3.Connection, said: Ruling) -> None:
    """Add what an archivist said. Within the batch's transaction."""
    db.execute(
        "INSERT INTO rulings (kind, one, other, value, reason, archivist, at) VALUES (?, ?, ?, ?, ?, ?, ?)", tuple(said)
    )
