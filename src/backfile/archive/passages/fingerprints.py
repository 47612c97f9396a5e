"""Fingerprints of a text: runs of words, hashed, of which each window keeps the least (winnowing: Schleimer, Wilkerson, Aiken 2003).

Two texts with a stretch of words in common that is a run and a window long always share a fingerprint. What a wide window keeps,
a narrow one keeps too, so texts of unlike length meet as well.
"""

import hashlib
from collections.abc import Iterable

import numpy as np

from backfile.archive.store.key_runs import Keys

_PRIME = 0x9E3779B97F4A7C15
_MOST_WORDS = 200_000


class _WordHashes(dict[str, int]):
    """A number of 64 bits for each word, as long as there are not too many of them: a look-up in C."""

    def __missing__(self, word: str) -> int:
        if len(self) > _MOST_WORDS:
            self.clear()
        digest = hashlib.blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest()
        self[word] = int.from_bytes(digest, "big")
        return self[word]


_WORD_HASHES = _WordHashes()


def word_hashes(words: Iterable[str]) -> Keys:
    """A number of 64 bits for each word."""
    return np.array([_WORD_HASHES[word] for word in words], dtype=np.uint64)


def run_hashes(words: Keys, length: int) -> Keys:
    """A hash for each run of so many words, given the hashes of the words."""
    count = max(0, len(words) - length + 1)
    runs = np.zeros(count, dtype=np.uint64)
    for place in range(length if count else 0):
        runs = runs * np.uint64(_PRIME) + words[place : place + count]
    return _mixed(runs)


def winnowed(runs: Keys, window: int) -> Keys:
    """The least hash of each window of so many runs, or of all where there are fewer; some stand more than once."""
    window = min(window, len(runs))
    least = runs[: len(runs) - window + 1]
    for place in range(1, window):
        least = np.minimum(least, runs[place : len(runs) - window + 1 + place])
    return least


def _mixed(values: Keys) -> Keys:
    """SplitMix64's last steps (Steele, Lea, Flood 2014): every bit depends on every bit."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))
