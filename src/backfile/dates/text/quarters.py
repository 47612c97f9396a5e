"""Quarters and halves of a year: "the first quarter of last year", "the second half of 2009"."""

from datetime import date

from backfile.dates.text.calendar import value_of
from backfile.dates.text.context import Context, Found, Reading
from backfile.dates.text.numbers import ordinal
from backfile.dates.text.tense import direction_of
from backfile.dates.text.time_tokens import Tokens
from backfile.dates.text.time_words import MONTH_NUMBER, MONTH_SHORT
from backfile.model.certainties import DateCertainty

_HYPHENED = ("O-s", "N-s")
_OF_MATCHES = frozenset(
    "touchdown touchdowns quarterback quarterbacks halftime rebounds yards layup dunk punt fumble fumbles interception "
    "interceptions NBA NFL WNBA overtime linebacker".split()
)
"""Words of the games that are played in quarters."""
_AROUND = 60
"""Tokens."""
_BUSINESS = frozenset(
    "profit profits earnings net pretax operating results sales revenue revenues loss losses income figures growth".split()
)
"""What a "first-half" is of in a business report; a first half by itself may be a match's."""
_SHIFT = {
    "current": 0,
    "last": -1,
    "latest": -1,
    "past": -1,
    "previous": -1,
    "this": 0,
    "next": 1,
    "coming": 1,
    "following": 1,
}


def quarter(tokens: Tokens, start: int, end: int, context: Context) -> Found | None:
    """ "the first quarter of 2009", "third-quarter", "last year's fourth quarter", "the 1988 quarter"."""
    at = next(at for at in range(start, end) if tokens.kinds[at] == "Q")
    if _is_of_match(tokens, at):
        return None
    words = [tokens.lower(i) for i in range(start, at)]
    if "s" in words:
        words = words[words.index("s") + 1 :]
    which = next((number for word in words if (number := ordinal(word)) and word not in ("last", "final")), None)
    if "final" in words:
        which = 4
    if which is None:
        return _relative_quarter(tokens, words, (start, at + 1), context)
    if not 1 <= which <= 4:
        return None
    year_number = _year_after_of(tokens, at + 1, end, context)
    if year_number is None:
        end = at + 1
        year_number = _year_before(tokens, start, at, context)
    if year_number is None:
        if context.published is None:
            return Found(start, end, Reading("DATE", None, DateCertainty.UNANCHORED))
        year_number = _year_of_quarter(which, context.published, direction_of(tokens, start, end))
    value = f"{year_number:04d}-Q{which}"
    context.note_quarter(value)
    return Found(start, end, Reading("DATE", value, DateCertainty.COUNTED))


def _is_of_match(tokens: Tokens, at: int) -> bool:
    """The quarter of a game, and a quarter-final."""
    if tokens.kinds[at + 1 : at + 2] == "-" and tokens.lower(at + 2).startswith(
        ("final", "back", "mile", "inch", "point")
    ):
        return True
    around = tokens.words[max(0, at - _AROUND) : at + _AROUND]
    return not _OF_MATCHES.isdisjoint(around)


def _year_of_quarter(which: int, published: date, direction: int) -> int:
    """The running quarter is this year's; another is the last one, or the next where a verb or its nearness says so."""
    now = (published.month - 1) // 3 + 1
    if which < now:
        return published.year + (direction > 0 and now - which > 1)
    is_ahead = which == now or direction > 0 or (direction == 0 and which == now + 1)
    return published.year - (not is_ahead)


def _year_before(tokens: Tokens, start: int, at: int, context: Context) -> int | None:
    """The year in "last year's fourth quarter" and "1988's third quarter"."""
    for i in range(start, at):
        if tokens.kinds[i] == "Y":
            return int(tokens.words[i])
        if tokens.kinds[i] == "U" and context.published is not None:
            return context.published.year + _SHIFT.get(tokens.lower(i - 1), 0)
    return None


def numbered(tokens: Tokens, start: int, end: int, context: Context) -> Found | None:
    """ "Q3 2009", "Q3": in figures."""
    if tokens.start(start) + 1 != tokens.start(start + 1) or tokens.words[start + 1] not in ("1", "2", "3", "4"):
        return None
    which = int(tokens.words[start + 1])
    if tokens.kinds[end - 1] == "Y":
        year_number = int(tokens.words[end - 1])
    elif context.published is None:
        return Found(start, end, Reading("DATE", None, DateCertainty.UNANCHORED))
    else:
        year_number = _year_of_quarter(which, context.published, direction_of(tokens, start, end))
    value = f"{year_number:04d}-Q{which}"
    context.note_quarter(value)
    return Found(start, end, Reading("DATE", value, DateCertainty.COUNTED))


def quarter_of_month(tokens: Tokens, start: int, end: int, context: Context) -> Found | None:
    """ "the September quarter": the quarter that ends with the month."""
    word = next(tokens.words[at] for at in range(start, end) if tokens.kinds[at] == "M")
    month = MONTH_NUMBER.get(word.lower()) or MONTH_SHORT.get(word.capitalize(), 1)
    if month % 3:
        return None
    if context.published is None:
        return Found(start, end, Reading("DATE", None, DateCertainty.UNANCHORED))
    is_ahead = month > context.published.month + 2
    value = f"{context.published.year - is_ahead:04d}-Q{month // 3}"
    context.note_quarter(value)
    return Found(start, end, Reading("DATE", value, DateCertainty.COUNTED, context.published.isoformat()))


def _shift_to_end(tokens: Tokens, at: int, published: date) -> int | None:
    """Quarters from the publication's to the one that "ended Sept. 30" names; None where none is named."""
    if tokens.lower(at) not in ("ended", "ending") or tokens.kinds[at + 1 : at + 2] != "M":
        return None
    word = tokens.words[at + 1]
    month = MONTH_NUMBER.get(word.lower()) or MONTH_SHORT.get(word.capitalize(), published.month)
    back = (published.month - month) % 12
    return (published.month - 1 - back) // 3 - (published.month - 1) // 3


def _relative_quarter(tokens: Tokens, words: list[str], span: tuple[int, int], context: Context) -> Found | None:
    start, end = span
    shift = next((_SHIFT[word] for word in words if word in _SHIFT), None)
    is_bare = shift is None
    if shift is None:
        if words != ["the"]:
            return None
        if context.published is not None:
            shift = _shift_to_end(tokens, end, context.published)
        if shift is None and context.quarter is not None:
            return Found(start, end, Reading("DATE", context.quarter, DateCertainty.LAST_NAMED, context.quarter))
    if context.published is None:
        return Found(start, end, Reading("DATE", None, DateCertainty.UNANCHORED))
    value = value_of(context.published, "Q", shift or 0)
    if not is_bare or shift:
        context.note_quarter(value)
    return Found(start, end, Reading("DATE", value, DateCertainty.COUNTED, context.published.isoformat()))


def half(tokens: Tokens, start: int, end: int, context: Context) -> Found | None:
    """ "the first half of 2009"."""
    at = next(at for at in range(start, end) if tokens.kinds[at] == "s")
    which = ordinal(next((word for i in range(at - 1, start - 1, -1) if (word := tokens.words[i]) != "-"), ""))
    if which not in (1, 2):
        return None
    year_number = _year_after_of(tokens, at + 1, end, context)
    if year_number is not None:
        return Found(start, end, Reading("DATE", f"{year_number:04d}-H{which}", DateCertainty.COUNTED))
    if tokens.kinds[start:end] not in _HYPHENED or tokens.lower(end) not in _BUSINESS:
        return None
    if context.published is None:
        return Found(start, end, Reading("DATE", None, DateCertainty.UNANCHORED))
    is_over = which == 1 or context.published.month > 6
    return Found(
        start, end, Reading("DATE", f"{context.published.year - (not is_over):04d}-H{which}", DateCertainty.COUNTED)
    )


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
