"""Which boxes of a page are furniture, by the names that their makers gave them and by where they stand."""

from backfile.label.line_label import line_label
from backfile.label.nesting import boxes_around
from backfile.late_pattern import late
from backfile.model.label import FurnitureKind
from backfile.model.page import Page
from backfile.page.box_names import TELLING_TAGS, furniture_hint
from backfile.page.unseen import UNSEEN_TAG, hides

Hints = list[FurnitureKind | None]
"""Per box: the furniture that it or a box around it is."""
BUILDERS_WORDS = frozenset((FurnitureKind.WIDGET, FurnitureKind.PROMO, FurnitureKind.MEDIA, FurnitureKind.RELATED))
"""Hints that are not believed where they leave next to no prose: page builders call each part of a story a widget."""
HEARD = (None, FurnitureKind.WIDGET, FurnitureKind.PROMO)
"""Hints of boxes whose blocks' own words are asked: the name is not believed over them."""
_MAJORITY = 0.5
_MOST_HIDDEN = 0.15
"""A box that is hidden at first may hold the rest of the story, behind "read on": it is believed to be none where it is small."""
_MOST_OF_CONSENT = 0.8
_MOST_IN_TEASERS = 0.25
_WHOLE = frozenset(("html", "body", "main"))
_ALWAYS = frozenset((FurnitureKind.COMMENTS, FurnitureKind.REPLAY_BANNER))
_HOLD_A_HEADLINE = frozenset(
    (FurnitureKind.NAVIGATION, FurnitureKind.FOOTER, FurnitureKind.REPLAY_BANNER, FurnitureKind.OTHER)
)
_HOLD_OTHERS = frozenset((FurnitureKind.FOOTER, FurnitureKind.WIDGET))
_TOLD_WITHIN = frozenset(
    (FurnitureKind.TAGS, FurnitureKind.NEWSLETTER, FurnitureKind.SHARE, FurnitureKind.RELATED, FurnitureKind.COMMENTS,
     FurnitureKind.AUTHOR_BIO)
)  # fmt: skip
"""What a box in a footer or a sidebar is by its own name."""
_LEAST_TEXT = 200


class Places:
    """Where boxes begin and end among the blocks: found for pages that hide some, or name the story's own for others."""

    __slots__ = ("_found", "_under_heading", "page")

    def __init__(self, page: Page) -> None:
        self.page = page
        self._under_heading: set[int] | None = None
        self._found: tuple[dict[int, int], dict[int, int]] | None = None

    def _ends(self) -> tuple[dict[int, int], dict[int, int]]:
        """Per box the first block in it, and the last."""
        if self._found is None:
            count = len(self.page.blocks)
            self._found = self._met(range(count)), self._met(range(count - 1, -1, -1))
        return self._found

    def _met(self, order: range) -> dict[int, int]:
        """The block with which each box is met first. Those around a box that was met were met too: no box is passed twice."""
        met: dict[int, int] = {}
        boxes, blocks = self.page.boxes, self.page.blocks
        for index in order:
            box = blocks[index][2]
            while box > 0 and box not in met:
                met[box] = index
                box = boxes[box][0]
        return met

    def _near_heading(self) -> set[int]:
        """The boxes around the blocks that come next after an <h1>: looked at first, as it costs least."""
        if self._under_heading is None:
            blocks = self.page.blocks
            headings = (at for at, block in enumerate(blocks) if block[1] == "h1")
            near = {at for heading in headings for at in range(heading + 1, min(heading + _HEAD + 1, len(blocks)))}
            self._under_heading = {box for at in near for box in boxes_around(self.page, blocks[at][2])}
        return self._under_heading

    def opens_story(self, box: int, mass: list[int]) -> bool:
        """Whether a box stands directly under the headline, before all prose, is text without a link, and the text goes on beside it."""
        if box not in self._near_heading():
            return False
        blocks, boxes = self.page.blocks, self.page.boxes
        first, last = self._ends()[0].get(box, -1), self._ends()[1].get(box, -1)
        heading = next((at for at in range(first - 1, max(first - _HEAD, -1), -1) if blocks[at].tag == "h1"), -1)
        if first <= 0 or heading < 0:
            return False
        held = blocks[first : last + 1]
        if (
            any(block.links or block.tag in _NO_STORY for block in held)
            or sum(len(one.text) for one in held) < _LEAST_OPENING
        ):
            return False
        if any(mass[blocks[at].box] and len(blocks[at].text) > _SENTENCE for at in range(heading + 1, first)):
            return False
        if any(line_label(block.text) is not None for block in held):
            return False
        around = boxes[box].parent
        end = self._ends()[1].get(around, last) if around else len(blocks) - 1
        return (
            sum(len(blocks[at].text) > _SENTENCE for at in range(last + 1, min(last + _HEAD, end + 1))) >= _FEWEST_AFTER
        )

    def is_read(self, box: int) -> bool:
        """Whether paragraphs without a link stand in the box, and an <h1> before it: no menu has them, a part that a menu leads to has."""
        blocks = self.page.blocks
        first, last = self._ends()[0].get(box, 0), self._ends()[1].get(box, -1)
        held = blocks[first : last + 1]
        read = sum(len(block.text) > _SENTENCE and block.linked * 4 < len(block.text) for block in held)
        return read >= _FEWEST_AFTER and read * 3 > len(held) and any(block.tag == "h1" for block in blocks[:first])

    def has_opener(self, box: int) -> bool:
        """Whether the line before the box may open it: a heading, a button, a short line that is no sentence after the text has begun."""
        before = self.page.blocks[: self._ends()[0].get(box, 0)]
        if not before:
            return False
        line = before[-1]
        if line.tag in _OPENERS:
            return True
        is_short = (
            len(line.text) < _OPENER_LENGTH and not line.linked and not line.text.endswith((".", "!", "”", '"', "»"))
        )
        return is_short and any(len(block.text) > _SENTENCE for block in before[-_NEAR:])

    def is_followed(self, box: int, mass: list[int]) -> bool:
        """Whether as much prose comes after the box, in the one around it, as is in it."""
        parent, boxes, blocks = self.page.boxes[box].parent, self.page.boxes, self.page.blocks
        last, end = self._ends()[1].get(box, 0), self._ends()[1].get(parent, len(blocks) - 1)
        after = {blocks[at].box for at in range(last + 1, end + 1)}
        return sum(mass[one] for one in after if not hides(boxes[one].name)) >= mass[box]


def read_hints(page: Page, mass: list[int], unbelieved: frozenset[FurnitureKind] = frozenset()) -> Hints:
    """The hints of a page's boxes, from the prose that each holds. A name that would make most of the page's prose furniture is
    not believed (a body of class "has-comments")."""
    boxes = page.boxes
    hints: Hints = [None] * len(boxes)
    of_headline = _around_headline(page, mass)
    places = Places(page)
    for index, (parent, tag, name, _) in enumerate(boxes[1:], start=1):
        if (around := hints[parent]) is not None:
            hints[index] = _within(around, name, tag)
        elif name or tag in TELLING_TAGS or tag == "footer":
            hint = furniture_hint(name, tag)
            if hint is None and tag == "footer" and not _is_in_article(page, parent):
                hint = FurnitureKind.FOOTER
            if hint is None or tag in _WHOLE or hint in unbelieved:
                continue
            if index in of_headline and hint not in _HOLD_A_HEADLINE:
                continue
            if tag != UNSEEN_TAG and _is_of_story(places, index, mass, hint):
                continue
            if tag == UNSEEN_TAG or _is_believed(hint, name, mass[index], mass[0]):
                hints[index] = hint
    return hints


def _is_of_story(places: Places, box: int, mass: list[int], hint: FurnitureKind) -> bool:
    """Whether a box is the story's for all that it is hidden, or named for other stories."""
    if hint is FurnitureKind.OTHER and hides(places.page.boxes[box].name):
        return not _is_unseen(places, box, mass)
    if hint is FurnitureKind.NAVIGATION:
        return mass[box] >= _LEAST_READ and places.page.boxes[box].tag not in TELLING_TAGS and places.is_read(box)
    return hint in _MISNAMED and places.opens_story(box, mass)


def _within(around: FurnitureKind, name: str, tag: str) -> FurnitureKind:
    """What a box in furniture is: what that is, but for a box in a footer or a sidebar that its own name tells."""
    inner = furniture_hint(name, tag) if around in _HOLD_OTHERS and name else None
    return inner if inner is not None and inner in _TOLD_WITHIN else around


_MISNAMED = frozenset((FurnitureKind.RELATED, FurnitureKind.PROMO, FurnitureKind.PAYWALL))
"""Names that a story's own opening has at times: "free-teaser", "content-lock", "summary-promo"."""


def _is_unseen(places: Places, box: int, mass: list[int]) -> bool:
    """Whether a box that is hidden at first stays so for who reads the story: it does not open from a line over it, as an answer
    does under its question, and is no rest of the story behind "read on", after which nothing comes."""
    if not mass[box] or places.page.boxes[box].tag == "pre":
        return True
    if _OPENED.search(places.page.boxes[box].name) or places.has_opener(box):
        return False
    return mass[box] <= _MOST_HIDDEN * mass[0] or places.is_followed(box, mass)


_OPENED = late(
    r"tab-?pan|accordion|collaps|expan|toggl|faq|panel|more-?(?:text|content)|read-?more|truncat|fold|answer|\bregion\b|(?:^| )s:[0-9a-f]+\b"
)
"""Parts that a click opens, by the names of their builders or their role (WAI-ARIA: an accordion's panel is a region); and "S:1f", by
which React's server marks what a script sets into its place at once."""
_OPENERS = frozenset(("h2", "h3", "h4", "h5", "h6", "dt", "button", "summary"))
_NO_STORY = frozenset(("button", "label", "form", "legend"))
_HEAD, _LEAST_OPENING, _FEWEST_AFTER = 12, 60, 2
_OPENER_LENGTH, _SENTENCE, _NEAR = 60, 120, 4
_LEAST_READ = 300
"""Code points of prose: two paragraphs."""


def _is_believed(hint: FurnitureKind, name: str, mass: int, of_page: int) -> bool:
    if mass <= of_page * _MAJORITY:
        return True
    if hint is FurnitureKind.COOKIE_NOTICE:
        return mass < _MOST_OF_CONSENT * of_page
    return hint in _ALWAYS or (hint is FurnitureKind.AUTHOR_BIO and "author" in name)


def _around_headline(page: Page, mass: list[int]) -> set[int]:
    """The boxes that hold the page's first <h1> and text with it: whatever their names say, they are not apart from the story."""
    box = next((block.box for block in page.blocks if block.tag == "h1"), 0)
    around = set()
    while box > 0:
        if mass[box] >= _LEAST_TEXT:
            around.add(box)
        box = page.boxes[box].parent
    return around


def _is_in_article(page: Page, box: int) -> bool:
    """A story's own <footer> holds its credits and tags; the page's holds the site's."""
    while box > 0:
        if page.boxes[box].tag == "article":
            return True
        box = page.boxes[box].parent
    return False


def hint_teasers(page: Page, mass: list[int], hints: Hints) -> None:
    """An <article> inside the story's own is a teaser of another story (HTML Standard, 4.3.2: a nested article is related to
    the one around it), where it is short. Not so the entries of a live blog, which hold much of the prose together."""
    boxes = page.boxes
    articles = [index for index, box in enumerate(boxes) if box[1] == "article"]
    nested = [index for index in articles[1:] if hints[index] is None and _is_in_article(page, boxes[index].parent)]
    if not nested or sum(mass[index] for index in nested) > _MOST_IN_TEASERS * mass[0]:
        return
    teasers = set(nested)
    for index in range(nested[0], len(boxes)):
        if hints[index] is None and (index in teasers or boxes[index].parent in teasers):
            hints[index] = FurnitureKind.RELATED
            teasers.add(index)
