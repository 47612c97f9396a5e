"""Is every stored thing readable, and its digest right? Database, records, payloads where they lie, search index."""

import hashlib
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

from backfile.archive.search.index_reader import IndexReader
from backfile.archive.store.database import DATABASE
from backfile.archive.store.payloads import load_payload
from backfile.archive.store.story_records import Records
from backfile.errors import BackfileError
from backfile.model.capture import Capture, Place
from backfile.model.entry import Fault

Loader = Callable[[Place], Capture]
"""Reads the capture at a place again: `backfile.capture.load_capture`."""


def check_archive(db: sqlite3.Connection, folder: Path, load_capture: Loader) -> Iterator[Fault]:
    """Every fault found, as it is found."""
    yield from _database(db, folder)
    yield from _records(db)
    yield from _payloads(db, folder, load_capture)
    yield from _index(db, folder)


def _database(db: sqlite3.Connection, folder: Path) -> Iterator[Fault]:
    try:
        for (line,) in db.execute("PRAGMA quick_check"):
            if line != "ok":
                yield Fault(str(folder / DATABASE), f"the database is damaged: {line}")
    except sqlite3.DatabaseError as error:
        yield Fault(str(folder / DATABASE), f"the database is damaged: {error}")


def _records(db: sqlite3.Connection) -> Iterator[Fault]:
    records = Records(db)
    rows = db.execute(
        "SELECT versions.key, stories.id, versions.digest FROM versions LEFT JOIN stories ON stories.key = story"
    )
    for key, story, digest in rows:
        try:
            records.load_bytes(key)
        except BackfileError as error:
            yield Fault(
                f"story {story}, version {digest[:12]}", f"{error.message}; add its sources to a new archive to mend it"
            )


def _payloads(db: sqlite3.Connection, folder: Path, load_capture: Loader) -> Iterator[Fault]:
    """Only the payload last seen at a place is expected there; an older one that was taken in is checked too."""
    rows = db.execute(
        "SELECT path, member, place, length, captures.digest, captures.key = (SELECT max(later.key)"
        " FROM captures AS later WHERE later.source = captures.source AND later.member = captures.member"
        " AND later.place = captures.place AND later.digest != '')"
        " FROM captures JOIN sources ON sources.id = captures.source"
        " WHERE captures.digest != '' ORDER BY captures.key"
    )
    for path, member, offset, length, digest, is_latest in rows:
        place = Place(path, member or None, None if offset < 0 else offset, length)
        try:
            kept = load_payload(folder, digest)
            if kept is not None and _digest(kept) != digest:
                yield Fault(str(place), "the payload taken in from here is not what it was: its digest differs")
            elif kept is None and not is_latest:
                yield Fault(str(place), "the file has changed since: an older capture in it can no longer be read")
            elif kept is None and load_capture(place).payload_digest != digest:
                yield Fault(str(place), "the file is not what it was when it was added: the payload's digest differs")
        except BackfileError as error:
            yield Fault(str(place), f"the capture can no longer be read: {error.message}")


def _index(db: sqlite3.Connection, folder: Path) -> Iterator[Fault]:
    reader = IndexReader(db, folder)
    place = str(folder / "search")
    try:
        found = reader.index().searcher().num_docs
        if behind := reader.stories_behind():
            yield Fault(place, f"{behind} stories are newer than the index; `backfile upgrade` brings it up")
        elif found != (stories := db.execute("SELECT count(*) FROM stories").fetchone()[0]):
            yield Fault(
                place, f"{found} of {stories} stories can be searched: remove this folder, then `backfile upgrade`"
            )
    except BackfileError as error:
        yield Fault(place, error.message)
    finally:
        reader.close()


def _digest(payload: bytes) -> str:
    return "sha256:" + hashlib.sha256(payload).hexdigest()
