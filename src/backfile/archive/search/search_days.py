"""The days between which a search looks, as people and programs write them: a day, or a whole month or year."""

import re
from calendar import monthrange
from datetime import date, datetime
from typing import TypeAlias

from backfile.errors import QueryError

_DAY = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?", re.ASCII)
"""Matches "2017", "2017-02", "2017-02-23"; not "23/02/2017"."""


Day: TypeAlias = date | str | None
"""A day as a program gives it: a date, or ISO 8601 text, which may be a month or a year."""


def first_day(text: Day) -> date | None:
    """The first day of the day, month or year given; None for nothing.

    Raises QueryError, a ValueError, for what is no date; TypeError for what is neither a date nor text.
    """
    return _day(text, last=False)


def last_day(text: Day) -> date | None:
    """The last day of the day, month or year given; None for nothing.

    Raises QueryError, a ValueError, for what is no date; TypeError for what is neither a date nor text.
    """
    return _day(text, last=True)


def _day(text: Day, *, last: bool) -> date | None:
    if isinstance(text, date):
        return text.date() if isinstance(text, datetime) else text
    if text is not None and not isinstance(text, str):
        raise TypeError(f"{text!r} is no day: give a date, or text such as 2017-02-23, 2017-02 or 2017")
    if not text:
        return None
    parts = _DAY.fullmatch(text)
    if parts is None:
        raise QueryError(f"“{text}” is not a date: write a year, 2017, a month, 2017-02, or a day, 2017-02-23")
    year, month, day = (int(part) if part else None for part in parts.groups())
    assert year is not None
    try:
        month = month or (12 if last else 1)
        return date(year, month, day or (monthrange(year, month)[1] if last else 1))
    except ValueError as error:
        raise QueryError(f"there is no day {text} in the calendar") from error
