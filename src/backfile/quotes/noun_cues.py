"""Nouns and adjectives that attribute: "the claim that", "his promise to", "is confident that"."""

from typing import NamedTuple

from backfile.lexicon.english_words import listed
from backfile.quotes import word_classes as w
from backfile.quotes.attribution_cues import BELIEF, COPULAS
from backfile.quotes.clause_openings import starts_clause
from backfile.quotes.clauses import Reach, clause_end
from backfile.quotes.occasions import skip_time
from backfile.quotes.one_attribution import Range, Report, Sentence, group_start, report_of
from backfile.quotes.ordered_readers import Reader, first_answer
from backfile.quotes.phrases import is_finite, nounlike, phrase_after, verb_after_to
from backfile.quotes.subjects import main_subject, subject_of
from backfile.quotes.word_classes import CUE_ADJECTIVES, CUE_NOUNS, Tokens

_LIGHT = frozenset(
    listed("""
    stated take took takes announce announced announces unveiled outlined detailed released scrapped
    express expressed expresses expressing voice voiced voices voicing raise raised raises raising make made
    makes making reiterated repeated repeat repeats share shared shares have has had hold held holds dismissed
    rejected disputed reject rejects dispute denied denies deny issued issue issues offered gave give gives drew
    floated
""")
)

_VIEWS = frozenset(listed("view opinion judgment estimation telling mind words account"))
"""Nouns of "In her view, ..."."""
_MAKE = frozenset(["made", "make", "makes", "making"])


class _Noun(NamedTuple):
    """A cue noun and the place after it."""

    t: Tokens
    at: int
    end: int
    shapes: str
    owner: Range | None


def read_noun(s: Sentence, k: int) -> Report | None:
    """The attribution of the cue noun at `k`, if a content follows it."""
    t = s.t
    entry = CUE_NOUNS.get(t.low[k])
    if entry is None or k + 1 >= s.end:
        return None
    _, shapes, act = entry
    owner, first = _owner(t, k, s.start), k
    if owner is not None and t.low[k] in _VIEWS and t.low[owner[0] - 1 if owner[0] else 0] in ("in", "to"):
        return _viewed(s, k, owner, act)
    if owner is None:
        first, owner = _light_verb(t, k, s.start)
    owner, at = _holder(s, k, shapes, owner)
    at = skip_time(t, at, s.end)  # "his vow on Monday that"
    if at + 1 >= s.end:
        return None
    if t.tags[at] & w.THAT and any(_reported(t, i) for i in range(at + 2, min(at + 5, s.end - 1))):
        return None  # "a move that Lee said was legal": the verb has the content
    content = first_answer(CONTENTS, _Noun(t, at, s.end, shapes, owner))
    if content is None:
        return None
    subject = first == k and not any(t.tags[i] & w.FINITE and is_finite(t, i) for i in range(s.start, k))
    start, infinitive = content
    stop = clause_end(t, start, s.end, Reach(embedded=subject, infinitive=infinitive))
    return Report([(start, stop)], (first, k + 1), owner, act, after=stop)


def _holder(s: Sentence, k: int, shapes: str, owner: Range | None) -> tuple[Range | None, int]:
    """Whose it is, if that is told after the noun at `k`, and the token after that: "fears among voters that", "a vow by Lee to"."""
    t, at = s.t, k + 1
    if t.tags[at] & w.PREP and t.low[at] in ("among", "from", "in", "about", "of") and "t" in shapes:
        stop = phrase_after(t, at + 1, s.end)
        if at + 1 < stop < s.end and t.tags[stop] & w.THAT:
            owner, at = owner or ((at + 1, stop) if t.low[at] in ("among", "from") else None), stop
    if t.tags[at] & w.PREP and t.low[at] in ("by", "from") and owner is None:
        stop = phrase_after(t, at + 1, s.end)
        if stop > at + 1:
            owner, at = (at + 1, stop), stop
    return owner, at


def _that_clause(n: _Noun) -> tuple[int, bool] | None:
    joined = "t" in n.shapes or ("T" in n.shapes and n.owner is not None)
    if not (n.t.tags[n.at] & w.THAT and joined):
        return None
    clause = starts_clause(n.t, n.at + 1, n.end) or n.t.tags[n.at + 1] & (w.COMMA | w.DET)
    return (n.at + 1, False) if clause else None


def _to_do(n: _Noun) -> tuple[int, bool] | None:
    owned = n.owner is not None and n.t.tags[n.at] & w.TO
    return (n.at, True) if owned and "i" in n.shapes and verb_after_to(n.t.tags[n.at + 1]) else None


def _of_doing(n: _Noun) -> tuple[int, bool] | None:
    owned = n.owner is not None and n.t.low[n.at] == "of"
    return (n.at, True) if owned and "g" in n.shapes and n.t.tags[n.at + 1] & w.ING else None


def _for_thing(n: _Noun) -> tuple[int, bool] | None:
    return (n.at + 1, True) if n.owner is not None and n.t.low[n.at] == "for" and "f" in n.shapes else None


CONTENTS: tuple[Reader[_Noun, tuple[int, bool]], ...] = (
    Reader(_that_clause, "Harlow rejected the idea that he should apologize."),
    Reader(_to_do, "Her pledge to close the prison drew cheers."),
    Reader(_of_doing, "Dorsey has no intention of dropping out."),
    Reader(_for_thing, "His demand for a new trial was refused."),
)
"""What may follow a cue noun: where the content starts, and whether it is no clause."""


def _viewed(s: Sentence, k: int, owner: Range, act: str) -> Report | None:
    """The attribution of "In her view, ..." or "..., in her view."."""
    t, lead = s.t, owner[0] - 1
    if lead == s.start and t.tags[k + 1] & w.COMMA and k + 2 < s.end:
        stop = clause_end(t, k + 2, s.end, Reach())
        return Report([(k + 2, stop)], (k, k + 1), owner, act, after=stop)
    if lead > s.start + 1 and t.tags[lead - 1] & w.COMMA and t.tags[k + 1] & w.END and not s.reports:
        return Report([(s.start, lead - 1)], (k, k + 1), owner, act, after=s.end)
    return None


def _reported(t: Tokens, k: int) -> bool:
    return bool(t.tags[k] & w.CUE and t.tags[k + 1] & (w.FINITE_AUX | w.MODAL) and not t.tags[k + 1] & w.SUBJECT)


def _light_verb(t: Tokens, k: int, lo: int) -> tuple[int, Range | None]:
    """Where "expressed concern" starts, and whose it is; `k` and None where the noun has no such verb."""
    j = k - 1
    while j > lo and t.tags[j] & (w.ADJ | w.DET | w.ADV) and not t.tags[j] & w.VERB:
        j -= 1
    if j <= lo or t.low[j] not in _LIGHT:
        return k, None
    start = group_start(t, j, lo)
    found = main_subject(t, j, lo) if t.tags[j] & w.ING else subject_of(t, start, lo)
    return (start, found) if found is not None else (k, None)


def _owner(t: Tokens, k: int, lo: int) -> Range | None:
    """Whose claim it is: "his", "Trump's", "the campaign's"."""
    j = k - 1
    while j >= lo and t.tags[j] & (w.ADJ | w.ADV | w.NUM | w.PART) and not t.tags[j] & (w.POSS | w.GENITIVE):
        j -= 1
    if j < lo:
        return None
    if t.tags[j] & w.POSS:
        return (j, j + 1)
    if t.tags[j] & w.GENITIVE:
        start = j
        while start > lo and nounlike(t.tags[start - 1]) and not t.tags[start - 1] & w.VERB:
            start -= 1
        if start > lo and t.tags[start - 1] & (w.DET | w.POSS):
            start -= 1
        return (start, j + 1)
    return None


class _Adjective(NamedTuple):
    """A cue adjective that somebody is."""

    s: Sentence
    cue: Range
    source: Range
    shapes: str
    act: str


def read_adjective(s: Sentence, k: int) -> Report | None:
    """The attribution of the cue adjective at `k`, after a form of "be" or its like."""
    t = s.t
    shapes, act = CUE_ADJECTIVES[t.low[k]]
    j = _copula(s, k)
    if j is None or k + 2 >= s.end:
        return None
    source = (j, j + 1) if t.tags[j] & w.SUBJECT else subject_of(t, j, s.start)
    if source is None:
        return None
    cue = (j if not t.tags[j] & w.SUBJECT else k, k + 1)
    return first_answer(AFTER_ADJECTIVE, _Adjective(s, cue, source, shapes, act))


def _copula(s: Sentence, k: int) -> int | None:
    """The verb that joins the adjective at `k` to its subject: "is not sure", "made it clear"."""
    t, j = s.t, k - 1
    while j >= s.start and t.tags[j] & (w.ADV | w.NEG) and not t.tags[j] & w.AUX:
        j -= 1
    clear = t.low[k] == "clear"
    if clear and j > s.start and t.low[j] == "it":
        j -= 1
    joins = j >= s.start and (t.tags[j] & (w.BE | w.FINITE_AUX) or (clear and t.low[j] in _MAKE) or t.low[j] in COPULAS)
    return j if joins else None


def _ready_to(a: _Adjective) -> Report | None:
    s, at = a.s, a.cue[1]
    if "i" not in a.shapes or not s.t.tags[at] & w.TO or not verb_after_to(s.t.tags[at + 1]):
        return None
    if s.t.low[at - 1] == "set":
        return None
    return report_of(s, (at, s.end), a.cue, a.source, a.act, infinitive=True)


def _sure_that(a: _Adjective) -> Report | None:
    s, at = a.s, a.cue[1]
    that = s.t.tags[at] & w.THAT
    if "t" not in a.shapes or s.t.low[a.source[0]] == "it" or not (that or starts_clause(s.t, at, s.end)):
        return None
    return report_of(s, (at + 1 if that else at, s.end), a.cue, a.source, a.act)


def _unsure_whether(a: _Adjective) -> Report | None:
    s, at = a.s, a.cue[1]
    asked = "q" in a.shapes and s.t.tags[at] & w.WH and a.act == BELIEF
    if not asked or s.t.low[a.source[0]].startswith("it"):
        return None
    return report_of(s, (at, s.end), a.cue, a.source, a.act)


AFTER_ADJECTIVE: tuple[Reader[_Adjective, Report], ...] = (
    Reader(_ready_to, "Lee is ready to sign the bill."),
    Reader(_sure_that, "Many here are skeptical that a wall would be built."),
    Reader(_unsure_whether, "Lee was unsure whether the bridge was safe."),
)
"""What may follow a cue adjective."""
