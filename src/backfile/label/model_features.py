"""What the block model looks at: numbers a block, its words, and the names of the boxes around it, as arrays.

Plan. The blocks are those of the story's zone (see model_zone.py), some sixty a page. At that size an operation of numpy costs as
much as one of Python's for sixty blocks: so there are few of either, and columns are written where they belong, many at once.
"""

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from backfile.label.model_tokens import ENDS, TAG_COUNT, TAGS
from backfile.label.page_claims import HEAD, are_held, article_body, read_claims, titled_block
from backfile.label.surroundings import WEIGHT_COLUMNS, Floats, Ints, Surroundings, read_surroundings, write_weights
from backfile.model.page import Page

_COUNTED = 300
"""Characters of a block's text that are counted by kind."""
_SPACELESS = 15
"""Characters a word past which a text is taken to be of a script without spaces."""
IS_DEK, IN_LINKED_DATA = 8, slice(9, 12)
"""Columns that training asks for by name: the block is the page's description; the three of JSON-LD's articleBody."""
_IS_TITLE, _IS_HEADLINE, _IS_AFTER, _DEK_SHARE = range(4, 8)
_COUNTS, _OWN, _SHAPE = slice(12, 16), slice(16, 22), slice(22, 28)
COLUMNS = _SHAPE.stop + WEIGHT_COLUMNS
Counts = NDArray[np.uint64]


class PageFeatures(NamedTuple):
    """The arrays of the n blocks of a zone."""

    dense: Floats
    """Columns x n."""
    tags: Ints
    """A block: which of TAG_COUNT elements it is."""
    ends: Ints
    """A block: which of END_COUNT kinds of mark it ends with."""
    heads: list[str]
    """A block: the beginning of its text, whose words are looked up."""
    around: Surroundings


def read_features(page: Page, zone: Sequence[int]) -> PageFeatures:
    """The blocks at the indices of a zone as arrays; at least one."""
    blocks = page.blocks
    texts, tags, own, _, emphasis, linked, _ = zip(*[blocks[index] for index in zone], strict=True)
    heads = [text[:HEAD] for text in texts]
    ends = np.array([ENDS.get(text[-1], 0) for text in texts])
    sizes = np.array((list(map(len, texts)), emphasis, linked), dtype=np.float32)
    around = read_surroundings(page, own)
    dense = np.zeros((COLUMNS, len(texts)), dtype=np.float32)
    headline = _write_claims(dense, page, texts, tags, heads)
    _write_shape(dense, _write_text(dense, texts, sizes, ends), sizes, around)
    _write_places(dense, headline)
    return PageFeatures(dense, np.array([TAGS.get(tag, TAG_COUNT - 1) for tag in tags]), ends, heads, around)


def _write_claims(dense: Floats, page: Page, texts: Sequence[str], tags: Sequence[str], heads: list[str]) -> int:
    """Write what the page says of itself and a block says too; the block that is the headline by it, or -1."""
    claims = read_claims(page)
    are_titles = [head in claims.titles for head in heads]
    if True in are_titles:
        dense[_IS_TITLE] = are_titles
    for place, head in enumerate(heads):
        if head in claims.deks:
            dense[_DEK_SHARE, place] = min(2.0, len(texts[place]) / claims.deks[head])
            dense[IS_DEK, place] = 1
    body = article_body(page)
    if body:
        held = are_held(texts, body)
        dense[IN_LINKED_DATA.start] = held
        dense[IN_LINKED_DATA.start + 1] = 1 - dense[IN_LINKED_DATA.start]
        on_page = sum(len(text) for text, is_held in zip(texts, held, strict=True) if is_held)
        dense[IN_LINKED_DATA.start + 2] = min(1.5, on_page / len(body))
    return titled_block(tags, are_titles)


def _write_text(dense: Floats, texts: Sequence[str], sizes: Floats, ends: Ints) -> Floats:
    """Write what each block's own text is like; how much of each is prose, in characters."""
    chars, emphasis, linked = sizes
    counts = _counts(texts)
    size = np.minimum(chars, _COUNTED)
    per_word = size / (counts[0] + 1)
    words = chars / np.where(per_word > _SPACELESS, 3, per_word)
    dense[0], dense[1] = chars, words
    np.divide(counts[1:], size, out=dense[_COUNTS])
    dense[_COUNTS] *= _COUNT_SCALES
    own = dense[_OWN]
    np.divide(per_word, 8, out=own[0])
    np.divide(linked, chars, out=own[1])
    np.divide(emphasis, chars, out=own[2])
    own[3], own[4] = words >= 9, words >= 20
    own[5] = (ends == 1) | (ends == 2)
    mass: Floats = chars * own[3] * (own[1] < 0.4) * (own[5] * np.float32(0.75) + np.float32(0.25))
    return mass


def _write_shape(dense: Floats, mass: Floats, sizes: Floats, around: Surroundings) -> None:
    """Write where each block stands in the zone, by number, by the prose before it, and by the boxes around it."""
    count = len(mass)
    sums = np.cumsum(mass)
    total = max(1.0, float(sums[-1]))
    shape = dense[_SHAPE]
    np.multiply(np.arange(count), 2 / count, out=shape[0])
    np.divide(sums - mass, total, out=shape[1])
    np.divide(mass, total, out=shape[2])
    shape[3] = math.log(total) / 6
    shape[4] = math.log1p(count) / 5
    shape[5] = total / max(1.0, float(sizes[0].sum()))
    sizes[1] = mass
    write_weights(dense[_SHAPE.stop :], around, sizes, total)


def _write_places(dense: Floats, headline: int) -> None:
    """Write how far before or after the headline each block stands; the first four columns are logarithms."""
    if headline >= 0:
        away = np.arange(-headline, dense.shape[1] - headline)
        np.maximum(away, 0, out=dense[2])
        np.maximum(-away, 0, out=dense[3])
        dense[_IS_HEADLINE, headline] = 1
        dense[_IS_AFTER, headline + 1 :] = 1
    logs = dense[:4]
    np.log1p(logs, out=logs)
    logs /= 3


def _counting_table() -> Counts:
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


def _counts(texts: Sequence[str]) -> Floats:
    """5 x n: spaces, commas, digits, capitals, bytes past ASCII, of each text's beginning."""
    joined = "\0".join([text[:_COUNTED] for text in texts])
    if joined.count("\0") >= len(texts):
        joined = "\0".join([text[:_COUNTED].replace("\0", " ") for text in texts])
    data = np.frombuffer(joined.encode("utf-8", "replace"), dtype=np.uint8)
    starts = np.zeros(len(texts), dtype=np.intp)
    np.add(np.flatnonzero(data == 0), 1, out=starts[1:])
    packed = np.add.reduceat(_COUNTING.take(data), starts)
    return ((packed >> _FIELDS) & np.uint64(0xFFF)).astype(np.float32)
