"""Holidays that news names: fixed days, and those that a weekday of a month fixes (5 U.S.C. 6103 and custom)."""

from datetime import date, timedelta

from backfile.dates.text.context import Context, Found, Reading
from backfile.dates.text.tense import direction_of
from backfile.dates.text.tokens import Tokens

_HOLIDAYS = {
    "christmas eve": "12-24", "christmas day": "12-25", "christmas": "12-25", "xmas": "12-25", "halloween": "10-31",
    "independence day": "07-04", "veterans day": "11-11", "boxing day": "12-26", "valentine": "02-14",
}  # fmt: skip
_MOVING = {"thanksgiving": (11, 3, 4), "labor day": (9, 0, 1), "labour day": (9, 0, 1), "memorial day": (5, 0, -1),
           "presidents day": (2, 0, 3), "mlk day": (1, 0, 3), "columbus day": (10, 0, 2)}  # fmt: skip


def holiday(tokens: Tokens, start: int, end: int, context: Context) -> Found | None:
    """ "Christmas Eve", "Labor Day 2016", "Thanksgiving"."""
    if not tokens.words[start][0].isupper():
        return None
    two = f"{tokens.lower(start)} {tokens.lower(start + 1)}"
    name = two if two in _HOLIDAYS or two in _MOVING else tokens.lower(start)
    if name not in _HOLIDAYS and name not in _MOVING:
        return None
    end = start + len(name.split())
    if tokens.kinds[end : end + 1] == "Y":
        return Found(start, end + 1, Reading("DATE", _holiday_in(name, int(tokens.words[end])), "as-printed"))
    if context.published is None:
        return Found(start, end, Reading("DATE", None, "unanchored"))
    direction = direction_of(tokens, start, end)
    year_number = context.published.year
    value = _holiday_in(name, year_number)
    today = context.published.isoformat()
    if direction > 0 and value < today:
        value = _holiday_in(name, year_number + 1)
    elif direction <= 0 and value > today and (date.fromisoformat(value) - context.published).days > 45:
        value = _holiday_in(name, year_number - 1)
    return Found(start, end, Reading("DATE", value, "nearest-day", today))


def _holiday_in(name: str, year_number: int) -> str:
    if name in _HOLIDAYS:
        return f"{year_number:04d}-{_HOLIDAYS[name]}"
    month, weekday, count = _MOVING[name]
    if count > 0:
        first = date(year_number, month, 1)
        return (first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (count - 1))).isoformat()
    last = date(year_number, month, 31)
    return (last - timedelta(days=(last.weekday() - weekday) % 7)).isoformat()
