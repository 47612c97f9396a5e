"""Quarters, halves and seasons: "the first quarter of last year", "the second half of 2009", "the spring of 1794"."""

from datetime import date

from backfile.dates.text.calendar import value_of
from backfile.dates.text.context import Context, Found, Reading
from backfile.dates.text.numbers import ordinal
from backfile.dates.text.tense import direction_of
from backfile.dates.text.tokens import Tokens
from backfile.dates.text.words import MONTH_NUMBER, MONTH_SHORT, SEASON, SEASON_MONTH

_SHIFT = {"current": 0, "last": -1, "past": -1, "previous": -1, "this": 0, "next": 1, "coming": 1, "following": 1}


def season(tokens: Tokens, start: int, end: int, context: Context) -> Found | None:
    """ "the spring of 1794", "summer 2007", "spring"."""
    at = next(at for at in range(start, end) if tokens.kinds[at] == "S")
    code = SEASON[tokens.lower(at)]
    if tokens.kinds[end - 1] == "Y":
        value = f"{tokens.words[end - 1]}-{code}"
        context.note(value, has_year=True)
        return Found(start, end, Reading("DATE", value, "as-printed"))
    before = tokens.lower(start - 1)
    if tokens.lower(at) == "fall" and tokens.lower(end) == "of":
        return None
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
        return _relative_quarter(tokens, words, (start, at + 1), context)
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
    return Found(start, end, Reading("DATE", f"{year_number:04d}-Q{which}", "counted"))


def _shift_to_end(tokens: Tokens, at: int, published: date) -> int:
    """Quarters from the publication's to the one that "ended Sept. 30" names; 0 where none is named."""
    if tokens.lower(at) not in ("ended", "ending") or tokens.kinds[at + 1 : at + 2] != "M":
        return 0
    word = tokens.words[at + 1]
    month = MONTH_NUMBER.get(word.lower()) or MONTH_SHORT.get(word.capitalize(), published.month)
    back = (published.month - month) % 12
    return (published.month - 1 - back) // 3 - (published.month - 1) // 3


def _relative_quarter(tokens: Tokens, words: list[str], span: tuple[int, int], context: Context) -> Found | None:
    start, end = span
    shift = next((_SHIFT[word] for word in words if word in _SHIFT), None)
    if shift is None:
        if words != ["the"] or context.published is None:
            return None
        shift = _shift_to_end(tokens, end, context.published)
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
