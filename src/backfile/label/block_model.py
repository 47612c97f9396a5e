"""How likely each block is the story's own text: a small convolutional network over the story's zone, read with numpy.

Trained by bench/train_blocks.py on public sets, split by site. The network looks at a block's own numbers and words, at
its neighbours one and three blocks away, and at the mean of what stands under each box around it. It is not told what the
rules say: two judges who have not conferred are worth more than one who has heard the other (docs/decisions/0006).
"""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np

from backfile.label import network_file
from backfile.label.model_features import PageFeatures, read_features
from backfile.label.model_words import Names, Vocabulary
from backfile.label.network_file import NetworkFile, read_network
from backfile.label.surroundings import Floats, Surroundings
from backfile.model.page import Page

REACHES = (1, 3)
"""How far the neighbours are that each layer looks at."""
POOLED_LEVELS = [1, 2, 3, 5]
"""The boxes above a block whose means it is told."""


class Network:
    """The weights, made ready: see bench/train_blocks.py for how they came about."""

    def __init__(self, file: NetworkFile) -> None:
        self.weights = w = {name: np.frombuffer(numbers, dtype=np.float32) for name, numbers in file.arrays.items()}
        width, traits = len(w["first_bias"]), len(w["trait_bias"])
        self.words = Vocabulary(file.words, w["words"].reshape(len(file.words) + 1, -1))
        self.names = Names(file.names, w["names"].reshape(len(file.names) + 1, -1))
        self.least, self.most = w["least"][:, None], w["most"][:, None]
        self.dense, self.tags, self.ends = (w[name].reshape(-1, width) for name in ("columns", "tags", "ends"))
        said = [w[name] for name in ("of_text", "own_box", "next_box", "far_boxes")]
        self.said = np.concatenate(said).reshape(-1, width)
        self.trait, self.own = w["trait"].reshape(width, traits), w["own"].reshape(width, width)
        pooled = w["pooled"].reshape(-1, width)
        of_boxes = len(POOLED_LEVELS) * traits
        by_level = pooled[:of_boxes].reshape(len(POOLED_LEVELS), traits, width)
        self.pooled, self.of_zone = by_level.transpose(1, 0, 2).reshape(of_boxes, width), pooled[of_boxes:]
        self.near = [_side_by_side(w[f"layer{layer}"].reshape(-1, width)) for layer in range(3)]

    def __call__(self, features: PageFeatures) -> Floats:
        """n logits."""
        w = self.weights
        dense = np.maximum(features.dense, self.least)
        x = _product(np.minimum(dense, self.most, out=dense).T, self.dense)
        x += self._of_words(features)
        x += self.tags.take(features.tags, axis=0)
        x += self.ends.take(features.ends, axis=0)
        _rectified(x, w["first_bias"])
        for layer, reach in enumerate(REACHES):
            x += _rectified(_near(x, self.near[layer], reach), w[f"layer{layer}_bias"])
        x += _rectified(self._of_sums(x, features.around) + _product(x, self.own), w["pooled_bias"])
        x += _rectified(_near(x, self.near[2], 1), w["layer2_bias"])
        logits: Floats = x @ w["out"] + w["out_bias"][0]
        return logits

    def _of_words(self, features: PageFeatures) -> Floats:
        """What the words of the blocks say, and the names of the boxes around them: of the block's own, of the next, of those
        further up together."""
        names = self.names.sums(features.around.kinds)
        above, width = features.around.above, names.shape[1]
        said = np.empty((above.shape[1], 4 * width), dtype=np.float32)
        said[:, :width] = self.words.sums(features.heads)
        said[:, width : 2 * width] = names.take(above[0], axis=0)
        said[:, 2 * width : 3 * width] = names.take(above[1], axis=0)
        names.take(above[2:], axis=0).sum(axis=0, out=said[:, 3 * width :])
        return _product(said, self.said)

    def _of_sums(self, x: Floats, around: Surroundings) -> Floats:
        """The mean of a few traits over the blocks under the boxes around each block, and over the zone."""
        w, pooled = self.weights, self.pooled
        traits = _product(self.trait.T, np.ascontiguousarray(x.T))
        traits += w["trait_bias"][:, None]
        np.maximum(traits, 0, out=traits)
        sums = np.zeros((len(traits), len(x) + 1), dtype=np.float32)
        traits.cumsum(axis=1, out=sums[:, 1:])
        first, last = around.first, around.last
        under = sums.take(last, axis=1)
        under -= sums.take(first, axis=1)
        counts = last - first
        np.maximum(counts, 1, out=counts)
        under /= (counts + 1).astype(np.float32)
        gathered = under.take(around.above[POOLED_LEVELS], axis=1).reshape(len(pooled), len(x))
        told = _product(gathered.T, pooled)
        told += (sums[:, -1] / np.float32(len(x))) @ self.of_zone
        return told


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
def network_of(path: Path) -> Network:
    """The network of a file of weights, read once."""
    return Network(read_network(path))


def score_in_numpy(page: Page, zone: Sequence[int]) -> list[float]:
    """P(block is the story's own text) for each block at the indices of a zone, in order."""
    if not zone:
        return []
    logits = network_of(network_file.WEIGHTS)(read_features(page, zone))
    odds: list[float] = (1 / (1 + np.exp(-np.clip(logits, -30, 30)))).tolist()
    return odds
