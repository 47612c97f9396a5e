"""Parts of a day: "this morning", "Friday night", "the night of May 13", "morning trading"."""

import re
from datetime import timedelta

from backfile.dates.text import calendar_dates, sets, weekdays
from backfile.dates.text.context import Context, Found, Reading
from backfile.dates.text.time_tokens import Tokens
from backfile.dates.text.time_words import PART_OF_DAY
from backfile.model.certainties import DateCertainty

_IN = frozenset({"in", "during", "throughout", "of"})
_HOPED_FOR = frozenset({"a", "better", "brighter"})
"""Before a "tomorrow" that is no day."""
_SHIFT_OF_DAY = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
_DATES = (
    (re.compile(r"M\.?[nN],?Y|[nN]o?M\.?,?Y"), calendar_dates.full_date),
    (re.compile(r"M\.?[nN]|[nN]o?M"), calendar_dates.month_day),
)


def today(tokens: Tokens, start: int, end: int, context: Context) -> Found | None:
    """ "today", "earlier today", "yesterday morning", "tonight"."""
    at = next(at for at in range(start, end) if tokens.kinds[at] == "B")
    word = tokens.lower(at)
    if tokens.lower(at - 1) in _HOPED_FOR:
        return None
    if context.published is None:
        kind = "TIME" if word == "tonight" or tokens.kinds[end - 1] == "p" else "DATE"
        return Found(start, end, Reading(kind, None, DateCertainty.UNANCHORED))
    value = (context.published + timedelta(days=_SHIFT_OF_DAY[word])).isoformat()
    context.note(value, has_year=False)
    anchor = context.published.isoformat()
    if tokens.kinds[end - 1] == "p":
        return Found(start, end, Reading("TIME", f"{value}T{_part(tokens, end - 1)}", DateCertainty.COUNTED, anchor))
    if word == "tonight":
        return Found(start, end, Reading("TIME", f"{value}TNI", DateCertainty.COUNTED, anchor))
    return Found(start, end, Reading("DATE", value, DateCertainty.COUNTED, anchor))


def _part(tokens: Tokens, at: int) -> str:
    return PART_OF_DAY[tokens.lower(at).rstrip("s")]


def part_of_relative_day(tokens: Tokens, start: int, end: int, context: Context) -> Found | None:
    """ "this morning", "last night", "the next morning"."""
    word, part = tokens.lower(end - 2), _part(tokens, end - 1)
    shift = {"this": 0, "last": -1, "previous": -1, "next": 1, "following": 1}.get(word, 0)
    base = context.published if word in ("this", "last") else context.day_reference()
    if base is None:
        return Found(start, end, Reading("TIME", None, DateCertainty.UNANCHORED))
    day = base + timedelta(days=shift)
    if word not in ("this", "last"):
        context.note(day.isoformat(), has_year=False)
    return Found(start, end, Reading("TIME", f"{day.isoformat()}T{part}", DateCertainty.COUNTED, base.isoformat()))


def weekday_part(tokens: Tokens, start: int, end: int, context: Context) -> Found | None:
    """ "Friday morning"."""
    at = next(at for at in range(start, end) if tokens.kinds[at] == "D")
    if tokens.lower(end - 1).endswith("s"):
        return sets.on_weekdays(tokens, at, end, context)
    found = weekdays.weekday(tokens, at, at + 1, context)
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
    """ "in the morning", "in afternoon trading": of the last day named."""
    is_of_market = tokens.lower(end) in ("trading", "session", "dealings")
    if not is_of_market and (tokens.kinds[start] != "t" or tokens.lower(start - 1) not in _IN):
        return None
    base = context.day_reference()
    if base is None:
        return Found(start, end, Reading("TIME", None, DateCertainty.UNANCHORED))
    return Found(
        start,
        end,
        Reading("TIME", f"{base.isoformat()}T{_part(tokens, end - 1)}", DateCertainty.LAST_NAMED, base.isoformat()),
    )
