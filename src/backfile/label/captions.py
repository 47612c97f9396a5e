"""Which boxes are captions: by their element, by names on them or close around them, by their own words."""

import re

from backfile.label.hints import HEARD, Hints
from backfile.model.page import Page
from backfile.page.names import says

_NAME_REACH = 3
"""A box's name speaks for so many boxes, its own included."""
_FIGURE = re.compile(r"(?:Abbildung|Abb\.|Figure|Fig\.|Figura|Figur|Grafik)(?: ?\d{1,2}[a-z]?[:.] |: ).{0,300}$", re.I)
"""A caption by its own words, where no box says so: "Figure 4: ..."."""
_FIRST_OF_FIGURE = "AFGafg"


class Captions:
    """The captions of a page, looked for when asked for."""

    __slots__ = ("boxes", "hints", "in_element", "known")

    def __init__(self, page: Page, hints: Hints, tags: set[str]) -> None:
        """`tags` are the elements that the page's boxes are."""
        self.boxes, self.hints = page.boxes, hints
        self.in_element = self._elements() if "figcaption" in tags else None
        """Per box: whether it is a <figcaption> or inside one; None where the page has none."""
        self.known: list[dict[int, bool]] = [{} for _ in range(_NAME_REACH + 1)]
        """By how many boxes are looked at, per box: what was found."""
        for block in page.blocks:
            if block[1] == "p" and block[0][0] in _FIRST_OF_FIGURE and _FIGURE.match(block[0]):
                self.known[_NAME_REACH][block[2]] = True

    def _elements(self) -> list[bool]:
        inside = [False] * len(self.boxes)
        for index, (parent, tag, _, _) in enumerate(self.boxes):
            inside[index] = tag == "figcaption" or (index > 0 and inside[parent])
        return inside

    def hold(self, box: int) -> bool:
        """Whether a box is a caption."""
        if self.in_element is not None and self.in_element[box]:
            return True
        return self._is_named(box, _NAME_REACH)

    def _is_named(self, box: int, reach: int) -> bool:
        known = self.known[reach]
        found = known.get(box)
        if found is None:
            parent, _, name, _ = self.boxes[box]
            found = (name != "" and self.hints[box] in HEARD and says(name, "caption")) or (
                reach > 1 and box > 0 and self._is_named(parent, reach - 1)
            )
            known[box] = found
        return found
