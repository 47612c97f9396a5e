"""Threads read: the stories on one matter with another, found in the archive as it stands when it is asked.

Nothing is stored for them: what a later story brings is seen at once, and adding costs nothing. A look takes the forty stories that share
most rare words, so that its cost does not grow with the archive.
"""

import sqlite3
from collections import OrderedDict
from collections.abc import Iterator
from typing import TypeAlias

import tantivy

from backfile.archive.passages.copies import COPY
from backfile.archive.quotations.quotation_queries import printings_of, utterances_in
from backfile.archive.quotations.quotation_texts import text_of
from backfile.archive.quotations.utterance_match import words_of
from backfile.archive.search.index_reader import IndexReader, Opened
from backfile.archive.search.index_schema import index_in_use
from backfile.archive.store.database import kept
from backfile.archive.store.story_reader import HeldStory, StoryReader
from backfile.archive.threads.closeness import MOST_BESIDE, WeighedWords, weighed_words
from backfile.archive.threads.days_between import order_of, span
from backfile.archive.threads.link_grounds import turned
from backfile.archive.threads.near_stories import near_stories
from backfile.archive.threads.story_traits import FIELDS, Traits, traits_of
from backfile.archive.threads.told_links import Beside, Compared, told_links
from backfile.archive.threads.word_rarity import WordRarity
from backfile.model.entry import Entry
from backfile.model.reasons import Reason
from backfile.model.story import ThreadLink

_MOST_KEPT = 400
"""Stories whose traits are kept at hand, in some 15 MB, and whose links."""
SHORTEST_QUOTATION = 6
"""Words of a quotation that two stories share, where the sharing is to mean something."""
MOST_PRINTINGS = 10
"""Stories that may print a quotation that links them: what more print is a saying."""
_ORDERS = ("before", "same-day", "unknown", "after")
_SHARED = "SELECT other, share FROM copies WHERE story = ? ORDER BY share DESC LIMIT ?"


_Told: TypeAlias = dict[int, tuple[HeldStory, tuple[Reason, ...]]]


class _Threads:
    """What was told of stories while neither the database nor the index changed."""

    def __init__(self, _db: sqlite3.Connection) -> None:
        self.searcher: tantivy.Searcher | None = None
        self.rarity: WordRarity
        self.of: OrderedDict[int, _Told] = OrderedDict()


class ThreadReader:
    """Finds the threads of an archive whose database is open."""

    def __init__(self, db: sqlite3.Connection, stories: StoryReader, index: IndexReader) -> None:
        self._db = db
        self._stories = stories
        self._index = index
        self._compared: OrderedDict[int, tuple[Traits, WeighedWords]] = OrderedDict()
        """What each version is compared by, while the index stays as it is."""

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
            opened, own = self._index.index(), self._placed(story.entry)
            links = []
            for other, because in self._told_from(story, opened).values():
                if back := self._told_from(other, opened).get(story.key):
                    because = because if own.id < other.entry.id else turned(back[1])
                elif story.lead == story.key:
                    continue
                links.append(_link(own, self._placed(other.entry), because))
        return tuple(sorted(links, key=in_order))

    def _told_from(self, story: HeldStory, opened: Opened) -> _Told:
        """Whom the story would be linked to by itself, each with the grounds; kept while nothing in the archive changes."""
        told = kept(self._db, _Threads)
        if told.searcher is not opened.searcher:
            told.searcher, told.rarity = opened.searcher, WordRarity(opened.searcher)
            told.of.clear()
            self._compared.clear()
        if story.key not in told.of:
            linked = self._linked(story, opened, told.rarity)
            told.of[story.key] = {other.key: (other, because) for other, because in linked}
            if len(told.of) > _MOST_KEPT:
                told.of.popitem(last=False)
        return told.of[story.key]

    def _linked(
        self, story: HeldStory, opened: Opened, rarity: WordRarity
    ) -> Iterator[tuple[HeldStory, tuple[Reason, ...]]]:
        own = self._compared_as(story, self._placed(story.entry), rarity)
        shares = dict(self._db.execute(_SHARED, (story.key, MOST_BESIDE)).fetchall())
        quoted = self._quoted(story)
        near = near_stories(opened, rarity, own.traits, span(own.entry), most=MOST_BESIDE + 1)
        others = [
            other
            for other in self._stories.held(dict.fromkeys([*near, *shares, *quoted]))
            if other.lead == other.key != story.lead and not other.is_form and shares.get(other.key, 0) < COPY
        ]
        beside = [
            Beside(self._compared_as(other, other.entry, rarity), shares.get(other.key, 0), quoted.get(other.key))
            for other in others
        ]
        told = told_links(own, beside, rarity)
        yield from ((other, because) for other, because in zip(others, told, strict=True) if because)

    def _quoted(self, story: HeldStory) -> dict[int, str]:
        """Who else prints a quotation of the story that few print."""
        record = self._stories.records.load(story.newest, fields=("body", "quotes"))
        found: dict[int, str] = {}
        for utterance, numbers in utterances_in(self._db, story.newest).items():
            direct = [quote for number in numbers if (quote := record["quotes"][number])["kind"] == "direct"]
            text = text_of(record["body"], direct[0]["pieces"]) if direct else ""
            if len(words_of(text)) >= SHORTEST_QUOTATION:
                printed = printings_of(self._db, utterance, most=MOST_PRINTINGS)
                found |= {one.story: text for one in printed if one.story != story.key}
        return found

    def _placed(self, entry: Entry) -> Entry:
        """An undated one with its window narrowed by what the archive knows."""
        return entry if entry.published else entry._replace(window=self._stories.entry(entry.id).window)

    def _compared_as(self, story: HeldStory, entry: Entry, rarity: WordRarity) -> Compared:
        """What a story is compared by, with what lists have of it."""
        version = story.newest
        if version not in self._compared:
            traits = traits_of(self._stories.records.load(version, fields=FIELDS))
            self._compared[version] = traits, weighed_words(traits, rarity)
            if len(self._compared) > _MOST_KEPT:
                self._compared.popitem(last=False)
        self._compared.move_to_end(version)
        return Compared(entry, *self._compared[version])


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
