"""Another story set under the page's own, as sites do that scroll on without end: with a headline, a byline and a stamp of its own."""

from backfile.label.body_blocks import find_body
from backfile.label.draft import Draft
from backfile.label.head_lines import begins_byline, is_dated
from backfile.label.nesting import boxes_around, is_inside, nearest_boxes
from backfile.model.label import FieldKind, FurnitureKind, Label, RuleName
from backfile.model.page import HEADINGS, Block
from backfile.page.box_fields import BoxField, says

_SECOND_STORY = Label(FurnitureKind.SECOND_STORY, RuleName.SECOND_STORY)
_ARTICLE = frozenset(("article",))
_HEAD_REACH, _TEXT_REACH = 8, 12
"""Blocks after a headline in which its byline or stamp is looked for, and its text."""
_FEWEST_PARAGRAPHS = 2
"""One paragraph under a heading that has a day is a card on a list."""
_LINE = 120


def second_story(draft: Draft) -> None:
    """Mark where another story is set under this one: nothing from there on is of the body. Where most of the page's prose is the other
    story's, this one's is looked for again."""
    if draft.headline < 0 or draft.page.state_from >= 0:
        return
    start = _start(draft)
    if start is None or any(says(box.name, BoxField.THREAD) for box in draft.page.boxes):
        return  # the posts of a thread have each a heading, a name and a day
    draft.second = start
    body = draft.body
    if True in body and body.index(True) >= start:
        draft.region.end_at(draft.page, start)
        body = draft.body = find_body(draft)
    body[start:] = [False] * (len(body) - start)


def _start(draft: Draft) -> int | None:
    """The first block of the other story; None where there is none."""
    page, headline, prose = draft.page, draft.headline, draft.region.prose_blocks
    opening = next((index for index in prose if index > headline), len(page.blocks))
    head = page.blocks[headline]
    alike = head.tag, page.boxes[head.box].name or None  # a story set below is printed by the same template
    around: set[int] = set()
    for index in range(opening + 1, len(page.blocks)):
        block = page.blocks[index]
        is_alike = (block.tag, page.boxes[block.box].name) == alike
        if not (is_alike or block.tag in HEADINGS) or not _may_be_headline(draft, block):
            continue
        around = around or {*boxes_around(page, head.box), *boxes_around(page, page.blocks[opening].box)}
        boxes = boxes_around(page, block.box)
        apart = [box for box in boxes if box not in around and page.boxes[box].tag not in HEADINGS]
        if _heads_a_story(draft, index, apart, is_alike=is_alike):
            start = _first_of(draft, apart, index)
            if sum(headline < at < start for at in prose) >= _FEWEST_PARAGRAPHS:
                return start
    return None


def _heads_a_story(draft: Draft, index: int, apart: list[int], *, is_alike: bool) -> bool:
    """Whether a heading is another story's: the <h1> that an <article> of its own begins with; one of the headline's rank, or in an
    <article> of its own, with a byline or a stamp under it; one that begins a box of its own, with both."""
    page, tag = draft.page, draft.page.blocks[index].tag
    article = next((box for box in apart if page.boxes[box].tag == "article"), 0)
    if tag == "h1" and article and not _has_prose(draft, article, index):
        return True
    is_first_rank = is_alike or tag in ("h1", page.blocks[draft.headline].tag)
    signs = _signs_of_a_head(draft, index, apart)
    if is_first_rank or (article > 0 and tag in _OF_ITS_OWN):
        return signs > 0
    return signs > 1 and tag in _OF_ITS_OWN and bool(apart) and not _has_prose(draft, apart[-1], index)


_OF_ITS_OWN = frozenset(("h2", "h3"))
"""Headings that a story set below may have; smaller ones name a card that leads to it."""


def _has_prose(draft: Draft, box: int, end: int) -> bool:
    """Whether prose stands in a box before the block `end`."""
    page = draft.page
    return any(at < end and is_inside(page, page.blocks[at].box, box) for at in draft.region.prose_blocks)


def _may_be_headline(draft: Draft, block: Block) -> bool:
    page = draft.page
    title = page.blocks[draft.headline].text
    return block.text != title and block.text not in (page.title or "") and draft.region.hints[block.box] is None


def _signs_of_a_head(draft: Draft, index: int, apart: list[int]) -> int:
    """Of a byline and a stamp how many a heading has under it, or right over it in a box of its own, and then a story's text: a subhead has
    none."""
    page, prose = draft.page, draft.region.prose
    before = page.blocks[index - 1]
    is_over = not prose[index - 1] and len(before.text) < _LINE and begins_byline(before.text)
    signs = _signs_in(before) if is_over and any(is_inside(page, before.box, box) for box in apart) else set()
    paragraphs, headings = 0, 0
    for at in range(index + 1, min(index + _TEXT_REACH, len(page.blocks))):
        block = page.blocks[at]
        headings += block.tag in HEADINGS
        if (block.tag in HEADINGS and block.tag == page.blocks[index].tag) or (headings > 1 and not signs):
            break
        if prose[at]:
            paragraphs += 1
            if not signs:
                return 0
        elif at <= index + _HEAD_REACH and len(block.text) < _LINE and not paragraphs:
            signs |= _signs_in(block)
    return len(signs) if paragraphs >= _FEWEST_PARAGRAPHS else 0


def _signs_in(block: Block) -> set[FieldKind]:
    found = {FieldKind.BYLINE} if begins_byline(block.text) else set()
    return found | {FieldKind.STAMP} if _is_stamp(block) else found


def _is_stamp(block: Block) -> bool:
    """A day and a year, or how long ago, in a short line that is no heading."""
    text = block.text
    if len(text) > _STAMP or block.tag in HEADINGS or not is_dated(text):
        return False
    return sum(letter.isdigit() for letter in text) >= _FEWEST_DIGITS or not any(year in text for year in ("19", "20"))


_STAMP, _FEWEST_DIGITS = 60, 5


def _first_of(draft: Draft, apart: list[int], heading: int) -> int:
    """The first block of the other story's box: the widest of those around its heading in which no text stands before that."""
    page, prose = draft.page, draft.region.prose
    start = heading
    for at in range(heading - 1, draft.headline, -1):
        if prose[at]:
            break
        if not set(apart).isdisjoint(boxes_around(page, page.blocks[at].box)):
            start = at
    return start


def label_second_story(draft: Draft, labels: list[Label]) -> None:
    """All of another story is labelled so, but what a name says to be furniture and stands in no <article>."""
    if draft.second < len(labels):
        article_around = nearest_boxes(draft.page, _ARTICLE)
        for index in range(draft.second, len(labels)):
            box = draft.page.blocks[index].box
            if draft.region.hints[box] is None or article_around[box]:
                labels[index] = _SECOND_STORY
