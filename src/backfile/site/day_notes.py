"""The dates of a story's own words as a page sets them: a <time> element, and the day in full where the words lack it.

The words stay the newsroom's; what is worked out stands beside them, as exact as the reading of them is.
"""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from backfile.model.certainties import DateCertainty
from backfile.model.story import DateMention, Story
from backfile.site.when import said_day
from backfile.wording.age import from_to, said_months, say_day_of_years, say_month
from backfile.wording.site_languages import gettext, to_translate

_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d(?::\d\d)?Z?)?.*)?")
_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?")
_PART = re.compile(r"(\d{4})-(Q[1-4]|H[12]|SP|SU|FA|WI)")
_YEAR = re.compile(r"\d{4}")
_SEASONS = {
    "SP": to_translate("spring {year}"),
    "SU": to_translate("summer {year}"),
    "FA": to_translate("autumn {year}"),
    "WI": to_translate("winter {year}"),
}
_SURE = frozenset({DateCertainty.AS_PRINTED, DateCertainty.COUNTED, DateCertainty.VAGUE, DateCertainty.UNANCHORED})
"""What the words give, or give counted from the publication. All other certainties name rules of thumb, which are wrong now and
then (docs/dates.md): what they give is said to be probable."""


class DayNote(NamedTuple):
    """What a date expression means."""

    machine: str
    """A valid datetime of HTML, no finer than the words."""
    words: str | None
    """ "23 February 2017"; None where the words print it themselves."""


class Noted(NamedTuple):
    """A stretch of text that is a date: start and end in the text that it is in."""

    start: int
    end: int
    note: DayNote


def noted(mentions: Iterable[DateMention]) -> tuple[Noted, ...]:
    """The mentions that a page marks, in order: dates and times of the calendar, in no case two over the same words."""
    found: list[Noted] = []
    for mention in sorted(mentions, key=lambda mention: mention.start):
        note = day_note(mention)
        if note is not None and mention.end > mention.start and (not found or found[-1].end <= mention.start):
            found.append(Noted(mention.start, mention.end, note))
    return tuple(found)


def has_notes(story: Story) -> bool:
    """Whether anything stands beside the words of the body."""
    return any(date.note.words for date in noted(story.dates))


def day_note(mention: DateMention) -> DayNote | None:
    """What the page says of a date; None for a length of time, a "now" and what no calendar of days holds."""
    if mention.type not in ("DATE", "TIME") or mention.value is None:
        return None
    try:
        said = _said(mention.value)
    except ValueError:
        return None
    if said is None:
        return None
    machine, words = said
    if mention.certainty == DateCertainty.AS_PRINTED and mention.value[:4] in mention.text:
        return DayNote(machine, None)
    return DayNote(machine, words if mention.certainty in _SURE else gettext("probably {day}").format(day=words))


def _said(value: str) -> tuple[str, str] | None:
    """The value for a machine and in words. Raises ValueError for a day that there is not."""
    if m := _DAY.fullmatch(value):
        day, clock = m[1], m[2] or ""
        date.fromisoformat(day)
        return (f"{day}T{clock}" if clock and clock < "24" else day), said_day(day)
    if m := _MONTH.fullmatch(value):
        return value, say_month(int(m[1]), int(m[2]))
    if m := _WEEK.fullmatch(value):
        return value.removesuffix("-WE"), _week(int(m[1]), int(m[2]), is_weekend=bool(m[3]))
    if m := _PART.fullmatch(value):
        return m[1], _part_of_year(m[2], m[1])
    return (value, value) if _YEAR.fullmatch(value) else None


def _week(year: int, week: int, *, is_weekend: bool) -> str:
    first = date.fromisocalendar(year, week, 6 if is_weekend else 1)
    if not is_weekend:
        return gettext("the week of {day}").format(day=said_day(first.isoformat()))
    last = first + timedelta(days=1)
    if first.month == last.month:
        return gettext("{first} and {last}").format(first=first.day, last=said_day(last.isoformat()))
    return gettext("{first} and {last}").format(
        first=say_day_of_years(first.month, first.day), last=said_day(last.isoformat())
    )


def _part_of_year(part: str, year: str) -> str:
    if part in _SEASONS:
        return gettext(_SEASONS[part]).format(year=year)
    length = 3 if part[0] == "Q" else 6
    last = int(part[1]) * length
    return from_to(said_months()[last - length], say_month(int(year), last))
