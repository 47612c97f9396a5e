"""The passage of a story that a search found, with the words that match marked."""

import re
from functools import lru_cache

import tantivy

from backfile.archive.search.index_schema import stemmer
from backfile.archive.search.query import Clause
from backfile.archive.search.words import WORD
from backfile.archive.store.list_entries import LEDE, lede
from backfile.story.identity import fold

_BEFORE = 80
"""Code points shown before the first match."""
_MOST_MATCHES = 200


class Marker:
    """Finds a search's words in a text."""

    def __init__(self, clauses: list[Clause]) -> None:
        self._words: set[str] = set()
        self._stems: set[str] = set()
        for clause in clauses:
            for term in clause.terms if not clause.is_excluded else ():
                self._words.update(term.words)
                if len(term.words) == 1 and not term.is_exact:
                    self._stems.update(_stem(term.words[0]))
        self._starts = tuple({word[:3] for word in self._words | self._stems})

    def excerpt(self, body: str) -> tuple[str, tuple[tuple[int, int], ...]]:
        """The passage of about LEDE code points with the most different matches, and the marks in it."""
        matches = self._matches(body)
        if not matches:
            return lede(body), ()
        start = max(0, max(matches, key=lambda match: (self._worth(matches, match[0]), -match[0]))[0] - _BEFORE)
        start = body.rfind(" ", 0, start) + 1 if start else 0
        end = start + LEDE
        if end < len(body):
            end = max(body.rfind(" ", start + _BEFORE, end), start + _BEFORE)
        text = re.sub(r"\s", " ", body[start:end])
        lead = "… " if start else ""
        shift = len(lead) - start
        marks = tuple((a + shift, b + shift) for a, b, _ in matches if start <= a and b <= end)
        return lead + text + (" …" if end < len(body) else ""), marks

    def _matches(self, body: str) -> list[tuple[int, int, str]]:
        found = []
        for match in WORD.finditer(body):
            word = _folded(match[0])
            if word.startswith(self._starts) and (word in self._words or not self._stems.isdisjoint(_stem(word))):
                found.append((match.start(), match.end(), word))
                if len(found) == _MOST_MATCHES:
                    break
        return found

    def _worth(self, matches: list[tuple[int, int, str]], start: int) -> int:
        """How many different words match in the passage that begins there."""
        return len({word for a, _, word in matches if start <= a < start + LEDE - _BEFORE})


@lru_cache(maxsize=1 << 15)
def _folded(word: str) -> str:
    return fold(word)


@lru_cache(maxsize=1 << 15)
def _stem(word: str) -> tuple[str, ...]:
    return tuple(_analyzer().analyze(word))


@lru_cache(maxsize=1)
def _analyzer() -> tantivy.TextAnalyzer:
    return stemmer()
