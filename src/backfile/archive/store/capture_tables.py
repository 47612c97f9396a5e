"""Capture tables: files that were read, and every capture with what became of it. Within the batch's transaction."""

import sqlite3
from collections import Counter
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from backfile.archive.addresses.plain_address import address_number
from backfile.archive.store.counts import HELD, SKIPPED, Counts
from backfile.model.capture import FAULTS, Capture, Place, SkipReason

if TYPE_CHECKING:
    from backfile.archive.versions.version_decision import Outcome

DAMAGED_TEXT = "damaged-text"
"""Not a reason to skip: a story whose page has bytes that fit no encoding."""
_SHA256 = "sha256:"
_MOST_SOURCES = 10_000


class SourceState(NamedTuple):
    """A file to read, as it is on the disk now."""

    path: str
    size: int
    mtime_ns: int
    digest: str
    """Of its first and last 64 KiB."""


class CaptureTables:
    """The tables of sources and captures, open for writing."""

    def __init__(self, db: sqlite3.Connection, counts: Counts) -> None:
        self._db = db
        self._counts = counts
        self._sources: dict[str, int] = {}
        self._last: int = db.execute("SELECT ifnull(max(key), 0) FROM captures").fetchone()[0]

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
            "size = -1 AND (path = ? OR path > ? AND path < ?)", given, given.rstrip("/") + "/", given.rstrip("/") + "0"
        )
        if any(reason in FAULTS for reason in beside):
            return None
        return held + beside or None

    def begin_source(self, source: SourceState, copied: bool) -> None:
        """The file is about to be read. If it changed since it was last read, what was skipped in it is forgotten."""
        row = self._db.execute(
            "SELECT id, size, mtime_ns, digest FROM sources WHERE path = ?", (source.path,)
        ).fetchone()
        if row is None:
            self._db.execute(
                "INSERT INTO sources (path, size, mtime_ns, digest, copied, done) VALUES (?, ?, ?, ?, ?, 0)",
                (*source, copied),
            )
            return
        if tuple(row[1:]) != tuple(source[1:]):
            self._forget_skipped(row[0])
        self._db.execute(
            "UPDATE sources SET size = ?, mtime_ns = ?, digest = ?, copied = ?, done = 0 WHERE id = ?",
            (*source[1:], copied, row[0]),
        )

    def end_source(self, path: str) -> None:
        """The file has been read to its end."""
        self._db.execute("UPDATE sources SET done = 1 WHERE path = ?", (path,))

    def holds(self, capture: Capture) -> bool:
        """True if this capture is in the archive: the same payload, address and time at the same place."""
        row = self._db.execute("SELECT id FROM sources WHERE path = ?", (capture.place.path,)).fetchone()
        if row is None:
            return False
        return self._is_held(
            row[0], capture.place, capture.payload_digest, capture.url or "", in_utc(capture.captured_at) or ""
        )

    def claim(self, outcome: "Outcome") -> int | None:
        """A key for the capture of an outcome; None where it is in already."""
        url, at = outcome.url or "", outcome.captured_at or ""
        if self._is_held(self._source(outcome.place.path), outcome.place, outcome.digest, url, at):
            return None
        self._last += 1
        return self._last

    def keep(self, key: int, outcome: "Outcome", version: int | None) -> None:
        """Keep what became of a capture."""
        member, place = _within(outcome.place)
        self._counts.add(HELD, "captures")
        if outcome.reason is not None:
            self._counts.add(SKIPPED, outcome.reason.value)
        self._db.execute(
            "INSERT INTO captures (key, source, place, member, length, digest, url, captured_at, version, reason, message,"
            " address) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                key,
                self._source(outcome.place.path),
                place,
                member,
                outcome.place.length,
                digest_bytes(outcome.digest),
                outcome.url or "",
                outcome.captured_at or "",
                version,
                outcome.reason,
                outcome.message,
                address_number(outcome.url) if outcome.url and outcome.address is None else outcome.address,
            ),
        )

    def forget(self, outcome: "Outcome") -> None:
        """Forget that this capture was skipped."""
        member, place = _within(outcome.place)
        where = (
            "source = ? AND place = ? AND member = ? AND digest = ? AND url = ? AND captured_at = ? AND version IS NULL"
        )
        values = (
            self._source(outcome.place.path), place, member, digest_bytes(outcome.digest), outcome.url or "",
            outcome.captured_at or "",
        )  # fmt: skip
        for (reason,) in self._db.execute(f"SELECT reason FROM captures WHERE {where}", values).fetchall():  # noqa: S608 - words of ours
            self._counts.add(SKIPPED, reason, -1)
            self._counts.add(HELD, "captures", -1)
        self._db.execute(f"DELETE FROM captures WHERE {where}", values)  # noqa: S608 - words of ours

    def withhold(self, story: int, why: str) -> None:
        """Captures of a story are of none from now on, and their addresses are not kept: an archivist had it forgotten."""
        withheld = SkipReason.WITHHELD
        done = self._db.execute(
            "UPDATE captures SET version = NULL, reason = ?, message = ?, url = '', address = NULL"
            " WHERE version IN (SELECT key FROM versions WHERE story = ?)",
            (withheld, why, story),
        )
        self._counts.add(SKIPPED, withheld.value, done.rowcount)

    def when(self, capture: int) -> tuple[str | None, str, str | None]:
        """When a capture was saved, its payload's digest, and its address."""
        at, digest, url = self._db.execute(
            "SELECT captured_at, digest, url FROM captures WHERE key = ?", (capture,)
        ).fetchone()
        return at or None, digest_text(digest), url or None

    def _is_held(self, source: int, place: Place, digest: str, url: str, at: str) -> bool:
        member, offset = _within(place)
        return bool(
            self._db.execute(
                "SELECT 1 FROM captures WHERE source = ? AND place = ? AND member = ? AND digest = ? AND url = ?"
                " AND captured_at = ?",
                (source, offset, member, digest_bytes(digest), url, at),
            ).fetchone()
        )

    def _unchanged(self, state: SourceState, copied: bool) -> int | None:
        row = self._db.execute(
            "SELECT id, copied FROM sources WHERE path = ? AND size = ? AND mtime_ns = ? AND digest = ? AND done", state
        ).fetchone()
        return row[0] if row and row[1] >= copied else None

    def _by_reason(self, where: str, *values: Any) -> Counter[str]:
        reason = f"CASE WHEN version AND message IS NOT NULL THEN '{DAMAGED_TEXT}' ELSE ifnull(reason, '') END"
        counted = f"SELECT {reason} AS why, count(*) FROM sources JOIN captures ON source = sources.id WHERE "  # noqa: S608 - words of ours
        return Counter(dict(self._db.execute(counted + where + " GROUP BY why", values).fetchall()))

    def _forget_skipped(self, source: int) -> None:
        rows = self._db.execute(
            "SELECT reason, count(*) FROM captures WHERE source = ? AND reason IS NOT NULL GROUP BY reason", (source,)
        ).fetchall()
        for reason, times in rows:
            self._counts.add(SKIPPED, reason, -times)
            self._counts.add(HELD, "captures", -times)
        self._db.execute("DELETE FROM captures WHERE source = ? AND reason IS NOT NULL", (source,))

    def _source(self, path: str) -> int:
        if path not in self._sources:
            row = self._db.execute("SELECT id FROM sources WHERE path = ?", (path,)).fetchone()
            if row is None:  # a place in a file that was not announced: a missing file, say
                self.begin_source(SourceState(path, -1, -1, ""), copied=False)
                row = self._db.execute("SELECT id FROM sources WHERE path = ?", (path,)).fetchone()
            if len(self._sources) > _MOST_SOURCES:
                self._sources.clear()
            self._sources[path] = row[0]
        return self._sources[path]


def digest_bytes(digest: str) -> bytes:
    """A payload digest as it is stored: half as long as it is written."""
    with_name, _, hexadecimal = digest.partition(":")
    if f"{with_name}:" == _SHA256 and len(hexadecimal) == 64:
        return bytes.fromhex(hexadecimal)
    return digest.encode()


def digest_text(stored: bytes) -> str:
    """The payload digest that was stored: "sha256:..."; "" where there is no payload."""
    return _SHA256 + stored.hex() if len(stored) == 32 else stored.decode()


def place_from(row: tuple[Any, ...]) -> Place:
    """The place that a row of `captures` names: path, member, place, length."""
    path, member, place, length = row
    return Place(path, member or None, None if place < 0 else place, length)


def _within(place: Place) -> tuple[str, int]:
    """Where in its file a capture lies, with values for "none" that compare as equal in SQLite."""
    return place.member or "", -1 if place.offset is None else place.offset


def in_utc(moment: datetime | None) -> str | None:
    """ "2017-02-23T21:47:00Z": comparable as text."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if moment else None
