"""Threads read: the stories on one matter with another, found in the archive as it stands when it is asked.

Nothing is kept for them: what a later story brings is seen at once, and adding costs nothing. A look takes the forty stories that share
most rare words, so that its cost does not grow with the archive.
"""

import sqlite3
from collections import OrderedDict
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from backfile.archive.outlets.outlet_queries import outlet_titles
from backfile.archive.passages.copies import COPY
from backfile.archive.quotations.quotation_queries import printings_of, utterances_in
from backfile.archive.quotations.quotation_texts import text_of
from backfile.archive.quotations.utterance_match import words_of
from backfile.archive.search.index_reader import IndexReader
from backfile.archive.search.index_schema import index_in_use
from backfile.archive.store.list_entries import entry_from
from backfile.archive.store.story_reader import StoryReader
from backfile.archive.threads.closeness import MOST_BESIDE, WeighedWords, closeness, weighed_words
from backfile.archive.threads.days_between import days_between, may_be_near, order_of, span
from backfile.archive.threads.link_grounds import Pair, link_grounds
from backfile.archive.threads.near_stories import near_stories
from backfile.archive.threads.story_traits import FIELDS, Traits, traits_of
from backfile.archive.threads.word_rarity import WordRarity
from backfile.model.entry import Entry
from backfile.model.reasons import Reason
from backfile.model.story import ThreadLink
from backfile.story.identity import urlkey

_MOST_KEPT = 400
"""Stories whose traits are kept at hand, in some 15 MB."""
_SHORTEST_QUOTATION = 6
"""Words of a quotation that two stories share, where the sharing is to mean something."""
_MOST_PRINTINGS = 10
"""Stories that may print a quotation that links them: what more print is a saying."""
_ORDERS = ("before", "same-day", "unknown", "after")
_SHARED = "SELECT other, share FROM copies WHERE story = ? ORDER BY share DESC LIMIT ?"
_ROWS = "SELECT key, newest, ifnull(lead, key), is_form, id, entry, outlet FROM stories WHERE key IN "


class _Held(NamedTuple):
    """A story as it is compared."""

    key: int
    newest: int
    lead: int
    """The story that it is a view of; itself where it is of none."""
    is_form: int
    entry: Entry


class ThreadReader:
    """Finds the threads of an archive whose database is open."""

    def __init__(self, db: sqlite3.Connection, stories: StoryReader, index: IndexReader) -> None:
        self._db = db
        self._stories = stories
        self._index = index
        self._rarity: WordRarity | None = None
        self._compared: OrderedDict[int, tuple[Traits, WeighedWords]] = OrderedDict()
        """What each version is compared by, while the index stays as it is."""

    def thread(self, story_id: str) -> tuple[ThreadLink, ...]:
        """The stories on one matter with this one, in the order of their days. Raises StoryMissing, ArchiveError."""
        (story,) = self._held([self._stories.find(story_id)[0]])
        if story.is_form:
            return ()
        story = story._replace(entry=self._placed(story.entry))
        with index_in_use(self._index.place):
            found = [*self._linked(story)]
        links = [_link(story.entry, self._named(story_id, self._placed(other)), because) for other, because in found]
        return tuple(sorted(links, key=_in_order))

    def _linked(self, story: _Held) -> Iterator[tuple[Entry, tuple[Reason, ...]]]:
        opened = self._index.index()
        if self._rarity is None or self._rarity.searcher is not opened.searcher:
            self._rarity = WordRarity(opened.searcher)
            self._compared.clear()
        rarity = self._rarity
        own, own_words = self._compared_as(story.newest, rarity)
        shares = dict(self._db.execute(_SHARED, (story.key, MOST_BESIDE)).fetchall())
        quoted = self._quoted(story)
        near = near_stories(opened, rarity, own, span(story.entry), most=MOST_BESIDE + 1)
        others = [
            other
            for other in self._held(dict.fromkeys([*near, *shares, *quoted]))
            if other.lead == other.key != story.lead and not other.is_form and shares.get(other.key, 0) < COPY
        ]
        beside = [self._compared_as(other.newest, rarity) for other in others]
        close = closeness(own_words, [words for _, words in beside])
        for other, (its, _), close_to in zip(others, beside, close, strict=True):
            pair = Pair(
                own,
                its,
                close_to,
                share=shares.get(other.key, 0),
                quotation=quoted.get(other.key),
                link=_link_between(story.entry, own, other.entry, its),
                gap=days_between(story.entry, other.entry),
                may_be_near=may_be_near(story.entry, other.entry),
                is_one_outlet=story.entry.outlet is not None and story.entry.outlet == other.entry.outlet,
            )
            if because := link_grounds(pair, rarity):
                yield other.entry, because

    def _quoted(self, story: _Held) -> dict[int, str]:
        """Who else prints a quotation of the story that few print."""
        record = self._stories.records.load(story.newest, fields=("body", "quotes"))
        found: dict[int, str] = {}
        for utterance, numbers in utterances_in(self._db, story.newest).items():
            direct = [quote for number in numbers if (quote := record["quotes"][number])["kind"] == "direct"]
            text = text_of(record["body"], direct[0]["pieces"]) if direct else ""
            if len(words_of(text)) >= _SHORTEST_QUOTATION:
                printed = printings_of(self._db, utterance, most=_MOST_PRINTINGS)
                found |= {one.story: text for one in printed if one.story != story.key}
        return found

    def _held(self, keys: Iterable[int]) -> list[_Held]:
        """The stories of these keys, with the windows that their own pages leave."""
        wanted, titles = [*keys], outlet_titles(self._db)
        rows: list[tuple[Any, ...]] = self._db.execute(f"{_ROWS} ({', '.join('?' * len(wanted))})", wanted).fetchall()
        return [
            _Held(key, newest, lead, is_form, entry_from(story, kept, outlet=titles.of(outlet), copies=0, excerpt=""))
            for key, newest, lead, is_form, story, kept, outlet in rows
        ]

    def _named(self, story_id: str, other: Entry) -> Entry:
        headline, url = self._stories.named_beside(story_id, other.headline, other.url)
        return other._replace(headline=headline, url=url)

    def _placed(self, entry: Entry) -> Entry:
        """An undated one with its window narrowed by what the archive knows."""
        return entry if entry.published else entry._replace(window=self._stories.entry(entry.id).window)

    def _compared_as(self, version: int, rarity: WordRarity) -> tuple[Traits, WeighedWords]:
        """What a version is compared by."""
        if version not in self._compared:
            traits = traits_of(self._stories.records.load(version, fields=FIELDS))
            self._compared[version] = traits, weighed_words(traits, rarity)
            if len(self._compared) > _MOST_KEPT:
                self._compared.popitem(last=False)
        self._compared.move_to_end(version)
        return self._compared[version]


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


def _in_order(link: ThreadLink) -> tuple[int, str, str]:
    known = link.published.value if link.published else link.window.latest or link.window.earliest or ""
    return _ORDERS.index(link.order), known, link.id


def _link_between(own: Entry, one: Traits, entry: Entry, other: Traits) -> str | None:
    """Which of the two pages links to the other from its text."""
    if _links_to(one.links, entry.url):
        return "to"
    return "from" if _links_to(other.links, own.url) else None


def _links_to(links: Iterable[str], url: str | None) -> bool:
    if not url:
        return False
    end = url.rstrip("/").rpartition("/")[2]
    return any(urlkey(link) == urlkey(url) for link in links if end in link)
