"""An archive as a Backfile without codes left it: the same records, sentences alone."""

import json
import sqlite3
from pathlib import Path
from typing import Any

from backfile.archive.store.database import DATABASE
from backfile.archive.store.story_records import Records
from backfile.model.plain_values import GROUNDS

_ADDED = {*GROUNDS.values(), "clock_basis", "clock_raw"}


def without_codes(record: Any) -> Any:
    """The record without what later Backfiles put beside its sentences and stamps."""
    if isinstance(record, list):
        return [without_codes(item) for item in record]
    if not isinstance(record, dict):
        return record
    return {name: without_codes(item) for name, item in record.items() if name not in _ADDED}


def make_older(folder: Path) -> None:
    """Take the codes out of everything that the archive in the folder holds."""
    with sqlite3.connect(folder / DATABASE) as db:
        records = Records(db)
        for (version,) in db.execute("SELECT version FROM records").fetchall():
            records.save(version, json.dumps(without_codes(records.load(version))).encode())
        for table, column in (("stories", "entry"), ("printings", "dating")):
            for row, value in db.execute(f"SELECT rowid, {column} FROM {table}").fetchall():
                stripped = json.dumps(without_codes(json.loads(value))).encode()
                db.execute(f"UPDATE {table} SET {column} = ? WHERE rowid = ?", (stripped, row))
