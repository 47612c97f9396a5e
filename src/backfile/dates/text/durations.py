"""Lengths of time: "two weeks", "a four-year contract", "the past three years", "decades"."""

from backfile.dates.text.context import Context, Found, Reading
from backfile.dates.text.numbers import VAGUE, amount
from backfile.dates.text.relative_units import unit_of
from backfile.dates.text.time_tokens import Tokens
from backfile.model.certainties import DateCertainty

_BEFORE_UNIT = frozenset("full whole long more additional straight trading entire".split())
_RATES = frozenset(
    "times once twice percent pounds dollars miles hours days people percentage rate barrels tons million billion".split()
)


def duration(tokens: Tokens, start: int, end: int, _: Context) -> Found | None:
    """ "two weeks", "four-year"; "a day" after an amount is a rate: a SET."""
    at = _unit_at(tokens, start, end)
    if at is None:
        return None
    if "w" in tokens.kinds[start:at] and tokens.lower(at - 1) not in _BEFORE_UNIT:
        return None
    if tokens.kinds[end : end + 1] == "-" and tokens.lower(end + 1) == "old":
        return None
    if tokens.lower(end) == "old":
        return None
    unit = unit_of(tokens.lower(at))
    kinds = tokens.kinds[start:at]
    if kinds == "a" and _is_rate(tokens, start):
        return Found(start, end, Reading("SET", length("1", unit), DateCertainty.AS_PRINTED))
    if kinds == "a" and tokens.lower(at) in ("second", "minute") and tokens.kinds[end : end + 1] == "w":
        return None
    count = amount(tokens, start, end)
    if unit in ("WE", "Q") and kinds == "a":
        return None
    if count == VAGUE and (tokens.kinds[at] == "U" or unit == "Q" or tokens.lower(start - 1) == "as"):
        return None  # "some day", "a third straight day", "in some quarters", "in as many weeks"
    if unit == "Q" and count == "3" and _is_fraction(tokens, at, end):
        return None
    return Found(
        start,
        end,
        Reading("DURATION", length(count, unit), DateCertainty.AS_PRINTED if count != VAGUE else DateCertainty.VAGUE),
    )


def _is_fraction(tokens: Tokens, at: int, end: int) -> bool:
    """ "three quarters of the vote", "three-quarters"."""
    return tokens.kinds[at - 1] == "-" or (
        tokens.lower(end) == "of" and tokens.kinds[end + 1 : end + 2] in ("t", "a", "x", "y")
    )


def _is_rate(tokens: Tokens, start: int) -> bool:
    before, kind = tokens.lower(start - 1), tokens.kinds[start - 1 : start]
    return before in _RATES or kind in ("n", "m", "Y", "u")


def length(count: str, unit: str) -> str:
    """ "P3D", "PT30M", "PXY"."""
    if unit == "F":
        return f"P{int(float(count)) * 2 if count != VAGUE else VAGUE}W"
    if unit == "TH" and count == "0.5":
        return "PT30M"
    if count == "0.5" and unit in ("CE", "DE"):
        return "P50Y" if unit == "CE" else "P5Y"
    if unit.startswith("T"):
        return f"PT{count}{unit[1:]}"
    return f"P{count}{unit}"


def past_or_next_span(tokens: Tokens, start: int, end: int, _: Context) -> Found | None:
    """ "the past three years", "the next few days", "the coming weeks"."""
    at = _unit_at(tokens, start, end)
    if at is None or ("w" in tokens.kinds[start:at] and tokens.lower(at - 1) not in ("trading", "business", "full")):
        return None
    unit = unit_of(tokens.lower(at))
    first = next(i for i in range(start, end) if tokens.kinds[i] in "PLXKF")
    count = amount(tokens, first + 1, at)
    if count == VAGUE and tokens.kinds[at] in "UQ":
        count = "1"
    return Found(
        start,
        end,
        Reading("DURATION", length(count, unit), DateCertainty.AS_PRINTED if count != VAGUE else DateCertainty.VAGUE),
    )


_BEFORE_PLURAL = frozenset("for in within over of after took lasted take last spent just several".split())
_SMALL = frozenset({"early", "wee", "small"})
_COUNTED = ("nw", "uw", "mw")
_AFTER_PLURAL = frozenset("of after before since".split())
_AFTER_ARTICLE = frozenset("ahead before after since following leading".split())


def bare_plural(tokens: Tokens, start: int, end: int, _: Context) -> Found | None:
    """ "for years", "decades-long", "weeks of talks", "over the years", "in the weeks before"; "years ago"."""
    at = start + (tokens.kinds[start] == "t")
    word = tokens.lower(at)
    if tokens.kinds[end : end + 1] == "A":
        return Found(start, end + 1, Reading("DATE", "PAST_REF", DateCertainty.VAGUE))
    if tokens.kinds[end - 1] == "e":
        if tokens.lower(end - 1) == "earlier":
            return Found(start, end, Reading("DATE", "PAST_REF", DateCertainty.VAGUE))
        end -= 1
    is_long = tokens.kinds[end : end + 1] == "-" and tokens.lower(end + 1) == "long"
    if (tokens.kinds[at] == "H" and not word.endswith("s")) or word == "quarters":
        return None
    if tokens.kinds[at - 1 : at] == "p" or tokens.kinds[at - 2 : at] in _COUNTED or tokens.lower(at - 1) in _SMALL:
        return None  # "the early morning hours", "ten brutal months", "the wee hours"
    if not (is_long or _stands_alone(tokens, at, end, has_article=at > start)):
        return None
    return Found(start, end + 2 * is_long, Reading("DURATION", length(VAGUE, unit_of(word)), DateCertainty.VAGUE))


def _stands_alone(tokens: Tokens, at: int, end: int, *, has_article: bool) -> bool:
    """Whether what is around a bare plural makes it a length of time."""
    before, after = tokens.lower(at - 1 - has_article), tokens.lower(end)
    if has_article:
        return before == "over" or after in _AFTER_ARTICLE
    return tokens.kinds[end : end + 1] == "e" or before in _BEFORE_PLURAL or after in _AFTER_PLURAL


def quarter_century(tokens: Tokens, start: int, end: int, _: Context) -> Found | None:
    """ "a quarter century", "a quarter of a century"."""
    if unit_of(tokens.lower(end - 1)) != "CE":
        return None
    return Found(start, end, Reading("DURATION", "P25Y", DateCertainty.AS_PRINTED))


def long_word(tokens: Tokens, start: int, end: int, _: Context) -> Found | None:
    """ "yearlong", "week-long"."""
    if end > start + 1 and tokens.lower(end - 1) != "long":
        return None
    unit = unit_of(tokens.lower(start).removesuffix("long"))
    return Found(start, end, Reading("DURATION", length("1", unit), DateCertainty.AS_PRINTED))


def _unit_at(tokens: Tokens, start: int, end: int) -> int | None:
    return next((at for at in range(end - 1, start - 1, -1) if tokens.kinds[at] in "UJHQW"), None)
