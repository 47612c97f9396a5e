"""The archive's writer: carries out what `version_decision` decided, one transaction a batch. One writer an archive."""

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple, TypeVar

import orjson

from backfile.archive.passages.copy_links import link_copies
from backfile.archive.quotations.quotation_tables import Quotations
from backfile.archive.settled.archivist_dates import Settling, settled
from backfile.archive.settled.settling_log import keep_settling, settlings_of
from backfile.archive.store.database import DATABASE, close_written, open_to_write
from backfile.archive.store.failures import database_failure
from backfile.archive.store.list_entries import listing_of
from backfile.archive.store.lock import WriterLock
from backfile.archive.store.story_records import Records
from backfile.archive.undated.address_numbers import keep_number
from backfile.archive.undated.section_lists import keep_lists
from backfile.archive.versions.version_decision import HeldVersion, Outcome, Reading, in_utc, quoted_in, seen_again
from backfile.archive.versions.version_rows import versions_of
from backfile.errors import StoryMissing
from backfile.model.capture import FAULTS, Capture, Place

Result = TypeVar("Result")


DAMAGED_TEXT = "damaged-text"
"""Not a reason to skip: a story whose page has bytes that fit no encoding."""
_PATIENCE = 3.0
"""Seconds to wait for an archivist who is dating a story."""


class SourceState(NamedTuple):
    """A file to read, as it is on the disk now."""

    path: str
    size: int
    mtime_ns: int
    digest: str
    """Of its first and last 64 KiB."""


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
        self._touched: set[int] = set()
        self._saved: dict[int, list[int]] = {}
        """Versions whose record this batch stored, by key, with their band keys."""
        self._sources: dict[str, int] = {}

    def __enter__(self) -> "Store":
        self._lock.__enter__()
        try:
            self.db = open_to_write(self.folder)
            self._records = Records(self.db)
            self._quotations = Quotations(self.db)
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

    def held_of(self, given: str, files: Iterable[SourceState | None], *, copied: bool) -> Counter[str] | None:
        """Captures held of a file or folder, by reason, if all of it was read and is unchanged.

        The reason is "" for stories, DAMAGED_TEXT for stories out of damaged bytes.

        None where a file is new or changed, or where something in it could not be read: that is tried again.
        """
        held: Counter[str] = Counter()
        for state in files:
            if state is None or not (source := self._unchanged(state, copied)):
                return None
            held.update(self._by_reason("sources.id = ?", source))
        # What is no file (a missing one, a folder without permission) was not announced: its size is -1.
        beside = self._by_reason(
            "size = -1 AND (path = ? OR substr(path, 1, ?) = ?)", given, len(given) + 1, given.rstrip("/") + "/"
        )
        if any(reason in FAULTS for reason in beside):
            return None
        return held + beside or None

    def _unchanged(self, state: SourceState, copied: bool) -> int | None:
        row = self.db.execute(
            "SELECT id, copied FROM sources WHERE path = ? AND size = ? AND mtime_ns = ? AND digest = ? AND done", state
        ).fetchone()
        return row[0] if row and row[1] >= copied else None

    def _by_reason(self, where: str, *values: Any) -> Counter[str]:
        reason = f"CASE WHEN version AND message IS NOT NULL THEN '{DAMAGED_TEXT}' ELSE ifnull(reason, '') END"
        counted = f"SELECT {reason} AS why, count(*) FROM sources JOIN captures ON source = sources.id WHERE "  # noqa: S608 - words of ours
        return Counter(dict(self.db.execute(counted + where + " GROUP BY why", values)))

    def begin_source(self, source: SourceState, *, copied: bool) -> None:
        """The file is about to be read. If it changed since it was last read, what was skipped in it is forgotten."""
        self._guarded(lambda: self._begin_source(source, copied))

    def end_source(self, path: str) -> None:
        """The file has been read to its end."""
        self._guarded(lambda: self.db.execute("UPDATE sources SET done = 1 WHERE path = ?", (path,)))

    def holds(self, capture: Capture) -> bool:
        """True if this capture is in the archive: the same payload, address and time at the same place."""
        place = capture.place
        row = self.db.execute(
            "SELECT 1 FROM captures WHERE source = (SELECT id FROM sources WHERE path = ?) AND member = ?"
            " AND place = ? AND digest = ? AND url = ? AND captured_at = ?",
            (
                place.path,
                *_within(place),
                capture.payload_digest,
                capture.url or "",
                in_utc(capture.captured_at) or "",
            ),
        ).fetchone()
        return row is not None

    def add(self, outcome: Outcome) -> Added:
        """Take in what became of a capture."""
        return self._guarded(lambda: self._add(outcome))

    def settle(self, story: str, said: Settling) -> None:
        """Keep what an archivist said of the story's day. Raises StoryMissing."""
        self._guarded(lambda: self._settle(story, said))

    def commit(self) -> int:
        """Make all since the last commit durable. The number of stories touched."""
        return self._guarded(self._commit)

    # -- inside the transaction --

    def _guarded(self, work: Callable[[], Result]) -> Result:
        """`work` inside the batch's transaction; SQLite's errors as ours."""
        try:
            if not self.db.in_transaction:
                self.db.execute("BEGIN IMMEDIATE")
            return work()
        except sqlite3.Error as error:
            raise database_failure(error, self.folder / DATABASE) from error

    def _begin_source(self, source: SourceState, copied: bool) -> None:
        row = self.db.execute(
            "SELECT id, size, mtime_ns, digest FROM sources WHERE path = ?", (source.path,)
        ).fetchone()
        if row is None:
            self.db.execute(
                "INSERT INTO sources (path, size, mtime_ns, digest, copied, done) VALUES (?, ?, ?, ?, ?, 0)",
                (*source, copied),
            )
            return
        if tuple(row[1:]) != tuple(source[1:]):
            self.db.execute("DELETE FROM captures WHERE source = ? AND reason IS NOT NULL", (row[0],))
        self.db.execute(
            "UPDATE sources SET size = ?, mtime_ns = ?, digest = ?, copied = ?, done = 0 WHERE id = ?",
            (*source[1:], copied, row[0]),
        )

    def _add(self, outcome: Outcome) -> Added:
        row = (*self._address(outcome), outcome.place.length, outcome.media_type)
        capture = self.db.execute(
            "INSERT OR IGNORE INTO captures (source, member, place, digest, url, captured_at, length, media_type,"
            " reason, message) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (*row, outcome.reason, outcome.message),
        )
        if not capture.rowcount:
            return Added(is_held=True)
        if outcome.reading is None:
            keep_lists(self.db, outcome.lists, outcome.captured_at)
            return Added()
        story, new_story = self._story(outcome.reading.story)
        version, new_version = self._version(story, outcome.reading, outcome.captured_at)
        self.db.execute("UPDATE captures SET version = ? WHERE key = ?", (version, capture.lastrowid))
        self._touched.add(story)
        return Added(new_story=new_story, new_version=new_version)

    def _story(self, story: str) -> tuple[int, bool]:
        """The story's key, and whether it is new. Its columns are filled when the batch is committed."""
        row = self.db.execute("SELECT key FROM stories WHERE id = ?", (story,)).fetchone()
        if row:
            return row[0], False
        cursor = self.db.execute("INSERT INTO stories (id, entry, newest, change) VALUES (?, '', 0, 0)", (story,))
        assert cursor.lastrowid is not None
        return cursor.lastrowid, True

    def _version(self, story: int, reading: Reading, captured_at: str | None) -> tuple[int, bool]:
        """The version's key, and whether it is new; its record is replaced where this capture shows it better."""
        row = self.db.execute(
            "SELECT key, first_seen, last_seen, captures, fields, shown FROM versions WHERE story = ? AND digest = ?",
            (story, reading.digest),
        ).fetchone()
        before = HeldVersion(reading.digest, row[1], row[2], row[3], orjson.loads(row[4]), row[5]) if row else None
        after = seen_again(before, reading, captured_at)
        values = (after.first_seen, after.last_seen, after.captures, after.shown)
        if row:
            key: int = row[0]
            self.db.execute(
                "UPDATE versions SET first_seen = ?, last_seen = ?, captures = ?, shown = ? WHERE key = ?",
                (*values, key),
            )
        else:
            cursor = self.db.execute(
                "INSERT INTO versions (story, digest, fields, first_seen, last_seen, captures, shown)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                (story, reading.digest, orjson.dumps(reading.fields).decode(), *values),
            )
            assert cursor.lastrowid is not None
            key = cursor.lastrowid
        if before is None or after.shown != before.shown:
            self._records.save(key, reading.record)
            self._quotations.save(key, story, reading.quoted)
            self._saved[key] = reading.bands
        return key, row is None

    def _commit(self) -> int:
        touched, self._touched = self._touched, set()
        if touched:
            change = self.db.execute("SELECT value FROM meta WHERE name = 'change'").fetchone()[0] + 1
            self.db.execute("UPDATE meta SET value = ? WHERE name = 'change'", (change,))
            ordered: dict[int, list[int]] = {}
            newest = {story: self._refresh(story, change, ordered) for story in sorted(touched)}
            self._quotations.settle(ordered)
            changed = {story: self._saved.get(key) for story, key in newest.items() if key is not None}
            link_copies(self.db, self._records, changed)
            self._records.train_when_due()
        self.db.execute("COMMIT")
        self._saved.clear()
        return len(touched)

    def _refresh(self, story: int, change: int, ordered: dict[int, list[int]]) -> int | None:
        """The story's row made new from its versions. Its newest version, if that is another one or newly stored.

        Its versions, oldest first, are put in `ordered`.
        """
        held = versions_of(self.db, story)
        ordered[story] = [key for key, _ in held]
        newest = held[-1][0]
        before = self.db.execute("SELECT newest FROM stories WHERE key = ?", (story,)).fetchone()[0]
        log = settlings_of(self.db, story)
        record = settled(self._records.load(newest), log)
        keep_number(self.db, story, record["url"])
        if log:
            self._date_quotations(story, ordered[story], log)
        listing = listing_of(record, len(held))
        self.db.execute(
            "UPDATE stories SET entry = ?, outlet = ?, domain = ?, first_day = ?, last_day = ?, year = ?, sort = ?,"
            " newest = ?, change = ? WHERE key = ?",
            (*listing, newest, change, story),
        )
        return newest if newest != before or newest in self._saved else None

    def _date_quotations(self, story: int, versions: list[int], log: list[Settling]) -> None:
        """Each quotation is listed by the date of its story: that which archivists gave it, or the page's again."""
        for version in versions:
            self._quotations.save(version, story, quoted_in(settled(self._records.load(version), log)))

    def _settle(self, story: str, said: Settling) -> None:
        row = self.db.execute("SELECT key FROM stories WHERE id = ?", (story,)).fetchone()
        if row is None:
            raise StoryMissing(f"there is no story {story} here", str(self.folder))
        keep_settling(self.db, row[0], said)
        self._touched.add(row[0])

    def _address(self, outcome: Outcome) -> tuple[int, str, int, str, str, str]:
        """What the captures table is unique in."""
        source = self._source(outcome.place.path)
        return source, *_within(outcome.place), outcome.digest, outcome.url or "", outcome.captured_at or ""

    def _source(self, path: str) -> int:
        if path not in self._sources:
            row = self.db.execute("SELECT id FROM sources WHERE path = ?", (path,)).fetchone()
            if row is None:  # a place in a file that was not announced: a missing file, say
                self._begin_source(SourceState(path, -1, -1, ""), copied=False)
                row = self.db.execute("SELECT id FROM sources WHERE path = ?", (path,)).fetchone()
            if len(self._sources) > 10_000:
                self._sources.clear()
            self._sources[path] = row[0]
        return self._sources[path]


def _within(place: Place) -> tuple[str, int]:
    """Where in its file a capture lies, with values for "none" that compare as equal in SQLite."""
    return place.member or "", -1 if place.offset is None else place.offset
