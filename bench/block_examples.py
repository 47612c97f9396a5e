"""Pages of the sets as training examples: features, which blocks are body as far as is known, how much each counts.

A set's truth is taken for what it is: publishers-dev is exact and counts three times; wcxb-dev is body text that a
model drafted, so its word on deks is not taken; readability is a guide; trafilatura knows a few segments a page: the
rest of its blocks and the pages of htmldate-default are left to a teacher (see block_network.py).
"""

import gzip
import json
import pathlib
import re
from collections import Counter
from html import unescape
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import numpy as np
from block_labels import align, folded

from backfile.label.features import END_COUNT, TAG_COUNT, PageFeatures, read_features
from backfile.model.capture import Capture, Place
from backfile.model.page import Page
from backfile.page.build import build_page

SETS = ("publishers-dev", "wcxb-dev", "trafilatura", "readability", "htmldate-default")
SOURCE = {name: number for number, name in enumerate(SETS, start=1)}
_WEIGHT = {"publishers-dev": 3.0, "wcxb-dev": 1.0, "trafilatura": 1.0, "readability": 0.4, "htmldate-default": 0.7}
_SEGMENT_WEIGHT = 3.0
_LONG_PAGE = 900
"""Blocks past which a page is only tested on: they are mostly comment threads."""
_IS_DEK = 13
_LINKED_DATA = slice(-(TAG_COUNT + END_COUNT + 3), -(TAG_COUNT + END_COUNT))
_SECOND_LEVEL = frozenset({"ac", "co", "com", "edu", "gob", "gov", "net", "nom", "or", "org"})


class Example(NamedTuple):
    """A page to train or to test on, n blocks."""

    set_name: str
    page: Page
    truth: dict[str, Any]
    site: str
    texts: list[str]
    features: PageFeatures
    body: np.ndarray
    """n: share of the block that is body."""
    weight: np.ndarray
    """n: 0 where the set does not say."""
    size_weight: np.ndarray
    """n: what the block would count were it known."""
    headline: np.ndarray
    knows_headline: bool
    source: int
    is_unlabelled: bool
    is_long: bool

    @property
    def is_story(self) -> bool:
        return self.truth.get("page_type") in (None, "article")


def read_set(folder: pathlib.Path, name: str) -> list[Example]:
    """Every page of a set that has any text."""
    examples = []
    with (folder / name / "truth.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            truth = json.loads(line)
            payload = gzip.decompress((folder / name / "html" / f"{truth['id']}.html.gz").read_bytes())
            place = Place(str(folder / name))
            page = build_page(Capture(payload, "", place, url=truth.get("url"), media_type="text/html"))
            if page.blocks:
                examples.append(_example(name, truth, page))
    return examples


def _example(name: str, truth: dict[str, Any], page: Page) -> Example:
    features = read_features(page)
    texts = [block.text for block in page.blocks]
    sizes = np.array([len(text) for text in texts])
    size_weight = np.sqrt(np.minimum(sizes, 600)) / 8 + 0.25
    body, known = _labels(name, truth, page, features)
    weight = _WEIGHT[name] * (0.5 if truth.get("page_type") not in (None, "article") else 1.0)
    headline = np.zeros(len(texts))
    if truth.get("headline"):
        due = folded(truth["headline"])
        headline = np.array([len(text) < 400 and folded(text) == due for text in texts], dtype=float)
    return Example(
        set_name=name, page=page, truth=truth, site=site_of(truth.get("url") or page.canonical, truth["id"]), texts=texts,
        features=features, body=body, weight=known * size_weight * weight, size_weight=size_weight, headline=headline,
        knows_headline=bool(headline.any()), source=SOURCE[name], is_unlabelled=not known.any(),
        is_long=len(texts) > _LONG_PAGE and name != "publishers-dev",
    )  # fmt: skip


def _labels(name: str, truth: dict[str, Any], page: Page, features: PageFeatures) -> tuple[np.ndarray, np.ndarray]:
    """How much of each block is body, and how sure the set is of it."""
    count = len(page.blocks)
    if name == "trafilatura":
        return _segment_labels(truth, [re.sub(r"\s+", " ", block.text) for block in page.blocks])
    if truth.get("page_type") not in (None, "article"):
        return np.zeros(count), np.ones(count)  # what a listing or a shop is for is no story's text
    if truth.get("body") is not None:
        known = np.ones(count)
        if name != "publishers-dev":
            known *= 1 - features.dense[_IS_DEK]
        return np.clip(align(page, truth["body"]), 0, 1), known
    bodies = [node["articleBody"] for node in page.linked_data if isinstance(node.get("articleBody"), str)]
    if bodies and len(max(bodies, key=len)) > 400:
        features.dense[_LINKED_DATA] = 0  # else the model would learn that a page's JSON-LD is always right
        return np.clip(align(page, re.sub(r"<[^>]+>", " ", unescape(max(bodies, key=len)))), 0, 1), np.ones(count)
    return np.zeros(count), np.zeros(count)


def _segment_labels(truth: dict[str, Any], texts: list[str]) -> tuple[np.ndarray, np.ndarray]:
    body, known = np.zeros(len(texts)), np.zeros(len(texts))
    for segment in truth.get("with") or []:
        holding = [i for i, text in enumerate(texts) if re.sub(r"\s+", " ", segment).strip() in text]
        if len(holding) == 1:
            body[holding] = 1
            known[holding] = _SEGMENT_WEIGHT
    for segment in truth.get("without") or []:
        holding = [i for i, text in enumerate(texts) if re.sub(r"\s+", " ", segment).strip() in text]
        if not any(body[i] for i in holding):
            known[holding] = _SEGMENT_WEIGHT
    return body, known


def site_of(url: str | None, otherwise: str) -> str:
    """The registered domain, near enough to keep one publisher's pages in one fold."""
    parts = (urlsplit(url or "").hostname or otherwise).lower().split(".")
    size = 3 if len(parts) > 2 and (parts[-2] in _SECOND_LEVEL and len(parts[-1]) == 2) else 2
    return ".".join(parts[-size:])


def sites_by_word(examples: list[Example], *, of_names: bool) -> Counter[int]:
    """For every hash, the sites that have it."""
    seen: set[tuple[int, str]] = set()
    for example in examples:
        hashes = example.features.words.name if of_names else example.features.words.head
        seen.update((number, example.site) for number in np.unique(hashes).tolist())
    return Counter(number for number, _ in seen)
