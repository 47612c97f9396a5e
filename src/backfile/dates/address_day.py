"""A story's address -> the day or month that its path, slug or query names (WordPress, Blogger and newsrooms)."""

import re
from typing import NamedTuple
from urllib.parse import urlsplit

from backfile.dates.parse_stamp import ParsedStamp
from backfile.dates.printed_days import is_day
from backfile.lexicon.calendar_names import MONTHS, words_of


class AddressDay(NamedTuple):
    """What an address says."""

    raw: str
    stamp: ParsedStamp


_YEAR = re.compile(r"(?:19|20)\d\d")
_ENGLISH = {word: number + 1 for word, number in words_of(MONTHS, languages=("en",)).items()}
# "/2017/02/23/", "/2017-02-23-", "_20170223"; not "/12017/02/23", "/2023/10/3-questions"
_DAY = re.compile(
    r"(?<!\d)((?:19|20)\d{2})([-_.])(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])(?!\d)"
    r"|(?<=/)((?:19|20)\d{2})/(0?[1-9]|1[0-2])/(0?[1-9]|[12]\d|3[01])(?=[/.?&#]|$)"
    r"|(?<!\d)((?:19|20)\d{2})[/_-]?(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)"
)
# "/2017/feb/23/"
_NAMED_DAY = re.compile(r"/((?:19|20)\d{2})/([a-z]{3,9})/(0?[1-9]|[12]\d|3[01])(?=[/.?]|$)", re.I)
# "23-02-2017" in a slug
_DAY_LAST = re.compile(r"(?<![\d])(0[1-9]|[12]\d|3[01])([-_.])(0[1-9]|1[0-2])\2((?:19|20)\d{2})(?!\d)")
_MONTH = re.compile(r"/((?:19|20)\d{2})[/-](0[1-9]|1[0-2])(?=/)")
# "https://web.archive.org/web/20130307194448/http://...": the address inside is the story's
_REPLAYED = re.compile(r"/web/\d{4,14}[a-z_]*/(https?://.+)$")


def find_address_day(url: str) -> AddressDay | None:
    """The day that the address names, else the month; None where it names neither. A year alone is not looked at."""
    if not _YEAR.search(url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    if parts.netloc.endswith("archive.org"):
        inner = _REPLAYED.search(url)
        return find_address_day(inner[1]) if inner else None
    text = parts.path + ("?" + parts.query if parts.query else "")
    for m in _DAY.finditer(text):
        year, month, day = (m[1], m[3], m[4]) if m[1] else (m[5], m[6], m[7]) if m[5] else (m[8], m[9], m[10])
        if is_day(int(year), int(month), int(day)):
            return _found(m[0], f"{year}-{int(month):02d}-{int(day):02d}", "day")
    named = _NAMED_DAY.search(text)
    if named:
        month_number = _ENGLISH.get(named[2].lower(), 0)
        if is_day(int(named[1]), month_number, int(named[3])):
            return _found(named[0], f"{named[1]}-{month_number:02d}-{int(named[3]):02d}", "day")
    last = _DAY_LAST.search(text)
    if last and int(last[1]) > 12 and is_day(int(last[4]), int(last[3]), int(last[1])):
        return _found(last[0], f"{last[4]}-{last[3]}-{last[1]}", "day")
    month_only = _MONTH.search(text)
    return _found(month_only[0], f"{month_only[1]}-{month_only[2]}", "month") if month_only else None


def _found(raw: str, value: str, precision: str) -> AddressDay:
    return AddressDay(raw, ParsedStamp(value, precision, "unknown", 0, len(raw)))
