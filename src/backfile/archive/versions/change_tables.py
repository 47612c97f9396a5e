"""Change tables: what kind of change leads to each later version of a story. Within the batch's transaction."""

import sqlite3
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

from backfile.archive.store.story_records import Records
from backfile.archive.versions.change_kinds import changed_fields, kind_of_change
from backfile.archive.versions.matters import matters
from backfile.model.changes import Diff


class ChangeTables:
    """The table of changes, open for writing."""

    def __init__(self, db: sqlite3.Connection, records: Records) -> None:
        self._db = db
        self._records = records

    def settle(self, stories: Mapping[int, Sequence[int]], remade: Collection[int]) -> None:
        """Bring the changes of these up to date: {story: its versions, oldest first}; `remade` are versions with another record."""
        for story, versions in stories.items():
            if len(versions) > 1 or remade:
                self._settle(story, versions, remade)

    def _settle(self, story: int, versions: Sequence[int], remade: Collection[int]) -> None:
        rows = self._db.execute("SELECT before, version, kind, fields, weight FROM changes WHERE story = ?", (story,))
        known = {(before, after): tuple(said) for before, after, *said in rows.fetchall()}
        self._db.execute("DELETE FROM changes WHERE story = ?", (story,))
        for before, after in pairwise(versions):
            found = None if before in remade or after in remade else known.get((before, after))
            said = found or self._compared(before, after)
            self._db.execute(
                "INSERT INTO changes (version, story, before, kind, fields, weight, seen)"
                " SELECT key, story, ?, ?, ?, ?, first_seen FROM versions WHERE key = ?",
                (before, *said, after),
            )

    def _compared(self, before: int, after: int) -> tuple[object, ...]:
        one, other = self._records.load(before), self._records.load(after)
        fields = " ".join(changed_fields(one, other))
        return kind_of_change(one, other), fields, Diff((), matters(one, other)).weight
