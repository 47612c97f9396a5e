"""From the model's likelihoods to a body: the cut that gives the best F1 to be expected, page by page.

The rule is that of expected-F maximisation: were the likelihoods true, keeping the blocks above the cut would give the
most of the body for the least of anything else, counted in characters.
"""

from collections.abc import Sequence

from backfile.model.page import Page

_LOWEST, _HIGHEST = 0.2, 0.65
"""The cut stays between these: a page of which the model is unsure is no reason to take all of it."""


def decode_body(page: Page, scores: Sequence[float]) -> list[bool]:
    """For every block whether it is body text, from `score_blocks`' likelihoods."""
    cut = best_cut([len(block.text) for block in page.blocks], scores)
    return [score >= cut for score in scores]


def best_cut(sizes: Sequence[int], scores: Sequence[float]) -> float:
    """The least likelihood that is kept, for blocks of so many characters and such likelihoods."""
    expected = sum(size * score for size, score in zip(sizes, scores, strict=True))
    best, cut = 0.0, _HIGHEST
    kept = right = 0.0
    for score, size in sorted([pair for pair in zip(scores, sizes, strict=True) if pair[0] >= _LOWEST], reverse=True):
        kept += size
        right += size * score
        gain = 2 * right / (kept + expected)
        if gain > best:
            best, cut = gain, score
    return min(_HIGHEST, cut)
