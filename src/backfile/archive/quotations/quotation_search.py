"""Quotation search: who said what, by speaker, words, days and outlet, the newest first; by an index of their own."""

import sqlite3
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from tantivy import FieldType, Occur, Order, Query

from backfile.archive.outlets.outlet_queries import rows_of
from backfile.archive.quotations.quotation_queries import QuotationReader
from backfile.archive.search.index_reader import IndexReader, Opened
from backfile.archive.search.index_schema import QUOTATIONS, index_in_use
from backfile.archive.search.query import expect_order
from backfile.archive.search.query_terms import words_in
from backfile.model.quotation import QuotationResult


class Asked(NamedTuple):
    """What limits a list of quotations. Days are inclusive."""

    speaker: str | None = None
    """A speaker's id; else words of a name, an office or a description."""
    about: str | None = None
    """Words of the quotation or of its story's headline."""
    since: date | None = None
    until: date | None = None
    outlet: str | None = None
    """A name or a domain, whole."""


class QuotationSearch:
    """Searches the quotations of one archive whose database is open."""

    def __init__(self, folder: Path, db: sqlite3.Connection, quotations: QuotationReader) -> None:
        self._db = db
        self._index = IndexReader(db, folder, QUOTATIONS)
        self._quotations = quotations

    def found(self, asked: Asked, limit: int, offset: int) -> QuotationResult:
        """Quotations, the newest first, the undated last, and in a story as they stand in it. Raises QueryError, ArchiveError."""
        expect_order(asked.since, asked.until)
        with index_in_use(self._index.place):
            return self._searched(asked, limit, offset)

    def close(self) -> None:
        """Let the index's files go."""
        self._index.close()

    def _searched(self, asked: Asked, limit: int, offset: int) -> QuotationResult:
        opened = self._index.index()
        words = self._words(opened, asked)
        days = _days(opened, asked)
        query = Query.boolean_query([(Occur.Must, one) for one in (*words, *days)])
        hits: Any = opened.searcher.search(query, max(limit, 1), offset=offset, order_by_field="sort", order=Order.Desc)
        keys = opened.searcher.fast_field_values("key", [address for _, address in hits.hits])
        found = self._quotations.quotations([int(key) for key in keys if key is not None][:limit])
        return QuotationResult(hits.count, tuple(found), _undated(opened, words) if days else 0)

    def _words(self, opened: Opened, asked: Asked) -> list[Query]:
        parts = [Query.all_query()]
        if asked.speaker is not None:
            persons = self._persons(asked.speaker)
            if persons:
                parts.append(Query.term_set_query(opened.schema, "person", persons))
            else:
                parts += [_in_any(opened, ("said_by",), word) for word in words_in(asked.speaker)]
        parts += [_in_any(opened, ("words", "headline"), word) for word in words_in(asked.about or "")]
        if asked.outlet is not None:
            parts.append(Query.term_set_query(opened.schema, "outlet", rows_of(self._db, asked.outlet)))
        return parts

    def _persons(self, speaker: str) -> Sequence[int]:
        """All whom the speaker of that id is; none where it is no id."""
        rows = self._db.execute(
            "SELECT theirs.key FROM persons AS own JOIN persons AS theirs ON theirs.speaker = own.speaker WHERE own.id = ?",
            (speaker,),
        )
        return [key for (key,) in rows.fetchall()]


def _in_any(opened: Opened, fields: Sequence[str], word: str) -> Query:
    terms = [Query.term_query(opened.schema, field, word, "basic") for field in fields]
    return Query.boolean_query([(Occur.Should, term) for term in terms])


def _days(opened: Opened, asked: Asked) -> list[Query]:
    since, until = (day.toordinal() if day else None for day in (asked.since, asked.until))
    parts = []
    if since is not None:
        parts.append(Query.range_query(opened.schema, "last_day", FieldType.Integer, since, None))
    if until is not None:
        parts.append(Query.range_query(opened.schema, "first_day", FieldType.Integer, None, until))
    return parts


def _undated(opened: Opened, words: list[Query]) -> int:
    dated = Query.range_query(opened.schema, "first_day", FieldType.Integer, 0, None)
    query = Query.boolean_query([*((Occur.Must, one) for one in words), (Occur.MustNot, dated)])
    hits: Any = opened.searcher.search(query, 1)
    return int(hits.count)
