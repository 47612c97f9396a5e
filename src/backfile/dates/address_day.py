"""A story's address -> the day or month that its path, slug or query names (WordPress, Blogger and newsrooms)."""

import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import urlsplit

from backfile.dates.parse_stamp import ParsedStamp
from backfile.dates.printed_days import is_day
from backfile.late_pattern import late
from backfile.lexicon.calendar_names import MONTHS, words_of


class AddressDay(NamedTuple):
    """What an address says."""

    raw: str
    stamp: ParsedStamp
    is_path: bool = True
    """True for a day that is a part of the path, which a content system made; false for one among the words of a slug,
    which may be the event's that the story is on."""


_YEAR = late(r"(?:19|20)\d\d")
_ENGLISH = {word: number + 1 for word, number in words_of(MONTHS, languages=("en",)).items()}
# "/2017/02/23/", "/2017-02-23-", "_20170223"; not "/12017/02/23", "/2023/10/3-questions"
_DAY = late(
    r"(?<!\d)((?:19|20)\d{2})([-_.])(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])(?!\d)"
    r"|(?<=/)((?:19|20)\d{2})/(0?[1-9]|1[0-2])/(0?[1-9]|[12]\d|3[01])(?=[/.?&#]|$)"
    r"|(?<!\d)((?:19|20)\d{2})[/_-]?(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)"
)
# "/2017/feb/23/", "/1999/feb/10dam.html"; not "/2017/feb/5things"
_NAMED_DAY = late(r"/((?:19|20)\d{2})/([a-z]{3,9})/(0?[1-9]|[12]\d|3[01])(?=[/.?]|$|(?<=\d\d)[a-z])", re.I)
# "23-02-2017" in a slug
_DAY_LAST = late(r"(?<![\d])(0[1-9]|[12]\d|3[01])([-_.])(0[1-9]|1[0-2])\2((?:19|20)\d{2})(?!\d)")
_MONTH = late(r"/((?:19|20)\d{2})[/-](0[1-9]|1[0-2])(?=/)")
# "https://web.archive.org/web/20130307194448/http://...": the address inside is the story's
_REPLAYED = late(r"/web/\d{4,14}[a-z_]*/(https?://.+)$")


def find_address_days(url: str) -> list[AddressDay]:
    """The days that the address names, else the month; empty where it names neither. A year alone is not looked at."""
    if not _YEAR.search(url):
        return []
    try:
        parts = urlsplit(url)
    except ValueError:
        return []
    if parts.netloc.endswith("archive.org"):
        inner = _REPLAYED.search(url)
        return find_address_days(inner[1]) if inner else []
    text = parts.path + ("?" + parts.query if parts.query else "")
    days = {found.stamp.value: found for found in reversed(list(_days_in(text)))}
    if days:
        return list(reversed(days.values()))
    month_only = _MONTH.search(text)
    return [_found(month_only[0], f"{month_only[1]}-{month_only[2]}", "month")] if month_only else []


def _days_in(text: str) -> Iterator[AddressDay]:
    for m in _DAY.finditer(text):
        year, month, day = (m[1], m[3], m[4]) if m[1] else (m[5], m[6], m[7]) if m[5] else (m[8], m[9], m[10])
        if is_day(int(year), int(month), int(day)):
            yield _found(
                m[0], f"{year}-{int(month):02d}-{int(day):02d}", "day", is_path="/" in m[0] or _fills_segment(text, m)
            )
    for m in _NAMED_DAY.finditer(text):
        month_number = _ENGLISH.get(m[2].lower(), 0)
        if is_day(int(m[1]), month_number, int(m[3])):
            yield _found(m[0], f"{m[1]}-{month_number:02d}-{int(m[3]):02d}", "day")
    for m in _DAY_LAST.finditer(text):
        if int(m[1]) > 12 and is_day(int(m[4]), int(m[3]), int(m[1])):
            yield _found(m[0], f"{m[4]}-{m[3]}-{m[1]}", "day", is_path=_fills_segment(text, m))


def _fills_segment(text: str, m: re.Match[str]) -> bool:
    """Whether a match is the whole of a path's segment: "/20200428/"."""
    return text[m.start() - 1 : m.start()] == "/" and text[m.end() : m.end() + 1] == "/"


def _found(raw: str, value: str, precision: str, *, is_path: bool = True) -> AddressDay:
    return AddressDay(raw, ParsedStamp(value, precision, "unknown", 0, len(raw)), is_path)
