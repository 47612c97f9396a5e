"""Pages that are plain text: what each line is, by its own words and its place."""

from backfile.label.draft import Draft
from backfile.label.head_lines import begins_byline, is_dated
from backfile.label.head_rules import byline
from backfile.label.story_region import Region
from backfile.model.label import FieldKind, FurnitureKind, Label, RuleName
from backfile.model.page import Block, Page

_SHORT_LINE = 40
_LONG_PARAGRAPH = 200
_HEAD_REACH = 8
_BYLINE_LENGTH, _STAMP_LENGTH = 120, 80
_FIRST_LINE = Label(FieldKind.HEADLINE, RuleName.FIRST_LINE)
_CALL_OUT_BEFORE = Label(FurnitureKind.CALL_OUT, RuleName.LINE_BEFORE_HEADLINE)
_STAMP = Label(FieldKind.STAMP, RuleName.DATED_LINE)


def read_plain_text(page: Page, region: Region) -> Draft:
    """The headline is the first line that no rule takes; the body begins with what is no notice, byline or stamp after it."""
    draft = Draft(page, region, _headline(page, region))
    for index in range(draft.headline + 1, len(page.blocks)):
        block = page.blocks[index]
        if region.told[index] is None and not by(draft, index, block) and not dated_line(draft, index, block):
            draft.first, draft.last = index, len(page.blocks)
            break
    return draft


def first_line(draft: Draft, index: int, block: Block) -> Label | None:
    """The headline."""
    return _FIRST_LINE if index == draft.headline else None


def line_in_text(draft: Draft, index: int, block: Block) -> Label | None:
    """A line that says what it is; above the headline a call for readers to write is a call-out like the others."""
    rule = draft.region.told[index]
    if rule is None or (index < draft.headline and rule.kind is FurnitureKind.NEWSLETTER):
        return None
    return rule.label


def line_before_headline(draft: Draft, index: int, block: Block) -> Label | None:
    """Any other line above the headline."""
    return _CALL_OUT_BEFORE


def by(draft: Draft, index: int, block: Block) -> Label | None:
    """A short line that begins as bylines do."""
    return byline(RuleName.BY, block) if len(block[0]) < _BYLINE_LENGTH and begins_byline(block[0]) else None


def dated_line(draft: Draft, index: int, block: Block) -> Label | None:
    """A short line with a day or a time in it."""
    return _STAMP if len(block[0]) < _STAMP_LENGTH and is_dated(block[0]) else None


def _headline(page: Page, region: Region) -> int:
    """The line before the first long paragraph or notice that has no sentence's end; -1 when the text has none."""
    best = -1
    for index, block in enumerate(page.blocks[:_HEAD_REACH]):
        text = block.text
        is_sentence = text.endswith((".", '."')) and len(text) > _SHORT_LINE
        if len(text) > _LONG_PARAGRAPH or is_sentence or region.told[index] is not None:
            if best >= 0 or len(text) > _LONG_PARAGRAPH:
                break
            continue
        if begins_byline(text) or (is_dated(text) and len(text) < 60 and best >= 0):
            break
        best = index
    return best
