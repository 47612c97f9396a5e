"""Stories that no list shows: a mark in the place of a story's lead, so that all that passes over other views passes over them too."""

import sqlite3
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from backfile.archive.store.story_records import Records
    from backfile.archive.takedowns.takedown_rulings import Takedowns

DELISTED, LEFT_OUT = -1, -2
"""Values of `stories.lead`. A delisted story is read at its address; one that is left out is in no output."""
_ROW = "SELECT id, outlet, first_day, last_day, newest FROM stories WHERE key = ?"
_NAMES = (
    "SELECT name, domain FROM outlet_names WHERE outlet = (SELECT outlet FROM outlet_names WHERE key = ?1) OR key = ?1"
)
_CREDITS = ("byline", "dateline", "credits")


class HiddenStories:
    """Says of a story whether it is hidden, and how. Within the batch's transaction."""

    def __init__(self, db: sqlite3.Connection, records: "Records", takedowns: "Takedowns") -> None:
        self._db = db
        self._records = records
        self._takedowns = takedowns
        self._rules = takedowns.rules
        self._is_idle = not (takedowns.delisted or takedowns.forgotten or self._rules.has_stories)

    def mark(self, story: int) -> int | None:
        """The mark of a story; None of one that is shown."""
        if self._is_idle:
            return None
        name, outlet, first, last, newest = self._db.execute(_ROW, (story,)).fetchone()
        if name in self._takedowns.forgotten or self._is_left_out(outlet, first, last, newest):
            return LEFT_OUT  # a forgotten one until the archive is made again without it
        return DELISTED if name in self._takedowns.delisted else None

    def _is_left_out(self, outlet: int | None, first: int | None, last: int | None, newest: int) -> bool:
        rules = self._rules
        if rules.days and rules.is_of_days(first, last):
            return True
        if rules.outlets and outlet is not None:
            named = self._db.execute(_NAMES, (outlet,)).fetchall()
            if rules.is_of_outlet([name for row in named for name in row]):
                return True
        return bool(rules.story_credits) and rules.is_credited(self._records.load(newest, fields=_CREDITS))

    def changed(self) -> list[int]:
        """The stories whose mark is another than the one that they have; those that are alone, and have none, too."""
        rows = self._db.execute("SELECT key, lead FROM stories ORDER BY key").fetchall()
        return [key for key, lead in rows if self.mark(key) != (lead if lead is not None and lead < 0 else None)]
