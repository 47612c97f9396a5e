"""Days of the calendar: full dates, dates in figures, a month and its day, "the 28th of that month"."""

from datetime import date

from backfile.dates.printed_days import day_first_of, find_days, is_day
from backfile.dates.text.context import Context, Found, Reading
from backfile.dates.text.months import AGAINST_VERB, month_of
from backfile.dates.text.numbers import ordinal
from backfile.dates.text.tense import direction_of, retells
from backfile.dates.text.time_tokens import Tokens
from backfile.dates.text.years import year_ahead, year_told
from backfile.model.certainties import DateCertainty

_PAST_LEAN = 1.5


def numeric(tokens: Tokens, start: int, end: int, context: Context) -> Found | None:
    """2017-02-23, 23/02/2017, 7/8/07: month first in American English where the order is open."""
    word = tokens.words[end - 1]
    if "T" in word:
        return Found(start, end, Reading("TIME", word, DateCertainty.AS_PRINTED))
    if word == "9/11":
        return Found(start, end, Reading("DATE", NINE_ELEVEN, DateCertainty.AS_PRINTED))
    days = find_days(word, day_first=day_first_of(None))
    if not days or days[0].day is None or days[0].year is None:
        return None
    day = days[0]
    month, number = (day.other if day.other else (day.month, day.day)) if day.month else (None, None)
    if month is None or number is None:
        return None
    value = f"{day.year:04d}-{month:02d}-{number:02d}"
    context.note(value, has_year=True)
    return Found(start, end, Reading("DATE", value, DateCertainty.AS_PRINTED))


def full_date(tokens: Tokens, start: int, end: int, context: Context) -> Found | None:
    """ "Thursday, February 23, 2017", "23 February 2017"."""
    month, day = month_of(tokens, start, end), _number_of(tokens, start, end)
    year = int(tokens.words[end - 1])
    if month is None or day is None or not is_day(year, month, day):
        return None
    value = f"{year:04d}-{month:02d}-{day:02d}"
    context.note(value, has_year=True)
    return Found(start, end, Reading("DATE", value, DateCertainty.AS_PRINTED))


NINE_ELEVEN = "2001-09-11"
_OF_2001 = frozenset("attack attacks terror terrorist terrorists hijackings hijackers".split())


def month_day(tokens: Tokens, start: int, end: int, context: Context) -> Found | None:
    """ "Feb. 23": the year by the passage, else by the verb, else the last one."""
    month, day = month_of(tokens, start, end), _number_of(tokens, start, end)
    if month is None or day is None or not is_day(2000, month, day):
        return None
    if (month, day) == (9, 11) and tokens.lower(end) in _OF_2001:
        return Found(start, end, Reading("DATE", NINE_ELEVEN, DateCertainty.AS_PRINTED))
    return day_of_year(tokens, (start, end), context, month, day)


def day_of_year(tokens: Tokens, span: tuple[int, int], context: Context, month: int, day: int) -> Found:
    """The month and day at `span` in their year: by the passage, by the verb, else the nearest."""
    start, end = span
    ahead = year_ahead(tokens, end)
    if ahead is not None:
        value = f"{ahead:04d}-{month:02d}-{day:02d}"
        return Found(start, end, Reading("DATE", value, DateCertainty.AS_PRINTED))
    if context.last_year and retells(tokens, start, end, context):
        return _year_of_passage(start, end, context, month, day)
    if context.published is None:
        if context.last_year:
            return _year_of_passage(start, end, context, month, day)
        return Found(start, end, Reading("DATE", None, DateCertainty.UNANCHORED))
    direction = direction_of(tokens, start, end)
    year = _year_near(context.published, month, day, direction)
    value = f"{year:04d}-{month:02d}-{day:02d}"
    context.note(value, has_year=False)
    certainty = DateCertainty.DAY_BY_VERB if direction else DateCertainty.NEAREST_DAY
    return Found(start, end, Reading("DATE", value, certainty, context.published.isoformat()))


def _year_of_passage(start: int, end: int, context: Context, month: int, day: int) -> Found:
    value = f"{year_told(context, month):04d}-{month:02d}-{day:02d}"
    anchor = context.last_named
    context.note(value, has_year=False)
    return Found(start, end, Reading("DATE", value, DateCertainty.LAST_NAMED_YEAR, anchor))


def _year_near(published: date, month: int, day: int, direction: int) -> int:
    """The year in which a day named without one lies nearest; the verb weighs, and a coming day needs no year more than
    a past one, which would carry it after most of a year."""

    def distance(year: int) -> float:
        named = date(year, month, day if is_day(year, month, day) else 28)
        days = (named - published).days
        if days > 0:
            return days * AGAINST_VERB if direction < 0 else days
        return -days * (AGAINST_VERB if direction > 0 else 1 / _PAST_LEAN)

    return min((published.year - 1, published.year, published.year + 1), key=distance)


def ordinal_of_month(tokens: Tokens, start: int, end: int, context: Context) -> Found | None:
    """ "the Fourth of July", "July Fourth", "the first of May": a day whose number is a word."""
    at = next(at for at in range(start, end) if tokens.kinds[at] == "O")
    month, day = month_of(tokens, start, end), ordinal(tokens.words[at])
    if (
        month is None
        or day is None
        or not 1 <= day <= 20
        or (at > start and tokens.kinds[at - 1] == "M" and not tokens.words[at][0].isupper())
    ):
        return None
    return day_of_year(tokens, (start, end), context, month, day)


def day_of_month(tokens: Tokens, start: int, end: int, context: Context) -> Found | None:
    """ "on the 5th", "the 28th of that month": in the month named last."""
    base = context.reference()
    if base is None or (end == start + 2 and (tokens.kinds[end : end + 1] or ".") not in ",.bIj|ctR"):
        return None
    if end == start + 2 and tokens.lower(start - 1) not in ("on", "by", "until", "from", "to", "since"):
        return None
    number = int(tokens.words[start + 1].lower().rstrip("stndrh"))
    if not is_day(base.year, base.month, number):
        return None
    value = f"{base.year:04d}-{base.month:02d}-{number:02d}"
    context.note(value, has_year=False)
    return Found(start, end, Reading("DATE", value, DateCertainty.LAST_NAMED, base.isoformat()))


def _number_of(tokens: Tokens, start: int, end: int) -> int | None:
    for at in range(start, end):
        if tokens.kinds[at] in "nN":
            return int(tokens.words[at].lower().rstrip("stndrh"))
    return None
