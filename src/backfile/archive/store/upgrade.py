"""Brings an archive made by an older Backfile up to this one's format, out of what it holds (schema.py has the formats)."""

import sqlite3

import orjson

from backfile.archive.quotations import quotation_tables as quotations
from backfile.archive.store import schema
from backfile.archive.store.story_records import Records
from backfile.archive.undated import address_numbers as numbering


def bring_up(db: sqlite3.Connection, records: Records) -> None:
    """Give the archive the tables that it lacks. Within a transaction, which this ends."""
    if not schema.keeps_quotations(db):
        quotations.make_tables(db, records)
    if not schema.keeps_settlings(db):
        _make_placing_tables(db)
    db.execute("UPDATE meta SET value = ? WHERE name = 'format'", (schema.FORMAT,))
    db.execute("COMMIT")


def _make_placing_tables(db: sqlite3.Connection) -> None:
    """No archivist has said anything yet; the numbers are in the addresses."""
    for statement in schema.PLACING_TABLES.split(";\n"):
        db.execute(statement)
    for key, entry in db.execute("SELECT key, entry FROM stories").fetchall():
        numbering.keep_number(db, key, orjson.loads(entry)["url"])
