"""Expressions that count from another day: "two years ago", "three days later", "a year earlier", "the day before"."""

from datetime import date

from backfile.dates.text.calendar import moved, value_of
from backfile.dates.text.context import Context, Found, Reading
from backfile.dates.text.durations import length
from backfile.dates.text.numbers import VAGUE, amount
from backfile.dates.text.relative_units import GRAIN, UNANCHORED, unit_of
from backfile.dates.text.time_tokens import Tokens
from backfile.model.certainties import DateCertainty

_COMPARED = frozenset("from compared versus vs against than".split())
_REACH = 12
_YEAR_NOUNS = frozenset("period quarter level levels figure figures result results month number numbers".split())


def year_ago(tokens: Tokens, start: int, end: int, context: Context) -> Found | None:
    """ "year-ago", "year-earlier", "the year earlier period": the quarter of which is told, a year back, else the year."""
    at = start + (tokens.kinds[start] == "t")
    is_hyphened = tokens.kinds[at + 1] == "-"
    if unit_of(tokens.lower(at)) != "Y" or tokens.lower(end - 1) not in ("ago", "earlier"):
        return None
    if not is_hyphened and tokens.lower(end) not in _YEAR_NOUNS:
        return None
    if context.published is None:
        return Found(start, end, UNANCHORED)
    quarter = _quarter_before(context) if tokens.kinds[end : end + 1] == "Q" or context.has_quarter_here else None
    value = quarter or value_of(moved(context.published, "Y", -1), "Q" if tokens.kinds[end : end + 1] == "Q" else "Y")
    return Found(start, end, Reading("DATE", value, DateCertainty.COUNTED, context.published.isoformat()))


def _quarter_before(context: Context) -> str | None:
    """The quarter named last, a year back."""
    return f"{int(context.quarter[:4]) - 1:04d}{context.quarter[4:]}" if context.quarter else None


def year_before(tokens: Tokens, start: int, end: int, context: Context) -> Found | None:
    """ "the same month a year ago", "the same period last year": what was named last, a year back."""
    unit = tokens.lower(start + (2 if tokens.kinds[start] == "t" else 1))
    if unit not in ("month", "quarter", "period", "week", "day", "time"):
        return None
    if unit in ("quarter", "period") and (unit == "quarter" or context.has_quarter_here) and context.quarter:
        return Found(start, end, Reading("DATE", _quarter_before(context), DateCertainty.LAST_NAMED, context.quarter))
    base = context.reference()
    if base is None:
        return Found(start, end, UNANCHORED)
    grain = {"month": "M", "quarter": "Q", "week": "W", "day": "D"}.get(unit) or _grain_of(context.last_named)
    return Found(
        start, end, Reading("DATE", value_of(moved(base, "Y", -1), grain), DateCertainty.LAST_NAMED, base.isoformat())
    )


def _grain_of(value: str | None) -> str:
    if value is None or len(value) == 4:
        return "Y"
    if "-Q" in value:
        return "Q"
    return "M" if len(value) == 7 else "W" if "W" in value else "D"


def ago(tokens: Tokens, start: int, end: int, context: Context) -> Found | None:
    """ "two years ago": as fine as its unit."""
    if _is_of_quarter(tokens, start, end, context) and any(
        tokens.lower(at) in _COMPARED for at in range(max(0, start - _REACH), start)
    ):
        return Found(start, end, Reading("DATE", _quarter_before(context), DateCertainty.LAST_NAMED, context.quarter))
    return _counted(tokens, start, end, context.published, -1, DateCertainty.COUNTED)


def _is_of_quarter(tokens: Tokens, start: int, end: int, context: Context) -> bool:
    """ "a year ago" beside a quarter that was named is that quarter's, where figures are compared."""
    return context.has_quarter_here and tokens.kinds[start:end] in ("aUA", "aUe") and tokens.lower(start + 1) == "year"


def later(tokens: Tokens, start: int, end: int, context: Context) -> Found | None:
    """ "three days later", "a year earlier": from the last date named."""
    word = tokens.lower(end - 1)
    if word not in ("earlier", "later"):
        return None
    if word == "earlier" and _is_of_quarter(tokens, start, end, context):
        return Found(start, end, Reading("DATE", _quarter_before(context), DateCertainty.LAST_NAMED, context.quarter))
    sign = -1 if word == "earlier" else 1
    is_of_days = any(tokens.kinds[at] in "UJ" and unit_of(tokens.lower(at)) == "D" for at in range(start, end))
    base = context.day_reference() if is_of_days else context.reference()
    if sign > 0 and not context.has_named(day=is_of_days):
        base = None  # later than what is not known
    found = _counted(tokens, start, end, base, sign, DateCertainty.LAST_NAMED)
    if found is not None:
        context.note(found.reading.value, has_year=False)
    return found


def from_now(tokens: Tokens, start: int, end: int, context: Context) -> Found | None:
    """ "five years from now", "a week from today"."""
    if tokens.lower(end - 2) != "from":
        return None
    if tokens.lower(end - 1) not in ("now", "today"):
        return None
    return _counted(tokens, start, end, context.published, 1, DateCertainty.COUNTED)


def beside(tokens: Tokens, start: int, end: int, context: Context) -> Found | None:
    """ "the day before", "the year after": from the last date named, where no event follows that it counts from."""
    sign = {"before": -1, "after": 1}.get(tokens.lower(end - 1))
    unit = unit_of(tokens.lower(start + 1))
    if sign is None or tokens.kinds[end : end + 1] not in ("", *_ENDS) or unit not in ("D", "W", "M", "Y", "DE"):
        return None
    base = context.day_reference() if unit == "D" else context.reference()
    if base is None:
        return Found(start, end, UNANCHORED)
    value = value_of(base, unit, sign)
    context.note(value, has_year=False)
    return Found(start, end, Reading("DATE", value, DateCertainty.LAST_NAMED, base.isoformat()))


_ENDS = (".", ",", "|", ")", "b")
"""What may follow "the day before" where it is the whole expression."""


def _counted(
    tokens: Tokens, start: int, end: int, base: date | None, sign: int, certainty: DateCertainty
) -> Found | None:
    at = next((at for at in range(start, end) if tokens.kinds[at] in "UJHQ"), None)
    if at is None:
        return None
    if tokens.kinds[start] == "e":
        start += tokens.lower(start) not in ("early", "late")
    unit = unit_of(tokens.lower(at))
    count = amount(tokens, start, end)
    if count == VAGUE or unit.startswith("T"):
        return _uncounted(tokens, (start, at + 1, end), count, sign)
    if base is None:
        return _uncounted(tokens, (start, at + 1, end), count, sign) if sign > 0 else Found(start, end, UNANCHORED)
    day = moved(base, unit, sign * int(float(count)))
    if unit in ("DE", "CE", "ML"):
        return Found(start, end, Reading("DATE", f"{day.year:04d}", certainty, base.isoformat()))
    return Found(start, end, Reading("DATE", value_of(day, GRAIN[unit]), certainty, base.isoformat()))


def _uncounted(tokens: Tokens, places: tuple[int, int, int], count: str, sign: int) -> Found:
    """ "several years ago", "two hours later": no day comes of it; what comes later in a telling is no future."""
    start, after_unit, end = places
    unit = unit_of(tokens.lower(after_unit - 1))
    if sign < 0:
        return Found(start, end, Reading("TIME" if unit.startswith("T") else "DATE", "PAST_REF", DateCertainty.VAGUE))
    certainty = DateCertainty.VAGUE if count == VAGUE else DateCertainty.AS_PRINTED
    return Found(start, after_unit, Reading("DURATION", length(count, unit), certainty))
