"""Room that an archive takes, part by part, beside the text of its stories."""

import sqlite3
from pathlib import Path
from typing import NamedTuple

from backfile.archive import Archive


class Room(NamedTuple):
    """Bytes of an archive."""

    text: int
    """UTF-8, of the bodies of all stories in their newest version."""
    records: int
    """What is kept of each version, compressed, with the dictionary."""
    search: int
    quotations: int
    """The index of quotations."""
    keys: int
    """Runs of keys that find copies and wordings, in files and in the database."""
    rest: int
    """The database's tables, their indexes, and what of its pages is unused."""


def room_of(archive: Archive) -> Room:
    """What an archive takes that nobody is writing to."""
    folder = archive.folder
    db = sqlite3.connect(f"file:{folder / 'backfile.sqlite'}?mode=ro", uri=True)
    records, dictionaries, runs = (
        int(db.execute(f"SELECT ifnull(sum(length(bytes)), 0) FROM {table}").fetchone()[0])
        for table in ("records", "dictionaries", "key_runs")
    )
    db.close()
    database = (folder / "backfile.sqlite").stat().st_size
    return Room(
        text=sum(len(story.body.encode()) for story in archive.stories()),
        records=records + dictionaries,
        search=_size(folder / "search"),
        quotations=_size(folder / "search-quotations"),
        keys=_size(folder / "keys") + runs,
        rest=database - records - dictionaries - runs,
    )


def largest_tables(archive: Archive, count: int = 15) -> list[tuple[str, int]]:
    """The tables and indexes of the database that take most room, records left out; none where this SQLite was built without dbstat."""
    db = sqlite3.connect(f"file:{archive.folder / 'backfile.sqlite'}?mode=ro", uri=True)
    try:
        return db.execute(
            "SELECT name, sum(pgsize) FROM dbstat WHERE name != 'records' GROUP BY name ORDER BY 2 DESC LIMIT ?",
            (count,),
        ).fetchall()
    except sqlite3.OperationalError:
        return []
    finally:
        db.close()


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
