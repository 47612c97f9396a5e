"""Changes as readers ask for them: one between two versions, word by word, and lists over all stories."""

import sqlite3
from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from backfile.archive.outlets.outlet_queries import rows_of
from backfile.archive.passages.word_runs import word_runs
from backfile.archive.store.database import kept
from backfile.archive.store.record_form import Record
from backfile.archive.store.story_reader import StoryReader
from backfile.archive.versions.change_kinds import changed_fields, kind_of_change
from backfile.archive.versions.held_versions import id_of
from backfile.archive.versions.matters import matters
from backfile.archive.versions.version_rows import versions_of
from backfile.archive.versions.written_fields import printed_in
from backfile.errors import QueryError, StoryMissing
from backfile.model.changes import CHANGE_KINDS, Change, ChangeResult, Diff, FieldChange

_LISTED = (
    "SELECT stories.id, earlier.digest, versions.digest, kind, seen, weight FROM changes JOIN stories ON stories.key = changes.story"
    " JOIN versions ON versions.key = changes.version JOIN versions AS earlier ON earlier.key = before WHERE lead IS NULL"
)
_COUNTED = "SELECT count(*) FROM changes CROSS JOIN stories ON stories.key = changes.story WHERE lead IS NULL"
_BESIDE = ("headline", "dek", "byline", "body")
"""Fields that are compared of two stories."""


class ChangesAsked(NamedTuple):
    """Which changes are to be listed."""

    kind: str | None = None
    since: date | None = None
    """The day on which the later version was seen first, at the earliest."""
    outlet: str | None = None


class ChangeReader:
    """The changes of an archive whose database is open."""

    def __init__(self, db: sqlite3.Connection, stories: StoryReader) -> None:
        self._db = db
        self._stories = stories

    def changes(self, asked: ChangesAsked, limit: int, offset: int) -> ChangeResult:
        """Changes of all stories, those seen last first. Raises QueryError for a kind that there is not."""
        where, values = self._where(asked)
        total = _count(self._db, where, values) if where else kept(self._db, _count)
        rows = self._db.execute(
            f"{_LISTED}{where} ORDER BY seen DESC, version DESC LIMIT ? OFFSET ?", [*values, limit, offset]
        )
        return ChangeResult(total, tuple(self._listed(*row) for row in rows.fetchall()))

    def diff(self, story_id: str, before: str | None, after: str | None) -> Change:
        """A story's change from one version to another: without `after` to the newest, without both of its last change.

        Raises StoryMissing, also for a story with one version.
        """
        key, newest = self._stories.find(story_id)
        held = [version for version, _ in versions_of(self._db, key)]
        if len(held) < 2 and before is None:
            raise StoryMissing(f"story {story_id} has one version: nothing changed", str(self._stories.folder))
        later = newest if after is None else self._stories.version(story_id, after)[1]
        earlier = held[held.index(later) - 1] if before is None else self._stories.version(story_id, before)[1]
        one, other = (self._stories.records.load(version) for version in (earlier, later))
        digests = (self._row("SELECT digest, first_seen FROM versions WHERE key = ?", at) for at in (earlier, later))
        (first, _), (second, seen) = digests
        difference = diff_of(one, other)
        return self._listed(story_id, first, second, kind_of_change(one, other), seen, difference.weight)._replace(
            diff=difference
        )

    def beside(self, story_id: str, other: str) -> Diff:
        """Two stories side by side: what the second cut, added and changed of the first. Raises StoryMissing."""
        one, two = (self._stories.records.load(self._stories.find(story)[1]) for story in (story_id, other))
        fields = tuple(FieldChange(name, word_runs(one[name] or "", two[name] or "")) for name in _BESIDE)
        return Diff(tuple(field for field in fields if field.runs), matters(one, two))

    def _where(self, asked: ChangesAsked) -> tuple[str, list[Any]]:
        where, values = "", list[Any]()
        if asked.kind is not None:
            if asked.kind not in CHANGE_KINDS:
                raise QueryError(f"{asked.kind} is no kind of change: {', '.join(CHANGE_KINDS)}")
            where, values = " AND kind = ?", [asked.kind]
        if asked.since is not None:
            where, values = where + " AND seen >= ?", [*values, asked.since.isoformat()]
        if asked.outlet is not None:
            rows = rows_of(self._db, asked.outlet)
            where, values = where + f" AND outlet IN ({', '.join('?' * len(rows))})", [*values, *rows]
        return where, values

    def _listed(self, story: str, before: bytes, after: bytes, *about: Any) -> Change:
        kind, seen, weight = about
        entry = self._stories.entry(story)
        return Change(
            story, id_of(before), id_of(after), kind, seen, weight, entry.headline, entry.outlet, entry.url,
            entry.published, entry.window,
        )  # fmt: skip

    def _row(self, query: str, key: int) -> tuple[Any, ...]:
        row: tuple[Any, ...] = self._db.execute(query, (key,)).fetchone()
        return row


def _count(db: sqlite3.Connection, where: str = "", values: Sequence[Any] = ()) -> int:
    return int(db.execute(_COUNTED + where, values).fetchone()[0])


def diff_of(before: Record, after: Record) -> Diff:
    """Two versions of a story, by field: fields that are the same but for how they are printed are left out."""
    changed = changed_fields(before, after)
    fields = (FieldChange(name, word_runs(printed_in(before, name), printed_in(after, name))) for name in changed)
    return Diff(tuple(fields), matters(before, after))
