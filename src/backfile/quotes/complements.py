"""What a cue verb takes after it: a clause, a question, a quotation, an infinitive, hearers and then one of these.

Which of them a verb takes is told by its shapes in `cues`.
"""

from backfile.lexicon.english_words import listed
from backfile.quotes import word_classes as w
from backfile.quotes.attribution_cues import HEARERS
from backfile.quotes.clause_openings import starts_clause
from backfile.quotes.occasions import skip_occasion, skip_time
from backfile.quotes.one_attribution import Range, Sentence, has_verb
from backfile.quotes.phrases import is_finite, nounlike, phrase_after, verb_after_to
from backfile.quotes.word_classes import Tokens

_READILY = frozenset(listed("say claim argue believe think insist hope contend add note suggest"))


_FORESEEING = frozenset(listed("estimate predict project forecast"))


def complement_of(s: Sentence, at: int, shapes: str, lemma: str) -> tuple[Range, Range | None, bool] | None:
    """What the cue before `at` takes: the range that its content is in, the hearers, whether it is an infinitive."""
    t, end = s.t, s.end
    if at + 1 < end and (
        (t.tags[at] & w.TIME and not t.tags[at] & w.MODAL)
        or (t.low[at] in ("last", "this") and t.tags[at + 1] & w.NOUN)
    ):
        at = skip_time(t, at, end)
    if at >= end:
        return None
    direct = _clause_or_quote(t, at, end, shapes)
    if "o" in shapes and direct == at and not t.tags[at] & (w.THAT | w.QUOTED | w.WH | w.TO):
        stop = phrase_after(t, at, end)
        if stop < end and t.tags[stop] & w.THAT:
            return (stop + 1, end), (at, stop), False
    if lemma == "add" and direct == at and not t.tags[at] & (w.QUOTED | w.THAT | w.WH) and not _has_tense(t, at, end):
        return None
    if direct is None and t.tags[at] & w.COMMA:
        direct = _past_aside(t, at, end, shapes)
    if direct is not None:
        infinitive = t.tags[direct] & w.TO or t.low[direct] in ("not", "never")
        return (direct, end), None, bool(infinitive) and "i" in shapes
    if at + 2 < end and (lemma, t.low[at]) in _ABOUT:
        told = t.tags[at + 1] & (w.ING | w.WH) and t.low[at + 1] != "what"
        if told or (lemma in _OF_THINGS and not t.tags[at + 1] & w.OBJECT):
            return (at, end), None, True
    if "o" in shapes or "O" in shapes or "f" in shapes:
        found = _with_hearers(t, at, end, shapes, lemma)
        if found is not None:
            return found
    if set("sqdz") & set(shapes):
        later = skip_occasion(t, at, end)
        if (later == at and t.tags[at] & (w.PREP | w.TO)) or (later < end and t.tags[later] & w.PART):
            later = _that_ahead(t, at, end) or at
        if at < later < end and t.tags[later] & w.SUB:
            later = _that_past_clause(t, later, end) or later
        if at < later < end and not _relative_at(t, later):
            direct = _clause_or_quote(t, later, end, shapes)
            if direct is not None:
                return (direct, end), None, False
        lead = skip_occasion(t, at, end, any_phrase=True)
        if (
            ("s" in shapes or lemma in _FORESEEING)
            and lead > at
            and lead + 1 < end
            and t.tags[lead] & w.COMMA
            and starts_clause(t, lead + 1, end)
        ):
            return (lead + 1 if later == lead else at, end), None, False
        if lemma == "say" and end - later > 3 and t.tags[later] & (w.DET | w.POSS | w.NAME | w.NOUN):
            return (later, end), None, False
        if lemma in _READILY and not t.tags[at] & (w.PUNCT | w.CONJ | w.PREP | w.TO | w.SUB) and _has_tense(t, at, end):
            return (at, end), None, False
    return _phrase_content(t, at, end, shapes, lemma)


def _has_tense(t: Tokens, at: int, end: int) -> bool:
    """Whether a finite verb stands before the next comma, and no word before it joins it to a noun."""
    for k in range(at, end):
        tag = t.tags[k]
        if tag & (w.COMMA | w.REL | w.THAT):
            return False
        if tag & w.FINITE and is_finite(t, k):
            return True
    return False


def _past_aside(t: Tokens, comma: int, end: int, shapes: str) -> int | None:
    """The content after an aside: "suggested, without evidence, that"."""
    for k in range(comma + 1, min(end, comma + 10)):
        if t.tags[k] & w.COMMA and k + 1 < end and t.tags[k + 1] & (w.THAT | w.TO | w.QUOTED):
            return _clause_or_quote(t, k + 1, end, shapes)
    return None


def _that_past_clause(t: Tokens, at: int, end: int) -> int | None:
    """The "that" after a clause of time: "said in a statement after the vote was over that"."""
    for k in range(at + 1, min(end, at + 14)):
        if t.tags[k] & (w.PUNCT | w.QUOTED):
            return None
        if t.tags[k] & w.THAT and starts_clause(t, k + 1, end):
            return k
    return None


def _relative_at(t: Tokens, k: int) -> bool:
    """Whether a "that" after a noun is a relative: "asked about the aid that entered the city"."""
    after = t.tags[k + 1] if k + 1 < len(t.tags) else 0
    return bool(t.tags[k] & w.THAT and after & (w.PAST | w.THIRD) and not after & w.NOUN)


def _that_ahead(t: Tokens, at: int, end: int) -> int | None:
    """The index of a "that" or a quotation that follows prepositional phrases: "said at the event in Ohio that"."""
    k = skip_occasion(t, at, end, any_phrase=True)
    return (
        k if k < end and not _relative_at(t, k) and (t.tags[k] & (w.THAT | w.QUOTED) or t.tags[k] & w.PUNCT) else None
    )


def _clause_or_quote(t: Tokens, at: int, end: int, shapes: str) -> int | None:
    """Where the content starts, if it starts at `at`: after "that", at a quotation, a clause, "to" or a gerund."""
    tag, low = t.tags[at], t.low[at]
    following = t.tags[at + 1] if at + 1 < end else 0
    clausal = "s" in shapes or "z" in shapes
    if (low in ("never", "not") and following & w.TO and "i" in shapes) or (
        low in ("ever", "even") and following & w.ING and "g" in shapes
    ):
        return at
    if tag & w.ADV and following & (w.THAT | w.TO | w.QUOTED | w.ING) and not tag & w.WH:
        return _clause_or_quote(t, at + 1, end, shapes)
    if tag & w.THAT and clausal and at + 1 < end and not following & w.END:
        return at + 1
    if tag & w.QUOTED and (clausal or "d" in shapes or "q" in shapes):
        return at
    if (
        tag & w.PUNCT
        and following & w.QUOTED
        and (tag & w.COMMA or t.words[at] == ":")
        and ("d" in shapes or "s" in shapes)
    ):
        return at + 1
    if t.words[at] == ":" and "d" in shapes and at + 2 < end:
        return at + 1
    if tag & w.WH and ("q" in shapes or ("s" in shapes and low in ("how", "what", "why", "whether"))):
        return at
    if tag & w.TO and "i" in shapes and verb_after_to(following):
        return at
    if tag & w.TO and "g" in shapes and _gerund_at(t, at + 1, end):
        return at + 1
    if tag & w.ING and "g" in shapes:
        return at
    if clausal and starts_clause(t, at, end):
        return at
    if clausal and tag & (w.FINITE_AUX | w.MODAL) and not tag & w.SUBJECT and _relative_ahead(t, at):
        return at
    if clausal and tag & w.SUB and low in _CLAUSE_LEADS and "s" in shapes:
        return at
    return None


_NO_HEARERS = frozenset(listed("expect want prefer need like love hate"))
"""Verbs whose object is part of what is wanted: "wants Congress to vote"."""


_CLAUSE_LEADS = frozenset(
    ["if", "although", "while", "because", "when", "as", "since", "until", "after", "before", "once"]
)


def _relative_ahead(t: Tokens, at: int) -> bool:
    """Whether the cue before `at` stands in a relative clause: "which critics allege is a tool", "a field he says is"."""
    if at > 2 and t.tags[at - 2] & w.SUBJECT and nounlike(t.tags[at - 3]) and not t.tags[at - 3] & w.VERB:
        return True
    for k in range(at - 2, max(at - 9, -1), -1):
        if t.low[k] in ("which", "that", "what", "whom"):
            return True
        if t.tags[k] & w.PUNCT:
            return False
    return False


def _gerund_at(t: Tokens, at: int, end: int) -> bool:
    """Whether a gerund stands at `at`, adverbs apart: "admitted to actually being there"."""
    while at < end and t.tags[at] & w.ADV:
        at += 1
    return at < end and bool(t.tags[at] & w.ING)


def _with_hearers(t: Tokens, at: int, end: int, shapes: str, lemma: str) -> tuple[Range, Range | None, bool] | None:
    """Content after the people it was said to: "told reporters that", "urged Congress to", "called on him to"."""
    first = at
    if lemma == "warn" and t.low[at] == "against" and at + 1 < end:
        return (at, end), None, True
    if t.tags[at] & w.PREP or t.low[at] == "for":
        if "f" in shapes and t.low[at] == "for":
            whole = at + 1 < end and t.tags[at + 1] & (w.QUOTED | w.ING)
            return ((at + 1, end), None, True) if whole or phrase_after(t, at + 1, end) > at + 1 else None
        if t.low[at] not in ("on", "upon", "for", "with"):
            return None
        first = at + 1
    stop = _hearers_end(t, first, end)
    if stop == first or stop >= end:
        return None
    if "O" in shapes and t.tags[stop] & w.PREP:  # "asked anyone with information to call"
        further = phrase_after(t, stop + 1, end)
        if stop + 1 < further < end and t.tags[further] & w.TO:
            stop = further
    hearer = (first, stop)
    later = stop
    if lemma == "warn" and t.low[stop] == "against" and stop + 1 < end:
        return (stop, end), hearer, True
    if "O" in shapes and (lemma != "call" or first > at):
        k = stop + 1 if t.tags[stop] & (w.ADV | w.NEG) else stop
        if k < end and t.tags[k] & w.TO and k + 1 < end and verb_after_to(t.tags[k + 1]):
            return ((first, end), None, True) if lemma in _NO_HEARERS else ((k, end), hearer, True)
        if t.low[stop] == "not" and stop + 1 < end and t.tags[stop + 1] & w.TO:
            return (stop, end), hearer, True
    if "f" in shapes and t.low[stop] == "for" and phrase_after(t, stop + 1, end) > stop + 1:
        return (stop + 1, end), hearer, True
    if "o" not in shapes and "q" not in shapes:
        return None
    inner = "sqd"
    direct = _clause_or_quote(t, later, end, inner)
    if direct is None:
        later = skip_occasion(t, stop, end)
        if later < end and t.tags[later] & (w.PREP | w.TO | w.PART):
            later = _that_ahead(t, later, end) or later
        direct = _clause_or_quote(t, later, end, inner) if later < end else None
    if direct is None and t.tags[stop] & w.MARKED:  # 'told "Meet the Press" on Sunday that'
        direct = next((k + 1 for k in range(stop, min(end - 1, stop + 14)) if t.tags[k] & w.THAT), None)
    if direct is None:  # "telling a crowd in Ames, Iowa, that"
        ahead = next(
            (k for k in range(stop, min(end, stop + 12)) if t.tags[k] & w.THAT and t.tags[k - 1] & w.COMMA), None
        )
        direct = _clause_or_quote(t, ahead, end, inner) if ahead is not None and not has_verb(t, stop, ahead) else None
    if direct is None:
        return None
    return (direct, end), hearer, False


def _hearers_end(t: Tokens, at: int, end: int) -> int:
    """The end of the phrase that names hearers, before the clause that may follow it with no mark between."""
    stop = phrase_after(t, at, end)
    if stop == at:
        return at
    if t.tags[at] & w.OBJECT or t.low[at] in HEARERS:
        return at + 1
    k = at
    while k + 1 < stop:  # "told supporters Trump would", "told CNN the plan is"
        k += 1
        if t.tags[k] & w.NAME and not t.tags[k - 1] & (w.NAME | w.DET | w.ADJ | w.GENITIVE) and t.low[k - 1] in HEARERS:
            return k
    while stop + 1 < end and t.tags[stop] & w.CONJ and t.low[stop] == "and":
        further = phrase_after(t, stop + 1, end)
        if further == stop + 1:
            break
        stop = further
    return stop


def _phrase_content(t: Tokens, at: int, end: int, shapes: str, lemma: str) -> tuple[Range, Range | None, bool] | None:
    """Content that is no clause: "proposed a ban", "accused him of lying", "called it a disgrace"."""
    tag = t.tags[at]
    both = tag & w.SUBJECT and not (tag & w.DET and at + 1 < end and t.tags[at + 1] & w.DET)  # "all the charges"
    if "n" in shapes and tag & (w.DET | w.POSS | w.NAME | w.ADJ | w.NUM) and not both:
        stop = phrase_after(t, at, end)
        if stop > at + 1:
            return (at, end), None, True
    if "a" in shapes and t.low[at] == "as" and at + 1 < end:
        return (at + 1, end), None, True
    if lemma == "refer" and t.low[at] == "to":
        at += 1
    if not set("batz") & set(shapes):
        return None
    stop = phrase_after(t, at, end)
    if stop == at or stop >= len(t.tags):
        return None
    if "z" in shapes and lemma in ("show", "find", "see") and (t.tags[stop] & w.ING or t.low[stop] in _STANDINGS):
        return (at, end), None, True
    if (lemma, t.low[stop]) in (("blame", "on"), ("credit", "with")):
        return (at, end), None, True
    if ("b" in shapes and t.low[stop] in ("of", "for")) or _of_inside(t, at, stop):
        k = _of_inside(t, at, stop) or stop
        return (k, end), (at, k), True
    if "a" in shapes and t.low[stop] == ("to" if lemma in ("liken", "compare") else "as"):
        return (at, end), None, True
    if "t" in shapes and _names_it(t, at, stop):
        return (at, end), None, True
    return None


_STANDINGS = frozenset(["ahead", "behind", "tied", "with"])
"""What polls show of candidates."""


_ABOUT = frozenset(
    (verb, word)
    for verb, *words in (
        row.split()
        for row in """worry about|complain about of|boast about of|brag about of|talk about
    of|speak about of|joke about|warn of about|hint at|argue for against""".replace("\n", " ").split("|")
    )
    for word in words
)
"""Cue verbs with the words that may join a gerund, a question or, for some of the verbs, a noun phrase to them."""
_OF_THINGS = frozenset(["warn", "hint", "argue"])


def _names_it(t: Tokens, at: int, stop: int) -> bool:
    """Whether "called" here gives a name: "called it a mistake", "called him unfit", "called the plan wasteful"."""
    tag = t.tags[stop]
    if tag & (w.DET | w.QUOTED | w.ADJ | w.MARKED):
        return True
    if t.tags[at] & w.OBJECT and stop == at + 1:
        return nounlike(tag) and not tag & (w.VERB | w.ADV | w.TIME | w.PREP | w.NUM) and t.low[stop] not in _NO_NAMES
    last = t.tags[stop - 1]
    return bool(stop > at + 2 and last & w.ADJ and not last & w.NAME and not t.tags[stop - 2] & (w.ADJ | w.DET))


_NO_NAMES = frozenset(["quits", "home", "names", "people", "collect"])


def _of_inside(t: Tokens, at: int, stop: int) -> int | None:
    return next((k for k in range(at + 1, stop) if t.low[k] == "of" and t.tags[k + 1] & w.ING), None)
