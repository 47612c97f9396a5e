"""How rare a word is in an archive: how many stories have it, as the search index counts them."""

from collections.abc import Iterable
from math import log, sqrt

import tantivy

from backfile.archive.search.query_terms import words_in

_MOST_KEPT = 200_000
"""Words whose counts are kept at hand."""
_EVERYWHERE = 0.5
"""A word that more of the stories have says nothing of any."""
_RARE, _FEW, _MANY = 0.05, 6, 1000
"""A word is rare that no more than this part of the stories have, the root of their number, or so few; never one that many have, nor half of a small archive."""
_TELLING = 0.2
"""The part of the stories that may have a word of a headline: one that says what it is about, and not "new" or "man"."""


class WordRarity:
    """Counts of one index as it stands."""

    def __init__(self, searcher: tantivy.Searcher) -> None:
        self.searcher = searcher
        self.stories = searcher.num_docs
        self._held: dict[str, int] = {}
        self.powers: dict[str, float] = {}
        """What words weigh in a comparison (closeness.py), kept as long as their counts are."""
        self._numbers: dict[str, int] = {}

    def held(self, word: str) -> int:
        """How many stories have the word; of a number with points, its rarest part; 1 of what the index does not have."""
        if word not in self._held:
            if len(self._held) > _MOST_KEPT:
                self._held.clear()
                self.powers.clear()
            parts = (word,) if word.isascii() and word.isalnum() else words_in(word)
            self._held[word] = max(1, min((self.searcher.doc_freq("text", part) for part in parts), default=1))
        return self._held[word]

    def weight(self, word: str) -> float:
        """What it says that two stories have the word: the less, the more have it."""
        held = self.held(word)
        return 0.0 if held > _EVERYWHERE * self.stories else log((self.stories + 1) / (held + 0.5))

    def number(self, word: str) -> int:
        """A number that stands for the word as long as these counts are used."""
        return self._numbers.setdefault(word, len(self._numbers))

    def is_rare(self, word: str) -> bool:
        """Whether few stories have the word."""
        few = min(_FEW, self.stories // 2)
        return self.held(word) <= min(_MANY, max(few, sqrt(self.stories), _RARE * self.stories))

    def is_telling(self, word: str) -> bool:
        """Whether the word says what a story is about."""
        return self.held(word) <= max(sqrt(self.stories), _TELLING * self.stories)

    def rarest(self, words: Iterable[str], most: int) -> tuple[str, ...]:
        """The rarest of the words."""
        return tuple(sorted(words, key=lambda word: (self.held(word), word))[:most])
