"""Months: "February 2017", "in February", "March of that year", "the last week of March"."""

from datetime import date, timedelta

from backfile.dates.printed_days import is_day
from backfile.dates.text.calendar import day_of, value_of
from backfile.dates.text.context import Context, Found, Reading
from backfile.dates.text.numbers import ordinal
from backfile.dates.text.tense import direction_of, retells
from backfile.dates.text.time_tokens import Tokens
from backfile.dates.text.time_words import MONTH_NUMBER, MONTH_SHORT
from backfile.dates.text.years import year_ahead, year_told
from backfile.model.certainties import DateCertainty

_SPEAKING_OF_MONTHS = frozenset(
    "in since by of from until till during before after through between and to next last this for".split()
)
AGAINST_VERB = 3.0


def month_year(tokens: Tokens, start: int, end: int, context: Context) -> Found | None:
    """ "February 2017", "early June 1950", "the end of 1793", "June '98"."""
    month = month_of(tokens, start, end)
    if month is None:
        return None
    year = tokens.words[end - 1]
    if tokens.kinds[end - 2] == "'":
        if len(year) < 2:
            return None
        year = f"19{year}" if int(year) > 29 else f"20{year}"
    value = f"{year}-{month:02d}"
    context.note(value, has_year=True)
    return Found(start, end, Reading("DATE", value, DateCertainty.AS_PRINTED))


def bare_month(tokens: Tokens, start: int, end: int, context: Context) -> Found | None:
    """ "in February": the last one, unless the verb points forward."""
    at = end - 1 if tokens.kinds[end - 1] == "M" else end - 2
    month = month_of(tokens, at, at + 1)
    if month is None or not _reads_as_month(tokens, start, at):
        return None
    if tokens.kinds[end - 1] == "." and tokens.words[at] not in MONTH_SHORT:
        end -= 1
    ahead = int(tokens.words[start - 1]) if tokens.kinds[start - 1 : start] == "Y" else year_ahead(tokens, end)
    if ahead is not None:
        return Found(start, end, Reading("DATE", f"{ahead:04d}-{month:02d}", DateCertainty.AS_PRINTED))
    if context.last_year and retells(tokens, start, end, context):
        value = f"{year_told(context, month):04d}-{month:02d}"
        reading = Reading("DATE", value, DateCertainty.LAST_NAMED_YEAR, context.last_named)
        context.note(value, has_year=False)
        return Found(start, end, reading)
    if context.published is None:
        return Found(start, end, Reading("DATE", None, DateCertainty.UNANCHORED))
    direction = direction_of(tokens, start, end)
    year = _month_year_near(context.published, month, direction)
    value = f"{year:04d}-{month:02d}"
    context.note(value, has_year=False)
    certainty = DateCertainty.MONTH_BY_VERB if direction else DateCertainty.MONTH_LAST
    return Found(start, end, Reading("DATE", value, certainty, context.published.isoformat()))


def _reads_as_month(tokens: Tokens, start: int, at: int) -> bool:
    """Whether a month's name alone is the month: "in May", "its January sales"; not "May I", "June Carter", "March on"."""
    word = tokens.words[at]
    if start == at and _is_first_name(tokens, at):
        return False
    if tokens.lower(start - 1) in _SPEAKING_OF_MONTHS or start < at or tokens.kinds[at + 1 : at + 3] == "-M":
        return True
    if word.lower() in ("may", "march", "august") or word in ("Mar", "Jan", "Dec"):
        return False
    following = tokens.words[at + 1] if at + 1 < len(tokens.words) else ""
    if word in ("April", "June") and _speaks(tokens, at):
        return False
    return not (word in ("April", "June", "July") and following[:1].isupper() and tokens.kinds[at + 1] == "w")


def _is_first_name(tokens: Tokens, at: int) -> bool:
    """Whether a month's name is a given name: before another month's ("April May"), or after "to" and before a capital ("to August Moss")."""
    following = tokens.words[at + 1] if at + 1 < len(tokens.words) else ""
    if tokens.words[at] not in _GIVEN or not following[:1].isupper() or tokens.kinds[at + 1] not in "wM":
        return False
    return tokens.kinds[at + 1] == "M" or (
        tokens.lower(at - 1) in ("to", "and", "for")
        and not following.isupper()
        and at > 1
        and tokens.kinds[at - 2] != "M"
    )


_GIVEN = frozenset(("April", "May", "June", "August"))
_OF_PEOPLE = frozenset(
    "said says told tells asked added laughed smiled recalled remembers who whose wrote thinks likes wants works lives loves".split()
)
_KIN = frozenset("daughter daughters son sons sister wife mother aunt niece granddaughter girl named baby with".split())


def _speaks(tokens: Tokens, at: int) -> bool:
    """Whether April or June does what people do: "June said", "April, who is nine", "her daughter April"."""
    following = at + 1 + (tokens.kinds[at + 1 : at + 2] == ",")
    return tokens.lower(following) in _OF_PEOPLE or tokens.lower(at - 1) in _KIN


def month_of_unit(tokens: Tokens, start: int, end: int, context: Context) -> Found | None:
    """ "October of next year", "March of that year", "May 5 last year"."""
    month = month_of(tokens, start, end)
    if month is None or tokens.lower(end - 1) != "year":
        return None
    word = tokens.lower(end - 2)
    base = context.published.year if context.published else None
    if word in ("that", "same"):
        base = context.last_year
    if base is None:
        return Found(start, end, Reading("DATE", None, DateCertainty.UNANCHORED))
    year = base + {"last": -1, "previous": -1, "next": 1, "following": 1}.get(word, 0)
    value = f"{year:04d}-{month:02d}"
    number = next((tokens.lower(at) for at in range(start, end) if tokens.kinds[at] in "nN"), None)
    if number is not None:
        day = int(number.rstrip("stndrh"))
        if not is_day(year, month, day):
            return None
        value += f"-{day:02d}"
    context.note(value, has_year=True)
    if word not in ("that", "same"):
        end = (
            max(at for at in range(start, end) if tokens.kinds[at] in "MnN") + 1
        )  # the year is an expression of its own
    return Found(start, end, Reading("DATE", value, DateCertainty.COUNTED))


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
            return Found(start, end, Reading("DATE", None, DateCertainty.UNANCHORED))
        inner = bare_month(tokens, at + 2, end, context)
        first = day_of(inner.reading.value) if inner else None
    else:
        first = date(year, month or 1, 1)
    if first is None:
        return None
    return Found(
        start, end, Reading("DATE", _nth(first, month is not None, tokens.lower(at), which), DateCertainty.COUNTED)
    )


def _nth(first: date, is_month: bool, unit: str, which: int) -> str:
    """The `which`th day, week or month of a month or a year; -1 is the last."""
    after = day_of(value_of(first, "M" if is_month else "Y", 1)) or first
    if unit == "day":
        return (first + timedelta(days=which - 1) if which > 0 else after - timedelta(days=1)).isoformat()
    if unit == "month":
        return value_of(first, "M", which - 1) if which > 0 else value_of(after, "M", -1)
    return (
        value_of(first + timedelta(days=3), "W", which - 1) if which > 0 else value_of(after - timedelta(days=4), "W")
    )


def _month_year_near(published: date, month: int, direction: int) -> int:
    """The same for a month alone, which is past more often."""

    def distance(year: int) -> float:
        months = (year - published.year) * 12 + month - published.month
        if months > 0:
            return months * (2 * AGAINST_VERB if direction < 0 else 1 if direction > 0 else 2)
        return -months * (AGAINST_VERB if direction > 0 else 1)

    return min((published.year - 1, published.year, published.year + 1), key=distance)


def month_of(tokens: Tokens, start: int, end: int) -> int | None:
    """The number of the first month named in tokens[start:end]."""
    for at in range(start, end):
        if tokens.kinds[at] == "M":
            word = tokens.words[at]
            return MONTH_NUMBER.get(word.lower()) or MONTH_SHORT.get(word.capitalize())
    return None
