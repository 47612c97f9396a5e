"""The body weighed again: what the rules took for it against the trained model, the page's own summary, and the lines around.

The rules and the model err in different places. Where both are wrong together is rare: so a block that the rules took
stays unless the model is nearly sure against it, and one that they left is taken when the model is nearly sure of it
(the bounds were measured on sites that the model had not seen: bench/held_out.py).
"""

import re
from collections.abc import Sequence

from backfile.label.box_kinds import HEARD
from backfile.label.head_lines import is_head_line
from backfile.label.headline_block import words
from backfile.label.line_label import line_label
from backfile.label.model_scores import score_blocks
from backfile.label.model_zone import find_zone
from backfile.label.story_region import Region
from backfile.model.label import FurnitureKind
from backfile.model.page import CELLS, HEADINGS, Block, Page
from backfile.page.box_names import says

LEAST, ENOUGH, SURE = 0.04, 0.85, 0.97
_NO_TEXT = frozenset(("figcaption", "caption", "button", "label", "h1"))
_DEK_TAGS = frozenset(("p", "div", "h2", "h3", "h4", "strong"))
_SUMMARY_METAS = ("og:description", "description", "twitter:description")


def weigh(page: Page, region: Region, body: Sequence[bool], headline: int) -> list[bool]:
    """The body's blocks, from those that the rules took. Where the rules leave nothing open the model is not asked: asking costs
    more than the page's parse, and would change one such page in ten."""
    zone = find_zone(page, region, headline)
    flags = list(body)
    if not any(_is_open(page.blocks[index], index, region, is_taken=body[index]) for index in zone):
        return flags
    start = _after_head_lines(page, body, headline)
    for index, score in zip(zone, score_blocks(page, zone), strict=True):
        if body[index]:
            flags[index] = score >= LEAST or page.blocks[index].tag in CELLS
        elif score >= ENOUGH and index >= start:
            flags[index] = _may_be_body(page, region, index, score)
    return flags if any(flags) else list(body)


def _after_head_lines(page: Page, body: Sequence[bool], headline: int) -> int:
    """The index after the last byline or stamp between the headline and the body."""
    first = next((index for index, inside in enumerate(body) if inside), headline + 1)
    return max(
        (at + 1 for at in range(headline + 1, first) if is_head_line(page.blocks[at].text)), default=headline + 1
    )


def _is_open(block: Block, index: int, region: Region, *, is_taken: bool) -> bool:
    """Whether the rules may be wrong about a block: text that they took and that is no prose, prose that they left."""
    if is_taken:
        return not region.prose[index] and block.tag not in HEADINGS
    return region.prose[index] > 0 and region.hints[block.box] is None and region.told[index] is None


def _may_be_body(page: Page, region: Region, index: int, score: float) -> bool:
    block = page.blocks[index]
    hint = region.hints[block.box]
    if block.linked * 2 >= len(block.text) or (hint is not None and score < SURE) or block.tag in _NO_TEXT:
        return False
    if region.is_caption(block.box) or says(page.boxes[block.box].name, "byline"):
        return False
    return region.told[index] is None if hint in HEARD else line_label(block.text) is None


def summary_at_head(page: Page, body: Sequence[bool], headline: int) -> int:
    """The index of the first body block when it is the dek: the page's own description, set in a style of its own; else -1.

    A description that was cut from the text, or that goes on with the paragraph after, was made of the story by a machine:
    its first paragraph is no dek, unless its box is named so.
    """
    first = next((index for index, inside in enumerate(body) if inside), -1)
    second = next(
        (index for index in range(first + 1, len(body)) if body[index] and page.blocks[index].tag not in HEADINGS), -1
    )
    if first <= headline or second < 0:
        return -1
    block, box, after = page.blocks[first], page.boxes[page.blocks[first].box], page.boxes[page.blocks[second].box]
    is_named = says(box.name, "dek") or says(page.boxes[max(box.parent, 0)].name, "dek")
    has_own_style = _DIGITS.sub("", box.name) != _DIGITS.sub("", after.name) and block.tag in _DEK_TAGS
    if not (is_named or has_own_style or block.emphasis == len(block.text)):
        return -1
    mine = _folded(block.text)
    said = [_folded(meta.content) for meta in page.metas if meta.name in _SUMMARY_METAS and len(meta.content) > 40]
    if mine in said:
        return first
    if not is_named and (box.parent != after.parent or any(_is_cut(mine, one) for one in said)):
        return -1
    return first if any(_says_the_same(mine, one) for one in said) else -1


_CUT_WORD = 15
_DIGITS = re.compile(r"\d+")
"""Taken off names: "par1" and "par2" number paragraphs, and set none apart."""
_WORDS = re.compile(r"\w+")


def _folded(text: str) -> str:
    return " ".join(_WORDS.findall(text.lower()))


def _is_cut(text: str, said: str) -> bool:
    """Whether one goes on where the other ends; the last word of what is said may be cut too."""
    return text.startswith(said[:-_CUT_WORD]) or said.startswith(text)


def _says_the_same(text: str, said: str) -> bool:
    mine, theirs = words(text), words(said)
    return len(mine & theirs) > 0.75 * max(len(mine), len(theirs))


def without_lone_subheads(page: Page, region: Region, body: list[bool]) -> None:
    """A heading that heads nothing is another box's: body text must come next, a picture, an advert or a promo aside."""
    since = _LOOK_AHEAD
    for index in range(len(body) - 1, -1, -1):
        block = page.blocks[index]
        if body[index] and block.tag in HEADINGS and since >= _LOOK_AHEAD:
            body[index] = False
        if body[index]:
            since = 0
        elif region.hints[block.box] in _HEADED:
            since += 1


_LOOK_AHEAD = 3
_HEADED = frozenset((None, FurnitureKind.RELATED))
"""Boxes that a heading before them may belong to."""
_SIGNED = re.compile(r"^\s*[—–-]{1,2} .{1,80}\(@\w{1,30}\).{0,40}$")


def embedded_posts(page: Page, region: Region) -> set[int]:
    """Blocks of posts of other people's, shown in the story: by the networks' own class names and by how they sign."""
    boxes, hints = page.boxes, region.hints
    of_a_kind = {box[2] for box, hint in zip(boxes, hints, strict=True) if hint is None and box[1] in _POST_TAGS}
    names = {name for name in of_a_kind if name and says(name, "embedded")}
    found = set()
    if names:
        theirs = {
            i for i, (_, tag, name, _) in enumerate(boxes) if name in names and tag in _POST_TAGS and hints[i] is None
        }
        for index, block in enumerate(page.blocks):
            parent = max(boxes[block.box].parent, 0)
            if not theirs.isdisjoint((block.box, parent, boxes[parent].parent)):
                found.add(index)
    for block in page.blocks:
        if block[0][0] in "—–-" and _SIGNED.match(block.text):
            box = max(boxes[block.box].parent, 0) if boxes[block.box].tag == "p" else block.box
            found.update(i for i, other in enumerate(page.blocks) if boxes[other.box].parent == box or other.box == box)
    return found


_POST_TAGS = frozenset(("blockquote", "div", "figure", "section"))
