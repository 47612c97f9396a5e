"""Cues that close or split their sentence: "..., she said.", "..., said Ann Lee, who ...", "..., according to ...".

Newspapers put the source last once the news is first; what stands before the comma is the content.
"""

from backfile.lexicon.english_words import listed
from backfile.quotes import word_classes as w
from backfile.quotes.attribution_cues import OCCASIONS, SPEECH
from backfile.quotes.clause_openings import AMOUNTS, starts_clause
from backfile.quotes.clauses import Reach, clause_end, starts_comment
from backfile.quotes.occasions import skip_occasion, skip_time
from backfile.quotes.one_attribution import Range, Report, Sentence, group_start, has_verb, past_dateline
from backfile.quotes.phrases import is_finite, nounlike, phrase_after
from backfile.quotes.subjects import subject_of
from backfile.quotes.word_classes import ACTS, CUE_VERBS, Tokens

_CLOSERS = w.PUNCT | w.SUB

_CLOSING_TOO = frozenset(["estimates", "claims", "reports", "notes", "predicts", "reckons"])
"""Third persons that are plural nouns too, and yet close a sentence: "..., the group estimates."."""
_TRANSITIVE = frozenset(listed("tell remind assure inform urge press find show indicate reveal"))
"""Verbs whose next words are hearers, never the speaker."""


_NEEDS_MARKS = frozenset(
    listed("""
    respond reply retort answer continue interject read shout scream yell cry mutter murmur whisper chant order
    begin snap plead urge demand text email post blog object counter caption gush chide scoff sneer crow bellow
    thunder
""")
)
"""Verbs that close a sentence only beside quotation marks."""


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
        first = _content_start(t, s.start, last)
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
    source = (first, stop)
    pieces = []
    if k > s.start:
        last = k - 1 if t.tags[k - 1] & w.PUNCT else k
        if t.tags[last - 1] & w.THAT:  # "has learned that, according to ..., the plan": the outer cue has the content
            return None
        first = _content_start(t, s.start, last)
        if first < last:
            pieces.append((first, last))
    after = stop
    while after < s.end and t.tags[after] & w.PUNCT and not t.tags[after] & w.END:
        after += 1
    if k == s.start and after < s.end and t.tags[after] & (w.ING | w.REL):  # "According to Lee, citing an aide, ..."
        aside = next((i + 1 for i in range(after, s.end) if t.tags[i] & w.COMMA), after)
        after = aside if aside < s.end and starts_clause(t, aside, s.end) else after
    if (
        after < s.end
        and (after > stop or (k == s.start and starts_clause(t, stop, s.end)))
        and (not pieces or not t.tags[after] & (w.SUB | w.REL | w.CONJ))
    ):
        last = clause_end(t, after, s.end, Reach())
        pieces.append((after, last))
        after = last
    return Report(pieces, cue, source, SPEECH, after=max(after, stop)) if pieces else None


def source_end(t: Tokens, at: int, end: int) -> int:
    """The end of the phrase that names a source after its cue, with its appositions, up to the comma that ends it."""
    k = phrase_after(t, at, end)
    if k == at:
        return at
    while k < end:
        tag = t.tags[k]
        if t.low[k] == "over" and k + 1 < end and t.tags[k + 1] & w.NUM:
            break
        if t.words[k] == "(":
            closing = next((i for i in range(k + 1, min(k + 6, end)) if t.words[i] == ")"), None)
            if closing is None:
                break
            k = closing + 1
            continue
        if tag & w.BASE and not tag & (w.FINITE | w.AUX) and k + 1 < end and nounlike(t.tags[k + 1]):
            k = phrase_after(t, k + 1, end)  # "health care workers"
            continue
        if (tag & (w.PREP | w.TO) and not t.tags[k + 1 if k + 1 < end else k] & w.TIME) or (
            tag & w.CONJ and t.low[k] == "and" and not starts_clause(t, k + 1, end)
        ):
            stop = phrase_after(t, k + 1, end)
            if stop == k + 1:
                break
            k = stop
        elif tag & w.PART and k + 1 < end and t.tags[k + 1] & (w.PREP | w.TIME):
            k = skip_time(t, k + 1, end)
        elif tag & w.COMMA and k + 1 < end and _apposition(t, k + 1, end):
            k = _apposition(t, k + 1, end)
        else:
            break
    return k


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


def _closing_verb(s: Sentence, k: int, lemma: str) -> Report | None:
    t = s.t
    before = t.tags[k - 1]
    if lemma == "go" and (k + 1 >= s.end or t.low[k + 1] != "on"):
        return None
    if before & (w.COMMA | w.QUOTED) and lemma not in _TRANSITIVE and _may_invert(t, k, s.end):
        stop = source_end(t, k + 1, s.end)
        if stop > k + 1:
            return _closing_report(s, (k, k + 1), (k + 1, stop), edge=k, after=stop)
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
    return _closing_report(s, (k, after), source, edge=source[0], after=after)


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


def _closing_report(s: Sentence, cue: Range, source: Range, *, edge: int, after: int) -> Report | None:
    """The report whose content stands before `edge`, if the cue clause really closes there."""
    t = s.t
    rest = _past_asides(t, after, s.end)
    first_end = edge - 1 if t.tags[edge - 1] & w.PUNCT else edge
    first = _content_start(t, s.start, first_end)
    spoken = any(t.tags[k] & w.QUOTED for k in range(first, first_end))
    pieces = [(first, first_end)]
    if first >= first_end:
        if edge <= s.start or rest + 1 >= s.end or not t.tags[rest] & w.COMMA:
            return None
        pieces = []  # "And, she added, ..."
    act = ACTS[CUE_VERBS[t.low[cue[0]]][0]]
    at_end = rest >= s.end or bool(t.tags[rest] & w.END)
    comma = not at_end and bool(t.tags[rest] & w.COMMA)
    clause = (
        spoken
        or has_verb(t, first, first_end)
        or any(
            t.tags[k] & w.PAST and not t.tags[k - 1] & (w.PUNCT | w.QUOTED | w.DET) for k in range(first + 1, first_end)
        )
    )
    nounal = t.tags[cue[0]] & (w.THIRD | w.NOUN) == w.THIRD | w.NOUN and t.low[cue[0]] not in _CLOSING_TOO
    if not spoken and (CUE_VERBS[t.low[cue[0]]][0] in _NEEDS_MARKS or nounal):
        return None
    if at_end:
        return Report(pieces, cue, source, act, after=s.end) if clause else None
    if comma and rest + 1 < s.end:
        return _split_report(t, Report(pieces, cue, source, act), rest, s.end, spoken=spoken, clause=clause)
    beside = bool(t.tags[edge - 1] & w.QUOTED) and not t.tags[after] & w.THAT and not starts_clause(t, after, s.end)
    if spoken and (beside or t.tags[rest] & (_CLOSERS | w.CONJ | w.PREP | w.TO | w.ING | w.REL) or edge == cue[0]):
        return Report(pieces, cue, source, act, after=rest)
    if (
        clause
        and t.tags[rest] & (w.SUB | w.CONJ)
        and t.low[rest] != "so"
        and not spoken
        and t.low[rest] not in ("whether", "if")
        and (t.tags[rest] & w.SUB or starts_clause(t, rest + 1, s.end) or t.tags[rest + 1] & w.PAST)
    ):
        return Report(pieces, cue, source, act, after=rest)
    return None


def _split_report(t: Tokens, report: Report, comma: int, end: int, *, spoken: bool, clause: bool) -> Report | None:
    """A content cut in two by its cue, or a cue clause with more of the reporter's words after it."""
    after = comma + 1
    report.after = after
    tag = t.tags[after]
    if tag & w.ADV and after + 1 < end and t.tags[after + 1] & w.QUOTED and not spoken:  # "Lee, he said, also "was ..."
        report.pieces.append((after, after + 2))
        report.after = after + 2
        return report
    if tag & w.QUOTED:
        if (
            not spoken
            and report.pieces
            and (after not in t.running or t.tags[report.pieces[0][0]] & (w.PREP | w.PART | w.SUB))
        ):
            return None
        report.pieces.append((after, after + 1))
        report.after = after + 1
        return report
    if spoken:
        for k in range(after, min(end, after + 10)):  # "Clinton said, her voice rising, ..."
            if t.tags[k] & w.COMMA and k + 1 < end and t.tags[k + 1] & w.QUOTED and not has_verb(t, after, k):
                report.pieces.append((k + 1, k + 2))
                report.after = k + 2
        return report
    if tag & w.THAT:
        return None
    joined = tag & w.CONJ and starts_clause(t, after + 1, end) and not _cue_ahead(t, after + 1, end)
    if (
        tag & (w.ING | w.REL)
        or (tag & w.CONJ and not joined)
        or (tag & w.SUB and (t.low[after] not in _GOES_ON or _cue_ahead(t, after + 1, end)))
    ):
        return report if clause else None
    lead = not report.pieces or t.tags[report.pieces[0][0]] & (w.PREP | w.SUB | w.ADV)
    finite = tag & w.FINITE and is_finite(t, after)
    if not clause and not finite and not starts_clause(t, after, end) and not (lead and has_verb(t, after, end)):
        return None
    if report.pieces and all(k & (w.TIME | w.PREP) for k in t.tags[slice(*report.pieces[0])]):
        report.pieces.clear()
    if starts_comment(t, after, end) or (report.pieces and tag & w.PREP and not has_verb(t, after, end)):
        return report
    stop = clause_end(t, after, end, Reach(past=True))
    report.pieces.append((after, stop))
    report.after = stop
    return report


_GOES_ON = frozenset(["if", "unless", "because", "although", "though", "even", "until", "since", "whether"])


def _cue_ahead(t: Tokens, at: int, end: int) -> bool:
    return any(t.tags[k] & w.CUE and t.tags[k] & w.FINITE for k in range(at, min(end, at + 6)))


def _past_asides(t: Tokens, at: int, end: int) -> int:
    """`at` moved past hearers, times and places after a closing cue: "told reporters in Ohio on Monday"."""
    if at < end and t.low[at - 1] in ("told", "tells", "telling", "tell", "reminded", "assured", "warned"):
        at = phrase_after(t, at, end)
    at = skip_occasion(t, at, end, any_phrase=True)
    if at + 1 < end and t.tags[at] & (w.REL | w.THAT) and t.low[at - 1] in OCCASIONS and t.tags[at + 1] & w.FINITE:
        at = next((k for k in range(at, end) if t.tags[k] & (w.COMMA | w.END)), at)  # "an interview that aired Sunday"
    return at


def _content_start(t: Tokens, at: int, end: int) -> int:
    """`at` moved past what is never part of the content at the head of a sentence: "But", "And", dashes, a dateline."""
    at = past_dateline(t, at, end)
    while at < end and (t.tags[at] & w.PUNCT or (t.tags[at] & w.CONJ and t.low[at] in ("but", "and", "yet"))):
        at += 1
    return at
