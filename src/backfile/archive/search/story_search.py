"""Story search: a search line to stories found, each with the passage that matches."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from backfile.archive.outlets.outlet_queries import outlet_titles, rows_of, titled
from backfile.archive.search.doubtful import find_doubtful
from backfile.archive.search.excerpt import Excerpts
from backfile.archive.search.index_reader import IndexReader
from backfile.archive.search.index_schema import STORIES, index_in_use
from backfile.archive.search.query import All, expect_doubt, parse_query
from backfile.archive.search.query_terms import QueryMaker
from backfile.archive.search.run_search import Filters, every_key, expect_sense, lifted, run_search
from backfile.archive.search.suggestions import suggest
from backfile.archive.store.story_reader import StoryReader
from backfile.model.entry import DoubtfulResult, SearchResult


class StorySearch:
    """Searches the stories of one archive whose database is open."""

    def __init__(self, folder: Path, db: sqlite3.Connection, stories: StoryReader) -> None:
        self._db = db
        self.index = IndexReader(db, folder, STORIES)
        self._stories = stories

    def search(self, query: str, filters: Filters, *, sort: str, limit: int, offset: int) -> SearchResult:
        """Stories that hold the words; with "" for words, all stories, the newest first. Raises QueryError, ArchiveError."""
        line, filters = lifted(parse_query(query), filters)
        expect_sense(filters, sort)
        with index_in_use(self.index.place):
            return self._searched(line, filters, sort, (limit, offset))

    def every_key(self, query: str) -> Iterator[int]:
        """All stories that a line finds, by their keys: the newest first, the undated last. Raises QueryError, ArchiveError."""
        line, filters = lifted(parse_query(query), Filters())
        expect_sense(filters, "date")
        opened = self.index.index()
        maker = QueryMaker(opened, self._db)
        with index_in_use(self.index.place):
            yield from every_key(opened.searcher, maker, line, filters, None)

    def doubtful(self, word: str, outlet: str | None, *, limit: int, offset: int) -> DoubtfulResult:
        """Stories in doubt, the heaviest doubts first; `word` is one of DoubtCode, or "any". Raises QueryError, ArchiveError."""
        word = expect_doubt(word)
        with index_in_use(self.index.place):
            opened = self.index.index()
            maker = QueryMaker(opened, self._db)
            rows = None if outlet is None else rows_of(self._db, outlet)
            found = find_doubtful(opened.searcher, maker, word, rows, page=(limit, offset))
        titles = outlet_titles(self._db)
        return DoubtfulResult(
            found.total, tuple(self._stories.doubtful(key, titles) for key in found.keys), found.words
        )

    def close(self) -> None:
        """Let the index's files go."""
        self.index.close()

    def _searched(self, line: All, filters: Filters, sort: str, page: tuple[int, int]) -> SearchResult:
        opened = self.index.index()
        maker = QueryMaker(opened, self._db)
        rows = None if filters.outlet is None else rows_of(self._db, filters.outlet)
        found = run_search(opened.searcher, maker, line, filters, rows=rows, sort=sort, page=page)
        excerpts = Excerpts(opened, maker.sought)
        titles = outlet_titles(self._db)
        entries = []
        for key in found.keys:
            entry, body = self._stories.entry_and_body(key, titles)
            excerpt, marks = excerpts.of(body)
            entries.append(entry._replace(excerpt=excerpt, marks=marks))
        return SearchResult(
            found.total,
            tuple(entries),
            titled(self._db, found.outlets),
            found.years,
            found.undated_left_out,
            self.index.stories_behind(),
            () if found.total else suggest(opened.searcher, line),
        )
