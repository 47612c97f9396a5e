"""Stories that may print a passage: the oldest and the newest that have all of its rare words, and those that have most."""

from typing import Any, NamedTuple

from tantivy import Occur, Order, Query

from backfile.archive.search.index_reader import Opened

_MOST_WORDS = 10
"""Words of the passage that are looked for, the rarest that the archive has."""
OLDEST, NEWEST, LIKEST = 25, 10, 20
"""Stories that are looked at, of each kind: a trace is to say who was first and who is last, however many there are."""


class Found(NamedTuple):
    """What a search for a passage gives."""

    keys: list[int]
    exact: int
    """How many stories have all of the rare words."""


def print_search(opened: Opened, words: set[str]) -> Found:
    """The stories that may print a passage of these words."""
    searcher, schema = opened.searcher, opened.schema
    counts = {word: searcher.doc_freq("text", word) for word in words}
    rarest = sorted((word for word in words if counts[word]), key=lambda word: (counts[word], word))[:_MOST_WORDS]
    if not rarest:
        return Found([], 0)
    terms = [Query.term_query(schema, "text", word, "basic") for word in rarest]
    every = Query.boolean_query([(Occur.Must, term) for term in terms])
    by_day: dict[str, Any] = {"order_by_field": "sort"}
    oldest: Any = searcher.search(every, OLDEST, order=Order.Asc, **by_day)
    hits = oldest.hits
    if oldest.count > OLDEST:
        hits += searcher.search(every, NEWEST, count=False, order=Order.Desc, **by_day).hits
    some = Query.boolean_query([(Occur.Should, term) for term in terms])
    hits += searcher.search(some, LIKEST, count=False).hits
    keys = searcher.fast_field_values("key", [address for _, address in hits])
    return Found([int(key) for key in keys if key is not None], oldest.count)
