"""Stories with the same text under another address: wire copies, reprints, cut versions.

The plan. A text is cut into runs of five words (shingles), each hashed. One-permutation MinHash (Li, Owen, Zhang 2012)
makes 128 values of it; three by three they make 42 band keys, and two texts that share one key are looked at closely:
they are copies when one holds at least 0.7 of the other's shingles. Containment, and not likeness, because a paper cuts
wire copy from the end. Figures in docs/decisions/0002-archive.md.
"""

import hashlib
from collections.abc import Iterable
from typing import TypeAlias

import numpy as np

from backfile.archive.search.words import words_of
from backfile.archive.store.key_runs import Keys

Shingles: TypeAlias = Keys
"""Sorted distinct hashes of a text's five-word runs."""

SHINGLE_WORDS = 5
LEAST_SHINGLES = 25
"""A text shorter than this says too little to be called a copy."""
CONTAINMENT = 0.7
_VALUES, _BANDS, _ROWS = 128, 42, 3
_EMPTY = np.uint64(2**64 - 1)
_PRIME = 0x9E3779B97F4A7C15


def shingles(body: str) -> Shingles:
    """The text's shingles; none where it is shorter than one."""
    return np.unique(run_hashes(word_hashes(words_of(body)), SHINGLE_WORDS))


def run_hashes(words: Keys, length: int) -> Keys:
    """A hash for each run of so many words, given the hashes of the words."""
    count = max(0, len(words) - length + 1)
    runs = np.zeros(count, dtype=np.uint64)
    for place in range(length if count else 0):
        runs = runs * np.uint64(_PRIME) + words[place : place + count]
    return _mixed(runs)


def band_keys(found: Shingles) -> Keys:
    """42 keys; none for a text too short to compare."""
    if len(found) < LEAST_SHINGLES:
        return np.empty(0, dtype=np.uint64)
    rows = _signature(found)[: _BANDS * _ROWS].reshape(_BANDS, _ROWS)
    keys = np.arange(1, _BANDS + 1, dtype=np.uint64)
    for row in range(_ROWS):
        keys = _mixed(keys * np.uint64(_PRIME) + rows[:, row])
    return keys


def containment(one: Shingles, other: Shingles) -> float:
    """The share of the shorter text's shingles that the other holds, 0 to 1."""
    shorter = min(len(one), len(other))
    if shorter == 0:
        return 0.0
    return len(np.intersect1d(one, other, assume_unique=True)) / shorter


def _signature(found: Shingles) -> Shingles:
    """The least hash in each of 128 bins; an empty bin takes that of the next full one, with the distance mixed in."""
    bins = (found >> np.uint64(57)).astype(np.intp)
    values = np.full(_VALUES, _EMPTY, dtype=np.uint64)
    np.minimum.at(values, bins, found)
    full = np.flatnonzero(values != _EMPTY)
    nearest = full[np.searchsorted(full, np.arange(_VALUES)) % len(full)]
    distance = (nearest - np.arange(_VALUES)) % _VALUES
    return _mixed(values[nearest] + distance.astype(np.uint64) * np.uint64(_PRIME))


def _mixed(values: Shingles) -> Shingles:
    """SplitMix64's last steps (Steele, Lea, Flood 2014): every bit depends on every bit."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))


class _WordHashes(dict[str, int]):
    """A number of 64 bits for each word, as long as there are not too many of them: a look-up in C."""

    def __missing__(self, word: str) -> int:
        if len(self) > _MOST_WORDS:
            self.clear()
        digest = hashlib.blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest()
        self[word] = int.from_bytes(digest, "big")
        return self[word]


_MOST_WORDS = 200_000
_WORD_HASHES = _WordHashes()


def word_hashes(words: Iterable[str]) -> Keys:
    """A number of 64 bits for each word."""
    return np.array([_WORD_HASHES[word] for word in words], dtype=np.uint64)
