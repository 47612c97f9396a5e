"""What stands outside the body: furniture by its box's name or its own words, captions, a kicker, a credit after the end."""

from typing import NamedTuple

from backfile.label.story_region import Region
from backfile.lexicon.agencies import is_agency
from backfile.model.label import BodyKind, FieldKind, FurnitureKind, Label
from backfile.model.page import Page
from backfile.page.box_names import says

_CALL_OUT_WORDS = 4
_CALL_OUT_TAGS = frozenset(("div", "p", "span", "section", "aside"))
_ALONE_ABOVE = (None, FurnitureKind.RELATED, FurnitureKind.PROMO)
"""Kinds of box that a call-out above the headline may stand in."""
_KICKER_REACH, _CAPTION_REACH, _CREDIT_REACH, _BYLINE_REACH = 3, 2, 3, 6
"""Blocks before the headline, or after the body, in which each is looked for."""
_KICKER_LENGTH, _CAPITALS_LENGTH, _BYLINE_LENGTH = 80, 40, 200


class Bounds(NamedTuple):
    """Where the story begins and ends among the blocks."""

    headline: int
    """-1 for none."""
    first: int
    """The body's first block; the number of blocks where there is no body."""
    last: int
    """Its last; -1 for none."""


def outside_label(page: Page, region: Region, index: int, bounds: Bounds) -> Label:
    """The label of a block that is not of the body."""
    block = page.blocks[index]
    headline, first, last = bounds
    hint, rule = region.hints[block.box], region.told[index]
    if rule is not None and (first <= index or isinstance(rule.kind, FurnitureKind)):
        return Label(rule.kind, rule.name)
    if hint is None and (headline < index or first <= index <= last + _CAPTION_REACH) and region.is_caption(block.box):
        return Label(BodyKind.CAPTION, "caption")
    if index < headline and hint in _ALONE_ABOVE and _stands_alone(page, index):
        return Label(FurnitureKind.CALL_OUT, "lone-line-above-headline")
    if hint is not None:
        return NAMED[hint]
    if last < index <= last + _CREDIT_REACH and is_agency(block.text):
        return Label(FieldKind.CREDIT, "agency-alone")
    if index < headline:
        return _label_above(page, index, headline)
    if block.linked * 2 > len(block.text):
        return _LINKS
    if (
        len(block.text) < _BYLINE_LENGTH
        and index <= last + _BYLINE_REACH
        and says(page.boxes[block.box].name, "byline")
    ):
        return Label(FieldKind.BYLINE, "named-byline")
    return _INSIDE if first <= index <= last else _OUTSIDE


NAMED = {kind: Label(kind, "box-name") for kind in FurnitureKind}
"""The label of a block by the kind of furniture that its box's name says."""
_ABOVE = Label(FurnitureKind.NAVIGATION, "above-headline")
_LINKS = Label(FurnitureKind.RELATED, "links")
_INSIDE = Label(FurnitureKind.OTHER, "inside-body")
_OUTSIDE = Label(FurnitureKind.OTHER, "outside-body")


def _label_above(page: Page, index: int, headline: int) -> Label:
    block = page.blocks[index]
    size = len(block.text)
    if index >= headline - _KICKER_REACH and size < _KICKER_LENGTH and says(page.boxes[block.box].name, "kicker"):
        return Label(FieldKind.KICKER, "kicker-above-headline")
    if index == headline - 1 and size < _CAPITALS_LENGTH and not block.linked and block.text.isupper():
        return Label(FieldKind.KICKER, "capitals-above-headline")
    return _ABOVE


def _stands_alone(page: Page, index: int) -> bool:
    """True for a line of four words or more whose neighbours hang in other boxes: no menu, no list."""
    block = page.blocks[index]
    if block.tag not in _CALL_OUT_TAGS or block.text.count(" ") < _CALL_OUT_WORDS - 1:
        return False
    parent = page.boxes[block.box].parent
    near = [page.blocks[i] for i in (index - 1, index + 1) if 0 <= i < len(page.blocks)]
    return all(
        other.box != block.box and ("\n" in other.text or page.boxes[other.box].parent != parent) for other in near
    )
