"""Whether a page is one story: a logistic regression over what the block model makes of it and what it says of itself.

Fitted by bench/train_blocks.py --folds on wcxb-dev's page types and publishers-dev, from likelihoods of sites held out.
"""

import math
import re
from collections import Counter
from collections.abc import Sequence
from urllib.parse import urlsplit

from backfile.model.page import Page

_ARTICLE = frozenset({"article", "news", "newsarticle"})
_NO_STORY_PATH = re.compile(
    r"/(?:forums?|threads?|topic|viewtopic|questions?|products?|shop|store|category|collections?|docs?|dp|search|tag)s?/"
)
"""Matches /forum/12 and /products/x, not /news/2017/products-recalled."""
_BODY_WEIGHTS = (5.187, 3.027, -0.755, -0.175, -1.221, -1.61, 1.216, 1.75, -0.301)
_SAID_WEIGHTS = (1.034, -0.019, 1.047, 0.222, 1.487, -1.243, -3.062)
_WEIGHTS = _BODY_WEIGHTS + _SAID_WEIGHTS
_BIAS = -6.358


def story_likelihood(page: Page, scores: Sequence[float]) -> float:
    """How likely the page is one story and no listing, product, thread; 0 for a page without text."""
    if not scores:
        return 0.0
    logit = _BIAS + sum(weight * trait for weight, trait in zip(_WEIGHTS, story_traits(page, scores), strict=True))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, logit))))


def story_traits(page: Page, scores: Sequence[float]) -> list[float]:
    """The numbers that story_likelihood weighs, most of them from 0 to 1."""
    return _body_traits(page, scores) + _said_traits(page)


def _body_traits(page: Page, scores: Sequence[float]) -> list[float]:
    blocks = page.blocks
    expected = sum(len(block.text) * score for block, score in zip(blocks, scores, strict=True))
    linked = sum(block.linked * score for block, score in zip(blocks, scores, strict=True))
    whole = sum(len(block.text) for block in blocks)
    kept = [index for index, score in enumerate(scores) if score >= 0.5]
    sizes = [len(blocks[index].text) for index in kept]
    text = max(1, sum(sizes))
    around = Counter(page.boxes[blocks[index].box].parent for index in kept)
    return [
        math.log1p(expected) / 8,
        expected / max(1, whole),
        sum(size * scores[index] for size, index in zip(sizes, kept, strict=True)) / text,
        sum(size for size in sizes if size >= 120) / text,
        math.log1p(len(kept)) / 4,
        linked / max(1.0, expected),
        len(kept) / (kept[-1] - kept[0] + 1) if kept else 0.0,
        max(around.values()) / len(kept) if kept else 0.0,
        sum(block.linked for block in blocks) / max(1, whole),
    ]


def _said_traits(page: Page) -> list[float]:
    types = [meta.content.lower() for meta in page.metas if meta.name == "og:type"]
    is_article = any(value in _ARTICLE for value in types)
    path = urlsplit(page.url or "").path
    slug = path.rstrip("/").rsplit("/", 1)[-1]
    has_date = any("published" in meta.name or "pubdate" in meta.name or "dc.date" in meta.name for meta in page.metas)
    return [
        float(is_article),
        float(bool(types) and not is_article),
        float(has_date),
        float(bool(page.times)),
        min(1.0, slug.count("-") / 5),
        float(bool(page.url) and path in ("", "/")),
        float(_NO_STORY_PATH.search(path) is not None),
    ]
