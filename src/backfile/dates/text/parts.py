"""Times of the clock and parts of a day: "4:47 p.m. Thursday", "this morning", "Friday night"."""

import re
from datetime import timedelta

from backfile.dates.text import calendar_dates, relative_units
from backfile.dates.text.context import Context, Found, Reading
from backfile.dates.text.numbers import amount
from backfile.dates.text.tokens import Tokens
from backfile.dates.text.words import PART_OF_DAY, ZONES

_SHIFT_OF_DAY = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
_DATES = (
    (re.compile(r"M\.?[nN],?Y|[nN]o?M\.?,?Y"), calendar_dates.full_date),
    (re.compile(r"M\.?[nN]|[nN]o?M"), calendar_dates.month_day),
)
_CLOCK_KINDS = re.compile(r"Ch?|[nu]h|i|[mY]~")


def today(tokens: Tokens, start: int, end: int, context: Context) -> Found | None:
    """ "today", "earlier today", "yesterday morning", "tonight"."""
    at = next(at for at in range(start, end) if tokens.kinds[at] == "B")
    word = tokens.lower(at)
    if context.published is None:
        kind = "TIME" if word == "tonight" or tokens.kinds[end - 1] == "p" else "DATE"
        return Found(start, end, Reading(kind, None, "unanchored"))
    value = (context.published + timedelta(days=_SHIFT_OF_DAY[word])).isoformat()
    context.note(value, has_year=False)
    anchor = context.published.isoformat()
    if tokens.kinds[end - 1] == "p":
        return Found(start, end, Reading("TIME", f"{value}T{_part(tokens, end - 1)}", "counted", anchor))
    if word == "tonight":
        return Found(start, end, Reading("TIME", f"{value}TNI", "counted", anchor))
    return Found(start, end, Reading("DATE", value, "counted", anchor))


def _part(tokens: Tokens, at: int) -> str:
    return PART_OF_DAY[tokens.lower(at).rstrip("s")]


def part_of_relative_day(tokens: Tokens, start: int, end: int, context: Context) -> Found | None:
    """ "this morning", "last night", "the next morning"."""
    word, part = tokens.lower(end - 2), _part(tokens, end - 1)
    shift = {"this": 0, "last": -1, "previous": -1, "next": 1, "following": 1}.get(word, 0)
    base = context.published if word in ("this", "last") else context.reference()
    if base is None:
        return Found(start, end, Reading("TIME", None, "unanchored"))
    day = base + timedelta(days=shift)
    if word not in ("this", "last"):
        context.note(day.isoformat(), has_year=False)
    return Found(start, end, Reading("TIME", f"{day.isoformat()}T{part}", "counted", base.isoformat()))


def weekday_part(tokens: Tokens, start: int, end: int, context: Context) -> Found | None:
    """ "Friday morning"."""
    at = next(at for at in range(start, end) if tokens.kinds[at] == "D")
    found = relative_units.weekday(tokens, at, at + 1, context)
    if found is None:
        return None
    reading = found.reading
    value = f"{reading.value}T{_part(tokens, end - 1)}" if reading.value else None
    return Found(start, end, reading._replace(type="TIME", value=value))


def part_of_date(tokens: Tokens, start: int, end: int, context: Context) -> Found | None:
    """ "the night of May 13", "the early morning hours of November 1, 1954"."""
    if tokens.kinds[end - 1] == "w" or (tokens.kinds[end - 2] == "w" and tokens.lower(end - 2) != "hours"):
        return None
    nights = tokens.kinds[end : end + 3]
    first = tokens.words[end] if len(nights) == 3 and nights[1] == "-" and nights[0] in "nN" else None
    end_of_head = end
    if first is not None:
        end += 2  # "3-4 May": the night is the first day's
    for pattern, build in _DATES:
        m = pattern.match(tokens.kinds, end)
        found = build(tokens, end, m.end(), context) if m else None
        if found is not None:
            at = next(at for at in range(start, end_of_head) if tokens.kinds[at] == "p")
            reading = found.reading
            day = reading.value
            if day and first is not None and first.isdecimal():
                day = f"{day[:8]}{int(first):02d}"
            value = f"{day}T{_part(tokens, at)}" if day else None
            return Found(start, found.end, reading._replace(type="TIME", value=value))
    return None


def bare_part(tokens: Tokens, start: int, end: int, context: Context) -> Found | None:
    """ "in the morning": of the last day named."""
    if tokens.kinds[start] != "t" or tokens.lower(start - 1) not in ("in", "during", "throughout", "of"):
        return None
    base = context.reference()
    if base is None:
        return Found(start, end, Reading("TIME", None, "unanchored"))
    return Found(
        start, end, Reading("TIME", f"{base.isoformat()}T{_part(tokens, end - 1)}", "last-named", base.isoformat())
    )


def clock(tokens: Tokens, start: int, end: int, context: Context) -> Found | None:
    """ "6:40 p.m.", "12:00 UTC", "noon": of the last day named in the passage, else the publication day."""
    time, end = _time(tokens, start)
    if time is None:
        return None
    base = context.reference()
    if base is None:
        return Found(start, end, Reading("TIME", f"T{time}", "unanchored"))
    return Found(start, end, Reading("TIME", f"{base.isoformat()}T{time}", "last-named", base.isoformat()))


def clock_and_day(tokens: Tokens, start: int, end: int, context: Context) -> Found | None:
    """ "4 p.m. Thursday", "16:00 UTC today", "8:30 this morning"."""
    time, after = _time(tokens, start)
    if time is None:
        return None
    rest = after
    while rest < end and tokens.kinds[rest] in ",I":
        rest += 1
    return _joined(tokens, start, end, rest, end, time, context)


def day_and_clock(tokens: Tokens, start: int, end: int, context: Context) -> Found | None:
    """ "Thursday at 4 p.m."."""
    m = _CLOCK_KINDS.search(tokens.kinds, start + 1, end)
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
        day = today(tokens, day_start, day_end, context)
    elif "p" in kinds and "D" not in kinds:
        day = part_of_relative_day(tokens, day_start, day_end, context)
    elif kinds[:1] in ("L", "X", "x"):
        day = relative_units.last_weekday(tokens, day_start, day_end, context)
    else:
        at = day_start + kinds.index("D") if "D" in kinds else day_start
        day = relative_units.weekday(tokens, at, at + 1, context)
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
