"""Where on a page a story's text can be: the blocks that the model is asked about, and what the rules make of them."""

from collections.abc import Sequence
from typing import NamedTuple

from backfile.label.region import Region
from backfile.model.label import FurnitureKind
from backfile.model.page import Page

BEFORE, AFTER = 2, 6
"""Blocks that are looked at before the headline and after the last prose."""
NEVER_TEXT = frozenset(
    FurnitureKind(name)
    for name in "comments footer navigation cookie-notice replay-banner author-bio newsletter share tags".split()
)
"""Kinds of box in which no story's text is looked for."""


class Zone(NamedTuple):
    """Some blocks of a page, n of them, and what the rules say of each."""

    kept: list[int]
    """Indices into Page.blocks, rising."""
    taken: list[bool]
    """The rules take it for the story's text."""
    in_main: list[bool]
    """It stands in the box that holds most of the prose."""
    hinted: list[bool]
    """Its box, or one around it, is furniture by name."""
    told: list[bool]
    """A rule of lines says what it is."""


def find_zone(page: Page, region: Region, body: Sequence[bool], headline: int) -> Zone:
    """From the headline to the last prose, and a few blocks around for the model to see where the story begins and ends;
    without what stands in boxes that their names call menus, footers or comments. `body` is what the rules take."""
    blocks, hints = page.blocks, region.hints
    last = max(
        (i for i, prose in enumerate(region.prose) if prose and hints[blocks[i].box] not in NEVER_TEXT), default=-1
    )
    near = range(max(headline - BEFORE, 0), min(last + AFTER + 1, len(blocks)))
    kept = [i for i in near if hints[blocks[i].box] not in NEVER_TEXT or i == headline]
    inside = region.inside_main
    return Zone(
        kept,
        [body[i] for i in kept],
        [inside[blocks[i].box] for i in kept],
        [hints[blocks[i].box] is not None for i in kept],
        [region.told[i] is not None for i in kept],
    )
