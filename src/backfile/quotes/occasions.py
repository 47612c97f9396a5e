"""Words of time, and the place and means of speaking, that stand between a cue and its content or after both."""

from typing import NamedTuple

from backfile.lexicon.english_words import listed
from backfile.quotes import word_classes as w
from backfile.quotes.attribution_cues import OCCASIONS
from backfile.quotes.clause_openings import starts_clause
from backfile.quotes.ordered_readers import Reader, first_answer
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


class _Phrase(NamedTuple):
    """Where words of time may stand."""

    t: Tokens
    at: int
    end: int


def _time_end(t: Tokens, at: int, end: int) -> int:
    """After one word or phrase of time at `at`, else `at`."""
    tag, low = t.tags[at], t.low[at]
    if tag & (w.TIME | w.NEG) and not tag & w.MODAL:
        return _with_part_of_day(t, at + 1, end)
    if tag & w.ADV and not tag & (w.NAME | w.CAP) and low not in _BETWEEN:
        return at + 1
    if at + 1 >= end or not (tag & (w.NUM | w.PREP | w.ADV) or low == "as" or low in _TIME_LEADS):
        return at
    return first_answer(TIMES, _Phrase(t, at, end)) or at


def _as_recently(p: _Phrase) -> int | None:
    t, at, end = p
    compared = t.low[at] == "as" and t.tags[at + 1] & w.ADV and at + 3 < end
    return at + 4 if compared and t.low[at + 2] == "as" else None


def _last_week(p: _Phrase) -> int | None:
    t, at, _ = p
    timed = t.low[at + 1] in _TIME_NOUNS or t.tags[at + 1] & w.TIME
    return at + 2 if t.low[at] in _TIME_LEADS and timed else None


def _day_of_month(p: _Phrase) -> int | None:
    t, at, _ = p
    return at + 1 if t.tags[at] & w.NUM and at and t.tags[at - 1] & w.TIME else None


def _on_day(p: _Phrase) -> int | None:
    t, at, end = p
    led = t.tags[at] & (w.PREP | w.ADV) and t.low[at] in ("on", "in", "by", "since", "until", "of")
    return _with_part_of_day(t, at + 2, end) if led and t.tags[at + 1] & w.TIME else None


def _at_first(p: _Phrase) -> int | None:
    t, at, _ = p
    return at + 2 if t.low[at] == "at" and t.low[at + 1] in ("first", "least", "last", "times") else None


def _in_year(p: _Phrase) -> int | None:
    t, at, _ = p
    year = t.tags[at + 1] & w.NUM and len(t.low[at + 1]) == 4
    return at + 2 if t.low[at] in ("in", "since") and year else None


def _in_last_week(p: _Phrase) -> int | None:
    t, at, end = p
    if t.low[at] not in ("on", "in") or at + 2 >= end or t.low[at + 1] not in _TIME_LEADS:
        return None
    return at + 3 if t.low[at + 2] in _TIME_NOUNS or t.tags[at + 2] & w.TIME else None


TIMES: tuple[Reader[_Phrase, int], ...] = (
    Reader(_as_recently, "Residents were told as recently as Monday that the bridge was safe."),
    Reader(
        _last_week,
        "Rourke, who had said he wasn't ready to support Tolliver, announced last week that he would vote for him.",
    ),
    Reader(_day_of_month, "Lee said June 5 that the bridge was safe."),
    Reader(_on_day, "Lee said by Friday the bridge would be safe."),
    Reader(
        _at_first,
        "The mayor said at first that no one was hurt, then acknowledged that two firefighters were treated for smoke inhalation.",
    ),
    Reader(_in_year, "Lee said in 2015 the bridge was safe."),
    Reader(_in_last_week, "Lee said on late Monday it was safe."),
)
"""Phrases of time, by the token after them."""


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
