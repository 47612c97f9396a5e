"""The entries of a live blog: each stands under a line that is its time, and is told in sentences and headings however short."""

import re

from backfile.label.story_region import Region
from backfile.model.page import HEADINGS, Page

_CLOCK = re.compile(
    r"(?:\d{1,2}[:.h]\d\d(?::\d\d)?\s*(?:[ap]\.?\s?m\.?|uhr|h)?(?:\s*\(?[A-Z]{2,4}\)?)?|\d{1,2}\s*[ap]\.?m\.?|\d+\s?[mh] ago)$",
    re.I,
)
_FEWEST_ENTRIES = 3
_LONGEST_CLOCK = 24


def entry_times(page: Page, region: Region) -> list[int]:
    """Blocks that head a live blog's entries with their times; none where fewer than three stand among the story's boxes."""
    below, hints = region.inside_main, region.hints
    found = [
        index
        for index, block in enumerate(page.blocks)
        if below[block[2]] and len(block[0]) < _LONGEST_CLOCK and hints[block[2]] is None and _CLOCK.match(block[0])
    ]
    return found if len(found) >= _FEWEST_ENTRIES else []


def open_entries(page: Page, region: Region, body: list[bool], clocks: list[int]) -> int:
    """Mark every sentence and heading from the first entry's time on as body, however short; the index of the first."""
    below = region.inside_main
    last = max([clocks[-1], *(i for i, inside in enumerate(body) if inside)])
    for index in range(clocks[0], min(last + 3, len(body))):
        block = page.blocks[index]
        if below[block.box] and region.hints[block.box] is None and region.told[index] is None:
            is_text = block.tag in HEADINGS or block.tag == "p" or region.prose[index] > 0
            body[index] = body[index] or (is_text and block.linked * 2 < len(block.text))
    return clocks[0]
