"""The archive's writer: carries out what `version_decision` decided, one transaction a batch. One writer an archive.

What a batch costs is its own size: counts are kept by difference, and nothing reads all that is held (archive/store/key_runs.py).
"""

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple, TypeVar

from backfile.archive.outlets.outlet_tables import OutletTables
from backfile.archive.passages.copies import band_keys, shingles
from backfile.archive.passages.copy_links import CopyTables, count_copies
from backfile.archive.quotations.quotation_rows import quotation_rows
from backfile.archive.quotations.quotation_tables import QuotationTables
from backfile.archive.settled.archivist_dates import Settling
from backfile.archive.settled.settling_log import keep_settling
from backfile.archive.store.capture_tables import CaptureTables, SourceState
from backfile.archive.store.counts import HELD, Counts
from backfile.archive.store.database import DATABASE, close_written, open_to_write
from backfile.archive.store.failures import database_failure
from backfile.archive.store.key_runs import Keys, remove_strays
from backfile.archive.store.lock import WriterLock
from backfile.archive.store.story_records import Records, Stored
from backfile.archive.store.story_rows import Before, Refreshed, StoryRows
from backfile.archive.undated.section_lists import keep_lists
from backfile.archive.versions.version_decision import HeldVersion, Outcome, Reading, seen_again, shown_first
from backfile.errors import StoryMissing
from backfile.model.capture import Capture

Result = TypeVar("Result")
_PATIENCE = 3.0
"""Seconds to wait for an archivist who is dating a story."""


class Added(NamedTuple):
    """What one outcome changed."""

    is_held: bool = False
    """True where this very capture was in the archive already: nothing changed."""
    new_story: bool = False
    new_version: bool = False


class Store:
    """Open for writing. `add` and its like are one transaction until `commit`; without that they are undone."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._lock = WriterLock(folder, patience=_PATIENCE)

    def __enter__(self) -> "Store":
        self._lock.__enter__()
        try:
            self.db = open_to_write(self.folder)
            self._guarded(self._open)
        except BaseException:
            self._lock.__exit__(None, None, None)
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            close_written(self.db)  # what was not committed is undone
        finally:
            self._lock.__exit__(kind, error, trace)

    @property
    def records(self) -> Records:
        """The records, as this archive encodes them."""
        return self._records

    def held_of(self, given: str, files: Iterable[SourceState | None], *, copied: bool) -> Counter[str] | None:
        """Captures held of a file or folder, by reason, if all of it was read and is unchanged (`CaptureTables`)."""
        return self._captures.held_of(given, files, copied=copied)

    def begin_source(self, source: SourceState, *, copied: bool) -> None:
        """The file is about to be read. If it changed since it was last read, what was skipped in it is forgotten."""
        self._guarded(lambda: self._captures.begin_source(source, copied))

    def end_source(self, path: str) -> None:
        """The file has been read to its end."""
        self._guarded(lambda: self._captures.end_source(path))

    def holds(self, capture: Capture) -> bool:
        """True if this capture is in the archive: the same payload, address and time at the same place."""
        return self._captures.holds(capture)

    def add(self, outcome: Outcome) -> Added:
        """Take in what became of a capture."""
        return self._guarded(lambda: self._add(outcome))

    def settle(self, story: str, said: Settling) -> None:
        """Keep what an archivist said of the story's day. Raises StoryMissing."""
        self._guarded(lambda: self._settle(story, said))

    def keep_lists(self, lists: Iterable[tuple[str | None, Sequence[str]]]) -> None:
        """Keep lists of stories, each with when the first page was saved that has it."""
        for seen, stories in lists:
            self._guarded(lambda seen=seen, stories=stories: keep_lists(self.db, (tuple(stories),), seen))  # type: ignore[misc]

    def commit(self) -> int:
        """Make all since the last commit durable. The number of stories touched."""
        return self._guarded(self._commit)

    def keep_dictionary(self, trained: bytes) -> None:
        """Encode records with this dictionary from now on."""
        self._guarded(lambda: self._records.keep_dictionary(trained))
        self.commit()

    def put_again(self, encoded: Iterable[tuple[int, Stored]]) -> None:
        """Keep the same records otherwise encoded."""
        self._guarded(lambda: self._records.put_again(encoded))
        self.commit()

    # -- inside the transaction --

    def _open(self) -> None:
        remove_strays(self.db, self.folder)
        self._records = Records(self.db)
        self._counts = Counts(self.db)
        self._captures = CaptureTables(self.db, self._counts)
        self._outlets = OutletTables(self.db)
        self._quotations = QuotationTables(self.db, self.folder, self._records)
        self._copies = CopyTables(self.db, self.folder, self._records)
        self._stories = StoryRows(self.db, self._records, self._outlets, self._counts)
        self._touched: dict[int, Before] = {}
        self._saved: dict[int, Reading] = {}
        """Versions whose record this batch stored, by key."""

    def _guarded(self, work: Callable[[], Result]) -> Result:
        """`work` inside the batch's transaction; SQLite's errors as ours."""
        try:
            if not self.db.in_transaction:
                self.db.execute("BEGIN IMMEDIATE")
            return work()
        except sqlite3.Error as error:
            raise database_failure(error, self.folder / DATABASE) from error

    def _add(self, outcome: Outcome) -> Added:
        capture = self._captures.claim(outcome)
        if capture is None:
            return Added(is_held=True)
        reading = outcome.reading
        if reading is None:
            self._captures.keep(capture, outcome, None)
            keep_lists(self.db, outcome.lists, outcome.captured_at)
            return Added()
        story, is_new = self._stories.key_of(reading.story)
        self._touch(story, is_new=is_new)
        row = None if is_new else self._held(story, reading)
        if row is None:
            version = self._new_version(story, reading, outcome, capture, is_new_story=is_new)
        else:
            version = self._seen_again(story, reading, outcome, capture, row)
        self._captures.keep(capture, outcome, version)
        return Added(new_story=is_new, new_version=row is None)

    def _touch(self, story: int, *, is_new: bool = False) -> None:
        if story not in self._touched:
            self._touched[story] = self._stories.before(story, is_new=is_new, quotations=self._quotations)

    def _held(self, story: int, reading: Reading) -> tuple[Any, ...] | None:
        """The story's version in these words, where it is in: its row, its key, and the capture that it is shown by."""
        row: tuple[Any, ...] | None = self.db.execute(
            "SELECT digest, first_seen, last_seen, captures, fields, key, shown FROM versions WHERE story = ? AND digest = ?",
            (story, reading.digest),
        ).fetchone()
        return row

    def _new_version(self, story: int, reading: Reading, outcome: Outcome, capture: int, *, is_new_story: bool) -> int:
        version = self.db.execute(
            "INSERT INTO versions (story, digest, first_seen, last_seen, captures, fields, shown) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (story, *seen_again(None, reading, outcome.captured_at), capture),
        ).lastrowid
        assert version is not None
        self._counts.add(HELD, "versions")
        base = None if is_new_story else self._base(story, version)
        self._records.add(version, reading.record, base=base)
        self._save(version, reading)
        return version

    def _seen_again(self, story: int, reading: Reading, outcome: Outcome, capture: int, row: tuple[Any, ...]) -> int:
        """Count the capture among those of its version, whose record is replaced where this capture shows it first."""
        version, shown = row[5:]
        after = seen_again(HeldVersion(*row[:5]), reading, outcome.captured_at)
        is_first = shown_first(outcome.captured_at, outcome.digest, outcome.url) < self._shown_first(shown)
        self.db.execute(
            "UPDATE versions SET first_seen = ?, last_seen = ?, captures = ?, shown = ? WHERE key = ?",
            (after.first_seen, after.last_seen, after.captures, capture if is_first else shown, version),
        )
        if is_first:
            self._replace(story, version, reading)
        return int(version)

    def _shown_first(self, capture: int) -> tuple[str, str, str]:
        at, digest, url = self._captures.when(capture)
        return shown_first(at, digest, url)

    def _base(self, story: int, version: int) -> int | None:
        """The version of the story whose record can be the dictionary of this one's."""
        row = self.db.execute("SELECT min(key) FROM versions WHERE story = ? AND key != ?", (story, version)).fetchone()
        base: int | None = row[0]
        return base

    def _save(self, version: int, reading: Reading) -> None:
        self._quotations.save(version, self._outlet(reading), reading.quotations)
        self._saved[version] = reading

    def _replace(self, story: int, version: int, reading: Reading) -> None:
        """Put another record in the place of a version's, and all that was made of the one before."""
        before = self._records.load(version)
        outlet = before["outlet"] or {}
        row = self._outlets.key_of(outlet.get("name") or "", outlet.get("domain") or "")
        self._quotations.forget(version, row, quotation_rows(before))
        self._records.replace(version, reading.record, base=self._base(story, version))
        self._save(version, reading)

    def _outlet(self, reading: Reading) -> int | None:
        return self._outlets.key_of(reading.listing.name, reading.listing.domain)

    def _commit(self) -> int:
        touched, self._touched = self._touched, {}
        if touched:
            (change,) = self.db.execute("SELECT value + 1 FROM meta WHERE name = 'change'").fetchone()
            self.db.execute("UPDATE meta SET value = ? WHERE name = 'change'", (change,))
            now = {
                story: self._stories.refresh(story, before, change, self._saved)
                for story, before in sorted(touched.items())
            }
            self._quotations.settle(
                {story: (touched[story].speaking, one.sort, one.versions) for story, one in now.items()}
            )
            self._copies.link(self._changed_texts(touched, now))
            self._outlets.settle()
            self._recount_copies()
            self._quotations.write()
            self._copies.write()
        self._counts.settle()
        self.db.execute("COMMIT")
        for tables in (self._stories, self._quotations, self._copies):
            tables.committed()
        self._saved.clear()
        return len(touched)

    def _changed_texts(
        self, touched: dict[int, Before], now: dict[int, Refreshed]
    ) -> dict[int, tuple[Keys | None, Keys]]:
        """Stories whose newest version is another one: the keys of its text before, and now."""
        changed: dict[int, tuple[Keys | None, Keys]] = {}
        for story, before in touched.items():
            newest = now[story].newest
            if newest == before.newest:
                continue
            bands = self._saved[newest].bands if newest in self._saved else self._bands(newest)
            changed[story] = (None if before.newest is None else self._bands(before.newest), bands)
        return changed

    def _bands(self, version: int) -> Keys:
        return band_keys(shingles(self._records.body(version)))

    def _recount_copies(self) -> None:
        """Which stories are of other outlets changes where names and domains come to be one outlet."""
        for row in self._outlets.moved:
            pairs = self.db.execute(
                "SELECT story, other FROM stories JOIN copies ON copies.story = stories.key WHERE outlet = ?", (row,)
            )
            count_copies(self.db, {key for pair in pairs for key in pair})
        self._outlets.moved.clear()

    def _settle(self, story: str, said: Settling) -> None:
        row = self.db.execute("SELECT key FROM stories WHERE id = ?", (story,)).fetchone()
        if row is None:
            raise StoryMissing(f"there is no story {story} here", str(self.folder))
        self._touch(row[0])
        keep_settling(self.db, row[0], said)
