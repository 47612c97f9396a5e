"""Shelf tables: which stories stand under each section of an outlet and each author's name. Within the batch's transaction."""

import sqlite3
from collections import Counter
from collections.abc import Iterable

from backfile.archive.store.record_form import Record
from backfile.story.identity import fold

SECTION, AUTHOR = "section", "author"
NO_OUTLET = 0
UNDATED = -1
"""The place by date of what nothing dates: after all else."""
_LONGEST = 200
"""Characters of the longest name: what is longer is a sentence, and no section or author."""


def shelves_of(record: Record) -> tuple[tuple[str, str], ...]:
    """The shelves that a story's newest record stands on: kind and name as printed, white space folded."""
    named = [(SECTION, record["section"]), *((AUTHOR, author["name"]) for author in record["authors"])]
    clean = ((kind, " ".join((name or "").split())) for kind, name in named)
    return tuple(dict.fromkeys((kind, name) for kind, name in clean if 0 < len(name) <= _LONGEST))


class ShelfTables:
    """The tables of shelves, open for writing."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._keys: dict[tuple[str, int, str], int] = {}
        self._counts: Counter[int] = Counter()

    def keep(
        self, story: int, names: Iterable[tuple[str, str]], *, outlet: int | None, sort: int | None, is_new: bool
    ) -> None:
        """Set the story on these shelves, and on no others. It is no view of another story meanwhile, and so counted."""
        if not is_new:
            self.remove(story)
        place = UNDATED if sort is None else sort
        shelves = [self._key_of(kind, NO_OUTLET if outlet is None else outlet, name) for kind, name in names]
        self._db.executemany("INSERT INTO shelved VALUES (?, ?, ?)", [(shelf, place, story) for shelf in shelves])
        self._counts.update(shelves)

    def remove(self, story: int) -> None:
        """Take the story from its shelves. It is no view of another meanwhile, and so counted."""
        self.count(story, -1)
        self._db.execute("DELETE FROM shelved WHERE story = ?", (story,))

    def count(self, story: int, times: int) -> None:
        """The story counts so many times more on its shelves: one that becomes a view of another is not counted."""
        for (shelf,) in self._db.execute("SELECT shelf FROM shelved WHERE story = ?", (story,)):
            self._counts[shelf] += times

    def settle(self) -> None:
        """Bring the counts up to date; shelves that hold nothing are no more."""
        changed = [(times, shelf) for shelf, times in self._counts.items() if times]
        self._db.executemany("UPDATE shelves SET stories = stories + ? WHERE key = ?", changed)
        emptied = self._db.executemany(
            "DELETE FROM shelves WHERE key = ? AND stories = 0 AND NOT EXISTS (SELECT 1 FROM shelved WHERE shelf = key)",
            [(shelf,) for shelf, times in self._counts.items() if times <= 0],
        )
        if emptied.rowcount > 0:
            self._keys.clear()
        self._counts.clear()

    def _key_of(self, kind: str, outlet: int, name: str) -> int:
        named = (kind, outlet, name)
        if named not in self._keys:
            query = "SELECT key FROM shelves WHERE kind = ? AND outlet = ? AND name = ?"
            row = self._db.execute(query, named).fetchone()
            self._keys[named] = row[0] if row else self._insert(*named)
        return self._keys[named]

    def _insert(self, kind: str, outlet: int, name: str) -> int:
        key = self._db.execute(
            "INSERT INTO shelves (kind, outlet, name, folded, stories) VALUES (?, ?, ?, ?, 0)",
            (kind, outlet, name, fold(name)),
        ).lastrowid
        assert key is not None
        return key
