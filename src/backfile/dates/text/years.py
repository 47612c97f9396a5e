"""Years: "2017", "late 2006", "'82", "fiscal 1997"; and the year that a month or a day without one goes with."""

import re

from backfile.dates.text.calendar import day_of
from backfile.dates.text.context import Context, Found, Reading
from backfile.dates.text.time_tokens import Tokens
from backfile.model.certainties import DateCertainty

_MEASURES = frozenset(
    "people miles feet dollars percent kilometers kilometres km meters metres euros pounds troops soldiers men women "
    "jobs homes workers tons tonnes acres copies times members students votes points barrels cars units employees".split()
)
_YEAR_BEFORE = frozenset(
    "in since by of from until till during before after late early mid for to and through between".split()
)
# "May 15 to August 16, 1988", "July and December 2004": the year stands with the second
_SECOND = re.compile(r"(?:[-/]|w|t?[jbI]t?)(?:M\.?(?:[nN],?)?|[nN]o?M\.?,?)(Y)")
_TURN = 8
"""Months back that a retelling does not go: "in November ... in January" has gone on to the next year."""


def year(tokens: Tokens, start: int, end: int, context: Context) -> Found | None:
    """ "2017", "late 2006", "'82": a number that reads as a year and counts nothing."""
    word = tokens.words[end - 1]
    if tokens.kinds[end - 2 : end] == "'n":
        value = f"19{word}" if int(word) > 29 else f"20{word}"
        if len(word) < 2 or not _may_be_year(tokens, start, end):
            return None
        context.note(value, has_year=True)
        return Found(start, end, Reading("DATE", value, DateCertainty.AS_PRINTED))
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
    return Found(start, end, Reading("DATE", word, DateCertainty.AS_PRINTED))


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
    return Found(start, end, Reading("DATE", f"FY{value}", DateCertainty.AS_PRINTED))


def _may_be_year(tokens: Tokens, start: int, end: int) -> bool:
    """Not "2000 homes", "No. 1984", "1984-85 dollars": a plural noun after it makes it a count, outside a range or a list."""
    following = tokens.lower(end)
    is_round = tokens.words[end - 1].endswith("00")
    is_plural = following[-1:] == "s" and len(following) > 3 and following[-2:] not in ("ss", "is", "us")
    if is_plural and is_round and tokens.lower(start - 1) not in _YEAR_BEFORE | {"the"}:
        return following in ("was", "has", "is", "elections", "games", "olympics", "championships", "finals")
    return following not in _MEASURES


def year_ahead(tokens: Tokens, end: int) -> int | None:
    """The year that stands with the second of two days or months, for the first; None where none does."""
    m = _SECOND.match(tokens.kinds, end)
    if not m or (tokens.kinds[end] == "w" and tokens.words[end] != "/"):
        return None
    return int(tokens.words[m.start(1)])


def year_told(context: Context, month: int) -> int:
    """The year of a month in a passage that retells: the one that runs, or the next after the turn of a year."""
    assert context.last_year is not None
    last = day_of(context.last_named)
    turned = (
        context.is_narrative and last is not None and last.year == context.last_year and last.month - month >= _TURN
    )
    return context.last_year + int(turned)
