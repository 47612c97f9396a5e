"""What a cue verb takes after it: a clause, a question, a quotation, an infinitive, hearers and then one of these.

Which of them a verb takes is told by its shapes in `attribution_cues`.
"""

from typing import NamedTuple

from backfile.lexicon.english_words import listed
from backfile.quotes import word_classes as w
from backfile.quotes.clause_openings import starts_clause
from backfile.quotes.content_openings import content_start
from backfile.quotes.hearers import Complement, Cue, relative_at, that_ahead, with_hearers
from backfile.quotes.occasions import skip_occasion, skip_time
from backfile.quotes.one_attribution import Sentence
from backfile.quotes.ordered_readers import Reader, first_answer
from backfile.quotes.phrases import is_finite, nounlike, phrase_after
from backfile.quotes.word_classes import Tokens


class _After(NamedTuple):
    """A cue, and where the content starts if that stands right after it or after an aside."""

    cue: Cue
    direct: int | None


_NOTHING = Complement((0, 0))
"""The answer that the cue takes nothing here."""


def complement_of(s: Sentence, at: int, shapes: str, lemma: str) -> Complement | None:
    """What the cue before `at` takes; None where it takes nothing."""
    t, end = s.t, s.end
    if at + 1 < end and (
        (t.tags[at] & w.TIME and not t.tags[at] & w.MODAL)
        or (t.low[at] in ("last", "this") and t.tags[at + 1] & w.NOUN)
    ):
        at = skip_time(t, at, end)
    if at >= end:
        return None
    direct = content_start(t, at, end, shapes)
    if direct is None and t.tags[at] & w.COMMA:
        direct = _past_aside(t, at, end, shapes)
    found = first_answer(COMPLEMENTS, _After(Cue(t, at, end, shapes, lemma), direct))
    return found if found is not _NOTHING else None


def _hearers_before_that(a: _After) -> Complement | None:
    t, at, end, shapes, _ = a.cue
    if "o" in shapes and a.direct == at and not t.tags[at] & (w.THAT | w.QUOTED | w.WH | w.TO):
        stop = phrase_after(t, at, end)
        if stop < end and t.tags[stop] & w.THAT:
            return Complement((stop + 1, end), (at, stop))
    return None


def _that_after_day(a: _After) -> Complement | None:
    t, at, end, shapes, _ = a.cue
    if "s" not in shapes or at + 4 >= end or t.low[at] != "the" or not t.tags[at + 3] & w.THAT:
        return None
    day = t.low[at + 1] in _WHICH_DAY and t.low[at + 2] in _DAYS
    return Complement((at + 4, end)) if day and starts_clause(t, at + 4, end) else None


_WHICH_DAY = frozenset(["other", "next", "same", "following", "previous"])
_DAYS = frozenset(["day", "night", "morning", "afternoon", "evening", "week", "month", "year"])


def _adds_thing(a: _After) -> Complement | None:
    t, at, end, _, lemma = a.cue
    bare = lemma == "add" and a.direct == at and not t.tags[at] & (w.QUOTED | w.THAT | w.WH)
    return _NOTHING if bare and not _has_tense(t, at, end) else None


def _direct(a: _After) -> Complement | None:
    if a.direct is None:
        return None
    t, _, end, shapes, _ = a.cue
    infinitive = t.tags[a.direct] & w.TO or t.low[a.direct] in ("not", "never")
    return Complement((a.direct, end), infinitive=bool(infinitive) and "i" in shapes)


def _about(a: _After) -> Complement | None:
    t, at, end, _, lemma = a.cue
    if at + 2 >= end or (lemma, t.low[at]) not in _ABOUT:
        return None
    told = t.tags[at + 1] & (w.ING | w.WH) and t.low[at + 1] != "what"
    thing = lemma in _OF_THINGS and not t.tags[at + 1] & w.OBJECT
    return Complement((at, end), infinitive=True) if told or thing else None


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


def _hearers(a: _After) -> Complement | None:
    shapes = a.cue.shapes
    return with_hearers(a.cue) if "o" in shapes or "O" in shapes or "f" in shapes else None


def _on_occasion(a: _After) -> Complement | None:
    t, at, end, shapes, lemma = a.cue
    if not _CLAUSES & set(shapes):
        return None
    later = _past_occasion(t, at, end)
    if at < later < end and not relative_at(t, later):
        start = content_start(t, later, end, shapes)
        if start is not None:
            return Complement((start, end))
    lead = skip_occasion(t, at, end, any_phrase=True)
    if (
        ("s" in shapes or lemma in _FORESEEING)
        and at < lead < end - 1
        and t.tags[lead] & w.COMMA
        and starts_clause(t, lead + 1, end)
    ):
        return Complement((lead + 1 if later == lead else at, end))
    if lemma == "say" and end - later > 3 and t.tags[later] & (w.DET | w.POSS | w.NAME | w.NOUN):
        return Complement((later, end))
    return None


_CLAUSES = frozenset("sqdz")
_FORESEEING = frozenset(listed("estimate predict project forecast"))


def _past_occasion(t: Tokens, at: int, end: int) -> int:
    """`at` moved past the time, place and means of speaking, up to the "that" after them."""
    later = skip_occasion(t, at, end)
    if (later == at and t.tags[at] & (w.PREP | w.TO)) or (later < end and t.tags[later] & w.PART):
        later = that_ahead(t, at, end) or at
    if at < later < end and t.tags[later] & w.SUB:
        later = _that_past_clause(t, later, end) or later
    return later


def _readily(a: _After) -> Complement | None:
    t, at, end, _, lemma = a.cue
    if lemma in _READILY and not t.tags[at] & (w.PUNCT | w.CONJ | w.PREP | w.TO | w.SUB) and _has_tense(t, at, end):
        return Complement((at, end))
    return None


_READILY = frozenset(listed("say claim argue believe think insist hope contend add note suggest"))


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
            return content_start(t, k + 1, end, shapes)
    return None


def _that_past_clause(t: Tokens, at: int, end: int) -> int | None:
    """The "that" after a clause of time: "said in a statement after the vote was over that"."""
    for k in range(at + 1, min(end, at + 14)):
        if t.tags[k] & (w.PUNCT | w.QUOTED):
            return None
        if t.tags[k] & w.THAT and starts_clause(t, k + 1, end):
            return k
    return None


def _noun_phrase(a: _After) -> Complement | None:
    t, at, end, shapes, _ = a.cue
    tag = t.tags[at]
    both = tag & w.SUBJECT and not (tag & w.DET and at + 1 < end and t.tags[at + 1] & w.DET)  # "all the charges"
    if "n" in shapes and tag & (w.DET | w.POSS | w.NAME | w.ADJ | w.NUM) and not both:
        stop = phrase_after(t, at, end)
        if stop > at + 1:
            return Complement((at, end), infinitive=True)
    return None


def _as_at_once(a: _After) -> Complement | None:
    t, at, end, shapes, _ = a.cue
    return Complement((at + 1, end), infinitive=True) if "a" in shapes and t.low[at] == "as" and at + 1 < end else None


def _of_somebody(a: _After) -> Complement | None:
    t, at, end, shapes, lemma = a.cue
    if not _OBJECTS & set(shapes):
        return None
    if lemma == "refer" and t.low[at] == "to":
        at += 1
    stop = phrase_after(t, at, end)
    if stop == at or stop >= len(t.tags):
        return None
    return first_answer(OF_SOMEBODY, _Object(Cue(t, at, end, shapes, lemma), stop))


_OBJECTS = frozenset("batz")

COMPLEMENTS: tuple[Reader[_After, Complement], ...] = (
    Reader(_that_after_day, "Lee said the other day that the bridge was safe."),
    Reader(
        _hearers_before_that,
        "Officials warned residents that the river could crest by Saturday, and urged them to evacuate.",
    ),
    Reader(_adds_thing, "The town added 40 beds care homes need."),
    Reader(_direct, "A sign read “No more lies.”"),
    Reader(_about, "She hinted at a run for governor."),
    Reader(_hearers, "Snow and urged Congress to act."),
    Reader(_on_occasion, "Dorsey agreed with Harlow that the law was unfair."),
    Reader(_readily, "The ad claims Dorsey voted to raise taxes 14 times."),
    Reader(_noun_phrase, "The former governor predicted a landslide."),
    Reader(
        _as_at_once,
        'In a statement, the NAACP called on the governor to veto the bill, which it described as "a blatant attempt to suppress the black vote."',
    ),
    Reader(_of_somebody, "Dorsey blamed the loss on low turnout."),
)
"""What may follow a cue verb."""


class _Object(NamedTuple):
    """A cue that says something of somebody or something."""

    cue: Cue
    stop: int
    """The token after whom it is said of."""


def _shows_standing(o: _Object) -> Complement | None:
    t, at, end, shapes, lemma = o.cue
    polled = "z" in shapes and lemma in ("show", "find", "see")
    standing = t.tags[o.stop] & w.ING or t.low[o.stop] in _STANDINGS
    return Complement((at, end), infinitive=True) if polled and standing else None


_STANDINGS = frozenset(["ahead", "behind", "tied", "with"])
"""What polls show of candidates."""


def _blames_on(o: _Object) -> Complement | None:
    t, at, end, _, lemma = o.cue
    blamed = (lemma, t.low[o.stop]) in (("blame", "on"), ("credit", "with"))
    return Complement((at, end), infinitive=True) if blamed else None


def _accuses_of(o: _Object) -> Complement | None:
    t, at, end, shapes, _ = o.cue
    inside = _of_inside(t, at, o.stop)
    if inside is None and not ("b" in shapes and t.low[o.stop] in ("of", "for")):
        return None
    k = inside or o.stop
    return Complement((k, end), (at, k), infinitive=True)


def _describes_as(o: _Object) -> Complement | None:
    t, at, end, shapes, lemma = o.cue
    word = "to" if lemma in ("liken", "compare") else "as"
    return Complement((at, end), infinitive=True) if "a" in shapes and t.low[o.stop] == word else None


def _calls_it(o: _Object) -> Complement | None:
    t, at, end, shapes, _ = o.cue
    return Complement((at, end), infinitive=True) if "t" in shapes and _names_it(t, at, o.stop) else None


OF_SOMEBODY: tuple[Reader[_Object, Complement], ...] = (
    Reader(_shows_standing, "A new poll shows Harlow ahead by six points in Ohio."),
    Reader(_blames_on, "Dorsey blamed the loss on low turnout."),
    Reader(_accuses_of, "Dorsey accused Harlow of inciting violence at his rallies."),
    Reader(_describes_as, "Critics have described the ad as racist."),
    Reader(_calls_it, "Critics have called the program wasteful."),
)
"""What may be said of somebody, after those words."""


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
