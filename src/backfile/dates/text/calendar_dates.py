"""Expressions that name a date of the calendar: full dates, days of a month, months, years, quarters, seasons, decades."""

import re
from datetime import date, timedelta

from backfile.dates.days import day_first_of, find_days, is_day
from backfile.dates.text.calendar import day_of, value_of
from backfile.dates.text.context import Context, Found, Reading
from backfile.dates.text.numbers import ordinal
from backfile.dates.text.tense import direction_of
from backfile.dates.text.tokens import Tokens
from backfile.dates.text.words import MONTH_NUMBER, MONTH_SHORT

_MEASURES = frozenset(
    "people miles feet dollars percent kilometers kilometres km meters metres euros pounds troops soldiers men women "
    "jobs homes workers tons tonnes acres copies times members students votes points barrels cars units employees".split()
)
_TURN = 8
"""Months back that a retelling does not go: "in November ... in January" has gone on to the next year."""
_AGAINST_VERB = 3.0
_PAST_LEAN = 1.5
_YEAR_BEFORE = frozenset(
    "in since by of from until till during before after late early mid for to and through between".split()
)
_SPEAKING_OF_MONTHS = frozenset(
    "in since by of from until till during before after through between and to next last this for".split()
)


def numeric(tokens: Tokens, start: int, end: int, context: Context) -> Found | None:
    """2017-02-23, 23/02/2017, 7/8/07: month first in American English where the order is open."""
    word = tokens.words[end - 1]
    if "T" in word:
        return Found(start, end, Reading("TIME", word, "as-printed"))
    if word == "9/11":
        return Found(start, end, Reading("DATE", NINE_ELEVEN, "as-printed"))
    days = find_days(word, day_first=day_first_of(None))
    if not days or days[0].day is None or days[0].year is None:
        return None
    day = days[0]
    month, number = (day.other if day.other else (day.month, day.day)) if day.month else (None, None)
    if month is None or number is None:
        return None
    value = f"{day.year:04d}-{month:02d}-{number:02d}"
    context.note(value, has_year=True)
    return Found(start, end, Reading("DATE", value, "as-printed"))


def full_date(tokens: Tokens, start: int, end: int, context: Context) -> Found | None:
    """ "Thursday, February 23, 2017", "23 February 2017"."""
    month, day = month_of(tokens, start, end), _number_of(tokens, start, end)
    year = int(tokens.words[end - 1])
    if month is None or day is None or not is_day(year, month, day):
        return None
    value = f"{year:04d}-{month:02d}-{day:02d}"
    context.note(value, has_year=True)
    return Found(start, end, Reading("DATE", value, "as-printed"))


NINE_ELEVEN = "2001-09-11"
_OF_2001 = frozenset("attack attacks terror terrorist terrorists hijackings hijackers".split())


def month_day(tokens: Tokens, start: int, end: int, context: Context) -> Found | None:
    """ "Feb. 23": the year by the passage, else by the verb, else the last one."""
    month, day = month_of(tokens, start, end), _number_of(tokens, start, end)
    if month is None or day is None or not is_day(2000, month, day):
        return None
    if (month, day) == (9, 11) and tokens.lower(end) in _OF_2001:
        return Found(start, end, Reading("DATE", NINE_ELEVEN, "as-printed"))
    return day_of_year(tokens, (start, end), context, month, day)


def day_of_year(tokens: Tokens, span: tuple[int, int], context: Context, month: int, day: int) -> Found:
    """The month and day at `span` in their year: by the passage, by the verb, else the nearest."""
    start, end = span
    ahead = _year_ahead(tokens, end)
    if ahead is not None:
        value = f"{ahead:04d}-{month:02d}-{day:02d}"
        return Found(start, end, Reading("DATE", value, "as-printed"))
    if context.is_past_passage and context.last_year:
        return _year_of_passage(start, end, context, month, day)
    if context.published is None:
        if context.last_year:
            return _year_of_passage(start, end, context, month, day)
        return Found(start, end, Reading("DATE", None, "unanchored"))
    direction = direction_of(tokens, start, end)
    year = _year_near(context.published, month, day, direction)
    value = f"{year:04d}-{month:02d}-{day:02d}"
    context.note(value, has_year=False)
    certainty = "day-by-verb" if direction else "nearest-day"
    return Found(start, end, Reading("DATE", value, certainty, context.published.isoformat()))


def _year_of_passage(start: int, end: int, context: Context, month: int, day: int) -> Found:
    value = f"{_year_told(context, month):04d}-{month:02d}-{day:02d}"
    anchor = context.last_named
    context.note(value, has_year=False)
    return Found(start, end, Reading("DATE", value, "last-named-year", anchor))


# "May 15 to August 16, 1988", "July and December 2004": the year stands with the second
_SECOND = re.compile(r"(?:[-/]|w|t?[jbI]t?)(?:M\.?(?:[nN],?)?|[nN]o?M\.?,?)(Y)")


def _year_ahead(tokens: Tokens, end: int) -> int | None:
    m = _SECOND.match(tokens.kinds, end)
    if not m or (tokens.kinds[end] == "w" and tokens.words[end] != "/"):
        return None
    return int(tokens.words[m.start(1)])


def _year_told(context: Context, month: int) -> int:
    """The year of a month in a passage that retells: the one that runs, or the next after the turn of a year."""
    assert context.last_year is not None
    last = day_of(context.last_named)
    turned = (
        context.is_narrative and last is not None and last.year == context.last_year and last.month - month >= _TURN
    )
    return context.last_year + int(turned)


def _year_near(published: date, month: int, day: int, direction: int) -> int:
    """The year in which a day named without one lies nearest; the verb weighs, and a coming day needs no year more than
    a past one, which would carry it after most of a year."""

    def distance(year: int) -> float:
        named = date(year, month, day if is_day(year, month, day) else 28)
        days = (named - published).days
        if days > 0:
            return days * _AGAINST_VERB if direction < 0 else days
        return -days * (_AGAINST_VERB if direction > 0 else 1 / _PAST_LEAN)

    return min((published.year - 1, published.year, published.year + 1), key=distance)


def _month_year_near(published: date, month: int, direction: int) -> int:
    """The same for a month alone, which is past more often."""

    def distance(year: int) -> float:
        months = (year - published.year) * 12 + month - published.month
        if months > 0:
            return months * (2 * _AGAINST_VERB if direction < 0 else 1 if direction > 0 else 2)
        return -months * (_AGAINST_VERB if direction > 0 else 1)

    return min((published.year - 1, published.year, published.year + 1), key=distance)


def month_year(tokens: Tokens, start: int, end: int, context: Context) -> Found | None:
    """ "February 2017", "early June 1950", "the end of 1793"."""
    month = month_of(tokens, start, end)
    if month is None:
        return None
    value = f"{tokens.words[end - 1]}-{month:02d}"
    context.note(value, has_year=True)
    return Found(start, end, Reading("DATE", value, "as-printed"))


def bare_month(tokens: Tokens, start: int, end: int, context: Context) -> Found | None:
    """ "in February": the last one, unless the verb points forward."""
    at = end - 1 if tokens.kinds[end - 1] == "M" else end - 2
    month = month_of(tokens, at, at + 1)
    if month is None or not _reads_as_month(tokens, start, at):
        return None
    if tokens.kinds[end - 1] == "." and tokens.words[at] not in MONTH_SHORT:
        end -= 1
    ahead = _year_ahead(tokens, end)
    if ahead is not None:
        return Found(start, end, Reading("DATE", f"{ahead:04d}-{month:02d}", "as-printed"))
    if context.is_past_passage and context.last_year:
        value = f"{_year_told(context, month):04d}-{month:02d}"
        reading = Reading("DATE", value, "last-named-year", context.last_named)
        context.note(value, has_year=False)
        return Found(start, end, reading)
    if context.published is None:
        return Found(start, end, Reading("DATE", None, "unanchored"))
    direction = direction_of(tokens, start, end)
    year = _month_year_near(context.published, month, direction)
    value = f"{year:04d}-{month:02d}"
    context.note(value, has_year=False)
    certainty = "month-by-verb" if direction else "month-last"
    return Found(start, end, Reading("DATE", value, certainty, context.published.isoformat()))


def _reads_as_month(tokens: Tokens, start: int, at: int) -> bool:
    """Whether a month's name alone is the month: "in May", "its January sales"; not "May I", "June Carter", "March on"."""
    word = tokens.words[at]
    if tokens.lower(start - 1) in _SPEAKING_OF_MONTHS or start < at or tokens.kinds[at + 1 : at + 3] == "-M":
        return True
    if word.lower() in ("may", "march", "august") or word in ("Mar", "Jan", "Dec"):
        return False
    following = tokens.words[at + 1] if at + 1 < len(tokens.words) else ""
    return not (word in ("April", "June", "July") and following[:1].isupper() and tokens.kinds[at + 1] == "w")


def month_of_unit(tokens: Tokens, start: int, end: int, context: Context) -> Found | None:
    """ "October of next year", "March of that year"."""
    month = month_of(tokens, start, end)
    if month is None or tokens.lower(end - 1) != "year":
        return None
    word = tokens.lower(end - 2)
    base = context.published.year if context.published else None
    if word in ("that", "same"):
        base = context.last_year
    if base is None:
        return Found(start, end, Reading("DATE", None, "unanchored"))
    value = f"{base + {'last': -1, 'previous': -1, 'next': 1, 'following': 1}.get(word, 0):04d}-{month:02d}"
    context.note(value, has_year=True)
    return Found(start, end, Reading("DATE", value, "counted"))


def unit_of_month(tokens: Tokens, start: int, end: int, context: Context) -> Found | None:
    """ "the last week of March", "the first day of 2017"."""
    at = next((at for at in range(start, end) if tokens.kinds[at] == "U"), None)
    which = ordinal(tokens.words[at - 1]) if at else None
    if at is None or which is None or tokens.lower(at) not in ("day", "week", "month"):
        return None
    month = month_of(tokens, at, end)
    last = tokens.words[end - 1]
    year = int(last) if tokens.kinds[end - 1] == "Y" else None
    if year is None:
        if context.published is None or month is None:
            return Found(start, end, Reading("DATE", None, "unanchored"))
        inner = bare_month(tokens, at + 2, end, context)
        first = day_of(inner.reading.value) if inner else None
    else:
        first = date(year, month or 1, 1)
    if first is None:
        return None
    return Found(start, end, Reading("DATE", _nth(first, month is not None, tokens.lower(at), which), "counted"))


def _nth(first: date, is_month: bool, unit: str, which: int) -> str:
    """The `which`th day, week or month of a month or a year; -1 is the last."""
    after = day_of(value_of(first, "M" if is_month else "Y", 1)) or first
    if unit == "day":
        return (first + timedelta(days=which - 1) if which > 0 else after - timedelta(days=1)).isoformat()
    if unit == "month":
        return value_of(first, "M", which - 1) if which > 0 else value_of(after, "M", -1)
    return (
        value_of(first + timedelta(days=3), "W", which - 1) if which > 0 else value_of(after - timedelta(days=1), "W")
    )


def year(tokens: Tokens, start: int, end: int, context: Context) -> Found | None:
    """ "2017", "late 2006", "'82": a number that reads as a year and counts nothing."""
    word = tokens.words[end - 1]
    if tokens.kinds[end - 2 : end] == "'n":
        value = f"19{word}" if int(word) > 29 else f"20{word}"
        if len(word) < 2 or not _may_be_year(tokens, start, end):
            return None
        context.note(value, has_year=True)
        return Found(start, end, Reading("DATE", value, "as-printed"))
    number = int(word)
    before = tokens.lower(start - 1)
    if (
        tokens.kinds[start - 1 : start] == "$"
        or tokens.lower(end) in _MEASURES
        or before in ("than", "least", "some", "over")
    ):
        return None
    if (
        not 1900 <= number <= 2059
        and start == end - 1
        and not (before in _YEAR_BEFORE and _may_be_year(tokens, start, end))
        and not _is_marked_year(tokens, start, end)
    ):
        return None
    if not _may_be_year(tokens, start, end):
        return None
    if (before in _YEAR_BEFORE or not context.is_narrative or _is_heading(tokens, start, end)) and not _closes_range(
        tokens, start
    ):
        context.note(word, has_year=True)
    return Found(start, end, Reading("DATE", word, "as-printed"))


def _is_marked_year(tokens: Tokens, start: int, end: int) -> bool:
    """Marks that make a number of an early century a year: "1789-1791", "(1789)"."""
    around = tokens.kinds[max(start - 2, 0) : start], tokens.kinds[end : end + 2]
    return around[0] == "Y-" or around[1] == "-Y" or (around[0][-1:] == "(" and around[1][:1] == ")")


def _is_heading(tokens: Tokens, start: int, end: int) -> bool:
    """A year alone in its paragraph."""
    return tokens.kinds[start - 1 : start] in ("", "|") and tokens.kinds[end : end + 1] in ("", "|")


def _closes_range(tokens: Tokens, start: int) -> bool:
    """ "1978-1983": what follows goes on from the first."""
    return tokens.kinds[start - 2 : start] == "Y-"


def fiscal_year(tokens: Tokens, start: int, end: int, context: Context) -> Found | None:
    """ "fiscal 1997", "fiscal year 1998"."""
    if tokens.kinds[start] == "t":
        start += 1
    value = tokens.words[end - 1]
    context.note(value, has_year=False)
    return Found(start, end, Reading("DATE", f"FY{value}", "as-printed"))


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
    return Found(start, end, Reading("DATE", value, "last-named", base.isoformat()))


def _may_be_year(tokens: Tokens, start: int, end: int) -> bool:
    """Not "2000 homes", "No. 1984", "1984-85 dollars": a plural noun after it makes it a count, outside a range or a list."""
    following = tokens.lower(end)
    if following[-1:] == "s" and len(following) > 3 and tokens.lower(start - 1) not in _YEAR_BEFORE | {"the"}:
        return following in ("was", "has", "is", "elections", "games", "olympics", "championships", "finals")
    return following not in _MEASURES


def month_of(tokens: Tokens, start: int, end: int) -> int | None:
    """The number of the first month named in tokens[start:end]."""
    for at in range(start, end):
        if tokens.kinds[at] == "M":
            word = tokens.words[at]
            return MONTH_NUMBER.get(word.lower()) or MONTH_SHORT.get(word.capitalize())
    return None


def _number_of(tokens: Tokens, start: int, end: int) -> int | None:
    for at in range(start, end):
        if tokens.kinds[at] in "nN":
            return int(tokens.words[at].lower().rstrip("stndrh"))
    return None
