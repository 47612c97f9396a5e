"""Where the content of a cue starts, if it starts right here: after "that", at a quotation, a clause, "to" or a gerund.

Which of them a verb takes is told by its shapes in `attribution_cues`.
"""

from typing import NamedTuple

from backfile.quotes import word_classes as w
from backfile.quotes.clause_openings import starts_clause
from backfile.quotes.ordered_readers import Reader, first_answer
from backfile.quotes.phrases import nounlike, verb_after_to
from backfile.quotes.word_classes import Tokens


class Opening(NamedTuple):
    """The place after a cue, and what the cue takes."""

    t: Tokens
    at: int
    end: int
    shapes: str
    tag: int
    """The classes of the word there."""
    following: int
    """Of the word after it; none at the sentence's end."""
    clausal: bool
    """Whether the cue takes a clause."""


def content_start(t: Tokens, at: int, end: int, shapes: str) -> int | None:
    """The token at which the content starts, `at` or a word or two after it; None where none starts here."""
    following = t.tags[at + 1] if at + 1 < end else 0
    clausal = "s" in shapes or "z" in shapes
    return first_answer(OPENINGS, Opening(t, at, end, shapes, t.tags[at], following, clausal))


def _not_to(o: Opening) -> int | None:
    never = o.t.low[o.at] in ("never", "not") and o.following & w.TO
    return o.at if never and "i" in o.shapes else None


def _ever_doing(o: Opening) -> int | None:
    ever = o.t.low[o.at] in ("ever", "even") and o.following & w.ING
    return o.at if ever and "g" in o.shapes else None


def _past_adverb(o: Opening) -> int | None:
    if o.tag & w.ADV and o.following & (w.THAT | w.TO | w.QUOTED | w.ING) and not o.tag & w.WH:
        return content_start(o.t, o.at + 1, o.end, o.shapes)
    return None


def _after_that(o: Opening) -> int | None:
    that = o.tag & w.THAT and o.clausal
    return o.at + 1 if that and o.at + 1 < o.end and not o.following & w.END else None


def _at_quotation(o: Opening) -> int | None:
    return o.at if o.tag & w.QUOTED and (o.clausal or "d" in o.shapes or "q" in o.shapes) else None


def _quotation_after_mark(o: Opening) -> int | None:
    mark = o.tag & w.PUNCT and (o.tag & w.COMMA or o.t.words[o.at] == ":")
    return o.at + 1 if mark and o.following & w.QUOTED and ("d" in o.shapes or "s" in o.shapes) else None


def _after_colon(o: Opening) -> int | None:
    return o.at + 1 if o.t.words[o.at] == ":" and "d" in o.shapes and o.at + 2 < o.end else None


def _question(o: Opening) -> int | None:
    told = "s" in o.shapes and o.t.low[o.at] in ("how", "what", "why", "whether")
    return o.at if o.tag & w.WH and ("q" in o.shapes or told) else None


def _infinitive(o: Opening) -> int | None:
    return o.at if o.tag & w.TO and "i" in o.shapes and verb_after_to(o.following) else None


def _gerund_after_to(o: Opening) -> int | None:
    return o.at + 1 if o.tag & w.TO and "g" in o.shapes and _gerund_at(o.t, o.at + 1, o.end) else None


def _gerund(o: Opening) -> int | None:
    return o.at if o.tag & w.ING and "g" in o.shapes else None


def _clause(o: Opening) -> int | None:
    return o.at if o.clausal and starts_clause(o.t, o.at, o.end) else None


def _verb_of_relative(o: Opening) -> int | None:
    verb = o.clausal and o.tag & (w.FINITE_AUX | w.MODAL) and not o.tag & w.SUBJECT
    return o.at if verb and _relative_ahead(o.t, o.at) else None


def _subordinate_clause(o: Opening) -> int | None:
    return o.at if o.tag & w.SUB and "s" in o.shapes and o.t.low[o.at] in _CLAUSE_LEADS else None


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


OPENINGS: tuple[Reader[Opening, int], ...] = (
    Reader(_not_to, "Dorsey vowed never to raise the retirement age."),
    Reader(_ever_doing, "Dorsey denied ever meeting the lobbyist."),
    Reader(_past_adverb, 'He later backed away from the idea, saying only that he would "certainly look at it."'),
    Reader(_after_that, "He doubts that Castell cares."),
    Reader(_at_quotation, "A sign read “No more lies.”"),
    Reader(_quotation_after_mark, 'Tolliver responded on Twitter, writing: "Sad!"'),
    Reader(_after_colon, "Lopez said: 'They told me, \"Go home,\" so I went.'"),
    Reader(_question, "Doyle would not say whom she would support."),
    Reader(_infinitive, "He would like to see it rebuilt."),
    Reader(_gerund_after_to, "Dorsey admitted to taking the money."),
    Reader(_gerund, "Reyes has denied wrongdoing."),
    Reader(_clause, "Both sides agree the law needs to change."),
    Reader(_verb_of_relative, "The bridge, which critics allege is unsafe, will close."),
    Reader(_subordinate_clause, "The mayor hopes when the road opens trade will return."),
)
"""What may stand right after a cue, in the order in which it is looked for."""
