"""How likely each block is the story's own text: by the compiled model where it could be built, else by the one in numpy.

The compiled one (compiled/score.c) does what model_features.py and block_model.py do, in a third of the time (docs/decisions/0008).
"""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from backfile import compiled
from backfile.label import block_model as model
from backfile.label.model_features import ENDS, TAGS
from backfile.label.model_words import name_words
from backfile.label.page_claims import article_body, read_claims
from backfile.label.surroundings import Floats
from backfile.model.page import Page

_score = compiled.score

_AS_THEY_ARE = (
    "layer0 layer0_bias layer1 layer1_bias layer2 layer2_bias trait trait_bias pooled own pooled_bias out out_bias"
).split()


def score_blocks(page: Page, zone: Sequence[int]) -> list[float]:
    """P(block is the story's own text) for each block at the indices of a zone, in order."""
    if _score is None or not zone:
        return model.score_in_numpy(page, zone)
    claims = read_claims(page)
    network = _prepared(model.WEIGHTS)
    return _score.score(network, page.blocks, page.boxes, list(zone), claims.titles, claims.deks, article_body(page))


@cache
def _prepared(weights: Path) -> Any:
    network = model.network_of(weights)
    vocabularies = (network.words.rows, network.words.leads, TAGS, ENDS, network.names.rows, name_words)
    return _score.prepare(_arrays(network), *vocabularies)


def _arrays(network: model.Network) -> dict[str, Floats]:
    """The network's weights by the names that _score.prepare asks for."""
    of_text, own_box, next_box, far_boxes = np.split(network.said, 4)
    arrays = {name: network.weights[name] for name in _AS_THEY_ARE} | {
        "text": network.weights["words"] @ of_text, "name": network.weights["names"],
        "own_box": own_box, "next_box": next_box, "far_boxes": far_boxes,
        "columns": network.dense, "least": network.least, "most": network.most,
        "tags": network.tags, "ends": network.ends, "first_bias": network.first_bias,
    }  # fmt: skip
    return {name: np.ascontiguousarray(array, dtype=np.float32) for name, array in arrays.items()}
