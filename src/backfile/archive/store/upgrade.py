"""Archive upgrade: one made by an older Backfile is brought up to this one's format, out of what it holds.

A new database is written beside the old one, by the same code that adds pages, and put in its place when it is whole. Killed
in between, the old one stands as it was.
"""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import orjson

from backfile.archive.search.index_writer import IndexWriter
from backfile.archive.settled.archivist_dates import Settling
from backfile.archive.store import schema
from backfile.archive.store.capture_tables import SourceState, place_from
from backfile.archive.store.database import DATABASE, close_written, end_writing, open_older, open_to_write
from backfile.archive.store.encoding import keep_encoding
from backfile.archive.store.failures import database_failure, disk_failure
from backfile.archive.store.key_runs import FOLDER as KEYS
from backfile.archive.store.lock import WriterLock
from backfile.archive.store.old_records import OldRecords
from backfile.archive.store.writer import Store
from backfile.archive.versions.version_decision import Outcome, Reading, reading_of
from backfile.errors import ArchiveError
from backfile.model.capture import SkipReason

_WORK = "upgrade"
"""The folder in which the new database is written."""
_BATCH = 1000
_CAPTURES = (
    "SELECT path, member, place, length, captures.digest, url, captured_at, media_type, version, reason, message FROM captures"
    " JOIN sources ON sources.id = source ORDER BY captures.key"
)


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
    work = folder / _WORK
    shutil.rmtree(work, ignore_errors=True)
    old = open_older(folder)
    try:
        with Store(work) as new:
            _copy(old, new)
            _expect_all(old, new.db, folder)
        end_writing(work)
    finally:
        old.close()
    put_in_place(work, folder)


def put_in_place(work: Path, folder: Path) -> None:
    """Make the database in `work` the archive's. Its runs of keys go first: until the database is there they are strays."""
    try:
        for path in sorted((work / KEYS).glob("*.run")):
            (folder / KEYS).mkdir(exist_ok=True)
            path.replace(folder / KEYS / path.name)
        (work / DATABASE).replace(folder / DATABASE)
        _sync(folder)
    except OSError as error:
        raise disk_failure(error, folder) from error
    shutil.rmtree(work, ignore_errors=True)


def _sync(folder: Path) -> None:
    file = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(file)
    finally:
        os.close(file)


def _copy(old: sqlite3.Connection, new: Store) -> None:
    """Add all that the old archive holds to the new one, in the order in which it came."""
    (archive,) = old.execute("SELECT value FROM meta WHERE name = 'archive'").fetchone()
    for path, size, mtime, digest, copied in old.execute(
        "SELECT path, size, mtime_ns, digest, copied FROM sources ORDER BY id"
    ):
        new.begin_source(SourceState(path, size, mtime, digest), copied=bool(copied))
    for count, outcome in enumerate(_outcomes(old, new), 1):
        new.add(outcome)
        if count % _BATCH == 0:
            new.commit()
            keep_encoding(new)
    new.commit()
    for story, value, why, by, at, despite in _rows(
        old,
        "settlings",
        "id, value, reason, archivist, at, despite FROM settlings JOIN stories ON stories.key = story ORDER BY settlings.key",
    ):
        new.settle(story, Settling(value, why, by, at, bool(despite)))
    new.keep_lists(
        [
            (
                seen,
                [
                    story
                    for (story,) in old.execute(
                        "SELECT story FROM listed WHERE list = ? ORDER BY place", (key,)
                    ).fetchall()
                ],
            )
            for key, seen in _rows(old, "lists", "key, seen FROM lists ORDER BY key")
        ]
    )
    for (path,) in old.execute("SELECT path FROM sources WHERE done"):
        new.end_source(path)
    new.commit()
    keep_encoding(new, is_end=True)
    new.db.execute("UPDATE meta SET value = ? WHERE name = 'archive'", (archive,))


def _outcomes(old: sqlite3.Connection, new: Store) -> Iterator[Outcome]:
    records = OldRecords(old)

    @lru_cache(maxsize=100)
    def reading(version: int) -> Reading:
        digest, fields = old.execute("SELECT digest, fields FROM versions WHERE key = ?", (version,)).fetchone()
        read = reading_of(records.load(version), new.records.encoder)
        fields = bytes.fromhex("".join(orjson.loads(fields).values()))
        return read._replace(digest=bytes.fromhex(digest), fields=fields)

    for *place, digest, url, at, media_type, version, reason, message in old.execute(_CAPTURES):
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


def _rows(old: sqlite3.Connection, table: str, query: str) -> list[tuple[Any, ...]]:
    """Rows of a table that not every format has."""
    if not old.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (table,)).fetchone():
        return []
    return old.execute(f"SELECT {query}").fetchall()


def _expect_all(old: sqlite3.Connection, new: sqlite3.Connection, folder: Path) -> None:
    """Raises ArchiveError where something was not brought over: then the old database stays."""
    for table in ("sources", "captures", "stories", "versions"):
        counts = [db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for db in (old, new)]  # noqa: S608 - words of ours
        if counts[0] != counts[1]:
            raise ArchiveError(
                f"the archive was not brought up: of its {counts[0]} {table} {counts[1]} came over; it stays as it was",
                str(folder),
            )
