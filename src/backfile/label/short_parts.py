"""The short parts of a story that read as something else by themselves: what stands next to them says that they are its text.

A heading that is a link is another story's in news; where the story's own paragraph follows it in the same box, it heads that
paragraph: a list of ten cafés names each by its address. So is a link in a list whose other items are text, and a question
over its answer is no call to the reader.
"""

import re
from collections.abc import Iterator
from itertools import islice

from backfile.label.draft import Draft
from backfile.label.head_lines import is_head_line
from backfile.label.nesting import boxes_around, is_inside
from backfile.label.story_region import Region
from backfile.model.label import FurnitureKind, Label, RuleName
from backfile.model.page import CELLS, HEADINGS, Block, Page
from backfile.page.box_fields import BoxField, says

LED = re.compile(r"(?:[A-ZÀ-Ž]{4,}+|[A-ZÀ-Ž]{2,}+[ ,]++(?:[A-ZÀ-Ž]{2,}+[ ,]*+){1,5})[ ,]*[|:]\s")
"""Capitals and a bar or a colon before a link: "READ MORE HERE | Another story", in any language."""


def short_parts(draft: Draft) -> None:
    """Mark the headings and the list items that belong to the body by what they stand with."""
    page, region, body, headline = draft.page, draft.region, draft.body, draft.headline
    first = next((index for index, inside in enumerate(body) if inside), len(body))
    paragraphs, lists = _boxes_with_text(page, body)
    _take_announced(draft)
    asked = _questions(draft)
    for index in _left_out(page, region, body, headline):
        block = page.blocks[index]
        if index in asked and body[index + 1]:
            body[index] = True
            continue
        around = page.boxes[block.box].parent
        if block.tag == "li":
            body[index] = first < index and around in lists
        elif block.tag in HEADINGS and body[index + 1] and paragraphs.get(around, 0) >= _fewest_beside(block):
            body[index] = first < index or not is_head_line(block.text)


def _questions(draft: Draft) -> set[int]:
    """The questions of an interview, some of which read as calls to readers: several stand in the story's boxes, each with an answer after."""
    page, region, body = draft.page, draft.region, draft.body
    found = {
        index
        for index in range(draft.headline + 1, len(body) - 1)
        if page.blocks[index].text.endswith(_QUESTION)
        and body[index + 1]
        and page.blocks[index + 1].tag not in HEADINGS
        and region.inside_main[page.blocks[index].box]
        and (body[index] or ((rule := region.told[index]) is not None and rule.name is RuleName.CALL_OUT))
    }
    return found if len(found) >= _FEWEST_QUESTIONS else set()


_QUESTION, _FEWEST_QUESTIONS = ("?", "?”", '?"', "？", "?»", "؟"), 3


def _take_announced(draft: Draft) -> None:
    """A list of links that the story's own paragraph announces by a colon is the story's."""
    page, region, body = draft.page, draft.region, draft.body
    announced = 0  # the list
    for index in range(1, len(body)):
        block = page.blocks[index]
        if block.tag != "li" or body[index] or not body[index - 1] or region.hints[block.box] is not None:
            continue
        before, around = page.blocks[index - 1], page.boxes[block.box].parent
        is_beside = page.boxes[before.box].parent == page.boxes[around].parent
        if before.tag == "p" and before.text.endswith((":", "：")) and is_beside:
            announced = around
        body[index] = announced == around


def _fewest_beside(block: Block) -> int:
    """A linked heading over a single paragraph, in a box of their own, is a card on a section's front."""
    return 2 if block.linked * 2 >= len(block.text) else 1


def _boxes_with_text(page: Page, body: list[bool]) -> tuple[dict[int, int], set[int]]:
    """How many paragraphs of the body stand in a box, and the lists that items of it stand in."""
    paragraphs: dict[int, int] = {}
    lists: set[int] = set()
    for block, inside in zip(page.blocks, body, strict=True):
        if inside and block.tag not in HEADINGS:
            around = page.boxes[block.box].parent
            if block.tag == "li":
                lists.add(around)
            else:
                paragraphs[around] = paragraphs.get(around, 0) + 1
    return paragraphs, lists


def _left_out(page: Page, region: Region, body: list[bool], headline: int) -> Iterator[int]:
    """Indices, falling, of what was left out among the body and directly before it, though no name says that it is furniture."""
    last = max((index for index, inside in enumerate(body) if inside), default=-1)
    for index in range(last - 1, headline, -1):
        block, told = page.blocks[index], region.told[index]
        if body[index] or region.hints[block.box] is not None or not region.inside_main[block.box]:
            continue
        is_open = told is None or told.name is RuleName.CALL_OUT
        if is_open and not _leads_away(block) and not region.is_caption(block.box):
            yield index


def _leads_away(block: Block) -> bool:
    return block.linked * 2 >= len(block.text) and LED.match(block.text) is not None


_LEAST_REPEATED = 100
_PRINTED_BEFORE = Label(FurnitureKind.OTHER, RuleName.PRINTED_BEFORE)


def printed_before(draft: Draft) -> None:
    """What stands in the body twice, and is the second time no text: a paragraph that was laid out for two widths of screen, or is
    shown again beside its place, and a pull quote of words that the text has. Items of lists may well be alike."""
    page, body = draft.page, draft.body
    seen: set[str] = set()
    found: list[int] = []
    for index, block in enumerate(page.blocks):
        if not body[index] or block.tag == "li" or block.tag in CELLS:
            continue
        if len(block.text) >= _LEAST_REPEATED and block.text in seen:
            found.append(index)
        elif (
            len(block.text) < _LONGEST_PULLED
            and index not in found
            and _is_pulled(page, block)
            and _is_said_elsewhere(page, body, index, found)
        ):
            found += [index, *_beside_pulled(page, body, index)]
        else:
            seen.add(block.text)
    for index in (*found, *_repeated_runs(draft)):
        draft.give(index, _PRINTED_BEFORE)


_MARKS = " \"'“”„«»‘’›‹"


def _repeated_runs(draft: Draft) -> list[int]:
    """The second printing of a story, or of a part, that is laid out for two widths: lines one after another that stood so before."""
    page, body = draft.page, draft.body
    inside = [at for at, is_body in enumerate(body) if is_body]
    texts = [page.blocks[at].text for at in inside]
    place = {text: at for at, text in reversed(list(enumerate(texts)))}
    if len(place) == len(texts):
        return []
    found: list[int] = []
    run: list[int] = []
    for at, text in enumerate(texts):
        earlier = place[text]
        goes_on = bool(run) and earlier == place[texts[run[-1]]] + 1
        if earlier < at and (goes_on or not run):
            run.append(at)
            continue
        found += run if _is_printing(texts, run) else []
        run = [at] if earlier < at else []
    found += run if _is_printing(texts, run) else []
    return [inside[at] for at in found]


def _is_printing(texts: list[str], run: list[int]) -> bool:
    return len(run) >= _FEWEST_REPEATED and sum(len(texts[at]) for at in run) >= _LEAST_REPEATED


_FEWEST_REPEATED = 3
"""Lines in a row: an interview puts the same question more than once, and a table has the same cell."""
_LONGEST_PULLED = 240


def _is_pulled(page: Page, block: Block) -> bool:
    """Whether a box is named a pull quote's, or is a quotation that is set apart."""
    for box in islice(boxes_around(page, block.box), _LEVELS):
        _, tag, name, _ = page.boxes[box]
        if tag in ("blockquote", "aside", "q") or (name and says(name, BoxField.PULL_QUOTE)):
            return True
    return False


_LEVELS = 3


def _is_said_elsewhere(page: Page, body: list[bool], index: int, found: list[int]) -> bool:
    """Whether the text has the words of a quotation, shortened at its end or by an ellipsis, or put together of what was said in two
    sentences."""
    parts = [part for part in map(_bare, _PARTED.split(page.blocks[index].text)) if part]
    if sum(map(len, parts)) < _LEAST_PULLED:
        return False
    return any(
        inside and at != index and at not in found and all(part in page.blocks[at].text for part in parts)
        for at, inside in enumerate(body)
    )


def _bare(text: str) -> str:
    return text.strip(_MARKS + ".,;!–—-")


_PARTED = re.compile(r"…|\.\.\.|\[…\]|(?<=[.!?])\s+")
_LEAST_PULLED = 20


def _beside_pulled(page: Page, body: list[bool], index: int) -> list[int]:
    """The line that says whose a pull quote is: short, and in the same quotation."""
    around = boxes_around(page, page.blocks[index].box)
    box = next((box for box in around if page.boxes[box].tag in ("blockquote", "aside")), 0)
    return [
        at
        for at in range(index + 1, min(index + 3, len(body)))
        if box
        and body[at]
        and len(page.blocks[at].text) < _LEAST_REPEATED
        and is_inside(page, page.blocks[at].box, box)
    ]


def lone_subheads(draft: Draft) -> None:
    """A heading that heads nothing is another box's: body text must come next, a picture, an advert or a promo aside."""
    page, region, body = draft.page, draft.region, draft.body
    since = _LOOK_AHEAD
    for index in range(len(body) - 1, -1, -1):
        block = page.blocks[index]
        if body[index] and block.tag in HEADINGS and (since >= _LOOK_AHEAD or _heads_furniture(page, region, index)):
            body[index] = False
        if body[index]:
            since = 0
        elif region.hints[block.box] in _HEADED:
            since += 1


def _heads_furniture(page: Page, region: Region, index: int) -> bool:
    """Whether the next line, in the same box, says by its own words that it is furniture: "Get the news by mail", then a form."""
    if index + 1 >= len(page.blocks):
        return False
    rule = region.told[index + 1]
    around = page.boxes[page.blocks[index].box].parent
    return rule is not None and rule.kind in _OFFERS and page.boxes[page.blocks[index + 1].box].parent == around


_OFFERS = frozenset((FurnitureKind.NEWSLETTER, FurnitureKind.PAYWALL, FurnitureKind.PROMO))
_LOOK_AHEAD = 3
_HEADED = frozenset((None, FurnitureKind.RELATED))
"""Boxes that a heading before them may belong to."""
