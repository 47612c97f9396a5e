"""The subject of a verb: what stands between the edge of its clause and the verb, with appositions and relative clauses.

The edges are few: punctuation, conjunctions, question words, another finite verb ("Sean Spicer, the press secretary, said").
"""

import re

from backfile.quotes import word_classes as w
from backfile.quotes.phrases import has_finite, is_finite, nounlike
from backfile.quotes.word_classes import Tokens

Range = tuple[int, int]

_PARTY_OR_AGE = re.compile(r"^(?:[DRI](?:-.*)?|\d{1,3}|[A-Z][a-z]{2,5}\.|Jr\.?|Sr\.?|I{2,3}|MD|PhD)$")
"""Matches "D-Conn.", "45", "Fla.", "Jr."; not "Dayton"."""
_SKIPPED = w.ADV | w.NEG | w.AUX | w.MODAL
_EDGE = w.CONJ | w.SUB | w.THAT | w.WH | w.PUNCT | w.QUOTED | w.REL


def clause_edge(t: Tokens, last: int, lo: int) -> int:
    """The index where the subject phrase that ends at `last` starts, looking back no further than `lo`."""
    k = last
    while k >= lo:
        before = _before_edge(t, k, last, lo)
        if before is None:
            break
        k = before
    return _without_lead(t, k + 1, last)


def _before_edge(t: Tokens, k: int, last: int, lo: int) -> int | None:
    """The word to look at before the one at `k`; None where a clause begins after that."""
    tag = t.tags[k]
    if tag & w.SUB and tag & w.PREP and k < last and _relative_before(t, k, lo) is not None:
        return k - 1  # "strategists who spoke after the debate said"
    if tag & _EDGE and not (tag & w.PUNCT and t.words[k] in "&/%’'"):
        return k - 1 if _is_inside(t, k, last, lo) else None
    main = k == last and tag & w.THIRD and not tag & w.FINITE_AUX and k > lo
    if tag & w.FINITE and is_finite(t, k) and not main:
        relative = _relative_before(t, k, lo)
        return relative - 1 if relative is not None else None
    return k - 1


def _is_inside(t: Tokens, k: int, last: int, lo: int) -> bool:
    """Whether a conjunction joins names, or a relative has its verb, inside the subject: "Kaine and Clinton", "aides who left"."""
    tag = t.tags[k]
    if tag & w.CONJ and t.low[k] in ("and", "or", "&"):
        named = k > lo and k < last and t.tags[k - 1] & t.tags[k + 1] & w.NAME
        if named or _joins_names(t, k, lo):
            return True
    relative = tag & (w.REL | w.THAT) and lo < k < last
    return bool(relative) and nounlike(t.tags[k - 1]) and has_finite(t, k + 1, last + 1)


def _without_lead(t: Tokens, start: int, last: int) -> int:
    """`start` moved past conjunctions, adverbs and a leading prepositional phrase that is no part of the subject."""
    while start < last and t.tags[start] & (w.CONJ | w.ADV | w.PUNCT) and not t.tags[start] & (w.DET | w.NAME):
        start += 1
    if start < last and (t.tags[start] & (w.PREP | w.TO | w.TIME) and not t.tags[start] & w.SUBJECT):
        k = last
        while k > start and not t.tags[k - 1] & w.FUNCTION:
            k -= 1
        if k - 1 > start and t.tags[k - 1] & (w.DET | w.POSS):
            k -= 1
        if t.tags[start] & w.TIME:
            while k < last and t.tags[k] & w.TIME:
                k += 1
        return k
    return start


def _joins_names(t: Tokens, at: int, lo: int) -> bool:
    """Whether "and" at `at` joins two noun phrases at the head of the clause: "Kaine and Clinton said"."""
    if (
        at <= lo
        or at + 1 >= len(t.tags)
        or (t.tags[at + 1] & w.VERB and not t.tags[at + 1] & (w.NAME | w.NOUN | w.ADJ))
    ):
        return False
    k = at - 1
    while k >= lo:
        tag = t.tags[k]
        if tag & (w.FINITE | w.ING) and not tag & (w.NOUN | w.NAME | w.ADJ | w.PART):
            return False
        if tag & (w.PUNCT | w.QUOTED | w.SUB | w.THAT | w.WH):
            return bool(tag & (w.PUNCT | w.THAT | w.SUB)) and at - k > 1
        k -= 1
    return at - lo > 0


def _relative_before(t: Tokens, k: int, lo: int) -> int | None:
    """The index of the relative pronoun whose clause the finite verb at `k` belongs to, if there is one."""
    for index in range(k - 1, max(lo, k - 8), -1):
        tag = t.tags[index]
        if tag & (w.REL | w.THAT) and t.low[index] in ("who", "which", "that"):
            return index if index > lo and nounlike(t.tags[index - 1]) and not t.tags[index - 1] & w.VERB else None
        if tag & (w.PUNCT | w.QUOTED):
            return None
    return None


def subject_of(t: Tokens, verb: int, lo: int) -> Range | None:
    """The index range of the subject of the verb at `verb`, in the sentence from `lo` on; None where none is found."""
    k = verb - 1
    while k >= lo and t.tags[k] & _SKIPPED and not t.tags[k] & (w.SUBJECT | w.NAME):
        k -= 1
    if k < lo:
        return None
    tag = t.tags[k]
    if tag & w.REL or (tag & w.THAT and k > lo):
        return _antecedent(t, k, lo)
    if tag & w.SUBJECT and not tag & w.DET:
        return (k, k + 1)
    if tag & w.COMMA:
        return _before_comma(t, k, lo)
    if t.words[k] == ")":
        return _before_bracket(t, k, lo)
    if tag & w.CONJ:
        return _relative_subject(t, k, lo) or main_subject(t, k, lo)
    if tag & (w.PUNCT | w.QUOTED | w.SUB | w.TO):
        return None
    if tag & w.PREP and t.low[k] not in ("out", "up", "down", "on", "off", "over", "around"):
        return None
    start = clause_edge(t, k, lo)
    k = _without_time(t, start, k)
    return (start, k + 1) if start <= k else None


_TIMES = frozenset(
    ["time", "week", "month", "year", "night", "morning", "afternoon", "weekend", "day", "point", "turn"]
)


def _without_time(t: Tokens, start: int, k: int) -> int:
    """The last token of a subject without the time after it: "the director at that time", "Mr. Lee last week"."""
    if k > start + 1 and t.tags[k] & w.TIME:
        return k - (2 if t.tags[k - 1] & w.PREP else 1)
    if k > start + 1 and t.low[k] in _TIMES and t.low[k - 1] in ("that", "the", "last", "this", "in"):
        k -= 1 if t.low[k - 1] == "in" or not t.tags[k - 2] & w.PREP else 2
        return k - 1 if k > start else k
    return k


def _relative_subject(t: Tokens, conj: int, lo: int) -> Range | None:
    """The antecedent where "and" joins a verb to a clause with "who": "Lee, who left and sought"."""
    for k in range(conj - 1, lo, -1):
        if t.tags[k] & (w.COMMA | w.QUOTED | w.THAT):
            return None
        if t.low[k] == "who":
            return _antecedent(t, k, lo)
    return None


def _antecedent(t: Tokens, relative: int, lo: int) -> Range | None:
    """The phrase before "who", with it; a comma between is passed over."""
    k = relative - 1
    if k > lo and t.tags[k] & w.COMMA:
        k -= 1
    if k < lo or not (nounlike(t.tags[k]) or t.tags[k] & (w.THIRD | w.BASE)):
        return (relative, relative + 1) if t.tags[relative] & w.REL else None
    start = k
    places = t.low[relative] == "who" and bool(t.tags[k] & w.NAME)
    while start > lo and not t.tags[start - 1] & (
        w.PUNCT | w.QUOTED | w.CONJ | w.SUB | w.AUX | w.MODAL | w.WH | w.SUBJECT
    ):
        if t.tags[start - 1] & (w.PREP | w.TO) and t.low[start - 1] not in ("of", "for"):
            if not places:
                break
            places = False
        before = t.tags[start - 1]
        if before & w.VERB and not nounlike(before):
            break
        if t.tags[start] & (w.DET | w.POSS) and start < k and t.low[start - 1] not in ("of", "for"):
            break
        if before & w.PAST and start - 2 >= lo and not t.tags[start - 2] & (w.DET | w.ADJ | w.PREP):
            break
        start -= 1
    if start == lo and t.tags[start] & w.PREP and start < k:
        start += 1
    return (start, relative + 1)


def _before_comma(t: Tokens, comma: int, lo: int) -> Range | None:
    """The subject whose apposition or aside ends at `comma`: "Ann Lee, 45, of Dayton, said"."""
    opening = _comma_before(t, comma, lo)
    if opening is not None and t.tags[opening + 1] & w.SUBJECT and not t.tags[opening + 1] & w.DET:
        return (opening + 1, opening + 2)
    while opening is not None and opening > lo:
        last = opening - 1
        previous = _comma_before(t, opening, lo)
        start = clause_edge(t, last, lo if previous is None else previous + 1)
        if start > last:
            return None
        text = " ".join(t.words[start:opening])
        named = any(t.tags[k] & w.NAME for k in range(start, opening))
        if previous is None or not (_PARTY_OR_AGE.match(text) or not named):
            if t.tags[start] & (w.PREP | w.ING) and previous is None:
                return None
            return (start, _without_aside(t, opening, comma))
        further = clause_edge(t, previous - 1, lo)
        if not (_PARTY_OR_AGE.match(text) or t.tags[previous - 1] & w.NAME) or further > previous - 1:
            return (start, comma)
        opening = previous
    start = clause_edge(t, comma - 1, lo)
    named = any(t.tags[k] & w.NAME for k in range(start, comma))
    if (
        opening is None
        and named
        and start <= comma - 1
        and not has_finite(t, start, comma)
        and not t.tags[start] & (w.PREP | w.SUB)
    ):
        return (start, comma)
    return None


def _before_bracket(t: Tokens, closing: int, lo: int) -> Range | None:
    """The subject before a bracket, with it: "Sen. Ann Lee (R-Ohio) said"."""
    for k in range(closing - 1, lo, -1):
        if t.words[k] == "(":
            found = subject_of(t, k, lo)
            return (found[0], closing + 1) if found is not None else None
    return None


def _without_aside(t: Tokens, opening: int, comma: int) -> int:
    """The end of a phrase: before an aside of time or place (", on Monday,"), after an apposition."""
    tag = t.tags[opening + 1]
    aside = tag & (w.ADV | w.TIME | w.TO | w.ING | w.SUB | w.CONJ) or (tag & w.PREP and t.low[opening + 1] != "of")
    return opening if aside and not tag & (w.DET | w.NAME) else comma


def _comma_before(t: Tokens, at: int, lo: int) -> int | None:
    for k in range(at - 1, lo - 1, -1):
        if t.tags[k] & w.COMMA:
            return k
        if t.tags[k] & w.QUOTED or t.words[k] in (";", ":"):
            return None
    return None


def main_subject(t: Tokens, at: int, lo: int) -> Range | None:
    """The subject of the clause that the word at `at` hangs on: the last one joined by a comma, else the sentence."""
    start = lo
    for k in range(at - 1, lo, -1):
        if t.tags[k] & w.CONJ and t.tags[k - 1] & w.COMMA and t.low[k] in ("and", "but"):
            found = _first_subject(t, k + 1, at)
            if found is not None:
                return found
            break
    if t.tags[lo] & (w.SUB | w.ING | w.PART | w.PREP | w.TO) and not t.tags[lo] & w.SUBJECT:
        for k in range(lo + 1, at):
            if t.tags[k] & w.COMMA:
                start = k + 1
                break
    return _first_subject(t, start, at) or (_first_subject(t, lo, at) if start != lo else None)


def _first_subject(t: Tokens, start: int, end: int) -> Range | None:
    for k in range(start + 1, end):
        if t.tags[k] & w.FINITE and is_finite(t, k):
            found = subject_of(t, k, start)
            if found is not None and found[1] > found[0] and not t.tags[found[0]] & w.REL:
                return found
    for k in range(start + 1, end):  # "Walker dropped out": a past form in -ed with no object
        if t.tags[k] & w.PAST and (nounlike(t.tags[k - 1]) or t.tags[k - 1] & (w.ADV | w.COMMA)):
            return subject_of(t, k, start)
    return None
