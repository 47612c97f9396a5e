"""Expressions that name a date of the calendar: full dates, days of a month, months, years, quarters, seasons, decades."""

from datetime import date, timedelta

from backfile.dates.days import day_first_of, find_days, is_day
from backfile.dates.text.calendar import day_of, value_of
from backfile.dates.text.context import Context, Found, Reading
from backfile.dates.text.numbers import ordinal
from backfile.dates.text.tense import direction_of
from backfile.dates.text.tokens import Tokens
from backfile.dates.text.words import DECADE, MONTH_NUMBER, MONTH_SHORT, SEASON, SEASON_MONTH

_MEASURES = frozenset(
    "people miles feet dollars percent kilometers kilometres km meters metres euros pounds troops soldiers men women "
    "jobs homes workers tons tonnes acres copies times members students votes points barrels cars units employees".split()
)
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
    month, day = _month_of(tokens, start, end), _number_of(tokens, start, end)
    year = int(tokens.words[end - 1])
    if month is None or day is None or not is_day(year, month, day):
        return None
    value = f"{year:04d}-{month:02d}-{day:02d}"
    context.note(value, has_year=True)
    return Found(start, end, Reading("DATE", value, "as-printed"))


def month_day(tokens: Tokens, start: int, end: int, context: Context) -> Found | None:
    """ "Feb. 23": the year by the passage, else by the verb, else the last one."""
    month, day = _month_of(tokens, start, end), _number_of(tokens, start, end)
    if month is None or day is None or not is_day(2000, month, day):
        return None
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
    value = f"{context.last_year:04d}-{month:02d}-{day:02d}"
    anchor = context.last_named
    context.note(value, has_year=False)
    return Found(start, end, Reading("DATE", value, "last-named-year", anchor))


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
    month = _month_of(tokens, start, end)
    if month is None:
        return None
    value = f"{tokens.words[end - 1]}-{month:02d}"
    context.note(value, has_year=True)
    return Found(start, end, Reading("DATE", value, "as-printed"))


def bare_month(tokens: Tokens, start: int, end: int, context: Context) -> Found | None:
    """ "in February": the last one, unless the verb points forward."""
    at = end - 1 if tokens.kinds[end - 1] == "M" else end - 2
    month = _month_of(tokens, at, at + 1)
    if month is None or not _reads_as_month(tokens, start, at):
        return None
    if tokens.kinds[end - 1] == "." and tokens.words[at] not in MONTH_SHORT:
        end -= 1
    if context.is_past_passage and context.last_year:
        value = f"{context.last_year:04d}-{month:02d}"
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
    if tokens.lower(start - 1) in _SPEAKING_OF_MONTHS or start < at:
        return True
    if word.lower() in ("may", "march", "august") or word in ("Mar", "Jan", "Dec"):
        return False
    following = tokens.words[at + 1] if at + 1 < len(tokens.words) else ""
    return not (word in ("April", "June", "July") and following[:1].isupper() and tokens.kinds[at + 1] == "w")


def month_of_unit(tokens: Tokens, start: int, end: int, context: Context) -> Found | None:
    """ "October of next year", "March of that year"."""
    month = _month_of(tokens, start, end)
    if month is None or tokens.lower(end - 1) != "year":
        return None
    word = tokens.lower(end - 2)
    base = context.last_year if word in ("that", "same") else context.published and context.published.year
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
    month = _month_of(tokens, at, end)
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
    ):
        return None
    if not _may_be_year(tokens, start, end):
        return None
    context.note(word, has_year=True)
    return Found(start, end, Reading("DATE", word, "as-printed"))


def _may_be_year(tokens: Tokens, start: int, end: int) -> bool:
    """Not "2000 homes", "No. 1984", "1984-85 dollars": a plural noun after it makes it a count, outside a range or a list."""
    following = tokens.lower(end)
    if following[-1:] == "s" and len(following) > 3 and tokens.lower(start - 1) not in _YEAR_BEFORE | {"the"}:
        return following in ("was", "has", "is", "elections", "games", "olympics", "championships", "finals")
    return following not in _MEASURES


def decade(tokens: Tokens, start: int, end: int, context: Context) -> Found | None:
    """ "the 1990s", "the early '80s", "the late nineties"."""
    word = tokens.lower(end - 1)
    if word in DECADE:
        value = f"19{DECADE[word]}"
    elif len(word) == 5:
        value = word[:3]
    else:
        value = f"19{word[0]}"
    context.note(f"{value}0", has_year=True)
    return Found(start, end, Reading("DATE", value, "as-printed"))


def season(tokens: Tokens, start: int, end: int, context: Context) -> Found | None:
    """ "the spring of 1794", "summer 2007", "spring"."""
    at = next(at for at in range(start, end) if tokens.kinds[at] == "S")
    code = SEASON[tokens.lower(at)]
    if tokens.kinds[end - 1] == "Y":
        value = f"{tokens.words[end - 1]}-{code}"
        context.note(value, has_year=True)
        return Found(start, end, Reading("DATE", value, "as-printed"))
    before = tokens.lower(start - 1)
    if tokens.lower(at) in ("fall", "spring") and not (
        start < at or before in ("in", "since", "by", "until", "during", "next")
    ):
        return None
    if context.is_past_passage and context.last_year:
        return Found(
            start, end, Reading("DATE", f"{context.last_year:04d}-{code}", "last-named-year", context.last_named)
        )
    if context.published is None:
        return Found(start, end, Reading("DATE", None, "unanchored"))
    direction = direction_of(tokens, start, end)
    year_number, month = context.published.year, context.published.month
    if direction > 0 and SEASON_MONTH[code] + 2 < month:
        year_number += 1
    elif direction <= 0 and SEASON_MONTH[code] > month:
        year_number -= 1
    value = f"{year_number:04d}-{code}"
    return Found(
        start,
        end,
        Reading("DATE", value, "month-by-verb" if direction else "month-last", context.published.isoformat()),
    )


def quarter(tokens: Tokens, start: int, end: int, context: Context) -> Found | None:
    """ "the first quarter of 2009", "third-quarter", "last quarter"."""
    at = next(at for at in range(start, end) if tokens.kinds[at] == "Q")
    words = [tokens.lower(i) for i in range(start, at)]
    which = next((number for word in words if (number := ordinal(word)) and word not in ("last", "final")), None)
    if "final" in words:
        which = 4
    if which is None:
        return _relative_quarter(words, start, at + 1, context)
    if not 1 <= which <= 4:
        return None
    year_number = _year_after_of(tokens, at + 1, end, context)
    published = context.published
    if year_number is None:
        end = at + 1
        if published is None:
            return Found(start, end, Reading("DATE", None, "unanchored"))
        now = (published.month - 1) // 3 + 1
        year_number = published.year
        direction = direction_of(tokens, start, end)
        if direction > 0 and which < now:
            year_number += 1
        elif direction <= 0 and which >= now:
            year_number -= which > now or direction <= 0
    fiscal = "FY" if "fiscal" in words and False else ""
    return Found(start, end, Reading("DATE", f"{fiscal}{year_number:04d}-Q{which}", "counted"))


def _relative_quarter(words: list[str], start: int, end: int, context: Context) -> Found | None:
    shift = next(
        (
            s
            for word in words
            if (
                s := {"last": -1, "past": -1, "previous": -1, "this": 0, "next": 1, "coming": 1, "following": 1}.get(
                    word
                )
            )
            is not None
        ),
        None,
    )
    if shift is None:
        if words != ["the"] or context.published is None:
            return None
        shift = 0
    if context.published is None:
        return Found(start, end, Reading("DATE", None, "unanchored"))
    value = value_of(context.published, "Q", shift)
    return Found(start, end, Reading("DATE", value, "counted", context.published.isoformat()))


def half(tokens: Tokens, start: int, end: int, context: Context) -> Found | None:
    """ "the first half of 2009"."""
    at = next(at for at in range(start, end) if tokens.kinds[at] == "s")
    which = ordinal(tokens.words[at - 1])
    year_number = _year_after_of(tokens, at + 1, end, context)
    if which not in (1, 2) or year_number is None:
        return None
    return Found(start, end, Reading("DATE", f"{year_number:04d}-H{which}", "counted"))


def _year_after_of(tokens: Tokens, at: int, end: int, context: Context) -> int | None:
    """The year in "of 2009", "of last year", "of the year"; None where there is none."""
    if at >= end:
        return None
    if tokens.kinds[end - 1] == "Y":
        return int(tokens.words[end - 1])
    if tokens.lower(end - 1) != "year" or context.published is None:
        return None
    shift = {"last": -1, "previous": -1, "next": 1}.get(tokens.lower(end - 2), 0)
    return context.published.year + shift


_HOLIDAYS = {
    "christmas eve": "12-24", "christmas day": "12-25", "christmas": "12-25", "xmas": "12-25", "halloween": "10-31",
    "independence day": "07-04", "veterans day": "11-11", "boxing day": "12-26", "valentine": "02-14",
}  # fmt: skip
_MOVING = {"thanksgiving": (11, 3, 4), "labor day": (9, 0, 1), "labour day": (9, 0, 1), "memorial day": (5, 0, -1),
           "presidents day": (2, 0, 3), "mlk day": (1, 0, 3), "columbus day": (10, 0, 2)}  # fmt: skip


def holiday(tokens: Tokens, start: int, end: int, context: Context) -> Found | None:
    """ "Christmas Eve", "Labor Day 2016", "Thanksgiving"."""
    if not tokens.words[start][0].isupper():
        return None
    two = f"{tokens.lower(start)} {tokens.lower(start + 1)}"
    name = two if two in _HOLIDAYS or two in _MOVING else tokens.lower(start)
    if name not in _HOLIDAYS and name not in _MOVING:
        return None
    end = start + len(name.split())
    if tokens.kinds[end : end + 1] == "Y":
        return Found(start, end + 1, Reading("DATE", _holiday_in(name, int(tokens.words[end])), "as-printed"))
    if context.published is None:
        return Found(start, end, Reading("DATE", None, "unanchored"))
    direction = direction_of(tokens, start, end)
    year_number = context.published.year
    value = _holiday_in(name, year_number)
    today = context.published.isoformat()
    if direction > 0 and value < today:
        value = _holiday_in(name, year_number + 1)
    elif direction <= 0 and value > today and (date.fromisoformat(value) - context.published).days > 45:
        value = _holiday_in(name, year_number - 1)
    return Found(start, end, Reading("DATE", value, "nearest-day", today))


def _holiday_in(name: str, year_number: int) -> str:
    if name in _HOLIDAYS:
        return f"{year_number:04d}-{_HOLIDAYS[name]}"
    month, weekday, count = _MOVING[name]
    if count > 0:
        first = date(year_number, month, 1)
        return (first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (count - 1))).isoformat()
    last = date(year_number, month, 31)
    return (last - timedelta(days=(last.weekday() - weekday) % 7)).isoformat()


def _month_of(tokens: Tokens, start: int, end: int) -> int | None:
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
