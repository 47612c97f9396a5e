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

import numpy as np
from block_labels import align
from sites import site_of

from backfile.label.headline_block import find_headline
from backfile.label.model_features import IN_LINKED_DATA, IS_DEK, PageFeatures, read_features
from backfile.label.model_tokens import name_words, words_of
from backfile.label.model_zone import find_zone
from backfile.label.story_region import Region
from backfile.model.capture import Capture, Place
from backfile.model.page import Page
from backfile.page.build_page import build_page

SETS = ("publishers-dev", "wcxb-dev", "trafilatura", "readability", "htmldate-default")
SOURCE = {name: number for number, name in enumerate(SETS, start=1)}
_WEIGHT = {"publishers-dev": 3.0, "wcxb-dev": 1.0, "trafilatura": 1.0, "readability": 0.4, "htmldate-default": 0.7}
_SEGMENT_WEIGHT = 3.0
_LONG_PAGE = 900
"""Blocks past which a page is only tested on: they are mostly comment threads."""


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
            example = _example(name, truth, page) if page.blocks else None
            if example is not None:
                examples.append(example)
    return examples


def _example(name: str, truth: dict[str, Any], page: Page) -> Example | None:
    """The blocks that the reader asks the model about, and no others: see `zone_of`."""
    region = Region(page)
    zone = find_zone(page, region, find_headline(page, region))
    if not zone:
        return None
    features = read_features(page, zone)
    texts = [page.blocks[index].text for index in zone]
    sizes = np.array([len(text) for text in texts])
    size_weight = np.sqrt(np.minimum(sizes, 600)) / 8 + 0.25
    body, known = _labels(name, truth, page, zone, features)
    weight = _WEIGHT[name] * (0.5 if truth.get("page_type") not in (None, "article") else 1.0)
    return Example(
        set_name=name, page=page, truth=truth, site=site_of(truth.get("url") or page.canonical, truth["id"]), texts=texts,
        features=features, body=body, weight=known * size_weight * weight, size_weight=size_weight,
        source=SOURCE[name], is_unlabelled=not known.any(),
        is_long=len(texts) > _LONG_PAGE and name != "publishers-dev",
    )  # fmt: skip


def _labels(
    name: str, truth: dict[str, Any], page: Page, zone: list[int], features: PageFeatures
) -> tuple[np.ndarray, np.ndarray]:
    """How much of each block is body, and how sure the set is of it."""
    count = len(zone)
    if name == "trafilatura":
        return _segment_labels(truth, [re.sub(r"\s+", " ", page.blocks[index].text) for index in zone])
    if truth.get("page_type") not in (None, "article"):
        return np.zeros(count), np.ones(count)  # what a listing or a shop is for is no story's text
    if truth.get("body") is not None:
        known = np.ones(count)
        if name != "publishers-dev":
            known *= 1 - features.dense[IS_DEK]
        return np.clip(align(page, truth["body"]), 0, 1)[zone], known
    bodies = [node["articleBody"] for node in page.linked_data if isinstance(node.get("articleBody"), str)]
    if bodies and len(max(bodies, key=len)) > 400:
        features.dense[IN_LINKED_DATA] = 0  # else the model would learn that a page's JSON-LD is always right
        said = re.sub(r"<[^>]+>", " ", unescape(max(bodies, key=len)))
        return np.clip(align(page, said), 0, 1)[zone], np.ones(count)
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


def sites_by_word(examples: list[Example], *, of_names: bool) -> Counter[str]:
    """For every word of the blocks, or of the boxes' names, the sites that have it."""
    seen: set[tuple[str, str]] = set()
    for example in examples:
        said = (
            [name_words(*kind) for kind in example.features.around.kinds]
            if of_names
            else map(words_of, example.features.heads)
        )
        seen.update((word, example.site) for words in said for word in words)
    return Counter(word for word, _ in seen)
