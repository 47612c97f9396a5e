"""The model's vote on the body: what the rules took for it against the trained model.

The rules and the model err in different places. Where both are wrong together is rare: so a block that the rules took
stays unless the model is nearly sure against it, and one that they left is taken when the model is nearly sure of it
(the bounds were measured on sites that the model had not seen: bench/held_out.py). The paragraphs that stand side by side
and are most of what the rules took cannot all be voted out of a page that says it is a story: on a layout that it has not met
the model may take a whole story for a list.
"""

from collections.abc import Sequence
from operator import or_

from backfile.label.box_kinds import HEARD
from backfile.label.draft import Draft, Vote
from backfile.label.head_lines import is_head_line
from backfile.label.line_label import block_label
from backfile.label.model_scores import score_blocks
from backfile.label.model_zone import find_zone
from backfile.label.page_claims import says_story
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
    draft.vote = Vote(zone, score_blocks(page, zone))
    for index, score in zip(*draft.vote, strict=True):
        if body[index]:
            flags[index] = score >= LEAST or page.blocks[index].tag in CELLS
        elif score >= ENOUGH and start <= index < draft.second:
            flags[index] = _may_be_body(page, region, index, score)
    if any(flags):
        trunk = _trunk(page, region, body)
        draft.body = list(map(or_, flags, trunk)) if _is_felled(region, trunk, flags) else flags


def _trunk(page: Page, region: Region, body: Sequence[bool]) -> list[bool]:
    """Per block whether it is of the trunk: prose that the rules took, in the boxes side by side that hold most of it. None is on
    a page that does not say it is a story."""
    prose: dict[int, int] = {}
    if says_story(page):
        for index in region.prose_blocks:
            if body[index]:
                around = page.boxes[page.blocks[index].box].parent
                prose[around] = prose.get(around, 0) + region.prose[index]
    trunk = max(prose, key=prose.__getitem__, default=-1)
    return [
        inside and region.prose[index] > 0 and page.boxes[page.blocks[index].box].parent == trunk
        for index, inside in enumerate(body)
    ]


def _is_felled(region: Region, trunk: Sequence[bool], flags: Sequence[bool]) -> bool:
    """Whether the vote leaves next to nothing, of the trunk or in its place."""
    left = sum(region.prose[index] for index in region.prose_blocks if flags[index])
    return left < _LEAST_LEFT * sum(region.prose[index] for index in region.prose_blocks if trunk[index])


_LEAST_LEFT = 0.35
"""Share of the trunk's prose. Where the vote leaves more, it is right about what it cuts more often than not (of pages of sites
that the model had not seen, bench/held_out.py)."""


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
