"""The model's vote on the body: what the rules took for it against the trained model.

The rules and the model err in different places. Where both are wrong together is rare: so a block that the rules took
stays unless the model is nearly sure against it, and one that they left is taken when the model is nearly sure of it
(the bounds were measured on sites that the model had not seen: bench/held_out.py).
"""

from collections.abc import Sequence

from backfile.label.box_kinds import HEARD
from backfile.label.draft import Draft
from backfile.label.head_lines import is_head_line
from backfile.label.line_label import block_label
from backfile.label.model_scores import score_blocks
from backfile.label.model_zone import find_zone
from backfile.label.story_region import Region
from backfile.model.page import CELLS, HEADINGS, Block, Page
from backfile.page.box_fields import BoxField, says

LEAST, ENOUGH, SURE = 0.04, 0.85, 0.97
_NO_TEXT = frozenset(("figcaption", "caption", "button", "label", "h1"))


def model_vote(draft: Draft) -> None:
    """Weigh the body's blocks, those that the rules took, against the model. Where the rules leave nothing open the model is not
    asked: asking costs more than the page's parse, and would change one such page in ten."""
    page, region, body, headline = draft.page, draft.region, draft.body, draft.headline
    zone = find_zone(page, region, headline)
    flags = list(body)
    if not any(_is_open(page.blocks[index], index, region, is_taken=body[index]) for index in zone):
        return
    start = _after_head_lines(page, body, headline)
    for index, score in zip(zone, score_blocks(page, zone), strict=True):
        if body[index]:
            flags[index] = score >= LEAST or page.blocks[index].tag in CELLS
        elif score >= ENOUGH and start <= index < draft.second:
            flags[index] = _may_be_body(page, region, index, score)
    if any(flags):
        draft.body = flags


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
    if region.is_caption(block.box) or says(page.boxes[block.box].name, BoxField.BYLINE):
        return False
    return region.told[index] is None if hint in HEARD else block_label(block) is None
