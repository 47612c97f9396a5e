"""Posts of other people's that are shown in a story: told by the networks' own class names and by how they sign."""

import re
from collections.abc import Iterable

from backfile.label.draft import Draft
from backfile.label.story_region import Region
from backfile.model.label import BodyKind, FurnitureKind, Label, RuleName
from backfile.model.page import Block, Page
from backfile.page.box_fields import BoxField, says

_POST = Label(FurnitureKind.MEDIA, RuleName.EMBEDDED_POST)
_IN_FLOW = Label(BodyKind.EMBED, RuleName.EMBEDDED_POST)
_DASHES = "—–-"
_SIGNED = re.compile(r"^\s*[—–-]{1,2} .{1,80}\(@\w{1,30}\).{0,40}$")


def embedded_posts(draft: Draft) -> None:
    """Give their label to posts of other people's: one in the flow of the text is a part of the body, one beside it is furniture."""
    posts = _posts(draft.page, draft.region)
    body, prose = draft.body, draft.region.prose_blocks
    told = [at for at in prose if body[at] and at not in posts]
    first, last = (told[0], told[-1]) if told else (0, -1)
    for index in posts:
        draft.give(index, _IN_FLOW if first < index < last else _POST)


def _posts(page: Page, region: Region) -> set[int]:
    """Blocks of posts of other people's, shown in the story: by the networks' own class names and by how they sign."""
    signatures = (block for block in page.blocks if block[0][0] in _DASHES and _SIGNED.match(block.text))
    return _by_class(page, region) | _signed(page, signatures)


def _by_class(page: Page, region: Region) -> set[int]:
    """Blocks up to two boxes below one that a network's own class name names. A box that holds most of the page's prose is none: a
    writer who lives by posts may name the story's own so."""
    of_tags = {i: box[2] for i, box in enumerate(page.boxes) if box[1] in _POST_TAGS and region.hints[i] is None}
    names = {name for name in set(of_tags.values()) if name and says(name, BoxField.EMBEDDED)}
    theirs = {
        i for i, name in of_tags.items() if name in names and region.mass[i] <= _MOST_OF_PAGE * max(region.mass[0], 1)
    }
    return {index for index, block in enumerate(page.blocks) if _is_below(page, block, theirs)} if theirs else set()


def _is_below(page: Page, block: Block, boxes: set[int]) -> bool:
    parent = max(page.boxes[block.box].parent, 0)
    return not boxes.isdisjoint((block.box, parent, page.boxes[parent].parent))


def _signed(page: Page, signatures: Iterable[Block]) -> set[int]:
    """The blocks of the boxes that posts' signatures close: "— Ann Lee (@annlee) 3 May 2019"."""
    boxes = page.boxes
    signed = {max(boxes[one.box].parent, 0) if boxes[one.box].tag == "p" else one.box for one in signatures}
    if not signed:
        return set()
    return {i for i, other in enumerate(page.blocks) if other.box in signed or boxes[other.box].parent in signed}


_MOST_OF_PAGE = 0.5
"""A post is shorter than the story that shows it."""
_POST_TAGS = frozenset(("blockquote", "div", "figure", "section"))
