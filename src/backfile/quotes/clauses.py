"""Where a reported clause begins and where it ends, told by punctuation, conjunctions and finite verbs.

A reported clause runs to the end of its sentence unless the reporter comes back first: with another cue ("and called
for"), a participle ("adding that", "citing"), "according to", a contrast with a cue of its own, the time and place of
speaking ("in an interview with CNN on Sunday"), or, where the cue stood inside the subject ("voters who fear that ...
are"), with the main verb.
"""

from typing import NamedTuple

from backfile.lexicon.english_words import listed
from backfile.quotes import word_classes as w
from backfile.quotes.attribution_cues import OCCASIONS
from backfile.quotes.clause_openings import starts_clause
from backfile.quotes.occasions import skip_occasion
from backfile.quotes.ordered_readers import Reader, first_answer
from backfile.quotes.phrases import is_finite, nounlike, phrase_after
from backfile.quotes.word_classes import CUE_VERBS, Tokens

_TRAILING = frozenset(
    listed("""
    interview statement tweet conference briefing email e-mail op-ed release affidavit deposition interviews
    tweets statements
""")
)
_NARRATOR_ING = frozenset(
    listed("""
    adding noting citing referring calling pointing echoing describing alluding arguing saying claiming
    insisting suggesting explaining telling warning urging accusing asserting vowing promising drawing prompting
    sparking using quoting invoking asking stressing emphasizing pledging predicting criticizing blasting
    mocking speaking repeating declaring contending comparing blaming concluding praising reminding recalling
    accusing denouncing joking likening singling ending reversing escalating signaling marking capping
    contradicting reporting tweeting writing
""")
)
_COMMENT_NOUNS = frozenset(
    listed("""
    reference nod claim charge statement remark comment position move allusion assertion departure sign shift
    jab swipe dig contrast demand decision prospect proposal pledge message suggestion accusation view sentiment
    threat argument prediction line
""")
)


class Reach(NamedTuple):
    """What tells how far a reported clause goes."""

    embedded: bool = False
    """Its cue stands inside the subject of the sentence."""
    infinitive: bool = False
    """It starts with "to", a gerund or a noun phrase."""
    past: bool = False
    """Its cue is in the past tense."""
    spoken: bool = False
    """Its cue is of speech: a time and place at the end are those of speaking."""
    subordinate: bool = False
    """Its cue stands in a clause with "while" or the like that opens the sentence: the main clause ends it."""
    question: bool = False
    """It starts with a question word: a clause joined by "and" after a comma is the reporter's."""


def clause_end(t: Tokens, start: int, end: int, reach: Reach) -> int:
    """The end of the reported clause that starts at `start`, in the sentence that ends at `end`."""
    if (
        t.tags[start] & w.QUOTED
        and start + 2 < end
        and (_leaves_quote(t, start + 1) or (start in t.stopped and t.tags[start + 1] & w.CAP))
    ):
        return start + 1
    k = _reporter_back(t, start, end, reach)
    while k > start + 1 and t.tags[k - 1] & (w.PUNCT | w.CONJ):
        k -= 1
    return k


def _reporter_back(t: Tokens, start: int, end: int, reach: Reach) -> int:
    """The first word after `start` that is the reporter's own; `end` where none is."""
    verbs = 1 if reach.infinitive else 0
    for k in range(start, end):
        tag = t.tags[k]
        if tag & w.ING and k > start and t.tags[k - 1] & w.QUOTED and t.low[k] in _NARRATOR_ING:
            return k
        if tag & w.PUNCT:
            if t.words[k] == ";" or (tag & w.COMMA and k > start and _stops_at_comma(t, k, end, reach)):
                return k
        elif tag & w.CONJ and k > start + 1:
            if _reporter_joins(t, k, end, reach):
                return k
        elif reach.embedded and tag & w.FINITE and k > start and _is_tensed(t, k, verbs):
            if verbs and not _is_inner_verb(t, start, k):
                return k
            verbs += 1
        elif _may_bring_back(t, k) and first_answer(RETURNS, _Word(t, start, k, end, reach)):
            return k
    return end


def _may_bring_back(t: Tokens, k: int) -> bool:
    return bool(t.tags[k] & w.PREP) or t.low[k] in _BRING_BACK


def _reporter_joins(t: Tokens, k: int, end: int, reach: Reach) -> bool:
    """Whether the reporter speaks after the conjunction at `k`."""
    if t.tags[k - 1] & w.QUOTED and (_contrasts(t, k, end, infinitive=reach.infinitive) or _leaves_quote(t, k)):
        return True
    return _joins_cue(t, k, end, past=reach.past) or (reach.infinitive and _past_next(t, k + 1, end))


def _is_tensed(t: Tokens, k: int, verbs: int) -> bool:
    return is_finite(t, k) or bool(verbs and t.tags[k] & w.PAST and nounlike(t.tags[k - 1]))


def _is_inner_verb(t: Tokens, start: int, k: int) -> bool:
    """Whether a conjunction, a relative or a subject of its own keeps a further verb inside the reported clause."""
    return bool(t.tags[k - 1] & (w.CONJ | w.REL | w.AUX | w.SUBJECT | w.ADV)) or _opened(t, start, k)


class _Word(NamedTuple):
    """A word of a reported clause."""

    t: Tokens
    start: int
    k: int
    end: int
    reach: Reach


def _speaking_place(word: _Word) -> bool | None:
    t, start, k, end, reach = word
    return (reach.spoken and bool(t.tags[k] & w.PREP) and k > start + 2 and _trailing_occasion(t, k, end)) or None


def _when_asked(word: _Word) -> bool | None:
    t, _, k, end, _ = word
    when = t.tags[k] & w.SUB and t.low[k] == "when" and k + 1 < end
    return (bool(when) and t.low[k + 1] in ("asked", "pressed")) or None


def _before_speaking(word: _Word) -> bool | None:
    t, start, k, end, _ = word
    return (
        k > start + 2 and t.low[k] in ("before", "after", "while", "without") and _speaking_next(t, k + 1, end)
    ) or None


RETURNS: tuple[Reader[_Word, bool], ...] = (
    Reader(
        _speaking_place,
        'Tolliver, called him a "small, insecure money-grubber" in a speech in Washington on Tuesday night.',
    ),
    Reader(_when_asked, "The mayor said he was tired when asked about the vote."),
    Reader(_before_speaking, "Lee said the bridge would close before adding that the ferry would run."),
)
"""Words by which the reporter comes back with no mark before them."""
_BRING_BACK = frozenset(["when", "before", "after", "while", "without"])
"""Those of these words that may be no prepositions."""


def _past_next(t: Tokens, k: int, end: int) -> bool:
    """Whether the reporter's own tense comes back after "and": "announced his exit and then asked the party"."""
    if k < end and t.low[k] == "then":
        k += 1
    if k + 1 >= end or not t.tags[k] & w.PAST or t.tags[k] & w.AUX:
        return False
    return not t.tags[k] & w.PART or bool(t.tags[k + 1] & (w.DET | w.POSS | w.OBJECT | w.NAME))


def _speaking_next(t: Tokens, k: int, end: int) -> bool:
    """Whether the reporter goes on with another cue: "before announcing", "while adding"."""
    return k < end and bool(t.tags[k] & w.ING and t.tags[k] & w.CUE)


def _leaves_quote(t: Tokens, k: int) -> bool:
    """Whether the reporter speaks again right after a quotation: "as he left", "but offered few details"."""
    if t.tags[k] & w.SUB:
        return True
    past = t.tags[k] & w.CONJ and t.tags[k + 1] & w.PAST and not t.tags[k + 1] & w.AUX
    return bool(past) and not _quotes_again(t, k + 1)


def _quotes_again(t: Tokens, k: int) -> bool:
    """Whether more words in marks follow with no cue of their own: 'was "strong" and came across as "able and calm"'."""
    for at in range(k, min(k + 6, len(t.tags))):
        if t.tags[at] & (w.QUOTED | w.MARKED):
            return True
        if t.tags[at] & (w.CUE | w.PUNCT):
            return False
    return False


def _opened(t: Tokens, start: int, at: int) -> bool:
    """Whether a relative or a conjunction since the last finite verb accounts for the one at `at`."""
    for k in range(at - 1, start, -1):
        if t.tags[k] & (w.REL | w.THAT | w.SUB | w.WH | w.CONJ):
            return True
        if t.tags[k] & w.FINITE and is_finite(t, k):
            return False
    return False


def starts_comment(t: Tokens, k: int, end: int) -> bool:
    """Whether the reporter's comment on what was said starts here: "a charge he denies"."""
    return t.low[k] in ("a", "an") and any(t.low[i] in _COMMENT_NOUNS for i in range(k + 1, min(k + 4, end)))


def _stops_at_comma(t: Tokens, comma: int, end: int, reach: Reach) -> bool:
    k, embedded, infinitive = comma + 1, reach.embedded, reach.infinitive
    if k >= end:
        return True
    tag, low = t.tags[k], t.low[k]
    if low in _NARRATOR_ING or low == "according" or (reach.subordinate and starts_clause(t, k, end)):
        return True
    if low == "with" and any(
        t.low[i] in _NARRATOR_ING for i in range(k + 2, min(k + 8, end))
    ):  # ", with Lee adding that"
        return True
    if starts_comment(t, k, end):
        return True
    if embedded and tag & w.FINITE and (is_finite(t, k) or tag & w.PAST):
        return True
    if low == "then" and k + 1 < end and t.tags[k + 1] & w.PAST:
        return True
    if tag & w.CONJ or low in ("while", "though", "although", "whereas"):
        return _contrasts(t, k, end, infinitive=infinitive or reach.question) or (infinitive and not tag & w.CONJ)
    return infinitive and not _lists(t, k, end)


def _contrasts(t: Tokens, conj: int, end: int, *, infinitive: bool) -> bool:
    """Whether the reporter speaks after this conjunction: a "but" with a clause, or a clause with its own cue."""
    k = conj + 1
    while k < end and t.tags[k] & (w.ADV | w.COMMA):
        k += 1
    if k >= end:
        return False
    if t.tags[k] & w.THAT:
        return False
    if t.low[conj] == "but" and (starts_clause(t, k, end) or t.tags[k] & (w.PAST | w.THIRD | w.FINITE_AUX)):
        return True
    if infinitive and starts_clause(t, k, end):
        return True
    if k + 1 < end and t.tags[k] & (w.SUBJECT | w.NAME) and t.tags[k + 1] & w.CUE and t.tags[k + 1] & w.PAST:
        return True
    limit = min(end, k + 9)
    return any(t.tags[i] & w.CUE and _speaks(t, i) for i in range(k, limit))


def _speaks(t: Tokens, k: int) -> bool:
    """Whether a finite cue of speech stands at `k`, not a noun of the same form."""
    plural = t.tags[k] & w.BASE and (t.tags[k - 1] & w.SUBJECT or nounlike(t.tags[k - 1]))
    if not (t.tags[k] & w.FINITE or plural) or (
        t.tags[k - 1] & (w.DET | w.POSS | w.GENITIVE | w.ADJ | w.PREP | w.TO | w.BE) and not t.tags[k - 1] & w.SUBJECT
    ):
        return False
    return bool(set("dtabfO") & set(CUE_VERBS.get(t.low[k], ("", ""))[1]))


def _lists(t: Tokens, k: int, end: int) -> bool:
    """Whether the comma before `k` belongs to a list or an aside inside an infinitive phrase."""
    if t.tags[k] & (w.BASE | w.TO | w.PREP) and not t.tags[k] & w.CAP:
        return True
    if (
        t.tags[k] & w.ADJ and t.tags[k - 2] & w.ADJ and not (t.tags[k] | t.tags[k - 2]) & w.NAME
    ):  # "a short, plain letter"
        return True
    both = t.tags[k] & t.tags[k - 2]
    if both & (w.NAME | w.NUM) and (k + 1 >= end or t.tags[k + 1] & w.PUNCT):  # "in Dayton, Ohio", "June 2, 2016"
        return True
    for i in range(k, min(end, k + 7)):
        if t.tags[i] & w.CONJ and t.low[i] in ("and", "or"):
            return True
        if t.tags[i] & w.FINITE and is_finite(t, i):
            return False
    return False


def _joins_cue(t: Tokens, conj: int, end: int, *, past: bool) -> bool:
    """Whether "and" here joins a second cue of the same tense to the first: "said he won and called for"."""
    k = conj + 1
    while k < end and t.tags[k] & w.ADV:
        k += 1
    if k < end and past and t.low[conj] == "but" and t.tags[k] & w.PAST and not t.tags[k] & w.AUX:
        return True
    if k >= end or not t.tags[k] & w.CUE:
        return False
    if t.tags[k] & w.PAST and past:
        following = t.tags[k + 1] if k + 1 < end else 0
        return not following & w.PREP or t.low[k] in ("called", "said")
    return bool(t.tags[k] & w.THIRD) and not past and not nounlike(t.tags[k])


def _trailing_occasion(t: Tokens, prep: int, end: int) -> bool:
    """Whether the rest of the sentence, from `prep`, says only when and where it was said."""
    if t.low[prep] not in ("in", "during", "at", "on"):
        return False
    stop = phrase_after(t, prep + 1, end)
    if stop == prep + 1:
        return False
    head, indefinite = t.low[stop - 1], t.low[prep + 1] in ("a", "an")
    if head not in _TRAILING and not (indefinite and head in OCCASIONS):
        return False
    rest = skip_occasion(t, stop, end, any_phrase=True)
    return rest >= end or bool(t.tags[rest] & (w.PUNCT | w.SUB | w.THAT | w.REL))
