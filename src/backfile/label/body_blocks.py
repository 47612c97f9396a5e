"""Which blocks are the story's own text, as far as the rules tell: `model_vote` asks the block model about the rest."""

from itertools import takewhile

from backfile.label.brief_body import believe_names, is_beside_the_story, named_brief, under_headline
from backfile.label.draft import Draft
from backfile.label.head_lines import (
    begins_byline,
    is_head_line,
    is_name_and_stamp,
    is_signed_line,
    is_stamp_alone,
    is_subhead,
)
from backfile.label.line_label import block_label
from backfile.label.nesting import boxes_around
from backfile.label.short_parts import LED
from backfile.label.story_region import Region
from backfile.lexicon.agencies import is_agency
from backfile.model.label import FieldKind, Label, RuleName
from backfile.model.page import CELLS, HEADINGS, Block, Page
from backfile.page.box_fields import BoxField, says

_HEAD_FIELDS = (BoxField.BYLINE, BoxField.STAMP, BoxField.KICKER)
_NAMED_LENGTH = 120
"""Characters below which a block is believed to be the field that its box is named for."""
_HEAD_REACH = 8
_BYLINE_LENGTH = 160
_MOST_DEKS = 2


def find_body(draft: Draft) -> list[bool]:
    """Per block whether it is of the body, as far as the rules of one block tell."""
    page, region, headline = draft.page, draft.region, draft.headline
    if page.state_from >= 0:
        return _script_body(page)
    body = body_blocks(page, region, headline)
    if not any(body) and headline >= 0 and region.move_under(page, headline):
        body = body_blocks(page, region, headline)
    if headline >= 0 and is_beside_the_story(page, headline, body):
        lines = [_may_be_body(page, region, index) for index in range(len(body))]
        brief = under_headline(page, region, headline, lines)
        if any(brief):
            believe_names(page, region, headline, body)
            return brief
    return body


def _may_be_body(page: Page, region: Region, index: int) -> bool:
    block = page.blocks[index]
    return region.hints[block.box] is None and region.told[index] is None and _reads_as_body(page, region, block)


def _script_body(page: Page) -> list[bool]:
    """Where a script holds the story, all that it holds is the story but for pictures' words and lines that say they are not."""
    flags = [False] * page.state_from
    return flags + [
        not _stands_in_figure(page, block) and block_label(block) is None for block in page.blocks[page.state_from :]
    ]


def _stands_in_figure(page: Page, block: Block) -> bool:
    box = page.boxes[block.box]
    return "figure" in (box.tag, page.boxes[max(box.parent, 0)].tag)


def body_blocks(page: Page, region: Region, headline: int) -> list[bool]:
    """Which blocks are the story's own text."""
    inside_main, hints, told = region.inside_main, region.hints, region.told
    flags = [False] * len(page.blocks)
    start = _after_byline(page, headline)
    if sum(1 for index in region.prose_blocks if headline < index < start) > _MOST_DEKS:
        start = 0  # a byline under the text
    for index in range(max(headline + 1, start), len(flags)):
        block = page.blocks[index]
        box = block[2]
        if inside_main[box] and hints[box] is None and told[index] is None:
            flags[index] = _reads_as_body(page, region, block)
    prose = [index for index in region.prose_blocks if flags[index]]
    if not prose:
        return named_brief(page, flags)
    siblings = {(page.blocks[i].tag, page.boxes[page.blocks[i].box].parent) for i in prose}
    last_of_head = _last_of_head(page, headline, prose[0])
    for index in (*range(prose[0]), *range(prose[-1] + 1, len(flags))):
        if flags[index]:
            block = page.blocks[index]
            is_opening = index == prose[0] - 1 and index > headline >= 0
            is_head = index < prose[0] and (
                _is_of_head(block, is_opening=is_opening)
                or (index < last_of_head and len(block.text) < _LONGEST_OF_HEAD)
            )
            flags[index] = not is_head and _belongs(page, block, siblings)
    return flags


def _is_of_head(block: Block, *, is_opening: bool) -> bool:
    """Whether a line before the first prose is of the head by itself; the one right before it is where a name opens it."""
    return block.tag in CELLS or is_head_line(block.text) or (is_opening and is_signed_line(block.text))


def _last_of_head(page: Page, headline: int, first: int) -> int:
    """The last byline or stamp of the few lines between headline and text: what stands over it is of the head too. 0 for none."""
    if headline < 0:
        return 0
    return max(
        (at for at in range(headline + 1, min(headline + _LINES_OF_HEAD, first)) if is_head_line(page.blocks[at].text)),
        default=0,
    )


_LINES_OF_HEAD, _LONGEST_OF_HEAD = 5, 60


def _after_byline(page: Page, headline: int) -> int:
    """The index after the byline under the headline, or after the stamp where no byline is printed there: a story's text starts no
    sooner. 0 where neither is."""
    if headline < 0:
        return 0
    stamped = 0
    for index in range(headline + 1, min(headline + 1 + _HEAD_REACH, len(page.blocks))):
        block = page.blocks[index]
        if len(block.text) >= _BYLINE_LENGTH or is_subhead(block):
            continue
        if begins_byline(block.text) or is_name_and_stamp(block.text):
            return index + 1
        if index <= headline + _STAMP_REACH and is_stamp_alone(block):
            stamped = index + 1
    return stamped


_STAMP_REACH = 3
"""Lines under the headline in which a stamp without a byline is looked for: one further down is a day in a list, or an entry's."""


def _belongs(page: Page, block: Block, siblings: set[tuple[str, int]]) -> bool:
    """Before the first prose and after the last, only the prose's own siblings are body: short paragraphs, lists, subheads."""
    if block.tag in HEADINGS:
        return False
    if (block.tag, page.boxes[block.box].parent) in siblings:
        return True
    apart = block.box if block.tag == "pre" else _around(page, block)
    parents = {parent for _, parent in siblings}
    around = page.boxes[apart].parent
    return apart > 0 and (around in parents or (block.tag in CELLS and page.boxes[max(around, 0)].parent in parents))


def _around(page: Page, block: Block) -> int:
    """The list or the table of figures that a block is a part of; 0 for none."""
    if block.tag == "li":
        return page.boxes[block.box].parent
    if block.tag not in CELLS or block.linked:
        return 0
    return next((box for box in boxes_around(page, block.box) if page.boxes[box].tag == "table"), 0)


def _reads_as_body(page: Page, region: Region, block: Block) -> bool:
    text, tag, box, _, _, linked, _ = block
    size = len(text)
    if tag in ("caption", "button"):
        return False
    if linked * 10 >= 8 * size or (linked * 2 >= size and (tag in HEADINGS or LED.match(text))):
        return False
    if is_agency(text) or region.is_caption(box):
        return False
    name = page.boxes[box].name
    return not (
        name
        and size < _NAMED_LENGTH
        and any(says(name, field) for field in _HEAD_FIELDS)
        and not says(name, BoxField.STORY)
    )


def points_at_head(draft: Draft) -> None:
    """The list that sums a story up, set before its first paragraph, is the dek."""
    page = draft.page
    inside = [index for index, is_body in enumerate(draft.body) if is_body]
    points = list(takewhile(lambda index: page.blocks[index].tag == "li", inside))
    after = inside[len(points) : len(points) + _FEWEST_AFTER]
    lists = {page.boxes[page.blocks[index].box].parent for index in points}
    is_summary = 2 <= len(points) <= _MOST_POINTS and len(lists) == 1 and len(after) == _FEWEST_AFTER
    if is_summary and all(page.blocks[index].tag != "li" for index in after):
        for index in points:
            draft.give(index, _POINT)


_FEWEST_AFTER, _MOST_POINTS = 3, 7
_POINT = Label(FieldKind.DEK, RuleName.POINTS_AT_HEAD)
