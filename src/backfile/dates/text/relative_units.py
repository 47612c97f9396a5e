"""The units of the calendar beside the publication day or the last day named: "last week", "that year", "last September"."""

from backfile.dates.text.calendar import value_of
from backfile.dates.text.context import Context, Found, Reading
from backfile.dates.text.time_tokens import Tokens
from backfile.dates.text.time_words import (
    MONTH_NUMBER,
    MONTH_SHORT,
    UNIT,
)
from backfile.model.certainties import DateCertainty

SHIFT = {"last": -1, "latest": -1, "past": -1, "previous": -1, "preceding": -1, "prior": -1, "this": 0, "next": 1, "coming": 1,
          "upcoming": 1, "following": 1, "subsequent": 1, "same": 0, "that": 0, "these": 0, "those": 0, "current": 0}  # fmt: skip
FROM_REFERENCE = frozenset({"previous", "preceding", "prior", "following", "subsequent", "same", "that"})
GRAIN = {"Y": "Y", "M": "M", "W": "W", "D": "D", "Q": "Q", "DE": "DE", "CE": "CE", "F": "W", "ML": "CE"}
UNANCHORED = Reading("DATE", None, DateCertainty.UNANCHORED)


_FINENESS = {"W": len("2017-W08"), "M": len("2017-02")}
"""How long the value must be of a date that a week or a month is counted from."""


def unit_of(word: str) -> str:
    """ "Y" for "year", "years"; "TH" for "hours"."""
    return UNIT.get(word) or UNIT.get(word.rstrip("s")) or ("CE" if word == "centuries" else "D")


_SPANNING = frozenset("over in during within throughout".split())


def relative_unit(tokens: Tokens, start: int, end: int, context: Context) -> Found | None:
    """ "last week", "the end of last year", "later this month", "the following day", "that year"."""
    words = [tokens.lower(at) for at in range(start, end)]
    which = next((word for word in words if word in SHIFT), None)
    if which is None or which in ("past", "those", "these"):
        return None
    unit = unit_of(words[-1])
    if (
        words[:-1] in (["the", "last"], ["the", "next"])
        and tokens.lower(start - 1) in _SPANNING
        and unit not in ("D", "WE")
    ):
        return None  # "over the last decade" is a length: the rule of spans has it
    is_article_next = which == "next" and words[0] == "the"
    if which in FROM_REFERENCE or context.is_narrative or (is_article_next and unit in ("D", "W", "M", "Y")):
        base, certainty = context.day_reference() if unit == "D" else context.reference(), DateCertainty.LAST_NAMED
        if len(context.last_named or context.named_before or "2017-02-23") < _FINENESS.get(unit, 0):
            return None  # "that week" of a year
    else:
        base, certainty = context.published, DateCertainty.COUNTED
    if base is None:
        return Found(start, end, UNANCHORED)
    if words[0] in ("earlier", "late", "early", "later") and which in FROM_REFERENCE:
        start += 1
    if "fiscal" in words or "financial" in words:
        return Found(start, end, Reading("DATE", f"FY{base.year + SHIFT[which]}", certainty, base.isoformat()))
    value = value_of(base, GRAIN.get(unit, unit), SHIFT[which])
    context.note(value, has_year=False)
    return Found(start, end, Reading("DATE", value, certainty, base.isoformat()))


def last_month(tokens: Tokens, start: int, end: int, context: Context) -> Found | None:
    """ "last September", "next May 5"."""
    at = next(at for at in range(start, end) if tokens.kinds[at] == "M")
    word = tokens.words[at]
    month = MONTH_NUMBER.get(word.lower()) or MONTH_SHORT.get(word.capitalize(), 1)
    which = next(w for i in range(start, at) if (w := tokens.lower(i)) in SHIFT)
    base = context.published
    if base is None:
        return Found(start, end, UNANCHORED)
    shift = SHIFT[which]
    year = base.year
    if shift < 0 and month >= base.month:
        year -= 1
    elif shift > 0 and month <= base.month:
        year += 1
    value = f"{year:04d}-{month:02d}"
    if tokens.kinds[end - 1] in "nN":
        value += f"-{int(tokens.lower(end - 1).rstrip('stndrh')):02d}"
    elif tokens.kinds[end - 1] == "." and word.capitalize() not in MONTH_SHORT:
        end -= 1
    context.note(value, has_year=False)
    return Found(start, end, Reading("DATE", value, DateCertainty.COUNTED, base.isoformat()))
