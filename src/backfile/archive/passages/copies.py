"""Stories that share words: copies, rewrites, and those that share a passage.

The plan. A text is cut into runs of five words (shingles), each hashed. Winnowed fingerprints of the runs find the texts that share
a passage; how much they share is the part of the shorter text's shingles that the longer holds. Of the shorter, because a paper
cuts wire copy from the end. Figures in docs/decisions/0012-passages.md.
"""

from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt

from backfile.archive.passages.fingerprints import run_hashes, winnowed, word_hashes
from backfile.archive.search.words import words_of
from backfile.archive.store.key_runs import Keys, Places, are_among, distinct

Shingles: TypeAlias = Keys
"""Sorted distinct hashes of a text's five-word runs."""

SHINGLE_WORDS = 5
LEAST_SHINGLES = 25
"""A text shorter than this, of some thirty words, says too little to be compared: one quotation fills it."""
_WINDOWS = ((200, 6), (600, 10), (1200, 16))
"""Runs of a text, and the window of one that has no more. The share of a text that one passage must be to matter grows with the
text: a tenth of 150 words is 15, which a window of 24 would often miss."""
_WIDEST = 24
"""The window of longer texts: a story of 1,800 words has some 150 keys."""
_LEAST_MET = 0.03
"""The part of the shorter text's fingerprints that two must share to be compared. Texts that share a tenth of their runs share about
a tenth of these; at 0.03 two in a hundred such pairs of ECB+ are missed, and a third of all pairs is not looked at."""
_LONG, _SPREAD = 600, 1.16
"""In texts of more runs than this a tenth is a passage of its own length, and of its fingerprints no more may be missed than twice the standard
deviation of their number, 0.58 times its root: the steps between fingerprints are even from one to a window. _LEAST_MET would bring all that print one saying of
24 words beside each other, the more of them the larger the archive."""
COPY, REWRITE, SHARES = 700, 400, 100
"""Thousandths of the shorter text that make a copy, a rewrite, and two that share a passage. Below a tenth it is a saying, a name with
its offices, or the same notice."""


RELATIONS = ("copy", "rewrite", "shares")


class Passages(NamedTuple):
    """What finds the stories that share words with a text."""

    keys: Keys
    """Its fingerprints; none of a text too short to compare."""
    runs: int
    """Its shingles, each once."""


NO_PASSAGES = Passages(np.empty(0, dtype=np.uint64), 0)


def passages_of(body: str) -> Passages:
    """The fingerprints of a text."""
    runs = _runs_of(body)
    count = len(distinct(runs))
    if count < LEAST_SHINGLES:
        return Passages(NO_PASSAGES.keys, count)
    return Passages(distinct(winnowed(runs, _window(len(runs)))), count)


def shingles(body: str) -> Shingles:
    """The text's shingles; none where it is shorter than one."""
    return distinct(_runs_of(body))


def shares_of(one: Shingles, others: Sequence[Shingles]) -> list[int]:
    """How much of the shorter text's shingles the other holds, in thousandths: of one text and each of others."""
    every = np.concatenate(others)
    held = np.cumsum(np.concatenate(([0], are_among(every, one))))
    lengths = np.array([len(other) for other in others])
    ends = np.cumsum(lengths)
    shorter = np.minimum(lengths, len(one))
    shares = np.rint(1000 * (held[ends] - held[ends - lengths]) / np.maximum(shorter, 1))
    return [int(share) for share in shares]


def relation_of(share: int) -> str:
    """What two stories that share so many thousandths of the shorter are to one another: copy, rewrite or shares."""
    return RELATIONS[(share < COPY) + (share < REWRITE)]


def least_met(one: npt.ArrayLike, other: npt.ArrayLike) -> Places:
    """How many fingerprints two texts must share to be compared, given how many shingles each has: of many pairs at once."""
    shorter, longer = np.minimum(one, other), np.maximum(one, other)
    least = _LEAST_MET * _expected(shorter, shorter)
    tenth = SHARES / 1000 * _expected(shorter, longer)
    least = np.where(shorter > _LONG, np.maximum(least, tenth - _SPREAD * np.sqrt(tenth)), least)
    found: Places = np.maximum(1, np.rint(least)).astype(np.intp)
    return found


def _expected(runs: Places, longest: Places) -> npt.NDArray[np.float64]:
    """How many fingerprints so many runs have, of those that a text of `longest` runs keeps: two to a window and one."""
    windows = np.array([window for _, window in _WINDOWS] + [_WIDEST])
    found: npt.NDArray[np.float64] = runs * 2 / (windows[np.searchsorted([most for most, _ in _WINDOWS], longest)] + 1)
    return found


def _window(runs: int) -> int:
    return next((window for most, window in _WINDOWS if runs <= most), _WIDEST)


def _runs_of(body: str) -> Keys:
    return run_hashes(word_hashes(words_of(body)), SHINGLE_WORDS)
