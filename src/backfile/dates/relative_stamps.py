"""Stamps that count back from the moment of reading: "3 hours ago", "vor 2 Stunden", "Yesterday at 4 pm".

They mean nothing without the time of the capture, and no more than their unit: hours hold the day, days hold the day,
weeks and months hold the month when both ends of the span lie in it.
"""

import re
from datetime import datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

from backfile.late_pattern import late
from backfile.lexicon.calendar_names import AGO_AFTER, AGO_BEFORE, DAY_WORDS, UNITS, words_of


class Past(NamedTuple):
    """A moment counted back from the capture."""

    when: datetime
    precision: str
    """minute | day | month | year: what the words make sure of."""
    start: int
    end: int


_UNIT_OF = {word.casefold(): unit for unit, words in UNITS.items() for word in words}
_AGO = frozenset((*AGO_AFTER, *AGO_BEFORE))
_LONGEST = 100
"""Code points: a line that says more than when is no stamp."""
_ONE = "an?|one|une?|einem?r?|einer|una?|un'|egy|en|ett|et|een|um|uma"
_UNITS_OF_CJK = "秒钟?|分[钟鐘]?|小[时時]|時間|天|日|周|週間?|[个個]月|[ヶかカ]月|年|초|분|시간|일|주|개월|년"
# "3 hours", "an hour", "3小时"; the words before and after are looked at apart
_AMOUNT = late(
    rf"(?<![\d:.,/])(\d{{1,3}}|\b(?:{_ONE})\b)\s?({_UNITS_OF_CJK}|[^\W\d_]+)\s?(?:yang\s)?([^\W\d_]+)?", re.I
)
_BEFORE = late(r"([^\W\d_]+(?:\s[ya]{1,2})?)\s$")
_DAY_WORD = late(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SPANS = {"second": timedelta(seconds=1), "minute": timedelta(minutes=1), "hour": timedelta(hours=1),
          "day": timedelta(days=1), "week": timedelta(days=7)}  # fmt: skip
_DAYS = {"week": 7, "month": 30.44, "year": 365.25}
_SELF_AGO = frozenset({"órája", "napja", "hete", "hónapja", "éve"})
"""Hungarian units that mean "ago" by their ending."""


_CUE_WORDS = _AGO | _SELF_AGO | frozenset(words_of(DAY_WORDS))
_MARKS = ",.:;|()[]-–—·•"
_CJK_CUE = late("前|전|昨|今|오늘|어제")


def looks_past(text: str) -> bool:
    """Whether a short text has a word that counts back: a quick look before `find_pasts`."""
    if len(text) > _LONGEST:
        return False
    words = [word.strip(_MARKS) for word in text.casefold().split()]
    return not _CUE_WORDS.isdisjoint(words) or (not text.isascii() and bool(_CJK_CUE.search(text)))


def find_pasts(text: str, captured_at: datetime, *, language: str | None = None) -> list[Past]:
    """The moments of a short `text` that are told by their distance from `captured_at`: counts back, else day words.

    Day words are those of `language` (a BCP 47 tag; English where it is None): "hier" is yesterday in French only.
    """
    if len(text) > _LONGEST:
        return []
    counted = []
    for m in _AMOUNT.finditer(text):
        unit = _UNIT_OF.get(m[2].casefold())
        if unit is not None and _is_ago(text, m):
            counted.append(_counted(captured_at, int(m[1]) if m[1].isdigit() else 1, unit, m))
    if counted:
        return [past for past in counted if past is not None]
    words = _day_words((language or "en")[:2].lower())
    return [
        Past(captured_at - timedelta(days=number), "day", m.start(), m.end())
        for m in _DAY_WORD.finditer(text)
        if (number := words.get(m[0].casefold())) is not None
    ]


@lru_cache(maxsize=64)
def _day_words(language: str) -> dict[str, int]:
    return words_of(DAY_WORDS, languages=(language,))


def _is_ago(text: str, m: re.Match[str]) -> bool:
    before = _BEFORE.search(text, max(0, m.start() - 40), m.start())
    return (
        (m[3] or "").casefold() in _AGO
        or (before is not None and before[1].casefold().split()[-1] in AGO_BEFORE)
        or m[2].casefold() in _SELF_AGO
    )


def _counted(captured_at: datetime, amount: int, unit: str, m: re.Match[str]) -> Past | None:
    """The moment, held at what both ends of the span share: "2 weeks ago" reaches from 14 to 20 days back."""
    start, end = m.start(), m.end(3) if (m[3] or "").casefold() in _AGO else m.end(2)
    if unit in ("second", "minute"):
        return Past(captured_at - amount * _SPANS[unit], "minute", start, end)
    if unit in ("hour", "day"):
        return Past(captured_at - amount * _SPANS[unit], "day", start, end)
    days = _DAYS[unit]
    newest = captured_at - timedelta(days=int(days * amount))
    oldest = captured_at - timedelta(days=int(days * (amount + 1)) - 1)
    if newest.year != oldest.year:
        return None
    return Past(newest, "month" if newest.month == oldest.month else "year", start, end)
