"""Labelled blocks and metadata -> Story."""

from collections.abc import Iterator

from backfile.label.agencies import agency_name, is_agency
from backfile.model.identity import story_id
from backfile.model.label import BodyKind, FieldKind, FurnitureKind, Label
from backfile.model.page import Block, Page
from backfile.model.story import BodyBlock, Credit, Dateline, Furniture, Link, Story
from backfile.page.build import absolute
from backfile.page.story_node import story_node
from backfile.story.authors import find_authors
from backfile.story.byline import byline_credit, find_byline
from backfile.story.credits import read_credit, read_note
from backfile.story.dateline import split_dateline
from backfile.story.headline import find_dek, find_headline_text
from backfile.story.images import find_images
from backfile.story.kind import find_kind
from backfile.story.outlet import find_language, find_outlet, find_section, find_tags, outlet_in_title
from backfile.story.parts import Parts
from backfile.story.persons import Site


def build_story(page: Page, labels: list[Label]) -> Story:
    """The story that a page's labelled blocks tell; stamps are added by the dates stage."""
    parts = Parts(page, labels)
    node = story_node(page)
    outlet = find_outlet(page, node)
    headline, kicker = find_headline_text(parts, node, outlet.name or outlet.domain)
    kind, reason = find_kind(page, labels, node, headline)
    blocks, dateline, agency = body_of(page, labels, with_captions=kind == "gallery")
    body = "\n\n".join(block.text for block in blocks)
    byline = find_byline(page, labels)
    outlet = outlet if outlet.name else outlet._replace(name=outlet_in_title(page.title, headline))
    credit_lines = [
        read_credit(b.text) for b, label in zip(page.blocks, labels, strict=True) if label.kind is FieldKind.CREDIT
    ]
    if agency and is_agency(agency):
        credit_lines.insert(0, Credit(f"({agency})", agency_name(agency) or agency, "wire"))
    export_authors = page.capture.export.authors if page.capture.export else ()
    named = byline_credit(byline or (export_authors[0] if len(export_authors) == 1 else None))
    if named is not None:
        credit_lines.insert(0, named)
    dek = find_dek(parts)
    images = find_images(page, labels)
    held = [text for text in (headline, kicker, dek, byline) if text]
    held += [text for image in images for text in (image.caption, image.credit) if text]
    return Story(
        id=story_id(page.url, headline, body),
        url=page.url,
        outlet=outlet,
        language=find_language(page, body),
        section=find_section(page, node),
        tags=find_tags(page, node),
        kind=kind,
        kind_reason=reason,
        headline=headline,
        kicker=kicker,
        dek=dek,
        byline=byline,
        authors=find_authors(parts, node, Site(outlet.name, outlet.domain)),
        dateline=dateline,
        captured_at=page.capture.captured_at,
        body=body,
        blocks=blocks,
        furniture=_furniture(page, labels, held),
        credits=tuple(credit_lines),
        notes=tuple(
            read_note(b.text) for b, label in zip(page.blocks, labels, strict=True) if label.kind is FieldKind.NOTE
        ),
        images=images,
    )


def body_of(
    page: Page, labels: list[Label], *, with_captions: bool
) -> tuple[tuple[BodyBlock, ...], Dateline | None, str | None]:
    """(body blocks with their offsets, dateline, agency named in it). The dateline is a field: the body starts after it."""
    blocks: list[BodyBlock] = []
    start, dateline, agency = 0, None, None
    for block, kind, row in _rows(page, labels, with_captions):
        text, links = row, _links(page, block, 0) if row == block.text else ()
        if not blocks and kind is BodyKind.PARAGRAPH:
            dateline, cut, agency = split_dateline(
                text, _text_around(page, block) if "." in text[:_PLACE_REACH] else ""
            )
            text, links = text[cut:], _links(page, block, cut) if cut else links
        blocks.append(BodyBlock(kind.value, text, start, start + len(text), links))
        start += len(text) + 2
    return tuple(blocks), dateline, agency


_PLACE_REACH = 70
"""A place that a full stop alone sets off ends within these code points: else what the page says elsewhere is not asked."""


def _text_around(page: Page, block: Block) -> str:
    return " ".join([page.title or "", *(other.text for other in page.blocks if other is not block)])


def _rows(page: Page, labels: list[Label], with_captions: bool) -> Iterator[tuple[Block, BodyKind, str]]:
    """Body blocks in order; a table's cells joined a row by tabs."""
    row_box = -1
    row: list[Block] = []
    for block, label in zip(page.blocks, labels, strict=True):
        if not isinstance(label.kind, BodyKind) or (label.kind is BodyKind.CAPTION and not with_captions):
            continue
        at = _row_of(page, block) if label.kind is BodyKind.TABLE else -1
        if row and at != row_box:
            yield row[0], BodyKind.TABLE, _joined(row)
            row = []
        if at >= 0:
            row_box = at
            row.append(block)
        else:
            yield block, label.kind, block.text
    if row:
        yield row[0], BodyKind.TABLE, _joined(row)


def _joined(row: list[Block]) -> str:
    return "\t".join(block.text for block in row)


def _row_of(page: Page, block: Block) -> int:
    box = block.box
    while box > 0 and page.boxes[box].tag != "tr":
        box = page.boxes[box].parent
    return box


def _links(page: Page, block: Block, cut: int) -> tuple[Link, ...]:
    return tuple(
        Link(max(0, span.start - cut), span.end - cut, absolute(span.href, page.url))
        for span in block.links
        if span.end > cut
    )


def _furniture(page: Page, labels: list[Label], held: list[str]) -> tuple[Furniture, ...]:
    """Runs of blocks of one kind and rule, their texts on lines of their own; and what is of a field but not in it: a second
    byline, a stamp's own line. `held` are the texts that fields hold."""
    runs: list[Furniture] = []
    texts: list[str] = []
    run: tuple[FurnitureKind, str] | None = None  # the run that is open
    for block, label in zip(page.blocks, labels, strict=True):
        here: tuple[FurnitureKind, str] | None = None
        if isinstance(label.kind, FurnitureKind):
            here = label.kind, label.rule
        elif label.kind in _SINGLE and not any(block.text in text for text in held):
            here = _SINGLE[label.kind], label.rule
        if here is not None and here == run:
            texts.append(block.text)
            continue
        if run is not None:
            runs.append(Furniture(run[0].value, "\n".join(texts), run[1]))
        run, texts = here, [block.text]
    if run is not None:
        runs.append(Furniture(run[0].value, "\n".join(texts), run[1]))
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
