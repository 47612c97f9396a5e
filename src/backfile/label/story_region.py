"""Where the story is: the box that holds most of the page's prose, and the blocks of it that are prose."""

from backfile.label.box_kinds import BUILDERS_WORDS, HEARD, Hints, hint_teasers, read_hints
from backfile.label.captions import Captions
from backfile.label.line_label import block_label
from backfile.lexicon.wide_scripts import FIRST_WIDE, is_wide, is_without_stops
from backfile.model.label import FurnitureKind
from backfile.model.page import Block, Page
from backfile.page.box_fields import BoxField, says

_PROSE_LENGTH = 80
_TEXT_TAGS = frozenset(("p", "li", "h1", "h2", "h3", "h4", "blockquote", "pre", "figcaption", "dd"))
_LEAST_PROSE = 25
_SHORT_SENTENCE = 45
_FULL_STOPS = (".", "!", "?", "。", "؟", "।", '."', ".”", '!"', '?"', "?”", "!”")
_SENTENCE_ENDS = (
    ".",
    "!",
    "?",
    "”",
    '"',
    "’",
    "»",
    "…",
    "。",
    "！",
    "？",
    "」",
    "؟",
    "।",
    ":",
    "۔",
    ")",
    "។",
    "။",
    "።",
    "՝",
    "։",
)
_LONGEST_WORD = 200
"""Code points: no word of a language in Latin letters is so long, and a long address is not."""
_LEAST_SHARE = 0.25
_HEAVY, _NAMED_HEAVY = 0.75, 0.4
"""Share of a box's prose with which the story is looked for in a box inside it; in one that is named for the story."""
_BEGUN = 2


def prose_length(block: Block) -> int:
    """How much of a block reads as sentences: its length in letters, nothing when it is mostly links or no sentence."""
    text = block.text
    size = len(text)
    if size < _LEAST_PROSE or block.linked * 2 > size:
        return 0
    if text[size // 2] >= FIRST_WIDE and is_wide(text):
        size *= 3
    if size > _LONGEST_WORD and " " not in text[:_LONGEST_WORD] and text.isascii():
        return 0  # what a script is to set in place, in base64
    if size >= _PROSE_LENGTH and (size > 3 * _PROSE_LENGTH or text.endswith(_SENTENCE_ENDS) or is_without_stops(text)):
        return size - block.linked
    if size >= _SHORT_SENTENCE and not block.linked and text.endswith(_FULL_STOPS):
        return size // 2
    return 0


class Region:
    """What the boxes of a page hold."""

    __slots__ = ("captions", "hints", "inside_main", "main", "mass", "parents", "prose", "prose_blocks", "tags", "told")

    def __init__(self, page: Page) -> None:
        self.parents = [box[0] for box in page.boxes]
        """Per box: the box around it; a box comes after the one around it."""
        self.prose = [prose_length(block) if len(block[0]) >= _LEAST_PROSE else 0 for block in page.blocks]
        """Per block: its prose length."""
        self.prose_blocks = [index for index, prose in enumerate(self.prose) if prose]
        """The blocks that have any."""
        self.mass = self._mass(page)
        """Per box: prose in it and below."""
        self.hints: Hints = read_hints(page, self.mass)
        """Per box: the furniture that it or a box around it is, by its names."""
        if self._unhinted(page) < self.mass[0] * _LEAST_SHARE:
            self.hints = read_hints(page, self.mass, BUILDERS_WORDS)
        self.tags = {box[1] for box in page.boxes}
        """The elements that the page's boxes are."""
        if "article" in self.tags:
            hint_teasers(page, self.mass, self.hints)
        self.main = self._main(page)
        """The index of the box that holds the story."""
        self.inside_main = self._below(self.main)
        """Per box: whether it is that box or inside it."""
        self.told = [block_label(block) if self.hints[block[2]] in HEARD else None for block in page.blocks]
        """Per block: the rule of lines that says what it is; None for those that are not asked."""
        self.captions = Captions(page, self.hints, self.tags)

    def _mass(self, page: Page) -> list[int]:
        mass = [0] * len(page.boxes)
        for index in self.prose_blocks:
            mass[page.blocks[index].box] += self.prose[index]
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
        return sum(self.prose[index] for index in self.prose_blocks if not self.hints[page.blocks[index].box])

    def is_caption(self, box: int) -> bool:
        """Whether a box is a caption."""
        return self.captions.hold(box)

    def hint(self, box: int, kind: FurnitureKind) -> None:
        """Take a box, and all in it, for furniture of a kind."""
        inside = self._below(box)
        self.hints = [kind if inside[at] else hint for at, hint in enumerate(self.hints)]

    def _main(self, page: Page) -> int:
        """From the root down, into the box that holds nearly all unhinted prose, or that its makers call the story's body."""
        good = [0] * len(page.boxes)
        own: dict[int, list[int]] = {}
        for index in self.prose_blocks:
            block = page.blocks[index]
            if self.hints[block.box] is None:
                good[block.box] += self.prose[index]
                if block.tag == "p":
                    own.setdefault(self.parents[block.box], []).append(block.box)
        self._carry_up(good)
        children: dict[int, list[int]] = {}
        for index, amount in enumerate(good):
            if amount and index:
                children.setdefault(self.parents[index], []).append(index)
        at = 0
        while at in children:
            heaviest = max(children[at], key=good.__getitem__)
            if good[heaviest] < _HEAVY * good[at] and not self._is_named(page, heaviest, children[at], good):
                break
            if page.boxes[heaviest].tag in _TEXT_TAGS:
                break
            if sum(1 for box in own.get(at, ()) if box < heaviest) >= _BEGUN:
                break  # the story has begun: the box is what is shown to subscribers, say
            at = heaviest
        return at

    def _is_named(self, page: Page, box: int, beside: list[int], good: list[int]) -> bool:
        """Whether a box is named for the story's text and holds much of what stands around it, and the story does not go on in
        another box of the same name."""
        if not says(page.boxes[box].name, BoxField.STORY) or good[box] <= _NAMED_HEAVY * good[self.parents[box]]:
            return False
        mine = page.boxes[box][1:3]
        return all(page.boxes[other][1:3] != mine for other in beside if other != box)

    def end_at(self, page: Page, end: int) -> None:
        """Look for the story among the blocks before `end`: what comes after is another's."""
        for index in self.prose_blocks:
            if index >= end:
                self.prose[index] = 0
        self.prose_blocks = [index for index in self.prose_blocks if index < end]
        self.mass = self._mass(page)
        self.main = self._main(page)
        self.inside_main = self._below(self.main)

    def move_under(self, page: Page, headline: int) -> bool:
        """Look for the story under the headline, where most of the page's prose is not the story's: comments, say, or a sidebar.
        False where nothing changes."""
        for index in self.prose_blocks:
            box = page.blocks[index].box
            if index > headline and self.hints[box] is None and self.told[index] is None:
                if self.inside_main[box]:
                    return False
                self.move_to(self.parents[box])
                return True
        return False

    def move_to(self, box: int) -> None:
        """Take a box for the story's."""
        self.main = box
        self.inside_main = self._below(box)
