"""Whether a clause begins here: a subject and its finite verb, told by edges and word forms."""

from backfile.quotes import word_classes as w
from backfile.quotes.phrases import is_finite, is_plural, nounlike, phrase_after
from backfile.quotes.word_classes import Tokens


def _leads_amount(t: Tokens, at: int) -> bool:
    """Whether an adverb or "over" here goes with the noun phrase after it: "only a quarter", "nearly all"."""
    following = t.tags[at + 1]
    if t.low[at] == "over":
        return bool(following & w.NUM)
    return t.low[at] in _AMOUNT_LEADS and bool(following & (w.DET | w.NUM | w.SUBJECT | w.NAME))


_AMOUNT_LEADS = frozenset(["only", "nearly", "almost", "even", "just", "about", "roughly", "not", "neither", "both"])
AMOUNTS = frozenset(
    [("at", "least"), ("at", "most"), ("more", "than"), ("fewer", "than"), ("less", "than"), ("up", "to")]
)
_PERSONAL = frozenset(["i", "he", "she", "we", "they"])


def starts_clause(t: Tokens, at: int, end: int) -> bool:
    """Whether a subject and its finite verb begin at `at`: "voters want change", not "strong support in Ohio"."""
    if at >= end:
        return False
    lead = _amount_lead(t, at, end)
    if lead:
        return starts_clause(t, at + lead, end)
    tag = t.tags[at]
    if tag & w.ING and at + 2 < end and not tag & (w.NAME | w.PREP):  # "cutting taxes would help"
        k = _past_modifiers(t, phrase_after(t, at + 1, end), end)
        return at + 1 < k < end and bool(t.tags[k] & w.FINITE and is_finite(t, k))
    if tag & w.SUBJECT and tag & w.FINITE_AUX:  # "he's"
        return True
    if t.low[at] == "there" or (tag & w.SUBJECT and not tag & w.DET):
        k = at + 1
    else:
        k = phrase_after(t, at, end)
        if k == at:
            return False
        if t.tags[k - 1] & w.QUOTED or (k < end and t.tags[k] & (w.QUOTED | w.MARKED)):
            return True
        k = _past_modifiers(t, k, end)
    while k < end and t.tags[k] & (w.ADV | w.NEG) and not t.tags[k] & w.FINITE and t.low[k] != "there":
        k += 1
    return k < end and not t.tags[k] & w.NAME and _is_verb_of(t, at, k, end)


def _amount_lead(t: Tokens, at: int, end: int) -> int:
    """How many words before a subject say only how much: "nearly half", "at least 40 people"."""
    if at + 1 < end and _leads_amount(t, at):
        return 1
    return 2 if at + 2 < end and t.tags[at + 2] & w.NUM and (t.low[at], t.low[at + 1]) in AMOUNTS else 0


def _is_verb_of(t: Tokens, at: int, k: int, end: int) -> bool:
    """Whether the word at `k` is the finite verb of the subject at `at`."""
    tag = t.tags[k]
    if t.low[at] in _PERSONAL and nounlike(tag) and not tag & w.ADJ:
        return True
    if tag & w.THIRD and k + 1 < end and t.low[k + 1] in ("about", "of"):  # "answers about the plan"
        return False
    if tag & w.BASE and not tag & (w.FINITE | w.AUX):  # "child care": a plural subject has such a verb
        before = t.tags[k - 1]
        return bool(before & (w.NAME | w.SUBJECT | w.NUM | w.QUOTED | w.ADV)) or is_plural(t.low[k - 1])
    return bool(tag & (w.FINITE | w.BASE | w.AUX)) or (k == at + 1 and bool(tag & (w.QUOTED | w.MARKED)))


def _past_modifiers(t: Tokens, k: int, end: int) -> int:
    """`k` moved past prepositional phrases, one relative clause or apposition, and joined phrases after a noun."""
    for _ in range(5):
        if k + 1 >= end:
            return k
        tag = t.tags[k]
        if tag & (w.PREP | w.TO) or (tag & w.CONJ and t.low[k] in ("and", "or") and not t.tags[k + 1] & w.FINITE):
            lead = k + 2 if t.tags[k + 1 if k + 1 < end else k] & w.ING else k + 1  # "the cost of moving the desks"
            stop = phrase_after(t, lead, end)
            if stop == lead:
                return k
            k = stop
        elif tag & w.COMMA or tag & (w.REL | w.THAT):
            closing = _closing(t, k + 1, end, comma=bool(tag & w.COMMA))
            if closing is None:
                return k
            k = closing
        elif tag & w.PART and k + 1 < end and t.tags[k + 1] & (w.PREP | w.TO | w.ADV):
            k += 1
        else:
            return k
    return k


def _closing(t: Tokens, at: int, end: int, *, comma: bool) -> int | None:
    """After the comma that closes an aside; or, for a relative clause with no comma, at the verb after its own."""
    if comma:
        for k in range(at, min(end, at + 14)):
            if t.tags[k] & w.COMMA:
                return k + 1
        return None
    seen = False
    for k in range(at, min(end, at + 16)):
        if t.tags[k] & w.FINITE and is_finite(t, k):
            if seen and not t.tags[k - 1] & w.AUX:
                return k
            seen = True
    return None
