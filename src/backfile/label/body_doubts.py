"""Doubts about the body: what the labelling of a page saw that says it may be wrong."""

from collections.abc import Iterator, Sequence

from backfile.label.draft import Draft
from backfile.label.nesting import boxes_around
from backfile.label.reading_doubts import reading_doubts
from backfile.model.doubts import Doubt, doubt
from backfile.model.label import BodyKind, FurnitureKind, Label
from backfile.model.page import HEADINGS, Page
from backfile.model.reason_codes import DoubtCode
from backfile.page.unseen import UNSEEN_TAG, hides

_NEAR_END = 3
"""Lines of the page after the body with which its end is not seen: what stands below a story is longer."""
_HEADLINE = 80
_LEAST_HIDDEN = 0.25
"""Share of the body: less is a line that opens from another."""


def text_doubts(page: Page) -> Iterator[Doubt]:
    """Of a page of plain text, and of any other: what is known of its bytes."""
    if page.is_mended:
        yield doubt("body", DoubtCode.DOUBLE_ENCODED)
    if page.is_plain_text and page.cut_sign is not None:
        yield doubt("body", DoubtCode.CUT_OFF, page.cut_sign)


def body_doubts(draft: Draft, labels: Sequence[Label]) -> Iterator[Doubt]:
    """Of a page and the labels of its blocks."""
    page = draft.page
    body = [index for index, label in enumerate(labels) if type(label[0]) is BodyKind]
    yield from text_doubts(page)
    yield from reading_doubts(draft, labels, body)
    if page.cut_sign is not None and _reaches_end(page, body):
        yield doubt("body", DoubtCode.CUT_OFF, page.cut_sign)
    if draft.second < len(page.blocks):
        yield doubt("furniture", DoubtCode.SEVERAL_STORIES, _headline_from(page, draft.second))
    if (hidden := _hidden_share(draft, body)) > _LEAST_HIDDEN:
        yield doubt("body", DoubtCode.HIDDEN_TEXT, round(100 * hidden))


def _reaches_end(page: Page, body: Sequence[int]) -> bool:
    """Whether the body is the last that is left of a page: then what was cut off may be of it."""
    below = (block.text for block in page.blocks[body[-1] + 1 :] if block.tag != UNSEEN_TAG) if body else ()
    return sum(text.count("\n") + 1 for text in below) <= _NEAR_END


def _headline_from(page: Page, start: int) -> str:
    """The first heading from a block on, else that block's text."""
    below = page.blocks[start:]
    return next((block for block in below if block.tag in HEADINGS), below[0]).text[:_HEADLINE]


def _hidden_share(draft: Draft, body: Sequence[int]) -> float:
    """How much of the body stands in a box which is hidden until something shows it."""
    boxes, blocks, hints = draft.page.boxes, draft.page.blocks, draft.region.hints
    with_prose = [at for at, mass in enumerate(draft.region.mass) if mass and hints[at] in _UNSURE]
    hiding = {at for at in with_prose if boxes[at][2] and hides(boxes[at][2])}
    if not hiding:
        return 0.0
    lengths = [(len(blocks[at][0]), not hiding.isdisjoint(boxes_around(draft.page, blocks[at][2]))) for at in body]
    unseen = sum([length for length, is_hidden in lengths if is_hidden])
    return unseen / sum([length for length, _ in lengths]) if unseen else 0.0


_UNSURE = (None, FurnitureKind.OTHER)
"""Hints of boxes that are hidden and may hold the story."""
