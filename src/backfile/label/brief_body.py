"""The text of a story so short that the rest of its page has more prose: what stands under the headline, whatever its length."""

from collections.abc import Sequence

from backfile.label.head_lines import is_head_line
from backfile.label.nesting import boxes_around, is_inside
from backfile.label.page_claims import says_story
from backfile.label.story_region import Region
from backfile.model.label import FurnitureKind
from backfile.model.page import Page
from backfile.page.box_fields import BoxField, says

_LEAST = 60
"""Code points of a brief: a shorter text is a line of a list."""
_FEWEST = 2
"""Lines of a brief: one may be a dek."""
_MOST_BESIDE = 2500
"""Code points: four sidebars held 865 to 1,964; a text of more was the story itself, in a layout named for its sidebar."""


def named_brief(page: Page, flags: Sequence[bool]) -> list[bool]:
    """A story of short lines, where nothing reads as prose: what stands in the box that is named for the story's text."""
    letters: dict[int, int] = {}
    for index, inside in enumerate(flags):
        block = page.blocks[index]
        if inside and not is_head_line(block.text):
            box = next((box for box in boxes_around(page, block.box) if says(page.boxes[box].name, BoxField.STORY)), 0)
            letters[box] = letters.get(box, 0) + len(block.text) - 2 * block.linked
    letters.pop(0, None)
    story = max(letters, key=letters.__getitem__, default=0)
    if letters.get(story, 0) < _LEAST:
        return [False] * len(flags)
    return [
        inside and is_inside(page, block.box, story) and not is_head_line(block.text)
        for inside, block in zip(flags, page.blocks, strict=True)
    ]


def is_beside_the_story(page: Page, headline: int, body: Sequence[bool]) -> bool:
    """Whether a page says that it is a story, and all that was taken for its text stands in boxes that are named for what is beside
    one, or nothing was taken: the text is a brief, then."""
    around = set(boxes_around(page, page.blocks[headline].box))
    taken = sum(len(block.text) for block, inside in zip(page.blocks, body, strict=True) if inside)
    return (
        taken <= _MOST_BESIDE and all(_beside(page, box, around) for box in _boxes_of(page, body)) and says_story(page)
    )


def believe_names(page: Page, region: Region, headline: int, body: Sequence[bool]) -> None:
    """Take the boxes beside the story for what their names say, for all that most of the page's prose is in them."""
    around = set(boxes_around(page, page.blocks[headline].box))
    for box in _boxes_of(page, body):
        region.hint(_beside(page, box, around), FurnitureKind.WIDGET)


def _boxes_of(page: Page, body: Sequence[bool]) -> set[int]:
    return {page.blocks[index].box for index, inside in enumerate(body) if inside}


def _beside(page: Page, box: int, around: set[int]) -> int:
    """The widest box around one that is named for what is beside a story, of those that do not hold the headline; 0 for none, and
    where another is named for a story's text."""
    found = 0
    for one in boxes_around(page, box):
        _, tag, name, _ = page.boxes[one]
        if one in around:
            break
        if tag == "article" or says(name, BoxField.STORY):
            return 0
        if tag == "aside" or any(says(name, field) for field in _BESIDE):
            found = one
    return found


_BESIDE = (BoxField.SIDEBAR, BoxField.OTHERS)


def under_headline(page: Page, region: Region, headline: int, flags: Sequence[bool]) -> list[bool]:
    """The lines under the headline that stand side by side and say most, up to what comes beside the story or after it."""
    reach = [index for index in range(headline + 1, len(flags)) if flags[index]]
    around = set(boxes_around(page, page.blocks[headline].box))
    letters: dict[int, int] = {}
    near = []
    for index in reach:
        block = page.blocks[index]
        if _beside(page, block.box, around):
            break
        if not is_head_line(block.text):
            parent = page.boxes[block.box].parent
            letters[parent] = letters.get(parent, 0) + len(block.text) - 2 * block.linked
            near.append((index, parent))
    story = max(letters, key=letters.__getitem__, default=0)
    found = [False] * len(flags)
    if letters.get(story, 0) >= _LEAST and sum(parent == story for _, parent in near) >= _FEWEST:
        for index, parent in near:
            found[index] = parent == story
        region.move_to(story)
    return found
