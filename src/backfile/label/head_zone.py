"""What stands between the headline and the body: dek, byline, stamp, captions."""

from backfile.label.head_lines import BARE_NAME, begins_byline, is_dated, is_subhead
from backfile.label.story_region import Region
from backfile.model.label import BodyKind, FieldKind, FurnitureKind, Label
from backfile.model.page import Page
from backfile.page.box_names import says

_DEK_TAGS = frozenset(("h2", "h3", "h4", "p", "td", "div"))
_DEK_LENGTH = 55
_BYLINE_LENGTH = 200
_STAMP_LENGTH, _NAMED_STAMP_LENGTH = 80, 160


def head_zone_label(page: Page, region: Region, index: int, first: int) -> Label:
    """The label of a block after the headline and before the body's first block."""
    block = page.blocks[index]
    text, size = block.text, len(block.text)
    rule = region.told[index]
    if rule is not None:
        return Label(rule.kind, rule.name)
    box = page.boxes[block.box]
    names = [name for name in (box.name, page.boxes[max(box.parent, 0)].name) if name]
    if region.is_caption(block.box) or _say(names, "caption"):
        return Label(BodyKind.CAPTION, "caption")
    if size < _BYLINE_LENGTH and begins_byline(text) and not is_subhead(block):
        return Label(FieldKind.BYLINE, "by")
    if size < _BYLINE_LENGTH and _say(names, "byline"):
        return Label(FieldKind.BYLINE, "named-byline")
    if size < _NAMED_STAMP_LENGTH and is_dated(text) and (size < _STAMP_LENGTH or _say(names, "stamp")):
        return Label(FieldKind.STAMP, "dated-line")
    if index + 1 == first and BARE_NAME.match(text):
        return Label(FieldKind.BYLINE, "name-before-body")
    if _say(names, "dek") or (size > _DEK_LENGTH and block.tag in _DEK_TAGS and block.linked * 2 < size):
        return Label(FieldKind.DEK, "dek-in-head")
    return Label(FurnitureKind.BYLINE_BOX, "head-zone")


def _say(names: list[str], field: str) -> bool:
    return any(says(name, field) for name in names)
