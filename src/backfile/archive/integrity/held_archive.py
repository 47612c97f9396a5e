"""What an archive of this Backfile's format holds, for a rebuild: read as far as it can be, what cannot is told."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import lru_cache, partial
from typing import Any, TypeAlias

from backfile.archive.integrity.rebuild import UNDECODABLE, NewIds, OneSource, Told, decoded, salvaged
from backfile.archive.settled.archivist_dates import Settling
from backfile.archive.settled.rulings import Ruling
from backfile.archive.store.capture_tables import SourceState, digest_text, place_from
from backfile.archive.store.schema import FORMAT, OLDER, format_of
from backfile.archive.store.story_records import Records
from backfile.archive.store.writer import Store
from backfile.archive.takedowns.redactor import IN_ADDRESS
from backfile.archive.versions.held_versions import id_of
from backfile.archive.versions.version_decision import Outcome, Reading, reading_of
from backfile.model.capture import SkipReason
from backfile.model.entry import Fault
from backfile.model.mentions import HeldMention, Mention, MentionKind, MentionNumbers

_MOST_READ = 100
_NEITHER = "backfile/archive/4"
"""The format that has neither rulings nor former ids of versions."""
_STORY_OF = "SELECT id FROM versions JOIN stories ON stories.key = story WHERE versions.key = ?"
Again: TypeAlias = Callable[[Outcome], Outcome | None]
"""Reads a capture again whose record is lost: what becomes of it, or None where its bytes are gone."""


class HeldArchive:
    """The holdings of an open database. A capture whose record is lost is read again, where there is a way; else it is left out."""

    def __init__(self, db: sqlite3.Connection, told: Told, again: Again | None = None) -> None:
        self._db = db
        self._told = told
        self._again = again
        self._paths: dict[int, str] = {}
        self._new_ids: NewIds | None = None
        with suppress(*UNDECODABLE):  # what cannot say its format is taken for one of this
            self._new_ids = NewIds() if format_of(db) != FORMAT else None
        self.short: set[str] = set()
        """Files of which a capture was left out."""
        self.lost: dict[int, str] = {}
        """Versions whose records cannot be read, each with its story's id."""

    def archive(self) -> str:
        """The archive's own number."""
        row = self._db.execute("SELECT value FROM meta WHERE name = 'archive'").fetchone()
        return str(row[0]) if row else ""

    def sources(self) -> Iterator[OneSource]:
        """Every file that was read."""
        for key, path, size, mtime, digest, copied, done in salvaged(
            self._db, "sources", "path, size, mtime_ns, digest, copied, done", self._told
        ):
            self._paths[key] = path
            if size >= 0:
                yield OneSource(SourceState(path, size, mtime, digest), bool(copied), bool(done))

    def outcomes(self, new: Store) -> Iterator[Outcome]:
        """Every capture, in the order in which they came."""
        records = Records(self._db)

        @lru_cache(maxsize=_MOST_READ)
        def reading(version: int) -> Reading | None:
            reader = decoded(partial(self._reader, version), f"the reader of version {version}", self._told) or ""
            read: Reading | None = decoded(
                lambda: reading_of(records.load(version), new.records.encoder, reader=reader),
                self._name(version),
                self._told,
            )
            if read is None:
                with suppress(*UNDECODABLE):
                    self.lost[version] = self._db.execute(_STORY_OF, (version,)).fetchone()[0]
            elif self._new_ids is not None:
                (before,) = self._db.execute("SELECT digest FROM versions WHERE key = ?", (version,)).fetchone()
                self._new_ids.note(before, read)
            return read

        columns = "source, member, place, length, digest, url, captured_at, version, reason, message"
        columns += ", address" if self._has_numbers() else ", NULL"
        for row in salvaged(self._db, "captures", columns, self._told):
            outcome = decoded(partial(self._outcome, row, reading), f"capture {row[0]}", self._told)
            if outcome is not None:
                yield outcome

    def _outcome(self, row: tuple[Any, ...], reading: Any) -> Outcome | None:
        _, source, member, place, length, digest, url, at, version, reason, message, number = row
        path = self._paths.get(source)
        if path is None:
            self._told(Fault(f"capture {row[0]}", "the file that it is of is not known any more"))
            return None
        where = place_from((path, member, place, length))
        read = reading(version) if version is not None else None
        why = SkipReason(reason) if reason is not None else None
        outcome = Outcome(where, url or None, at or None, digest_text(digest), None, read, why, message)
        if IN_ADDRESS in url:
            outcome = outcome._replace(address=number)
        if version is None or read is not None:
            return outcome
        anew = self._again(outcome) if self._again else None
        if anew is None:
            self.short.add(path)
        return anew

    def _has_numbers(self) -> bool:
        """Whether captures have the numbers of their addresses, as they do from format 7 on."""
        return any(column[1] == "address" for column in self._db.execute("PRAGMA table_info(captures)"))

    def _reader(self, version: int) -> str:
        query = "SELECT name FROM versions JOIN readers ON readers.key = reader WHERE versions.key = ?"
        row = self._db.execute(query, (version,)).fetchone()
        return str(row[0]) if row else ""

    def _name(self, version: int) -> str:
        """How a version is called, as far as the tables say it."""
        query = "SELECT id, versions.digest FROM versions JOIN stories ON stories.key = story WHERE versions.key = ?"
        try:
            story, digest = self._db.execute(query, (version,)).fetchone()
        except UNDECODABLE:
            return f"version {version}"
        return f"story {story}, version {id_of(digest)}"

    def settlings(self) -> Iterator[tuple[str, Settling]]:
        """What archivists said of stories' days, by the story's id."""
        rows = salvaged(self._db, "settlings", "story, value, reason, archivist, at, despite", self._told)
        records = Records(self._db)
        for _, story, value, why, by, at, despite in rows:
            name = decoded(partial(self._id, records, story), f"what {by} said of a story's day", self._told)
            if name:
                yield name, Settling(value, why, by, at, bool(despite))

    def _id(self, records: Records, story: int) -> str:
        """The story's id as its record gives it."""
        (version,) = self._db.execute("SELECT min(key) FROM versions WHERE story = ?", (story,)).fetchone()
        return str(records.load(version, fields=("id",))["id"])

    def rulings(self) -> Iterator[Ruling]:
        """What archivists said of outlets and speakers."""
        columns = "kind, one, other, value, reason, archivist, at"
        rows = () if format_of(self._db) == _NEITHER else salvaged(self._db, "rulings", columns, self._told)
        for _, *said in rows:
            yield Ruling(*said)

    def former_versions(self) -> list[tuple[str, bytes, bytes]]:
        """Ids that versions had before: the story's id, the version's digest, the one that it had."""
        query = (
            "SELECT id, versions.digest, former_versions.digest FROM former_versions JOIN versions ON versions.key = version"
            " JOIN stories ON stories.key = story"
        )
        held = None
        if format_of(self._db) != _NEITHER:
            held = decoded(lambda: self._db.execute(query).fetchall(), "former ids of versions", self._told)
        return self._new_ids.former(held or []) if self._new_ids is not None else held or []

    def lists(self) -> Iterator[tuple[str | None, Sequence[str]]]:
        """Lists of stories, each with when it was first seen."""
        for key, seen in salvaged(self._db, "lists", "seen", self._told):
            if stories := decoded(partial(self._listed, key), f"list {key}", self._told):
                yield seen, stories

    def mentions(self) -> Iterator[HeldMention]:
        """What is said of addresses beside pages; nothing was kept of it up to format 7."""
        if format_of(self._db) in OLDER:
            return
        columns = "kind, url, published, updated, headline, section, target, origin, seen, address, story, leads_to"
        for key, kind, url, *said, origin, seen, address, story, leads_to in salvaged(
            self._db, "mentions", columns, self._told
        ):
            mention = decoded(lambda: Mention(url, MentionKind(kind), *said), f"mention {key}", self._told)  # noqa: B023
            if mention is not None:
                is_whole = IN_ADDRESS not in f"{mention.url} {mention.target}"
                numbers = None if is_whole else MentionNumbers(address, story, leads_to)
                yield HeldMention(mention, origin, seen, numbers)

    def _listed(self, key: int) -> list[str]:
        rows = self._db.execute("SELECT story FROM listed WHERE list = ? ORDER BY place", (key,))
        return [story for (story,) in rows]
