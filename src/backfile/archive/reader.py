"""The archive as its readers see it: stories, lists, searches. Read only; new stories show up while a writer works."""

from __future__ import annotations  # types of answers are loaded with what gives them

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from os import PathLike
from types import TracebackType
from typing import TYPE_CHECKING, Self

import backfile.wording  # noqa: F401 - gives the reasons of what is read their sentences
from backfile.archive.outlets.outlet_queries import OutletNames, outlet_counts, outlet_names
from backfile.archive.rooms import Room
from backfile.archive.search.search_days import Day, first_day, last_day
from backfile.archive.settled.rulings import Ruling, all_rulings, holding
from backfile.archive.speech_reader import ArchiveSpeech
from backfile.archive.store.counts import year_counts
from backfile.archive.store.database import at_one_moment, kept, one_moment, open_older
from backfile.archive.store.stats import archive_state, count_archive, index_sign
from backfile.archive.takedowns.takedown_reader import ArchiveTakedowns
from backfile.errors import BackfileError

if TYPE_CHECKING:
    from backfile.archive.addresses.address_queries import Addresses
    from backfile.archive.integrity.check_archive import CheckProgress, Loader
    from backfile.archive.search.story_search import StorySearch
    from backfile.archive.settled.archivist_dates import Dated
    from backfile.archive.shelves.shelf_reader import ShelfReader
    from backfile.archive.threads.thread_reader import ThreadReader
    from backfile.archive.traces.trace_reader import TraceReader
    from backfile.archive.versions.change_queries import ChangeReader
    from backfile.model.addresses import AddressResult
    from backfile.model.capture import Place
    from backfile.model.changes import Change, ChangeResult, Diff
    from backfile.model.entry import (
        CaptureEntry,
        DoubtfulResult,
        Entry,
        Fault,
        LikelyDay,
        SearchResult,
        Stats,
        UndatedResult,
    )
    from backfile.model.story import Story, ThreadLink
    from backfile.model.traces import Trace


class Archive(ArchiveSpeech, ArchiveTakedowns):
    """An archive open for reading. Raises ArchiveMissing where there is none.

    Each question goes to the room that answers it: store/, undated/, quotations/, search/.
    """

    def __init__(self, folder: str | PathLike[str], *, must_exist: bool = True) -> None:
        super().__init__(folder)
        if must_exist:
            _ = self._db

    @Room
    def shelves(self) -> ShelfReader:
        """Outlets, sections, authors and days, to browse in."""
        from backfile.archive.shelves.shelf_reader import ShelfReader

        return ShelfReader(self._db, self._stories)

    @Room
    def _search(self) -> StorySearch:
        from backfile.archive.search.story_search import StorySearch  # loads Tantivy

        return StorySearch(self.folder, self._db, self._stories)

    @Room
    def _threads(self) -> ThreadReader:
        from backfile.archive.threads.thread_reader import ThreadReader  # loads numpy

        return ThreadReader(self._db, self._stories, self._search.index)

    @Room
    def _traces(self) -> TraceReader:
        from backfile.archive.traces.trace_reader import TraceReader  # loads numpy

        return TraceReader(self.folder, self._db, self._stories, self._search.index)

    @Room
    def _changes(self) -> ChangeReader:
        from backfile.archive.versions.change_queries import ChangeReader

        return ChangeReader(self._db, self._stories)

    @Room
    def addresses(self) -> Addresses:
        """What is held of addresses, for those that put a saved page together."""
        from backfile.archive.addresses.address_queries import Addresses

        return Addresses(self._stories, self._db)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let the files go."""
        for search in ("_search", "_quotation_search"):
            if search in self.__dict__:
                self.__dict__[search].close()
        if "_db" in self.__dict__:
            self.__dict__["_db"].close()

    def __len__(self) -> int:
        return sum(count for _, count in self.years())

    def __bool__(self) -> bool:
        return True  # an archive without stories is an archive

    def __iter__(self) -> Iterator[Story]:
        return self.stories()

    def __getitem__(self, story_id: str) -> Story:
        return self.story(story_id)

    def __contains__(self, story_id: object) -> bool:
        return isinstance(story_id, str) and self._stories.holds(story_id)

    def __repr__(self) -> str:
        try:
            return f"<{type(self).__name__} {self.folder}: {len(self):,} stories>"
        except (BackfileError, sqlite3.Error):
            return f"<{type(self).__name__} {self.folder}>"

    def _repr_html_(self) -> str | None:
        """For notebooks: what the archive holds, and the newest stories, each with its day and age."""
        from backfile.wording.notebook import archive_html

        try:
            return archive_html(str(self.folder), self.stats(), self.newest(limit=5), datetime.now(UTC))
        except (BackfileError, sqlite3.Error):
            return None

    def stories(self, where: Callable[[Entry], bool] | str | None = None) -> Iterator[Story]:
        """Every story, one at a time, in the order in which they came in; never more than a few hundred in memory.

        `where` is a function of the story's Entry, or a search line: then the newest come first, the undated last. Raises QueryError.
        """
        if isinstance(where, str):
            yield from map(self.story, self.ids(where))
            return
        for entry in self._stories.all_entries():
            if where is None or where(entry):
                yield self.story(entry.id)

    def entries(self) -> Iterator[Entry]:
        """Every story as lists have it, in the order in which they came in."""
        return self._stories.all_entries()

    def ids(self, where: str) -> Iterator[str]:
        """The ids of all stories that a search line finds, the newest first, the undated last. Raises QueryError."""
        return map(self._stories.id_of, self._search.every_key(where))

    def moment(self) -> AbstractContextManager[None]:
        """All that is asked within is answered of one moment of the archive, and costs less: a transaction a question took a twelfth of a page."""
        return one_moment(self._db)

    @at_one_moment
    def story(self, story_id: str, *, version: str | None = None) -> Story:
        """The story in its newest version, or the one named. Raises StoryMissing."""
        return self._stories.story(story_id, version)

    @at_one_moment
    def as_saved(self, story_id: str) -> Story:
        """The story as its page dates it, whatever archivists said. Raises StoryMissing."""
        return self._stories.as_saved(story_id)

    @at_one_moment
    def as_dated(self, story_id: str, *, version: str | None = None) -> list[Dated]:
        """A version as its page dates it, then as it stood after each thing that archivists said. Raises StoryMissing."""
        return self._stories.as_dated(story_id, version)

    @at_one_moment
    def full_id(self, start: str) -> str:
        """The id of the one story whose id is this or begins with it, or that stood at this address. Raises StoryMissing."""
        return self.addresses.id_at(start) if "/" in start else self._stories.full_id(start)

    @at_one_moment
    def at(self, address: str) -> AddressResult:
        """The stories that stood at an address, and every capture of it: with or without "https://" and "www.", its query in any order,
        and as a print page, an AMP page or a mobile page too."""
        return self.addresses.at(address)

    @at_one_moment
    def at_path(self, path: str) -> AddressResult:
        """The same for a path and its query, "/2003/05/20/story.html?id=1", on whatever host it stood."""
        return self.addresses.at_path(path)

    @at_one_moment
    def form_size(self, story_id: str) -> int:
        """How many stories print the form (a market report, a notice) that the story's text is of; 0 where it is of none."""
        return self._stories.form_size(story_id)

    @at_one_moment
    def is_settled(self, story_id: str) -> bool:
        """Whether an archivist's day holds for the story. Raises StoryMissing."""
        log = self._stories.settlings(self._stories.find(story_id)[0])
        return bool(log) and log[-1].value is not None

    @at_one_moment
    def undated(self, *, outlet: str | None = None, limit: int = 20, offset: int = 0) -> UndatedResult:
        """Stories that nothing dates, by id, each with its window narrowed by the archive, and its likeliest days."""
        return self._stories.undated(outlet, limit, offset)

    @at_one_moment
    def doubts(
        self, *, doubt: str | None = None, outlet: str | None = None, limit: int = 20, offset: int = 0
    ) -> DoubtfulResult:
        """Stories whose reading is in doubt, the heaviest doubts first; `doubt` is a word of docs/words.md. Raises QueryError."""
        from backfile.archive.search.query import ANY_DOUBT

        return self._search.doubtful(doubt or ANY_DOUBT, outlet, limit=limit, offset=offset)

    @at_one_moment
    def likely_days(self, story_id: str, *, version: str | None = None) -> tuple[LikelyDay, ...]:
        """The likeliest days of an undated story, by what else the archive holds; none for a dated one."""
        return self._stories.likely_days(story_id, version)

    @at_one_moment
    def thread(self, story_id: str) -> tuple[ThreadLink, ...]:
        """Other stories on the same matter, in the order of their days, each with its grounds. Raises StoryMissing."""
        return self._threads.thread(story_id)

    def later(self, story_id: str) -> tuple[ThreadLink, ...]:
        """Those of the story's thread that came after it, as far as days are known. Raises StoryMissing."""
        return tuple(link for link in self.thread(story_id) if link.order == "after")

    @at_one_moment
    def trace(self, text: str) -> Trace:
        """Who printed the passage, first and last, who cut or changed it, and in which versions it came or went. Raises QueryError."""
        return self._traces.trace(text)

    @at_one_moment
    def changes(
        self, *, kind: str | None = None, since: Day = None, outlet: str | None = None, limit: int = 20, offset: int = 0
    ) -> ChangeResult:
        """Changes of all stories from one version to the next, those seen last first. Raises QueryError."""
        from backfile.archive.versions.change_queries import ChangesAsked

        return self._changes.changes(ChangesAsked(kind, first_day(since), outlet), limit, offset)

    def diff(self, story_id: str, before: str | None = None, after: str | None = None) -> Change:
        """A story's change from one version to another, word by word: to the newest, or its last change, where none is named.

        Raises StoryMissing, also for a story with one version.
        """
        return self._changes.diff(story_id, before, after)

    def beside(self, story_id: str, other: str) -> Diff:
        """Two stories word by word: what the second cut, added and changed of the first. Raises StoryMissing."""
        return self._changes.beside(story_id, other)

    def captures_of(self, story_id: str) -> list[CaptureEntry]:
        """Every capture of the story, oldest first, those of unknown time last."""
        from backfile.archive.store.capture_queries import captures_of

        return captures_of(self._db, self._stories.find(story_id)[0])

    @at_one_moment
    def newest(self, *, limit: int = 50, offset: int = 0, outlet: str | None = None) -> list[Entry]:
        """Dated stories, newest first. The undated have a list of their own: `by_year(None)`."""
        return self._stories.newest(outlet, limit, offset)

    @at_one_moment
    def by_year(self, year: int | None, *, limit: int = 50, offset: int = 0) -> list[Entry]:
        """Stories published in the year, newest first; the undated, by id, for None."""
        return self._stories.by_year(year, limit, offset)

    @at_one_moment
    def years(self) -> tuple[tuple[int | None, int], ...]:
        """Years of publication with their stories, newest first; the undated last, under None."""
        return year_counts(self._db)

    @at_one_moment
    def outlets(self) -> tuple[tuple[str, int], ...]:
        """Outlets with their stories, most first."""
        return outlet_counts(self._db)

    @at_one_moment
    def outlet_names(self, asked: str | None = None) -> list[OutletNames]:
        """Outlets with every name and domain that their stories give, most stories first; `asked`: only the one of that name."""
        return outlet_names(self._db, asked)

    @at_one_moment
    def rulings(self, kind: str) -> list[Ruling]:
        """What archivists said of outlets ("outlet") or speakers ("speaker"), as far as it holds, oldest first."""
        return holding(all_rulings(self._db), kind)

    def state(self) -> str:
        """A sign of what the archive holds: another one after each change."""
        return f"{kept(self._db, archive_state)}-{index_sign(self.folder)}"

    @at_one_moment
    def stats(self) -> Stats:
        """What the archive holds."""
        return count_archive(self._db, self.folder)

    @at_one_moment
    def skipped(self, *, limit: int = 50, offset: int = 0) -> list[tuple[Place, str, str]]:
        """Captures that hold no story: place, reason, message."""
        from backfile.archive.store.capture_queries import skipped_captures

        return skipped_captures(self._db, limit, offset)

    def check(self, load_capture: Loader | None = None, *, progress: CheckProgress | None = None) -> Iterator[Fault]:
        """Everything that is missing, unreadable or not what it was: each table, list and index is laid beside the records, and
        captures are read again where they lie. Needs room for the archive once more among the system's temporary files."""
        from backfile import capture
        from backfile.archive.integrity.check_archive import check_archive

        db = open_older(self.folder)  # with SQLite's own errors: each is a fault to be told
        try:
            yield from check_archive(db, self.folder, load_capture or capture.load_capture, progress or _silent)
        finally:
            db.close()

    @at_one_moment
    def search(
        self,
        query: str,
        *,
        since: Day = None,
        until: Day = None,
        outlet: str | None = None,
        undated: bool = False,
        sort: str = "rank",
        limit: int = 20,
        offset: int = 0,
    ) -> SearchResult:
        """Stories that hold the words; with "" for words, all stories, the newest first. Raises QueryError.

        Days are dates or ISO 8601 text ("2017-02-23", "2017"), inclusive, and leave the undated out; `undated` leaves out
        all others.
        """
        from backfile.archive.search.run_search import Filters

        filters = Filters(first_day(since), last_day(until), outlet, undated)
        return self._search.search(query, filters, sort=sort, limit=limit, offset=offset)


def _silent(done: int, total: int) -> None:
    """Nobody wants to know how far it is."""
