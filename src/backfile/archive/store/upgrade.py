"""Archive upgrade: one made by an older Backfile is brought up to this one's format, out of what it holds."""

import sqlite3
from pathlib import Path

import orjson

from backfile.archive.quotations.quotation_tables import make_tables
from backfile.archive.search.index_writer import IndexWriter
from backfile.archive.store import schema
from backfile.archive.store.database import DATABASE, close_written, open_to_read, open_to_upgrade
from backfile.archive.store.failures import database_failure
from backfile.archive.store.lock import WriterLock
from backfile.archive.store.story_records import Records
from backfile.archive.undated.address_numbers import keep_number


def upgrade_archive(folder: Path) -> str:
    """Bring the archive in the folder up, and its search index with it; the format that it had before.

    Raises ArchiveMissing, ArchiveLocked, ArchiveFull, and ArchiveError for a newer format.
    """
    open_to_read(folder).close()  # says where there is no archive
    with WriterLock(folder):
        db = open_to_upgrade(folder)
        try:
            before = schema.format_of(db)
            if before != schema.FORMAT:
                _bring_up(db)
            with IndexWriter(db, folder) as index:
                index.catch_up()
        except sqlite3.Error as error:
            raise database_failure(error, folder / DATABASE) from error
        finally:
            close_written(db)
    return before


def _bring_up(db: sqlite3.Connection) -> None:
    """Give the archive the tables that it lacks, all of them or none."""
    db.execute("BEGIN IMMEDIATE")
    if not schema.keeps_quotations(db):
        make_tables(db, Records(db))
    if not schema.keeps_settlings(db):
        _make_placing_tables(db)
    db.execute("UPDATE meta SET value = ? WHERE name = 'format'", (schema.FORMAT,))
    db.execute("COMMIT")


def _make_placing_tables(db: sqlite3.Connection) -> None:
    """No archivist has said anything yet; the numbers are in the addresses."""
    for statement in schema.PLACING_TABLES.split(";\n"):
        db.execute(statement)
    for key, entry in db.execute("SELECT key, entry FROM stories").fetchall():
        keep_number(db, key, orjson.loads(entry)["url"])
