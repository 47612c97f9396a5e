"""Story reader: one story by its id with its versions and copies, and lists of stories."""

import sqlite3
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Any, NoReturn

import orjson

from backfile.archive.settled.archivist_dates import Settling, settled
from backfile.archive.settled.settling_log import settlings_of
from backfile.archive.store.list_entries import COLUMNS, entry_from
from backfile.archive.store.old_records import with_codes
from backfile.archive.store.story_records import Records
from backfile.archive.undated.narrowed_windows import UndatedWindows
from backfile.archive.versions.version_decision import version_records
from backfile.archive.versions.version_rows import versions_of
from backfile.errors import StoryMissing
from backfile.model.capture import Place
from backfile.model.entry import CaptureEntry, Entry, LikelyDay, Undated, UndatedResult
from backfile.model.story import Copy, Stamp, Story, story_from_dict

_MOST_NAMED = 5


class StoryReader:
    """The stories of an archive whose database is open."""

    def __init__(self, folder: Path, db: sqlite3.Connection) -> None:
        self._folder = folder
        self._db = db
        self.records = Records(db)

    @cached_property
    def _windows(self) -> UndatedWindows:
        return UndatedWindows(self._db, self.records)

    def find(self, story_id: str) -> tuple[int, int]:
        """The story's key, and that of its newest version. Raises StoryMissing."""
        row = self._db.execute("SELECT key, newest FROM stories WHERE id = ?", (story_id,)).fetchone()
        if row is None:
            self._missing(f"there is no story {story_id} here")
        return row[0], row[1]

    def full_id(self, start: str) -> str:
        """The id of the one story whose id is this or begins with it. Raises StoryMissing."""
        rows = self._db.execute(
            "SELECT id FROM stories WHERE id = ? OR substr(id, 1, ?) = ? ORDER BY id != ?, id LIMIT ?",
            (start, len(start), start, start, _MOST_NAMED + 1),
        )
        found = [row[0] for row in rows]
        if start and (start in found[:1] or len(found) == 1):
            return str(found[0])
        if not start or not found:
            self._missing(f"there is no story {start} here")
        named = ", ".join(found[:_MOST_NAMED]) + (", ..." if len(found) > _MOST_NAMED else "")
        return self._missing(f"more than one story begins with {start}: {named}; give more of the id")

    def version(self, story_id: str, version: str | None) -> tuple[int, int]:
        """The story's key, and that of the version whose id is this or begins so; the newest for None."""
        key, newest = self.find(story_id)
        if version is None:
            return key, newest
        held = versions_of(self._db, key)
        found = [at for at, one in held if one.digest.startswith(version)]
        if len(found) != 1:
            ids = ", ".join(one.digest[:12] for _, one in held[-10:])
            self._missing(f"{story_id} has no one version that begins with {version}; its newest are {ids}")
        return key, found[0]

    def story(self, story_id: str, version: str | None = None) -> Story:
        """The story in its newest version, or the one named. Raises StoryMissing."""
        key, shown = self.version(story_id, version)
        return self._story(key, shown, self.settlings(key))

    def as_saved(self, story_id: str) -> Story:
        """The story as its page dates it."""
        return self._story(*self.find(story_id), [])

    def settlings(self, key: int) -> list[Settling]:
        """What archivists said of the story's day, oldest first."""
        return settlings_of(self._db, key)

    def likely_days(self, story_id: str, version: str | None) -> tuple[LikelyDay, ...]:
        """The likeliest days of an undated story; none for a dated one."""
        key, shown = self.version(story_id, version)
        story = self._story(key, shown, self.settlings(key))
        return () if story.published else self._windows.likely(key, shown, story)

    def undated(self, outlet: str | None, limit: int, offset: int) -> UndatedResult:
        """Stories that nothing dates, by id, with all the reasons that a list has no need of."""
        where = "year IS NULL" + (" AND (outlet = ? COLLATE NOCASE OR domain = ?)" if outlet else "")
        values = (outlet, outlet.lower()) if outlet else ()
        total = self._db.execute(f"SELECT count(*) FROM stories WHERE {where}", values).fetchone()[0]  # noqa: S608 - words of ours
        entries = self.entries(f"WHERE {where} ORDER BY id LIMIT ? OFFSET ?", values, limit, offset)
        return UndatedResult(total, tuple(self._undated(entry) for entry in entries))

    def captures_of(self, story_id: str) -> list[CaptureEntry]:
        """Every capture of the story, oldest first, those of unknown time last."""
        key, _ = self.find(story_id)
        rows = self._db.execute(
            "SELECT path, member, place, length, url, captured_at, captures.digest, versions.digest FROM captures"
            " JOIN versions ON versions.key = captures.version JOIN sources ON sources.id = captures.source"
            " WHERE versions.story = ? ORDER BY captured_at = '', captured_at, path, member, place",
            (key,),
        )
        return [CaptureEntry(place_from(r[:4]), r[4] or None, r[5] or None, r[6], r[7][:12]) for r in rows]

    def entries(self, where: str, values: tuple[Any, ...], limit: int, offset: int) -> list[Entry]:
        """The stories of a list; `where` ends in LIMIT ? OFFSET ?."""
        rows = self._db.execute(f"SELECT {COLUMNS} FROM stories {where}", (*values, limit, offset))  # noqa: S608 - names of ours
        return [self._entry(row) for row in rows.fetchall()]

    def entry(self, story_id: str) -> Entry:
        """One story as lists have it."""
        return self.entries("WHERE id = ? LIMIT ? OFFSET ?", (story_id,), 1, 0)[0]

    def entry_and_body(self, key: int) -> tuple[Entry, str]:
        """The story of that key as lists have it, and the text of its newest version."""
        row = self._db.execute(f"SELECT {COLUMNS}, newest FROM stories WHERE key = ?", (key,)).fetchone()  # noqa: S608 - names of ours
        return self._entry(row), self.records.load(row[-1])["body"]

    def _story(self, key: int, version: int, log: list[Settling]) -> Story:
        held = versions_of(self._db, key)
        story = story_from_dict(settled(with_codes(self.records.load(version)), log))
        story = replace(story, versions=version_records([one for _, one in held]), copies=self._copies(key))
        return story if story.published else self._windows.placed(key, story)

    def _entry(self, row: tuple[Any, ...]) -> Entry:
        """The Entry of a row of `stories`, its COLUMNS; of the undated with the window narrowed."""
        entry = entry_from(row)
        if entry.published:
            return entry
        return entry._replace(window=self._windows.window(row[2], entry.window, entry.url))

    def _undated(self, entry: Entry) -> Undated:
        key, newest = self.find(entry.id)
        story = self._story(key, newest, self.settlings(key))
        return Undated(entry._replace(window=story.window), self._windows.likely(key, newest, story))

    def _copies(self, key: int) -> tuple[Copy, ...]:
        rows = self._db.execute(
            "SELECT entry, containment FROM copies JOIN stories ON stories.key = other"
            " WHERE story = ? ORDER BY sort IS NULL, sort, id",
            (key,),
        )
        return tuple(_copy(orjson.loads(entry), share) for entry, share in rows)

    def _missing(self, message: str) -> NoReturn:
        raise StoryMissing(message, str(self._folder))


def _copy(entry: dict[str, Any], share: float) -> Copy:
    published = Stamp(**entry["published"]) if entry["published"] else None
    return Copy(entry["id"], entry["outlet"], entry["headline"], published, entry["url"], share)


def skipped_captures(db: sqlite3.Connection, limit: int, offset: int) -> list[tuple[Place, str, str]]:
    """Captures that hold no story: place, reason, message."""
    rows = db.execute(
        "SELECT path, member, place, length, reason, message FROM captures JOIN sources ON sources.id = source"
        " WHERE reason IS NOT NULL ORDER BY path, member, place, reason LIMIT ? OFFSET ?",
        (limit, offset),
    )
    return [(place_from(row[:4]), row[4], row[5]) for row in rows]


def place_from(row: tuple[Any, ...]) -> Place:
    """The place that a row of `captures` names: path, member, place, length."""
    path, member, place, length = row
    return Place(path, member or None, None if place < 0 else place, length)
