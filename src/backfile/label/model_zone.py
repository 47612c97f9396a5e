"""Where on a page a story's text can be: the blocks that the model is asked about."""

from backfile.label.story_region import Region
from backfile.model.label import FurnitureKind
from backfile.model.page import Page

BEFORE, AFTER = 2, 6
"""Blocks that are looked at before the headline and after the last prose."""
NEVER_TEXT = frozenset(
    FurnitureKind(name)
    for name in "comments footer navigation cookie-notice replay-banner author-bio newsletter share tags".split()
)
"""Kinds of box in which no story's text is looked for."""


def find_zone(page: Page, region: Region, headline: int) -> list[int]:
    """Indices into Page.blocks, rising: from the headline to the last prose, and a few blocks around for the model to see where
    the story begins and ends; without what stands in boxes that their names call menus, footers or comments."""
    blocks, hints = page.blocks, region.hints
    prose = (i for i in range(len(blocks) - 1, -1, -1) if region.prose[i] and hints[blocks[i].box] not in NEVER_TEXT)
    near = range(max(headline - BEFORE, 0), min(next(prose, -1) + AFTER + 1, len(blocks)))
    return [i for i in near if hints[blocks[i].box] not in NEVER_TEXT or i == headline]
