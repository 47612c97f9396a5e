"""What the words that the block model knows say of blocks, and of the boxes around them by their names."""

from itertools import accumulate, chain, repeat
from typing import Any

import numpy as np

from backfile.label.claims import HEAD
from backfile.label.surroundings import Floats
from backfile.page.names import words_of as words_of_name


class Vocabulary:
    """The words that the model knows, and what they say; row 0 of the embedding is of none, and nought."""

    def __init__(self, rows: dict[str, int], embedding: Floats) -> None:
        self.embedding = embedding
        self.anywhere = rows
        self.first = {word[1:]: row for word, row in rows.items() if word[0] == "^" and word[1:]}
        """What a block begins with: a word or two."""
        self.leads = {words.split()[0] for words in self.first if " " in words}
        self.whole = {word[1:]: row for word, row in rows.items() if word[0] == "=" and word[1:]}
        self.longest = max((line.count(" ") + 1 for line in self.whole), default=0)
        """Words of the longest of the lines that are known as a whole."""

    def sums(self, heads: list[str]) -> Floats:
        """What the words say that `features.words_of` gives for the beginnings of blocks."""
        words = [head.lower().split() or _NO_WORDS for head in heads]
        rows = list(map(self.anywhere.get, chain.from_iterable(words), repeat(0)))
        sums = _sums(self.embedding, rows, list(map(len, words)))
        first, leads, whole = self.first.get, self.leads, self.whole.get
        firsts = [first(said[0], 0) for said in words]
        twos = [first(" ".join(said[:2]), 0) if said[0] in leads or len(said) == 1 else 0 for said in words]
        wholes = [
            whole(" ".join(said), 0) if len(said) <= self.longest and len(head) < HEAD else 0
            for said, head in zip(words, heads, strict=True)
        ]
        sums += self.embedding.take((firsts, twos, wholes), axis=0).sum(axis=0)
        return sums


def _sums(embedding: Floats, rows: list[int], sizes: list[int]) -> Floats:
    """The sums of runs of rows of these sizes, none of them empty."""
    starts = np.fromiter(accumulate(sizes[:-1], initial=0), np.intp, len(sizes))
    sums: Floats = np.add.reduceat(embedding.take(np.fromiter(rows, np.intp, len(rows)), axis=0), starts)
    return sums


_NO_WORDS = [""]


def rows_of(joined: Any) -> dict[str, int]:
    """Word to row of an embedding: the words stand in the order of the rows, which begin at 1."""
    return {word: row for row, word in enumerate(str(joined).split("\n"), start=1)}


class Names:
    """What the names of boxes say, for those met before."""

    def __init__(self, rows: dict[str, int], embedding: Floats) -> None:
        self.rows, self.embedding = rows, embedding
        self.known: dict[tuple[str, str], Floats] = {}

    def sums(self, kinds: list[tuple[str, str]]) -> Floats:
        """What `name_words` of each tag and name say together."""
        known = self.known
        new = {kind for kind in kinds if kind not in known}
        if new:
            if len(known) > _MOST_NAMES:
                known = self.known = {}
                new = set(kinds)
            row_of = self.rows.get
            rows = [[0, *filter(None, map(row_of, name_words(tag, name)))] for tag, name in new]
            sums = _sums(self.embedding, list(chain.from_iterable(rows)), list(map(len, rows)))
            known.update(zip(new, sums, strict=True))
        return np.concatenate([known[kind] for kind in kinds]).reshape(len(kinds), -1)


_MOST_NAMES = 16_000
"""Boxes' names that are remembered; past that all are forgotten."""


def name_words(tag: str, name: str) -> list[str]:
    """What a box is looked up by: its tag, and the words of its names."""
    return [tag + ">", *words_of_name(name)]
