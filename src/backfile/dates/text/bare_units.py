"""Units with an article alone: "the end of the year", "for the year", "in the month", "year-end", "the weekend"."""

from datetime import date

from backfile.dates.text.calendar import day_of, value_of
from backfile.dates.text.context import Context, Found, Reading
from backfile.dates.text.months import month_of
from backfile.dates.text.relative_units import GRAIN, UNANCHORED, unit_of
from backfile.dates.text.tense import direction_of
from backfile.dates.text.time_tokens import Tokens
from backfile.model.certainties import DateCertainty

_BEFORE_DAY = frozenset("end ended ending ends finish finished for in during".split())
_PARTS = frozenset(
    "rest remainder most much months weeks days quarter quarters half part course high low highs lows month week day".split()
)
"""What is told "of the year"; a man or a book of the year is a title."""
_PERIOD = frozenset({"W", "M", "Y"})
_CLOSES = ("", ".", ",", "|", ")", "b")


def bare_unit(tokens: Tokens, start: int, end: int, context: Context) -> Found | None:
    """ "the end of the year", "later in the week", "for the day", "the year ended June 30"."""
    unit = unit_of(tokens.lower(end - 1))
    if unit == "WE":
        return _weekend(tokens, start, end, context)
    ended = _ended(tokens, end, unit, context)
    if ended is not None:
        return Found(start, end, Reading("DATE", ended, DateCertainty.COUNTED))
    if (
        tokens.kinds[start] not in "eE"
        and "E" not in tokens.kinds[start:end]
        and not _is_told_of(tokens, start, end, unit)
    ):
        return None
    base = _base(tokens, start, end, context, unit)
    if base is None:
        return Found(start, end, UNANCHORED)
    value = value_of(base, GRAIN.get(unit, unit))
    return Found(start, end, Reading("DATE", value, DateCertainty.COUNTED, base.isoformat()))


def _base(tokens: Tokens, start: int, end: int, context: Context, unit: str) -> date | None:
    if context.is_narrative or context.published is None:
        return context.reference()
    if unit == "D":
        return context.day_reference()
    if unit == "Y" and tokens.lower(start - 1) == "for" and context.published.month <= _REPORTS:
        is_ahead = direction_of(tokens, start, end) > 0
        return context.published.replace(year=context.published.year - (not is_ahead), day=1)
    if unit == "M" and context.last_named is not None and len(context.last_named) == len("2017-02"):
        return day_of(context.last_named)
    return context.published


_REPORTS = 3
"""Months in which newsrooms report on the year before: "for the year, sales rose"."""


def _is_told_of(tokens: Tokens, start: int, end: int, unit: str) -> bool:
    """Whether "the day", "the year" with a preposition is a stretch of time that something is told of."""
    before, after = tokens.lower(start - 1), tokens.kinds[end : end + 1]
    if unit == "D":
        return before in _BEFORE_DAY and (before != "for" or after in (",", "."))
    if unit not in _PERIOD or tokens.words[end - 1][0].isupper():
        return False
    if before == "of":
        return tokens.lower(start - 2) in _PARTS
    return before == "for" or (before in ("in", "during") and after in _CLOSES)


def _ended(tokens: Tokens, at: int, unit: str, context: Context) -> str | None:
    """The week, month or year that "ended March 16"; None where no such words follow."""
    if tokens.lower(at) not in ("ended", "ending") or tokens.kinds[at + 1 : at + 2] != "M" or unit not in _PERIOD:
        return None
    month = month_of(tokens, at + 1, at + 2)
    if context.published is None or month is None:
        return None
    is_figure = tokens.kinds[at + 2 : at + 3] == "n" or tokens.kinds[at + 2 : at + 4] == ".n"
    number = int(tokens.words[at + 2 if tokens.kinds[at + 2] == "n" else at + 3]) if is_figure else 1
    last_year = month > context.published.month
    day = day_of(f"{context.published.year - last_year:04d}-{month:02d}-{number:02d}")
    return value_of(day, unit) if day else None


def _weekend(tokens: Tokens, start: int, end: int, context: Context) -> Found:
    base = context.published
    if base is None:
        return Found(start, end, UNANCHORED)
    is_now = base.weekday() >= 5 or direction_of(tokens, start, end) > 0
    value = value_of(base, "WE", 0 if is_now else -1)
    return Found(start, end, Reading("DATE", value, DateCertainty.COUNTED, base.isoformat()))


def unit_end(tokens: Tokens, start: int, end: int, context: Context) -> Found | None:
    """ "year-end", "year's end", "month-end"."""
    unit = unit_of(tokens.lower(start))
    if tokens.lower(end - 1) != "end" or unit not in ("M", "Y"):
        return None
    base = context.reference() if context.is_narrative else context.published
    if base is None:
        return Found(start, end, UNANCHORED)
    is_over = (
        not context.is_narrative and unit == "Y" and base.month <= _REPORTS and direction_of(tokens, start, end) <= 0
    )
    return Found(
        start, end, Reading("DATE", value_of(base, unit, -int(is_over)), DateCertainty.COUNTED, base.isoformat())
    )
