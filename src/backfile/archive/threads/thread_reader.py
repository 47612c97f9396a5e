"""Threads read: the stories on one matter with another, found in the archive as it stands when it is asked.

Nothing is stored for them: what a later story brings is seen at once, and adding costs nothing. A look takes the forty stories that share
most rare words, so that its cost does not grow with the archive.
"""

import sqlite3

from backfile.archive.search.index_reader import IndexReader, Opened
from backfile.archive.search.index_schema import index_in_use
from backfile.archive.store.database import kept
from backfile.archive.store.story_reader import StoryReader
from backfile.archive.threads.days_between import order_of
from backfile.archive.threads.link_grounds import turned
from backfile.archive.threads.stories_told import StoriesTold
from backfile.model.entry import Entry
from backfile.model.reasons import Reason
from backfile.model.story import ThreadLink

_ORDERS = ("before", "same-day", "unknown", "after")


class _Telling:
    """What was told of stories while neither the database nor the index changed."""

    def __init__(self, _db: sqlite3.Connection) -> None:
        self.stories: StoriesTold | None = None


class ThreadReader:
    """Finds the threads of an archive whose database is open."""

    def __init__(self, db: sqlite3.Connection, stories: StoryReader, index: IndexReader) -> None:
        self._db = db
        self._stories = stories
        self._index = index

    def thread(self, story_id: str) -> tuple[ThreadLink, ...]:
        """The stories on one matter with this one, or with the one that it is a view of, in the order of their days.

        Two are linked where each is told from the other: who is nearest to one is not always nearest to the other. Of a story that no
        list shows, which is told from none, all are said. Raises StoryMissing, ArchiveError.
        """
        (story,) = self._stories.held([self._stories.find(story_id)[0]])
        if 0 <= story.lead != story.key:
            (story,) = self._stories.held([story.lead])
        if story.is_form:
            return ()
        with index_in_use(self._index.place):
            found = self._found(story.key, is_listed=story.lead == story.key)
        return tuple(sorted(found, key=in_order))

    def _found(self, story: int, *, is_listed: bool) -> list[ThreadLink]:
        told = self._telling(self._index.index())
        own, found = told.told(story), []
        for other, because in own.links.items():
            if is_listed and not told.may_be_told(other, story):
                continue
            back = told.told(other)
            if story in back.links:
                because = because if own.entry.id < back.entry.id else turned(back.links[story])
            elif is_listed:
                continue
            found.append(_link(own.entry, back.entry, because))
        return found

    def _telling(self, opened: Opened) -> StoriesTold:
        telling = kept(self._db, _Telling)
        if telling.stories is None or telling.stories.opened is not opened or telling.stories.rarity.is_full:
            telling.stories = StoriesTold(self._db, self._stories, opened)
        return telling.stories


def _link(own: Entry, other: Entry, because: tuple[Reason, ...]) -> ThreadLink:
    return ThreadLink(
        id=other.id,
        outlet=other.outlet,
        headline=other.headline,
        published=other.published,
        window=other.window,
        url=other.url,
        order=order_of(own, other),
        because=because,
    )


def in_order(link: ThreadLink) -> tuple[int, str, str]:
    """A thread is in the order of its days."""
    known = link.published.value if link.published else link.window.latest or link.window.earliest or ""
    return _ORDERS.index(link.order), known, link.id
