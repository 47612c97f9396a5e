"""How likely each block is the story's own text: by the compiled model where it could be built, else by the one in numpy.

The compiled one (compiled/score.c) does what model_features.py and block_model.py do, in a third of the time (docs/decisions/0008),
and without numpy, which is loaded for the other alone.
"""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from backfile import compiled
from backfile.label import network_file
from backfile.label.model_tokens import ENDS, TAGS, leads_of, name_words
from backfile.label.page_claims import article_body, read_claims
from backfile.model.page import Page

_score = compiled.score


def score_blocks(page: Page, zone: Sequence[int]) -> list[float]:
    """P(block is the story's own text) for each block at the indices of a zone, in order."""
    if not zone:
        return []
    if _score is None:
        from backfile.label.block_model import score_in_numpy

        return score_in_numpy(page, zone)
    claims = read_claims(page)
    network = _prepared(network_file.WEIGHTS)
    return _score.score(network, page.blocks, page.boxes, list(zone), claims.titles, claims.deks, article_body(page))


@cache
def _prepared(weights: Path) -> Any:
    words, names, arrays = network_file.read_network(weights)
    return _score.prepare(arrays, words, leads_of(words), TAGS, ENDS, names, name_words)
