"""Every block of a page gets one label: the body, a named field, or furniture of a kind, with the rule that said so."""

from collections.abc import Iterator
from itertools import takewhile

from backfile.label.agencies import is_agency
from backfile.label.bylines import BARE_NAME, DATED, begins_byline, byline_start, is_head_line
from backfile.label.entries import entry_times, open_entries
from backfile.label.headline import find_headline
from backfile.label.lines import line_label
from backfile.label.parts import LED, add_parts, repeats
from backfile.label.region import Region
from backfile.label.weighing import embedded_posts, summary_at_head, weigh, without_lone_subheads
from backfile.model.label import POINTS_AT_HEAD, BodyKind, FieldKind, FurnitureKind, Label
from backfile.model.page import CELLS, HEADINGS, Block, Page
from backfile.page.names import says

_DEK_TAGS = frozenset(("h2", "h3", "h4", "p", "td", "div"))
_DEK_LENGTH = 55
_ARTICLE = frozenset(("article",))
_FIGURE = frozenset(("figure",))
_ROW = frozenset(("tr",))
_SHORT_LINE = 40
_HEAD_FIELDS = ("byline", "stamp", "kicker")


def label_blocks(page: Page) -> list[Label]:
    """A label for each of the page's blocks, in their order."""
    if not page.blocks:
        return []
    if page.is_plain_text:
        return _text_labels(page)
    region = Region(page)
    headline = find_headline(page, region)
    posts: set[int] = set()
    printed_before: set[int] = set()
    if page.state_from < 0:
        body = body_blocks(page, region, headline)
        if not any(body) and headline >= 0 and region.move_under(page, headline):
            body = body_blocks(page, region, headline)
        body = weigh(page, region, body, headline)
        posts = embedded_posts(page, region)
        body = [inside and index not in posts for index, inside in enumerate(body)]
        add_parts(page, region, body, headline)
        without_lone_subheads(page, region, body)
        printed_before = repeats(page, body)
    else:
        body = state_body(page)
    for index in printed_before:
        body[index] = False
    second = second_story(page, headline, body)
    body[second:] = [False] * len(body[second:])
    dek = summary_at_head(page, body, headline)
    if dek >= 0:
        body[dek] = False
    points = key_points(page, body)
    for index in points:
        body[index] = False
    first = next((i for i, inside in enumerate(body) if inside), len(body))
    last = max((i for i, inside in enumerate(body) if inside), default=-1)
    rows = _table_rows(page, body)
    clocks = entry_times(page, region)
    if clocks:
        first = open_entries(page, region, body, clocks)
        last = max(last, clocks[-1])
    labels = []
    # Most blocks of a page stand in boxes whose names say that they are furniture: their labels are made once.
    for index, block in enumerate(page.blocks):
        hint = region.hints[block.box]
        if index >= second and (hint is None or _around(page, block.box, _ARTICLE)):
            labels.append(Label(FurnitureKind.SECOND_STORY, "article-with-own-h1"))
            continue
        if index == headline:
            label = Label(FieldKind.HEADLINE, "headline-block")
        elif index == dek:
            label = Label(FieldKind.DEK, "summary-at-head")
        elif index in points:
            label = Label(FieldKind.DEK, POINTS_AT_HEAD)
        elif index in posts:
            label = Label(FurnitureKind.MEDIA, "embedded-post")
        elif index in printed_before:
            label = Label(FurnitureKind.OTHER, "printed-before")
        elif index in clocks:
            label = Label(BodyKind.ENTRY_TIME, "entry-time")
        elif "\n" in block.text:
            label = Label(hint or FurnitureKind.NAVIGATION, "folded-box")
        elif hint in _PLAIN and not body[index] and not headline < index < first:
            label = _PLAIN[hint]
        elif body[index]:
            label = _body_label(page, block, rows)
        elif headline < index < first and (hint is None or says(page.boxes[block.box].name, "byline")):
            label = _head_zone_label(page, region, index, first)
        else:
            label = _outside_label(page, region, headline, index, first, last)
        labels.append(label)
    _settle(page, labels, is_live=bool(clocks))
    return labels


_PLAIN: dict[FurnitureKind | None, Label] = {
    kind: Label(kind, "box-name")
    for kind in FurnitureKind
    if kind not in (FurnitureKind.WIDGET, FurnitureKind.PROMO, FurnitureKind.RELATED)
}
"""The label of a block by its box's name, for the kinds of box that are believed whatever the block says."""


def _settle(page: Page, labels: list[Label], *, is_live: bool) -> None:
    """What a block is by the others: a photographer's line after a caption; the opening words of a gallery or a live blog."""
    is_gallery = not any(label.kind is BodyKind.PARAGRAPH for label in labels)
    byline = next((i for i, label in enumerate(labels) if label.kind is FieldKind.BYLINE), len(labels))
    for index, label in enumerate(labels):
        block = page.blocks[index]
        if label.kind is BodyKind.CAPTION and index and labels[index - 1].kind is BodyKind.CAPTION:
            figures = {_around(page, other.box, _FIGURE) for other in (block, page.blocks[index - 1])}
            if len(figures) == 1 and 0 not in figures and len(block.text) < 80 and not block.text.endswith("."):
                labels[index] = Label(FieldKind.PHOTO_CREDIT, "after-caption")
        elif label.kind is FieldKind.DEK and index > byline and (is_live or is_gallery):
            labels[index] = Label(BodyKind.PARAGRAPH, "opening-words")


def key_points(page: Page, body: list[bool]) -> list[int]:
    """The list that sums a story up, set before its first paragraph; empty where there is none."""
    inside = [index for index, is_body in enumerate(body) if is_body]
    points = list(takewhile(lambda index: page.blocks[index].tag == "li", inside))
    after = inside[len(points) : len(points) + _FEWEST_AFTER]
    boxes = {page.boxes[page.blocks[index].box].parent for index in points}
    is_summary = 2 <= len(points) <= _MOST_POINTS and len(boxes) == 1
    return (
        points if is_summary and len(after) == _FEWEST_AFTER and all(page.blocks[i].tag != "li" for i in after) else []
    )


_FEWEST_AFTER, _MOST_POINTS = 3, 7


def second_story(page: Page, headline: int, body: list[bool]) -> int:
    """The index of the first block of another story set under this one; the number of blocks where there is none.

    Sites that scroll on without end put the next story's <article>, with an <h1> of its own, after the first.
    """
    if headline < 0 or page.state_from >= 0:
        return len(body)
    around = set(_boxes_around(page, page.blocks[headline].box))
    opening = next((i for i, inside in enumerate(body) if inside), headline)
    around.update(_boxes_around(page, page.blocks[opening].box))
    begun = False
    for index, block in enumerate(page.blocks):
        begun = begun or body[index]
        if begun and index > headline and block.tag == "h1" and block.text != page.blocks[headline].text:
            article = next((box for box in _boxes_around(page, block.box) if page.boxes[box].tag == "article"), 0)
            if article and article not in around:
                return next(i for i, other in enumerate(page.blocks) if article in list(_boxes_around(page, other.box)))
    return len(body)


def _boxes_around(page: Page, box: int) -> Iterator[int]:
    while box > 0:
        yield box
        box = page.boxes[box].parent


def state_body(page: Page) -> list[bool]:
    """Where a script holds the story, all that it holds is the story but for lines that say they are not."""
    flags = [False] * page.state_from
    return flags + [line_label(block.text) is None for block in page.blocks[page.state_from :]]


def body_blocks(page: Page, region: Region, headline: int) -> list[bool]:
    """Which blocks are the story's own text."""
    inside_main = region.inside_main
    flags = []
    for index, block in enumerate(page.blocks):
        flags.append(
            index > headline
            and inside_main[block.box]
            and region.hints[block.box] is None
            and region.told[index] is None
            and _reads_as_body(page, region, block)
        )
    start = _after_byline(page, headline)
    if sum(1 for prose in region.prose[headline + 1 : start] if prose) > _MOST_DEKS:
        start = 0  # a byline under the text
    flags[:start] = [False] * start
    prose = [i for i, inside in enumerate(flags) if inside and region.prose[i]]
    if not prose:
        return _brief(page, flags)
    siblings = {(page.blocks[i].tag, page.boxes[page.blocks[i].box].parent) for i in prose}
    for index, inside in enumerate(flags):
        if inside and not prose[0] <= index <= prose[-1]:
            flags[index] = _belongs(page, page.blocks[index], siblings) and (
                index > prose[-1] or not is_head_line(page.blocks[index].text)
            )
    return flags


def _brief(page: Page, flags: list[bool]) -> list[bool]:
    """A story of short lines, where nothing reads as prose: what stands in the box that is named for the story's text."""
    letters: dict[int, int] = {}
    for index, inside in enumerate(flags):
        block = page.blocks[index]
        if inside and not is_head_line(block.text):
            box = next((box for box in _boxes_around(page, block.box) if says(page.boxes[box].name, "story")), 0)
            letters[box] = letters.get(box, 0) + len(block.text) - 2 * block.linked
    letters.pop(0, None)
    story = max(letters, key=letters.__getitem__, default=0)
    if letters.get(story, 0) < _LEAST_BRIEF:
        return [False] * len(flags)
    return [
        inside and story in _boxes_around(page, block.box) and not is_head_line(block.text)
        for inside, block in zip(flags, page.blocks, strict=True)
    ]


_LEAST_BRIEF = 60
_HEAD_REACH = 8
_MOST_DEKS = 2


def _after_byline(page: Page, headline: int) -> int:
    """The index after the byline under the headline: a story's text starts no sooner. 0 where no byline is printed there."""
    for index in range(max(headline + 1, 0), min(headline + 1 + _HEAD_REACH, len(page.blocks))):
        text = page.blocks[index].text
        if len(text) < 160 and begins_byline(text) and headline >= 0 and not _is_subhead(page.blocks[index]):
            return index + 1
    return 0


def _is_subhead(block: Block) -> bool:
    """A heading that begins as a byline does and names nobody: "By the numbers", "Von der Planung bis zum Fest"."""
    begun = byline_start(block.text) if block.tag in HEADINGS else None
    return begun is not None and block.text[begun.end() :][:1].islower()


def _belongs(page: Page, block: Block, siblings: set[tuple[str, int]]) -> bool:
    """Before the first prose and after the last, only the prose's own siblings are body: short paragraphs, lists, subheads."""
    at = block.box
    if block.tag == "li":
        at = page.boxes[at].parent
        return any(page.boxes[at].parent == parent for _, parent in siblings)
    return block.tag not in HEADINGS and (block.tag, page.boxes[at].parent) in siblings


def _reads_as_body(page: Page, region: Region, block: Block) -> bool:
    text = block.text
    size = len(text)
    if region.captions[block.box] or block.tag in ("caption", "button"):
        return False
    if block.linked * 2 >= size and LED.match(text):
        return False
    if is_agency(text):
        return False
    name = page.boxes[block.box].name
    if name and size < 120 and any(says(name, field) for field in _HEAD_FIELDS) and not says(name, "story"):
        return False
    if block.tag in HEADINGS:
        return block.linked * 2 < len(text)
    return block.linked * 10 < 8 * len(text)


def _table_rows(page: Page, body: list[bool]) -> set[int]:
    """Boxes of rows that are news in columns: at least two cells with text, one line in each. Layout tables are not."""
    cells: dict[int, list[int]] = {}
    for block, inside in zip(page.blocks, body, strict=True):
        if inside and (cell := _around(page, block.box, CELLS)):
            row = _around(page, cell, _ROW)
            cells.setdefault(row, []).append(cell)
    return {row for row, held in cells.items() if row and len(held) > 1 and len(set(held)) == len(held)}


def _around(page: Page, box: int, tags: frozenset[str]) -> int:
    """The nearest box of one of the tags around a box, itself too; 0 where there is none."""
    boxes = page.boxes
    while box > 0:
        parent, tag, _, _ = boxes[box]
        if tag in tags:
            return box
        box = parent
    return 0


def _body_label(page: Page, block: Block, rows: set[int]) -> Label:
    if block.tag in HEADINGS or (
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
        box = max(page.boxes[box].parent, 0)
    if rows and _around(page, block.box, _ROW) in rows:
        return Label(BodyKind.TABLE, "table-cell")
    return Label(BodyKind.PARAGRAPH, "prose")


def _head_zone_label(page: Page, region: Region, index: int, first: int) -> Label:
    """Between the headline and the body: dek, byline, stamp, captions."""
    block = page.blocks[index]
    text = block.text
    rule = region.told[index]
    if rule is not None:
        return Label(rule.kind, rule.name)
    names = [page.boxes[block.box].name, page.boxes[max(page.boxes[block.box].parent, 0)].name]
    around = " ".join(names)
    if region.captions[block.box] or says(around, "caption"):
        return Label(BodyKind.CAPTION, "caption")
    dated = len(text) < 160 and DATED.search(text) is not None
    if begins_byline(text) and len(text) < 200 and not _is_subhead(block):
        return Label(FieldKind.BYLINE, "by")
    if says(around, "byline") and len(text) < 200:
        return Label(FieldKind.BYLINE, "named-byline")
    if dated and (len(text) < 80 or says(around, "stamp")):
        return Label(FieldKind.STAMP, "dated-line")
    if BARE_NAME.match(text) and index + 1 == first:
        return Label(FieldKind.BYLINE, "name-before-body")
    if says(around, "dek") or (len(text) > _DEK_LENGTH and block.tag in _DEK_TAGS and block.linked * 2 < len(text)):
        return Label(FieldKind.DEK, "dek-in-head")
    return Label(FurnitureKind.BYLINE_BOX, "head-zone")


def _outside_label(page: Page, region: Region, headline: int, index: int, first: int, last: int) -> Label:
    block = page.blocks[index]
    hint = region.hints[block.box]
    rule = region.told[index]
    if rule is not None and (first <= index or isinstance(rule.kind, FurnitureKind)):
        return Label(rule.kind, rule.name)
    names = page.boxes[block.box].name
    if hint is None and region.captions[block.box] and (first <= index <= last + 2 or headline < index):
        return Label(BodyKind.CAPTION, "caption")
    if index < headline and hint in (None, FurnitureKind.RELATED, FurnitureKind.PROMO) and _stands_alone(page, index):
        return Label(FurnitureKind.CALL_OUT, "lone-line-above-headline")
    if hint is not None:
        return Label(hint, "box-name")
    if is_agency(block.text) and last < index <= last + 3:
        return Label(FieldKind.CREDIT, "agency-alone")
    if index < headline:
        if index >= headline - 3 and says(names, "kicker") and len(block.text) < 80:
            return Label(FieldKind.KICKER, "kicker-above-headline")
        if index == headline - 1 and block.text.isupper() and len(block.text) < 40 and not block.linked:
            return Label(FieldKind.KICKER, "capitals-above-headline")
        return Label(FurnitureKind.NAVIGATION, "above-headline")
    if block.linked * 2 > len(block.text):
        return Label(FurnitureKind.RELATED, "links")
    if says(names, "byline") and len(block.text) < 200 and index <= last + 6:
        return Label(FieldKind.BYLINE, "named-byline")
    return Label(FurnitureKind.OTHER, "outside-body" if index > last or index < first else "inside-body")


_CALL_OUT_WORDS = 4


def _stands_alone(page: Page, index: int) -> bool:
    """True for a line of four words or more whose neighbours hang in other boxes: no menu, no list."""
    block = page.blocks[index]
    parent = page.boxes[block.box].parent
    near = [page.blocks[i] for i in (index - 1, index + 1) if 0 <= i < len(page.blocks)]
    is_line = block.text.count(" ") >= _CALL_OUT_WORDS - 1 and block.tag in ("div", "p", "span", "section", "aside")
    return is_line and all(
        other.box != block.box and ("\n" in other.text or page.boxes[other.box].parent != parent) for other in near
    )


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
            is_notice = rule is not None and rule.kind is not FurnitureKind.NEWSLETTER
            labels.append(Label(rule.kind, rule.name) if rule and is_notice else _CALL_OUT_BEFORE)
        elif rule is not None:
            labels.append(Label(rule.kind, rule.name))
        elif not seen_body and begins_byline(block.text) and len(block.text) < 120:
            labels.append(Label(FieldKind.BYLINE, "by"))
        elif not seen_body and len(block.text) < 80 and DATED.search(block.text):
            labels.append(Label(FieldKind.STAMP, "dated-line"))
        else:
            seen_body = True
            labels.append(Label(BodyKind.PARAGRAPH, "prose"))
    return labels


_CALL_OUT_BEFORE = Label(FurnitureKind.CALL_OUT, "line-before-headline")


def _text_headline(page: Page) -> int:
    """The line before the first long paragraph or notice that has no sentence's end; -1 when the text has none."""
    best = -1
    for index, block in enumerate(page.blocks[:8]):
        text = block.text
        if len(text) > 200 or line_label(text) is not None or (text.endswith((".", '."')) and len(text) > _SHORT_LINE):
            if best >= 0 or len(text) > 200:
                break
            continue
        if begins_byline(text) or (DATED.search(text) and len(text) < 60 and best >= 0):
            break
        best = index
    return best
