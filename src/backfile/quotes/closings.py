"""Cues that close or split their sentence: "..., she said.", "..., said Ann Lee, who ...", "..., according to ...".

Newspapers put the source last once the news is first; what stands before the comma is the content.
"""

from backfile.lexicon.english_words import listed
from backfile.quotes import word_classes as w
from backfile.quotes.attribution_cues import SPEECH
from backfile.quotes.clause_openings import starts_clause
from backfile.quotes.clauses import Reach, clause_end
from backfile.quotes.closing_reports import closing_report, content_head
from backfile.quotes.one_attribution import Range, Report, Sentence, group_start, has_verb
from backfile.quotes.phrases import nounlike
from backfile.quotes.source_ends import source_end
from backfile.quotes.subjects import subject_of
from backfile.quotes.word_classes import CUE_VERBS, Tokens

_TRANSITIVE = frozenset(listed("tell remind assure inform urge press find show indicate reveal"))
"""Verbs whose next words are hearers, never the speaker."""


def read_closing(s: Sentence, cues: list[int]) -> Report | None:
    """The attribution whose cue, one of `cues`, closes or splits the sentence, if there is one."""
    t = s.t
    for k in cues:
        if not t.tags[k] & w.CUE:
            continue
        if t.low[k] == "according" and k + 1 < s.end and t.low[k + 1] == "to":
            return _according(s, (k, k + 2))
        if t.low[k] == "per":
            if k > s.start and t.tags[k - 1] & w.COMMA and t.tags[k + 1 if k + 1 < s.end else k] & (w.NAME | w.DET):
                return _according(s, (k, k + 1))
            continue
        if t.low[k] == "put":
            found = _as_put(s, k)
            if found is not None:
                return found
            continue
        lemma_shapes = CUE_VERBS.get(t.low[k])
        if lemma_shapes and "d" in lemma_shapes[1] and k > s.start:
            found = _closing_verb(s, k, lemma_shapes[0])
            if found is not None:
                return found
    return None


def _as_put(s: Sentence, k: int) -> Report | None:
    """The attribution of "..., as Lee put it" at the cue `k`."""
    t = s.t
    if k + 1 >= s.end or t.low[k + 1] != "it":
        return None
    source = subject_of(t, group_start(t, k, s.start), s.start)
    if source is None or source[0] == s.start or t.low[source[0] - 1] != "as":
        return None
    edge = source[0] - 1
    if edge > s.start:
        last = edge - 1 if t.tags[edge - 1] & w.PUNCT else edge
        first = content_head(t, s.start, last)
        return Report([(first, last)], (k, k + 2), source, SPEECH, after=k + 2) if first < last else None
    if k + 3 < s.end and t.tags[k + 2] & w.PUNCT:
        return Report([(k + 3, clause_end(t, k + 3, s.end, Reach()))], (k, k + 2), source, SPEECH, after=s.end)
    return None


def _according(s: Sentence, cue: Range) -> Report | None:
    """The attribution of "according to" or "per" at either end of its content, or inside it."""
    t, (k, first) = s.t, cue
    stop = source_end(t, first, s.end)
    if stop == first:
        return None
    if stop < s.end and t.tags[stop] & w.THIRD and not t.tags[stop] & w.AUX:  # "according to court records"
        stop += 1
    pieces = []
    if k > s.start:
        last = k - 1 if t.tags[k - 1] & w.PUNCT else k
        if t.tags[last - 1] & w.THAT:  # "has learned that, according to ..., the plan": the outer cue has the content
            return None
        before = content_head(t, s.start, last)
        if before < last:
            pieces.append((before, last))
    after = _past_source(s, k, stop)
    if (
        after < s.end
        and (after > stop or (k == s.start and starts_clause(t, stop, s.end)))
        and (not pieces or not t.tags[after] & (w.SUB | w.REL | w.CONJ))
    ):
        last = clause_end(t, after, s.end, Reach())
        pieces.append((after, last))
        after = last
    return Report(pieces, cue, (first, stop), SPEECH, after=max(after, stop)) if pieces else None


def _past_source(s: Sentence, cue: int, stop: int) -> int:
    """`stop` moved past the comma after a source, and past an aside on a source that opens the sentence."""
    t, after = s.t, stop
    while after < s.end and t.tags[after] & w.PUNCT and not t.tags[after] & w.END:
        after += 1
    if cue == s.start and after < s.end and t.tags[after] & (w.ING | w.REL):  # "According to Lee, citing an aide, ..."
        aside = next((i + 1 for i in range(after, s.end) if t.tags[i] & w.COMMA), after)
        return aside if aside < s.end and starts_clause(t, aside, s.end) else after
    return after


def _closing_verb(s: Sentence, k: int, lemma: str) -> Report | None:
    t = s.t
    before = t.tags[k - 1]
    if lemma == "go" and (k + 1 >= s.end or t.low[k + 1] != "on"):
        return None
    if before & (w.COMMA | w.QUOTED) and lemma not in _TRANSITIVE and _may_invert(t, k, s.end):
        stop = source_end(t, k + 1, s.end)
        if stop > k + 1:
            return closing_report(s, (k, k + 1), (k + 1, stop), edge=k, after=stop)
    if not t.tags[k] & (w.FINITE | w.BASE) or before & (w.TO | w.PREP | w.DET | w.MODAL | w.POSS):
        return None
    source = subject_of(t, group_start(t, k, s.start), s.start)
    passive = before & w.BE and t.tags[k] & w.PART and not t.tags[k] & w.ING
    if passive and (source is None or t.low[source[0]] != "it"):  # "In March, a body was found"
        return None
    if source is None or source[0] <= s.start or not t.tags[source[0] - 1] & (w.COMMA | w.QUOTED | w.END):
        return None
    source = _from_marks(s, source)
    after = k + 2 if lemma == "go" else k + 1
    return closing_report(s, (k, after), source, edge=source[0], after=after)


def _may_invert(t: Tokens, k: int, end: int) -> bool:
    """Whether 'said Smith' may stand here: a past or present cue and a noun phrase that is no clause."""
    if not t.tags[k] & (w.PAST | w.THIRD) or k + 1 >= end:
        return False
    following = t.tags[k + 1]
    if following & w.THAT or _is_time(t, k + 1, end):
        return False  # "a retired pilot, said Monday."
    if t.low[k + 1] in ("he", "she", "they", "i", "we", "you", "it"):
        return following & w.OBJECT == 0 and k + 2 < end and bool(t.tags[k + 2] & (w.PUNCT | w.PREP | w.ADV))
    if (t.tags[k] & w.THIRD and t.tags[k] & (w.NOUN | w.NOUN_CUE)) or t.tags[k] & w.CAP:
        return False
    if following & w.SUBJECT:
        return not starts_clause(t, k + 1, end) or t.low[k + 1] in ("one", "another", "others", "some")
    if not (following & (w.NAME | w.DET | w.POSS | w.ADJ | w.NUM) or nounlike(following)):
        return False
    return bool(t.tags[k - 1] & w.QUOTED) or not starts_clause(t, k + 1, end)


def _is_time(t: Tokens, k: int, end: int) -> bool:
    """Whether a day stands at `k`: "Monday", "last week"; not "Tuesday Weld"."""
    if t.low[k] in ("last", "this", "next"):
        return k + 1 < end and (bool(t.tags[k + 1] & w.TIME) or t.low[k + 1] in _SPANS)
    return bool(t.tags[k] & w.TIME) and not (k + 1 < end and t.tags[k + 1] & w.CAP)


_SPANS = frozenset(listed("week month year night fall spring summer winter"))


def _from_marks(s: Sentence, source: Range) -> Range:
    """A source with what stands between it and the quotation's closing mark: ""...," the owner, |Ann Lee, 71, said"."""
    t = s.t
    mark = next(
        (k for k in range(source[0] - 1, max(s.start, source[0] - _LONGEST_LEAD) - 1, -1) if t.tags[k] & w.QUOTED), -1
    )
    first = mark + 1
    if mark < 0 or first >= source[0] or not t.tags[first] & (w.DET | w.POSS) or has_verb(t, first, source[0]):
        return source
    return first, source[1]


_LONGEST_LEAD = 9
"""Tokens of an office before a name, with its comma."""
