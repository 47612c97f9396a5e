"""What the block model looks at: numbers a block, its words, and the names of the boxes around it, as arrays.

Plan. The blocks are those of the story's zone (see zone.py), some sixty a page. At that size an operation of numpy costs as
much as one of Python's for sixty blocks: so there are few of either. The walk makes boxes in document order, so the
blocks under any box are one run of the zone: sums over a box are differences of running sums.
"""

from collections.abc import Sequence
from html import unescape
from itertools import accumulate
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from backfile.model.page import Page

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

LEVELS = 6
"""Boxes looked at above a block, its own included."""
HEAD = 40
"""Characters of a block's text whose words are looked up."""
_COUNTED = 300
"""Characters of a block's text that are counted by kind."""
_TAG_IDS = {
    "p": 0, "div": 1, "li": 2, "h1": 3, "h2": 4, "h3": 5, "h4": 6, "h5": 6, "h6": 6, "td": 7, "th": 7, "span": 8,
    "body": 9, "figcaption": 10, "caption": 10, "blockquote": 11, "section": 12, "main": 12, "article": 13,
    "button": 14, "dt": 15, "dd": 16, "label": 17, "header": 18, "footer": 19, "summary": 20, "pre": 21,
}  # fmt: skip
TAG_COUNT = 23
_ENDS = dict.fromkeys(".!?。！？؟।։۔", 1) | dict.fromkeys("\"'”’»)]」』“", 2) | dict.fromkeys(":：", 3)
_ENDS |= dict.fromkeys("…,;-–—", 4) | dict.fromkeys("0123456789", 5)
END_COUNT = 6
_SPACELESS = 15
"""Characters a word past which a text is taken to be of a script without spaces."""
_LEAST_BODY = 200
"""Characters of an articleBody below which it is a teaser."""
_PROBE = 40
"""Characters of a block that are looked for in it."""
_LEAST_TITLE = 15
"""Characters of <title> that a block must be to be taken for it."""
_TITLE_METAS = frozenset({"og:title", "twitter:title", "dc.title", "headline"})
_DEK_METAS = frozenset({"description", "og:description", "twitter:description", "dc.description"})
IS_DEK, IN_LINKED_DATA = 8, slice(9, 12)
"""Columns that training asks for by name: the block is the page's description; the three of JSON-LD's articleBody."""


class PageFeatures(NamedTuple):
    """The arrays of the n blocks of a zone."""

    dense: Floats
    """Columns x n."""
    tags: Ints
    """A block: which of TAG_COUNT elements it is."""
    ends: Ints
    """A block: which of END_COUNT kinds of mark it ends with."""
    words: list[list[str]]
    """A block: its words, as `words_of` gives them."""
    kinds: list[tuple[str, str]]
    """The different tags and names of the boxes around the blocks."""
    kinds_above: Ints
    """LEVELS x n: which of `kinds` the block's box is, the box around that, ...; the root again and again at the top."""
    above: Ints
    """LEVELS x n: the same boxes, by number."""
    first: Ints
    """A box of the page: the first block of the zone under it."""
    last: Ints
    """A box of the page: one past the last block of the zone under it."""


def words_of(head: str) -> list[str]:
    """What a block's beginning is looked up by: its words, its first word and first two as such, a short line as a whole."""
    words = head.lower().split()
    if not words:
        return words
    firsts = ["^" + words[0], "^" + " ".join(words[:2])]
    return [*words, *firsts, "=" + " ".join(words)] if len(head) < HEAD else words + firsts


def _counting_table() -> NDArray[np.uint64]:
    """Five counts of 12 bits: spaces, commas, digits, capitals, bytes past ASCII."""
    table = np.zeros(256, dtype=np.uint64)
    table[[9, 32]] = 1
    table[[44, 59]] = 1 << 12
    table[48:58] = 1 << 24
    table[65:91] = 1 << 36
    table[128:] = 1 << 48
    return table


_COUNTING = _counting_table()
_FIELDS = np.arange(0, 60, 12, dtype=np.uint64)[:, None]
_COUNT_SCALES = np.array([[50], [3], [3], [1]], dtype=np.float32)


def read_features(page: Page, zone: Sequence[int]) -> PageFeatures:
    """The blocks at the indices of a zone as arrays; at least one."""
    texts, tags, own, _, emphasis, linked, _ = zip(*[page.blocks[index] for index in zone], strict=True)
    heads = [text[:HEAD] for text in texts]
    around = _Around(page, own)
    ends = np.array([_ENDS.get(text[-1], 0) for text in texts])
    marked = np.array((emphasis, linked), dtype=np.float32)
    return PageFeatures(
        dense=_dense(page, texts, heads, _find_titles(page, tags, heads), ends, marked, around),
        tags=np.array([_TAG_IDS.get(tag, TAG_COUNT - 1) for tag in tags]),
        ends=ends,
        words=[words_of(head) for head in heads],
        kinds=around.kinds,
        kinds_above=around.kinds_above,
        above=around.above,
        first=around.first,
        last=around.last,
    )


class _Around:
    """The boxes around some blocks."""

    def __init__(self, page: Page, own: tuple[int, ...]) -> None:
        boxes = page.boxes
        self.depths = np.array([box[3] for box in boxes])
        parents = [box[0] for box in boxes]
        parents[0] = 0
        kind_of: dict[tuple[str, str], int] = {("", ""): 0}
        kind_of_box = [0] * len(boxes)
        seen = {0}
        last = [0] * len(boxes)
        for place, box in enumerate(own):
            last[box] = place + 1
            while box not in seen:
                seen.add(box)
                _, tag, name, _ = boxes[box]
                kind_of_box[box] = kind_of.setdefault((tag, name), len(kind_of))
                box = parents[box]
        for box in range(len(boxes) - 1, 0, -1):
            if last[box] > last[parents[box]]:
                last[parents[box]] = last[box]
        own_boxes = np.array(own)
        self.last = np.array(last)
        # Boxes are numbered as they are met, each for the first block under it: that block is the first at or past its number.
        self.first = np.minimum(np.searchsorted(np.maximum.accumulate(own_boxes), np.arange(len(boxes))), self.last)
        self.above = np.empty((LEVELS, len(own)), dtype=np.int64)
        self.above[0] = own_boxes
        around = np.array(parents)
        for level in range(1, LEVELS):
            np.take(around, self.above[level - 1], out=self.above[level])
        self.kinds = list(kind_of)
        self.kinds_above = np.array(kind_of_box)[self.above]


def _dense(
    page: Page, texts: Any, heads: list[str], titles: "_Titles", ends: Ints, marked: Floats, around: _Around
) -> Floats:
    count = len(texts)
    index = np.arange(count, dtype=np.float32)
    chars = np.fromiter(map(len, texts), np.float32, count)
    counts = _counts(texts)
    size = np.minimum(chars, _COUNTED)
    per_word = size / (counts[0] + 1)
    words = chars / np.where(per_word > _SPACELESS, 3, per_word)
    emphasis, links = marked / chars
    is_sentence = (ends == 1) | (ends == 2)
    mass = chars * (words >= 9) * (links < 0.4) * np.where(is_sentence, np.float32(1), np.float32(0.25))
    before = np.cumsum(mass) - mass
    total = max(1.0, float(before[-1] + mass[-1]))
    at = titles.headline
    away = index - at if at >= 0 else np.zeros(count, dtype=np.float32)
    dek_share = (
        np.array(
            [min(2.0, len(text) / deks[head]) if head in deks else 0 for head, text in zip(heads, texts, strict=True)]
        )
        if (deks := titles.deks)
        else np.zeros(count)
    )
    logs = np.log1p(np.stack((chars, words, np.maximum(away, 0), np.maximum(-away, 0)))) / np.float32(3)
    columns: list[Any] = [
        *logs,
        titles.are_titles,
        away == 0 if at >= 0 else 0,
        away > 0,
        dek_share,
        dek_share > 0,
        *_in_linked_data(page, texts, chars),
        *(counts[1:] / size * _COUNT_SCALES),
        per_word / 8,
        links,
        emphasis,
        words >= 9,
        words >= 20,
        is_sentence,
        index / count * 2,
        before / total,
        mass / total,
        np.log(total) / 6,
        np.log1p(count) / 5,
        total / max(1.0, float(chars.sum())),
        *_weights_around(around, np.stack((chars, mass, chars * links), axis=1), total),
    ]
    table = np.empty((len(columns), count), dtype=np.float32)
    for number, column in enumerate(columns):
        table[number] = column
    return table


def _counts(texts: Any) -> Floats:
    """5 x n: spaces, commas, digits, capitals, bytes past ASCII, of each text's beginning."""
    heads = [text[:_COUNTED].encode("utf-8", "replace") + b"\0" for text in texts]
    data = np.frombuffer(b"".join(heads), dtype=np.uint8)
    starts = list(accumulate(map(len, heads[:-1]), initial=0))
    packed = np.add.reduceat(_COUNTING[data], starts)
    return ((packed >> _FIELDS) & np.uint64(0xFFF)).astype(np.float32)


class _Titles(NamedTuple):
    """What the page says of itself, found among its blocks."""

    are_titles: list[bool]
    """A block: does it begin as a title of the page does?"""
    headline: int
    """The block that is an <h1> and the title, else the first of either; -1 for none."""
    deks: dict[str, int]
    """How the page's descriptions begin, and how long they are."""


def _find_titles(page: Page, tags: Sequence[str], heads: list[str]) -> _Titles:
    titles, deks = _said(page)
    are_titles = [head in titles for head in heads]
    first = [index for index, tag in enumerate(tags) if tag == "h1"]
    first = [index for index in first if are_titles[index]] or first
    if not first and True in are_titles:
        first = [are_titles.index(True)]
    return _Titles(are_titles, first[0] if first else -1, deks)


def _said(page: Page) -> tuple[set[str], dict[str, int]]:
    """The heads of the page's titles (of <title> all beginnings: the site's name follows) and descriptions."""
    title = page.title or ""
    titles = {title[:size] for size in range(_LEAST_TITLE, HEAD + 1)} if len(title) >= _LEAST_TITLE else set()
    deks = {}
    for name, content in page.metas:
        if name in _TITLE_METAS:
            titles.add(content[:HEAD])
        elif name in _DEK_METAS:
            deks[content[:HEAD]] = len(content)
    for node in page.linked_data:
        headline, dek = node.get("headline"), node.get("description")
        if isinstance(headline, str):
            titles.add(headline[:HEAD])
        if isinstance(dek, str):
            deks[dek[:HEAD]] = len(dek)
    titles.discard("")
    deks.pop("", None)
    return titles, deks


def _in_linked_data(page: Page, texts: Any, chars: Floats) -> list[Any]:
    """Whether a block's first words stand in JSON-LD's articleBody, and how much of that is on the page."""
    bodies = [node["articleBody"] for node in page.linked_data if isinstance(node.get("articleBody"), str)]
    body = " ".join(unescape(max(bodies, key=len)).split()) if bodies else ""
    if len(body) < _LEAST_BODY:
        return [0, 0, 0]
    held = np.array([len(text) * 2 >= _PROBE and (text[:_PROBE] in body or text[-_PROBE:] in body) for text in texts])
    return [held, ~held, min(1.5, float(chars @ held) / len(body))]


def _weights_around(around: _Around, weights: Floats, total: float) -> list[Any]:
    """What stands under the boxes around a block, and how it stands to the box with most of the text.

    `weights` is n x 3: characters, characters of prose, characters in links.
    """
    sums = np.zeros((len(weights) + 1, 3))
    np.cumsum(weights, axis=0, out=sums[1:])
    first, last, above = around.first, around.last, around.above
    under = sums[last] - sums[first]
    shares = under[:, 1:] / np.maximum(1, under[:, :1])
    prose = under[:, 1] / total
    heavy = prose >= 0.5
    is_heavy = heavy[above]
    steps = np.where(is_heavy.any(axis=0), is_heavy.argmax(axis=0), LEVELS)
    main = int(np.where(heavy, around.depths, -1).argmax())
    below = around.depths[above[0]] - around.depths[main]
    inner = above[:3]
    return [
        steps / 4,
        np.clip(below, -4, 8) / 4,
        *prose[inner],
        *shares[:, 0][inner],
        *shares[:, 1][inner],
        *(np.log1p(last - first) / 4)[inner],
    ]
