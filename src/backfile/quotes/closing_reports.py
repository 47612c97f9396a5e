"""What a cue that closes or splits its sentence reports: the words before it, and those after it that go on with them."""

from typing import NamedTuple

from backfile.lexicon.english_words import listed
from backfile.quotes import word_classes as w
from backfile.quotes.attribution_cues import OCCASIONS
from backfile.quotes.clause_openings import starts_clause
from backfile.quotes.clauses import Reach, clause_end, starts_comment
from backfile.quotes.occasions import skip_occasion
from backfile.quotes.one_attribution import Range, Report, Sentence, has_verb, past_dateline
from backfile.quotes.ordered_readers import Reader, first_answer
from backfile.quotes.phrases import is_finite, phrase_after
from backfile.quotes.word_classes import ACTS, CUE_VERBS, Tokens

_CLOSING_TOO = frozenset(["estimates", "claims", "reports", "notes", "predicts", "reckons"])
"""Third persons that are plural nouns too, and yet close a sentence: "..., the group estimates."."""
_NEEDS_MARKS = frozenset(
    listed("""
    respond reply retort answer continue interject read shout scream yell cry mutter murmur whisper chant order
    begin snap plead urge demand text email post blog object counter caption gush chide scoff sneer crow bellow
    thunder
""")
)
"""Verbs that close a sentence only beside quotation marks."""


class _Closing(NamedTuple):
    """A cue clause and the words on both sides of it."""

    s: Sentence
    report: Report
    """The words before it."""
    edge: int
    """Where the cue clause starts."""
    after: int
    """The token right after it."""
    spoken: bool
    """A quotation stands before it."""
    clause: bool
    """So does a verb, or a quotation."""

    @property
    def rest(self) -> int:
        """The token after its hearers and its occasion too."""
        return self.report.after


_NONE = Report([], (0, 0), None, "")
"""The answer that the cue does not close here."""


def closing_report(s: Sentence, cue: Range, source: Range, *, edge: int, after: int) -> Report | None:
    """The report whose content stands before `edge`, if the cue clause really closes there."""
    t = s.t
    rest = _past_asides(t, after, s.end)
    last = edge - 1 if t.tags[edge - 1] & w.PUNCT else edge
    first = content_head(t, s.start, last)
    pieces = [(first, last)]
    if first >= last:
        if edge <= s.start or rest + 1 >= s.end or not t.tags[rest] & w.COMMA:
            return None
        pieces = []  # "And, she added, ..."
    spoken = any(t.tags[k] & w.QUOTED for k in range(first, last))
    lemma = CUE_VERBS[t.low[cue[0]]][0]
    if not spoken and (lemma in _NEEDS_MARKS or _is_plural_noun(t, cue[0])):
        return None
    report = Report(pieces, cue, source, ACTS[lemma], after=rest)
    clause = spoken or has_verb(t, first, last) or _has_past(t, first, last)
    if rest >= s.end or t.tags[rest] & w.END:
        report.after = s.end
        return report if clause else None
    found = first_answer(CLOSED, _Closing(s, report, edge, after, spoken, clause))
    return found if found is not _NONE else None


def _is_plural_noun(t: Tokens, k: int) -> bool:
    """Whether a third person is more likely a plural noun: "..., the group answers"."""
    both = w.THIRD | w.NOUN
    return t.tags[k] & both == both and t.low[k] not in _CLOSING_TOO


def _has_past(t: Tokens, first: int, last: int) -> bool:
    return any(t.tags[k] & w.PAST and not t.tags[k - 1] & (w.PUNCT | w.QUOTED | w.DET) for k in range(first + 1, last))


def _split(c: _Closing) -> Report | None:
    s, rest = c.s, c.rest
    if not s.t.tags[rest] & w.COMMA or rest + 1 >= s.end:
        return None
    c.report.after = rest + 1
    return first_answer(SPLIT, c)


def _beside_marks(c: _Closing) -> Report | None:
    if not c.spoken:
        return None
    t, end = c.s.t, c.s.end
    beside = t.tags[c.edge - 1] & w.QUOTED and not t.tags[c.after] & w.THAT and not starts_clause(t, c.after, end)
    inverted = c.edge == c.report.cue[0]
    return c.report if beside or inverted or t.tags[c.rest] & _GOES_ON else None


_GOES_ON = w.PUNCT | w.SUB | w.CONJ | w.PREP | w.TO | w.ING | w.REL
"""Words by which the reporter's sentence goes on after "she said"."""


def _joined(c: _Closing) -> Report | None:
    t, rest, end = c.s.t, c.rest, c.s.end
    if c.spoken or not c.clause or not t.tags[rest] & (w.SUB | w.CONJ) or t.low[rest] in ("so", "whether", "if"):
        return None
    goes_on = t.tags[rest] & w.SUB or starts_clause(t, rest + 1, end) or (rest + 1 < end and t.tags[rest + 1] & w.PAST)
    return c.report if goes_on else None


CLOSED: tuple[Reader[_Closing, Report], ...] = (
    Reader(_split, "It was, he said, “a disgrace.”"),
    Reader(_beside_marks, "“People want change,” says Carl Voss, a welder from Toledo who plans to vote for Harlow."),
    Reader(_joined, "The bridge is safe, Lee said and the road will open."),
)
"""How a sentence may go on after a cue clause."""


def _more_in_marks(c: _Closing) -> Report | None:
    t, after = c.s.t, c.report.after
    led = t.tags[after] & w.ADV and after + 1 < c.s.end and t.tags[after + 1] & w.QUOTED
    return _goes_on(c, after, after + 2) if led and not c.spoken else None


def _quotation(c: _Closing) -> Report | None:
    t, after, pieces = c.s.t, c.report.after, c.report.pieces
    if not t.tags[after] & w.QUOTED:
        return None
    if not c.spoken and pieces and (after not in t.running or t.tags[pieces[0][0]] & (w.PREP | w.PART | w.SUB)):
        return _NONE
    return _goes_on(c, after, after + 1)


def _quotation_past_aside(c: _Closing) -> Report | None:
    if not c.spoken:
        return None
    t, after, end = c.s.t, c.report.after, c.s.end
    for k in range(after, min(end, after + 10)):
        if t.tags[k] & w.COMMA and k + 1 < end and t.tags[k + 1] & w.QUOTED and not has_verb(t, after, k):
            _goes_on(c, k + 1, k + 2)
    return c.report


def _goes_on(c: _Closing, start: int, stop: int) -> Report:
    """The report with one more piece."""
    c.report.pieces.append((start, stop))
    c.report.after = stop
    return c.report


def _that(c: _Closing) -> Report | None:
    return _NONE if c.s.t.tags[c.report.after] & w.THAT else None


def _reporters_words(c: _Closing) -> Report | None:
    t, after, end = c.s.t, c.report.after, c.s.end
    tag = t.tags[after]
    joined = tag & w.CONJ and starts_clause(t, after + 1, end) and not _cue_ahead(t, after + 1, end)
    own = (
        tag & (w.ING | w.REL)
        or (tag & w.CONJ and not joined)
        or (tag & w.SUB and (t.low[after] not in _SAME_SPEAKER or _cue_ahead(t, after + 1, end)))
    )
    return (c.report if c.clause else _NONE) if own else None


def _no_clause(c: _Closing) -> Report | None:
    t, after, end, pieces = c.s.t, c.report.after, c.s.end, c.report.pieces
    finite = t.tags[after] & w.FINITE and is_finite(t, after)
    if c.clause or finite or starts_clause(t, after, end):
        return None
    lead = not pieces or t.tags[pieces[0][0]] & (w.PREP | w.SUB | w.ADV)
    return None if lead and has_verb(t, after, end) else _NONE


def _second_half(c: _Closing) -> Report | None:
    t, after, end, pieces = c.s.t, c.report.after, c.s.end, c.report.pieces
    if pieces and all(tag & (w.TIME | w.PREP) for tag in t.tags[slice(*pieces[0])]):
        pieces.clear()
    if starts_comment(t, after, end) or (pieces and t.tags[after] & w.PREP and not has_verb(t, after, end)):
        return c.report
    return _goes_on(c, after, clause_end(t, after, end, Reach(past=True)))


SPLIT: tuple[Reader[_Closing, Report], ...] = (
    Reader(_more_in_marks, "Brant, he said, also “was a good friend to all of us.”"),
    Reader(_quotation, '"Look," Crowther said, "I\'m not going to get into that."'),
    Reader(_quotation_past_aside, '"What a night!" Doyle exclaimed, then hugged her husband.'),
    Reader(_that, "The bridge, Lee said, that was built in 1950 is safe."),
    Reader(_reporters_words, "The fire began in the kitchen, said Battalion Chief Uriah Kemp, who is investigating."),
    Reader(_no_clause, "In the town of Vale, Lee said, a new bridge."),
    Reader(_second_half, "What he wants, he told the crowd, is fairness."),
)
"""What may follow the comma after a cue clause: more of the content, or more of the reporter's words."""


_SAME_SPEAKER = frozenset(["if", "unless", "because", "although", "though", "even", "until", "since", "whether"])


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


def content_head(t: Tokens, at: int, end: int) -> int:
    """`at` moved past what is never part of the content at the head of a sentence: "But", "And", dashes, a dateline."""
    at = past_dateline(t, at, end)
    while at < end and (t.tags[at] & w.PUNCT or (t.tags[at] & w.CONJ and t.low[at] in ("but", "and", "yet"))):
        at += 1
    return at
