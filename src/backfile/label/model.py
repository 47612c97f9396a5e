"""How likely each block is the story's own text: a small convolutional network over the story's zone, read with numpy.

Trained by bench/train_blocks.py on public sets, split by site. The network looks at a block's own numbers and words, at
its neighbours one and three blocks away, and at the mean of what stands under each box around it. What the rules say of
the block is among its numbers: the network learns where they err.
"""

from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from backfile.label.features import Floats, PageFeatures, read_features
from backfile.label.zone import Zone
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
        self.least, self.most = mean - _SPREAD * scale, mean + _SPREAD * scale
        first, width = self.weights["first"], self.weights["words"].shape[1]
        self.dense = first[: len(mean)] / scale[:, None]
        text, *boxes = (first[len(mean) + width * part :][:width] for part in range(4))
        self.text = self.weights["words"] @ text
        """Per word: what it adds to the first layer."""
        self.box_weights = np.concatenate(boxes, axis=1)
        """A box's name to what it adds to the first layer as the block's own box, as the next, and as one further up."""
        self.first_bias = (
            self.weights["first_bias"]
            + np.array(CUSTOMS, dtype=np.float32) @ self.weights["customs"]
            - mean @ self.dense
        )
        self.named: dict[tuple[str, str], Floats] = {}

    def __call__(self, features: PageFeatures) -> Floats:
        """n logits."""
        w = self.weights
        x = _product(np.minimum(np.maximum(features.dense, self.least), self.most), self.dense)
        self._add_words(x, features.words)
        boxes = np.stack([self._of_name(kind) for kind in features.kinds])
        own, around, far = np.split(boxes, 3, axis=1)
        above = features.kinds_above
        x += own[above[0]]
        x += around[above[1]]
        x += far[above[2:]].sum(axis=0)
        x += self.first_bias
        np.maximum(x, 0, out=x)
        for layer, reach in enumerate(REACHES):
            x += _rectified(_product(_with_neighbours(x, reach), w[f"layer{layer}"]), w[f"layer{layer}_bias"])
        x += _rectified(self._around(x, features) + _product(x, w["own"]), w["pooled_bias"])
        x += _rectified(_product(_with_neighbours(x, 1), w["layer2"]), w["layer2_bias"])
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


_MOST_NAMES = 20_000
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


def _with_neighbours(x: Floats, reach: int) -> Floats:
    count, width = x.shape
    wide = np.zeros((count, 3 * width), dtype=np.float32)
    wide[:, width : 2 * width] = x
    if count > reach:
        wide[reach:, :width] = x[:-reach]
        wide[:-reach, 2 * width :] = x[reach:]
    return wide


@cache
def _network(path: Path) -> _Network:
    with np.load(path, allow_pickle=False) as arrays:
        return _Network(dict(arrays))


def score_blocks(page: Page, zone: Zone) -> list[float]:
    """P(block is the story's own text) for each block of the zone, in order."""
    if not zone.kept:
        return []
    logits = _network(_WEIGHTS)(read_features(page, zone))
    odds: list[float] = (1 / (1 + np.exp(-np.clip(logits, -30, 30)))).tolist()
    return odds
