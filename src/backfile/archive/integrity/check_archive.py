"""Archive check: is every stored thing readable, and does each table, list and index say what the records say?

The archive is made again from its captures and records, in a folder of its own beside the system's other temporary files, by the
code that adds pages; then each table is laid beside the one made again. Nothing in the archive is written.
"""

import hashlib
import sqlite3
import tempfile
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import Any, TypeAlias

from backfile.archive.integrity.held_archive import HeldArchive
from backfile.archive.integrity.held_keys import key_faults
from backfile.archive.integrity.index_check import index_faults
from backfile.archive.integrity.named_rows import OF_ONE_STORY, TABLES, Difference, Table, differences, rows_in_order
from backfile.archive.integrity.rebuild import UNDECODABLE, rebuild
from backfile.archive.settled.archivist_log import Logged, all_said, missing_from, read_log
from backfile.archive.store.capture_tables import digest_text, place_from
from backfile.archive.store.database import DATABASE
from backfile.archive.store.payloads import load_payload
from backfile.archive.store.writer import Store
from backfile.archive.takedowns.takedown_rulings import read_takedowns
from backfile.errors import BackfileError
from backfile.model.capture import Capture, Place
from backfile.model.entry import Fault

Loader: TypeAlias = Callable[[Place], Capture]
"""Reads the capture at a place again: `backfile.capture.load_capture`."""
CheckProgress: TypeAlias = Callable[[int, int], None]
"""Told how many steps of how many are done: a capture copied and a capture read again are one each."""
_MOST_TOLD = 100
"""Differences of one table that are told one by one."""
_LONGEST = 60
"""Letters of a value that are told."""
_MEND = "`backfile repair` makes it again"
_MENDS = "`backfile repair` makes again all that can be"


def check_archive(
    db: sqlite3.Connection, folder: Path, load_capture: Loader, progress: CheckProgress
) -> Iterator[Fault]:
    """Every fault found, as it is found. Raises ArchiveFull where there is no room for the archive made again."""
    captures = _count(db)
    yield from _database(db, folder)
    yield from _tables(db, folder, lambda done: progress(done, 2 * captures))
    for done, fault in _payloads(db, folder, load_capture):
        if fault:
            yield fault
        progress(captures + done, 2 * captures)
    yield from _as_far_as_read(index_faults(db, folder), folder)
    yield from _archivists(db, folder)


def _as_far_as_read(faults: Iterator[Fault], folder: Path) -> Iterator[Fault]:
    try:
        yield from faults
    except UNDECODABLE as error:
        yield Fault(str(folder / DATABASE), f"it cannot be read any further ({error}); {_MENDS}")


def _archivists(db: sqlite3.Connection, folder: Path) -> Iterator[Fault]:
    """What archivists said, in the database and in the log beside it."""
    try:
        held, logged = all_said(db), read_log(folder)
        forgotten = read_takedowns(db).forgotten
    except UNDECODABLE:
        return  # the database's tables are told of already
    for one, other, lacks in ((held, logged, "the log"), (logged, held, "the database")):
        for line in missing_from(one, other):
            if isinstance(line, Logged) and line.story in forgotten:
                continue
            about = f"story {line.story}" if isinstance(line, Logged) else f"{line.one} and {line.other}"
            said = line.said if isinstance(line, Logged) else line
            yield Fault(
                about, f"what {said.by} said of it, at {said.at}, is not in {lacks}; `backfile repair` puts it there"
            )


def _count(db: sqlite3.Connection) -> int:
    try:
        return int(db.execute("SELECT count(*) FROM captures").fetchone()[0])
    except sqlite3.Error:
        return 1


def _database(db: sqlite3.Connection, folder: Path) -> Iterator[Fault]:
    try:
        for (line,) in db.execute("PRAGMA quick_check"):
            if line != "ok":
                yield Fault(str(folder / DATABASE), f"the database is damaged: {line}")
    except sqlite3.Error as error:
        yield Fault(str(folder / DATABASE), f"the database is damaged: {error}")


def _tables(db: sqlite3.Connection, folder: Path, step: Callable[[int], None]) -> Iterator[Fault]:
    """What the tables say otherwise than the archive made again from its records."""
    with tempfile.TemporaryDirectory(prefix="backfile-check-") as name:
        found: list[Fault] = []
        with Store(Path(name), key_folder=folder) as new:
            new.commit()
            new.db.execute("PRAGMA synchronous = OFF")  # it is thrown away
            held = HeldArchive(db, found.append)
            rebuild(held, new, found.append, step)
            yield from found
            if found:  # what rests on a record that is lost would be told row by row
                yield Fault(
                    str(folder / DATABASE), f"its tables cannot be compared in full before that is mended; {_MENDS}"
                )
                if len(held.lost) == len(found):  # all captures are known, and only records are lost
                    for table in OF_ONE_STORY.values():
                        yield from _table(db, new.db, folder, table, but=set(held.lost.values()))
                return
            for table in TABLES.values():
                yield from _table(db, new.db, folder, table)
            try:
                yield from key_faults(db, new.db, (folder, Path(name)))
            except UNDECODABLE as error:
                yield Fault(
                    str(folder),
                    f"the fingerprints that find copies and like quotations cannot be read ({error}); {_MEND}",
                )


def _table(
    db: sqlite3.Connection, due: sqlite3.Connection, folder: Path, table: Table, *, but: Collection[str] = ()
) -> Iterator[Fault]:
    """Where a table is not what it is due to be; of the stories named in `but` nothing is told."""
    told = 0
    try:
        columns, held = rows_in_order(db, table)
        for difference in differences(held, rows_in_order(due, table)[1], table.names):
            if but and (difference.held or difference.due or ("",))[0] in but:
                continue
            told += 1
            if told <= _MOST_TOLD:
                yield _fault(difference, columns, table)
    except UNDECODABLE as error:
        yield Fault(str(folder / DATABASE), f"a table cannot be read ({error}); {_MEND}")
    if told > _MOST_TOLD:
        yield Fault(
            table.about.partition(" {")[0],
            f"{told - _MOST_TOLD:,} more such rows are not those of the records; {_MEND}",
        )


def _fault(difference: Difference, columns: list[str], table: Table) -> Fault:
    held, due = difference
    named = table.about.format(*(_said(value) for value in held or due or ()))
    if held is None:
        return Fault(named, f"it is missing, and the records give it; {_MEND}")
    if due is None:
        return Fault(named, f"it is there, and no record gives it; {_MEND}")
    told = "; ".join(
        f"{name} is {_said(mine)}, by the records {_said(theirs)}"
        for name, mine, theirs in zip(columns, held, due, strict=True)
        if mine != theirs
    )
    return Fault(named, f"{told}; {_MEND}")


def _said(value: Any) -> str:
    if isinstance(value, bytes):
        text = value.decode(errors="replace") if value[:1] == b"[" else value.hex()
    else:
        text = "none" if value is None else str(value)
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"


def _payloads(db: sqlite3.Connection, folder: Path, load_capture: Loader) -> Iterator[tuple[int, Fault | None]]:
    """Only the payload last seen at a place is expected there; an older one that was taken in is checked too."""
    done = 0
    try:
        rows = db.execute(
            "SELECT path, member, place, length, captures.digest, captures.key = (SELECT max(later.key)"
            " FROM captures AS later WHERE later.source = captures.source AND later.member = captures.member"
            " AND later.place = captures.place AND later.digest != x'')"
            " FROM captures JOIN sources ON sources.id = captures.source"
            " WHERE captures.digest != x'' ORDER BY captures.key"
        )
        for *within, stored, is_latest in rows:
            done += 1
            place, digest = place_from(tuple(within)), digest_text(stored)
            yield done, _payload(folder, place, digest, load_capture if is_latest else None)
    except UNDECODABLE as error:
        yield done, Fault(str(folder / DATABASE), f"the table of captures cannot be read to its end ({error})")


def _payload(folder: Path, place: Place, digest: str, load_capture: Loader | None) -> Fault | None:
    """What is wrong with one capture's bytes; without a loader they are not expected where they lay."""
    try:
        kept = load_payload(folder, digest)
        if kept is not None and _digest(kept) != digest:
            return Fault(str(place), "the payload taken in from here is not what it was: its digest differs")
        if kept is None and load_capture is None:
            return Fault(str(place), "the file has changed since: an older capture in it can no longer be read")
        if kept is None and load_capture is not None and load_capture(place).payload_digest != digest:
            return Fault(str(place), "the file is not what it was when it was added: the payload's digest differs")
    except BackfileError as error:
        return Fault(str(place), f"the capture can no longer be read: {error.message}")
    return None


def _digest(payload: bytes) -> str:
    return "sha256:" + hashlib.sha256(payload).hexdigest()
