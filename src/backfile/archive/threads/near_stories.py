"""Stories that may be of one matter with another: those that have most of its rare words, published within some time of it."""

from collections.abc import Collection
from datetime import date, timedelta

import tantivy
from tantivy import FieldType, Occur, Query

from backfile.archive.search.index_reader import Opened
from backfile.archive.threads.days_between import LONGEST_GAP
from backfile.archive.threads.word_rarity import WordRarity, parts_of

_MOST_WORDS = 60
"""Rare words that are looked for, the rarest but for those that no other story has."""
_LEAST_SHARED = 0.03
"""Of the score that the story has itself: of the pairs of ECB+ that are linked 99 in a hundred have more."""
_ALIKE = 1.0001
"""Scores nearer than this are one: they are sums of single-precision numbers, whose order differs with how the index is cut into segments."""
MOST_HOLDERS = 1000
"""What more stories have brings none of them here, so that the cost of a look does not rise with the archive."""


def near_stories(
    opened: Opened, rarity: WordRarity, words: Collection[str], days: tuple[date | None, date | None], *, most: int
) -> list[int]:
    """Keys of the stories that have most of a story's words, the story itself among them. Of equals that do not all fit none is taken.

    Which of equals Tantivy gives first depends on how the index is cut into segments, and an answer may not.
    """
    sought = _sought(rarity, words)
    if not sought:
        return []
    wanted: list[tuple[Occur, Query]] = [
        (Occur.Must, Query.boolean_query([(Occur.Should, word) for word in _terms(opened.schema, sought)]))
    ]
    first, last = days
    if first:
        wanted.append((Occur.MustNot, _range(opened.schema, None, first - timedelta(days=LONGEST_GAP))))
    if last:
        wanted.append((Occur.MustNot, _range(opened.schema, last + timedelta(days=LONGEST_GAP), None)))
    hits = opened.searcher.search(Query.boolean_query(wanted), most + 1, count=False).hits
    scores = [score for score, _ in hits]
    least = max(_LEAST_SHARED * max(scores, default=0.0), scores[most] * _ALIKE if len(hits) > most else 0.0)
    keys = opened.searcher.fast_field_values("key", [address for score, address in hits if score >= least])
    return sorted(int(key) for key in keys if key is not None)


def _sought(rarity: WordRarity, words: Collection[str]) -> list[str]:
    most = min(MOST_HOLDERS, max(10, rarity.stories // 4))
    held = rarity.all_held(rarity.numbers(words)).tolist()
    return [
        word for _, word in sorted(one for one in zip(held, words, strict=True) if 1 < one[0] <= most)[:_MOST_WORDS]
    ]


def _terms(schema: tantivy.Schema, words: list[str]) -> list[Query]:
    return [Query.term_query(schema, "text", part, "basic") for word in words for part in parts_of(word)[:1]]


def _range(schema: tantivy.Schema, first: date | None, last: date | None) -> Query:
    ends = (first.toordinal() if first else None, last.toordinal() if last else None)
    return Query.range_query(schema, "last_day" if last else "first_day", FieldType.Integer, *ends)
