"""Words for the present, the past and the future that name no date: "now", "recently", "soon"."""

from backfile.dates.text.context import Context, Found, Reading
from backfile.dates.text.time_tokens import Tokens
from backfile.model.certainties import DateCertainty

_AHEAD = frozenset({"will", "ll", "would", "very", "shall", "can", "could", "may", "might", "to", "be"})
_REFERENCE = {"c": "PRESENT_REF", "r": "PAST_REF", "k": "FUTURE_REF"}


def noun(tokens: Tokens, start: int, end: int, _: Context) -> Found | None:
    """ "the past", "the near future"."""
    is_past = tokens.lower(end - 1) == "past"
    if tokens.kinds[end - 2] == "w" and tokens.lower(end - 2) not in (
        "near",
        "foreseeable",
        "immediate",
        "distant",
        "recent",
    ):
        return None
    return Found(start, end, Reading("DATE", "PAST_REF" if is_past else "FUTURE_REF", DateCertainty.VAGUE))


def time_being(tokens: Tokens, start: int, end: int, _: Context) -> Found | None:
    """ "the time being"."""
    is_it = tokens.lower(start + 1) == "time" and tokens.lower(end - 1) == "being"
    return Found(start, end, Reading("DATE", "PRESENT_REF", DateCertainty.VAGUE)) if is_it else None


def present(tokens: Tokens, start: int, end: int, _: Context) -> Found | None:
    """ "at present", "at the moment", "these days"."""
    words = " ".join(tokens.lower(at) for at in range(start, end))
    if words != "these days" and (tokens.lower(start - 1) != "at" or words not in ("present", "the moment")):
        return None
    return Found(start, end, Reading("DATE", "PRESENT_REF", DateCertainty.VAGUE))


def adjective(tokens: Tokens, start: int, end: int, _: Context) -> Found | None:
    """ "current", "recent", "recent years"."""
    word = tokens.lower(start)
    if tokens.words[start][0].isupper() and tokens.words[start - 1 : start] not in ([], ["\n"], ["."]):
        return None
    if end > start + 1 and word != "recent":
        end = start + 1
    return Found(start, end, Reading("DATE", "PAST_REF" if word == "recent" else "PRESENT_REF", DateCertainty.VAGUE))


def adverb(tokens: Tokens, start: int, end: int, _: Context) -> Found | None:
    """ "now", "recently", "soon"."""
    word = tokens.lower(start)
    if word in ("soon", "shortly") and not _looks_ahead(tokens, start):
        return None
    if word == "now" and tokens.lower(start + 1) == "-":
        return None
    return Found(start, end, Reading("DATE", _REFERENCE[tokens.kinds[start]], DateCertainty.VAGUE))


def _looks_ahead(tokens: Tokens, at: int) -> bool:
    """ "will soon", "very soon"; in a past account "soon" is no more than "then"."""
    return any(tokens.lower(at - back) in _AHEAD for back in (1, 2)) and tokens.lower(at + 1) not in ("after", "as")
