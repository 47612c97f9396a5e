"""Doubtful stories: one page of those whose reading is in doubt, the heaviest first, and how many have each doubt."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import tantivy
from tantivy import Occur, Order, Query

from backfile.archive.search.query_terms import QueryMaker
from backfile.model.reason_codes import DoubtCode


class FoundDoubtful(NamedTuple):
    """One page of the list, stories by their keys."""

    total: int
    keys: list[int]
    words: tuple[tuple[str, int], ...]


def find_doubtful(
    searcher: tantivy.Searcher, maker: QueryMaker, word: str, rows: Sequence[int] | None, *, page: tuple[int, int]
) -> FoundDoubtful:
    """Stories with a doubt, of the rows of an outlet where those are given; `page` is (limit, offset)."""
    asked = [(Occur.Must, maker.in_doubt(word))]
    if rows is not None:
        asked.append((Occur.Must, maker.outlets(rows)))
    limit, offset = page
    hits: Any = searcher.search(
        Query.boolean_query(asked), max(limit, 1), offset=offset, order_by_field="doubtful", order=Order.Desc
    )
    shown = [address for _, address in hits.hits[:limit]]
    counts = [(code.value, _count(searcher, [*asked, (Occur.Must, maker.in_doubt(code))])) for code in DoubtCode]
    return FoundDoubtful(
        hits.count,
        [int(key) for key in searcher.fast_field_values("key", shown) if key is not None],
        tuple(sorted([(code, count) for code, count in counts if count], key=lambda one: (-one[1], one[0]))),
    )


def _count(searcher: tantivy.Searcher, asked: Sequence[tuple[Occur, Query]]) -> int:
    hits: Any = searcher.search(Query.boolean_query(asked), 1)
    return int(hits.count)
