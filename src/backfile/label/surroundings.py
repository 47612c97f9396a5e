"""The boxes around some blocks, as arrays, and how much stands in each.

Plan. The walk makes boxes in document order, so the blocks under any box are one run: sums over a box are differences of
running sums.
"""

from collections.abc import Sequence
from operator import itemgetter
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from backfile.model.page import Page

Floats = NDArray[np.float32]
Ints = NDArray[np.intp]

LEVELS = 6
"""Boxes looked at above a block, its own included."""
_INNER = 3
"""Boxes above a block whose sums are told."""
_MAJORITY = 0.5
"""Share of the prose with which a box may be the story's."""
WEIGHT_COLUMNS = 2 + 4 * _INNER


class Surroundings(NamedTuple):
    """The boxes around n blocks; a row a box, each after the one around it, the root first."""

    kinds: list[tuple[str, str]]
    """A box: its tag and names; nothing for the root."""
    depths: Ints
    first: Ints
    """A box: the first block under it."""
    last: Ints
    """A box: one past the last block under it."""
    above: Ints
    """LEVELS x n: the block's box, the box around that, ...; the root again and again at the top."""


def read_surroundings(page: Page, own: Sequence[int]) -> Surroundings:
    """What is around blocks in these boxes, which come in the page's order."""
    boxes = page.boxes
    first = {0: 0}
    for place, box in enumerate(own):
        while box not in first:
            first[box] = place
            box = boxes[box][0]
    numbers = sorted(first)
    row_of = dict(zip(numbers, range(len(numbers)), strict=True))
    around = [boxes[number] for number in numbers]
    parents = [0, *map(row_of.__getitem__, map(_PARENT, around[1:]))]
    rows = list(map(row_of.__getitem__, own))
    return Surroundings(
        kinds=[("", ""), *map(_KIND, around[1:])],
        depths=np.array(list(map(_DEPTH, around))),
        first=np.array(list(map(first.__getitem__, numbers))),
        last=np.array(_lasts(rows, parents)),
        above=_above(rows, parents),
    )


_PARENT, _KIND, _DEPTH = itemgetter(0), itemgetter(1, 2), itemgetter(3)


def _lasts(rows: Sequence[int], parents: Sequence[int]) -> list[int]:
    """A box: one past the last block under it."""
    last = [0] * len(parents)
    for place, row in enumerate(rows, start=1):
        last[row] = place
    for row in range(len(parents) - 1, 0, -1):
        parent = parents[row]
        if last[row] > last[parent]:
            last[parent] = last[row]
    return last


def _above(rows: Sequence[int], parents: Sequence[int]) -> Ints:
    above = np.empty((LEVELS, len(rows)), dtype=np.intp)
    above[0] = rows
    parent_of = np.array(parents)
    for level in range(1, LEVELS):
        parent_of.take(above[level - 1], out=above[level], mode="clip")
    return above


def write_weights(out: Floats, around: Surroundings, weights: Floats, total: float) -> None:
    """Write, in WEIGHT_COLUMNS x n, what stands under the boxes around a block, and how it stands to the box with most of the text.

    `weights` is 3 x n: characters, characters of prose, characters in links; `total` is those of prose.
    """
    first, last, above = around.first, around.last, around.above
    sums = np.zeros((3, weights.shape[1] + 1), dtype=np.float32)
    weights.cumsum(axis=1, out=sums[:, 1:])
    under = sums.take(last, axis=1)
    under -= sums.take(first, axis=1)
    told = np.empty((4, len(first)), dtype=np.float32)
    np.divide(under[1], total, out=told[0])
    np.divide(under[1:], np.maximum(1, under[0]), out=told[1:3])
    np.log1p(last - first, out=told[3])
    told[3] /= 4
    _write_heavy(out, around, told[0] >= _MAJORITY)
    told.take(above[:_INNER], axis=1, out=out[2:].reshape(4, _INNER, -1), mode="clip")


def _write_heavy(out: Floats, around: Surroundings, heavy: NDArray[np.bool_]) -> None:
    """Write how many boxes up from a block one holds most of the prose, and how deep below the innermost of these it stands."""
    is_heavy = np.ones((LEVELS + 1, out.shape[1]), dtype=np.bool_)
    heavy.take(around.above, out=is_heavy[:LEVELS], mode="clip")
    out[0] = is_heavy.argmax(axis=0)
    innermost = int(np.where(heavy, around.depths, -1).argmax())
    below = around.depths.take(around.above[0])
    below -= around.depths[innermost]
    np.minimum(below, 8, out=below)
    np.maximum(below, -4, out=out[1])
    out[:2] /= 4
