"""Nouns and adjectives that attribute: "the claim that", "his promise to", "is confident that"."""

from backfile.lexicon.english_words import listed
from backfile.quotes import word_classes as w
from backfile.quotes.attribution_cues import BELIEF, COPULAS
from backfile.quotes.clause_openings import starts_clause
from backfile.quotes.clauses import Reach, clause_end
from backfile.quotes.occasions import skip_time
from backfile.quotes.one_attribution import Range, Report, Sentence, group_start, report_of
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


def read_noun(s: Sentence, k: int) -> Report | None:
    """The attribution of the cue noun at `k`, if a content follows it."""
    t = s.t
    entry = CUE_NOUNS.get(t.low[k])
    if entry is None or k + 1 >= s.end:
        return None
    _, shapes, act = entry
    at = k + 1
    owner, first = _owner(t, k, s.start), k
    if owner is not None and t.low[k] in _VIEWS and t.low[owner[0] - 1 if owner[0] else 0] in ("in", "to"):
        return _viewed(s, k, owner, act)
    if owner is None:
        first, owner = _light_verb(t, k, s.start)
    if t.tags[at] & w.PREP and t.low[at] in ("among", "from", "in", "about", "of") and "t" in shapes:
        stop = phrase_after(t, at + 1, s.end)
        if at + 1 < stop < s.end and t.tags[stop] & w.THAT:
            owner, at = owner or ((at + 1, stop) if t.low[at] in ("among", "from") else None), stop
    if t.tags[at] & w.PREP and t.low[at] in ("by", "from") and owner is None:
        stop = phrase_after(t, at + 1, s.end)
        if stop > at + 1:
            owner, at = (at + 1, stop), stop
    at = skip_time(t, at, s.end)  # "his vow on Monday that"
    if at + 1 >= s.end:
        return None
    tag = t.tags[at]
    infinitive = False
    joined = "t" in shapes or ("T" in shapes and owner is not None)
    if tag & w.THAT and any(_reported(t, i) for i in range(at + 2, min(at + 5, s.end - 1))):
        return None  # "a move that Lee said was legal": the verb has the content
    if tag & w.THAT and joined and (starts_clause(t, at + 1, s.end) or t.tags[at + 1] & (w.COMMA | w.DET)):
        content = at + 1
    elif owner is not None and (
        (tag & w.TO and "i" in shapes and verb_after_to(t.tags[at + 1]))
        or (t.low[at] == "of" and "g" in shapes and t.tags[at + 1] & w.ING)
    ):
        content, infinitive = at, True
    elif t.low[at] == "for" and "f" in shapes and owner is not None:
        content, infinitive = at + 1, True
    else:
        return None
    subject = first == k and not any(t.tags[i] & w.FINITE and is_finite(t, i) for i in range(s.start, k))
    stop = clause_end(t, content, s.end, Reach(embedded=subject, infinitive=infinitive))
    return Report([(content, stop)], (first, k + 1), owner, act, after=stop)


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


def read_adjective(s: Sentence, k: int) -> Report | None:
    """The attribution of the cue adjective at `k`, after a form of "be" or its like."""
    t = s.t
    shapes, act = CUE_ADJECTIVES[t.low[k]]
    j = k - 1
    while j >= s.start and t.tags[j] & (w.ADV | w.NEG) and not t.tags[j] & w.AUX:
        j -= 1
    if t.low[k] == "clear" and j > s.start and t.low[j] == "it":
        j -= 1
    if j < s.start or not (
        t.tags[j] & (w.BE | w.FINITE_AUX) or (t.low[k] == "clear" and t.low[j] in _MAKE) or t.low[j] in COPULAS
    ):
        return None
    at = k + 1
    if at + 1 >= s.end:
        return None
    tag = t.tags[at]
    source = (j, j + 1) if t.tags[j] & w.SUBJECT else subject_of(t, j, s.start)
    if source is None:
        return None
    cue = (j if not t.tags[j] & w.SUBJECT else k, k + 1)
    if "i" in shapes and tag & w.TO and verb_after_to(t.tags[at + 1]):
        if t.low[k] == "set":
            return None
        return report_of(s, (at, s.end), cue, source, act, infinitive=True)
    if "t" in shapes and (tag & w.THAT or starts_clause(t, at, s.end)) and t.low[source[0]] != "it":
        return report_of(s, (at + 1 if tag & w.THAT else at, s.end), cue, source, act)
    if "q" in shapes and tag & w.WH and act == BELIEF and not t.low[source[0]].startswith("it"):
        return report_of(s, (at, s.end), cue, source, act)
    return None
