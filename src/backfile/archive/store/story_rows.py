"""Story rows: what lists need of a story, made new from its versions when it changed. Within the batch's transaction."""

import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

from backfile.archive.mentions.mention_tables import mentions_of
from backfile.archive.mentions.mentioned_story import mentioned
from backfile.archive.outlets.outlet_tables import OutletTables
from backfile.archive.quotations.quotation_tables import QuotationTables
from backfile.archive.quotations.speaker_tables import Speaking
from backfile.archive.settled.archivist_dates import settled
from backfile.archive.settled.settling_log import settlings_of
from backfile.archive.shelves.shelf_tables import ShelfTables
from backfile.archive.store.counts import HELD, YEAR, Counts, year_name
from backfile.archive.store.list_entries import Listing, listing_of
from backfile.archive.store.story_records import Records
from backfile.archive.undated.address_numbers import Numbered, NumberTables, numbered
from backfile.archive.versions.version_decision import Reading
from backfile.archive.versions.version_rows import versions_of

NOBODY = Speaking(0, {})


class Before(NamedTuple):
    """A story as it was when the batch first touched it."""

    newest: int | None
    """The newest version; None of a story that is new."""
    outlet: int | None
    year: str | None
    """As it is counted."""
    speaking: Speaking


class Refreshed(NamedTuple):
    """A story as it is now."""

    newest: int
    sort: int | None
    versions: list[int]
    """Oldest first."""


class StoryRows:
    """The table of stories, open for writing."""

    def __init__(
        self, db: sqlite3.Connection, records: Records, *, outlets: OutletTables, shelves: ShelfTables, counts: Counts
    ) -> None:
        self._db = db
        self._records = records
        self._outlets = outlets
        self._shelves = shelves
        self._counts = counts
        self._numbers = NumberTables(db)
        self._last: int = db.execute("SELECT ifnull(max(key), 0) FROM stories").fetchone()[0]
        self._new: dict[str, int] = {}
        """Keys given in this batch, by id: their rows are written when it is committed."""
        self._ids: dict[int, str] = {}

    def key_of(self, story: str) -> tuple[int, bool]:
        """The story's key, and whether it is new."""
        if story in self._new:
            return self._new[story], False
        row = self._db.execute("SELECT key FROM stories WHERE id = ?", (story,)).fetchone()
        if row:
            return row[0], False
        self._last += 1
        self._new[story] = self._last
        self._ids[self._last] = story
        return self._last, True

    def before(self, story: int, *, is_new: bool, quotations: QuotationTables) -> Before:
        """How the story is before the batch changes it."""
        if is_new:
            return Before(None, None, None, NOBODY)
        newest, outlet, year = self._db.execute(
            "SELECT newest, outlet, year FROM stories WHERE key = ?", (story,)
        ).fetchone()
        return Before(newest, outlet, year_name(year), self.speaking(story, quotations)[0])

    def speaking(self, story: int, quotations: QuotationTables) -> tuple[Speaking, int | None, list[int]]:
        """Who speaks in the story, its place by date, and its versions, oldest first."""
        (sort,) = self._db.execute("SELECT sort FROM stories WHERE key = ?", (story,)).fetchone()
        versions = [key for key, _ in versions_of(self._db, story)]
        return quotations.speaking(sort, versions), sort, versions

    def refresh(self, story: int, before: Before, change: int, readings: dict[int, Reading]) -> Refreshed:
        """Write the story's row from its versions; `readings` are those of versions that this batch stored."""
        versions = [key for key, _ in versions_of(self._db, story)]
        newest = versions[-1]
        log = settlings_of(self._db, story) if before.newest is not None else []
        held = mentions_of(self._db, story, self._ids.get(story))
        reading = readings.get(newest)
        if reading is not None and len(versions) == 1 and not log and not held:
            listing, number = reading.listing, reading.number
        else:
            record = settled(mentioned(self._records.load(newest), held), log)
            listing, number = listing_of(record, len(versions)), numbered(record["url"])
        outlet = self._outlets.key_of(listing.name, listing.domain)
        self._write(story, before, (outlet, *listing[3:7], newest, change, listing.entry))
        self._count(before, outlet, listing)
        is_new = before.newest is None
        self._shelves.keep(story, listing.shelves, outlet=outlet, sort=listing.sort, is_new=is_new)
        self._keep_number(story, listing, number)
        return Refreshed(newest, listing.sort, versions)

    def remove(self, story: int, before: Before) -> None:
        """Take away the row of a story that has no versions any more, and what stands beside it. It is no view of another meanwhile."""
        self._counts.add(HELD, "stories", -1)
        self._counts.add(YEAR, before.year or year_name(None), -1)
        self._outlets.count(before.outlet, -1)
        self._shelves.remove(story)
        self._numbers.keep(story, None, None)
        for table in ("changes", "copied", "settlings"):
            self._db.execute(f"DELETE FROM {table} WHERE story = ?", (story,))  # noqa: S608 - words of ours
        self._db.execute("DELETE FROM stories WHERE key = ?", (story,))

    def sweep(self) -> None:
        """Take away how addresses are numbered where no story's is so any more."""
        self._numbers.settle()

    def committed(self) -> None:
        """The batch is durable."""
        self._new.clear()
        self._ids.clear()

    def _write(self, story: int, before: Before, values: Sequence[object]) -> None:
        if before.newest is None:
            self._db.execute(
                "INSERT INTO stories (outlet, first_day, last_day, year, sort, newest, change, entry, key, id)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (*values, story, self._ids[story]),
            )
            return
        self._db.execute(
            "UPDATE stories SET outlet = ?, first_day = ?, last_day = ?, year = ?, sort = ?, newest = ?, change = ?,"
            " entry = ? WHERE key = ?",
            (*values, story),
        )

    def _count(self, before: Before, outlet: int | None, listing: Listing) -> None:
        if before.newest is None:
            self._counts.add(HELD, "stories")
        self._counts.move(YEAR, before.year, year_name(listing.year))
        if before.newest is not None:
            self._outlets.count(before.outlet, -1)
        self._outlets.count(outlet, 1)

    def _keep_number(self, story: int, listing: Listing, number: Numbered | None) -> None:
        is_day = listing.first_day is not None and listing.first_day == listing.last_day
        self._numbers.keep(story, number, listing.first_day if is_day else None)
