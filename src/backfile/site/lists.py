"""Stories in lists: each item has its date with the year, or the word Undated, before its headline."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

from backfile.model.entry import Entry
from backfile.site.site_address import story_path, with_query
from backfile.site.when import When, when
from backfile.wording.age import say_window
from backfile.wording.counted_things import copies_elsewhere, versions
from backfile.wording.site_languages import gettext
from backfile.wording.story_names import NO_HEADLINE
from backfile.wording.told_names import told

PAGE_SIZE = 30
LAST_PAGE = 1000
"""Pages past this one are not shown: a year or a search narrows a list better."""


class Item(NamedTuple):
    """An entry as a list shows it."""

    path: str
    headline: str
    when: When
    window: str | None
    """For the undated: between which days it was published, where that is known."""
    outlet: str | None
    labels: tuple[str, ...]
    """ "live blog", "3 versions", "2 copies elsewhere"."""
    excerpt: tuple[tuple[str, bool], ...]
    """The passage in pieces; True where the words match a search."""


class Paging(NamedTuple):
    """Where a list goes on."""

    number: int
    newer: str | None
    older: str | None


def items(entries: Iterable[Entry], now: datetime) -> tuple[Item, ...]:
    """The entries as a list shows them at `now`."""
    return tuple(_item(entry, now) for entry in entries)


def page_number(text: str | None) -> int:
    """The page asked for, from 1; what is no number is the first page."""
    if text is None or not text.isdecimal() or len(text) > 9:
        return 1
    return min(max(int(text), 1), LAST_PAGE)


def paging(path: str, number: int, *, more: bool, query: dict[str, str] | None = None) -> Paging:
    """The neighbours of page `number`; `more` where there are stories after it."""
    query = query or {}

    def at(page: int) -> str:
        return with_query(path, **query, page=page if page > 1 else None)

    older = at(number + 1) if more and number < LAST_PAGE else None
    return Paging(number, at(number - 1) if number > 1 else None, older)


def one_page(found: Sequence[Entry]) -> tuple[Sequence[Entry], bool]:
    """A page's entries out of a page and one, and whether there are more."""
    return found[:PAGE_SIZE], len(found) > PAGE_SIZE


def _item(entry: Entry, now: datetime) -> Item:
    return Item(
        path=story_path(entry.id),
        headline=(entry.headline or "").strip() or gettext(NO_HEADLINE),
        when=when(entry.published, now),
        window=None if entry.published else say_window(entry.window, now),
        outlet=entry.outlet,
        labels=tuple(_labels(entry)),
        excerpt=tuple(_marked(_unparted(entry.excerpt), entry.marks)),
    )


def _unparted(excerpt: str) -> str:
    """The passage with the mark of its end kept on the line of its last word; as long as before."""
    return f"{excerpt[:-2]}\u00a0…" if excerpt.endswith(" …") else excerpt


def _labels(entry: Entry) -> Iterable[str]:
    if entry.kind != "story":
        yield told(entry.kind)
    if entry.version_count > 1:
        yield versions(entry.version_count)
    if entry.copy_count:
        yield copies_elsewhere(entry.copy_count)


def _marked(text: str, marks: Iterable[tuple[int, int]]) -> Iterable[tuple[str, bool]]:
    at = 0
    for start, end in sorted(marks):
        if at <= start < end <= len(text):
            yield from ((piece, hit) for piece, hit in ((text[at:start], False), (text[start:end], True)) if piece)
            at = end
    if text[at:]:
        yield text[at:], False
