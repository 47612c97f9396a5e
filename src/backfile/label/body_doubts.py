"""Doubts about the body: what the labelling of a page saw that says it may be wrong."""

from collections.abc import Iterator, Sequence

from backfile.label.draft import Draft
from backfile.model.doubts import Doubt, doubt
from backfile.model.label import BodyKind, Label
from backfile.model.page import HEADINGS, Page
from backfile.model.reason_codes import DoubtCode
from backfile.page.unseen import UNSEEN_TAG, hides

_NEAR_END = 3
"""Lines of the page after the body with which its end is not seen: what stands below a story is longer."""
_HEADLINE = 80


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
    if page.cut_sign is not None and _reaches_end(page, body):
        yield doubt("body", DoubtCode.CUT_OFF, page.cut_sign)
    if draft.second < len(page.blocks):
        yield doubt("body", DoubtCode.SEVERAL_STORIES, _headline_from(page, draft.second))
    if hidden := _hidden_words(page, body):
        yield doubt("body", DoubtCode.HIDDEN_TEXT, hidden)


def _reaches_end(page: Page, body: Sequence[int]) -> bool:
    """Whether the body is the last that is left of a page: then what was cut off may be of it."""
    below = (block.text for block in page.blocks[body[-1] + 1 :] if block.tag != UNSEEN_TAG) if body else ()
    return sum(text.count("\n") + 1 for text in below) <= _NEAR_END


def _headline_from(page: Page, start: int) -> str:
    """The first heading from a block on, else that block's text."""
    below = page.blocks[start:]
    return next((block for block in below if block.tag in HEADINGS), below[0]).text[:_HEADLINE]


def _hidden_words(page: Page, body: Sequence[int]) -> int:
    """Words of the body that stand in a box which is hidden until something shows it."""
    boxes, blocks = page.boxes, page.blocks
    hidden = {0: False, -1: False}

    def is_hidden(box: int) -> bool:
        around = []
        while box not in hidden:
            around.append(box)
            box = boxes[box].parent
        for inner in reversed(around):
            name = boxes[inner].name
            hidden[inner] = hidden[box] or (name != "" and hides(name))
            box = inner
        return hidden[box]

    return sum(len(blocks[index].text.split()) for index in body if is_hidden(blocks[index].box))
