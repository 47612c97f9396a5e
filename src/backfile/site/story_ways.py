"""Where a reader goes from a story: to the pages that list its outlet, section, authors, day, month and year, and to its neighbours."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import NamedTuple, TypeAlias

from backfile.model.shelves import Neighbours
from backfile.model.story import Stamp, Story
from backfile.site.lists import Item, items
from backfile.site.site_address import author_path, day_path, month_path, outlet_path, year_path
from backfile.wording.age import say_day, say_month
from backfile.wording.plain import one_line
from backfile.wording.site_languages import gettext

_MOST_AUTHORS = 20


Links: TypeAlias = tuple[tuple[str, str | None], ...]
"""Of each its words and its address; an older version has none: lists have stories by what their newest says."""


class Ways(NamedTuple):
    """What the story is of: each with the pages that list the stories of it."""

    outlet: Links
    """The outlet, and its section."""
    dates: Links
    """The day, the month and the year, as far as the date goes; the list of the undated."""
    authors: Links


def ways_from(story: Story, *, is_newest: bool) -> Ways:
    """Where a reader goes from the story at one of its versions."""
    ways = Ways(
        tuple(_outlet(story)),
        tuple(_dates(story.published)) if story.published else ((gettext("Undated"), "/undated"),),
        tuple((name, author_path(name)) for name in _authors(story)[:_MOST_AUTHORS]),
    )
    return ways if is_newest else Ways(*(tuple((words, None) for words, _ in links) for links in ways))


def neighbours(around: Neighbours, now: datetime) -> tuple[tuple[str, Item], ...]:
    """The story before and the one after, where there are any, as lists show them."""
    named = (("before", around.before), ("after", around.after))
    return tuple((name, items([entry], now)[0]) for name, entry in named if entry is not None)


def byline_runs(byline: str, authors: Links) -> Links:
    """The byline cut at the names of authors that it prints, each with the page of that name."""
    places = sorted((byline.find(name), name, path) for name, path in authors if name in byline)
    runs: list[tuple[str, str | None]] = []
    at = 0
    for start, name, path in places:
        if start >= at:
            runs += [(byline[at:start], None), (name, path)]
            at = start + len(name)
    return tuple(run for run in (*runs, (byline[at:], None)) if run[0])


def _authors(story: Story) -> list[str]:
    return list(dict.fromkeys(name for author in story.authors if (name := one_line(author.name))))


def _outlet(story: Story) -> Iterator[tuple[str, str]]:
    name, domain = one_line(story.outlet.name or ""), one_line(story.outlet.domain or "")
    if key := domain or name:
        yield name or domain, outlet_path(key)
        if section := one_line(story.section or ""):
            yield section, outlet_path(key, section=section)


def _dates(stamp: Stamp) -> Iterator[tuple[str, str]]:
    """The pages of the day, the month and the year, as far as the stamp goes."""
    parts = [int(part) for part in stamp.value[:10].split("-")]
    if len(parts) > 2:
        yield say_day(stamp), day_path(date(*parts[:3]))
    if len(parts) > 1:
        yield say_month(parts[0], parts[1]), month_path(parts[0], parts[1])
    yield str(parts[0]), year_path(parts[0])
