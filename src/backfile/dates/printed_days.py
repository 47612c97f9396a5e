"""Days as printed, in numbers or with the month's name, in the languages of lexicon/calendar_names.py: where they are, what they say.

A day of a string is found by one of five shapes (2017-02-23, 2017年2月23日, a month's name with numbers around it,
23.02.2017 with its order, 20170223). What is not sure is not filled in: a year that is not printed is None, and a day
and a month whose order is open are kept as both readings.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from backfile.dates.other_calendars import ERAS, from_buddhist, from_solar_hijri
from backfile.late_pattern import late
from backfile.lexicon.calendar_names import MONTHS, PAIRED_MONTHS, SOLAR_HIJRI, WEEKDAYS, words_of


class PrintedDay(NamedTuple):
    """A day, a month or a year as it stands in a text."""

    start: int
    end: int
    year: int | None
    month: int | None
    day: int | None
    weekday: int | None = None
    """Monday is 0; as named before the day."""
    other: tuple[int, int] | None = None
    """(month, day) of the second reading, where the order of day and month is open."""


DAYS_IN_MONTH = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

_DAY_FIRST_ENGLISH = frozenset(
    {"en-gb", "en-au", "en-nz", "en-ie", "en-in", "en-za", "en-ng", "en-ke", "en-sg", "en-my"}
)
_ORDER_OPEN = frozenset({"en", "zh", "ja", "ko", "fil", "tl"})

# "2017-02-23", "2017/2/23", "2017. 02. 23."; not "1.2017-02-23", "2017-02-234"
_YEAR_FIRST = r"(?<![\d./-])([12]\d{3})([-/.])\s?(1[0-2]|0?[1-9])\2\s?(3[01]|[12]\d|0?[1-9])(?!\d|[./-]\d)"
# "23.02.2017", "2/23/17", "23-02-2017"; not "1.23.02.2017", "23.02.2017.5", "10/12/2017/3"
_YEAR_LAST = r"(?<![\d:])(?<!\d[./-])(\d{1,2})([./-])\s?(\d{1,2})\6\s?(?P<year>(?:19|20|25)\d{2}|1[34]\d{2}|\d{2})(?!\d|[/-]\d|\.\d|%)"
# "20170223"; not "120170223"
_COMPACT = r"(?<!\d)((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)"
_IN_NUMBERS = late(f"{_YEAR_FIRST}|{_YEAR_LAST}|{_COMPACT}")
# "2017年2月23日", "2017년 2월 23일", "令和5年11月3日", "2月23日"; not "2017年度"
_ERA = "|".join(ERAS)
_CJK = late(
    rf"(?:(?:(?P<era>{_ERA})(?P<of_era>元|\d{{1,3}})|(?<!\d)(?P<year>\d{{4}}))\s?"
    rf"(?:[年년]\s?(?:[（(](?:(?:{_ERA})(?:元|\d{{1,2}})|\d{{4}})年?[）)]\s?)?|[（(](?:(?:{_ERA})(?:元|\d{{1,2}})|\d{{4}})[）)]年\s?))?"
    r"(?<!\d)(?P<month>1[0-2]|0?[1-9])\s?[月월]\s?(?:(?P<day>3[01]|[12]\d|0?[1-9])\s?[日일号號])?"
)
# "H23.5.3", "R1.5.3": the letter of an era of Japan
_LETTERED = late(r"(?<![A-Za-z\d])([HR])(\d{1,2})([./])(1[0-2]|0?[1-9])\3(3[01]|[12]\d|0?[1-9])(?![\d./])")
_LETTERS = {"H": "平成", "R": "令和"}
_WORD = late(r"[^\W\d_][^\s\d,;:|/()\[\]<>\-–—•·]*")
# before a month's name: "23 ", "23rd of ", "23. ", "1er ", "23 de "; not "2017 "
_DAY_BEFORE = late(
    r"(?<!\d)(?<!\d[:.,/])(3[01]|[12]\d|0?[1-9])(?:\s?(?:st|nd|rd|th)|er|[ºª°]|-?го|-?е)?[\s.,/-]{0,3}(?:(?:of|de|di|del|ngày|a)\s|d[’'])?\s?$",
    re.I,
)
_YEAR_BEFORE = late(r"(?<!\d)([12]\d{3})(?:[.,/-]|\s|m\.|g\.|gada|(?:e)?ko){1,4}$")
# before a day and its month: "2011. gada 3. maijs", "2011 m. "; not "In 2011 3 May"
_YEAR_FIRST_OF_ALL = late(r"(?<!\d)([12]\d{3})(?:\. ?gada|\s?m\.)\s*$")
# after it: ", 2017", " de 2017", "-2017", " '17"
_YEAR_AFTER = late(r"[\s.,/\-–—]{0,3}(?:de[l]?\s|of\s|d[’']|в\s|năm\s|พ\.ศ\.\s?)?([12]\d{3})(?!\d|:\d)")
_SHORT_YEAR_AFTER = late(r"\.?(?:\s?['’`]|[-/])(\d{2})(?![\d:.])")
_DAY_AFTER = late(r"\.?[\s/-]{0,2}(3[01]|[12]\d|0?[1-9])(?!\d|:\d|[.]\d\d)(?:\s?(?:st|nd|rd|th)\b|\.|a)?")
# "Thu Feb 23 16:47:00 EST 2017": the year of ctime(3) stands after the clock
_CTIME_YEAR = re.compile(r"[ T,]+\d\d:\d\d(?::\d\d)?(?:\s*+(?:[A-Z]{2,5}|[+-]\d{4}))?\s++((?:19|20)\d{2})(?!\d)")
# the second name of a month that is named twice: "/أغسطس", " (أكتوبر)", "/Mai"
_TWIN = late(r"\s?[/(（–-]\s?([^\W\d_][^\s\d/()]*)\s?[)）]?")
_WHICH_OF_TWO = late(r"\s(ال?[أاآ]ول|الثاني)(?![^\W\d_])")
# " 54" after a month of Thailand: two figures of the Buddhist era
_SHORT_THAI_YEAR = late(r"\.?\s(\d{2})(?![\d:.])")
_THAI = late("[\u0e00-\u0e7f]")
_VIETNAMESE = late(r"(?:ngày\s)?(?<!\d)(\d{1,2})\s+tháng\s+(\d{1,2})(?:[,\s]+năm\s+|[,\s]+)((?:19|20)\d{2})", re.I)
# what a day in numbers alone has: "23.0", "20170223"; not "February 23, 2017"
_NUMBERS = late(r"\d[-/.]\s?\d|\d{8}")
_HAS_CJK = late("[月월]")

_SOLAR_FROM = 100
"""What is added to the number of a Solar Hijri month, to tell it from a Gregorian one."""
_MONTH_WORDS = {word: number + 1 for word, number in words_of(MONTHS).items()}
_SOLAR = {word: _SOLAR_FROM + number + 1 for word, number in words_of(SOLAR_HIJRI).items()}
_MONTH_WORDS |= {word: month for word, month in _SOLAR.items() if word not in _MONTH_WORDS}
_WEEKDAY_WORDS = words_of(WEEKDAYS)


@lru_cache(maxsize=64)
def _months_of(language: str) -> dict[str, int]:
    """Month names where those of `language` (a primary subtag) win over their namesakes elsewhere."""
    return {**_MONTH_WORDS, **{w: n + 1 for w, n in words_of(MONTHS, languages=(language,)).items()}}


def find_days(text: str, *, language: str | None = None, day_first: bool | None = None) -> list[PrintedDay]:
    """Days, months with a year, in order of place and not overlapping. `language` is a BCP 47 tag."""
    found = _found_in(text, language, day_first)
    found = [day for day in found if day.day is None or is_day(day.year or 2000, day.month or 1, day.day)]
    if len(found) < 2:
        return [_with_weekday(text, day) for day in found]
    found.sort(key=lambda day: (day.start, -day.end))
    kept: list[PrintedDay] = []
    for day in found:
        if not kept or day.start >= kept[-1].end:
            kept.append(_with_weekday(text, day))
    return kept


def _found_in(text: str, language: str | None, day_first: bool | None) -> list[PrintedDay]:
    """The days of a text by each of the shapes that its characters leave open."""
    code = (language or "").lower().split("-")[0]
    found: list[PrintedDay] = []
    if _NUMBERS.search(text):
        found += _in_numbers(text, day_first_of(language) if day_first is None else day_first)
        if code in _OTHER_YEARS:
            found = [read for day in found if (read := _OTHER_YEARS[code](day)) is not None]
    if not text.isascii():
        found += _cjk(text) if _HAS_CJK.search(text) else []
        found += _vietnamese(text)
    if code == "ja":
        found += _lettered(text)
    return found + _named(text, code)


def day_first_of(language: str | None) -> bool | None:
    """Whether 03/02 is the 3rd of February where `language` is written; None where both orders are."""
    if not language:
        return None
    tag = language.lower().replace("_", "-")
    if tag in _DAY_FIRST_ENGLISH:
        return True
    return None if tag.split("-")[0] in _ORDER_OPEN else True


_DAY_FIRST_COUNTRIES = frozenset(
    "uk au nz ie in za ng ke gh ug zm zw sg my pk lk bd mt jm tt de fr it es pt nl be lu at ch dk se no fi pl cz sk hu ro bg gr tr "
    "hr rs si ee lv lt cy br ar mx cl pe uy ec ve bo py cr gt ru ua il ae sa qa eg ma tn id vn th".split()
)
_MONTH_FIRST_COUNTRIES = frozenset("us gov mil edu".split())


def day_first_in(host: str | None) -> bool | None:
    """Whether 03/02 is the 3rd of February in the country that the last label of a host's name stands for; None where it
    stands for none, or for one that writes both (Canada, the Philippines)."""
    country = (host or "").rsplit(".", 1)[-1].lower()
    return False if country in _MONTH_FIRST_COUNTRIES else True if country in _DAY_FIRST_COUNTRIES else None


def is_day(year: int, month: int, day: int) -> bool:
    """True for a day of the calendar."""
    if not (1 <= month <= 12 and 1 <= day <= DAYS_IN_MONTH[month - 1]):
        return False
    return not (month == 2 and day == 29) or (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))


def _in_numbers(text: str, day_first: bool | None) -> list[PrintedDay]:
    found = []
    for m in _IN_NUMBERS.finditer(text):
        if m[1] or m[9]:
            year, month, day = (m[1], m[3], m[4]) if m[1] else (m[9], m[10], m[11])
            found.append(PrintedDay(m.start(), m.end(), int(year), int(month), int(day)))
        elif (numeric := _year_last(text, m, day_first)) is not None:
            found.append(numeric)
    return found


def _vietnamese(text: str) -> list[PrintedDay]:
    return [PrintedDay(m.start(), m.end(), int(m[3]), int(m[2]), int(m[1])) for m in _VIETNAMESE.finditer(text)]


def _cjk(text: str) -> list[PrintedDay]:
    found = []
    for m in _CJK.finditer(text):
        year: int | None = int(m["year"]) if m["year"] else None
        if m["era"]:
            year = _year_of_era(m["era"], m["of_era"])
        if year is not None or m["day"]:
            found.append(PrintedDay(m.start(), m.end(), year, int(m["month"]), int(m["day"]) if m["day"] else None))
    return found


def _year_of_era(era: str, number: str) -> int:
    return ERAS[era] + (1 if number == "元" else int(number))


def _lettered(text: str) -> list[PrintedDay]:
    """Days whose year is an era of Japan by its letter."""
    return [
        PrintedDay(m.start(), m.end(), _year_of_era(_LETTERS[m[1]], m[2]), int(m[4]), int(m[5]))
        for m in _LETTERED.finditer(text)
    ]


def _from_solar(day: PrintedDay) -> PrintedDay | None:
    """A day in numbers on a page in Persian or Pashto: its year is a Solar Hijri one where it is of that time."""
    readings = [(day.month, day.day), day.other]
    for month, number in (one for one in readings if one is not None):
        if day.year is not None and month and number and (solar := from_solar_hijri(day.year, month, number)):
            return day._replace(year=solar.year, month=solar.month, day=solar.day, other=None)
    return day if day.year is None or day.year >= 1900 else None


def _from_buddhist(day: PrintedDay) -> PrintedDay:
    return day if day.year is None else day._replace(year=from_buddhist(day.year))


_OTHER_YEARS: dict[str, Callable[[PrintedDay], PrintedDay | None]] = {
    "fa": _from_solar, "ps": _from_solar, "th": _from_buddhist, "lo": _from_buddhist,
}  # fmt: skip
"""How a year in numbers is read where the page's language has a calendar of its own."""


def _year_last(text: str, m: re.Match[str], day_first: bool | None) -> PrintedDay | None:
    a, mark, b, year = int(m[5]), m[6], int(m[7]), _full_year(m["year"])
    readings = [(month, day) for month, day in ((b, a), (a, b)) if is_day(year, month, day)]
    if not readings or (len(m["year"]) == 2 and mark == "." and text[m.end() : m.end() + 1] == ":"):
        return None
    if len(readings) == 2 and (mark == "." or day_first is not None or a == b):
        readings = readings[1:] if day_first is False and mark != "." else readings[:1]
    other = readings[1] if len(readings) == 2 else None
    return PrintedDay(m.start(), m.end(), year, *readings[0], None, other)


def _full_year(digits: str) -> int:
    """ "17" is 2017, "97" is 1997 (POSIX strptime's rule for two digits)."""
    year = int(digits)
    if len(digits) == 4:
        return year
    return year + (2000 if year < 69 else 1900)


def _named(text: str, language: str) -> list[PrintedDay]:
    months = _months_of(language) if language else _MONTH_WORDS
    found = []
    for m in _WORD.finditer(text):
        word = m[0].casefold()
        month = months.get(word)
        if month is None and not word.isalpha():
            month = months.get(word.rstrip(".’'"))
        elif month is None and word[0] == "ב":
            month = months.get(word[1:])
        end = m.end()
        if word in PAIRED_MONTHS and (which := _WHICH_OF_TWO.match(text, end)):
            month, end = PAIRED_MONTHS[word][which[1] == "الثاني"], which.end()
        if month is not None:
            twin = _TWIN.match(text, end)
            if twin and months.get(twin[1].casefold().rstrip(".")) == month:
                end = twin.end()
            day = _around(text, m.start(), end, month)
            if day is not None:
                found.append(day)
    return found


def _around(text: str, start: int, end: int, month: int) -> PrintedDay | None:
    """The day of a month's name at text[start:end], from the numbers on both sides of it."""
    before = text[max(0, start - 14) : start]
    offset = start - len(before)
    left = _DAY_BEFORE.search(before)
    if left:
        return _around_day_first(text, (start, end), month, left)
    right = _DAY_AFTER.match(text, end)
    year_first = _YEAR_BEFORE.search(before)
    if right and year_first:
        return _checked(offset + year_first.start(), right.end(), year_first[1], month, right[1])
    if right:
        at = right.end()
        after = _YEAR_AFTER.match(text, at) or _SHORT_YEAR_AFTER.match(text, at) or _CTIME_YEAR.match(text, at)
        return _checked(
            start, after.end() if after and after.re is not _CTIME_YEAR else at, after and after[1], month, right[1]
        )
    year = _YEAR_AFTER.match(text, end)
    if year:
        return _checked(start, year.end(), year[1], month, None)
    return _checked(offset + year_first.start(), end, year_first[1], month, None) if year_first else None


def _around_day_first(text: str, name: tuple[int, int], month: int, left: re.Match[str]) -> PrintedDay | None:
    """The day of a month's name that stands after its day, with the year after both, or as in Latvia before."""
    start, end = name
    first = start - len(left.string) + left.start()
    year = _YEAR_AFTER.match(text, end) or _SHORT_YEAR_AFTER.match(text, end) or _CTIME_YEAR.match(text, end)
    if year is None and _THAI.match(text, start) and (short := _SHORT_THAI_YEAR.match(text, end)):
        return _checked(first, short.end(), f"25{short[1]}", month, left[1])
    if year is None and (before := _YEAR_FIRST_OF_ALL.search(left.string[: left.start()])):
        return _checked(start - len(left.string) + before.start(), end, before[1], month, left[1])
    return _checked(first, year.end() if year else end, year and year[1], month, left[1])


def _checked(start: int, end: int, year: str | None, month: int, day: str | None) -> PrintedDay | None:
    number = from_buddhist(_full_year(year)) if year else None
    if month > _SOLAR_FROM:
        solar = from_solar_hijri(number, month - _SOLAR_FROM, int(day)) if number and day else None
        return PrintedDay(start, end, solar.year, solar.month, solar.day) if solar else None
    if day is not None and not is_day(number or 2000, month, int(day)):
        return None
    return PrintedDay(start, end, number, month, int(day) if day else None)


def _with_weekday(text: str, day: PrintedDay) -> PrintedDay:
    """The day with the weekday named just before it, or in brackets just after."""
    before = text[max(0, day.start - 22) : day.start]
    words = _WORD.findall(before)
    weekday = _WEEKDAY_WORDS.get(words[-1].casefold().rstrip(".")) if words else None
    if weekday is None and len(words) > 1:
        weekday = _WEEKDAY_WORDS.get("-".join(words[-2:]).casefold())
    return day if weekday is None else day._replace(weekday=weekday)


def without_weekday(before: str) -> str:
    """The words before a day without the weekday that ends them."""
    words = before.split()
    is_named = bool(words) and words[-1].casefold().rstrip(".,") in _WEEKDAY_WORDS
    return " ".join(words[:-1]) if is_named else before
