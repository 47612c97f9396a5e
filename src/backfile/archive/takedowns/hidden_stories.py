"""Stories that no list shows: a mark in the place of a story's lead, so that all that passes over other views passes over them too."""

import sqlite3

from backfile.archive.store.story_records import Records
from backfile.archive.takedowns.takedown_rulings import Takedowns

DELISTED, LEFT_OUT = -1, -2
"""Values of `stories.lead`. A delisted story is read at its address; one that is left out is in no output."""


class HiddenStories:
    """Says of a story whether it is hidden, and how. Within the batch's transaction."""

    def __init__(self, db: sqlite3.Connection, records: Records, takedowns: Takedowns) -> None:
        self._db = db
        self._records = records
        self._takedowns = takedowns

    def mark(self, story: int) -> int | None:
        """The mark of a story; None of one that is shown."""
        if not self._takedowns.delisted and not self._takedowns.forgotten:
            return None
        (name,) = self._db.execute("SELECT id FROM stories WHERE key = ?", (story,)).fetchone()
        if name in self._takedowns.forgotten:
            return LEFT_OUT  # until the archive is made again without it
        return DELISTED if name in self._takedowns.delisted else None
