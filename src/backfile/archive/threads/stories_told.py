"""Stories told: whom each story of an archive would be linked to by itself, while neither the database nor the index changes.

The plan. The search index gives the forty stories that share most rare words; with those that share a passage or a quotation they are
laid out by their words alone, which a record gives in a third of a millisecond. Of the few that are close enough all else is read.
"""

import sqlite3
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from backfile.archive.passages.copies import COPY
from backfile.archive.quotations.quotation_queries import printings_of, utterances_in
from backfile.archive.quotations.quotation_texts import text_of
from backfile.archive.quotations.utterance_match import words_of
from backfile.archive.search.index_reader import Opened
from backfile.archive.store.story_reader import HeldStory, StoryReader
from backfile.archive.threads.closeness import MOST_BESIDE, WeighedWords, weighed_words
from backfile.archive.threads.days_between import span
from backfile.archive.threads.near_stories import near_stories
from backfile.archive.threads.story_traits import FIELDS, WORD_FIELDS, Traits, story_words, traits_of
from backfile.archive.threads.told_links import Beside, Compared, near_enough, told_link
from backfile.archive.threads.word_rarity import WordRarity
from backfile.model.entry import Entry
from backfile.model.reasons import Reason

_MOST_TOLD = 400
"""Stories whose links are kept at hand."""
_MOST_WORDS = 12_000
"""Stories whose words are, in some 50 MB: whoever follows a thread, or makes all pages in the order of days, comes by the same ones again."""
_MOST_TRAITS = 200
SHORTEST_QUOTATION = 6
"""Words of a quotation that two stories share, where the sharing is to mean something."""
MOST_PRINTINGS = 10
"""Stories that may print a quotation that links them: what more print is a saying."""
_LISTED = "SELECT key, newest FROM stories WHERE lead IS NULL AND NOT is_form AND key IN"
_SHARED = "SELECT other, share FROM copies WHERE story = ? ORDER BY share DESC LIMIT ?"


class Told(NamedTuple):
    """A story, and whom it would be linked to by itself."""

    entry: Entry
    """The story as lists have it; of an undated one with the window narrowed by what the archive knows."""
    links: dict[int, tuple[Reason, ...]]
    """The grounds of each link, by the other's key."""


class _Laid(NamedTuple):
    """A story with those that are laid beside it."""

    story: HeldStory
    entry: Entry
    words: WeighedWords
    others: dict[int, int]
    """The newest version of each, by its key."""
    shares: dict[int, int]
    quoted: dict[int, str]


class StoriesTold:
    """Tells stories of an archive as it stands."""

    def __init__(self, db: sqlite3.Connection, stories: StoryReader, opened: Opened) -> None:
        self.opened = opened
        self.rarity = WordRarity(opened.searcher)
        self._db = db
        self._stories = stories
        self.told = lru_cache(_MOST_TOLD)(self._told)
        self._laid = lru_cache(_MOST_TOLD)(self._lay)
        self._words = lru_cache(_MOST_WORDS)(self._weighed)
        self._traits = lru_cache(_MOST_TRAITS)(self._traits_of)

    def may_be_told(self, story: int, other: int) -> bool:
        """Whether the other is among those that are laid beside the story: else it is not linked to it."""
        return other in self._laid(story).others

    def _told(self, story: int) -> Told:
        """Whom the story would be linked to by itself, each with the grounds."""
        laid = self._laid(story)
        beside = [
            Beside(key, self._words(version), laid.shares.get(key, 0), laid.quoted.get(key))
            for key, version in laid.others.items()
        ]
        near = {one.beside.key: one for one in near_enough(laid.words, beside)}
        links = {}
        for other in self._stories.held(near) if near else ():
            own = Compared(laid.entry, self._traits(laid.story.newest))
            compared = Compared(other.entry, self._traits(other.newest))
            if because := told_link(own, compared, near[other.key], self.rarity):
                links[other.key] = because
        return Told(laid.entry, links)

    def _lay(self, key: int) -> _Laid:
        (story,) = self._stories.held([key])
        entry = story.entry
        if not entry.published:
            entry = entry._replace(window=self._stories.bare_entry(key).window)
        words = story_words(self._stories.records.load(story.newest, fields=WORD_FIELDS))
        shares = dict(self._db.execute(_SHARED, (key, MOST_BESIDE)).fetchall())
        quoted = self._quoted(story)
        near = near_stories(self.opened, self.rarity, words, span(entry), most=MOST_BESIDE + 1)
        found = [one for one in dict.fromkeys([*near, *shares, *quoted]) if shares.get(one, 0) < COPY]
        others = {one: version for one, version in self._listed(found) if one != story.lead}
        return _Laid(story, entry, weighed_words(words, self.rarity), others, shares, quoted)

    def _listed(self, keys: list[int]) -> Iterable[tuple[int, int]]:
        """Those of the stories that lists show and that are of no form, each with its newest version."""
        rows: list[tuple[int, int]] = self._db.execute(f"{_LISTED} ({', '.join('?' * len(keys))})", keys).fetchall()
        return rows

    def _quoted(self, story: HeldStory) -> dict[int, str]:
        """Who else prints a quotation of the story that few print."""
        utterances = utterances_in(self._db, story.newest)
        if not utterances:
            return {}
        record = self._stories.records.load(story.newest, fields=("body", "quotes"))
        found: dict[int, str] = {}
        for utterance, numbers in utterances.items():
            direct = [quote for number in numbers if (quote := record["quotes"][number])["kind"] == "direct"]
            text = text_of(record["body"], direct[0]["pieces"]) if direct else ""
            if len(words_of(text)) >= SHORTEST_QUOTATION:
                printed = printings_of(self._db, utterance, most=MOST_PRINTINGS)
                found |= {one.story: text for one in printed if one.story != story.key}
        return found

    def _weighed(self, version: int) -> WeighedWords:
        return weighed_words(story_words(self._stories.records.load(version, fields=WORD_FIELDS)), self.rarity)

    def _traits_of(self, version: int) -> Traits:
        return traits_of(self._stories.records.load(version, fields=FIELDS))
