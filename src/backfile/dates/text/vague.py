"""Words for the present, the past and the future that name no date: "now", "recently", "soon"."""

from backfile.dates.text.context import Context, Found, Reading
from backfile.dates.text.tokens import Tokens

_REFERENCE = {"c": "PRESENT_REF", "r": "PAST_REF", "k": "FUTURE_REF"}


def adverb(tokens: Tokens, start: int, end: int, context: Context) -> Found | None:
    """ "now", "recently", "soon"."""
    if tokens.lower(start) == "now" and tokens.lower(start + 1) == "-":
        return None
    return Found(start, end, Reading("DATE", _REFERENCE[tokens.kinds[start]], "vague"))
