"""Times of the clock, alone and with their day: "6:40 p.m.", "4:47 p.m. Thursday", "10 a.m. on March 23"."""

import re

from backfile.dates.text import calendar_dates, weekdays
from backfile.dates.text import day_parts as parts
from backfile.dates.text.context import Context, Found, Reading
from backfile.dates.text.numbers import amount
from backfile.dates.text.time_tokens import Tokens
from backfile.dates.text.time_words import PART_OF_DAY, ZONES
from backfile.model.certainties import DateCertainty

_CLOCK = re.compile(r"Ch?|[nu]h|i|[mY]~")
_DATE = re.compile(
    r"(?P<full>(?:D\.?,?)?(?:M\.?[nN],?Y|[nN]o?M\.?,?Y))|(?P<day>(?:D\.?,?)?(?:M\.?[nN]|[nN]o?M))|(?P<figures>/)"
)
_AT = frozenset("at around about by before after".split())
_BUILDS = {"full": calendar_dates.full_date, "day": calendar_dates.month_day, "figures": calendar_dates.numeric}


def clock(tokens: Tokens, start: int, end: int, context: Context) -> Found | None:
    """ "6:40 p.m.", "12:00 UTC", "noon": of the last day named in the passage, else the publication day."""
    time, end = _time(tokens, start)
    if time is None or (
        tokens.kinds[start] == "i"
        and tokens.words[start].istitle()
        and tokens.words[end : end + 1]
        and tokens.words[end].istitle()
    ):
        return None  # "Midnight Magic"
    base = context.day_reference()
    if base is None:
        return Found(start, end, Reading("TIME", f"T{time}", DateCertainty.UNANCHORED))
    return Found(start, end, Reading("TIME", f"{base.isoformat()}T{time}", DateCertainty.LAST_NAMED, base.isoformat()))


def clock_and_day(tokens: Tokens, start: int, end: int, context: Context) -> Found | None:
    """ "4 p.m. Thursday", "16:00 UTC today", "8:30 this morning"."""
    time, after = _time(tokens, start)
    if time is None:
        return None
    rest = after
    while rest < end and tokens.kinds[rest] in ",I":
        rest += 1
    found = _joined(tokens, start, end, rest, end, time, context)
    if found is not None and tokens.lower(rest - 1) == "on":
        return found._replace(end=after)
    return found


def day_and_clock(tokens: Tokens, start: int, end: int, context: Context) -> Found | None:
    """ "Thursday at 4 p.m."."""
    m = _CLOCK.search(tokens.kinds, start + 1, end)
    if m is None:
        return None
    time, after = _time(tokens, m.start())
    if time is None:
        return None
    last = m.start()
    while last > start and tokens.kinds[last - 1] in ",Ip":
        last -= 1
    return _joined(tokens, start, max(after, m.end()), start, last, time, context)


def _joined(
    tokens: Tokens, start: int, end: int, day_start: int, day_end: int, time: str, context: Context
) -> Found | None:
    kinds = tokens.kinds[day_start:day_end]
    if "B" in kinds:
        day = parts.today(tokens, day_start, day_end, context)
    elif "p" in kinds and "D" not in kinds:
        day = parts.part_of_relative_day(tokens, day_start, day_end, context)
    elif kinds[:1] in ("L", "X", "x"):
        day = weekdays.last_weekday(tokens, day_start, day_end, context)
    else:
        at = day_start + kinds.index("D") if "D" in kinds else day_start
        day = weekdays.weekday(tokens, at, at + 1, context)
    if day is None:
        return None
    if day.reading.value is None:
        return Found(start, end, day.reading._replace(type="TIME"))
    return Found(start, end, day.reading._replace(type="TIME", value=f"{day.reading.value[:10]}T{time}"))


def _time(tokens: Tokens, start: int) -> tuple[str | None, int]:
    """("16:47Z", the token after it) of the clock at `start`; (None, ...) where it is none."""
    kind, word, at = tokens.kinds[start], tokens.words[start], start + 1
    if kind == "i":
        return PART_OF_DAY[word.lower()], at
    half = tokens.lower(at)[:1] if tokens.kinds[at : at + 1] == "h" else ""
    at += bool(half)
    has_zone = at < len(tokens.words) and tokens.words[at] in ZONES
    if kind in "mY":
        if not (has_zone and len(word) == 4 and word.isdecimal()):
            return None, start
        word = f"{word[:2]}:{word[2:]}"
    elif kind == "u":
        word = amount(tokens, start, at - bool(half))
    hour, minute, second = ([*word.split(":"), "", ""])[:3]
    number = int(hour) if hour.isdecimal() else 99
    if half:
        number = number % 12 + (12 if half == "p" else 0)
    if number > 24 or (kind in "nu" and not half):
        return None, start
    time = f"{number:02d}:{minute or '00'}" + (f":{second}" if second else "")
    if has_zone:
        time += "Z" if tokens.words[at] in ("UTC", "GMT") else ""
    return time, at + has_zone


def clock_and_date(tokens: Tokens, start: int, end: int, context: Context) -> Found | None:
    """ "10 a.m. on March 23", "4 p.m. Thursday, Feb. 23, 2017"."""
    time, after = _time(tokens, start)
    at = after
    while at < end and tokens.kinds[at] in ",I":
        at += 1
    has_preposition = tokens.kinds[at - 1] == "I"
    if time is None or (has_preposition and tokens.lower(at - 1) != "on"):
        return None
    found = _with_date(tokens, (start, at), time, context)
    return found._replace(end=after) if found is not None and has_preposition else found


def date_and_clock(tokens: Tokens, start: int, end: int, context: Context) -> Found | None:
    """ "March 23 at 10 a.m.", "02/27/1998 22:46"."""
    m = _DATE.match(tokens.kinds, start)
    if m is None:
        return None
    at = m.end()
    while at < end and tokens.kinds[at] in ",I.":
        at += 1
    if at < end and tokens.kinds[at - 1] == "I" and tokens.lower(at - 1) not in _AT:
        return None
    time, after = _time(tokens, at)
    found = _with_date(tokens, (start, start), time, context) if time is not None else None
    return found._replace(end=after) if found else None


def _with_date(tokens: Tokens, places: tuple[int, int], time: str, context: Context) -> Found | None:
    start, at = places
    m = _DATE.match(tokens.kinds, at)
    if m is None or m.lastgroup is None:
        return None
    day = _BUILDS[m.lastgroup](tokens, at, m.end(), context)
    if day is None:
        return None
    value = f"{day.reading.value}T{time}" if day.reading.value else None
    return Found(start, day.end, day.reading._replace(type="TIME", value=value))
