"""Search suggestions: for each word that no story has, a word that one has and that is written much like it."""

from collections.abc import Iterator

import tantivy

from backfile.archive.search import query as ask
from backfile.archive.search.query_terms import plain_terms, words_in

MOST = 3
_MOST_SEEN = 5000
_LEAST_LETTERS = 4


def suggest(searcher: tantivy.Searcher, line: ask.All) -> tuple[str, ...]:
    """Words to look for instead, the likeliest first: of those that begin with the same letter, one or two letters away."""
    found = (near for term in plain_terms(line) for word in words_in(term.text) for near in _near(searcher, word))
    return tuple(dict.fromkeys(found))[:MOST]


def _near(searcher: tantivy.Searcher, word: str) -> Iterator[str]:
    if len(word) < _LEAST_LETTERS or searcher.doc_freq("text", word):
        return
    most = 1 if len(word) < 2 * _LEAST_LETTERS else 2
    scored = []
    for other, stories in searcher.terms_with_prefix("text", word[0], limit=_MOST_SEEN):
        if abs(len(other) - len(word)) <= most and (away := distance(word, other, most)) <= most:
            scored.append((away, -stories, other))
    yield from (other for *_, other in sorted(scored)[:MOST])


def distance(one: str, other: str, most: int) -> int:
    """Letters put in, left out, changed or swapped between two words (Damerau 1964); more than `most` where there are more."""
    before, row = [most + 1] * (len(other) + 1), list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        next_row = [i]
        for j, b in enumerate(other, 1):
            best = min(row[j] + 1, next_row[j - 1] + 1, row[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                best = min(best, before[j - 2] + 1)
            next_row.append(best)
        if min(next_row) > most:
            return most + 1
        before, row = row, next_row
    return row[-1]
