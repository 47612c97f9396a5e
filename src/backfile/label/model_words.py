"""What the words that the block model knows say of blocks, and of the boxes around them by their names."""

from collections.abc import Sequence
from itertools import accumulate, chain, repeat
from threading import Lock
from typing import Any

import numpy as np

from backfile.label.model_tokens import beginnings, leads_of, name_words
from backfile.label.surroundings import Floats, Ints


class Vocabulary:
    """The words that the model knows, and what they say; row 0 of the embedding is of none, and nought."""

    def __init__(self, rows: dict[str, int], embedding: Floats) -> None:
        self.rows, self.embedding = rows, embedding
        self.leads = leads_of(rows)

    def sums(self, heads: Sequence[str]) -> Floats:
        """What `words_of` the beginnings of blocks say."""
        words = [head.lower().split() or _NO_WORDS for head in heads]
        for place, said in enumerate(words):
            if said[0] in self.leads:
                words[place] = said + beginnings(said, heads[place])
        rows = np.fromiter(map(self.rows.get, chain.from_iterable(words), repeat(0)), np.intp, sum(map(len, words)))
        return _sums(self.embedding, rows, words)


_NO_WORDS = [""]


class Names:
    """What the names of boxes say; those met before are remembered."""

    def __init__(self, rows: dict[str, int], embedding: Floats) -> None:
        self.rows, self.embedding = rows, embedding
        self.lock = Lock()
        self._forget(_MOST_NAMES)

    def _forget(self, capacity: int) -> None:
        self.known: tuple[dict[tuple[str, str], int], Floats] = (
            {},
            np.zeros((capacity, self.embedding.shape[1]), dtype=np.float32),
        )

    def sums(self, kinds: Sequence[tuple[str, str]]) -> Floats:
        """What `name_words` of each tag and name say together."""
        place_of, sums = self.known
        places = list(map(place_of.get, kinds, repeat(_NONE)))
        if _NONE in places:
            place_of, sums = self._learn(kinds)
            places = list(map(place_of.__getitem__, kinds))
        return sums.take(places, axis=0)

    def _learn(self, kinds: Sequence[tuple[str, str]]) -> tuple[dict[tuple[str, str], int], Floats]:
        with self.lock:
            new = set(kinds).difference(self.known[0])
            if len(self.known[0]) + len(new) > len(self.known[1]):
                new = set(kinds)
                self._forget(max(_MOST_NAMES, len(new)))
            place_of, sums = self.known
            row_of, start = self.rows.get, len(place_of)
            if new:
                rows = [[0, *filter(None, map(row_of, name_words(tag, name)))] for tag, name in new]
                sums[start : start + len(new)] = _sums(self.embedding, list(chain.from_iterable(rows)), rows)
                place_of.update(zip(new, range(start, start + len(new)), strict=True))
            return place_of, sums


_NONE = -1
_MOST_NAMES = 16_000
"""Boxes' names that are remembered; past that all are forgotten."""


def _sums(embedding: Floats, rows: Sequence[int] | Ints, runs: Sequence[Sequence[Any]]) -> Floats:
    """The sums of runs of rows, none of them empty."""
    starts = list(accumulate(map(len, runs[:-1]), initial=0))
    sums: Floats = np.add.reduceat(embedding.take(rows, axis=0), starts)
    return sums
