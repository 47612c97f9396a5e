"""Archive rebuild: a new database from what one holds, by the same code that adds pages.

An upgrade rebuilds an archive of an older format, a repair one that is damaged, and a check lays an archive beside its rebuild.
Captures, records and what archivists said are copied; all else is made from them. What cannot be read is passed over, and told.
"""

import sqlite3
import struct
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple, Protocol

from backfile.archive.settled.archivist_dates import Settling
from backfile.archive.settled.rulings import REDACT, TAKEDOWNS, Ruling, all_rulings
from backfile.archive.store.capture_tables import SourceState
from backfile.archive.store.encoding import keep_encoding
from backfile.archive.store.writer import Store
from backfile.archive.takedowns.takedown_rulings import read_takedowns
from backfile.archive.versions.version_decision import Outcome, Reading
from backfile.errors import BackfileError, StoryMissing
from backfile.model.entry import Fault
from backfile.model.mentions import HeldMention

UNDECODABLE = (ValueError, TypeError, LookupError, AttributeError, OverflowError, struct.error, sqlite3.Error)
"""What comes of bytes that are not what they were: SQLite's own errors, and those of taking a damaged value apart."""
_BATCH = 1000
Told = Callable[[Fault], None]
Step = Callable[[int], None]
"""Told how many captures were copied."""


class OneSource(NamedTuple):
    """A file that was read."""

    state: SourceState
    is_copied: bool
    is_done: bool


class NewIds:
    """Versions whose id is another one now: what a newsroom's words are is told otherwise than by the Backfile that kept them."""

    def __init__(self) -> None:
        self._now: dict[tuple[str, bytes], bytes] = {}

    def note(self, before: bytes, reading: Reading) -> None:
        """A version had this digest, and has that of its reading."""
        if before != reading.digest:
            self._now[reading.story, before] = reading.digest

    def former(self, held: Iterable[tuple[str, bytes, bytes]]) -> list[tuple[str, bytes, bytes]]:
        """Former ids as `Holdings.former_versions` gives them: those that were held, and those that are former now."""
        kept = [(story, self._now.get((story, digest), digest), before) for story, digest, before in held]
        return kept + [(story, now, before) for (story, before), now in self._now.items()]


class Holdings(Protocol):
    """What an archive holds, whatever its format, as far as it can be read."""

    short: set[str]
    """Files of which a capture is left out."""

    def archive(self) -> str:
        """The archive's own number."""

    def sources(self) -> Iterable[OneSource]:
        """Every file that was read."""

    def outcomes(self, new: Store) -> Iterable[Outcome]:
        """Every capture, in the order in which they came."""

    def settlings(self) -> Iterable[tuple[str, Settling]]:
        """What archivists said of stories' days, by the story's id."""

    def rulings(self) -> Iterable[Ruling]:
        """What archivists said of outlets and speakers."""

    def former_versions(self) -> Iterable[tuple[str, bytes, bytes]]:
        """Ids that versions had before: the story's id, the version's digest, the one that it had."""

    def lists(self) -> Iterable[tuple[str | None, Sequence[str]]]:
        """Lists of stories, each with when it was first seen."""

    def mentions(self) -> Iterable[HeldMention]:
        """What is said of addresses beside pages."""


def untold(_done: int) -> None:
    """A Step: nobody wants to know."""


def rebuild(old: Holdings, new: Store, told: Told, step: Step = untold) -> None:
    """Add all that the old archive holds to the new one, in the order in which it came."""
    sources = [*old.sources()]
    for source in sources:
        new.begin_source(source.state, copied=source.is_copied)
    count = 0
    rulings = [*old.rulings()]
    told_already = {*all_rulings(new.db)}
    for ruling in takedowns_first(rulings):
        if ruling not in told_already:
            new.rule(ruling)
    forgotten = read_takedowns(new.db).forgotten
    for count, outcome in enumerate(old.outcomes(new), 1):
        new.add(outcome)
        if count % _BATCH == 0:
            _commit(new)
            step(count)
    new.commit()
    for story, said in old.settlings():
        try:
            new.settle(story, said)
        except StoryMissing:
            if story in forgotten:
                continue
            told(Fault(f"story {story}", "an archivist dated it, and it is not in the archive"))
    for ruling in rulings:
        if ruling.kind not in TAKEDOWNS:
            new.rule(ruling)
    new.keep_former(old.former_versions())
    new.keep_lists(old.lists())
    new.keep_mentions(old.mentions())
    for source in sources:
        if source.is_done and source.state.path not in old.short:
            new.end_source(source.state.path)
    new.commit()
    keep_encoding(new, is_end=True)
    new.db.execute("UPDATE meta SET value = ? WHERE name = 'archive'", (old.archive(),))
    step(count)


def takedowns_first(said: Iterable[object]) -> list[Ruling]:
    """What archivists said of stories, in the order in which a new archive is to be told: first which words are left out, of other rulings too."""
    found = (one for one in said if isinstance(one, Ruling) and one.kind in TAKEDOWNS)
    return sorted(found, key=lambda one: one.kind != REDACT)


def _commit(new: Store) -> None:
    new.commit()
    keep_encoding(new)


def salvaged(db: sqlite3.Connection, table: str, columns: str, told: Told) -> Iterator[tuple[Any, ...]]:
    """The rows of a table by their keys, each with its key first; those that are damaged are passed over, and told."""
    query = f"SELECT rowid, {columns} FROM {table} WHERE rowid > ? ORDER BY rowid LIMIT ?"  # noqa: S608 - words of ours
    key = 0
    while True:
        try:
            rows = db.execute(query, (key, _BATCH)).fetchall()
        except sqlite3.Error as error:
            told(Fault(f"table {table}", f"some of its rows cannot be read ({error})"))
            yield from _one_by_one(db, query, key)
            return
        if not rows:
            return
        yield from rows
        key = rows[-1][0]


def _one_by_one(db: sqlite3.Connection, query: str, key: int) -> Iterator[tuple[Any, ...]]:
    """What is left of a table that has a damaged page: looked for under every key that it can have."""
    (pages,) = db.execute("PRAGMA page_count").fetchone()
    (size,) = db.execute("PRAGMA page_size").fetchone()
    for before in range(key, pages * size // _LEAST_ROW):
        try:
            row = db.execute(query, (before, 1)).fetchone()
        except sqlite3.Error:
            continue
        if row and row[0] == before + 1:
            yield row


_LEAST_ROW = 40
"""Bytes that a row of a capture or a version takes at least."""


def decoded(call: Callable[[], Any], place: str, told: Told) -> Any:
    """What the call gives; None where what it reads is damaged, which is told."""
    try:
        return call()
    except BackfileError as error:
        told(Fault(place, error.message))
    except UNDECODABLE as error:
        told(Fault(place, f"what is stored of it cannot be read ({error})"))
    return None
