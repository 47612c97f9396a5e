"""Where the story is: the box that holds most of the page's prose, and the blocks of it that are prose."""

import re

from backfile.label.lines import line_label
from backfile.model.label import FurnitureKind
from backfile.model.page import Block, Page
from backfile.page.names import TELLING_TAGS, furniture_hint, says

_PROSE_LENGTH = 80
_TEXT_TAGS = frozenset(("p", "li", "h1", "h2", "h3", "h4", "blockquote", "pre", "figcaption", "dd"))
_SHORT_SENTENCE = 45
_FULL_STOPS = (".", "!", "?", "。", "؟", "।", '."', ".”", '!"', '?"', "?”", "!”")
_MAJORITY = 0.5
_MOST_HIDDEN = 0.15
"""A box that is hidden at first may hold the rest of the story, behind "read on": it is believed to be none where it is small."""
_SENTENCE_ENDS = (".", "!", "?", "”", '"', "’", "»", "…", "。", "！", "？", "」", "؟", "।", ":", "۔", ")")
_LEAST_SHARE = 0.25
_BUILDERS_WORDS = frozenset((FurnitureKind.WIDGET, FurnitureKind.PROMO, FurnitureKind.MEDIA, FurnitureKind.RELATED))
"""Hints that are not believed where they leave next to no prose: page builders call each part of a story a widget."""
_HEARD = frozenset((None, FurnitureKind.WIDGET, FurnitureKind.PROMO))
_NAME_REACH = 3
"""A box's name speaks for so many boxes, its own included."""
_EVERYWHERE = 100
_MOST_IN_TEASERS = 0.25
_WHOLE = frozenset(("html", "body", "main"))
_ALWAYS = frozenset((FurnitureKind.COMMENTS, FurnitureKind.REPLAY_BANNER))
_HOLD_A_HEADLINE = frozenset(
    (FurnitureKind.NAVIGATION, FurnitureKind.FOOTER, FurnitureKind.REPLAY_BANNER, FurnitureKind.OTHER)
)
_LEAST_TEXT = 200
_BEGUN = 2
_FIGURE = re.compile(r"(?:Abbildung|Abb\.|Figure|Fig\.|Figura|Figur|Grafik)(?: ?\d{1,2}[a-z]?[:.] |: ).{0,300}$", re.I)
"""A caption by its own words, where no box says so: "Figure 4: ..."."""
_FIRST_OF_FIGURE = frozenset("AFGafg")
_COOKIE = FurnitureKind.COOKIE_NOTICE


def is_wide(text: str) -> bool:
    """True for scripts that set words without spaces: a character there says as much as three letters."""
    return "\u2e80" <= text[len(text) // 2] <= "\u9fff" or "\uac00" <= text[len(text) // 2] <= "\ud7a3"


def prose_length(block: Block) -> int:
    """How much of a block reads as sentences: its length in letters, nothing when it is mostly links or no sentence."""
    text = block.text
    size = len(text)
    if size < 25 or block.linked * 2 > size:
        return 0
    if is_wide(text):
        size *= 3
    if size >= _PROSE_LENGTH and (text.endswith(_SENTENCE_ENDS) or size > 3 * _PROSE_LENGTH):
        return size - block.linked
    if size >= _SHORT_SENTENCE and text.endswith(_FULL_STOPS) and not block.linked:
        return size // 2
    return 0


class Region:
    """What the boxes of a page hold."""

    __slots__ = ("captions", "hints", "inside_main", "main", "mass", "parents", "prose", "told")

    def __init__(self, page: Page) -> None:
        boxes = page.boxes
        self.parents = [box[0] for box in boxes]
        """Per box: the box around it; a box comes after the one around it."""
        self.prose = [prose_length(block) for block in page.blocks]
        """Per block: its prose length."""
        self.mass = self._mass(page)
        """Per box: prose in it and below."""
        self.hints: list[FurnitureKind | None] = self._hints(page, frozenset())
        """Per box: the furniture that it or a box around it is, by its names."""
        if self._unhinted(page) < self.mass[0] * _LEAST_SHARE:
            self.hints = self._hints(page, _BUILDERS_WORDS)
        self._hint_teasers(page)
        self.main = self._main(page)
        """The index of the box that holds the story."""
        self.inside_main = self._below(self.main)
        """Per box: whether it is that box or inside it."""
        self.told = [line_label(block.text) if self.hints[block.box] in _HEARD else None for block in page.blocks]
        """Per block: the rule of lines that says what it is; not asked of blocks whose box's name is believed over their words."""
        self.captions = self._captions(page)
        """Per box: whether it is a caption, by its element or by names on it or on the two boxes around it."""

    def _mass(self, page: Page) -> list[int]:
        mass = [0] * len(page.boxes)
        for block, prose in zip(page.blocks, self.prose, strict=True):
            if prose:
                mass[block.box] += prose
        self._carry_up(mass)
        return mass

    def _carry_up(self, amounts: list[int]) -> None:
        """What each box holds is in the boxes around it too."""
        parents = self.parents
        for index in range(len(amounts) - 1, 0, -1):
            if amounts[index]:
                amounts[parents[index]] += amounts[index]

    def _below(self, box: int) -> list[bool]:
        inside = [False] * len(self.parents)
        inside[box] = True
        for index in range(box + 1, len(inside)):
            if inside[self.parents[index]]:
                inside[index] = True
        return inside

    def _unhinted(self, page: Page) -> int:
        hints = self.hints
        return sum(
            prose for block, prose in zip(page.blocks, self.prose, strict=True) if prose and not hints[block.box]
        )

    def _hints(self, page: Page, unbelieved: frozenset[FurnitureKind]) -> list[FurnitureKind | None]:
        """A name that would make most of the page's prose furniture is not believed (a body of class "has-comments")."""
        hints: list[FurnitureKind | None] = [None] * len(page.boxes)
        most, least = self.mass[0] * _MAJORITY, self.mass[0] * _MOST_HIDDEN
        of_headline = self._around_headline(page)
        for index, (parent, tag, name, _) in enumerate(page.boxes):
            if not index:
                continue
            if hints[parent] is not None:
                hints[index] = hints[parent]
            elif name or tag in TELLING_TAGS or tag == "footer":
                hint = furniture_hint(name, tag)
                if hint is None and tag == "footer" and not self._is_in_article(page, parent):
                    hint = FurnitureKind.FOOTER
                is_page = tag in _WHOLE or hint in unbelieved or (index in of_headline and hint not in _HOLD_A_HEADLINE)
                if (
                    hint is not None
                    and not is_page
                    and (
                        self.mass[index] <= (least if hint is FurnitureKind.OTHER else most)
                        or hint in _ALWAYS
                        or (hint is FurnitureKind.AUTHOR_BIO and "author" in name)
                        or (hint is _COOKIE and self.mass[index] < 0.8 * self.mass[0])
                    )
                ):
                    hints[index] = hint
        return hints

    def _around_headline(self, page: Page) -> set[int]:
        """The boxes that hold the page's first <h1> and text with it: whatever their names say, they are not apart from the story."""
        box = next((block.box for block in page.blocks if block.tag == "h1"), 0)
        around = set()
        while box > 0:
            if self.mass[box] >= _LEAST_TEXT:
                around.add(box)
            box = self.parents[box]
        return around

    def _hint_teasers(self, page: Page) -> None:
        """An <article> inside the story's own is a teaser of another story (HTML Standard, 4.3.2: a nested article is related to
        the one around it), where it is short. Not so the entries of a live blog, which hold much of the prose together."""
        boxes, mass, parents = page.boxes, self.mass, self.parents
        depth = [0] * len(boxes)
        nested = []
        for index, (parent, tag, _, _) in enumerate(boxes):
            if index:
                depth[index] = depth[parent] + (tag == "article")
                if tag == "article" and depth[index] > 1 and self.hints[index] is None:
                    nested.append(index)
        if not nested or sum(mass[index] for index in nested) > _MOST_IN_TEASERS * mass[0]:
            return
        teasers = set(nested)
        for index in range(nested[0], len(boxes)):
            if self.hints[index] is None and (index in teasers or parents[index] in teasers):
                self.hints[index] = FurnitureKind.RELATED
                teasers.add(index)

    def _is_in_article(self, page: Page, box: int) -> bool:
        """A story's own <footer> holds its credits and tags; the page's holds the site's."""
        while box > 0:
            if page.boxes[box].tag == "article":
                return True
            box = page.boxes[box].parent
        return False

    def _captions(self, page: Page) -> list[bool]:
        reach = [0] * len(page.boxes)
        for index, (parent, tag, name, _) in enumerate(page.boxes):
            around = reach[parent] if index else 0
            if tag == "figcaption" or around == _EVERYWHERE:
                reach[index] = _EVERYWHERE
            elif self.hints[index] in _HEARD and name and says(name, "caption"):
                reach[index] = _NAME_REACH
            elif around:
                reach[index] = around - 1
        for block in page.blocks:
            if block.tag == "p" and block.text[0] in _FIRST_OF_FIGURE and _FIGURE.match(block.text):
                reach[block.box] = 1
        return [left > 0 for left in reach]

    def _main(self, page: Page) -> int:
        """From the root down, into the box that holds nearly all unhinted prose, or that its makers call the story's body."""
        good = [0] * len(page.boxes)
        own: dict[int, list[int]] = {}
        for block, prose in zip(page.blocks, self.prose, strict=True):
            if prose and self.hints[block.box] is None:
                good[block.box] += prose
                if block.tag == "p":
                    own.setdefault(self.parents[block.box], []).append(block.box)
        self._carry_up(good)
        children: dict[int, list[int]] = {}
        for index, amount in enumerate(good):
            if index and amount:
                children.setdefault(self.parents[index], []).append(index)
        at = 0
        while at in children:
            heaviest = max(children[at], key=good.__getitem__)
            if good[heaviest] < 0.75 * good[at]:
                if not says(page.boxes[heaviest].name, "story") or good[heaviest] <= 0.4 * good[at]:
                    break
                mine = page.boxes[heaviest][1:3]
                if any(page.boxes[other][1:3] == mine for other in children[at] if other != heaviest):
                    break  # the story goes on in a box of the same name
            if page.boxes[heaviest].tag in _TEXT_TAGS:
                break
            if sum(1 for box in own.get(at, ()) if box < heaviest) >= _BEGUN:
                break  # the story has begun: the box is what is shown to subscribers, say
            at = heaviest
        return at

    def move_under(self, page: Page, headline: int) -> bool:
        """Look for the story under the headline, where most of the page's prose is not the story's: comments, say, or a sidebar.
        False where nothing changes."""
        for index in range(headline + 1, len(page.blocks)):
            block = page.blocks[index]
            if self.prose[index] and self.hints[block.box] is None and self.told[index] is None:
                if self.inside_main[block.box]:
                    return False
                self.main = self.parents[block.box]
                self.inside_main = self._below(self.main)
                return True
        return False
