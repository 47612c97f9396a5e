"""Lists of stories on a page: the links to stories below one element, each below a child of its own."""

from collections.abc import Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

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


class ListedLink(NamedTuple):
    """A link in a list of stories."""

    story: str
    """The id that a story has which gives this address as its own."""
    url: str
    text: str
    item: int
    """The list's element that holds it: the number of a box, or of a block as ~number."""


class FrontLists(NamedTuple):
    """What a listing lists."""

    lists: Lists = ()
    links: tuple[ListedLink, ...] = ()


def lists_on(page: Page) -> FrontLists:
    """The lists of stories on a page, with links to its own host only."""
    host = _host(page.url)
    links: list[_Link] = []
    for number, block in enumerate(page.blocks):
        for link in block.links:
            url = absolute(link.href, page.url)
            if (
                link.end - link.start
                and len(block.text[link.start : link.end].encode()) >= _HEADLINE
                and _host(url) == host
            ):
                text = " ".join(block.text[link.start : link.end].split())
                links.append(_Link(story_id(url, None, ""), url or "", text, [*boxes_above(page, block.box), ~number]))
    return _lists(links[:_MOST])


class _Link(NamedTuple):
    story: str
    url: str
    text: str
    chain: list[int]


def _lists(links: Sequence[_Link]) -> FrontLists:
    """Each link belongs to the nearest element that has _FEWEST stories, each below a child of its own."""
    below: dict[int, dict[str, int]] = {}
    for link in links:
        for box, child in pairwise(link.chain):
            below.setdefault(box, {}).setdefault(link.story, child)
    is_list = {box for box, stories in below.items() if len(set(stories.values())) >= _FEWEST}
    placed = [next((box for box in reversed(link.chain) if box in is_list), None) for link in links]
    ordered = sorted((box, at) for at, box in enumerate(placed) if box is not None)
    runs = [[(links[at], box) for box, at in run] for _, run in groupby(ordered, key=lambda one: one[0])]
    lists = [run for run in runs if len({link.story for link, _ in run}) >= _FEWEST]
    return FrontLists(
        tuple(tuple(dict.fromkeys(link.story for link, _ in run)) for run in lists),
        tuple(ListedLink(*link[:3], _item(link.chain, box)) for run in lists for link, box in run),
    )


def _item(chain: list[int], box: int) -> int:
    """The child of the list's element that holds the link."""
    return next(child for parent, child in pairwise(chain) if parent == box)


def boxes_above(page: Page, box: int) -> list[int]:
    """The element and all around it, the outermost first."""
    chain: list[int] = []
    while box >= 0:
        chain.append(box)
        box = page.boxes[box].parent
    return chain[::-1]


def _host(url: str | None) -> str | None:
    key = urlkey(url) if url else None
    return key.partition("/")[0].partition("?")[0] if key else None
