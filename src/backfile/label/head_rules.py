"""What stands between the headline and the body: dek, byline, stamp, captions."""

from backfile.label.draft import Draft
from backfile.label.head_lines import BARE_NAME, begins_byline, is_dated, is_subhead
from backfile.late_pattern import late
from backfile.lexicon.read_byline import read_byline
from backfile.model.label import BodyKind, FieldKind, FurnitureKind, Label, RuleName
from backfile.model.page import Block
from backfile.page.box_fields import BoxField, says

_DEK_TAGS = frozenset(("h2", "h3", "h4", "p", "td", "div"))
_DEK_LENGTH = 55
_BYLINE_LENGTH = 200
_STAMP_LENGTH, _NAMED_STAMP_LENGTH = 80, 160
_CAPTION = Label(BodyKind.CAPTION, RuleName.CAPTION)
_STAMP = Label(FieldKind.STAMP, RuleName.DATED_LINE)
_DEK = Label(FieldKind.DEK, RuleName.DEK_IN_HEAD)
_ELSE = Label(FurnitureKind.BYLINE_BOX, RuleName.HEAD_ZONE)
NAMED = {kind: Label(kind, RuleName.BOX_NAME) for kind in FurnitureKind}
"""The label of a block by the kind of furniture that its box's name says."""


def byline(rule: RuleName, block: Block) -> Label:
    """The label of a byline, with whom it names."""
    return Label(FieldKind.BYLINE, rule, read_byline(block))


def line_in_head(draft: Draft, index: int, block: Block) -> Label | None:
    """A line that says what it is. In a box that is named as furniture it is a field of the story's only by a byline's name."""
    rule = draft.region.told[index]
    if rule is None or (type(rule.kind) is not FurnitureKind and _is_closed(draft, block)):
        return None
    return rule.label


def box_in_head(draft: Draft, index: int, block: Block) -> Label | None:
    """What stands in a box that is named as furniture, unless it is named a byline too."""
    return NAMED[hint] if (hint := draft.region.hints[block[2]]) is not None and _is_closed(draft, block) else None


def _is_closed(draft: Draft, block: Block) -> bool:
    return draft.region.hints[block[2]] is not None and not says(draft.page.boxes[block[2]].name, BoxField.BYLINE)


def caption_in_head(draft: Draft, index: int, block: Block) -> Label | None:
    """A caption by its element or its box, or the name of the one around it; no line in a box that is named its author's."""
    if _is_named(draft, block, BoxField.CAPTION):
        return _CAPTION
    is_caption = draft.region.is_caption(block[2])
    return (
        _CAPTION if is_caption and (block[1] == "figcaption" or not _is_named(draft, block, BoxField.AUTHOR)) else None
    )


def by(draft: Draft, index: int, block: Block) -> Label | None:
    """A line that begins as bylines do."""
    is_byline = len(block[0]) < _BYLINE_LENGTH and begins_byline(block[0]) and not is_subhead(block)
    return byline(RuleName.BY, block) if is_byline else None


def named_byline(draft: Draft, index: int, block: Block) -> Label | None:
    """A line in a box that is named a byline's or an author's."""
    is_named = len(block[0]) < _BYLINE_LENGTH and _is_named(draft, block, BoxField.BYLINE)
    return byline(RuleName.NAMED_BYLINE, block) if is_named else None


def dated_line(draft: Draft, index: int, block: Block) -> Label | None:
    """A short line with a day or a time in it; a longer one in a box that is named for a stamp."""
    size = len(block[0])
    if size >= _NAMED_STAMP_LENGTH or not is_dated(block[0]) or _is_dek_with_a_year(draft, block):
        return None
    return _STAMP if size < _STAMP_LENGTH or _is_named(draft, block, BoxField.STAMP) else None


def _is_dek_with_a_year(draft: Draft, block: Block) -> bool:
    """True for a sentence in a box of its own that is named for a dek: "A chair left there since 1988 has been claimed"."""
    if block[0].count(" ") < _DEK_SPACES or not _is_named(draft, block, BoxField.DEK):
        return False
    return not says(draft.page.boxes[block[2]].name, BoxField.STAMP)


_DEK_SPACES = 5


def points_in_head(draft: Draft, index: int, block: Block) -> Label | None:
    """An item of a list of sentences: what sums a story up stands over its byline as well as under it."""
    blocks, boxes = draft.page.blocks, draft.page.boxes
    if not _is_point(block):
        return None
    around = boxes[block.box].parent
    beside = (blocks[at] for at in (index - 1, index + 1) if 0 <= at < len(blocks))
    return _POINT if any(_is_point(one) and boxes[one.box].parent == around for one in beside) else None


def _is_point(block: Block) -> bool:
    return block.tag == "li" and not block.links and block.text.count(" ") >= _POINT_SPACES and not is_dated(block.text)


_POINT_SPACES = 4
_POINT = Label(FieldKind.DEK, RuleName.POINTS_AT_HEAD)


def name_before_body(draft: Draft, index: int, block: Block) -> Label | None:
    """A name alone on the line before the text."""
    is_name = index + 1 == draft.first and BARE_NAME.match(block[0])
    return byline(RuleName.NAME_BEFORE_BODY, block) if is_name else None


def dek_in_head(draft: Draft, index: int, block: Block) -> Label | None:
    """A line in a box that is named for a dek, or one long enough to be a sentence."""
    if _is_named(draft, block, BoxField.DEK):
        return _DEK
    size = len(block[0])
    if block[1] not in _DEK_TAGS or block.linked * 2 >= size:
        return None
    return _DEK if size > _DEK_LENGTH or _is_under_headline(draft, index, block) else None


def _is_under_headline(draft: Draft, index: int, block: Block) -> bool:
    """True for a shorter sentence right under the headline, and a byline or a stamp right after it."""
    if index != draft.headline + 1 or is_dated(block[0]) or BARE_NAME.match(_FIRST_MARK.split(block[0], maxsplit=1)[0]):
        return False
    after = draft.page.blocks[index + 1].text if index + 1 < draft.first else ""
    is_alone = block[0].count(" ") >= _SHORT_DEK_SPACES and not block.links
    return (
        is_alone
        and len(after) < _BYLINE_LENGTH
        and (begins_byline(after) or is_dated(after) or BARE_NAME.match(after) is not None)
    )


_SHORT_DEK_SPACES = 4
_FIRST_MARK = late(r", | [—–|-] ")


def head_zone(draft: Draft, index: int, block: Block) -> Label | None:
    """What else stands around the byline."""
    return _ELSE


def _is_named(draft: Draft, block: Block, field: BoxField) -> bool:
    """Whether the block's box or the one around it is named for a field."""
    boxes = draft.page.boxes
    parent, _, name, _ = boxes[block[2]]
    if name and says(name, field):
        return True
    around = boxes[max(parent, 0)].name
    return around != "" and says(around, field)
