"""Expressions that count from another day: "last week", "two years ago", "three days later", "Thursday"."""

from datetime import date

from backfile.dates.text.calendar import day_of, moved, value_of, weekday_near
from backfile.dates.text.context import Context, Found, Reading
from backfile.dates.text.numbers import VAGUE, amount
from backfile.dates.text.tense import direction_of
from backfile.dates.text.tokens import Tokens
from backfile.dates.text.words import (
    MONTH_NUMBER,
    MONTH_SHORT,
    PART_OF_DAY,
    SEASON,
    UNIT,
    WEEKDAY_NUMBER,
    WEEKDAY_SHORT,
)

_SHIFT = {"last": -1, "past": -1, "previous": -1, "preceding": -1, "prior": -1, "this": 0, "next": 1, "coming": 1,
          "upcoming": 1, "following": 1, "subsequent": 1, "same": 0, "that": 0, "these": 0, "those": 0, "current": 0}  # fmt: skip
_FROM_REFERENCE = frozenset({"previous", "preceding", "prior", "following", "subsequent", "same", "that"})
_GRAIN = {"Y": "Y", "M": "M", "W": "W", "D": "D", "Q": "Q", "DE": "DE", "CE": "CE", "F": "W", "ML": "CE"}
_PAPERS = frozenset("times mail telegraph herald post mirror express tribune observer independent star night".split())
UNANCHORED = Reading("DATE", None, "unanchored")


def unit_of(word: str) -> str:
    """ "Y" for "year", "years"; "TH" for "hours"."""
    return UNIT.get(word) or UNIT.get(word.rstrip("s")) or ("CE" if word == "centuries" else "D")


def relative_unit(tokens: Tokens, start: int, end: int, context: Context) -> Found | None:
    """ "last week", "the end of last year", "later this month", "the following day", "that year"."""
    words = [tokens.lower(at) for at in range(start, end)]
    which = next((word for word in words if word in _SHIFT), None)
    if which is None or which in ("past", "those", "these"):
        return None
    unit = unit_of(words[-1])
    is_article_next = which == "next" and words[0] == "the"
    if which in _FROM_REFERENCE or context.is_narrative or (is_article_next and unit in ("D", "W", "M", "Y")):
        base, certainty = context.day_reference() if unit == "D" else context.reference(), "last-named"
    else:
        base, certainty = context.published, "counted"
    if base is None:
        return Found(start, end, UNANCHORED)
    if words[0] in ("earlier", "late", "early", "later") and which in _FROM_REFERENCE:
        start += 1
    if "fiscal" in words:
        return Found(start, end, Reading("DATE", f"FY{base.year + _SHIFT[which]}", certainty, base.isoformat()))
    value = value_of(base, _GRAIN.get(unit, unit), _SHIFT[which])
    context.note(value, has_year=False)
    return Found(start, end, Reading("DATE", value, certainty, base.isoformat()))


def year_ago(tokens: Tokens, start: int, end: int, context: Context) -> Found | None:
    """ "year-ago", "year-earlier": a year before, as fine as a quarter or month named last."""
    if unit_of(tokens.lower(start)) != "Y" or tokens.lower(end - 1) not in ("ago", "earlier"):
        return None
    if context.published is None:
        return Found(start, end, UNANCHORED)
    grain = "Q" if tokens.kinds[end : end + 1] == "Q" else "Y"
    day = moved(context.published if grain == "Y" else context.reference() or context.published, "Y", -1)
    return Found(start, end, Reading("DATE", value_of(day, grain), "counted", context.published.isoformat()))


def year_before(tokens: Tokens, start: int, end: int, context: Context) -> Found | None:
    """ "the same month a year ago", "the same period last year": what was named last, a year back."""
    unit = tokens.lower(start + (2 if tokens.kinds[start] == "t" else 1))
    if unit not in ("month", "quarter", "period", "week", "day", "time"):
        return None
    base = context.reference()
    if base is None:
        return Found(start, end, UNANCHORED)
    grain = {"month": "M", "quarter": "Q", "week": "W", "day": "D"}.get(unit) or _grain_of(context.last_named)
    return Found(start, end, Reading("DATE", value_of(moved(base, "Y", -1), grain), "last-named", base.isoformat()))


def _grain_of(value: str | None) -> str:
    if value is None or len(value) == 4:
        return "Y"
    if "-Q" in value:
        return "Q"
    return "M" if len(value) == 7 else "W" if "W" in value else "D"


def bare_unit(tokens: Tokens, start: int, end: int, context: Context) -> Found | None:
    """ "the end of the year", "the weekend", "for the day"."""
    unit = unit_of(tokens.lower(end - 1))
    before = tokens.lower(start - 1)
    has_edge = "E" in tokens.kinds[start:end]
    if unit == "WE":
        base = context.published
        if base is None:
            return Found(start, end, UNANCHORED)
        is_now = base.weekday() >= 5 or direction_of(tokens, start, end) > 0
        return Found(
            start, end, Reading("DATE", value_of(base, "WE", 0 if is_now else -1), "counted", base.isoformat())
        )
    if not has_edge:
        if unit != "D" or before not in ("end", "ended", "ending", "ends", "finish", "finished", "for", "in", "during"):
            return None
        if before == "for" and tokens.kinds[end : end + 1] not in (",", "."):
            return None
    if context.is_narrative or context.published is None:
        base = context.reference()
    else:
        base = context.day_reference() if unit == "D" else context.published
    if base is None:
        return Found(start, end, UNANCHORED)
    value = value_of(base, _GRAIN.get(unit, unit))
    return Found(start, end, Reading("DATE", value, "counted", base.isoformat()))


def ago(tokens: Tokens, start: int, end: int, context: Context) -> Found | None:
    """ "two years ago": as fine as its unit."""
    return _counted(tokens, start, end, context.published, -1, "counted")


def later(tokens: Tokens, start: int, end: int, context: Context) -> Found | None:
    """ "three days later", "a year earlier": from the last date named."""
    word = tokens.lower(end - 1)
    if word not in ("earlier", "later"):
        return None
    sign = -1 if word == "earlier" else 1
    is_of_days = any(tokens.kinds[at] in "UJ" and unit_of(tokens.lower(at)) == "D" for at in range(start, end))
    base = context.day_reference() if is_of_days else context.reference()
    found = _counted(tokens, start, end, base, sign, "last-named")
    if found is not None:
        context.note(found.reading.value, has_year=False)
    return found


def _counted(tokens: Tokens, start: int, end: int, base: date | None, sign: int, certainty: str) -> Found | None:
    at = next((at for at in range(start, end) if tokens.kinds[at] in "UJHQ"), None)
    if at is None:
        return None
    if tokens.kinds[start] == "e":
        start += tokens.lower(start) not in ("early", "late")
    unit = unit_of(tokens.lower(at))
    count = amount(tokens, start, end)
    if unit.startswith("T"):
        return Found(start, end, Reading("TIME", "PAST_REF" if sign < 0 else "FUTURE_REF", "vague"))
    if count == VAGUE:
        return Found(start, end, Reading("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF", "vague"))
    if base is None:
        return Found(start, end, UNANCHORED)
    day = moved(base, unit, sign * int(float(count)))
    if unit in ("DE", "CE", "ML"):
        return Found(start, end, Reading("DATE", f"{day.year:04d}", certainty, base.isoformat()))
    return Found(start, end, Reading("DATE", value_of(day, _GRAIN[unit]), certainty, base.isoformat()))


def weekday(tokens: Tokens, start: int, end: int, context: Context) -> Found | None:
    """ "Thursday": the publication day itself or the last one, unless the verb points forward."""
    at = end - 1
    word = tokens.words[at]
    if not word[0].isupper() or (tokens.lower(at + 1) in _PAPERS and tokens.words[at + 1][0].isupper()):
        return None
    if tokens.words[at - 1 : at] and at and tokens.words[at - 1] in ("Black", "Good", "Ash", "Super", "Bloody", "Palm"):
        return None
    if word in WEEKDAY_SHORT and tokens.kinds[end : end + 1] != ".":
        return None
    if word in WEEKDAY_SHORT:
        end += 1
    if tokens.kinds[start] == "e" and tokens.lower(start) in ("earlier", "later"):
        start = at
    number = WEEKDAY_NUMBER.get(word.lower(), WEEKDAY_SHORT.get(word, 0))
    base = context.published
    if base is None:
        return Found(start, end, UNANCHORED)
    direction = direction_of(tokens, start, end)
    is_next = direction > 0 and base.weekday() != number
    day = weekday_near(base, number, 1 if is_next else 0)
    context.note(day.isoformat(), has_year=False)
    certainty = "weekday-next" if is_next else "weekday-same-or-last"
    return Found(start, end, Reading("DATE", day.isoformat(), certainty, base.isoformat()))


def last_weekday(tokens: Tokens, start: int, end: int, context: Context) -> Found | None:
    """ "last Friday", "next Tuesday", "this Thursday night"."""
    at = next(at for at in range(start, end) if tokens.kinds[at] == "D")
    word = tokens.words[at]
    number = WEEKDAY_NUMBER.get(word.lower(), WEEKDAY_SHORT.get(word, 0))
    which = next((w for i in range(start, at) if (w := tokens.lower(i)) in _SHIFT), "this")
    base = context.reference() if which in _FROM_REFERENCE else context.published
    if base is None:
        return Found(start, end, UNANCHORED)
    shift = _SHIFT[which]
    if shift == 0:
        direction = direction_of(tokens, start, end)
        day = (
            weekday_near(base, number, 0)
            if direction < 0 or base.weekday() == number
            else weekday_near(base, number, 1)
        )
    else:
        day = weekday_near(base, number, shift)
    value = day.isoformat()
    context.note(value, has_year=False)
    if tokens.kinds[end - 1] == "p":
        return Found(
            start,
            end,
            Reading("TIME", f"{value}T{PART_OF_DAY[tokens.lower(end - 1).rstrip('s')]}", "counted", base.isoformat()),
        )
    if tokens.kinds[end - 1] == "." and word not in WEEKDAY_SHORT:
        end -= 1
    return Found(start, end, Reading("DATE", value, "counted", base.isoformat()))


def last_month(tokens: Tokens, start: int, end: int, context: Context) -> Found | None:
    """ "last September", "next May 5"."""
    at = next(at for at in range(start, end) if tokens.kinds[at] == "M")
    word = tokens.words[at]
    month = MONTH_NUMBER.get(word.lower()) or MONTH_SHORT.get(word.capitalize(), 1)
    which = next(w for i in range(start, at) if (w := tokens.lower(i)) in _SHIFT)
    base = context.published
    if base is None:
        return Found(start, end, UNANCHORED)
    shift = _SHIFT[which]
    year = base.year
    if shift < 0 and month >= base.month:
        year -= 1
    elif shift > 0 and month <= base.month:
        year += 1
    value = f"{year:04d}-{month:02d}"
    if tokens.kinds[end - 1] in "nN":
        value += f"-{int(tokens.lower(end - 1).rstrip('stndrh')):02d}"
    elif tokens.kinds[end - 1] == "." and word.capitalize() not in MONTH_SHORT:
        end -= 1
    context.note(value, has_year=False)
    return Found(start, end, Reading("DATE", value, "counted", base.isoformat()))


def last_season(tokens: Tokens, start: int, end: int, context: Context) -> Found | None:
    """ "last summer", "this spring", "next winter"."""
    code = SEASON[tokens.lower(end - 1)]
    which = next(w for i in range(start, end) if (w := tokens.lower(i)) in _SHIFT)
    base = context.published
    if base is None:
        return Found(start, end, UNANCHORED)
    first = day_of(f"{base.year:04d}-{code}")
    assert first is not None
    year = base.year
    if which in ("last", "past", "previous") and first.month + 1 >= base.month:
        year -= 1
    elif which in ("next", "coming", "upcoming") and first.month <= base.month:
        year += 1
    return Found(start, end, Reading("DATE", f"{year:04d}-{code}", "counted", base.isoformat()))
