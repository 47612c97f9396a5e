"""Holidays that news names: fixed days, those that a weekday of a month fixes (5 U.S.C. 6103 and custom), those of Easter.

A holiday that falls on other days in other countries of the same language (Mother's Day) is not known here.
"""

from datetime import date, timedelta

from backfile.dates.text.context import Context, Found, Reading
from backfile.dates.text.tense import direction_of
from backfile.dates.text.time_tokens import Tokens
from backfile.model.certainties import DateCertainty

_FIXED = {
    "christmas eve": "12-24", "christmas day": "12-25", "christmas": "12-25", "xmas": "12-25", "halloween": "10-31",
    "independence day": "07-04", "veterans day": "11-11", "armistice day": "11-11", "boxing day": "12-26",
    "valentines day": "02-14", "new years day": "01-01", "new years eve": "12-31", "groundhog day": "02-02",
    "bastille day": "07-14", "juneteenth": "06-19", "anzac day": "04-25",
}  # fmt: skip
_WEEKDAY_OF_MONTH = {
    "thanksgiving": (11, 3, 4, 0), "thanksgiving day": (11, 3, 4, 0), "black friday": (11, 3, 4, 1),
    "cyber monday": (11, 3, 4, 4), "labor day": (9, 0, 1, 0), "labour day": (9, 0, 1, 0), "memorial day": (5, 0, -1, 0),
    "presidents day": (2, 0, 3, 0), "mlk day": (1, 0, 3, 0), "martin luther king day": (1, 0, 3, 0),
    "martin luther king jr day": (1, 0, 3, 0), "columbus day": (10, 0, 2, 0),
}  # fmt: skip
"""Month, weekday, which of them (-1 is the last), days after it."""
_AFTER_EASTER = {"easter": 0, "easter sunday": 0, "easter monday": 1, "good friday": -2, "palm sunday": -7,
                 "ash wednesday": -46}  # fmt: skip
_NAMES = {*_FIXED, *_WEEKDAY_OF_MONTH, *_AFTER_EASTER}
_LONGEST = 9
"""Tokens of the longest name: "Martin Luther King, Jr., Day"."""
_NEAR_AHEAD = 45


def holiday(tokens: Tokens, start: int, end: int, context: Context) -> Found | None:
    """ "Christmas Eve", "Labor Day 2016", "Thanksgiving", "New Year's Day"."""
    name, end = _named(tokens, start)
    if name is None or (" " not in name and _goes_on(tokens, end)):
        return None
    if tokens.kinds[end : end + 1] == "Y":
        return Found(
            start, end + 1, Reading("DATE", _holiday_in(name, int(tokens.words[end])), DateCertainty.AS_PRINTED)
        )
    if context.published is None:
        return Found(start, end, Reading("DATE", None, DateCertainty.UNANCHORED))
    direction = direction_of(tokens, start, end)
    year_number = context.published.year
    value = _holiday_in(name, year_number)
    today = context.published.isoformat()
    if direction > 0 and value < today:
        value = _holiday_in(name, year_number + 1)
    elif direction <= 0 and value > today and (date.fromisoformat(value) - context.published).days > _NEAR_AHEAD:
        value = _holiday_in(name, year_number - 1)
    return Found(start, end, Reading("DATE", value, DateCertainty.NEAREST_DAY, today))


def _goes_on(tokens: Tokens, end: int) -> bool:
    """ "Christmas Island", "Easter Rising"."""
    return tokens.kinds[end : end + 1] == "w" and tokens.words[end][0].isupper()


def _named(tokens: Tokens, start: int) -> tuple[str | None, int]:
    """The longest name of a holiday at `start` and the token after it; apostrophes and full stops are no part of it."""
    name, found, end = "", None, start
    for at in range(start, min(start + _LONGEST, len(tokens.words))):
        word = tokens.lower(at)
        if tokens.kinds[at] in "'.,":
            continue
        name = name + "s" if word == "s" and tokens.kinds[at - 1] == "'" else f"{name} {word}".lstrip()
        if name in _NAMES:
            found, end = name, at + 1
    return found, end


def _holiday_in(name: str, year_number: int) -> str:
    if name in _FIXED:
        return f"{year_number:04d}-{_FIXED[name]}"
    if name in _AFTER_EASTER:
        return (_easter(year_number) + timedelta(days=_AFTER_EASTER[name])).isoformat()
    month, weekday, count, after = _WEEKDAY_OF_MONTH[name]
    if count > 0:
        first = date(year_number, month, 1)
        days = (weekday - first.weekday()) % 7 + 7 * (count - 1) + after
        return (first + timedelta(days=days)).isoformat()
    last = date(year_number, month, 31)
    return (last - timedelta(days=(last.weekday() - weekday) % 7)).isoformat()


def _easter(year_number: int) -> date:
    """Easter Sunday of the Gregorian calendar, by the rule of the almanacs (Meeus, Jones and Butcher)."""
    golden, century, of_century = year_number % 19, year_number // 100, year_number % 100
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (of_century // 4) - epact - of_century % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year_number, month, day + 1)
