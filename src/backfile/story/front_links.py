"""Links of a section front as mentions: the address, the words of the link, and the one day that is printed beside it in its item of a list."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from backfile.model.mentions import Mention, MentionKind
from backfile.model.page import Page
from backfile.story.link_lists import ListedLink, boxes_above

_YEAR = re.compile(r"(?:19|20)\d\d")
_LONGEST = 80
"""Letters of a line that is a day with a byline: more is a summary, which tells of other days."""


class _Items(NamedTuple):
    texts: dict[int, list[str]]
    """Lines of an item that may hold a day."""
    times: dict[int, list[str]]


def front_mentions(page: Page, links: tuple[ListedLink, ...]) -> tuple[Mention, ...]:
    """What a page that is a listing says of the stories in its lists."""
    items = _items(page, {link.item for link in links})
    found: dict[str, Mention] = {}
    for link in links:
        mention = Mention(link.url, MentionKind.FRONT, _day_in(items, link), headline=link.text)
        if found.setdefault(link.url, mention).published is None and mention.published:
            found[link.url] = found[link.url]._replace(published=mention.published)
    return tuple(found.values())


def _items(page: Page, wanted: set[int]) -> _Items:
    items = _Items({}, {})
    held = [_held_in(page, number, wanted) for number in range(len(page.blocks))]
    for number, block in enumerate(page.blocks):
        for item in held[number]:
            items.texts.setdefault(item, []).extend(_lines(block.text))
    for mark in page.times:
        for item in held[mark.block] if mark.block < len(held) else ():
            items.times.setdefault(item, []).append(mark.value or mark.text)
    return items


def _held_in(page: Page, number: int, wanted: set[int]) -> list[int]:
    return [box for box in (*boxes_above(page, page.blocks[number].box), ~number) if box in wanted]


def _lines(text: str) -> Iterator[str]:
    for line in text.split("\n"):
        if len(line) <= _LONGEST and _YEAR.search(line):
            yield line


def _day_in(items: _Items, link: ListedLink) -> str | None:
    """The item's own day; none where it has several, or where the line that has one is the headline itself."""
    times = {value[:10]: value for value in items.times.get(link.item, ()) if _YEAR.match(value)}
    if times:
        return next(iter(times.values())) if len(times) == 1 else None
    lines = {line for line in items.texts.get(link.item, ()) if line != link.text}
    return next(iter(lines)) if len(lines) == 1 else None
