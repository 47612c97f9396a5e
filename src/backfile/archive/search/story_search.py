"""Story search: a search line to stories found, each with the passage that matches."""

import sqlite3
from pathlib import Path

from backfile.archive.search.excerpt import Marker
from backfile.archive.search.index_reader import IndexReader
from backfile.archive.search.query import expect_order, parse_query
from backfile.archive.search.run_search import Filters, run_search
from backfile.archive.store.story_reader import StoryReader
from backfile.model.entry import SearchResult


class StorySearch:
    """Searches one archive whose database is open."""

    def __init__(self, folder: Path, db: sqlite3.Connection, stories: StoryReader) -> None:
        self._index = IndexReader(db, folder)
        self._stories = stories

    def search(self, query: str, filters: Filters, *, sort: str, limit: int, offset: int) -> SearchResult:
        """Stories that hold the words; with "" for words, all stories, the newest first. Raises QueryError, ArchiveError."""
        clauses = parse_query(query)
        expect_order(filters.since, filters.until)
        found = run_search(self._index.index(), clauses, filters, sort=sort, page=(limit, offset))
        marker = Marker(clauses)
        entries = []
        for key in found.keys:
            entry, body = self._stories.entry_and_body(key)
            excerpt, marks = marker.excerpt(body)
            entries.append(entry._replace(excerpt=excerpt, marks=marks))
        return SearchResult(
            found.total,
            tuple(entries),
            found.outlets,
            found.years,
            found.undated_left_out,
            self._index.stories_behind(),
        )

    def close(self) -> None:
        """Let the index's files go."""
        self._index.close()
