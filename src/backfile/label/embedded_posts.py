"""Posts of other people's that are shown in a story: told by the networks' own class names and by how they sign."""

import re

from backfile.label.draft import Draft
from backfile.label.story_region import Region
from backfile.model.label import FurnitureKind, Label, RuleName
from backfile.model.page import Page
from backfile.page.box_fields import BoxField, says

_POST = Label(FurnitureKind.MEDIA, RuleName.EMBEDDED_POST)
_SIGNED = re.compile(r"^\s*[—–-]{1,2} .{1,80}\(@\w{1,30}\).{0,40}$")


def embedded_posts(draft: Draft) -> None:
    """Give their label to posts of other people's, shown in the story."""
    for index in _posts(draft.page, draft.region):
        draft.give(index, _POST)


def _posts(page: Page, region: Region) -> set[int]:
    """Blocks of posts of other people's, shown in the story: by the networks' own class names and by how they sign."""
    boxes, hints = page.boxes, region.hints
    of_a_kind = {box[2] for box, hint in zip(boxes, hints, strict=True) if hint is None and box[1] in _POST_TAGS}
    names = {name for name in of_a_kind if name and says(name, BoxField.EMBEDDED)}
    found = set()
    if names:
        theirs = {
            i for i, (_, tag, name, _) in enumerate(boxes) if name in names and tag in _POST_TAGS and hints[i] is None
        }
        for index, block in enumerate(page.blocks):
            parent = max(boxes[block.box].parent, 0)
            if not theirs.isdisjoint((block.box, parent, boxes[parent].parent)):
                found.add(index)
    for block in page.blocks:
        if block[0][0] in "—–-" and _SIGNED.match(block.text):
            box = max(boxes[block.box].parent, 0) if boxes[block.box].tag == "p" else block.box
            found.update(i for i, other in enumerate(page.blocks) if boxes[other.box].parent == box or other.box == box)
    return found


_POST_TAGS = frozenset(("blockquote", "div", "figure", "section"))
