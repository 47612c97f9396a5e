"""Noun phrases by their edges, and finite verbs by their forms: no parse is made."""

from backfile.quotes import word_classes as w
from backfile.quotes.word_classes import Tokens

Range = tuple[int, int]


def nounlike(tag: int) -> bool:
    """Whether a word of these classes may be in the middle of a noun phrase."""
    return bool(tag & (w.NAME | w.NOUN | w.ADJ | w.NUM | w.GENITIVE | w.TIME)) or not tag & (w.FUNCTION | w.VERB)


def verb_after_to(tag: int) -> bool:
    """Whether a word of these classes may follow "to" as a verb: a listed one, or a plain unknown word."""
    return bool(tag & (w.BASE | w.AUX | w.ADV | w.NEG | w.QUOTED | w.MARKED)) or (
        nounlike(tag) and not tag & (w.NAME | w.NUM | w.GENITIVE | w.ADJ | w.TIME)
    )


def phrase_after(t: Tokens, at: int, end: int) -> int:
    """The end of the noun phrase that starts at `at`, "of" phrases included; `at` itself where none does."""
    k = _bare_phrase(t, at, end)
    while k > at and k + 1 < end and t.low[k] == "of":
        longer = _bare_phrase(t, k + 1, end)
        if longer == k + 1:
            break
        k = longer
    return k


def _bare_phrase(t: Tokens, at: int, end: int) -> int:
    """The end of a phrase without its "of": determiners, then its head and what modifies it, word by word."""
    tags = t.tags
    k, lead, head = at, 0, False
    while k < end:
        tag = tags[k]
        if head:
            if tag & _ENDS or not _goes_on(t, k, end, lead):
                break
        elif tag & (w.DET | w.POSS) and not tag & w.THAT:
            lead = tag
        elif tag & w.QUOTED:
            return k + 1 if lead else at
        elif tag & (w.SUBJECT | w.OBJECT):
            if not _determines(t, k, end):
                return k + 1
            lead = tag
        elif tag & w.FUNCTION:
            if not (tag & w.ADV and lead):
                break
        elif tag & w.NAME or nounlike(tag):
            head = True
        elif not (lead and tag & (w.PART | w.ING) and k + 1 < end and nounlike(tags[k + 1])):  # "the proposed rule"
            if not _is_verb_noun(t, k, (at, end), lead):
                break
            head = True
        k += 1
    return k if head or (lead and k > at) else at


_ENDS = w.FUNCTION | w.MARKED
"""Classes that no word after the head of a phrase has."""


def _determines(t: Tokens, k: int, end: int) -> bool:
    """Whether a word that may be a pronoun goes with the noun after it: "one Republican strategist"."""
    tag = t.tags[k]
    return bool(tag & w.SUBJECT and tag & w.OBJECT) and k + 1 < end and _counts(t, k)


def _goes_on(t: Tokens, k: int, end: int, lead: int) -> bool:
    """Whether a word belongs to the phrase whose head stands before it."""
    tag = t.tags[k]
    if tag & w.ING and k + 1 < end and t.tags[k + 1] & (w.DET | w.POSS | w.NAME | w.OBJECT | w.PREP):
        return False  # "a man wearing a hat"
    if tag & w.VERB and not tag & (w.NAME | w.NOUN | w.ADJ):
        return bool(tag & w.BASE) and _compounds(t, k, lead)  # "a radio host", not "voters want"
    return not tag & w.PAST or bool(tag & (w.NAME | w.NOUN))


def _is_verb_noun(t: Tokens, k: int, phrase: Range, lead: int) -> bool:
    """Whether a verb's form is the head of its phrase: "the claims", "reports from", "state officials"; not "that means"."""
    tag, (at, end) = t.tags[k], phrase
    if lead:
        return not (tag & w.THIRD and k - 1 == at and t.low[at] in ("this", "that"))
    if k != at:
        return False
    return bool(tag & w.THIRD or (tag & w.BASE and k + 1 < end and nounlike(t.tags[k + 1])))


def _compounds(t: Tokens, k: int, lead: int) -> bool:
    """Whether a verb's base form here is a noun: no plural subject stands before it ("a radio host")."""
    before, word = t.tags[k - 1], t.low[k - 1]
    if before & (w.ADJ | w.GENITIVE) and not before & w.NAME:
        return True
    return bool(lead & w.DET) and not before & w.NAME and not is_plural(word)


def is_plural(word: str) -> bool:
    """Whether a noun looks like a plural: voters, people, police; not press."""
    return word in _PLURALS or (word.endswith("s") and not word.endswith("ss"))


_PLURALS = frozenset(["people", "men", "women", "children", "police", "media", "staff", "many", "few"])


def _counts(t: Tokens, k: int) -> bool:
    """Whether "one", "some" or "another" here goes with a noun: "one Republican strategist"."""
    following = t.tags[k + 1]
    if t.low[k] in ("it", "you"):
        return False
    if t.low[k] in ("one", "another") and following & w.BASE and k + 2 < len(t.tags) and t.tags[k + 2] & w.PUNCT:
        return True  # "read one sign."
    return nounlike(following) and not following & (w.VERB & ~w.PART)


def has_finite(t: Tokens, start: int, end: int) -> bool:
    """Whether a word in tokens [start, end) carries a clause."""
    return any(t.tags[k] & w.FINITE and is_finite(t, k) for k in range(start, end))


def is_finite(t: Tokens, k: int) -> bool:
    """Whether the word at `k` carries a clause: not a noun in -s, not a participle after its noun."""
    tag = t.tags[k]
    if tag & (w.FINITE_AUX | w.MODAL):
        return True
    if tag & w.NAME and k:
        return False
    before = t.tags[k - 1] if k else 0
    if tag & w.THIRD and (before & w.REL or (before & w.SUBJECT and not before & (w.DET | w.OBJECT))):
        return True
    if tag & w.THIRD and tag & w.NOUN and k and k + 1 < len(t.tags) and before & w.NAME:
        return bool(t.tags[k + 1] & (w.DET | w.POSS | w.OBJECT | w.THAT | w.TO))  # "Lee questions the plan"
    if tag & w.THIRD:
        return not (tag & (w.NOUN | w.NAME)) and not before & (w.DET | w.ADJ | w.POSS | w.GENITIVE | w.PREP | w.NUM)
    if tag & w.PAST and not tag & w.PART:
        return True
    if tag & w.PAST:  # "-ed": a participle unless what follows is an object, or a pronoun stands before
        after = t.tags[k + 1] if k + 1 < len(t.tags) else 0
        return bool(before & (w.SUBJECT | w.REL)) or bool(
            after & (w.DET | w.POSS | w.OBJECT | w.THAT | w.TO | w.NAME) and not after & w.TIME
        )
    return False
