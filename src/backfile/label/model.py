"""How likely each block is the story's own text: a small convolutional network over the story's zone, read with numpy.

Trained by bench/train_blocks.py on public sets, split by site. The network looks at a block's own numbers and words, at
its neighbours one and three blocks away, and at the mean of what stands under each box around it. It is not told what the
rules say: two judges who have not conferred are worth more than one who has heard the other (docs/decisions/0006).
"""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from backfile.label.features import END_COUNT, TAG_COUNT, Floats, PageFeatures, read_features
from backfile.model.page import Page
from backfile.page.names import words_of as words_of_name

_WEIGHTS = Path(__file__).with_name("weights.npz")
_SPREAD = 5.0
"""Spreads from the mean past which a column is cut, as in training."""
REACHES = (1, 3)
"""How far the neighbours are that each layer looks at."""
POOLED_LEVELS = [1, 2, 3, 5]
"""The boxes above a block whose means it is told."""
CUSTOMS = (0.85, 0.15)
"""Whose customs are followed, and how far: those of newsrooms' own paragraphs (no dek, no bullets that sum up, no lists
that are not prose), and those of articles of any kind on the web, where all of these are text."""


class _Network:
    """The weights, made ready: see bench/train_blocks.py for how they came about."""

    def __init__(self, arrays: dict[str, Any]) -> None:
        self.words = _vocabulary(arrays["word_list"])
        self.name_words = _vocabulary(arrays["name_list"])
        self.weights = {name: array.astype(np.float32) for name, array in arrays.items() if array.dtype.kind == "f"}
        mean, scale = self.weights["mean"], self.weights["scale"]
        first, width = self.weights["first"], self.weights["words"].shape[1]
        numbers = len(mean) - TAG_COUNT - END_COUNT
        self.least, self.most = ((mean + side * _SPREAD * scale)[:numbers, None] for side in (-1, 1))
        self.dense = first[:numbers] / scale[:numbers, None]
        one_hot = _of_choices(first, mean, scale, numbers)
        self.tags, self.ends = one_hot[:TAG_COUNT], one_hot[TAG_COUNT:]
        text, *boxes = (first[len(mean) + width * part :][:width] for part in range(4))
        self.text = self.weights["words"] @ text
        """Per word: what it adds to the first layer."""
        self.box_weights = np.concatenate(boxes, axis=1)
        """A box's name to what it adds to the first layer as the block's own box, as the next, and as one further up."""
        self.first_bias = (
            self.weights["first_bias"]
            + np.array(CUSTOMS, dtype=np.float32) @ self.weights["customs"]
            - mean[:numbers] @ self.dense
        )
        self.named: dict[tuple[str, str], Floats] = {}
        w = self.weights
        self.near = [_side_by_side(w[f"layer{layer}"]) for layer in range(3)]

    def __call__(self, features: PageFeatures) -> Floats:
        """n logits."""
        w = self.weights
        dense = np.maximum(features.dense, self.least)
        x = _product(np.minimum(dense, self.most, out=dense).T, self.dense)
        self._add_words(x, features.words)
        boxes = np.array([self._of_name(kind) for kind in features.kinds])
        width = x.shape[1]
        above = features.kinds_above
        x += boxes[:, :width][above[0]]
        x += boxes[:, width : 2 * width][above[1]]
        x += boxes[:, 2 * width :][above[2:]].sum(axis=0)
        x += self.tags[features.tags]
        x += self.ends[features.ends]
        _rectified(x, self.first_bias)
        for layer, reach in enumerate(REACHES):
            x += _rectified(_near(x, self.near[layer], reach), w[f"layer{layer}_bias"])
        x += _rectified(self._around(x, features) + _product(x, w["own"]), w["pooled_bias"])
        x += _rectified(_near(x, self.near[2], 1), w["layer2_bias"])
        logits: Floats = x @ w["out"][:, 0] + w["out_bias"][0]
        return logits

    def _add_words(self, x: Floats, words: list[list[str]]) -> None:
        """What the words that the model knows say of their blocks."""
        row_of = self.words.get
        rows: list[int] = []
        places: list[int] = []
        starts: list[int] = []
        for place, said in enumerate(words):
            known = [row for word in said if (row := row_of(word))]
            if known:
                places.append(place)
                starts.append(len(rows))
                rows += known
        if rows:
            x[places] += np.add.reduceat(self.text[rows], starts)

    def _of_name(self, kind: tuple[str, str]) -> Floats:
        found = self.named.get(kind)
        if found is None:
            rows = [row for word in name_words(*kind) if (row := self.name_words.get(word))]
            found = self.weights["names"][rows].sum(axis=0) @ self.box_weights
            if len(self.named) < _MOST_NAMES:
                self.named[kind] = found
        return found

    def _around(self, x: Floats, features: PageFeatures) -> Floats:
        """The mean of a few traits over the blocks under the boxes around each block, and over the zone."""
        w = self.weights
        traits = _rectified(_product(x, w["trait"]), w["trait_bias"])
        sums = np.zeros((len(x) + 1, traits.shape[1]), dtype=np.float32)
        np.cumsum(traits, axis=0, out=sums[1:])
        first, last = features.first, features.last
        under = (sums[last] - sums[first]) / (np.maximum(last - first, 1) + 1).astype(np.float32)[:, None]
        gathered = under[features.above[POOLED_LEVELS]].transpose(1, 0, 2).reshape(len(x), -1)
        split = gathered.shape[1]
        pooled: Floats = _product(gathered, w["pooled"][:split]) + (sums[-1] / np.float32(len(x))) @ w["pooled"][split:]
        return pooled


_MOST_NAMES = 4_000
"""Boxes' names whose sums are kept."""


def _vocabulary(joined: Any) -> dict[str, int]:
    """Word to row of an embedding: the words stand in the order of the rows, which begin at 1."""
    return {word: row for row, word in enumerate(str(joined).split("\n"), start=1)}


def name_words(tag: str, name: str) -> list[str]:
    """What a box is looked up by: its tag, and the words of its names."""
    return [tag + ">", *words_of_name(name)]


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


def _rectified(x: Floats, bias: Floats) -> Floats:
    """max(x + bias, 0), in place."""
    x += bias
    return np.maximum(x, 0, out=x)


def _of_choices(first: Floats, mean: Floats, scale: Floats, numbers: int) -> Floats:
    """What each tag and each end adds to the first layer: they are columns of ones and noughts in training."""
    added = []
    for start, count in ((numbers, TAG_COUNT), (numbers + TAG_COUNT, END_COUNT)):
        part = slice(start, start + count)
        scaled = np.clip((np.eye(count, dtype=np.float32) - mean[part]) / scale[part], -_SPREAD, _SPREAD)
        added.append(scaled @ first[part])
    return np.concatenate(added)


def _side_by_side(matrix: Floats) -> Floats:
    """A layer over a block and its neighbours, as one product whose three parts are added where they belong."""
    return np.ascontiguousarray(np.concatenate(np.split(matrix, 3), axis=1))


def _near(x: Floats, matrix: Floats, reach: int) -> Floats:
    """The layer `matrix` over each block, the one `reach` before it and the one `reach` after."""
    width = matrix.shape[1] // 3
    parts = _product(x, matrix)
    out = parts[:, width : 2 * width]
    if len(x) > reach:
        out[reach:] += parts[:-reach, :width]
        out[:-reach] += parts[reach:, 2 * width :]
    return out


@cache
def _network(path: Path) -> _Network:
    with np.load(path, allow_pickle=False) as arrays:
        return _Network(dict(arrays))


def score_blocks(page: Page, zone: Sequence[int]) -> list[float]:
    """P(block is the story's own text) for each block at the indices of a zone, in order."""
    if not zone:
        return []
    logits = _network(_WEIGHTS)(read_features(page, zone))
    odds: list[float] = (1 / (1 + np.exp(-np.clip(logits, -30, 30)))).tolist()
    return odds
