"""How likely each block is the story's own text: a small convolutional network over the page's blocks, read with numpy.

Trained by bench/train_blocks.py on public sets, split by site. The network looks at a block's own numbers and words, at
its neighbours one, two and four blocks away, and at the mean of what stands under each box around it.
"""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

import numpy as np

from backfile.label.features import Floats, PageFeatures, read_features
from backfile.label.hashing import Ints, Vocabulary
from backfile.model.page import Page

_WEIGHTS = "weights.npz"
_SPREAD = 5.0
"""Spreads from the mean past which a column is cut, as in training."""
_FAR = 0.4
"""Weight of the names of boxes two levels up and more; as in training."""


CUSTOMS = (0.85, 0.15)
"""Whose customs are followed, and how far: those of newsrooms' own paragraphs (no dek, no bullets that sum up, no lists
that are not prose), and those of articles of any kind on the web, where all of these are text."""


class BlockScores(NamedTuple):
    """What the model says of a page's blocks, in order, each from 0 to 1."""

    body: list[float]
    headline: list[float]


class _Network:
    """The weights, made ready: see bench/train_blocks.py for how they came about."""

    def __init__(self, arrays: dict[str, Any]) -> None:
        self.words = Vocabulary(arrays["word_hashes"])
        self.names = Vocabulary(arrays["name_hashes"])
        self.weights = {name: array.astype(np.float32) for name, array in arrays.items() if array.dtype.kind == "f"}
        mean, scale = self.weights["mean"], self.weights["scale"]
        self.least, self.most = (mean - _SPREAD * scale)[:, None], (mean + _SPREAD * scale)[:, None]
        first = self.weights["first"]
        self.dense = first[: len(mean)] / scale[:, None]
        self.looked_up = first[len(mean) :]
        self.first_bias = (
            self.weights["first_bias"]
            + np.array(CUSTOMS, dtype=np.float32) @ self.weights["customs"]
            - mean @ self.dense
        )
        self.layers = [(self.weights[f"layer{i}"], self.weights[f"layer{i}_bias"]) for i in range(4)]

    def __call__(self, features: PageFeatures) -> Floats:
        """n x 2 logits: body, headline."""
        w = self.weights
        words = features.words
        text = _summed(w["words"], self.words.rows(words.head), words.head_block, features.dense.shape[1])
        name_rows, count = self.names.rows(words.name), int(features.kinds.max()) + 1
        kinds_above = features.kinds[features.ancestors]
        names = _summed(w["names"], name_rows, words.name_kind, count)[kinds_above]
        looked_up = np.concatenate((text, names[0], names[1], names[2:].sum(axis=0) * _FAR), axis=1)
        dense = np.maximum(features.dense, self.least)
        np.minimum(dense, self.most, out=dense)
        x = _product(dense.T, self.dense)
        x += _product(looked_up, self.looked_up)
        x = _rectified(x, self.first_bias)
        for (matrix, bias), reach in zip(self.layers[:3], (1, 2, 4), strict=True):
            x += _rectified(_product(_with_neighbours(x, reach), matrix), bias)
        around = self._around(x, features)
        around += self._alike(x, kinds_above)
        around += _product(x, w["own"])
        x += _rectified(around, w["pooled_bias"])
        matrix, bias = self.layers[3]
        x += _rectified(_product(_with_neighbours(x, 1), matrix), bias)
        logits: Floats = x @ w["out"] + w["out_bias"]
        return logits

    def _around(self, x: Floats, features: PageFeatures) -> Floats:
        """The mean of a few traits over the blocks under the boxes around each block, and over the page."""
        w = self.weights
        traits = _rectified(_product(x, w["trait"]), w["trait_bias"])
        sums = np.zeros((len(x) + 1, traits.shape[1]), dtype=np.float32)
        np.cumsum(traits, axis=0, out=sums[1:])
        first, last = features.first, features.last
        under = (sums[last] - sums[first]) / (np.maximum(last - first, 1) + 1).astype(np.float32)[:, None]
        page = np.broadcast_to(sums[-1] / np.float32(len(x)), traits.shape)
        above = features.ancestors
        gathered = np.concatenate((*(under[above[level]] for level in (1, 2, 3, 5)), page), axis=1)
        pooled: Floats = _product(gathered, w["pooled"])
        return pooled

    def _alike(self, x: Floats, kinds: Ints) -> Floats:
        """The mean of a few traits over the blocks whose box, and the box around it, have the same tag and name."""
        w = self.weights
        traits = _rectified(_product(x, w["alike_trait"]), w["alike_trait_bias"])
        key = (kinds[0] << 32) + kinds[1]
        order = np.argsort(key, kind="stable")
        is_start = np.concatenate(([True], np.diff(key[order]) != 0))
        starts = np.flatnonzero(is_start)
        sizes = np.diff(np.append(starts, len(order)))
        means = np.add.reduceat(traits[order], starts, axis=0) / sizes.astype(np.float32)[:, None]
        spread = np.empty((len(x), w["alike"].shape[1]), dtype=np.float32)
        spread[order] = np.repeat(means @ w["alike"], sizes, axis=0)
        return spread


_ONE_THREAD = 200_000
"""Multiplications up to which OpenBLAS keeps to one thread: waking others costs more than a page's products are worth."""


def _product(x: Floats, matrix: Floats) -> Floats:
    """x @ matrix, in runs of rows small enough for one thread."""
    rows = max(1, _ONE_THREAD // matrix.size)
    if len(x) <= rows:
        return x @ matrix
    out = np.empty((len(x), matrix.shape[1]), dtype=np.float32)
    for start in range(0, len(x), rows):
        np.matmul(x[start : start + rows], matrix, out=out[start : start + rows])
    return out


def _summed(table: Floats, rows: Ints, places: Ints, count: int) -> Floats:
    """For each of `count` places the sum of its rows of the table; `places` is sorted."""
    known = rows > 0
    rows, places = rows[known], places[known]
    out = np.zeros((count, table.shape[1]), dtype=np.float32)
    if len(rows):
        starts = np.flatnonzero(np.concatenate(([True], places[1:] != places[:-1])))
        out[places[starts]] = np.add.reduceat(table[rows], starts, axis=0)
    return out


def _rectified(x: Floats, bias: Floats) -> Floats:
    """max(x + bias, 0), in place."""
    x += bias
    return np.maximum(x, 0, out=x)


def _with_neighbours(x: Floats, reach: int) -> Floats:
    count, width = x.shape
    wide = np.zeros((count, 3 * width), dtype=np.float32)
    wide[:, width : 2 * width] = x
    if count > reach:
        wide[reach:, :width] = x[:-reach]
        wide[:-reach, 2 * width :] = x[reach:]
    return wide


@cache
def _network() -> _Network:
    with files("backfile.label").joinpath(_WEIGHTS).open("rb") as file, np.load(file, allow_pickle=False) as arrays:
        return _Network(dict(arrays))


def score_page(page: Page, kept: Sequence[int] | None = None) -> BlockScores:
    """The likelihood of every block, or of those at the indices `kept`, to be body text, and to be the headline."""
    if not page.blocks or kept == []:
        return BlockScores([], [])
    logits = _network()(read_features(page, kept))
    odds = 1 / (1 + np.exp(-np.clip(logits, -30, 30)))
    return BlockScores(odds[:, 0].tolist(), odds[:, 1].tolist())


def score_blocks(page: Page, kept: Sequence[int] | None = None) -> list[float]:
    """P(block is the story's own text) for every block, or for those at the indices `kept`, in order."""
    return score_page(page, kept).body
