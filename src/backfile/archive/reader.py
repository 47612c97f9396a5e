"""The archive as its readers see it: stories, lists, searches. Read only; new stories show up while a writer works."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cached_property
from os import PathLike
from pathlib import Path
from types import TracebackType
from typing import Any, NoReturn, Self

import orjson

from backfile import capture as sources
from backfile.archive.quotations import quotation_queries as listening
from backfile.archive.search.query import expect_order, parse_query
from backfile.archive.settled.archivist_dates import Settling, settled
from backfile.archive.settled.settling_log import settlings_of
from backfile.archive.store import schema, stats
from backfile.archive.store.check import Loader, check_archive
from backfile.archive.store.list_entries import COLUMNS, entry_from
from backfile.archive.store.story_records import Records
from backfile.archive.store.writer import Store, versions_of
from backfile.archive.undated.narrowed_windows import Placing
from backfile.archive.versions.version_decision import version_records
from backfile.errors import ArchiveError, StoryMissing
from backfile.model.capture import Place
from backfile.model.entry import CaptureEntry, Entry, Fault, LikelyDay, SearchResult, Stats, Undated, UndatedResult
from backfile.model.quotation import Quotation, QuotationResult, Speaker, SpeakerEntry, Utterance
from backfile.model.story import Story, story_from_dict

_MOST_NAMED = 5


class Archive:
    """An archive open for reading. Raises ArchiveMissing where there is none."""

    def __init__(self, folder: str | PathLike[str], *, must_exist: bool = True) -> None:
        self.folder = Path(folder).absolute()
        self._index: Any = None
        if must_exist:
            _ = self._db

    @cached_property
    def _db(self) -> sqlite3.Connection:
        return schema.open_to_read(self.folder)

    @cached_property
    def _records(self) -> Records:
        return Records(self._db)

    @cached_property
    def _placing(self) -> Placing:
        return Placing(self._db, self._records)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let the files go."""
        self._index = None
        if "_db" in self.__dict__:
            self._db.close()

    def story(self, story_id: str, *, version: str | None = None) -> Story:
        """The story in its newest version, or the one named. Raises StoryMissing."""
        key, _ = self._find(story_id)
        return self._story(key, self._version(story_id, version), settlings_of(self._db, key))

    def as_saved(self, story_id: str) -> Story:
        """The story as its page dates it, whatever archivists said. Raises StoryMissing."""
        return self._story(*self._find(story_id), [])

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

    def is_settled(self, story_id: str) -> bool:
        """Whether an archivist's day holds for the story. Raises StoryMissing."""
        log = settlings_of(self._db, self._find(story_id)[0])
        return bool(log) and log[-1].value is not None

    def undated(self, *, outlet: str | None = None, limit: int = 20, offset: int = 0) -> UndatedResult:
        """Stories that nothing dates, by id, each with its window narrowed by the archive, and its likeliest days."""
        where = "year IS NULL" + (" AND (outlet = ? COLLATE NOCASE OR domain = ?)" if outlet else "")
        values = (outlet, outlet.lower()) if outlet else ()
        total = self._db.execute(f"SELECT count(*) FROM stories WHERE {where}", values).fetchone()[0]  # noqa: S608 - words of ours
        entries = self._entries(f"WHERE {where} ORDER BY id LIMIT ? OFFSET ?", values, limit, offset)
        return UndatedResult(total, tuple(self._undated(entry) for entry in entries))

    def likely_days(self, story_id: str, *, version: str | None = None) -> tuple[LikelyDay, ...]:
        """The likeliest days of an undated story, by what else the archive holds; none for a dated one."""
        key, shown = self._find(story_id)[0], self._version(story_id, version)
        story = self._story(key, shown, settlings_of(self._db, key))
        return () if story.published else self._placing.likely(key, shown, story)

    def captures_of(self, story_id: str) -> list[CaptureEntry]:
        """Every capture of the story, oldest first, those of unknown time last."""
        key, _ = self._find(story_id)
        rows = self._db.execute(
            "SELECT path, member, place, length, url, captured_at, captures.digest, versions.digest FROM captures"
            " JOIN versions ON versions.key = captures.version JOIN sources ON sources.id = captures.source"
            " WHERE versions.story = ? ORDER BY captured_at = '', captured_at, path, member, place",
            (key,),
        )
        return [
            CaptureEntry(
                Place(r[0], r[1] or None, None if r[2] < 0 else r[2], r[3]), r[4] or None, r[5] or None, r[6], r[7][:12]
            )
            for r in rows
        ]

    def newest(self, *, limit: int = 50, offset: int = 0, outlet: str | None = None) -> list[Entry]:
        """Dated stories, newest first. The undated have a list of their own: `by_year(None)`."""
        where, values = ("AND (outlet = ? OR domain = ?)", (outlet, outlet)) if outlet else ("", ())
        return self._entries(
            f"WHERE sort IS NOT NULL {where} ORDER BY sort DESC LIMIT ? OFFSET ?", values, limit, offset
        )

    def by_year(self, year: int | None, *, limit: int = 50, offset: int = 0) -> list[Entry]:
        """Stories published in the year, newest first; the undated, by id, for None."""
        where = "WHERE year IS ? ORDER BY sort DESC, id LIMIT ? OFFSET ?"
        return self._entries(where, (year,), limit, offset)

    def years(self) -> tuple[tuple[int | None, int], ...]:
        """Years of publication with their stories, newest first; the undated last, under None."""
        return stats.year_counts(self._db)

    def outlets(self) -> tuple[tuple[str, int], ...]:
        """Outlets with their stories, most first."""
        return stats.outlet_counts(self._db)

    def stats(self) -> Stats:
        """What the archive holds."""
        return stats.count_archive(self._db, self.folder)

    def skipped(self, *, limit: int = 50, offset: int = 0) -> list[tuple[Place, str, str]]:
        """Captures that hold no story: place, reason, message."""
        rows = self._db.execute(
            "SELECT path, member, place, length, reason, message FROM captures JOIN sources ON sources.id = source"
            " WHERE reason IS NOT NULL ORDER BY path, member, place, reason LIMIT ? OFFSET ?",
            (limit, offset),
        )
        return [(Place(r[0], r[1] or None, None if r[2] < 0 else r[2], r[3]), r[4], r[5]) for r in rows]

    def check(self, load_capture: Loader | None = None) -> Iterator[Fault]:
        """Everything that is missing, unreadable or not what it was; captures are read again where they lie."""
        return check_archive(self._db, self.folder, load_capture or sources.load_capture)

    def search(
        self,
        query: str,
        *,
        since: date | None = None,
        until: date | None = None,
        outlet: str | None = None,
        undated: bool = False,
        sort: str = "rank",
        limit: int = 20,
        offset: int = 0,
    ) -> SearchResult:
        """Stories that hold the words; with "" for words, all stories, the newest first. Raises QueryError.

        Days are inclusive and leave the undated out; `undated` leaves out all others.
        """
        from backfile.archive.search.excerpt import Marker
        from backfile.archive.search.index import ensure_index, is_current
        from backfile.archive.search.run_search import Filters, run_search

        clauses = parse_query(query)
        expect_order(since, until)
        if self._index is None or not is_current(self._db, self.folder):
            self._index = ensure_index(self._db, self.folder)
        found = run_search(
            self._index, clauses, Filters(since, until, outlet, undated), sort=sort, page=(limit, offset)
        )
        marker = Marker(clauses)
        entries = []
        for key in found.keys:
            row = self._db.execute(f"SELECT {COLUMNS}, newest FROM stories WHERE key = ?", (key,)).fetchone()  # noqa: S608 - names of ours
            excerpt, marks = marker.excerpt(self._records.load(row[-1])["body"])
            entries.append(self._entry(row)._replace(excerpt=excerpt, marks=marks))
        return SearchResult(found.total, tuple(entries), found.outlets, found.years, found.undated_left_out)

    def quotes(
        self,
        *,
        speaker: str | None = None,
        about: str | None = None,
        since: date | None = None,
        until: date | None = None,
        outlet: str | None = None,
        limit: int = 20,
        offset: int = 0,
    ) -> QuotationResult:
        """Quotations, the newest first, the undated last: once a story, from the newest version that prints them so.

        `speaker` is a speaker's id, or words of a name or an office; `about` words of the quotation or of the headline.
        """
        expect_order(since, until)
        asked = listening.Asked(speaker, about, since, until, outlet)
        found = listening.list_quotations(self._quoted, asked, limit, offset)
        return found._replace(quotations=tuple(self._in_window(quotation) for quotation in found.quotations))

    def quotes_of(self, story_id: str, *, version: str | None = None) -> list[Quotation]:
        """The quotations of one version of a story, in its order. Raises StoryMissing."""
        key, _ = self._find(story_id)
        return listening.quotations_in(self._quoted, key, self._version(story_id, version))

    def speakers(self, *, name: str | None = None, limit: int = 50, offset: int = 0) -> list[SpeakerEntry]:
        """People who are quoted, the most quoted first; `name`: only those whose full name has these words."""
        return listening.list_speakers(self._quoted, name, limit, offset)

    def speaker(self, speaker_id: str) -> Speaker:
        """A person over all stories, with the grounds that join them. Raises QuotationMissing."""
        return listening.find_speaker(self._quoted, speaker_id)

    def utterance(self, utterance_id: str) -> Utterance:
        """An utterance as every outlet and version prints it, side by side. Raises QuotationMissing."""
        return listening.find_utterance(self._quoted, utterance_id)

    @property
    def _quoted(self) -> sqlite3.Connection:
        """The database with its tables of quotations, made where the archive is older than they are."""
        if not schema.keeps_quotations(self._db):
            try:
                with Store(self.folder):
                    pass  # opening it to write makes them
            except (ArchiveError, OSError) as error:
                message = "this archive is older than the list of quotations; `backfile add` with any source makes it"
                raise ArchiveError(message, str(self.folder)) from error
        return self._db

    def _story(self, key: int, version: int, log: list[Settling]) -> Story:
        held = versions_of(self._db, key)
        story = story_from_dict(settled(self._records.load(version), log))
        story = replace(story, versions=version_records([one for _, one in held]), copies=self._copies(key))
        return story if story.published else self._placing.placed(key, story)

    def _version(self, story_id: str, version: str | None) -> int:
        """The key of the version named, or of the newest."""
        key, newest = self._find(story_id)
        if version is None:
            return newest
        held = versions_of(self._db, key)
        found = [at for at, one in held if one.digest.startswith(version)]
        if len(found) != 1:
            ids = ", ".join(one.digest[:12] for _, one in held[-10:])
            self._missing(f"{story_id} has no one version that begins with {version}; its newest are {ids}")
        return found[0]

    def _entries(self, where: str, values: tuple[Any, ...], limit: int, offset: int) -> list[Entry]:
        rows = self._db.execute(f"SELECT {COLUMNS} FROM stories {where}", (*values, limit, offset))  # noqa: S608 - names of ours
        return [self._entry(row) for row in rows.fetchall()]

    def _entry(self, row: tuple[Any, ...]) -> Entry:
        """The Entry of a row of `stories`, its COLUMNS; of the undated with the window narrowed."""
        entry = entry_from(row)
        if entry.published:
            return entry
        return entry._replace(window=self._placing.window(row[2], entry.window, entry.url))

    def _in_window(self, quotation: Quotation) -> Quotation:
        """A quotation of an undated story with the window that its story has in other lists."""
        if quotation.published:
            return quotation
        row = self._db.execute(f"SELECT {COLUMNS} FROM stories WHERE id = ?", (quotation.story,)).fetchone()  # noqa: S608 - names of ours
        entry = self._entry(row)
        return quotation if entry.published else quotation._replace(window=entry.window)

    def _undated(self, entry: Entry) -> Undated:
        """With the reasons of the whole record, that a list has no need of."""
        key, newest = self._find(entry.id)
        story = self._story(key, newest, settlings_of(self._db, key))
        return Undated(entry._replace(window=story.window), self._placing.likely(key, newest, story))

    def _copies(self, key: int) -> tuple[dict[str, Any], ...]:
        rows = self._db.execute(
            "SELECT entry, containment FROM copies JOIN stories ON stories.key = other"
            " WHERE story = ? ORDER BY sort IS NULL, sort, id",
            (key,),
        )
        names = ("id", "outlet", "headline", "published", "url")
        return tuple({**{n: kept[n] for n in names}, "containment": share} for kept, share in _opened(rows))

    def _find(self, story_id: str) -> tuple[int, int]:
        row = self._db.execute("SELECT key, newest FROM stories WHERE id = ?", (story_id,)).fetchone()
        if row is None:
            self._missing(f"there is no story {story_id} here")
        return row[0], row[1]

    def _missing(self, message: str) -> NoReturn:
        raise StoryMissing(message, str(self.folder))


def _opened(rows: sqlite3.Cursor) -> Iterator[tuple[dict[str, Any], float]]:
    for entry, share in rows:
        yield orjson.loads(entry), share
