"""Words of time, and the place and means of speaking, that stand between a cue and its content or after both."""

from backfile.lexicon.english_words import listed
from backfile.quotes import word_classes as w
from backfile.quotes.attribution_cues import OCCASIONS
from backfile.quotes.clause_openings import starts_clause
from backfile.quotes.phrases import phrase_after
from backfile.quotes.word_classes import Tokens

_TIME_LEADS = frozenset(listed("last next this earlier later that late early"))
_TIME_NOUNS = frozenset(
    listed("""
    day week month year morning afternoon evening night weekend time hour summer winter spring fall days weeks
    months years
""")
)


def skip_time(t: Tokens, at: int, end: int) -> int:
    """`at` moved past adverbs and words of time: "on Tuesday", "last week", "in 2015", "repeatedly"."""
    while at < end:
        stop = _time_end(t, at, end)
        if stop == at:
            break
        at = stop
    return at


_BETWEEN = frozenset(["there", "so", "just", "only", "even", "simply", "too"])
"""Adverbs that belong to what follows them."""


def _time_end(t: Tokens, at: int, end: int) -> int:
    """After one word or phrase of time at `at`, else `at`."""
    tag, low = t.tags[at], t.low[at]
    if tag & (w.TIME | w.NEG) and not tag & w.MODAL:
        return _with_part_of_day(t, at + 1, end)
    if tag & w.ADV and not tag & (w.NAME | w.CAP) and low not in _BETWEEN:
        return at + 1
    if at + 1 >= end:
        return at
    following, word = t.tags[at + 1], t.low[at + 1]
    if tag & w.NUM and word in _TIME_NOUNS and at + 2 < end and t.low[at + 2] in ("ago", "earlier", "later"):
        return at + 3
    if low == "as" and following & w.ADV and at + 3 < end and t.low[at + 2] == "as":  # "as recently as 2015"
        return at + 4
    if low in _TIME_LEADS and (word in _TIME_NOUNS or following & w.TIME):
        return at + 2
    if tag & w.NUM and at and t.tags[at - 1] & w.TIME:
        return at + 1
    if not tag & (w.PREP | w.ADV):
        return at
    if following & w.TIME and low in ("on", "in", "by", "since", "until", "of"):
        return _with_part_of_day(t, at + 2, end)
    if low == "at" and word in ("first", "least", "last", "times"):
        return at + 2
    if low in ("in", "since") and following & w.NUM and len(word) == 4:
        return at + 2
    if low in ("on", "in") and at + 2 < end and word in _TIME_LEADS:
        return at + 3 if t.low[at + 2] in _TIME_NOUNS or t.tags[at + 2] & w.TIME else at
    return at


def _with_part_of_day(t: Tokens, at: int, end: int) -> int:
    return at + 1 if at < end and t.low[at] in _TIME_NOUNS else at


def skip_occasion(t: Tokens, at: int, end: int, *, any_phrase: bool = False) -> int:
    """`at` moved past the time, place and means of speaking: "in an interview with CNN on Sunday".

    With `any_phrase` every prepositional phrase is passed over, whatever its noun.
    """
    while True:
        here = skip_time(t, at, end)
        if any_phrase and here + 1 < end and t.tags[here] & w.PART and t.tags[here + 1] & (w.TIME | w.PREP):
            here += 1  # "in a memo obtained by the paper"
        clause = t.tags[here] & w.SUB and starts_clause(t, here + 1, end) if here < end else False
        if here < end and t.tags[here] & (w.PREP | w.TO) and not t.tags[here] & w.SUBJECT and not clause:
            stop = phrase_after(t, here + 1, end)
            if stop > here + 1 and (any_phrase or _is_occasion(t, here, stop)):
                here = stop
        if here == at:
            return at
        at = here


def _is_occasion(t: Tokens, prep: int, stop: int) -> bool:
    low = t.low[prep]
    if low in ("to", "about", "of", "through", "via", "with"):
        return low != "of" or stop - prep < 6
    return any(t.low[k] in OCCASIONS for k in range(prep + 1, stop)) or (
        low in ("in", "at", "on") and any(t.tags[k] & w.NAME for k in range(prep + 1, stop)) and low != "on"
    )
