"""From the model's likelihoods to a body: the cut that gives the best F1 to be expected, page by page.

The rule is that of expected-F maximisation: were the likelihoods true, keeping the blocks above the cut would give the
most of the body for the least of anything else, counted in characters.
"""

import math
from collections.abc import Sequence

from backfile.model.page import Page

_LOWEST, _HIGHEST = 0.2, 0.65
"""The cut stays between these: a page of which the model is unsure is no reason to take all of it."""
_STORY_WEIGHTS = (0.0, 0.0, 0.0, 0.0, 0.0)
_STORY_BIAS = 0.0


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


def story_likelihood(page: Page, scores: Sequence[float]) -> float:
    """How likely the page is one story, from how much of it is likely body and how surely; 0 for one without text."""
    if not scores:
        return 0.0
    traits = story_traits([len(block.text) for block in page.blocks], scores)
    logit = _STORY_BIAS + sum(weight * trait for weight, trait in zip(_STORY_WEIGHTS, traits, strict=True))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, logit))))


def story_traits(sizes: Sequence[int], scores: Sequence[float]) -> list[float]:
    """Of the likely body: characters (log), share of the page, mean sureness, share of long blocks, blocks (log)."""
    expected = sum(size * score for size, score in zip(sizes, scores, strict=True))
    kept = [(size, score) for size, score in zip(sizes, scores, strict=True) if score >= 0.5]
    text = sum(size for size, _ in kept)
    sure = sum(size * score for size, score in kept) / text if text else 0.0
    long = sum(size for size, _ in kept if size >= 120) / text if text else 0.0
    return [math.log1p(expected) / 8, expected / max(1, sum(sizes)), sure, long, math.log1p(len(kept)) / 4]
