"""Labelled blocks and metadata -> Story."""

import re
from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from backfile.label.labelled_page import LabelledPage
from backfile.lexicon.agencies import agency_name, is_agency
from backfile.model.label import BodyKind, FieldKind, FurnitureKind, Label
from backfile.model.page import Block, Page
from backfile.model.story import BodyBlock, Credit, Dateline, Furniture, Link, Story
from backfile.page.build_page import absolute
from backfile.story.authors.find_authors import find_authors
from backfile.story.authors.printed_byline import byline_credit, find_byline
from backfile.story.authors.site_names import Site
from backfile.story.credits import read_credit, read_note
from backfile.story.dateline import split_dateline
from backfile.story.headline_text import find_dek, find_headline_text
from backfile.story.identity import story_id
from backfile.story.images import find_images
from backfile.story.kind import find_kind
from backfile.story.language import find_language
from backfile.story.outlet import find_outlet, find_section, find_tags, outlet_in_title


def build_story(labelled: LabelledPage) -> Story:
    """The story that a page's labelled blocks tell; stamps are added by the dates stage."""
    page = labelled.page
    node = page.story_node
    outlet = find_outlet(labelled, node)
    headline, kicker = find_headline_text(labelled, node, outlet.name or outlet.domain)
    kind, reason = find_kind(labelled, node, headline)
    blocks, dateline, agency = body_of(labelled, with_captions=kind == "gallery")
    body = "\n\n".join([block.text for block in blocks])
    byline = find_byline(labelled)
    outlet = outlet if outlet.name else outlet._replace(name=outlet_in_title(page.title, headline))
    dek = find_dek(labelled, headline)
    images = find_images(labelled)
    pictured = "\0".join([text for image in images for text in (image.caption, image.credit) if text])
    held = {
        FieldKind.HEADLINE: f"{headline or ''}\0{kicker or ''}",
        FieldKind.KICKER: kicker or "",
        FieldKind.DEK: dek or "",
        FieldKind.BYLINE: byline or "",
        FieldKind.PHOTO_CREDIT: pictured,
        BodyKind.CAPTION: pictured,
    }
    return Story(
        id=story_id(page.url, headline, body),
        url=page.url,
        outlet=outlet,
        language=find_language(labelled, body),
        section=find_section(labelled, node),
        tags=find_tags(labelled, node),
        kind=kind,
        kind_reason=reason,
        headline=headline,
        kicker=kicker,
        dek=dek,
        byline=byline,
        authors=find_authors(labelled, node, Site(outlet.name, outlet.domain)),
        dateline=dateline,
        captured_at=page.capture.captured_at,
        body=body,
        blocks=blocks,
        furniture=_furniture(labelled, held),
        credits=_credits(labelled, byline, agency),
        notes=tuple(map(read_note, labelled.texts(FieldKind.NOTE))),
        images=images,
    )


def _credits(labelled: LabelledPage, byline: str | None, agency: str | None) -> tuple[Credit, ...]:
    """The credit in the byline or in its place, the one in the dateline, and the credit lines, in that order."""
    lines = list(map(read_credit, labelled.texts(FieldKind.CREDIT)))
    if agency and is_agency(agency):
        lines.insert(0, Credit(f"({agency})", agency_name(agency) or agency, "wire"))
    export = labelled.page.capture.export
    sole = export.authors[0] if export and len(export.authors) == 1 else None
    named = byline_credit(byline or sole)
    if named is not None:
        lines.insert(0, named)
    return tuple(lines)


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


def _furniture(labelled: LabelledPage, held: dict[Any, str]) -> tuple[Furniture, ...]:
    """Runs of blocks of one kind and rule, their texts on lines of their own; and what is of a field but not in it: a second
    byline, a stamp's own line. `held` is what the field of each kind holds."""
    runs: list[Furniture] = []
    texts: list[str] = []
    run_kind: FurnitureKind | None = None  # of the run that is open
    run_rule = ""
    last: Label | None = None  # of the block before, where the next of the same label goes with it whatever it says
    for block, label in zip(labelled.page.blocks, labelled.labels, strict=True):
        if label == last:
            texts.append(block[0])
            continue
        kind, rule, _ = label
        here = kind if type(kind) is FurnitureKind else _SINGLE.get(kind)
        last = label if here is kind or here is None else None
        if last is None and block[0] in held.get(kind, ""):
            here = None
        if here is run_kind and rule == run_rule:
            texts.append(block[0])
            continue
        if run_kind is not None:
            runs.append(Furniture(run_kind._value_, "\n".join(texts), run_rule))
        run_kind, run_rule, texts = here, rule, [block[0]]
    if run_kind is not None:
        runs.append(Furniture(run_kind._value_, "\n".join(texts), run_rule))
    return tuple(runs)


_SINGLE: dict[object, FurnitureKind] = {
    FieldKind.HEADLINE: FurnitureKind.BYLINE_BOX,
    FieldKind.KICKER: FurnitureKind.BYLINE_BOX,
    FieldKind.DEK: FurnitureKind.BYLINE_BOX,
    FieldKind.BYLINE: FurnitureKind.BYLINE_BOX,
    FieldKind.STAMP: FurnitureKind.BYLINE_BOX,
    FieldKind.PHOTO_CREDIT: FurnitureKind.MEDIA,
    BodyKind.CAPTION: FurnitureKind.MEDIA,
}
"""Where a block goes that is labelled as a field but is not what the field holds."""
