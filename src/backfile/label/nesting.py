"""What stands inside what."""

from collections.abc import Iterator

from backfile.model.page import Page


def boxes_around(page: Page, box: int) -> Iterator[int]:
    """A box and those around it, inner ones first; not the root."""
    while box > 0:
        yield box
        box = page.boxes[box].parent


def is_inside(page: Page, box: int, outer: int) -> bool:
    """Whether a box is `outer` or stands inside it: a box comes after the one around it."""
    while box > outer:
        box = page.boxes[box].parent
    return box == outer


def nearest_boxes(page: Page, tags: frozenset[str]) -> list[int]:
    """Per box: the nearest box of one of these elements around it, itself too; 0 where there is none."""
    nearest = [0] * len(page.boxes)
    for index, (parent, tag, _, _) in enumerate(page.boxes):
        if index:
            nearest[index] = index if tag in tags else nearest[parent]
    return nearest
