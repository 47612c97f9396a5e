"""Lists of stories on a page: the links to stories below one element, each below a child of its own."""

from collections.abc import Sequence
from itertools import groupby, pairwise

from backfile.model.page import Page
from backfile.page.build_page import absolute
from backfile.story.identity import story_id, urlkey

_FEWEST = 3
"""Links that make a list."""
_MOST = 200
"""Links of a page that are looked at."""
_HEADLINE = 20
"""Bytes of a link's text, in UTF-8: less is a menu's word."""

Lists = tuple[tuple[str, ...], ...]
"""Ids of stories, in the order of the page."""


def lists_on(page: Page) -> Lists:
    """The lists of stories on a page, with links to its own host only."""
    host = _host(page.url)
    links: list[tuple[str, list[int]]] = []
    for number, block in enumerate(page.blocks):
        for link in block.links:
            url = absolute(link.href, page.url)
            if (
                link.end - link.start
                and len(block.text[link.start : link.end].encode()) >= _HEADLINE
                and _host(url) == host
            ):
                links.append((story_id(url, None, ""), [*_above(page, block.box), ~number]))
    return _lists(links[:_MOST])


def _lists(links: Sequence[tuple[str, list[int]]]) -> Lists:
    """Each link belongs to the nearest element that has _FEWEST stories, each below a child of its own."""
    below: dict[int, dict[str, int]] = {}
    for story, chain in links:
        for box, child in pairwise(chain):
            below.setdefault(box, {}).setdefault(story, child)
    is_list = {box for box, stories in below.items() if len(set(stories.values())) >= _FEWEST}
    placed = [(next((box for box in reversed(chain) if box in is_list), None), story) for story, chain in links]
    ordered = sorted((box, at, story) for at, (box, story) in enumerate(placed) if box is not None)
    runs = (dict.fromkeys(story for _, _, story in run) for _, run in groupby(ordered, key=lambda one: one[0]))
    return tuple(tuple(run) for run in runs if len(run) >= _FEWEST)


def _above(page: Page, box: int) -> list[int]:
    """The element and all around it, the outermost first."""
    chain: list[int] = []
    while box >= 0:
        chain.append(box)
        box = page.boxes[box].parent
    return chain[::-1]


def _host(url: str | None) -> str | None:
    key = urlkey(url) if url else None
    return key.partition("/")[0].partition("?")[0] if key else None
