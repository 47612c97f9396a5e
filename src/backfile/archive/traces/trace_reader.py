"""Traces read: who printed a passage, in the order of their days, in which versions it came and went, and who is quoted with it.

The search index has the newest version of each story. Stories of which an earlier version printed the passage are found by the
fingerprints that a version took away with it (passages/shared_keys.py).
"""

import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from backfile.archive.passages.copy_links import once_printed
from backfile.archive.passages.credited_source import credited_in, is_name_of
from backfile.archive.passages.word_runs import word_runs
from backfile.archive.search.index_reader import IndexReader
from backfile.archive.search.index_schema import index_in_use
from backfile.archive.search.query_terms import words_in
from backfile.archive.store.story_reader import HeldStory, StoryReader
from backfile.archive.traces.passage_match import Match, PlacedWords, came_and_went, find_passage
from backfile.archive.traces.print_search import print_search
from backfile.archive.versions.version_rows import versions_of
from backfile.errors import QueryError
from backfile.model.traces import Print, Trace, VersionMark

LEAST_WORDS = 4
"""Words of a passage that can be traced: fewer are a phrase that everybody prints."""
MOST_WORDS = 300
"""Words of a passage that are looked for; a story's copies are listed with it."""
_MOST_GONE = 20
"""Stories that once had it, of which versions are looked at."""


class _Found(NamedTuple):
    """Where a story prints it."""

    version: int
    match: Match
    marks: tuple[VersionMark, ...]
    is_gone: bool


class TraceReader:
    """Traces passages in an archive whose database is open."""

    def __init__(self, folder: Path, db: sqlite3.Connection, stories: StoryReader, index: IndexReader) -> None:
        self._folder = folder
        self._db = db
        self._stories = stories
        self._index = index

    def trace(self, text: str) -> Trace:
        """Who printed the passage. Raises QueryError for one that is too short, ArchiveError."""
        passage = PlacedWords(text).words[:MOST_WORDS]
        if len(passage) < LEAST_WORDS:
            raise QueryError(f"a passage of {LEAST_WORDS} words or more can be traced: give more of it")
        with index_in_use(self._index.place):
            found = print_search(self._index.index(), set(words_in(text)))
        gone = once_printed(self._db, self._folder, text, most=_MOST_GONE)
        held = self._held({*found.keys, *gone})
        prints = [self._print(one, where, text) for one in held if (where := self._where(one, passage))]
        origin = next((one.credit for one in prints if one.credit), None)
        named = tuple(one._replace(is_source=is_name_of(origin or "", one.outlet or "")) for one in prints)
        is_more = found.exact > len(found.keys)
        return Trace(text, named, found.exact if is_more else len(named), origin)

    def _held(self, keys: Iterable[int]) -> list[HeldStory]:
        """The stories of these keys that lists show, those of known day first, in the order of their days."""
        held = [one for one in self._stories.held(keys) if one.lead == one.key]
        return sorted(held, key=lambda one: (one.sort is None, one.sort or 0, one.entry.id))

    def _where(self, story: HeldStory, passage: Sequence[str]) -> _Found | None:
        """The newest version of the story that prints it, and in which it came or went."""
        if story.entry.version_count == 1:
            match = find_passage(passage, self._stories.records.body(story.newest))
            return _Found(story.newest, match, (), is_gone=False) if match else None
        versions = versions_of(self._db, story.key)
        matches = [find_passage(passage, self._stories.records.body(key)) for key, _ in versions]
        last = next((place for place in reversed(range(len(matches))) if matches[place]), None)
        if last is None or (match := matches[last]) is None:
            return None
        turns = came_and_went([match is not None for match in matches])
        marks = tuple(VersionMark(versions[place][1].id, versions[place][1].first_seen, mark) for place, mark in turns)
        return _Found(versions[last][0], match, marks, is_gone=last < len(matches) - 1)

    def _print(self, story: HeldStory, where: _Found, asked: str) -> Print:
        record = self._stories.records.load(where.version, fields=("body", "quotes", "credits", "dateline"))
        start, end, share, relation = where.match
        text = record["body"][start:end]
        entry = story.entry if story.entry.published else self._stories.entry(story.entry.id)
        speakers = [
            quote["speaker"]
            for quote in record["quotes"]
            if quote["speaker"] and any(begin < end and start < stop for begin, stop in quote["pieces"])
        ]
        return Print(
            id=entry.id,
            outlet=entry.outlet,
            headline=entry.headline,
            url=entry.url,
            published=entry.published,
            window=entry.window,
            relation=relation,
            share=share,
            text=text,
            runs=() if relation == "repeated" else word_runs(asked, text),
            credit=credited_in(record),
            is_source=False,
            speakers=tuple(dict.fromkeys(speakers)),
            versions=where.marks,
            is_gone=where.is_gone,
        )
