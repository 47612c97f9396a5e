"""Seasons: "the spring of 1794", "summer 2007", "last winter"."""

from datetime import date

from backfile.dates.text.calendar import day_of
from backfile.dates.text.context import Context, Found, Reading
from backfile.dates.text.relative_units import SHIFT, UNANCHORED
from backfile.dates.text.tense import direction_of, retells
from backfile.dates.text.time_tokens import Tokens
from backfile.dates.text.time_words import SEASON, SEASON_MONTH
from backfile.model.certainties import DateCertainty

_OF_SEASON = frozenset({"in", "since", "by", "until", "during", "next"})
_BEFORE_SEASON = _OF_SEASON | {"the", "that", "this", "of", "last", "for", "each", "every"}
"""A season after one of these is no name: "In Winter Napoleon turned back"."""


def season(tokens: Tokens, start: int, end: int, context: Context) -> Found | None:
    """ "the spring of 1794", "summer 2007", "spring"."""
    at = next(at for at in range(start, end) if tokens.kinds[at] == "S")
    code = SEASON[tokens.lower(at)]
    if tokens.kinds[end - 2 : end] == "'n":
        return Found(start, end, Reading("DATE", f"19{tokens.words[end - 1]:0>2}-{code}", DateCertainty.AS_PRINTED))
    if tokens.kinds[end - 1] == "Y":
        value = f"{tokens.words[end - 1]}-{code}"
        context.note(value, has_year=True)
        return Found(start, end, Reading("DATE", value, DateCertainty.AS_PRINTED))
    if _is_no_season(tokens, start, at, end):
        return None
    if context.last_year and retells(tokens, start, end, context):
        return Found(
            start,
            end,
            Reading("DATE", f"{context.last_year:04d}-{code}", DateCertainty.LAST_NAMED_YEAR, context.last_named),
        )
    if context.published is None:
        return Found(start, end, Reading("DATE", None, DateCertainty.UNANCHORED))
    direction = direction_of(tokens, start, end)
    value = f"{_year_near(context.published, code, direction):04d}-{code}"
    certainty = DateCertainty.MONTH_BY_VERB if direction else DateCertainty.MONTH_LAST
    return Found(start, end, Reading("DATE", value, certainty, context.published.isoformat()))


def _is_no_season(tokens: Tokens, start: int, at: int, end: int) -> bool:
    """Whether the word at `at` is something else: "a summer bag", "Summer Lee", "Winter Park", "a fall of a tenth", "springs"."""
    before, word = tokens.lower(start - 1), tokens.lower(at)
    is_of_season = before in _OF_SEASON
    if start == at and (before in ("a", "an") or (before not in _BEFORE_SEASON and _is_in_name(tokens, at))):
        return True
    if word == "fall" and tokens.lower(end) in ("of", "in", "from") and not is_of_season:
        return True
    return word in ("fall", "spring") and start == at and not is_of_season


def _is_in_name(tokens: Tokens, at: int) -> bool:
    """Whether a word and the next one have capital letters."""
    return tokens.words[at][0].isupper() and bool(tokens.words[at + 1 : at + 2]) and tokens.words[at + 1][:1].isupper()


def _year_near(published: date, code: str, direction: int) -> int:
    """The year of the season next to the day of publication, after it or before it."""
    if direction > 0 and SEASON_MONTH[code] + 2 < published.month:
        return published.year + 1
    if direction <= 0 and SEASON_MONTH[code] > published.month:
        return published.year - 1
    return published.year


def last_season(tokens: Tokens, start: int, end: int, context: Context) -> Found | None:
    """ "last summer", "this spring", "next winter"."""
    code = SEASON[tokens.lower(end - 1)]
    which = next(w for i in range(start, end) if (w := tokens.lower(i)) in SHIFT)
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
    return Found(start, end, Reading("DATE", f"{year:04d}-{code}", DateCertainty.COUNTED, base.isoformat()))
