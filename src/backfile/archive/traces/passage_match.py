"""Where a text prints a passage, whole, cut or changed: the stretch of it that is most like the passage, word by word."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice, pairwise, repeat
from typing import NamedTuple

from backfile.archive.passages.word_runs import blocks_of
from backfile.archive.search.words import WORD, without_marks
from backfile.story.identity import fold

_ASCII_WORD = re.compile("[0-9a-z]+")
LEAST_SHARE = 0.6
"""Of the passage's words, in their order, that a text must have to print it. Below, it tells the same in words of its own."""
_SHORT, _LEAST_OF_SHORT = 10, 0.8
"""Words of a short passage, of which more must be there."""
_MOST_SOUGHT, _LEAST_SOUGHT = 12, 0.4
"""Long words of the passage that are looked for first, and the part of them that a text must have to be taken apart at all."""
_SLACK = 0.3
"""Of the passage's length, that the stretch may be longer at each end: words that were put in."""


_folded = lru_cache(maxsize=1 << 16)(fold)


class PlacedWords:
    """The words of a text, each folded; where one stands is looked up when it is asked: of most texts it never is."""

    def __init__(self, text: str) -> None:
        plain = without_marks(text)
        if plain.isascii():
            self._pattern, self._text = _ASCII_WORD, plain.lower()
            self.words = self._pattern.findall(self._text)
        else:
            self._pattern, self._text = WORD, text
            self.words = [*map(_folded, self._pattern.findall(text))]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """From where the one word begins to where the other ends, in code points of the text."""
        begin, *_, end = 2 * [*islice(self._pattern.finditer(self._text), first, last + 1)]
        return begin.start(), end.end()


class Match(NamedTuple):
    """A passage in a text."""

    start: int
    end: int
    """Code points of the text."""
    share: float
    relation: str
    """repeated | cut | changed"""


def find_passage(passage: Sequence[str], text: str) -> Match | None:
    """Where the text prints the passage, given its words; None where it does not."""
    least = _LEAST_OF_SHORT if len(passage) < _SHORT else LEAST_SHARE
    longest, plain = sorted(set(passage), key=len)[-_MOST_SOUGHT:], without_marks(text).lower()
    if not plain.isascii():
        plain = fold(plain)
    if sum(word in plain for word in longest) < _LEAST_SOUGHT * len(longest):
        return None
    placed = PlacedWords(text)
    words, held = placed.words, set(placed.words)
    if sum(word in held for word in passage) < least * len(passage):
        return None
    begin, stop = _likest(passage, words)
    blocks = [*blocks_of(passage, words[begin:stop])]
    while blocks and blocks[0].kind == "added":
        blocks = blocks[1:]
    while blocks and blocks[-1].kind == "added":
        blocks = blocks[:-1]
    same = [block for block in blocks if block.kind == "same"]
    share = sum(block.b - block.a for block in same) / len(passage)
    if share < least:
        return None
    start, end = placed.span(begin + blocks[0].c, begin + blocks[-1].d - 1)
    kinds = {block.kind for block in blocks} - {"same"}
    relation = "repeated" if not kinds else "cut" if kinds == {"cut"} else "changed"
    return Match(start, end, round(share, 3), relation)


def _likest(passage: Sequence[str], words: Sequence[str]) -> tuple[int, int]:
    """The stretch of the words that is most like the passage, with some more at each end."""
    from rapidfuzz.fuzz import partial_ratio_alignment

    if len(words) <= len(passage):
        return 0, len(words)
    numbers = {word: number for number, word in enumerate(passage)}
    one, other = ([*map(numbers.get, row, repeat(-1))] for row in (passage, words))
    found = partial_ratio_alignment(one, other)
    if found is None:
        return 0, len(words)
    slack = round(_SLACK * len(passage)) + 1
    return max(0, found.dest_start - slack), min(len(words), found.dest_end + slack)


def came_and_went(has: Sequence[bool]) -> list[tuple[int, str]]:
    """Where, of versions in order, a passage came that the version before has not, or went that it has."""
    return [(place, "came" if now else "went") for place, (before, now) in enumerate(pairwise(has), 1) if before != now]
