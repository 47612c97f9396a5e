"""Whether a form that is a verb and a noun is the noun where it stands: "the claims", "a light show", not "Lee claims"."""

from typing import NamedTuple

from backfile.lexicon.english_words import listed
from backfile.quotes import word_classes as w
from backfile.quotes.attribution_cues import COPULAS
from backfile.quotes.ordered_readers import Reader, first_answer
from backfile.quotes.phrases import is_plural, nounlike
from backfile.quotes.word_classes import Tokens


class _Form(NamedTuple):
    """A cue verb's form, after the first word of its sentence."""

    t: Tokens
    k: int
    lo: int
    """Where the sentence starts."""
    tag: int
    before: int
    """The classes of the word before."""
    following: int
    """Of the word after; none at the end."""


def is_noun_here(t: Tokens, k: int, lo: int) -> bool:
    """Whether the form at `k` is a noun, or a name, in the sentence from `lo` on."""
    if k == lo:
        return not t.tags[k] & (w.ING | w.PART)
    tag, following = t.tags[k], t.tags[k + 1] if k + 1 < len(t.tags) else 0
    rows = NOUNS if tag & _OF_BOTH else NOUNS[-1:]
    return first_answer(rows, _Form(t, k, lo, tag, t.tags[k - 1], following)) or False


_OF_BOTH = w.CAP | w.ADJ_CUE | w.BASE | w.THIRD
"""Forms that may be nouns; past forms, the commonest by far, are only asked of by the last row."""


def _capital(f: _Form) -> bool | None:
    return True if f.tag & w.CAP else None


def _after_copula(f: _Form) -> bool | None:
    return True if f.tag & w.ADJ_CUE and f.t.low[f.k - 1] in COPULAS else None


def _object_of_past(f: _Form) -> bool | None:
    both = f.tag & w.NOUN_CUE and f.tag & (w.BASE | w.THIRD)
    return True if both and f.before & w.PAST and not f.before & (w.AUX | w.NAME | w.NOUN) else None


def _before_relative(f: _Form) -> bool | None:
    led = f.before & (w.SUBJECT | w.AUX | w.MODAL | w.TO | w.NEG)
    return True if f.tag & w.BASE and f.following & w.REL and not led else None


def _subject_of_next(f: _Form) -> bool | None:
    if not f.tag & (w.BASE | w.THIRD) or not f.following & (w.MODAL | w.FINITE_AUX) or f.following & w.SUBJECT:
        return None
    return not any(f.t.tags[i] & (w.REL | w.WH) for i in range(max(f.lo, f.k - 6), f.k))


def _before_that_verb(f: _Form) -> bool | None:
    t, k = f.t, f.k
    relative = f.following & w.THAT and k + 2 < len(t.tags) and t.tags[k + 2] & (w.MODAL | w.FINITE_AUX)
    return True if relative and f.tag & w.BASE and nounlike(f.before) and not t.low[k - 1].endswith("s") else None


def _compound(f: _Form) -> bool | None:
    both = f.tag & w.BASE and f.tag & w.NOUN
    if not both or not nounlike(f.before) or f.before & w.SUBJECT or is_plural(f.t.low[f.k - 1]):
        return None
    return not (f.before & w.NAME and _several(f.t, f.k - 1, f.lo))


def _after_another(f: _Form) -> bool | None:
    return True if f.tag & w.BASE and f.t.low[f.k - 1] in ("another", "each", "either") else None


def _object(f: _Form) -> bool | None:
    verb = f.before & (w.BASE | w.ING) and not f.before & (w.NAME | w.NOUN | w.ADJ | w.SUBJECT)
    return True if f.tag & w.THIRD and verb else None


def _present(f: _Form) -> bool | None:
    if not f.tag & (w.BASE | w.THIRD) or f.before & (w.TO | w.MODAL | w.AUX | w.SUBJECT):
        return None
    if f.before & (w.DET | w.POSS | w.GENITIVE | w.NUM | w.PREP):
        return True
    return bool(f.t.low[f.k] not in _NO_NOUNS and f.before & w.ADJ and not f.before & w.NAME)


def _participle(f: _Form) -> bool | None:
    led = f.before & (w.DET | w.POSS | w.GENITIVE) and not f.before & w.SUBJECT
    return True if f.tag & (w.PAST | w.PART) and led else None


NOUNS: tuple[Reader[_Form, bool], ...] = (
    Reader(_capital, "He gave to Hope That Lasts."),
    Reader(
        _after_copula,
        "Still, many in the party's establishment remain convinced that he cannot win in November and are looking for ways to stop him.",
    ),
    Reader(_object_of_past, "House Republicans announced plans to subpoena the files."),
    Reader(_before_relative, "Police report who said it was closed."),
    Reader(_subject_of_next, "The dam that voters fear is real."),
    Reader(_before_that_verb, "It is a light show that can be seen for miles."),
    Reader(_compound, "A Palestinian state the size of Vale was planned."),
    Reader(_after_another, "Another claim the bridge is safe was made."),
    Reader(_object, "They discuss answers that the town needs."),
    Reader(_present, "Dorsey's claim that crime has doubled is not supported by the data."),
    Reader(_participle, "The proposed road was late."),
)
"""What shows a form to be the noun (True) or the verb (False)."""


_NO_NOUNS = frozenset(
    listed("""
    says tells thinks believes knows argues insists suggests denies adds explains contends maintains asserts alleges
    acknowledges concedes admits announces writes predicts wants expects agrees declines refuses vows
""")
)


def _several(t: Tokens, last: int, lo: int) -> bool:
    """Whether the name that ends at `last` is one of several, or stands after a preposition: "Lee and Kim"."""
    while last > lo and t.tags[last] & w.NAME:
        last -= 1
    return bool(t.tags[last] & (w.PREP | w.CONJ))
