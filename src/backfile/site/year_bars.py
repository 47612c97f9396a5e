"""Bars of stories by year, month or day, as pages draw them: heights are worked out here, the drawing is SVG without a style or a script."""

import calendar
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import NamedTuple

from backfile.model.shelves import DayCount
from backfile.site.site_address import day_path, month_path
from backfile.wording.age import short_months
from backfile.wording.site_languages import gettext

BAR_HEIGHT = 40
_LEAST = 2
"""The bar of a single story can be seen."""


class Bar(NamedTuple):
    """One year, month or day. Without stories there is no path, nor where it has no page."""

    name: str
    stories: int
    height: int
    path: str | None
    is_chosen: bool = False


class BarRow(NamedTuple):
    """A row of bars: a decade."""

    name: str
    bars: tuple[Bar, ...]


class Week(NamedTuple):
    """A week of a month's calendar: seven days, None outside the month."""

    days: tuple[Bar | None, ...]


def year_bars(
    counts: Iterable[tuple[int | None, int]], path: Callable[[int], str | None], *, chosen: int | None = None
) -> tuple[BarRow, ...]:
    """The years in decades, the latest first. Every decade from the first to the last has its ten years."""
    held = {year: stories for year, stories in counts if year is not None}
    if not held:
        return ()
    most = max(held.values())
    decades = sorted({year // 10 for year in held}, reverse=True)
    return tuple(
        BarRow(
            gettext("{decade}s").format(decade=f"{decade}0"),
            tuple(
                _bar(str(year), held.get(year, 0), most, path(year), is_chosen=year == chosen)
                for year in range(decade * 10, decade * 10 + 10)
            ),
        )
        for decade in decades
    )


def month_bars(year: int, days: Iterable[DayCount]) -> tuple[Bar, ...]:
    """The twelve months of a year, by the stories that say their day."""
    held = [0] * 12
    for one in days:
        held[one.day.month - 1] += one.stories
    most, names = max(held), short_months()
    return tuple(_bar(names[at], held[at], most, month_path(year, at + 1)) for at in range(12))


def weeks_of(year: int, month: int, days: Iterable[DayCount]) -> tuple[Week, ...]:
    """A month's calendar, weeks from Monday to Sunday (ISO 8601)."""
    held = {one.day.day: one.stories for one in days}
    most = max(held.values(), default=0)
    return tuple(
        Week(
            tuple(
                _bar(str(day), held.get(day, 0), most, day_path(date(year, month, day))) if day else None
                for day in week
            )
        )
        for week in calendar.monthcalendar(year, month)
    )


def _bar(name: str, stories: int, most: int, path: str | None, *, is_chosen: bool = False) -> Bar:
    if not stories:
        return Bar(name, 0, 0, None)
    return Bar(name, stories, max(_LEAST, round(BAR_HEIGHT * stories / most)), path, is_chosen)


def nearest(numbers: Sequence[int], to: int) -> tuple[int | None, int | None]:
    """The greatest number below and the least above."""
    return max((n for n in numbers if n < to), default=None), min((n for n in numbers if n > to), default=None)
