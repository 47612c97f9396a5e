"""Searching: clauses to a Tantivy query, dates and outlets as filters, and the counts that go with what was found."""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

import tantivy
from tantivy import FieldType, Occur, Order, Query

from backfile.archive.search.index_schema import stemmer
from backfile.archive.search.query import Clause, Term
from backfile.errors import QueryError
from backfile.story.identity import fold

SORTS = ("rank", "date")
_MOST_OUTLETS = 200
_MOST_YEARS = 400


class Filters(NamedTuple):
    """What limits a search beside its words. Days are inclusive."""

    since: date | None = None
    until: date | None = None
    outlet: str | None = None
    """A name or a domain, whole."""
    undated: bool = False
    """Only stories that nothing dates."""


class Found(NamedTuple):
    """One page of a search, stories by their keys."""

    total: int
    keys: list[int]
    outlets: tuple[tuple[str, int], ...]
    years: tuple[tuple[int | None, int], ...]
    undated_left_out: int


def run_search(
    index: tantivy.Index, clauses: list[Clause], filters: Filters, *, sort: str, page: tuple[int, int]
) -> Found:
    """Find stories; `page` is (limit, offset). Without clauses all stories, by date. Raises QueryError."""
    if sort not in SORTS:
        raise QueryError(f"there is no order {sort!r}; there are {' and '.join(SORTS)}")
    if filters.undated and (filters.since or filters.until):
        raise QueryError("a story without a date is on no side of a day: ask for the undated, or for days")
    if not clauses:
        sort = "date"  # no words, no rank
    index.reload()
    searcher, schema = index.searcher(), index.schema
    words = _words_query(schema, clauses, filters.outlet)
    dates = _date_queries(schema, filters)
    query = Query.boolean_query([(Occur.Must, part) for part in [words, *dates]])
    limit, offset = page
    order: dict[str, Any] = {"order_by_field": "sort", "order": Order.Desc} if sort == "date" else {}
    hits: Any = searcher.search(query, max(limit, 1), offset=offset, **order)
    keys = searcher.fast_field_values("key", [address for _, address in hits.hits])
    counts = searcher.aggregate(
        query,
        {
            "outlets": {"terms": {"field": "outlet_name", "size": _MOST_OUTLETS}},
            "years": {"terms": {"field": "year", "size": _MOST_YEARS}},
        },
    )
    return Found(
        total=hits.count,
        keys=[int(key) for key in keys if key is not None][:limit],
        outlets=_most_first(counts["outlets"]),
        years=_years(counts["years"], hits.count),
        undated_left_out=_undated(searcher, schema, words) if dates and not filters.undated else 0,
    )


def _words_query(schema: tantivy.Schema, clauses: list[Clause], outlet: str | None) -> Query:
    parts = [(Occur.MustNot if clause.is_excluded else Occur.Must, _any(schema, clause.terms)) for clause in clauses]
    if all(clause.is_excluded for clause in clauses):
        parts.append((Occur.Must, Query.all_query()))
    if outlet is not None:
        by_name = Query.term_query(schema, "outlet_key", fold(outlet))
        by_domain = Query.term_query(schema, "domain", outlet.lower())
        either = Query.boolean_query([(Occur.Should, by_name), (Occur.Should, by_domain)])
        parts.append((Occur.Must, Query.const_score_query(either, 0.0)))
    return Query.boolean_query(parts)


def _any(schema: tantivy.Schema, terms: Sequence[Term]) -> Query:
    return Query.boolean_query([(Occur.Should, _term(schema, term)) for term in terms])


def _term(schema: tantivy.Schema, term: Term) -> Query:
    """One word: as written and by its stem, most in the headline. Several: together, as written."""
    field = term.field or "words"
    if len(term.words) > 1:
        return Query.phrase_query(schema, field, list(term.words))
    word = term.words[0]
    as_written = Query.term_query(schema, field, word)
    if term.field is not None or term.is_exact:
        return as_written
    ways = [(Occur.Should, as_written)]
    ways.append((Occur.Should, Query.boost_query(Query.term_query(schema, "headline", word), 2.0)))
    by_stem = [Query.term_query(schema, "stems", stem, "freq") for stem in stemmer().analyze(word)]
    ways.extend((Occur.Should, Query.boost_query(query, 0.5)) for query in by_stem)
    return Query.boolean_query(ways)


def _date_queries(schema: tantivy.Schema, filters: Filters) -> list[Query]:
    """A story passes when a day that its stamp can mean passes: a month counts as its days. The undated never do."""
    queries = [_no_date(schema)] if filters.undated else []
    if filters.since is not None:
        day = filters.since.toordinal()
        queries.append(Query.range_query(schema, "last_day", FieldType.Integer, day, None))
    if filters.until is not None:
        day = filters.until.toordinal()
        queries.append(Query.range_query(schema, "first_day", FieldType.Integer, None, day))
    return [Query.const_score_query(query, 0.0) for query in queries]


def _no_date(schema: tantivy.Schema) -> Query:
    dated = Query.range_query(schema, "first_day", FieldType.Integer, 0, None)
    return Query.boolean_query([(Occur.Must, Query.all_query()), (Occur.MustNot, dated)])


def _undated(searcher: tantivy.Searcher, schema: tantivy.Schema, words: Query) -> int:
    """Stories that have the words and no date."""
    query = Query.boolean_query([(Occur.Must, words), (Occur.Must, _no_date(schema))])
    hits: Any = searcher.search(query, 1)
    count: int = hits.count
    return count


def _most_first(counts: dict[str, Any]) -> tuple[tuple[str, int], ...]:
    found = [(bucket["key"], bucket["doc_count"]) for bucket in counts["buckets"]]
    return tuple(sorted(found, key=lambda item: (-item[1], item[0])))


def _years(counts: dict[str, Any], total: int) -> tuple[tuple[int | None, int], ...]:
    """Newest first, the undated last."""
    found: list[tuple[int | None, int]] = [
        (int(bucket["key"]), bucket["doc_count"])
        for bucket in sorted(counts["buckets"], key=lambda bucket: -bucket["key"])
    ]
    undated = total - sum(count for _, count in found)
    return (*found, (None, undated)) if undated else tuple(found)
