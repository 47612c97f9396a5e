"""What stands outside the body: furniture by its box's name or its own words, captions, a kicker, a credit after the end."""

import re

from backfile.label.draft import Draft
from backfile.label.head_lines import begins_byline, is_dated
from backfile.label.head_rules import NAMED, byline
from backfile.late_pattern import late
from backfile.lexicon.agencies import is_agency
from backfile.model.label import BodyKind, FieldKind, FurnitureKind, Label, RuleName
from backfile.model.page import HEADINGS, Block
from backfile.page.box_fields import BoxField, says

_CALL_OUT_WORDS = 4
_CALL_OUT_TAGS = frozenset(("div", "p", "span", "section", "aside"))
_ALONE_ABOVE = (None, FurnitureKind.RELATED, FurnitureKind.PROMO)
"""Kinds of box that a call-out above the headline may stand in."""
_KICKER_REACH, _CAPTION_REACH, _CREDIT_REACH, _BYLINE_REACH = 3, 2, 3, 6
"""Blocks before the headline, or after the body, in which each is looked for."""
_KICKER_LENGTH, _CAPITALS_LENGTH, _BYLINE_LENGTH = 80, 40, 200
_FOLDED = {kind: Label(kind or FurnitureKind.NAVIGATION, RuleName.FOLDED_BOX) for kind in (None, *FurnitureKind)}
_HEARD = (FurnitureKind.WIDGET, FurnitureKind.PROMO, FurnitureKind.RELATED)
"""Kinds of box whose blocks' own words and place are asked first."""
_BELIEVED: dict[FurnitureKind | None, Label] = {kind: NAMED[kind] for kind in FurnitureKind if kind not in _HEARD}
_DOUBTED: dict[FurnitureKind | None, Label] = {kind: NAMED[kind] for kind in _HEARD}
_CAPTION = Label(BodyKind.CAPTION, RuleName.CAPTION)
_CALL_OUT = Label(FurnitureKind.CALL_OUT, RuleName.LONE_LINE_ABOVE_HEADLINE)
_AGENCY = Label(FieldKind.CREDIT, RuleName.AGENCY_ALONE)
_KICKER = Label(FieldKind.KICKER, RuleName.KICKER_ABOVE_HEADLINE)
_CAPITALS = Label(FieldKind.KICKER, RuleName.CAPITALS_ABOVE_HEADLINE)
_ABOVE = Label(FurnitureKind.NAVIGATION, RuleName.ABOVE_HEADLINE)
_LINKS = Label(FurnitureKind.RELATED, RuleName.LINKS)
_INSIDE = Label(FurnitureKind.OTHER, RuleName.INSIDE_BODY)
_OUTSIDE = Label(FurnitureKind.OTHER, RuleName.OUTSIDE_BODY)


def folded_box(draft: Draft, index: int, block: Block) -> Label | None:
    """A box of furniture that was taken as one block, its lines parted by line feeds."""
    return _FOLDED[draft.region.hints[block[2]]] if "\n" in block[0] else None


def believed_box(draft: Draft, index: int, block: Block) -> Label | None:
    """What stands in a box of a name that no words in it can outweigh."""
    return _BELIEVED.get(draft.region.hints[block[2]])


def line_outside(draft: Draft, index: int, block: Block) -> Label | None:
    """A line that says what it is; one above the body is none of the story's fields."""
    rule = draft.region.told[index]
    return rule.label if rule and (draft.first <= index or type(rule.kind) is FurnitureKind) else None


def caption_outside(draft: Draft, index: int, block: Block) -> Label | None:
    """A caption, from the headline to shortly after the body."""
    region, box = draft.region, block[2]
    is_near = draft.headline < index or draft.first <= index <= draft.last + _CAPTION_REACH
    return _CAPTION if region.hints[box] is None and is_near and region.is_caption(box) else None


def lone_line_above_headline(draft: Draft, index: int, block: Block) -> Label | None:
    """A line of four words or more above the headline whose neighbours hang in other boxes: no menu, no list."""
    if draft.region.hints[block[2]] not in _ALONE_ABOVE:
        return None
    if block[1] not in _CALL_OUT_TAGS or block[0].count(" ") < _CALL_OUT_WORDS - 1:
        return None
    blocks, boxes = draft.page.blocks, draft.page.boxes
    parent = boxes[block[2]].parent
    near = [blocks[i] for i in (index - 1, index + 1) if 0 <= i < len(blocks)]
    is_alone = all(
        other.box != block.box and ("\n" in other.text or boxes[other.box].parent != parent) for other in near
    )
    return _CALL_OUT if is_alone else None


def doubted_box(draft: Draft, index: int, block: Block) -> Label | None:
    """What stands in any other box that is named as furniture. A headline that is a link in a sidebar is left to the rule of links."""
    if draft.region.hints[block[2]] is FurnitureKind.WIDGET and index > draft.headline and _is_teaser(block):
        return None
    return _DOUBTED.get(draft.region.hints[block[2]])


def _is_teaser(block: Block) -> bool:
    """True for a link of some words: menus have one or two."""
    return block[5] * 5 >= len(block[0]) * 4 and block[0].count(" ") >= _TEASER_SPACES


_TEASER_SPACES = 2


def agency_alone(draft: Draft, index: int, block: Block) -> Label | None:
    """An agency's name or sign on a line of its own, shortly after the body."""
    is_near = draft.last < index <= draft.last + _CREDIT_REACH and block[1] not in HEADINGS
    return _AGENCY if is_near and is_agency(block[0]) else None


def kicker_above_headline(draft: Draft, index: int, block: Block) -> Label | None:
    """A line in a box that is named for a kicker, close above the headline."""
    is_near = index >= draft.headline - _KICKER_REACH and len(block[0]) < _KICKER_LENGTH
    return _KICKER if is_near and says(draft.page.boxes[block[2]].name, BoxField.KICKER) else None


def line_in_headlines_box(draft: Draft, index: int, block: Block) -> Label | None:
    """A short line right above the headline, in the box that holds the headline and in none of its own: inline elements have no
    box, and a kicker is often one."""
    if index != draft.headline - 1 or len(block[0]) >= _CAPITALS_LENGTH or block[0].count(" ") >= _KICKER_SPACES:
        return None
    box = draft.page.boxes[draft.page.blocks[draft.headline].box].parent
    if block[2] != box or box <= 0 or draft.region.hints[box] is not None or _NO_KICKER.search(block[0]):
        return None
    if any("/category/" in span.href or "/tag/" in span.href for span in block.links):
        return None  # where it is filed
    return None if begins_byline(block[0]) or is_dated(block[0]) else _LINE_IN_BOX


_LINE_IN_BOX = Label(FieldKind.KICKER, RuleName.LINE_IN_HEADLINES_BOX)
_KICKER_SPACES = 4
_NO_KICKER = late(
    r"[>»›/|<«‹←→:\d]|^(?:home|menu|search|back|share|print|skip|news|blog|close|zurück|startseite|suche|accueil|retour|inicio|volver|início|voltar)\b",
    re.I,
)
"""Breadcrumbs, tools and ways back."""


def capitals_above_headline(draft: Draft, index: int, block: Block) -> Label | None:
    """A short line in capitals right above the headline."""
    is_near = index == draft.headline - 1 and len(block[0]) < _CAPITALS_LENGTH and not block.linked
    return _CAPITALS if is_near and block[0].isupper() else None


def above_headline(draft: Draft, index: int, block: Block) -> Label | None:
    """All else above the headline."""
    return _ABOVE


def links(draft: Draft, index: int, block: Block) -> Label | None:
    """A block that is links for the most part."""
    return _LINKS if block[5] * 2 > len(block[0]) else None


def byline_outside(draft: Draft, index: int, block: Block) -> Label | None:
    """A line in a box that is named a byline's, no further than shortly after the body."""
    is_near = len(block[0]) < _BYLINE_LENGTH and index <= draft.last + _BYLINE_REACH
    is_byline = is_near and says(draft.page.boxes[block[2]].name, BoxField.BYLINE)
    return byline(RuleName.NAMED_BYLINE, block) if is_byline else None


def inside_body(draft: Draft, index: int, block: Block) -> Label | None:
    """All else between the body's first block and its last."""
    return _INSIDE


def outside_body(draft: Draft, index: int, block: Block) -> Label | None:
    """All else."""
    return _OUTSIDE
