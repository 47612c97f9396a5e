"""Is every stored thing readable, and its digest right? Database, records, payloads where they lie, search index."""

import hashlib
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

from backfile.archive.search.index_reader import IndexReader
from backfile.archive.search.index_schema import QUOTATIONS, STORIES
from backfile.archive.store.capture_tables import digest_text, place_from
from backfile.archive.store.database import DATABASE
from backfile.archive.store.payloads import load_payload
from backfile.archive.store.story_records import Records
from backfile.archive.versions.version_decision import id_of
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
            records.load(key)
        except BackfileError as error:
            yield Fault(
                f"story {story}, version {id_of(digest)}",
                f"{error.message}; add its sources to a new archive to mend it",
            )


def _payloads(db: sqlite3.Connection, folder: Path, load_capture: Loader) -> Iterator[Fault]:
    """Only the payload last seen at a place is expected there; an older one that was taken in is checked too."""
    rows = db.execute(
        "SELECT path, member, place, length, captures.digest, captures.key = (SELECT max(later.key)"
        " FROM captures AS later WHERE later.source = captures.source AND later.member = captures.member"
        " AND later.place = captures.place AND later.digest != x'')"
        " FROM captures JOIN sources ON sources.id = captures.source"
        " WHERE captures.digest != x'' ORDER BY captures.key"
    )
    for *within, stored, is_latest in rows:
        place, digest = place_from(tuple(within)), digest_text(stored)
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
    for name, count in (
        (STORIES, "SELECT count(*) FROM stories"),
        (QUOTATIONS, "SELECT count(*) FROM quotations WHERE shown"),
    ):
        reader = IndexReader(db, folder, name)
        place = str(folder / name)
        try:
            found = reader.index().searcher.num_docs
            (due,) = db.execute(count).fetchone()
            if behind := reader.stories_behind():
                yield Fault(place, f"{behind} stories are newer than the index; `backfile upgrade` brings it up")
            elif found != due:
                yield Fault(place, f"{found} of {due} can be searched: remove this folder, then `backfile upgrade`")
        except BackfileError as error:
            yield Fault(place, error.message)
        finally:
            reader.close()


def _digest(payload: bytes) -> str:
    return "sha256:" + hashlib.sha256(payload).hexdigest()
