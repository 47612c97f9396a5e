"""The body: blocks with their offsets, a table's cells joined a row, the dateline taken off."""

import re
from collections.abc import Iterable, Iterator
from functools import partial

from backfile.model.label import BodyKind
from backfile.model.labelled_page import LabelledPage
from backfile.model.page import Block, Page
from backfile.model.story import BodyBlock, Dateline, Link
from backfile.page.build_page import absolute
from backfile.story.dateline import split_dateline


def body_of(
    labelled: LabelledPage, *, with_captions: bool
) -> tuple[tuple[BodyBlock, ...], Dateline | None, str | None]:
    """(body blocks with their offsets, dateline, agency named in it). The dateline is a field: the body starts after it."""
    page = labelled.page
    blocks: list[BodyBlock] = []
    start, dateline, agency = 0, None, None
    for block, kind, row in _rows(labelled, with_captions):
        text = row
        links = _links(page, block, 0) if block.links and row is block.text else ()
        if not blocks and kind is BodyKind.PARAGRAPH:
            dateline, cut, agency = split_dateline(text, partial(_is_named, page, block))
            if cut:
                text, links = text[cut:], _links(page, block, cut)
        end = start + len(text)
        blocks.append(BodyBlock(kind._value_, text, start, end, links))
        start = end + 2
    return tuple(blocks), dateline, agency


def _is_named(page: Page, first: Block, place: str) -> bool:
    """True where the page names a place outside the block that begins with it."""
    return place in (page.title or "") or any(place in block.text for block in page.blocks if block is not first)


def _rows(labelled: LabelledPage, with_captions: bool) -> Iterable[tuple[Block, BodyKind, str]]:
    """Body blocks in order; a table's cells joined a row by tabs."""
    if labelled.has(BodyKind.TABLE):
        return _with_tables(labelled, with_captions)
    blocks, labels = labelled.page.blocks, labelled.labels
    return [
        (block := blocks[index], kind, block.text)
        for index in labelled.body
        if type(kind := labels[index][0]) is BodyKind and (with_captions or kind is not BodyKind.CAPTION)
    ]


def _with_tables(labelled: LabelledPage, with_captions: bool) -> Iterator[tuple[Block, BodyKind, str]]:
    row_box = -1
    row: list[Block] = []
    blocks, labels = labelled.page.blocks, labelled.labels
    for index in labelled.body:
        block, kind = blocks[index], labels[index][0]
        if kind is BodyKind.CAPTION and not with_captions:
            continue
        at = _row_of(labelled.page, block) if kind is BodyKind.TABLE else -1
        if row and at != row_box:
            yield row[0], BodyKind.TABLE, _joined(row)
            row = []
        if at >= 0:
            row_box = at
            row.append(block)
        elif type(kind) is BodyKind:
            yield block, kind, block.text
    if row:
        yield row[0], BodyKind.TABLE, _joined(row)


def _joined(row: list[Block]) -> str:
    return "\t".join([block.text for block in row]) if len(row) > 1 else row[0].text


def _row_of(page: Page, block: Block) -> int:
    box = block.box
    while box > 0 and page.boxes[box].tag != "tr":
        box = page.boxes[box].parent
    return box


def _links(page: Page, block: Block, cut: int) -> tuple[Link, ...]:
    return tuple(
        [
            Link(max(0, start - cut), end - cut, _address(href, page.url))
            for start, end, href in block.links
            if end > cut
        ]
    )


def _address(href: str, base: str | None) -> str:
    """As `absolute`, and at once where a path of the page's own host says all: most links of a body do."""
    if base and href[:1] == "/" and _PLAIN_PATH.match(href) and (host := _HOST.match(base)):
        return host[0] + href
    return absolute(href, base)


_PLAIN_PATH = re.compile(r"/[\w-][\w/-]*(?:\.\w+)?$", re.ASCII)
"""Matches "/news/landfill.html"; not "//host/news", "/a/../b", "/news?page=2"."""
_HOST = re.compile(r"https?://[^/?#]+(?=[/?#]|$)")
