"""Pages that are plain text: what each line is, by its own words and its place."""

from backfile.label.draft import Draft
from backfile.label.head_lines import begins_byline, is_dated
from backfile.label.head_rules import byline
from backfile.label.story_region import Region
from backfile.model.label import FieldKind, FurnitureKind, Label, RuleName
from backfile.model.page import Block, Page

_SHORT_LINE = 40
_LONG_PARAGRAPH = 200
_LONG_SENTENCE = 80
"""Code points: a sentence this long that no rule knows is the story's own; a shorter one may be a notice above the headline."""
_SENTENCE_ENDS = (".", '."', ".”", "!", "?", "。")
_SHORT_STAMP = 60
_HEAD_REACH = 8
_BYLINE_LENGTH, _STAMP_LENGTH = 120, 80
_FIRST_LINE = Label(FieldKind.HEADLINE, RuleName.FIRST_LINE)
_CALL_OUT_BEFORE = Label(FurnitureKind.CALL_OUT, RuleName.LINE_BEFORE_HEADLINE)
_STAMP = Label(FieldKind.STAMP, RuleName.DATED_LINE)


def read_plain_text(page: Page, region: Region) -> Draft:
    """The body begins with what is no notice, byline or stamp after the headline; in a text without prose at its first line."""
    draft = Draft(page, region, _headline(page, region))
    if draft.headline < 0 and not _has_prose(page, 0):
        draft.first, draft.last = 0, len(page.blocks)
        return draft
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
    """The line before the first prose, notice, byline or stamp, where it is none of these; -1 for a text that has none.

    A line is a headline by what follows it: a text that opens with prose has none, and neither has a list or a table of lines
    that no prose follows.
    """
    best = -1
    for index, block in enumerate(page.blocks[:_HEAD_REACH]):
        text = block.text
        is_long = len(text) > _LONG_PARAGRAPH
        is_sentence = len(text) > _SHORT_LINE and text.endswith(_SENTENCE_ENDS)
        is_told = region.told[index] is not None
        if is_long or is_sentence or is_told:
            if best >= 0:
                return best
            if is_long or (not is_told and len(text) > _LONG_SENTENCE):
                return -1
        elif best >= 0 and (begins_byline(text) or (is_dated(text) and len(text) < _SHORT_STAMP)):
            return best if _has_prose(page, index) else -1
        elif not begins_byline(text):
            best = index
    return -1


def _has_prose(page: Page, start: int) -> bool:
    """Whether a sentence or a long paragraph stands below."""
    below = (block.text for block in page.blocks[start : start + _HEAD_REACH])
    return any(
        len(text) > _LONG_PARAGRAPH or (len(text) > _SHORT_LINE and text.endswith(_SENTENCE_ENDS)) for text in below
    )
