"""Which block is the headline."""

import re

from backfile.label.names import purpose
from backfile.label.region import Region
from backfile.model.label import FurnitureKind
from backfile.model.page import Page

_WORD = re.compile(r"\w+")
_TITLE_METAS = ("og:title", "twitter:title", "title", "dc.title", "sailthru.title", "parsely-title")
_ENOUGH = 0.45


def words(text: str) -> set[str]:
    """The words of a text, folded; single characters for scripts that set none."""
    found = _WORD.findall(text.lower())
    if len(found) < 3 and len(text) > 8:
        return set(text.lower())
    return set(found)


def claimed_titles(page: Page) -> list[str]:
    """What the page's metadata call it, best first."""
    titles = [meta.content for name in _TITLE_METAS for meta in page.metas if meta.name == name]
    for node in page.linked_data:
        headline = node.get("headline")
        if isinstance(headline, str) and headline.strip():
            titles.insert(0, " ".join(headline.split()))
    if page.title:
        titles.append(page.title)
    return titles


def find_headline(page: Page, region: Region) -> int:
    """The index of the headline's block, or -1: the heading most like what the page calls itself, near the story."""
    claimed = [words(title) for title in dict.fromkeys(claimed_titles(page))]
    first_prose = next(
        (i for i, prose in enumerate(region.prose) if prose and region.hints[page.blocks[i].box] is None), 0
    )
    best, best_score = -1, 0.0
    for index, block in enumerate(page.blocks):
        if block.tag[0] != "h" and not purpose(page.boxes[block.box].name).headline:
            continue
        if len(block.text) > 300 or block.tag in ("html", "header", "hr"):
            continue
        hint = region.hints[block.box]
        if hint in (FurnitureKind.COMMENTS, FurnitureKind.RELATED):
            continue
        mine = words(block.text)
        likeness = max((_likeness(mine, other) for other in claimed), default=0.0)
        score = likeness + (0.35 if block.tag == "h1" else 0.1 if block.tag == "h2" else 0.0)
        score -= 0.3 * (hint is not None) + 0.15 * (index > first_prose) + 0.002 * abs(index - first_prose)
        if score > best_score and (likeness >= _ENOUGH or block.tag == "h1"):
            best, best_score = index, score
    return best


def _likeness(mine: set[str], other: set[str]) -> float:
    """Share of words in common: of the block's own, and of the title's, which may carry a site's name."""
    if not mine or not other:
        return 0.0
    common = len(mine & other)
    return 0.7 * common / len(mine) + 0.3 * common / len(other)
