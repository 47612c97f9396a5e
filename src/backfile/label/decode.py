"""From the model's likelihoods to a body.

Plan. A story's text comes in runs, so going from body to something else, or back, has a price: the best path through
the blocks is found by dynamic programming (Viterbi), as for a chain of two states. Where nothing outweighs the price,
each block is judged by itself.
"""

import math
from collections.abc import Sequence

from backfile.model.page import Page

_CHANGE = 1.0
"""What a change between body and not costs, in log odds; chosen on held-out sites, as is the next."""
_LEANING = 0.6
"""Added to every block's log odds: the middle is at a likelihood of 0.35."""
_LEAST = 1e-6


def decode_body(page: Page, scores: Sequence[float]) -> list[bool]:
    """For every block of the page whether it is body text, from the likelihoods of `score_blocks`."""
    assert len(scores) == len(page.blocks)
    return decode_scores(scores)


def decode_scores(scores: Sequence[float]) -> list[bool]:
    """As decode_body, from likelihoods alone."""
    gains = [math.log(max(score, _LEAST) / max(1 - score, _LEAST)) + _LEANING for score in scores]
    kept = _best_path(gains)
    return kept if any(kept) else [gain > 0 for gain in gains]


def _best_path(gains: Sequence[float]) -> list[bool]:
    outside = inside = 0.0
    came: list[tuple[bool, bool]] = []  # at each block: was the one before it body, if this is not, and if this is
    for gain in gains:
        leaves, enters = inside - _CHANGE > outside, outside - _CHANGE > inside
        came.append((leaves, not enters))
        outside, inside = (
            inside - _CHANGE if leaves else outside,
            (outside - _CHANGE if enters else inside) + gain,
        )
    state = inside > outside
    path = []
    for leaves, stayed in reversed(came):
        path.append(state)
        state = stayed if state else leaves
    return path[::-1]
