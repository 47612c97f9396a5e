"""Content after the people it was said to: "told reporters that", "urged Congress to", "called on him to"."""

from typing import NamedTuple

from backfile.lexicon.english_words import listed
from backfile.quotes import word_classes as w
from backfile.quotes.attribution_cues import HEARERS
from backfile.quotes.content_openings import content_start
from backfile.quotes.occasions import skip_occasion
from backfile.quotes.one_attribution import Range, has_verb
from backfile.quotes.ordered_readers import Reader, first_answer
from backfile.quotes.phrases import phrase_after, verb_after_to
from backfile.quotes.word_classes import Tokens


class Complement(NamedTuple):
    """What a cue takes."""

    content: Range
    """The tokens that its content is in."""
    hearers: Range | None = None
    infinitive: bool = False


class Cue(NamedTuple):
    """A cue verb and the place after it."""

    t: Tokens
    at: int
    end: int
    shapes: str
    lemma: str


class _Told(NamedTuple):
    """A cue with those it was said to."""

    cue: Cue
    first: int
    """Their first token: after "on" in "called on"."""
    stop: int
    """After their last."""

    @property
    def hearers(self) -> Range:
        """Their tokens."""
        return self.first, self.stop


def with_hearers(c: Cue) -> Complement | None:
    """The content of a cue that names its hearers first."""
    t, at, end = c.t, c.at, c.end
    if c.lemma == "warn" and t.low[at] == "against" and at + 1 < end:
        return Complement((at, end), infinitive=True)
    if "f" in c.shapes and t.low[at] == "for":
        return _called_for(c)
    first = at
    if t.tags[at] & w.PREP or t.low[at] == "for":
        if t.low[at] not in ("on", "upon", "for", "with"):
            return None
        first = at + 1
    stop = _hearers_end(t, first, end)
    if stop == first or stop >= end:
        return None
    if "O" in c.shapes and t.tags[stop] & w.PREP:  # "asked anyone with information to call"
        further = phrase_after(t, stop + 1, end)
        if stop + 1 < further < end and t.tags[further] & w.TO:
            stop = further
    return first_answer(AFTER_HEARERS, _Told(c, first, stop))


def _called_for(c: Cue) -> Complement | None:
    t, at, end = c.t, c.at, c.end
    whole = at + 1 < end and t.tags[at + 1] & (w.QUOTED | w.ING)
    if whole or phrase_after(t, at + 1, end) > at + 1:
        return Complement((at + 1, end), infinitive=True)
    return None


def _warned_against(told: _Told) -> Complement | None:
    c, stop = told.cue, told.stop
    if c.lemma == "warn" and c.t.low[stop] == "against" and stop + 1 < c.end:
        return Complement((stop, c.end), told.hearers, infinitive=True)
    return None


def _asked_to(told: _Told) -> Complement | None:
    c, k = told.cue, told.stop
    t, end = c.t, c.end
    if not _may_be_asked(told):
        return None
    if t.tags[k] & (w.ADV | w.NEG):
        k += 1
    if k + 1 < end and t.tags[k] & w.TO and verb_after_to(t.tags[k + 1]):
        if c.lemma in _NO_HEARERS:
            return Complement((told.first, end), infinitive=True)
        return Complement((k, end), told.hearers, infinitive=True)
    return None


_NO_HEARERS = frozenset(listed("expect want prefer need like love hate"))
"""Verbs whose object is part of what is wanted: "wants Congress to vote"."""


def _may_be_asked(told: _Told) -> bool:
    return "O" in told.cue.shapes and (told.cue.lemma != "call" or told.first > told.cue.at)


def _asked_for(told: _Told) -> Complement | None:
    c, stop = told.cue, told.stop
    if "f" in c.shapes and c.t.low[stop] == "for" and phrase_after(c.t, stop + 1, c.end) > stop + 1:
        return Complement((stop + 1, c.end), told.hearers, infinitive=True)
    return None


_INNER = "sqd"
"""What those who hear are told: a clause, a question, a quotation."""


def _told(told: _Told, start: int | None) -> Complement | None:
    return Complement((start, told.cue.end), told.hearers) if start is not None else None


def _takes_clause(told: _Told) -> bool:
    return "o" in told.cue.shapes or "q" in told.cue.shapes


def _told_at_once(told: _Told) -> Complement | None:
    c = told.cue
    return _told(told, content_start(c.t, told.stop, c.end, _INNER)) if _takes_clause(told) else None


def _told_on_occasion(told: _Told) -> Complement | None:
    if not _takes_clause(told):
        return None
    c = told.cue
    t, end = c.t, c.end
    later = skip_occasion(t, told.stop, end)
    if later < end and t.tags[later] & (w.PREP | w.TO | w.PART):
        later = that_ahead(t, later, end) or later
    return _told(told, content_start(t, later, end, _INNER)) if later < end else None


def _told_programme(told: _Told) -> Complement | None:
    t, stop, end = told.cue.t, told.stop, told.cue.end
    if not (_takes_clause(told) and t.tags[stop] & w.MARKED):
        return None
    return _told(told, next((k + 1 for k in range(stop, min(end - 1, stop + 14)) if t.tags[k] & w.THAT), None))


def _told_past_comma(told: _Told) -> Complement | None:
    t, stop, end = told.cue.t, told.stop, told.cue.end
    if not _takes_clause(told):
        return None
    ahead = next((k for k in range(stop, min(end, stop + 12)) if t.tags[k] & w.THAT and t.tags[k - 1] & w.COMMA), None)
    if ahead is None or has_verb(t, stop, ahead):
        return None
    return _told(told, content_start(t, ahead, end, _INNER))


AFTER_HEARERS: tuple[Reader[_Told, Complement], ...] = (
    Reader(
        _warned_against,
        'Rourke warned Republicans against underestimating Castell, telling them that she "will say anything to win."',
    ),
    Reader(_asked_to, "Snow and urged Congress to act."),
    Reader(_asked_for, "He asked the public for patience."),
    Reader(_told_at_once, "He told voters nearly half of the money was gone."),
    Reader(_told_on_occasion, "Paul Krantz, echoed that message, telling a crowd in Reno that Harlow was “unfit.”"),
    Reader(
        _told_programme,
        "The senator, a vocal critic of the deal, told NBC’s “Meet the Press” on Sunday that it would cost jobs.",
    ),
    Reader(
        _told_past_comma,
        'Paley endorsed Tolliver on Tuesday, telling a crowd in Ames, Iowa, that he would "kick ISIS\' ass."',
    ),
)
"""What may follow those who hear."""


def that_ahead(t: Tokens, at: int, end: int) -> int | None:
    """The index of a "that" or a quotation that follows prepositional phrases: "said at the event in Ohio that"."""
    k = skip_occasion(t, at, end, any_phrase=True)
    return k if k < end and not relative_at(t, k) and (t.tags[k] & (w.THAT | w.QUOTED) or t.tags[k] & w.PUNCT) else None


def relative_at(t: Tokens, k: int) -> bool:
    """Whether a "that" after a noun is a relative: "asked about the aid that entered the city"."""
    after = t.tags[k + 1] if k + 1 < len(t.tags) else 0
    return bool(t.tags[k] & w.THAT and after & (w.PAST | w.THIRD) and not after & w.NOUN)


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
