"""Archive upgrade: one made by an older Backfile is brought up to this one's format, out of what it holds.

A new database is written beside the old one, by the same code that adds pages, and put in its place when it is whole. Killed
in between, the old one stands as it was.
"""

import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from backfile.archive.integrity.held_archive import HeldArchive
from backfile.archive.integrity.old_records import OldRecords
from backfile.archive.integrity.rebuild import Holdings, NewIds, OneSource, rebuild
from backfile.archive.search.index_writer import IndexWriter
from backfile.archive.settled.archivist_dates import Settling
from backfile.archive.settled.rulings import Ruling
from backfile.archive.settled.settling_log import all_settlings
from backfile.archive.store import schema
from backfile.archive.store.capture_tables import SourceState, place_from
from backfile.archive.store.database import DATABASE, close_written, end_writing, open_older, open_to_write
from backfile.archive.store.durable_files import sync_folder
from backfile.archive.store.failures import database_failure, disk_failure
from backfile.archive.store.key_runs import FOLDER as KEYS
from backfile.archive.store.lock import WriterLock
from backfile.archive.store.writer import Store
from backfile.archive.versions.version_decision import Outcome, Reading, reading_of
from backfile.errors import ArchiveError
from backfile.model.capture import SkipReason
from backfile.model.entry import Fault
from backfile.model.mentions import HeldMention

WORK = "upgrade"
"""The folder in which the new database is written."""
_CAPTURES = (
    "SELECT path, member, place, length, captures.digest, url, captured_at, media_type, version, reason, message FROM captures"
    " JOIN sources ON sources.id = source ORDER BY captures.key"
)

_VERSION = (
    "SELECT 1 FROM versions JOIN stories ON stories.key = story WHERE id = ? AND (digest = ? OR versions.key IN"
    " (SELECT version FROM former_versions WHERE digest = ?))"
)
"""Finds a version by its id, or by one that it had."""


def upgrade_archive(folder: Path) -> str:
    """Bring the archive in the folder up, and its search index with it; the format that it had before.

    Raises ArchiveMissing, ArchiveLocked, ArchiveFull, and ArchiveError for a newer format.
    """
    old = open_older(folder)  # says where there is no archive
    before = schema.format_of(old)
    old.close()
    with WriterLock(folder):
        if before != schema.FORMAT:
            end_writing(folder)
            _write_anew(folder)
        db = open_to_write(folder)
        try:
            with IndexWriter(db, folder) as index:
                index.catch_up()
        except sqlite3.Error as error:
            raise database_failure(error, folder / DATABASE) from error
        finally:
            close_written(db)
    return before


def _write_anew(folder: Path) -> None:
    work = folder / WORK
    shutil.rmtree(work, ignore_errors=True)
    old = open_older(folder)
    try:
        with Store(work, key_folder=folder) as new:
            rebuild(_holdings(old), new, _refuse)
            _expect_all(old, new.db, folder)
        end_writing(work)
    finally:
        old.close()
    put_in_place(work, folder)


def _holdings(old: sqlite3.Connection) -> Holdings:
    """What the archive holds; from format 4 on, records are as they are now."""
    is_old = schema.format_of(old) in schema.OLDER[:3]
    return _OldArchive(old) if is_old else HeldArchive(old, _refuse)


def _refuse(fault: Fault) -> None:
    raise ArchiveError(fault.message, fault.place)


def put_in_place(work: Path, folder: Path) -> None:
    """Make the database in `work` the archive's. Its runs of keys go first: until the database is there they are strays."""
    try:
        if runs := sorted((work / KEYS).glob("*.run")):
            (folder / KEYS).mkdir(exist_ok=True)
            for path in runs:
                path.replace(folder / KEYS / path.name)
            sync_folder(folder / KEYS)
        (work / DATABASE).replace(folder / DATABASE)
        sync_folder(folder)
    except OSError as error:
        raise disk_failure(error, folder) from error
    shutil.rmtree(work, ignore_errors=True)


class _OldArchive:
    """The holdings of an archive of formats 1 to 3."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._new_ids = NewIds()
        self.short: set[str] = set()

    def archive(self) -> str:
        """The archive's own number."""
        return str(self._db.execute("SELECT value FROM meta WHERE name = 'archive'").fetchone()[0])

    def sources(self) -> Iterator[OneSource]:
        """Every file that was read."""
        rows = self._db.execute("SELECT path, size, mtime_ns, digest, copied, done FROM sources ORDER BY id")
        for *state, copied, done in rows.fetchall():
            yield OneSource(SourceState(*state), bool(copied), bool(done))

    def outcomes(self, new: Store) -> Iterator[Outcome]:
        """Every capture, in the order in which they came."""
        records = OldRecords(self._db)

        @lru_cache(maxsize=100)
        def reading(version: int) -> Reading:
            read = reading_of(records.load(version), new.records.encoder)
            (before,) = self._db.execute("SELECT digest FROM versions WHERE key = ?", (version,)).fetchone()
            self._new_ids.note(bytes.fromhex(before), read)
            return read

        for *place, digest, url, at, media_type, version, reason, message in self._db.execute(_CAPTURES):
            yield Outcome(
                place_from(tuple(place)),
                url or None,
                at or None,
                digest,
                media_type,
                reading(version) if version is not None else None,
                SkipReason(reason) if reason is not None else None,
                message,
            )

    def settlings(self) -> list[tuple[str, Settling]]:
        """What archivists said of stories' days, by the story's id."""
        return all_settlings(self._db) if self._has("settlings") else []

    def rulings(self) -> list[Ruling]:
        """None: archivists spoke of days alone."""
        return []

    def former_versions(self) -> list[tuple[str, bytes, bytes]]:
        """Ids that versions had: nothing was read again yet, and what makes a version is told otherwise now."""
        return self._new_ids.former([])

    def lists(self) -> Iterator[tuple[str | None, Sequence[str]]]:
        """Lists of stories, each with when it was first seen."""
        lists = self._db.execute("SELECT key, seen FROM lists ORDER BY key").fetchall() if self._has("lists") else []
        for key, seen in lists:
            rows = self._db.execute("SELECT story FROM listed WHERE list = ? ORDER BY place", (key,)).fetchall()
            yield seen, [story for (story,) in rows]

    def mentions(self) -> Iterator[HeldMention]:
        """None: feeds and sitemaps were passed over."""
        return iter(())

    def _has(self, table: str) -> bool:
        """Whether this format has that table."""
        return self._db.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (table,)).fetchone() is not None


def _expect_all(old: sqlite3.Connection, new: sqlite3.Connection, folder: Path) -> None:
    """Raises ArchiveError where something was not brought over: then the old database stays."""
    for table in ("sources", "captures", "stories"):
        counts = [db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for db in (old, new)]  # noqa: S608 - words of ours
        if counts[0] != counts[1]:
            raise ArchiveError(
                f"the archive was not brought up: of its {counts[0]} {table} {counts[1]} came over; it stays as it was",
                str(folder),
            )
    for story, digest in old.execute("SELECT id, digest FROM versions JOIN stories ON stories.key = story"):
        kept = digest if isinstance(digest, bytes) else bytes.fromhex(digest)
        if new.execute(_VERSION, (story, kept, kept)).fetchone() is None:
            message = (
                f"the archive was not brought up: a version of story {story} did not come over; it stays as it was"
            )
            raise ArchiveError(message, str(folder))
