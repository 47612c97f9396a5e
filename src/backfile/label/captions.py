"""Which boxes are captions: by their element, by names on them or close around them, by their own words."""

import re
from itertools import islice

from backfile.label.box_kinds import HEARD, Hints
from backfile.label.nesting import boxes_around, is_inside
from backfile.late_pattern import late
from backfile.model.page import Page
from backfile.page.box_fields import BoxField, says

_FIGURE = re.compile(r"(?:Abbildung|Abb\.|Figure|Fig\.|Figura|Figur|Grafik)(?: ?\d{1,2}[a-z]?[:.] |: ).{0,300}$", re.I)
"""A caption by its own words, where no box says so: "Figure 4: ..."."""
_FIRST_OF_FIGURE = "AFGafg"


class Captions:
    """The captions of a page, looked for when asked for."""

    __slots__ = ("_bare", "around", "boxes", "by_words", "hints", "in_element", "page", "pictured")

    def __init__(self, page: Page, hints: Hints, tags: set[str]) -> None:
        """`tags` are the elements that the page's boxes are."""
        self.page, self.boxes, self.hints = page, page.boxes, hints
        self.in_element = self._elements() if "figcaption" in tags else None
        """Per box: whether it is a <figcaption> or inside one; None where the page has none."""
        self.by_words = {
            block[2]
            for block in page.blocks
            if block[1] == "p" and block[0][0] in _FIRST_OF_FIGURE and _FIGURE.match(block[0])
        }
        """Boxes whose text says that it is one."""
        self.pictured = _picture_boxes(page, hints) if page.pictures else frozenset()
        """Boxes that are named for a picture, hold one, and little text."""
        self._bare: set[int] | None = None
        self.around: dict[int, bool] = {}
        """Whether a box or the one around it is named so: asked once for all that stands in it."""

    def _elements(self) -> list[bool]:
        inside = [False] * len(self.boxes)
        for index, (parent, tag, _, _) in enumerate(self.boxes):
            inside[index] = tag == "figcaption" or (index > 0 and inside[parent])
        return inside

    def hold(self, box: int) -> bool:
        """Whether a box is a caption: a name speaks for the box, those in it and those in these."""
        if (self.in_element is not None and self.in_element[box]) or box in self.by_words:
            return True
        parent = self.boxes[box][0]
        is_named = self._is_named(box) or box in self.pictured or parent in self.pictured or self._is_around(parent)
        return is_named and box not in self.bare

    @property
    def bare(self) -> set[int]:
        """Boxes of prose that no picture stands near: whatever names they have, they are no captions."""
        if self._bare is None:
            self._bare = _without_picture(self.page)
        return self._bare

    def _is_around(self, parent: int) -> bool:
        found = self.around.get(parent)
        if found is None:
            found = self.around[parent] = parent >= 0 and (
                self._is_named(parent) or (parent > 0 and self._is_named(self.boxes[parent][0]))
            )
        return found

    def _is_named(self, box: int) -> bool:
        name = self.boxes[box][2]
        return name != "" and self.hints[box] in HEARD and says(name, BoxField.CAPTION)


_PICTURE_NAME = late(
    r"(?<![a-z])(?:pics?|pictures?|photos?|fotos?|foto\w*|images?|img|bild(?:er)?|media|imagen(?:es)?|immagin[ei]|illustration|afbeelding|kuva|zdjecie)(?![a-z])"
)
_LONGEST_BESIDE, _MOST_BESIDE = 320, 3
"""Code points and blocks of what stands with a picture in its box: a caption and a credit or two. A longer text is a story's."""


def _picture_boxes(page: Page, hints: Hints) -> frozenset[int]:
    """The boxes around pictures that their names say are a picture's, where a caption and no more stands in them."""
    blocks, boxes = page.blocks, page.boxes
    found = set()
    for picture in page.pictures:
        if picture.block >= len(blocks):
            continue
        box = blocks[picture.block].box
        for at in (box, boxes[box].parent):
            name = boxes[at].name
            if (
                at > 0
                and name
                and hints[at] in HEARD
                and _PICTURE_NAME.search(name)
                and _is_short(page, picture.block, at)
            ):
                found.add(at)
        frame = picture.figure if picture.figure > 0 else _table_around(page, picture.block)
        if (
            frame > 0
            and hints[frame] in HEARD
            and blocks[picture.block].text.count(" ") >= _SPACES_IN_CAPTION
            and _is_short(page, picture.block, frame)
            and not any(boxes[at].tag == "blockquote" for at in range(frame, min(frame + _MOST_IN_FRAME, len(boxes))))
        ):
            found.update(
                at for at in range(frame, min(frame + _MOST_IN_FRAME, len(boxes))) if is_inside(page, at, frame)
            )
    return frozenset(found)


def _table_around(page: Page, index: int) -> int:
    """The table that holds this block and nothing else; 0 for none: old pages frame a picture and its caption so."""
    blocks = page.blocks
    for at in islice(boxes_around(page, blocks[index].box), _LEVELS):
        if page.boxes[at].tag == "table":
            beside = (blocks[one] for one in (index - 1, index + 1) if 0 <= one < len(blocks))
            return 0 if any(is_inside(page, one.box, at) for one in beside) else at
    return 0


_MOST_IN_FRAME, _LEVELS, _SPACES_IN_CAPTION = 12, 5, 2
"""Boxes of a frame that is short; from a caption up to its table; spaces in a caption: a partner's name under a logo has fewer."""


def _is_short(page: Page, first: int, box: int) -> bool:
    """Whether a box begins with this block and holds little text."""
    size = 0
    for index in range(first, min(first + _MOST_BESIDE + 1, len(page.blocks))):
        block = page.blocks[index]
        if not is_inside(page, block.box, box):
            return index > first and (first == 0 or not is_inside(page, page.blocks[first - 1].box, box))
        size += len(block.text)
        if size > _LONGEST_BESIDE:
            return False
    return False


def _without_picture(page: Page) -> set[int]:
    """The box whose text is prose, stands beside no picture, and goes on in boxes beside it that have no such name. Several
    boxes of prose that are named so are what their page calls captions."""
    near = {at for picture in page.pictures for at in range(picture.block - _REACH, picture.block + _REACH)}
    blocks, boxes = page.blocks, page.boxes
    prose = [at for at, block in enumerate(blocks) if len(block.text) >= _PROSE and block.text.endswith(_SENTENCE_ENDS)]
    named = [
        at
        for at in prose
        if _is_caption(boxes[blocks[at].box].name) or _is_caption(boxes[max(boxes[blocks[at].box].parent, 0)].name)
    ]
    if len(named) > 1:
        return set()
    others = set(prose) - set(named)
    return {blocks[at].box for at in named if at not in near and not others.isdisjoint((at + 1, at + 2))}


def _is_caption(name: str) -> bool:
    return name != "" and says(name, BoxField.CAPTION)


_PROSE, _REACH = 120, 3
"""Code points of a paragraph; blocks between a picture and its caption."""
_SENTENCE_ENDS = (".", "!", "?", ".”", "”", "。")
