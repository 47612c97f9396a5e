"""What the block model looks at: numbers a block, hashed words, and the boxes around it, as arrays.

Plan. Python touches each block a few times only; all arithmetic is numpy's over the whole page. The walk makes boxes in
document order, so the blocks under any box are one run of the page's blocks: sums over a box are differences of
running sums. Words are looked up by number (see hashing.py); words that the model does not know are left out.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from html import unescape
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from backfile.label.hashing import Hashes, Ints, hash_words, with_pairs
from backfile.model.page import Page

Floats = NDArray[np.float32]

LEVELS = 8
"""Boxes looked at above a block, its own included."""
HEAD = 48
"""Characters of a block's text whose words are looked up."""
_COUNTED = 400
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


class PageWords(NamedTuple):
    """Hashes of a page's words and the place each belongs to, sorted by place."""

    head: Hashes
    head_block: Ints
    name: Hashes
    name_kind: Ints
    """Index of a box's tag and name among the page's different ones."""


class PageFeatures(NamedTuple):
    """The arrays of one page of n blocks and m boxes."""

    dense: Floats
    """Columns x n."""
    words: PageWords
    kinds: Ints
    """m: which of the page's different tags and names each box has."""
    ancestors: Ints
    """LEVELS x n: the block's box, the box around that, ...; the root again and again at the top."""
    first: Ints
    """m: the first block under each box."""
    last: Ints
    """m: one past the last block under each box."""


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


def _lines(texts: list[str]) -> NDArray[np.uint8]:
    """The texts as bytes, each closed by a NUL, which no parsed page holds."""
    joined = "\0".join(texts)
    if joined.count("\0") >= len(texts):  # a plain text file may hold one
        joined = "\0".join([text.replace("\0", " ") for text in texts])
    return np.frombuffer((joined + "\0").encode("utf-8", "replace"), dtype=np.uint8)


def read_features(page: Page, kept: Sequence[int] | None = None) -> PageFeatures:
    """A page as arrays: of all its blocks, or of those at the indices `kept`, rising; at least one."""
    blocks = page.blocks if kept is None else [page.blocks[index] for index in kept]
    texts, tags, own_boxes, _, emphasis, linked, _ = zip(*blocks, strict=True)
    parents, box_tags, box_names, depths = zip(*page.boxes, strict=True)
    count = len(texts)
    heads = [text[:HEAD] for text in texts]
    head, head_block = with_pairs(hash_words(_lines(heads)), count)
    kind_of: dict[tuple[str, str], int] = {}
    kinds = [0] * len(parents)
    for box in _boxes_around(own_boxes, parents):
        kinds[box] = kind_of.setdefault((box_tags[box], box_names[box]), len(kind_of))
    names = hash_words(_lines([f"{tag}> {name}" for tag, name in kind_of]), is_name=True)
    parent = np.array(parents)
    parent[0] = 0
    ancestors = np.empty((LEVELS, count), dtype=np.int64)
    own = np.array(own_boxes)
    ancestors[0] = own
    for level in range(1, LEVELS):
        ancestors[level] = parent[ancestors[level - 1]]
    first, last = _runs(own, parents)
    columns = _Columns(page, kept, heads, ancestors, first, last, np.array(depths))
    dense = columns.all(texts, tags, emphasis, linked)
    words = PageWords(head, head_block, names.hashes, names.line)
    return PageFeatures(dense, words, np.array(kinds), ancestors, first, last)


def _boxes_around(own: Iterable[int], parents: Sequence[int]) -> set[int]:
    """The boxes of some blocks and all boxes around those."""
    around = {0}
    for box in own:
        while box not in around:
            around.add(box)
            box = parents[box]
    return around


def _runs(own: Ints, parents: tuple[int, ...]) -> tuple[Ints, Ints]:
    """The first block under each box and one past the last; the same number twice for a box without any.

    Boxes come in document order, each made for the first block under it: the first block at or past a box's number is
    that block.
    """
    last = np.zeros(len(parents), dtype=np.int64)
    last[own] = np.arange(1, len(own) + 1)
    lasts = last.tolist()
    for box in range(len(parents) - 1, 0, -1):
        if lasts[box] > lasts[parents[box]]:
            lasts[parents[box]] = lasts[box]
    last = np.array(lasts)
    first = np.searchsorted(np.maximum.accumulate(own), np.arange(len(parents)))
    return np.minimum(first, last), last


class _Columns:
    """The numbers of a page's blocks, column by column."""

    def __init__(
        self,
        page: Page,
        kept: Sequence[int] | None,
        heads: list[str],
        ancestors: Ints,
        first: Ints,
        last: Ints,
        depths: Ints,
    ) -> None:
        self.page, self.kept, self.heads, self.ancestors, self.depths = page, kept, heads, ancestors, depths
        self.first, self.last = first, last
        self.count = len(heads)
        self.index = np.arange(self.count)

    def all(self, texts: Any, tags: Any, emphasis: Any, linked: Any) -> Floats:
        count = self.count
        chars = np.fromiter(map(len, texts), np.float32, count)
        tag_ids = np.array([_TAG_IDS.get(tag, TAG_COUNT - 1) for tag in tags])
        ends = np.array([_ENDS.get(text[-1], 0) for text in texts])
        counts = self._counts(texts)
        size = np.minimum(chars, _COUNTED)
        spaces, commas, digits, capitals, foreign = counts
        per_word = size / (spaces + 1)
        words = np.where(per_word > _SPACELESS, chars / 3, chars / per_word)
        links = np.array(linked, dtype=np.float32) / chars
        is_sentence = (ends == 1) | (ends == 2)
        mass = chars * (words >= 9) * (links < 0.4) * np.where(is_sentence, 1.0, 0.25)
        columns = [
            np.log1p(chars) / 4,
            np.log1p(words) / 3,
            links,
            np.array(emphasis, dtype=np.float32) / chars,
            commas / size * 50,
            per_word / 8,
            digits / size * 3,
            capitals / size * 3,
            foreign / size,
            spaces == 0,
            words >= 9,
            words >= 20,
            *self._places(tags, chars, mass),
            *self._around(chars, mass, chars * links),
            *self._alike(tag_ids, chars, mass, chars * links),
            *self._marks(),
            *self._in_linked_data(texts, chars),
        ]
        table = np.zeros((len(columns) + TAG_COUNT + END_COUNT, count), dtype=np.float32)
        for number, column in enumerate(columns):
            table[number] = column
        table[len(columns) + tag_ids, self.index] = 1
        table[len(columns) + TAG_COUNT + ends, self.index] = 1
        return table

    def _counts(self, texts: Any) -> list[Floats]:
        data = _lines([text[:_COUNTED] for text in texts])
        starts = np.flatnonzero(data == 0)
        packed = np.add.reduceat(_COUNTING[data], np.concatenate(([0], starts[:-1] + 1)))
        return [((packed >> np.uint64(12 * field)) & np.uint64(0xFFF)).astype(np.float32) for field in range(5)]

    def _places(self, tags: Any, chars: Floats, mass: Floats) -> list[Any]:
        """Where a block stands: in the page, from the headline, in the run of the page's long text."""
        total = max(1.0, float(mass.sum()))
        before = np.cumsum(mass) - mass
        is_title, dek_share = self._titles_and_deks(chars)
        at = _headline(tags, is_title)
        away = self.index - at
        return [
            is_title,
            dek_share > 0,
            dek_share,
            self.index / self.count * 2,
            before / total,
            (total - before - mass) / total,
            mass / total,
            np.log1p(np.maximum(0, away)) / 3 * (at >= 0),
            np.log1p(np.maximum(0, -away)) / 3 * (at >= 0),
            away == 0,
            (away > 0) & (at >= 0),
            np.log(total) / 6,
            np.log1p(self.count) / 5,
            total / max(1.0, float(chars.sum())),
        ]

    def _titles_and_deks(self, chars: Floats) -> tuple[Any, Floats]:
        """Which blocks begin as a title of the page does, and for those that begin as a description the share of it."""
        is_title, dek_share = np.zeros(self.count, dtype=bool), np.zeros(self.count, dtype=np.float32)
        titles, deks = self._said()
        for index, head in enumerate(self.heads):
            if head in titles:
                is_title[index] = True
            if head in deks:
                dek_share[index] = min(2.0, chars[index] / deks[head])
        return is_title, dek_share

    def _said(self) -> tuple[set[str], dict[str, int]]:
        """The heads of the page's titles (of <title> all beginnings: the site's name follows) and descriptions."""
        title = self.page.title or ""
        titles = {title[:size] for size in range(_LEAST_TITLE, HEAD + 1)} if len(title) >= _LEAST_TITLE else set()
        deks = {}
        for name, content in self.page.metas:
            if name in _TITLE_METAS:
                titles.add(content[:HEAD])
            elif name in _DEK_METAS:
                deks[content[:HEAD]] = len(content)
        for node in self.page.linked_data:
            headline, dek = node.get("headline"), node.get("description")
            if isinstance(headline, str):
                titles.add(headline[:HEAD])
            if isinstance(dek, str):
                deks[dek[:HEAD]] = len(dek)
        titles.discard("")
        deks.pop("", None)
        return titles, deks

    def _in_linked_data(self, texts: Any, chars: Floats) -> list[Any]:
        """Whether a block's first or last words stand in JSON-LD's articleBody, and how much of that is on the page."""
        bodies = [node["articleBody"] for node in self.page.linked_data if isinstance(node.get("articleBody"), str)]
        body = " ".join(unescape(max(bodies, key=len)).split()) if bodies else ""
        if len(body) < _LEAST_BODY:
            return [0, 0, 0]
        held = np.zeros(self.count, dtype=bool)
        for index in np.flatnonzero(chars >= _PROBE / 2).tolist():
            text = texts[index]
            held[index] = text[:_PROBE] in body or text[-_PROBE:] in body
        return [held, ~held, min(1.5, float((chars * held).sum()) / len(body))]

    def _around(self, chars: Floats, mass: Floats, in_links: Floats) -> list[Any]:
        """What stands under the boxes around a block, and how it stands to the box with most of the text."""
        sums = np.zeros((self.count + 1, 3))
        np.cumsum(np.stack((chars, mass, in_links), axis=1), axis=0, out=sums[1:])
        first, last, above = self.first, self.last, self.ancestors
        under = sums[last] - sums[first]
        total = max(1.0, float(sums[-1, 1]))
        traits = np.stack(
            (
                under[:, 1] / total,
                under[:, 1] / np.maximum(1, under[:, 0]),
                under[:, 2] / np.maximum(1, under[:, 0]),
                np.log1p(last - first) / 4,
            )
        )
        traits = np.take(traits, above[:4], axis=1)
        heavy = under[:, 1] >= 0.5 * total
        is_heavy = heavy[above]
        steps = np.where(is_heavy.any(axis=0), is_heavy.argmax(axis=0), LEVELS)
        main = int(np.where(heavy, self.depths, -1).argmax())
        below = self.depths[above[0]] - self.depths[main]
        return [
            steps / 4,
            (self.index >= first[main]) & (self.index < last[main]),
            np.clip(below, -4, 8) / 4,
            *traits.reshape(-1, self.count),
        ]

    def _alike(self, tag_ids: Ints, chars: Floats, mass: Floats, in_links: Floats) -> list[Any]:
        """Sums over the blocks of the same tag under the same box: the box around a block's own, and the next."""
        total = max(1.0, float(mass.sum()))
        columns = []
        for level in (1, 2):
            group = self.ancestors[level] * TAG_COUNT + tag_ids
            letters = np.bincount(group, chars)[group]
            weight = np.bincount(group, mass)[group]
            columns += [
                weight / total,
                np.log1p(np.bincount(group)[group]),
                np.bincount(group, in_links)[group] / letters,
                weight / letters,
            ]
        return columns

    def _marks(self) -> list[Any]:
        copies = Counter(self.heads)
        pictured = {picture.block for picture in self.page.pictures}
        timed = {mark.block for mark in self.page.times}
        kept = range(self.count) if self.kept is None else self.kept
        return [
            np.array([copies[head] > 1 for head in self.heads]) if len(copies) < self.count else 0,
            np.array([index in pictured for index in kept]) if pictured else 0,
            np.array([index in timed for index in kept]) if timed else 0,
        ]


def _headline(tags: Any, is_title: Any) -> int:
    """The block that is the page's headline: an <h1> that is the title, else the first of either; -1 for none."""
    heads = [index for index, tag in enumerate(tags) if tag == "h1"]
    titled = [index for index in heads if is_title[index]]
    if titled or heads:
        return (titled or heads)[0]
    return int(is_title.argmax()) if is_title.any() else -1
