"""How rare a word is in an archive: how many stories have it, as the search index counts them."""

from array import array
from collections.abc import Collection, Iterable
from math import log, sqrt

import numpy as np
import numpy.typing as npt
import tantivy

from backfile.archive.search.query_terms import words_in
from backfile.archive.threads.story_traits import is_number

_MOST_KEPT = 300_000
"""Words whose counts are kept at hand, in some 40 MB."""
_POWER = 0.75
_NUMBER = 1.5
_EVERYWHERE = 0.5
"""A word that more of the stories have says nothing of any."""
_RARE, _FEW, _MANY = 0.05, 6, 1000
"""A word is rare that no more than this part of the stories have, the root of their number, or so few; never one that many have, nor half of a small archive."""
_TELLING = 0.2
"""The part of the stories that may have a word of a headline: one that says what it is about, and not "new" or "man"."""


class WordRarity:
    """Counts of one index as it stands. Each word that was asked for has a number, by which what is known of it is kept."""

    def __init__(self, searcher: tantivy.Searcher) -> None:
        self.searcher = searcher
        self.stories = searcher.num_docs
        self._numbers = _WordNumbers(self)
        self._held = array("I")
        self._powers = array("d")

    @property
    def is_full(self) -> bool:
        """Whether so many words are kept that others are to be begun with."""
        return len(self._numbers) > _MOST_KEPT

    def held(self, word: str) -> int:
        """How many stories have the word; of a number with points, its rarest part; 1 of what the index does not have."""
        return self._held[self._numbers[word]]

    def power(self, word: str) -> float:
        """What a word weighs in a comparison where it stands once: the less, the more stories have it."""
        return self._powers[self._numbers[word]]

    def numbers(self, words: Collection[str]) -> npt.NDArray[np.uint32]:
        """A number for each of the words, that stands for it as long as these counts are used."""
        return np.fromiter(map(self._numbers.__getitem__, words), np.uint32, len(words))

    def all_held(self, numbers: npt.NDArray[np.uint32]) -> npt.NDArray[np.uint32]:
        """How many stories have each of some words, by their numbers."""
        return np.frombuffer(self._held, np.uint32)[numbers] if len(numbers) else numbers

    def powers(self, numbers: npt.NDArray[np.uint32]) -> npt.NDArray[np.float64]:
        """What words weigh, by their numbers."""
        return np.frombuffer(self._powers)[numbers] if len(numbers) else np.empty(0)

    def count(self, word: str) -> None:
        """Count the stories that have a word, which gets the next number."""
        held = max(1, min([self.searcher.doc_freq("text", part) for part in parts_of(word)], default=1))
        weight = 0.0 if held > _EVERYWHERE * self.stories else log((self.stories + 1) / (held + 0.5))
        self._held.append(held)
        self._powers.append(float(weight**_POWER) * (_NUMBER if is_number(word) else 1))

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


def parts_of(word: str) -> tuple[str, ...]:
    """A word as the search index has it: a number with points is several."""
    return (word,) if word.isascii() and word.isalnum() else words_in(word)


class _WordNumbers(dict[str, int]):
    """Numbers of words; one that was not asked for yet is counted."""

    def __init__(self, rarity: WordRarity) -> None:
        super().__init__()
        self._rarity = rarity

    def __missing__(self, word: str) -> int:
        number = len(self)
        self._rarity.count(word)
        self[word] = number
        return number
