"""Every block of a page gets one label: the body, a named field, or furniture of a kind, with the rule that said so."""

import re

from backfile.label.headline import find_headline
from backfile.label.lines import line_label
from backfile.label.names import purpose
from backfile.label.region import Region
from backfile.model.label import BodyKind, FieldKind, FurnitureKind, Label
from backfile.model.page import Block, Page

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_BY = re.compile(
    r"(?:by|von|par|por|di|door|av|af|autor(?:in|a)?|author|written by|reported by|text|story by|words by|reporter|from|oleh|autorka|tekst|yazan|автор)\b:?\s*\S",
    re.I,
)
_DATED = re.compile(
    r"\b(?:19|20)\d\d\b|\d{1,2}:\d\d|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b|\b(?:ago|hace|vor \d|il y a)\b|\d+\s?[年日時]|\d{1,2} (?:hours?|mins?|minutes?|days?) ago",
    re.I,
)
_BARE_NAME = re.compile(r"[A-ZÀ-Ž][\w.'’-]+(?: (?:de|van|von|der|la|al|bin))?(?: [A-ZÀ-Ž][\w.'’-]+){1,3}$")
_TABLE_CELLS = frozenset(("td", "th"))
_SHORT_LINE = 40


def label_blocks(page: Page) -> list[Label]:
    """A label for each of the page's blocks, in their order."""
    if not page.blocks:
        return []
    if page.is_plain_text:
        return _text_labels(page)
    region = Region(page)
    headline = find_headline(page, region)
    body = body_blocks(page, region, headline) if page.state_from < 0 else state_body(page)
    first = next((i for i, inside in enumerate(body) if inside), len(body))
    last = max((i for i, inside in enumerate(body) if inside), default=-1)
    labels = []
    for index, block in enumerate(page.blocks):
        hint = region.hints[block.box]
        if index == headline:
            label = Label(FieldKind.HEADLINE, "headline-block")
        elif body[index]:
            label = _body_label(page, block)
        elif headline < index < first and (hint is None or purpose(page.boxes[block.box].name).byline):
            label = _head_zone_label(page, block, index, first)
        else:
            label = _outside_label(page, block, hint, headline, index, first, last)
        labels.append(label)
    return labels


def state_body(page: Page) -> list[bool]:
    """Where a script holds the story, all that it holds is the story but for lines that say they are not."""
    flags = [False] * page.state_from
    return flags + [line_label(block.text) is None for block in page.blocks[page.state_from :]]


def body_blocks(page: Page, region: Region, headline: int) -> list[bool]:
    """Which blocks are the story's own text."""
    inside_main = _below(page, region.main)
    flags = []
    for index, block in enumerate(page.blocks):
        flags.append(
            index > headline
            and inside_main[block.box]
            and region.hints[block.box] is None
            and _reads_as_body(page, block)
        )
    prose = [i for i, inside in enumerate(flags) if inside and region.prose[i]]
    if not prose:
        return [False] * len(flags)
    for index, inside in enumerate(flags):
        if inside and not prose[0] <= index <= prose[-1] and not _finishes(page, index, prose):
            flags[index] = False
    return flags


def _finishes(page: Page, index: int, prose: list[int]) -> bool:
    """Short last paragraphs of the same box as the prose are body; whatever stands before the first is the head's."""
    block = page.blocks[index]
    near = page.blocks[prose[-1]]
    return (
        index > prose[-1]
        and block.tag == near.tag == "p"
        and page.boxes[block.box].parent == page.boxes[near.box].parent
    )


def _reads_as_body(page: Page, block: Block) -> bool:
    text = block.text
    if line_label(text) is not None:
        return False
    if block.tag in ("figcaption", "caption", "button"):
        return False
    box: int = block.box
    for _ in range(3):
        if box <= 0:
            break
        name = page.boxes[box].name
        if name and (purpose(name).caption or purpose(name).image_credit):
            return False
        box = page.boxes[box].parent
    own = purpose(page.boxes[block.box].name)
    if len(text) < 120 and (own.byline or own.stamp or own.kicker) and not own.story:
        return False
    if block.tag in _HEADINGS:
        return block.linked * 2 < len(text)
    return block.linked * 10 < 8 * len(text)


def _below(page: Page, main: int) -> list[bool]:
    below = [False] * len(page.boxes)
    for index, box in enumerate(page.boxes):
        below[index] = index == main or (index > 0 and below[box.parent])
    return below


def _body_label(page: Page, block: Block) -> Label:
    if block.tag in _HEADINGS or (
        block.emphasis == len(block.text) and len(block.text) < 80 and block.text[-1] not in '.!?"”,;'
    ):
        return Label(BodyKind.SUBHEAD, "heading")
    if block.tag == "li":
        return Label(BodyKind.LIST_ITEM, "list-item")
    if block.tag == "pre":
        return Label(BodyKind.PREFORMATTED, "pre")
    box = block.box
    for _ in range(4):
        tag = page.boxes[box].tag
        if tag == "blockquote":
            return Label(BodyKind.QUOTE, "blockquote")
        if tag == "li":
            return Label(BodyKind.LIST_ITEM, "list-item")
        if tag in _TABLE_CELLS and len(block.text) < _PROSE_TABLE:
            return Label(BodyKind.TABLE, "table-cell")
        box = max(page.boxes[box].parent, 0)
    return Label(BodyKind.PARAGRAPH, "prose")


_PROSE_TABLE = 120


def _head_zone_label(page: Page, block: Block, index: int, first: int) -> Label:
    """Between the headline and the body: dek, byline, stamp, captions."""
    text = block.text
    rule = line_label(text)
    if rule is not None:
        return Label(rule.kind, rule.name)
    names = [page.boxes[block.box].name, page.boxes[max(page.boxes[block.box].parent, 0)].name]
    found = purpose(" ".join(names))
    if block.tag == "figcaption" or found.caption or found.image_credit:
        return Label(BodyKind.CAPTION, "caption")
    dated = len(text) < 160 and _DATED.search(text) is not None
    if _BY.match(text) and len(text) < 200:
        return Label(FieldKind.BYLINE, "by")
    if found.byline and len(text) < 200 and not (dated and not found.byline):
        return Label(FieldKind.BYLINE, "named-byline")
    if dated and (len(text) < 80 or found.stamp):
        return Label(FieldKind.STAMP, "dated-line")
    if _BARE_NAME.match(text) and index + 1 == first:
        return Label(FieldKind.BYLINE, "name-before-body")
    if found.dek or (len(text) > 60 and block.tag in ("h2", "h3", "p") and block.linked * 2 < len(text)):
        return Label(FieldKind.DEK, "dek-in-head")
    return Label(FurnitureKind.BYLINE_BOX, "head-zone")


def _outside_label(
    page: Page, block: Block, hint: FurnitureKind | None, headline: int, index: int, first: int, last: int
) -> Label:
    if hint is None or hint is FurnitureKind.WIDGET:
        rule = line_label(block.text)
        if rule is not None and (first <= index or isinstance(rule.kind, FurnitureKind)):
            return Label(rule.kind, rule.name)
    names = page.boxes[block.box].name
    if hint is None and (block.tag == "figcaption" or purpose(names).caption) and first <= index <= last + 2:
        return Label(BodyKind.CAPTION, "caption")
    if hint is not None:
        return Label(hint, "box-name")
    if index < headline:
        if index >= headline - 3 and purpose(names).kicker and len(block.text) < 80:
            return Label(FieldKind.KICKER, "kicker-above-headline")
        return Label(FurnitureKind.NAVIGATION, "above-headline")
    if block.linked * 2 > len(block.text):
        return Label(FurnitureKind.RELATED, "links")
    if purpose(names).byline and len(block.text) < 200 and index <= last + 6:
        return Label(FieldKind.BYLINE, "named-byline")
    return Label(FurnitureKind.OTHER, "outside-body" if index > last or index < first else "inside-body")


def _text_labels(page: Page) -> list[Label]:
    """Plain text: the headline is the first line that no rule takes; short lines before it are call-outs."""
    labels: list[Label] = []
    headline = _text_headline(page)
    seen_body = False
    for index, block in enumerate(page.blocks):
        rule = line_label(block.text)
        if index == headline:
            labels.append(Label(FieldKind.HEADLINE, "first-line"))
        elif index < headline:
            labels.append(
                Label(rule.kind, rule.name) if rule else Label(FurnitureKind.CALL_OUT, "line-before-headline")
            )
        elif rule is not None:
            labels.append(Label(rule.kind, rule.name))
        elif not seen_body and _BY.match(block.text) and len(block.text) < 120:
            labels.append(Label(FieldKind.BYLINE, "by"))
        elif not seen_body and len(block.text) < 80 and _DATED.search(block.text):
            labels.append(Label(FieldKind.STAMP, "dated-line"))
        else:
            seen_body = True
            labels.append(Label(BodyKind.PARAGRAPH, "prose"))
    return labels


def _text_headline(page: Page) -> int:
    """The line before the first long paragraph or notice that has no sentence's end; -1 when the text has none."""
    best = -1
    for index, block in enumerate(page.blocks[:8]):
        text = block.text
        if len(text) > 200 or line_label(text) is not None or (text.endswith((".", '."')) and len(text) > _SHORT_LINE):
            if best >= 0 or len(text) > 200:
                break
            continue
        if _BY.match(text) or (_DATED.search(text) and len(text) < 60 and best >= 0):
            break
        best = index
    return best
