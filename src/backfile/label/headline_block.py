"""Which block is the headline."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from backfile.label.draft import Draft
from backfile.label.story_region import Region
from backfile.late_pattern import late
from backfile.model.label import FieldKind, FurnitureKind, Label, RuleName
from backfile.model.page import Block, Page, TitleSource
from backfile.page.box_fields import BoxField, says

_WORD = re.compile(r"\w+")
_ENOUGH = 0.45
_ENOUGH_BOLD = 0.3
_NAMED, _BOLD = 0.05, 0.01
"""How much it speaks for a block that is no heading that its box is named so, and that it is bold before the text."""
_LONGEST = 300


def words(text: str) -> set[str]:
    """The words of a text, folded; single characters for scripts that set none."""
    found = _WORD.findall(text.lower())
    if len(found) < 3 and len(text) > 8:
        return set(text.lower())
    return set(found)


def find_headline(page: Page, region: Region) -> int:
    """The index of the headline's block, or -1: the heading most like what the page calls itself, near the story."""
    said = list(dict.fromkeys(text for by, text in page.titles if by is not TitleSource.HEADLINE))
    claimed = [words(text) for text in said]
    first_prose = next((i for i in region.prose_blocks if region.hints[page.blocks[i].box] is None), 0)
    sought = _Sought(claimed, first_prose)
    headings = [(index, _WEIGHTS[block[1]]) for index, block in enumerate(page.blocks) if block[1] in _WEIGHTS]
    best, score = _likest(page, region, headings, sought, (-1, 0.0))
    if best >= 0 and page.blocks[best].tag == "h1" and (headed := _headed(page, region, best, said)) >= 0:
        return headed
    if score < 1 + _NAMED:  # else no other line can be likelier
        best, score = _likest(page, region, _other_lines(page, first_prose), sought, (best, score))
    if best < 0:
        return _titled_line(page, first_prose, said)
    return best


def _headed(page: Page, region: Region, top: int, titles: list[str]) -> int:
    """The heading below an <h1> that is a section's, a blog's or the site's name: its words are a part of the page's title that
    begins or ends it, and the <h1> is another part of that, or nothing that the page calls itself. -1 for none."""
    name = page.blocks[top].text
    if name.count(" ") > _MOST_SPACES_IN_NAME or name in titles:
        return -1
    parts = {folded(part) for title in titles for part in _TITLE_MARK.split(title)}
    slug = words(_slug(page.url or page.canonical))
    for index in range(top + 1, min(top + 1 + _HEADED_REACH, len(page.blocks))):
        block = page.blocks[index]
        if (
            not (block.tag in _HEADINGS or says(page.boxes[block.box].name, BoxField.HEADLINE))
            or block.text.count(" ") < _MOST_SPACES_IN_NAME
            or region.hints[block.box] is not None
        ):
            continue
        is_part = folded(block.text) in parts
        is_in_address = len(slug) > _LEAST_SLUG and len(words(block.text) & slug) >= len(slug) - 1
        if is_part or (is_in_address and folded(name) not in parts):
            return index
    return -1


def _titled_line(page: Page, first_prose: int, titles: list[str]) -> int:
    """A line right before the text that is a part of the page's title: old pages set theirs in no heading. -1 for none."""
    parts = {folded(part) for title in titles for part in (title, *_TITLE_MARK.split(title))}
    for index in range(max(0, first_prose - _HEADED_REACH), first_prose + 1):
        text = page.blocks[index].text
        if (
            _LEAST_TITLED < len(text) < _LONGEST
            and " " in text
            and folded(text) in parts
            and not _is_name_above(page, index)
        ):
            return index
    return -1


def _is_name_above(page: Page, index: int) -> bool:
    """True for a line that links home: the site's name in its masthead."""
    block = page.blocks[index]
    return block.linked > 0 and (not block.links or _leads_home(block))


def folded(text: str) -> str:
    """A text's letters and digits, folded."""
    return _NO_LETTERS.sub("", text.casefold())


def _slug(url: str | None) -> str:
    """The words of an address's last part: "bridge closes" of "/news/bridge-closes.html"."""
    last = (url or "").split("?")[0].rstrip("/").rsplit("/", 1)[-1]
    return _NUMBERS.sub(" ", last.rsplit(".", 1)[0] if "." in last[-6:] else last).replace("-", " ").replace("_", " ")


_NO_LETTERS = late(r"[\W_]+")
_NUMBERS = late(r"\d+")
_TITLE_MARK = late(r"\s+[|–—·•»:-]{1,2}\s+|:\s+|\s*[|»]\s*")
_MOST_SPACES_IN_NAME, _LEAST_SLUG, _HEADED_REACH, _LEAST_TITLED = 2, 2, 10, 11
"""A section's or a blog's name has three words at the most; a slug of fewer words may be any page's."""


def headline_block(draft: Draft) -> None:
    """Give the headline its label, whatever else it may be."""
    if draft.headline >= 0:
        draft.given[draft.headline] = _HEADLINE


_HEADLINE = Label(FieldKind.HEADLINE, RuleName.HEADLINE_BLOCK)


class _Sought(NamedTuple):
    """What a headline is like."""

    titles: list[set[str]]
    """The words of what the page calls itself."""
    first_prose: int
    """It stands near this block."""


def _other_lines(page: Page, first_prose: int) -> Iterator[tuple[int, float]]:
    """Lines that are no headings, and how much it speaks for each that it is the headline."""
    for index, block in enumerate(page.blocks):
        if block.tag in _WEIGHTS or len(block.text) > _LONGEST:
            continue
        name = page.boxes[block.box].name
        if name and says(name, BoxField.HEADLINE):
            yield index, _NAMED
        elif first_prose - 8 <= index < first_prose and _is_bold(block):
            yield index, _BOLD


def _likest(
    page: Page,
    region: Region,
    lines: Iterable[tuple[int, float]],
    sought: _Sought,
    best: tuple[int, float],
) -> tuple[int, float]:
    """The line most like what the page calls itself, and its score; `best` where none is likelier than that."""
    titles, first_prose = sought
    begun = next(islice(_story_prose(page, region), _MOST_BEFORE - 1, None), len(page.blocks))
    for index, weight in lines:
        block = page.blocks[index]
        hint = region.hints[block.box]
        if len(block.text) > _LONGEST or hint is FurnitureKind.COMMENTS:
            continue
        if hint is FurnitureKind.RELATED and not (block.tag == "h1" and words(block.text) in titles):
            continue
        if block.linked == len(block.text) and (not block.links or _leads_home(block)):
            continue
        place = weight - 0.3 * (hint is not None) - 0.002 * abs(index - first_prose)
        place -= 0.15 * (index > first_prose) + 0.4 * (index > first_prose + 4)
        if index > begun and block.tag != "h1":
            place -= _IN_THE_MIDST
        if place + 1.0 <= best[1]:
            continue
        mine = words(block.text)
        likeness = max((_likeness(mine, other) for other in titles), default=0.0)
        enough = _ENOUGH if weight > _BOLD else _ENOUGH_BOLD
        if likeness + place > best[1] and (likeness >= enough or block.tag == "h1"):
            best = index, likeness + place
    return best


def _story_prose(page: Page, region: Region) -> Iterator[int]:
    """The paragraphs of the box that holds most of the prose."""
    return (
        at
        for at in region.prose_blocks
        if region.inside_main[page.blocks[at].box] and region.hints[page.blocks[at].box] is None
    )


_IN_THE_MIDST = 0.5
"""How much it speaks against a heading that the story has begun before it: it heads a part, unless it says what the title says."""
_MOST_BEFORE = 4
"""Paragraphs of the story's own that may stand before its headline: a summary, and lines on the writer."""


def _leads_home(block: Block) -> bool:
    """True for a heading that is a link to the site's front page: its name, set as <h1> by blogs."""
    return _ROOT.match(block.links[0].href) is not None


_ROOT = re.compile(r"(?:https?://[^/?#]+)?/?(?:index\.\w+)?$")


_HEADINGS = frozenset(("h2", "h3", "h4", "h5", "h6"))
_WEIGHTS = {"h1": 0.35, **dict.fromkeys(_HEADINGS, 0.1)}


def _is_bold(block: Block) -> bool:
    """True for a bold line that can be a headline: old pages set theirs so."""
    return 8 < len(block.text) < 160 and block.emphasis * 10 >= 9 * len(block.text)


def _likeness(mine: set[str], other: set[str]) -> float:
    """Share of words in common: of the block's own, and of the title's, which may carry a site's name."""
    if not mine or not other:
        return 0.0
    common = len(mine & other)
    return 0.7 * common / len(mine) + 0.3 * common / len(other)
