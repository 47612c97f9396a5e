"""How close stories are by their words: each to the one asked about, and to one another.

The plan. A story and those that share rare words with it are laid out as a table of weighed words. A word weighs by its rarity in the
archive, and by its rarity among these: what all of a kind have in common (a boxer's name, "rehab") parts none of them, and what only
some have tells one event from its twin. Two stories are close by the angle between their rows. Whether they are of one matter is
better told by the others: `agreement` is how close each is to those that are nearest to the other. Figures: docs/decisions/0014-threads.md.
"""

from collections import Counter
from collections.abc import Sequence
from math import log
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from backfile.archive.threads.story_traits import Traits, is_number
from backfile.archive.threads.word_rarity import WordRarity

MOST_BESIDE = 40
"""Stories that are laid beside one."""
_MIDDLE, _WIDTH = 0.15, 0.05
"""Where closeness counts half of what it can as a neighbour's word, and over how much it rises."""
_NEIGHBOURS = 5
"""Stories nearest to one whose closeness to another is asked: with 4 or 6 as many pairs of ECB+ are told right."""

Table = npt.NDArray[np.float64]


class Closeness(NamedTuple):
    """One story beside the one asked about."""

    direct: float
    """The angle's cosine, 0 to 1."""
    agreement: float
    """How close those nearest to each are to the other, 0 to 1; 0 where there are none."""


class WeighedWords(NamedTuple):
    """The words of a story as they are laid in a table."""

    numbers: npt.NDArray[np.uint32]
    """Each word's number (WordRarity.numbers)."""
    weights: Table


def weighed_words(words: Counter[str], rarity: WordRarity) -> WeighedWords:
    """The words of a story, each weighed by how often it stands and how rare it is in the archive."""
    numbers = rarity.numbers(words)
    counts = np.fromiter(words.values(), np.float64, len(words))
    return WeighedWords(numbers, (1 + np.log(counts)) * rarity.powers(numbers))


def part_of_names(one: Traits, other: Traits, rarity: WordRarity) -> float:
    """Which part of what two stories share is rare names and numbers, 0 to 1: of two guides to one subject it is small."""
    weights = {
        word: _weight(word, one.words[word], rarity) * _weight(word, other.words[word], rarity)
        for word in one.words.keys() & other.words.keys()
    }
    named = sum(weight for word, weight in weights.items() if tells_which(word, one, other) and rarity.is_rare(word))
    return named / (sum(weights.values()) or 1)


def tells_which(word: str, one: Traits, other: Traits) -> bool:
    """Whether a word that both have tells which matter it is: a name in both, or a number."""
    return is_number(word) or (word in one.names and word in other.names)


def _weight(word: str, count: int, rarity: WordRarity) -> float:
    return (1 + log(count)) * rarity.power(word)


def closeness(one: WeighedWords, others: Sequence[WeighedWords]) -> list[Closeness]:
    """How close each of the others is to the one."""
    if not others:
        return []
    near = _cosines([one, *others])
    trust = 1 / (1 + np.exp((_MIDDLE - near) / _WIDTH))
    np.fill_diagonal(trust, 0)
    nearest = np.zeros_like(trust)
    columns = np.argsort(-trust, axis=1, kind="stable")[:, :_NEIGHBOURS]
    np.put_along_axis(nearest, columns, np.take_along_axis(trust, columns, 1), 1)
    agreed = (nearest @ trust) / np.maximum(nearest.sum(1, keepdims=True) - nearest, 1e-6)
    both = (agreed[0] + agreed[:, 0]) / 2
    return [Closeness(float(direct), float(agreement)) for direct, agreement in zip(near[0, 1:], both[1:], strict=True)]


def _cosines(stories: Sequence[WeighedWords]) -> Table:
    """The angle between each two, by a table of a row a story and a column for each word that two of them have."""
    numbers = np.concatenate([story.numbers for story in stories])
    rows = np.repeat(np.arange(len(stories)), [len(story.numbers) for story in stories])
    _, columns, here = np.unique(numbers, return_inverse=True, return_counts=True)
    among_these = np.maximum(np.log((MOST_BESIDE + 2) / (here + 0.5)), 0)
    weighed = np.concatenate([story.weights for story in stories]) * among_these[columns]
    squares = np.bincount(rows, weighed**2, minlength=len(stories))
    is_shared = here > 1
    table = np.zeros((len(stories), int(is_shared.sum())))
    both = is_shared[columns]
    table[rows[both], (np.cumsum(is_shared) - 1)[columns[both]]] = weighed[both]
    unit = table / np.maximum(np.sqrt(squares), 1e-9)[:, None]
    found: Table = np.einsum(
        "ij,kj->ik", unit, unit
    )  # not BLAS, whose threads wait for one another where cores are busy
    np.fill_diagonal(found, 0)
    return found
