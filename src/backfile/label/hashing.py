"""Words as 64-bit numbers, a whole page's at once: a polynomial hash read off one running sum.

Plan. The texts are closed by NULs and joined into one run of bytes. A running sum of byte times base**place, taken at
the two ends of a word and divided by base**start (times the base's inverse, modulo 2**64), is the same number for the
same word wherever it stands. No word is kept anywhere: a model's vocabulary is a table of such numbers.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.uint64]
Ints = NDArray[np.int64]

_BASE = 0x9E3779B97F4A7C55
_INVERSE = pow(_BASE, -1, 1 << 64)
_PAIR = np.uint64(0xC2B2AE3D27D4EB4F)
_FIRST = np.uint64(0x165667B19E3779F9)
_LINE = np.uint64(0xD6E8FEB86659FD93)


_FIRST_LETTER = np.uint8(33)
"""Bytes below are gaps: white space, NUL."""
_CAPITAL_A, _CAPITALS, _TO_LOWER = np.uint8(65), np.uint8(26), np.uint8(32)


class _Powers:
    """base**i and its inverse for i below `size`, made longer when a page needs it."""

    size = 0
    up: Hashes
    down: Hashes

    @classmethod
    def reach(cls, size: int) -> None:
        if size > cls.size:
            cls.size = max(size, 2 * cls.size, 1 << 15)
            cls.up = np.full(cls.size, _BASE, dtype=np.uint64)
            cls.down = np.full(cls.size, _INVERSE, dtype=np.uint64)
            cls.up[0] = cls.down[0] = 1
            np.multiply.accumulate(cls.up, out=cls.up)
            np.multiply.accumulate(cls.down, out=cls.down)


_LETTER = np.uint64(0xFF51AFD7ED558CCD)


class Words(NamedTuple):
    """The words of some lines, all lines together."""

    hashes: Hashes
    line: Ints
    """The line that each word stands in."""


def hash_words(data: NDArray[np.uint8], *, is_name: bool = False) -> Words:
    """The words of `data`, lines that each end with a NUL, in order; upper-case ASCII counts as lower."""
    gaps = data < _FIRST_LETTER
    if is_name:
        gaps |= (data == ord("-")) | (data == ord("_")) | (data == ord("/"))
    _Powers.reach(len(data) + 1)
    sums = np.zeros(len(data) + 1, dtype=np.uint64)
    lower = data + ((data - _CAPITAL_A) < _CAPITALS) * _TO_LOWER
    codes = lower.astype(np.uint64) + np.uint64(1)
    np.cumsum(codes * _Powers.up[: len(data)], out=sums[1:])
    edges = np.flatnonzero(gaps[1:] != gaps[:-1]) + 1
    if len(data) and not gaps[0]:
        edges = np.concatenate(([0], edges))
    starts, ends = edges[0::2], edges[1::2]
    hashes = (sums[ends] - sums[starts]) * _Powers.down[starts] * _LETTER
    line = np.searchsorted(np.flatnonzero(data == 0), starts)
    return Words(hashes, line)


def with_pairs(words: Words, lines: int) -> tuple[Hashes, Ints]:
    """For every line: its words, each pair of neighbours, its first word as such, and the line as a whole.

    Sorted by line; every line of the `lines` gets one hash at least.
    """
    hashes, line = words
    same = line[1:] == line[:-1]
    pairs = (hashes[:-1] * _PAIR + hashes[1:])[same]
    is_first = np.concatenate(([True], ~same)) if len(line) else np.zeros(0, dtype=bool)
    starts = np.flatnonzero(is_first)
    whole = np.zeros(lines, dtype=np.uint64)
    if len(starts):
        place = np.arange(len(line)) - np.repeat(starts, np.diff(np.append(starts, len(line))))
        np.multiply(place, 2, out=place)
        whole[line[starts]] = np.add.reduceat(hashes * (place.astype(np.uint64) + np.uint64(3)), starts)
    every = np.concatenate((hashes, pairs, hashes[starts] * _FIRST, (whole + np.uint64(1)) * _LINE))
    lines_of = np.concatenate((line, line[1:][same], line[starts], np.arange(lines)))
    order = np.argsort(lines_of, kind="stable")
    return every[order], lines_of[order]


class Vocabulary:
    """Hash to row of an embedding: 0 for a hash that it does not hold."""

    def __init__(self, hashes: Hashes) -> None:
        """`hashes` in the order of the rows, which begin at 1; the commonest first."""
        self._bits = max(8, len(hashes).bit_length() + 3)  # few share a slot, and the table stays in the cache
        self._rows = np.zeros(1 << self._bits, dtype=np.uint16)
        self._checks = np.zeros(1 << self._bits, dtype=np.uint32)
        backwards = hashes[::-1]  # where two share a slot, the earlier (commoner) one stays
        slots, checks = self._split(backwards)
        self._rows[slots] = np.arange(len(hashes), 0, -1)
        self._checks[slots] = checks

    def _split(self, hashes: Hashes) -> tuple[Hashes, NDArray[np.uint32]]:
        slots = hashes >> np.uint64(64 - self._bits)
        return slots, (hashes >> np.uint64(32 - self._bits)).astype(np.uint32)

    def rows(self, hashes: Hashes) -> Ints:
        """The row of each hash."""
        slots, checks = self._split(hashes)
        return np.where(self._checks[slots] == checks, self._rows[slots], 0).astype(np.int64)
