"""One attribution and the sentence it is read in, as token indexes; what the readers of each kind of cue share.

The outermost attribution of a stretch of words is kept, as PolNeAR keeps one label for a word: in "Clinton said voters
want change" the wish is part of what was said.
"""

from dataclasses import dataclass, field

from backfile.quotes import word_classes as w
from backfile.quotes.attribution_cues import SPEECH
from backfile.quotes.clauses import Reach, clause_end
from backfile.quotes.phrases import is_finite
from backfile.quotes.word_classes import Tokens

Range = tuple[int, int]


@dataclass(slots=True)
class Report:
    """One attribution, in token indexes of its paragraph."""

    pieces: list[Range]
    cue: Range
    source: Range | None
    act: str
    hearer: Range | None = None
    passive: bool = False
    after: int = 0
    """The first token that no part of this attribution has taken."""


@dataclass(slots=True)
class Sentence:
    """A sentence being read: tokens [start, end) and what has been found in it."""

    t: Tokens
    start: int
    end: int
    reports: list[Report] = field(default_factory=list)


def report_of(
    s: Sentence,
    content: Range,
    cue: Range,
    source: Range | None,
    act: str,
    *,
    hearer: Range | None = None,
    infinitive: bool = False,
) -> Report:
    """The report with its content cut where the reporter comes back."""
    t = s.t
    start, limit = content
    reach = Reach(
        embedded=_embedded(t, s.start, source),
        infinitive=infinitive,
        past=bool(t.tags[cue[1] - 1] & w.PAST),
        spoken=act == SPEECH,
        question=bool(t.tags[start] & w.WH),
        subordinate=_subordinate(t, s.start, cue[0]),
    )
    limit = _dash_after(t, past_dateline(t, s.start, cue[0]), cue[0], limit)
    stop = clause_end(t, start, limit, reach)
    return Report([(start, stop)], cue, source, act, hearer=hearer, after=stop)


def _embedded(t: Tokens, start: int, source: Range | None) -> bool:
    """Whether the cue stands inside the subject of its sentence: no finite verb comes before it or its source."""
    if source is None or not t.tags[source[1] - 1] & (w.REL | w.THAT):
        return False
    return not any(t.tags[k] & w.FINITE and is_finite(t, k) for k in range(start, source[0]))


def past_dateline(t: Tokens, at: int, end: int) -> int:
    """`at` moved past "WASHINGTON (AP) —" or "(CNN)"."""
    if at + 3 < end and t.words[at] == "(" and t.words[at + 2] == ")":
        return at + 3
    for k in range(at + 1, min(end, at + 9)):
        if t.words[k] in _DASHES:
            return k + 1 if t.words[at].isupper() and len(t.words[at]) > 3 else at
        if not t.tags[k] & (w.NAME | w.TIME | w.NUM | w.PUNCT):
            break
    return at


def _dash_after(t: Tokens, start: int, cue: int, limit: int) -> int:
    """The dash that closes the aside which the cue stands in ("the plan — which Lee said was dead — came"), else `limit`."""
    if sum(t.words[k] in _DASHES for k in range(start, cue)) % 2 == 0:
        return limit
    return next((k for k in range(cue, limit) if t.words[k] in _DASHES), limit)


_DASHES = ("—", "–", "--")


def _subordinate(t: Tokens, start: int, cue: int) -> bool:
    """Whether the sentence opens with a clause that the cue stands in: "While critics say it is late, the mayor"."""
    if t.tags[start] & w.CONJ:
        start += 1
    if t.low[start] not in ("while", "although", "though", "when", "after", "because", "since", "as", "whereas"):
        return False
    return not any(t.tags[k] & w.COMMA for k in range(start, cue))


def has_verb(t: Tokens, start: int, end: int) -> bool:
    """Whether a verb that may carry a clause stands in tokens [start, end)."""
    return any(t.tags[k] & (w.FINITE | w.BASE) and (is_finite(t, k) or t.tags[k] & w.BASE) for k in range(start, end))


def group_start(t: Tokens, k: int, lo: int) -> int:
    """Where the verb group that ends at `k` starts: "has repeatedly said", "did not say", "are suggesting"."""
    start = k
    j = k - 1
    while j >= lo and t.tags[j] & (w.AUX | w.MODAL | w.ADV | w.NEG) and not t.tags[j] & (w.SUBJECT | w.NAME):
        if t.tags[j] & (w.AUX | w.MODAL):
            start = j
        j -= 1
    return start
