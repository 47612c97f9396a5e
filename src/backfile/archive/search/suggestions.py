"""Search suggestions: for each word that no story has, a word that one has and that is written much like it.

How far two words are apart is told by optimal string alignment: letters put in, left out, changed, or swapped (Damerau 1964).
"""

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
    from rapidfuzz import process  # 45 ms to load: a search that finds something does not wait for it
    from rapidfuzz.distance import OSA

    most = 1 if len(word) < 2 * _LEAST_LETTERS else 2
    stories = dict(searcher.terms_with_prefix("text", word[0], limit=_MOST_SEEN))
    near = process.extract(word, list(stories), scorer=OSA.distance, score_cutoff=most, limit=None)
    yield from (other for _, _, other in sorted((away, -stories[other], other) for other, away, _ in near)[:MOST])
