"""Searching: a parsed line and its filters to one page of stories, and the counts that go with what was found."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

import tantivy
from tantivy import Occur, Order, Query

from backfile.archive.search import query as ask
from backfile.archive.search.query_terms import QueryMaker
from backfile.errors import QueryError

SORTS = ("rank", "date")
_MOST_OUTLETS = 10_000
_MOST_YEARS = 1000
_AT_ONCE = 500
"""Stories of a page where all that are found are gone through."""
_MOST_AT_ONCE = 20_000
"""Stories found for which the counts are made of what was found, so that a phrase is not looked for a second time."""


class Filters(NamedTuple):
    """What limits a search beside its words. Days are inclusive."""

    since: date | None = None
    until: date | None = None
    outlet: str | None = None
    """A name or a domain, whole."""
    undated: bool = False
    """Only stories that nothing dates."""


class Found(NamedTuple):
    """One page of a search, stories by their keys, outlets by their rows."""

    total: int
    keys: list[int]
    outlets: tuple[tuple[int, int], ...]
    years: tuple[tuple[int | None, int], ...]
    undated_left_out: int


def expect_sense(filters: Filters, sort: str) -> None:
    """Raises QueryError for what nothing can fulfil."""
    if sort not in SORTS:
        raise QueryError(f"there is no order {sort!r}; there are {' and '.join(SORTS)}")
    if filters.undated and (filters.since or filters.until):
        raise QueryError("a story without a date is on no side of a day: ask for the undated, or for days")
    ask.expect_order(filters.since, filters.until)


def lifted(line: ask.All, filters: Filters) -> tuple[ask.All, Filters]:
    """The days of a line that hold for all of it, from: and to:, among the filters."""
    kept: list[ask.Node] = []
    for part in line.parts:
        match part:
            case ask.Days("from", first, _):
                filters = filters._replace(since=max(filters.since or first, first))
            case ask.Days("to", _, last):
                filters = filters._replace(until=min(filters.until or last, last))
            case ask.Undated(True):
                filters = filters._replace(undated=True)
            case _:
                kept.append(part)
    return ask.All(tuple(kept)), filters


def run_search(
    searcher: tantivy.Searcher,
    maker: QueryMaker,
    line: ask.All,
    filters: Filters,
    *,
    rows: Sequence[int] | None,
    sort: str,
    page: tuple[int, int],
) -> Found:
    """Find stories; `page` is (limit, offset), `rows` those of the outlet asked for. Without words all, by date."""
    sort = sort if line.parts else "date"  # no words, no rank
    words = _word_queries(maker, line, rows)
    dates = _date_queries(maker, filters)
    query = Query.boolean_query(words + [(Occur.Must, one) for one in dates])
    limit, offset = page
    order: dict[str, Any] = {"order_by_field": "sort", "order": Order.Desc} if sort == "date" else {}
    has_phrase = any(term.kind == "phrase" for term in ask_terms(line))
    hits: Any = searcher.search(
        query, _MOST_AT_ONCE if has_phrase else max(limit, 1), offset=0 if has_phrase else offset, **order
    )
    if has_phrase and hits.count <= _MOST_AT_ONCE:
        outlets, years = _counted(searcher, [address for _, address in hits.hits])
        shown = hits.hits[offset : offset + limit]
    else:
        outlets, years = _aggregated(searcher, query)
        shown = hits.hits[offset : offset + limit] if has_phrase else hits.hits[:limit]
    return Found(
        total=hits.count,
        keys=[
            int(key) for key in searcher.fast_field_values("key", [address for _, address in shown]) if key is not None
        ],
        outlets=outlets,
        years=_years(years, hits.count),
        undated_left_out=_undated(searcher, maker, words) if dates and not filters.undated else 0,
    )


def every_key(
    searcher: tantivy.Searcher, maker: QueryMaker, line: ask.All, filters: Filters, rows: Sequence[int] | None
) -> Iterator[int]:
    """All stories found by their keys: the dated, the newest first, then the undated. Each page is asked for by where the one before
    ended, so that the last takes no longer than the first."""
    query = [*_word_queries(maker, line, rows), *((Occur.Must, one) for one in _date_queries(maker, filters))]
    last: int | None = None
    while page := _page(searcher, [*query, (Occur.Must, maker.below("sort", last))], "sort", Order.Desc):
        yield from (key for key, _ in page)
        last = page[-1][1]
    key = 0
    while page := _page(searcher, [*query, (Occur.Must, maker.undated_after(key))], "key", Order.Asc):
        for key, _ in page:
            yield key


def _page(
    searcher: tantivy.Searcher, query: list[tuple[Occur, Query]], field: str, order: Order
) -> list[tuple[int, int]]:
    """The first stories in the order of a field: the key of each, and what it has there."""
    hits: Any = searcher.search(Query.boolean_query(query), _AT_ONCE, order_by_field=field, order=order)
    addresses = [address for _, address in hits.hits]
    keys, places = (searcher.fast_field_values(name, addresses) for name in ("key", field))
    return [
        (int(key), int(place)) for key, place in zip(keys, places, strict=True) if key is not None and place is not None
    ]


def _word_queries(maker: QueryMaker, line: ask.All, rows: Sequence[int] | None) -> list[tuple[Occur, Query]]:
    words = [(Occur.Must, maker.all(line.parts))]
    return words if rows is None else [*words, (Occur.Must, maker.outlets(rows))]


def ask_terms(node: ask.Node) -> list[ask.Term]:
    """All terms of a line."""
    match node:
        case ask.Term():
            return [node]
        case ask.All(parts) | ask.Any(parts):
            return [term for part in parts for term in ask_terms(part)]
        case ask.Not(part):
            return ask_terms(part)
    return []


def _date_queries(maker: QueryMaker, filters: Filters) -> list[Query]:
    if filters.undated:
        return [maker.undated()]
    if filters.since is None and filters.until is None:
        return []
    since, until = (day.toordinal() if day else None for day in (filters.since, filters.until))
    return [maker.days("published", since, until)]


def _undated(searcher: tantivy.Searcher, maker: QueryMaker, words: list[tuple[Occur, Query]]) -> int:
    """Stories that have the words and no date."""
    hits: Any = searcher.search(Query.boolean_query([*words, (Occur.Must, maker.undated())]), 1)
    return int(hits.count)


def _aggregated(searcher: tantivy.Searcher, query: Query) -> tuple[tuple[tuple[int, int], ...], dict[int, int]]:
    counts = searcher.aggregate(
        query,
        {
            "outlets": {"terms": {"field": "outlet", "size": _MOST_OUTLETS, "segment_size": _MOST_OUTLETS}},
            "years": {"terms": {"field": "year", "size": _MOST_YEARS, "segment_size": _MOST_YEARS}},
        },
    )
    outlets, years = (
        [(int(b["key"]), b["doc_count"]) for b in counts[name]["buckets"]] for name in ("outlets", "years")
    )
    return tuple(outlets), dict(years)


def _counted(searcher: tantivy.Searcher, addresses: list[Any]) -> tuple[tuple[tuple[int, int], ...], dict[int, int]]:
    outlets, years = (
        Counter(int(value) for value in searcher.fast_field_values(field, addresses) if value is not None)
        for field in ("outlet", "year")
    )
    return tuple(outlets.items()), dict(years)


def _years(counts: dict[int, int], total: int) -> tuple[tuple[int | None, int], ...]:
    """Newest first, the undated last."""
    found: list[tuple[int | None, int]] = [*sorted(counts.items(), reverse=True)]
    undated = total - sum(counts.values())
    return (*found, (None, undated)) if undated else tuple(found)
