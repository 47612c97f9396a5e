"""Where the phrase ends that names a source after its cue: "said Ann Lee, the group's founder, who ..."."""

from typing import NamedTuple

from backfile.quotes import word_classes as w
from backfile.quotes.clause_openings import AMOUNTS, starts_clause
from backfile.quotes.occasions import skip_time
from backfile.quotes.ordered_readers import Reader, first_answer
from backfile.quotes.phrases import nounlike, phrase_after
from backfile.quotes.word_classes import Tokens


class _Place(NamedTuple):
    """The word after a source as far as it is read."""

    t: Tokens
    k: int
    end: int


def source_end(t: Tokens, at: int, end: int) -> int:
    """The end of the phrase that names a source after its cue, with its appositions, up to the comma that ends it."""
    k = phrase_after(t, at, end)
    if k == at:
        return at
    while k < end:
        further = first_answer(FURTHER, _Place(t, k, end))
        if further is None or further == k:
            break
        k = further
    return k


def _votes(p: _Place) -> int | None:
    t, k, end = p
    return k if t.low[k] == "over" and k + 1 < end and t.tags[k + 1] & w.NUM else None


def _bracket(p: _Place) -> int | None:
    t, k, end = p
    if t.words[k] != "(":
        return None
    return next((i + 1 for i in range(k + 1, min(k + 6, end)) if t.words[i] == ")"), k)


def _verb_as_noun(p: _Place) -> int | None:
    t, k, end = p
    base = t.tags[k] & w.BASE and not t.tags[k] & (w.FINITE | w.AUX)
    return phrase_after(t, k + 1, end) if base and k + 1 < end and nounlike(t.tags[k + 1]) else None


def _joined(p: _Place) -> int | None:
    t, k, end = p
    tag = t.tags[k]
    placed = tag & (w.PREP | w.TO) and not t.tags[k + 1 if k + 1 < end else k] & w.TIME
    if not placed and not (tag & w.CONJ and t.low[k] == "and" and not starts_clause(t, k + 1, end)):
        return None
    stop = phrase_after(t, k + 1, end)
    return stop if stop > k + 1 else k


def _participle(p: _Place) -> int | None:
    t, k, end = p
    told = t.tags[k] & w.PART and k + 1 < end and t.tags[k + 1] & (w.PREP | w.TIME)
    return skip_time(t, k + 1, end) if told else None


def _after_comma(p: _Place) -> int | None:
    t, k, end = p
    return _apposition(t, k + 1, end) or None if t.tags[k] & w.COMMA and k + 1 < end else None


FURTHER: tuple[Reader[_Place, int], ...] = (
    Reader(_votes, "“We won,” said Lee over 40 cheers."),
    Reader(_bracket, "The bridge is safe, said Ann Lee (R), who voted no."),
    Reader(_verb_as_noun, "“We are tired,” said health care workers."),
    Reader(_joined, '"We are not sure," said a spokesman for the Ostley Brick Company.'),
    Reader(
        _participle,
        "Some aides feared that the leak would sink the nomination, according to emails obtained by the Ledger.",
    ),
    Reader(_after_comma, '"It wakes the hens," said one of them, Jolanta Pryce.'),
)
"""What may go on with a source: the token after it, or the same where the source ends here."""


def _apposition(t: Tokens, at: int, end: int) -> int:
    """The end of an apposition that starts at `at` and is followed by a comma or the sentence's end; else 0."""
    if not t.tags[at] & (w.DET | w.POSS | w.NAME | w.NOUN | w.ADJ | w.NUM) and t.tags[at] & (w.FUNCTION | w.VERB):
        return 0
    if (t.low[at], t.low[at + 1] if at + 1 < end else "") in AMOUNTS:
        return 0
    stop = phrase_after(t, at, end)
    while stop < end and t.tags[stop] & (w.PREP | w.TO | w.CONJ):
        further = phrase_after(t, stop + 1, end)
        if further == stop + 1:
            break
        stop = further
    if starts_clause(t, at, end) and not (stop < end and t.tags[stop] & w.REL):
        return 0
    return stop if stop > at and (stop >= end or t.tags[stop] & (w.PUNCT | w.REL)) else 0
