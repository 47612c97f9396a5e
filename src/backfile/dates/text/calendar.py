"""Calendar arithmetic in TIMEX3 values: "2017-02", "2017-W08", "2017-Q1", "201" for the decade (ISO 8601, TimeML 1.2.1)."""

import re
from calendar import monthrange
from datetime import date, timedelta

_WEEK = re.compile(r"(\d{4})-W(\d\d)")


def value_of(day: date, unit: str, shift: int = 0) -> str:
    """The day, week, month, quarter, year, decade or century that holds `day`, moved by `shift` of them."""
    if unit == "D":
        return (day + timedelta(days=shift)).isoformat()
    if unit in ("W", "WE", "F"):
        year, week, _ = (day + timedelta(weeks=shift * (2 if unit == "F" else 1))).isocalendar()
        return f"{year}-W{week:02d}" + ("-WE" if unit == "WE" else "")
    if unit in ("M", "Q"):
        step = 1 if unit == "M" else 3
        months = day.year * 12 + day.month - 1 + shift * step
        year, month = divmod(months, 12)
        return f"{year:04d}-{month + 1:02d}" if unit == "M" else f"{year:04d}-Q{month // 3 + 1}"
    if unit == "Y":
        return f"{day.year + shift:04d}"
    if unit == "DE":
        return f"{day.year // 10 + shift:03d}"
    return f"{day.year // 100 + shift:02d}"


def moved(day: date, unit: str, count: int) -> date:
    """The day `count` units away; the month's last day where there is no such day."""
    days = {"D": 1, "W": 7, "WE": 7, "F": 14}.get(unit)
    if days:
        return date.fromordinal(min(max(day.toordinal() + days * count, 1), date.max.toordinal()))
    months = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200, "ML": 12000}[unit] * count
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    year = min(max(year, 1), 9999)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def weekday_near(day: date, weekday: int, direction: int) -> date:
    """The named weekday: the day itself or the last one before it (0), strictly before (-1), strictly after (1)."""
    back = (day.weekday() - weekday) % 7
    if direction == 0:
        return day - timedelta(days=back)
    if direction < 0:
        return day - timedelta(days=back or 7)
    return day + timedelta(days=(weekday - day.weekday()) % 7 or 7)


def day_of(value: str | None) -> date | None:
    """The first day of what a value names; None where it names no stretch of the calendar."""
    if not value:
        return None
    week = _WEEK.match(value)
    try:
        if week:
            return date.fromisocalendar(int(week[1]), int(week[2]), 1)
        if re.match(r"\d{4}-\d\d-\d\d", value):
            return date.fromisoformat(value[:10])
        if re.fullmatch(r"\d{4}-\d\d", value):
            return date(int(value[:4]), int(value[5:]), 1)
        if re.fullmatch(r"\d{4}(?:-(?:SP|SU|FA|WI))?", value):
            month = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}.get(value[5:], 1)
            return date(int(value[:4]), month, 1)
        if re.fullmatch(r"\d{4}-Q\d", value):
            return date(int(value[:4]), int(value[6]) * 3 - 2, 1)
    except ValueError:
        return None
    return None
