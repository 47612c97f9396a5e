"""What an archive holds, counted as it changes: a count of a million rows takes longer than a page may."""

import sqlite3
from collections import Counter

HELD, YEAR, SKIPPED = "held", "year", "skipped"
UNDATED = ""
"""The year of stories that nothing dates."""


class Counts:
    """Counts that change in a batch."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._changed: Counter[tuple[str, str]] = Counter()

    def add(self, kind: str, name: str, times: int = 1) -> None:
        """So many more, or less."""
        self._changed[kind, name] += times

    def move(self, kind: str, before: str | None, after: str) -> None:
        """One that was counted there is counted here."""
        if before is not None:
            self.add(kind, before, -1)
        self.add(kind, after)

    def settle(self) -> None:
        """Bring the table up to date, within the batch's transaction."""
        self._db.executemany(
            "INSERT INTO counts VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET held = held + excluded.held",
            [(*which, times) for which, times in self._changed.items() if times],
        )
        self._db.executemany(
            "DELETE FROM counts WHERE kind = ? AND name = ? AND held = 0",
            [which for which, times in self._changed.items() if times < 0],
        )
        self._changed.clear()


def year_name(year: int | None) -> str:
    """The name under which stories of a year are counted."""
    return UNDATED if year is None else f"{year:04d}"


def held(db: sqlite3.Connection, name: str) -> int:
    """How many captures, stories or versions there are."""
    row = db.execute("SELECT held FROM counts WHERE kind = ? AND name = ?", (HELD, name)).fetchone()
    return int(row[0]) if row else 0


def year_counts(db: sqlite3.Connection) -> tuple[tuple[int | None, int], ...]:
    """Years of publication with their stories, newest first; the undated last, under None."""
    rows = db.execute("SELECT name, held FROM counts WHERE kind = ? ORDER BY name = '', name DESC", (YEAR,))
    return tuple((int(name) if name else None, stories) for name, stories in rows)


def skipped_counts(db: sqlite3.Connection) -> tuple[tuple[str, int], ...]:
    """Reasons that captures were skipped for, most first."""
    rows = db.execute("SELECT name, held FROM counts WHERE kind = ? ORDER BY held DESC, name", (SKIPPED,))
    return tuple((name, times) for name, times in rows)
