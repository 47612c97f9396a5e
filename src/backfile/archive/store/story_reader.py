"""Story reader: one story by its id with its versions and copies, and lists of stories."""

from __future__ import annotations  # what only some stories ask for is loaded by what asks

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn

from backfile.archive.outlets.outlet_queries import OutletTitles, outlet_titles, rows_of
from backfile.archive.store.counts import UNDATED, YEAR
from backfile.archive.store.database import kept
from backfile.archive.store.list_entries import entry_from, lede
from backfile.archive.store.record_form import Record
from backfile.archive.store.story_records import Records
from backfile.archive.takedowns.hidden_stories import LEFT_OUT
from backfile.archive.versions.held_versions import version_records
from backfile.archive.versions.version_rows import changes_of, versions_of
from backfile.errors import StoryForgotten, StoryLeftOut, StoryMissing
from backfile.model.entry import Doubtful, Entry, LikelyDay, Undated, UndatedResult
from backfile.model.story import ARCHIVE_NOTE, Copy, Image, Note, Story, doubt_from_dict, story_from_dict

if TYPE_CHECKING:
    from backfile.archive.settled.archivist_dates import Dated, Settling
    from backfile.archive.settled.rulings import Ruling
    from backfile.archive.takedowns.leave_out_rules import LeaveOutRules
    from backfile.archive.takedowns.redactions import Redactions
    from backfile.archive.takedowns.takedown_rulings import Takedowns
    from backfile.archive.undated.narrowed_windows import UndatedWindows

_MOST_NAMED = 5
_ROW = (
    "SELECT stories.key, id, stories.outlet, (SELECT copies FROM copied WHERE copied.story = stories.key), newest, entry"
    " FROM stories "
)
_HELD = "SELECT key, newest, ifnull(lead, key), is_form, sort, id, entry, outlet FROM stories WHERE key IN "
_SHARED = (
    "SELECT other, theirs.id, theirs.entry, theirs.outlet, share, ifnull(theirs.lead, theirs.key) = ifnull(own.lead, own.key)"
    " FROM copies JOIN stories AS own ON own.key = story JOIN stories AS theirs ON theirs.key = other WHERE story = ?"
    " AND (theirs.lead IS NULL OR theirs.lead > 0 OR theirs.lead = own.lead AND theirs.outlet = own.outlet)"
    " ORDER BY theirs.sort IS NULL, theirs.sort, theirs.id"
)
_NEXT_KEYS = "SELECT key FROM stories WHERE key > ? ORDER BY key LIMIT ?"
_AT_ONCE = 500
_LAST = "\U0010ffff"


class HeldStory(NamedTuple):
    """A story as it is laid beside others: its row, and nothing of its text."""

    key: int
    newest: int
    lead: int
    """The story that it is a view of; itself where it is of none; less than 0 where no list shows it."""
    is_form: int
    sort: int | None
    entry: Entry
    """With the window that its own page leaves, and no passage."""


class StoryReader:
    """The stories of an archive whose database is open."""

    def __init__(self, folder: Path, db: sqlite3.Connection) -> None:
        self.folder = folder
        self._db = db
        self.records = Records(db)
        self._redactions: tuple[tuple[Ruling, ...], Redactions] | None = None

    @cached_property
    def _windows(self) -> UndatedWindows:
        from backfile.archive.undated.narrowed_windows import UndatedWindows  # loads what reads dates

        return UndatedWindows(self._db, self.records)

    def find(self, story_id: str) -> tuple[int, int]:
        """The story's key, and that of its newest version. Raises StoryMissing."""
        self.expect_not_forgotten(story_id)
        row = self._db.execute("SELECT key, newest, lead FROM stories WHERE id = ?", (story_id,)).fetchone()
        if row is None:
            self._missing(f"there is no story {story_id} here")
        if row[2] == LEFT_OUT:
            raise StoryLeftOut(f"the owner of this archive does not show story {story_id}", str(self.folder))
        return row[0], row[1]

    @property
    def takedowns(self) -> Takedowns:
        """What archivists said of stories."""
        from backfile.archive.takedowns.takedown_rulings import read_takedowns

        return kept(self._db, read_takedowns)

    @property
    def redactions(self) -> Redactions:
        """Which words are left out of which story. Raises ArchiveError where the key is missing that they are known by."""
        from backfile.archive.takedowns.redactions import Redactions  # loads what hides words

        rulings = self.takedowns.redactions
        if self._redactions is None or self._redactions[0] is not rulings:
            self._redactions = rulings, Redactions(rulings, self.folder)
        return self._redactions[1]

    def named_beside(self, story_id: str, headline: str | None, url: str | None) -> tuple[str | None, str | None]:
        """Headline and address of another story as a story's own page may name them: words left out of the one are left out there too."""
        redactor = self.redactions.of(story_id)
        return headline and redactor.clean(headline), url and redactor.address(url)

    def expect_not_forgotten(self, story_id: str) -> None:
        """Raises StoryForgotten for a story that an archivist had forgotten."""
        said = self.takedowns.forgotten.get(story_id)
        if said is not None:
            day = said.at[:10]
            message = f"story {story_id} was taken out of this archive on {day} ({said.value})"
            raise StoryForgotten(message, str(self.folder), ground=said.value or "", day=day, story=story_id)

    def holds(self, story_id: str) -> bool:
        """Whether there is a story of that id."""
        query = "SELECT 1 FROM stories WHERE id = ? AND lead IS NOT ?"
        return self._db.execute(query, (story_id, LEFT_OUT)).fetchone() is not None

    def every_packed(self, keys: Iterable[int] | None = None) -> Iterator[tuple[str, str, bytes]]:
        """Every version of these stories, or of all: the story's id, the version's id, its record in the short form."""
        stories = [key for (key,) in self._db.execute("SELECT key FROM stories ORDER BY key")] if keys is None else keys
        for story in stories:
            for version, held in versions_of(self._db, story):
                yield self.id_of(story), held.id, self.records.load_packed(version)

    def is_listed(self, story_id: str) -> bool:
        """Whether lists and search engines may show the story. Raises StoryMissing."""
        key = self.find(story_id)[0]
        return self._db.execute("SELECT 1 FROM stories WHERE key = ? AND lead < 0", (key,)).fetchone() is None

    def hidden_ids(self, mark: int) -> list[str]:
        """The stories that have a mark of archive/takedowns/hidden_stories.py, by id."""
        return [story for (story,) in self._db.execute("SELECT id FROM stories WHERE lead = ? ORDER BY id", (mark,))]

    def pictures_left_out(self, story_id: str, version: str | None) -> set[str]:
        """Addresses of the pictures of a version of a story that the owner does not show. Raises StoryMissing."""
        rules = self.takedowns.rules
        if not rules.picture_credits:
            return set()
        images = self.records.load(self.version(story_id, version)[1], fields=("images",))["images"]
        return {one["url"] for one in images if one["url"] and rules.hides_picture(one["credit"], one["caption"])}

    def id_of(self, key: int) -> str:
        """The id of the story of that key."""
        return str(self._db.execute("SELECT id FROM stories WHERE key = ?", (key,)).fetchone()[0])

    def all_entries(self) -> Iterator[Entry]:
        """Every story in the order in which they came in."""
        after = -1
        while keys := self._db.execute(_NEXT_KEYS, (after, _AT_ONCE)).fetchall():
            after = keys[-1][0]
            yield from self.entries(
                "WHERE stories.key BETWEEN ? AND ? AND lead IS NULL ORDER BY stories.key", (keys[0][0], after)
            )

    def full_id(self, start: str) -> str:
        """The id of the one story whose id is this or begins with it. Raises StoryMissing."""
        rows = self._db.execute(
            "SELECT id FROM stories WHERE id >= ? AND id < ? AND lead IS NOT ? ORDER BY id LIMIT ?",
            (start, start + _LAST, LEFT_OUT, _MOST_NAMED + 1),
        )
        found = [row[0] for row in rows]
        if start and (start in found[:1] or len(found) == 1):
            return str(found[0])
        if not start or not found:
            self.expect_not_forgotten(start)
            self._missing(f"there is no story {start} here")
        named = ", ".join(found[:_MOST_NAMED]) + (", ..." if len(found) > _MOST_NAMED else "")
        return self._missing(f"more than one story begins with {start}: {named}; give more of the id")

    def version(self, story_id: str, version: str | None) -> tuple[int, int]:
        """The story's key, and that of the version whose id is this or begins so; the newest for None."""
        key, newest = self.find(story_id)
        if version is None:
            return key, newest
        held = versions_of(self._db, key)
        found = [at for at, one in held if one.id.startswith(version)] or self._former(key, version)
        if len(found) != 1:
            ids = ", ".join(one.id for _, one in held[-10:])
            self._missing(f"{story_id} has no one version that begins with {version}; its newest are {ids}")
        return key, found[0]

    def _former(self, key: int, version: str) -> list[int]:
        """The versions that had an id that begins so, before their pages were read again."""
        rows = self._db.execute(
            "SELECT DISTINCT version FROM former_versions JOIN versions ON versions.key = version"
            " WHERE story = ? AND lower(hex(former_versions.digest)) LIKE ? || '%'",
            (key, version.lower().replace("%", "").replace("_", "")),
        )
        return [found for (found,) in rows]

    def story(self, story_id: str, version: str | None = None) -> Story:
        """The story in its newest version, or the one named. Raises StoryMissing."""
        key, shown = self.version(story_id, version)
        return self._story(key, shown, self.settlings(key))

    def as_saved(self, story_id: str) -> Story:
        """The story as its page dates it."""
        return self._story(*self.find(story_id), [])

    def as_dated(self, story_id: str, version: str | None) -> list[Dated]:
        """A version as its page dates it, then as it stood after each thing that archivists said."""
        from backfile.archive.settled.archivist_dates import Dated

        key, shown = self.version(story_id, version)
        log = self.settlings(key)
        return [Dated(log[at - 1] if at else None, self._story(key, shown, log[:at])) for at in range(len(log) + 1)]

    def settlings(self, key: int) -> list[Settling]:
        """What archivists said of the story's day, oldest first."""
        from backfile.archive.settled.settling_log import settlings_of

        return settlings_of(self._db, key)

    def likely_days(self, story_id: str, version: str | None) -> tuple[LikelyDay, ...]:
        """The likeliest days of an undated story; none for a dated one."""
        key, shown = self.version(story_id, version)
        story = self._story(key, shown, self.settlings(key))
        return () if story.published else self._windows.likely(key, shown, story)

    def form_size(self, story_id: str) -> int:
        """How many stories print the form that the story's text is of; 0 where it is of none. Raises StoryMissing."""
        from backfile.archive.passages.copy_links import form_size  # loads numpy

        key, newest = self.find(story_id)
        (is_form,) = self._db.execute("SELECT is_form FROM stories WHERE key = ?", (key,)).fetchone()
        return form_size(self._db, self.folder, self.records.body(newest)) if is_form else 0

    def undated(self, outlet: str | None, limit: int, offset: int) -> UndatedResult:
        """Stories that nothing dates, by id, with all the reasons that a list has no need of."""
        if outlet is None:
            row = self._db.execute("SELECT held FROM counts WHERE kind = ? AND name = ?", (YEAR, UNDATED)).fetchone()
            total, where, values = row[0] if row else 0, "WHERE year IS NULL AND lead IS NULL", []
        else:
            values = rows_of(self._db, outlet)
            where = f"WHERE year IS NULL AND lead IS NULL AND outlet IN ({', '.join('?' * len(values))})"
            (total,) = self._db.execute(f"SELECT count(*) FROM stories {where}", values).fetchone()  # noqa: S608 - only marks for values
        rows = self._rows(where + " ORDER BY id LIMIT ? OFFSET ?", [*values, limit, offset])
        titles = outlet_titles(self._db)
        return UndatedResult(total, tuple(self._undated(row, titles) for row in rows))

    def newest(self, outlet: str | None, limit: int, offset: int) -> list[Entry]:
        """Dated stories, the newest first, of all outlets or of one."""
        if outlet is None:
            return self.entries(
                "WHERE sort IS NOT NULL AND lead IS NULL ORDER BY sort DESC LIMIT ? OFFSET ?", (limit, offset)
            )
        rows = rows_of(self._db, outlet)
        of_each = "SELECT * FROM (SELECT key FROM stories WHERE outlet = ? AND sort IS NOT NULL AND lead IS NULL ORDER BY sort DESC LIMIT ?)"
        keys = " UNION ALL ".join([of_each] * len(rows)) or "SELECT NULL"
        values = [value for row in rows for value in (row, limit + offset)]
        return self.entries(f"WHERE key IN ({keys}) ORDER BY sort DESC LIMIT ? OFFSET ?", (*values, limit, offset))

    def by_year(self, year: int | None, limit: int, offset: int) -> list[Entry]:
        """Stories of a year, the newest first; the undated, by id, for None."""
        if year is None:
            return self.entries("WHERE year IS NULL AND lead IS NULL ORDER BY id LIMIT ? OFFSET ?", (limit, offset))
        return self.entries(
            "WHERE year = ? AND lead IS NULL ORDER BY sort DESC LIMIT ? OFFSET ?", (year, limit, offset)
        )

    def entries(self, where: str, values: Sequence[Any]) -> list[Entry]:
        """The stories of a list."""
        titles = outlet_titles(self._db)
        return [self._entry(row, titles) for row in self._rows(where, values)]

    def entry(self, story_id: str) -> Entry:
        """One story as lists have it."""
        return self.entries("WHERE id = ?", (story_id,))[0]

    def held(self, keys: Iterable[int]) -> list[HeldStory]:
        """The stories of these keys."""
        wanted, titles = [*keys], outlet_titles(self._db)
        rows: list[tuple[Any, ...]] = self._db.execute(f"{_HELD} ({', '.join('?' * len(wanted))})", wanted).fetchall()
        return [
            HeldStory(
                key,
                newest,
                lead,
                is_form,
                sort,
                entry_from(story, kept, outlet=titles.of(outlet), copies=0, excerpt=""),
            )
            for key, newest, lead, is_form, sort, story, kept, outlet in rows
        ]

    def bare_entry(self, key: int) -> Entry:
        """The story of that key as lists have it, without a passage of its text."""
        row = self._db.execute(_ROW + "WHERE key = ?", (key,)).fetchone()
        return self._entry(row, outlet_titles(self._db), excerpt="")

    def entry_and_body(self, key: int, titles: OutletTitles) -> tuple[Entry, str]:
        """The story of that key as lists have it, and the text of its newest version."""
        row = self._db.execute(_ROW + "WHERE key = ?", (key,)).fetchone()
        body = self.records.body(row[4])
        return self._entry(row, titles, excerpt=""), body

    def doubtful(self, key: int, titles: OutletTitles) -> Doubtful:
        """The story of that key as lists have it, and its doubts, but for those that archivists have settled."""
        from backfile.archive.settled.archivist_dates import doubts_left

        row = self._db.execute(_ROW + "WHERE key = ?", (key,)).fetchone()
        record = self.records.load(row[4], fields=("doubts",))
        left = doubts_left(record["doubts"], self.settlings(key))
        return Doubtful(self._entry(row, titles), tuple(doubt_from_dict(doubt) for doubt in left))

    def _story(self, key: int, version: int, log: list[Settling]) -> Story:
        from backfile.archive.mentions.mentioned_story import record_now  # loads what dates stories

        held = versions_of(self._db, key)
        changes = changes_of(self._db, key) if len(held) > 1 else {}
        record = record_now(self._db, self.records, key, version, log)
        story = story_from_dict(record)
        story = replace(
            story, versions=version_records([one for _, one in held], changes), copies=self._copies(key, record)
        )
        if rules := self.takedowns.rules.picture_credits and self.takedowns.rules:
            story = replace(story, images=tuple(_shown(image, rules) for image in story.images))
        if said := self.takedowns.notes.get(story.id):
            story = replace(story, notes=(Note(ARCHIVE_NOTE, said.value or "", said.at[:10]), *story.notes))
        return story if story.published else self._windows.placed(key, story, record)

    def _rows(self, where: str, values: Sequence[Any]) -> list[tuple[Any, ...]]:
        rows: list[tuple[Any, ...]] = self._db.execute(f"{_ROW}{where}", values).fetchall()
        return rows

    def _entry(self, row: tuple[Any, ...], titles: OutletTitles, excerpt: str | None = None) -> Entry:
        """The Entry of a row of `stories`; of the undated with the window narrowed."""
        entry = self._plain_entry(row, titles, excerpt)
        if entry.published:
            return entry
        return entry._replace(window=self._windows.window(row[0], entry.window, entry.url))

    def _plain_entry(self, row: tuple[Any, ...], titles: OutletTitles, excerpt: str | None = None) -> Entry:
        """The same with the window that the page by itself leaves."""
        _, story, outlet, copies, newest, kept = row
        if excerpt is None:
            excerpt = lede(self.records.opening(newest))
        return entry_from(story, kept, outlet=titles.of(outlet), copies=copies or 0, excerpt=excerpt)

    def _undated(self, row: tuple[Any, ...], titles: OutletTitles) -> Undated:
        key, newest = row[0], row[4]
        story, likely = self._windows.undated(key, newest)
        entry = self._plain_entry(row, titles, lede(story.body))
        return Undated(entry._replace(window=story.window), likely)

    def _copies(self, key: int, record: Record) -> tuple[Copy, ...]:
        """The stories that share words with this one: its own views, copies, rewrites, then passages; the dated first."""
        rows = self._db.execute(_SHARED, (key,)).fetchall()
        if not rows:
            return ()
        from backfile.archive.passages.copies import RELATIONS, relation_of  # loads numpy
        from backfile.archive.passages.credited_source import source_of

        source = source_of(self._db, self.records, key, record)
        titles = outlet_titles(self._db)
        found = []
        for other, story, listed, outlet, share, is_view in rows:
            one = entry_from(story, listed, outlet=titles.of(outlet), copies=0, excerpt="")
            headline, url = self.named_beside(record["id"], one.headline, one.url)
            copy = Copy(one.id, one.outlet, headline, one.published, url, relation_of(share), share / 1000)
            found.append(copy._replace(is_view=bool(is_view), is_source=source is not None and source.story == other))
        return tuple(sorted(found, key=lambda copy: (not copy.is_view, RELATIONS.index(copy.relation))))

    def _missing(self, message: str) -> NoReturn:
        raise StoryMissing(message, str(self.folder))


def _shown(image: Image, rules: LeaveOutRules) -> Image:
    """A picture as it may be shown: of one that is left out the words alone."""
    return image._replace(url=None) if rules.hides_picture(image.credit, image.caption) else image
