"""A story's address -> the day or month that its path, slug or query names (conventions of WordPress, Blogger and newsrooms)."""

import re
from typing import NamedTuple
from urllib.parse import urlsplit

from backfile.dates.days import is_day
from backfile.dates.names import MONTHS, words_of
from backfile.dates.parse import ParsedStamp


class AddressDay(NamedTuple):
    """What an address says."""

    raw: str
    stamp: ParsedStamp


_ENGLISH = {word: number + 1 for word, number in words_of(MONTHS, languages=("en",)).items()}
# "/2017/02/23/", "/2017-02-23-", "_20170223"; not "/12017/02/23"
_DAY = re.compile(
    r"(?<!\d)((?:19|20)\d{2})([/\-_.])(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])(?!\d)"
    r"|(?<!\d)((?:19|20)\d{2})[/_-]?(0[1-9]|1[0-2])/?(0[1-9]|[12]\d|3[01])(?!\d)"
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
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    if parts.netloc.endswith("archive.org"):
        inner = _REPLAYED.search(url)
        return find_address_day(inner[1]) if inner else None
    text = parts.path + ("?" + parts.query if parts.query else "")
    for m in _DAY.finditer(text):
        year, month, day = (m[1], m[3], m[4]) if m[1] else (m[5], m[6], m[7])
        if is_day(int(year), int(month), int(day)):
            return _found(m[0], f"{year}-{int(month):02d}-{int(day):02d}", "day")
    m = _NAMED_DAY.search(text)
    if m and m[2].lower() in _ENGLISH and is_day(int(m[1]), _ENGLISH[m[2].lower()], int(m[3])):
        return _found(m[0], f"{m[1]}-{_ENGLISH[m[2].lower()]:02d}-{int(m[3]):02d}", "day")
    m = _DAY_LAST.search(text)
    if m and is_day(int(m[4]), int(m[3]), int(m[1])) and int(m[1]) > 12:
        return _found(m[0], f"{m[4]}-{m[3]}-{m[1]}", "day")
    m = _MONTH.search(text)
    return _found(m[0], f"{m[1]}-{m[2]}", "month") if m else None


def _found(raw: str, value: str, precision: str) -> AddressDay:
    return AddressDay(raw, ParsedStamp(value, precision, "unknown", 0, len(raw)))
