"""Keeps which stories are views of one, and counts them once. Within the batch's transaction."""

import sqlite3
from collections.abc import Iterable
from typing import Any, NamedTuple

import orjson

from backfile.archive.outlets.outlet_tables import OutletTables
from backfile.archive.passages.views import SAME_TEXT, View, are_views
from backfile.archive.shelves.shelf_tables import ShelfTables
from backfile.archive.store.counts import HELD, YEAR, Counts, year_name
from backfile.archive.store.list_entries import stamp_in
from backfile.archive.takedowns.hidden_stories import HiddenStories

_NEAR = "SELECT other, share FROM copy_pairs WHERE story = ? AND at_home AND share >= ?"
_ROW = (
    "SELECT key, id, entry, lead, (SELECT substr(bytes, 2 * (key % 4096) + 1, 2) FROM text_runs WHERE chunk = key / 4096)"
    " FROM stories WHERE key = ?"
)
"""The last is how long its text is (short_numbers.py)."""


class _Held(NamedTuple):
    view: View
    lead: int | None


class ViewTables:
    """The leads of stories, open for writing."""

    def __init__(
        self,
        db: sqlite3.Connection,
        *,
        outlets: OutletTables,
        shelves: ShelfTables,
        counts: Counts,
        hidden: HiddenStories,
    ) -> None:
        self.hidden = hidden
        """Which stories no list shows: with one of the views of a story, all are hidden."""
        self._db = db
        self._outlets = outlets
        self._shelves = shelves
        self._counts = counts
        self._parted: set[int] = set()

    def part(self, story: int) -> None:
        """The story is to be looked at anew, with those that were one with it: until then it is one by itself."""
        self._parted |= self._around(story)
        (lead,) = self._db.execute("SELECT lead FROM stories WHERE key = ?", (story,)).fetchone()
        self._set(story, lead, None)

    def remove(self, stories: Iterable[int]) -> None:
        """Stories are not held any more; those that were one with them are looked at anew."""
        self._parted.difference_update(stories)

    def settle(self, stories: Iterable[int]) -> set[int]:
        """Tell the leads of these and of their views; the stories that have another one than before, or have one no more."""
        known: dict[int, _Held] = {}
        due, self._parted = self._parted, set()
        for story in stories:
            due |= self._around(story)
        leads: dict[int, int | None] = {}
        for story in sorted(due):
            if story not in leads:
                leads.update(self._leads(story, known))
        moved = {story for story, lead in leads.items() if self._held(story, known).lead != lead}
        for story in sorted(moved):
            self._set(story, known[story].lead, leads[story])
        return moved

    def led(self, stories: Iterable[int]) -> set[int]:
        """Those of them that are other views of one."""
        query = "SELECT 1 FROM stories WHERE key = ? AND lead IS NOT NULL"
        return {story for story in stories if self._db.execute(query, (story,)).fetchone()}

    def _around(self, story: int) -> set[int]:
        """The story, those that it leads, and its lead with those that this leads."""
        rows = self._db.execute(
            "SELECT key FROM stories WHERE lead = ?1 UNION SELECT theirs.key FROM stories AS own JOIN stories AS theirs"
            " ON theirs.lead = own.lead OR theirs.key = own.lead WHERE own.key = ?1 AND own.lead > 0",
            (story,),
        )
        return {story, *(key for (key,) in rows)}

    def _leads(self, story: int, known: dict[int, _Held]) -> dict[int, int | None]:
        """The lead of each of the views that the story is one of."""
        together, waiting = {story}, [story]
        while waiting:
            one = waiting.pop()
            for other, share in self._db.execute(_NEAR, (one, SAME_TEXT)).fetchall():
                if other not in together and are_views(
                    self._held(one, known).view, self._held(other, known).view, share
                ):
                    together.add(other)
                    waiting.append(other)
        if marks := [mark for one in together if (mark := self.hidden.mark(one))]:
            return dict.fromkeys(together, min(marks))
        if len(together) == 1:
            return {story: None}
        first = min(together, key=lambda one: self._held(one, known).view.rank)
        return {one: None if one == first else first for one in together}

    def _held(self, story: int, known: dict[int, _Held]) -> _Held:
        if story not in known:
            known[story] = _held(self._db.execute(_ROW, (story,)).fetchone())
        return known[story]

    def _set(self, story: int, before: int | None, now: int | None) -> None:
        """Write the story's lead; one that has a lead is not counted."""
        if before == now:
            return
        self._db.execute("UPDATE stories SET lead = ? WHERE key = ?", (now, story))
        times = (now is None) - (before is None)
        if times:
            outlet, year = self._db.execute("SELECT outlet, year FROM stories WHERE key = ?", (story,)).fetchone()
            self._counts.add(HELD, "stories", times)
            self._counts.add(YEAR, year_name(year), times)
            self._outlets.count(outlet, times)
            self._shelves.count(story, times)


def _held(row: tuple[Any, ...]) -> _Held:
    key, story, kept, lead, runs = row
    headline, url, *_ = orjson.loads(kept)
    return _Held(View(key, story, headline, url, stamp_in(kept), int.from_bytes(runs or b"", "little")), lead)
