"""The entries of a live blog: each stands under a line that is its time, and is told in sentences and headings however short."""

import re

from backfile.label.draft import Draft
from backfile.model.label import BodyKind, Label, RuleName
from backfile.model.page import HEADINGS

_CLOCK = re.compile(
    r"(?:\d{1,2}[:.h]\d\d(?::\d\d)?\s*(?:[ap]\.?\s?m\.?|uhr|h)?(?:\s*\(?[A-Z]{2,4}\)?)?|\d{1,2}\s*[ap]\.?m\.?|\d+\s?[mh] ago)$",
    re.I,
)
_ENTRY_TIME = Label(BodyKind.ENTRY_TIME, RuleName.ENTRY_TIME)
_FEWEST_ENTRIES = 3
_LONGEST_CLOCK = 24


def entry_times(draft: Draft) -> None:
    """The times of a live blog's entries, and every sentence and heading from the first of them on, however short."""
    clocks = _clocks(draft)
    if len(clocks) < _FEWEST_ENTRIES:
        return
    for index in clocks:
        draft.given.setdefault(index, _ENTRY_TIME)
    last = max([clocks[-1], *(i for i, inside in enumerate(draft.body) if inside)])
    draft.entries = clocks[0], last
    page, region, body = draft.page, draft.region, draft.body
    for index in range(clocks[0], min(last + 3, len(body))):
        block = page.blocks[index]
        if region.inside_main[block.box] and region.hints[block.box] is None and region.told[index] is None:
            is_text = block.tag in HEADINGS or block.tag == "p" or region.prose[index] > 0
            body[index] = body[index] or (is_text and block.linked * 2 < len(block.text))


def _clocks(draft: Draft) -> list[int]:
    """The blocks among the story's boxes that are a time and nothing else."""
    below, hints = draft.region.inside_main, draft.region.hints
    return [
        index
        for index, block in enumerate(draft.page.blocks)
        if below[block[2]] and len(block[0]) < _LONGEST_CLOCK and hints[block[2]] is None and _CLOCK.match(block[0])
    ]
