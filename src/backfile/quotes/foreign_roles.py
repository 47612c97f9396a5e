"""What a story in another language says that a person is: the office before the name, or after its comma.

"Betriebsleiter Franz Roth", "le capitaine Paul Roy", "la directora del museo, Ana Ruiz,", "Rui Pinto, presidente da câmara,".
"""

from typing import Protocol

from backfile.lexicon.foreign_offices import Offices, without_elision
from backfile.quotes import word_classes as w
from backfile.quotes.word_classes import Tokens


class Names(Protocol):
    """A paragraph being read for names, in one language."""

    @property
    def t(self) -> Tokens:
        """Its tokens."""
        ...

    @property
    def offices(self) -> Offices:
        """The language's words."""
        ...

    @property
    def german(self) -> bool:
        """Whether nouns have a capital letter."""
        ...

    def calls(self, k: int) -> bool:
        """Whether the word at `k` says what somebody is."""
        ...

    def given(self, word: str) -> bool:
        """Whether a word is a listed given name."""
        ...


_LONGEST = 8
"""Words of an office: a longer stretch is a clause."""


_SHORT = 3
"""Words of an office that no list has."""


def role_before(r: Names, office_at: int | None, name_at: int, *, spoken: bool = False) -> str | None:
    """The office before the name at `name_at`: the one at `office_at` inside its run, or what stands before the run.

    Of one who is `spoken` of beside a verb of speech any noun with its article is the office: "disse o guarda-freio Rui Pinto".
    """
    if office_at is not None:
        return _text(r.t, _office_start(r, office_at), office_at + 1)
    stop = _before_courtesy(r, name_at)
    comma = bool(stop) and r.t.words[stop - 1] == ","
    stop -= comma
    if stop and r.t.low[stop - 1] in r.offices.joints:  # "jefe de bomberos de Villa Seca"
        return None
    if stop and not comma and r.german and not r.t.tags[stop - 1] & w.CAP:  # "dem Präsidenten gegenüber Vorwürfe"
        return None
    first = stop
    while first and stop - first < _LONGEST and _inside(r, first - 1):
        first -= 1
    head = _head(r, first, stop, comma=comma)
    if head is None:
        return _office_of_speaker(r, first, stop, comma=comma) if spoken else None
    if spoken and head == stop - 1 and _follows_marks(r, head):
        return None  # "« Le toit », insiste |Ann Roy"
    return _text(r.t, head, stop)


def _office_start(r: Names, office_at: int) -> int:
    """Where an office of several words with a capital letter starts."""
    t, first = r.t, office_at
    while first and t.tags[first - 1] & w.CAP and not t.tags[first - 1] & w.PUNCT:
        if t.low[first - 1] in r.offices.small:
            break
        first -= 1
    return first


def _before_courtesy(r: Names, name_at: int) -> int:
    """Where the courtesy titles before a name start."""
    t, stop = r.t, name_at
    while stop and stop > name_at - 4:
        dotted = stop > 1 and t.words[stop - 1] == "."
        if t.low[stop - 1 - dotted].rstrip(".") not in r.offices.courtesy:
            break
        stop -= 1 + dotted
    return stop


def _office_of_speaker(r: Names, first: int, stop: int, *, comma: bool) -> str | None:
    """An office that no list has: a noun or two with its article, before one who speaks."""
    t, offices = r.t, r.offices
    if comma:  # "Según la patrona, Ana Ruiz", "contó el patrón mayor, Juan Paz"
        nouns = (
            k + 1
            for k in range(stop - 2, first - 1, -1)
            if t.low[k] in offices.articles and (not k or t.low[k - 1] not in _OF)
        )
        first = next(nouns, first)
    if not 0 < first < stop < first + _SHORT or t.low[first] in offices.joints:
        return None
    led = t.low[first - 1] in offices.articles or without_elision(t.words[first]) != t.words[first]
    return _text(t, first, stop) if led else None


def _head(r: Names, first: int, stop: int, *, comma: bool) -> int | None:
    """The word of [first, stop) that says what somebody is: the last that no "de" leads; before a comma one with its article."""
    t = r.t
    loose = 0  # words since the last joint: a role is its head, an adjective or two, and what "de" joins to it
    for k in range(stop - 1, first - 1, -1):
        low = t.low[k]
        loose = 0 if low in r.offices.joints else loose + 1
        if loose > _MOST_LOOSE:
            return None
        if not r.calls(k) or (r.given(t.words[k]) and t.tags[k] & w.CAP):
            continue
        before = t.low[k - 1] if k else ""
        if before in r.offices.joints and (before not in r.offices.articles or (k > 1 and t.low[k - 2] in _GENITIVE)):
            continue  # "le porte-parole du maire"
        if k > first and r.calls(k - 1):  # "la préfète déléguée"
            continue
        elided = without_elision(t.words[k]) != t.words[k]
        if not comma or elided or before in r.offices.articles or (k > 1 and t.low[k - 2] in r.offices.articles):
            return k
    return None


def _follows_marks(r: Names, k: int) -> bool:
    """Whether the word at `k`, in small letters, stands right after a quotation, where a verb does."""
    t = r.t
    before = k - 1
    if before >= 0 and t.words[before] == ",":
        before -= 1
    return t.words[k][0].islower() and before >= 0 and bool(t.tags[before] & w.QUOTED)


_MOST_LOOSE = 4
_GENITIVE = frozenset(["de", "di", "von", "van"])


def _inside(r: Names, k: int) -> bool:
    """Whether the word at `k` may stand inside an office: no mark, no verb that is known, no pronoun."""
    t = r.t
    word = t.words[k]
    if t.tags[k] & w.QUOTED or not (word[0].isalpha()):
        return False
    low = t.low[k]
    return low in r.offices.joints or low not in r.offices.small


def role_after(r: Names, stop: int, *, spoken: bool = False) -> str | None:
    """The office in apposition after a name that ends before `stop`; None where there is none.

    Of one who is `spoken` of beside a verb of speech any noun that is something's is one: "disse Ana Ruiz, caixa do banco".
    """
    first = _apposition_start(r.t, stop)
    last = _apposition_end(r, first) if first is not None else None
    if first is None or last is None:
        return None
    if r.t.low[first] in r.offices.articles:
        first += 1
    return _text(r.t, first, last) if _is_calling(r, first, last, spoken=spoken) else None


def _apposition_start(t: Tokens, stop: int) -> int | None:
    """The first word after a name's comma, past an age: "Jens Wolf (45), Leiter", "Luc Roy, 45 ans, maire"."""
    k, count = stop, len(t.words)
    if k + 1 < count and t.words[k] == "(":
        closing = next((i for i in range(k + 1, min(k + 4, count)) if t.words[i] == ")"), None)
        if closing is None:
            return None
        k = closing + 1
    if k + 1 >= count or t.words[k] != ",":
        return None
    if not t.words[k + 1].isdecimal():
        return k + 1
    return next((i + 1 for i in range(k + 2, min(k + 6, count)) if t.words[i] == ","), None)


def _apposition_end(r: Names, first: int) -> int | None:
    """The end of the words that may be an office from `first` on; None where there are none, or a clause goes on."""
    t, k = r.t, first
    while k < len(t.words) and k - first < 2 * _LONGEST and _inside_after(r, k):
        k += 1
    if k < len(t.words) and not t.tags[k] & (w.PUNCT | w.NUM) and t.low[k] not in r.offices.small:
        return None
    while k > first and t.low[k - 1] in r.offices.joints:  # "pescador de 62 años"
        k -= 1
    return k if k > first else None


def _is_calling(r: Names, first: int, last: int, *, spoken: bool) -> bool:
    """Whether what stands after a name says what somebody is, and is not the next name of a list."""
    t = r.t
    called = any(r.calls(i) for i in range(first, min(first + 3, last)))
    owned = spoken and last - first > 1 and t.low[first + 1] in _OF and bool(t.tags[first] & w.CAP) == r.german
    named = (r.given(t.words[i]) and t.tags[i] & w.CAP and t.tags[i + 1] & w.CAP for i in range(first, last - 1))
    return (called or owned) and not any(named)


_OF = frozenset(
    [
        "de",
        "du",
        "des",
        "del",
        "do",
        "da",
        "dos",
        "das",
        "di",
        "della",
        "dell",
        "delle",
        "dei",
        "der",
        "van",
        "von",
        "vom",
        "bei",
        "beim",
        "bij",
        "in",
        "im",
    ]
)
"""What joins a calling to whose it is."""


def _inside_after(r: Names, k: int) -> bool:
    return _inside(r, k) or r.t.low[k] in r.offices.articles


def _text(t: Tokens, first: int, stop: int) -> str | None:
    return " ".join([without_elision(t.words[first]), *t.words[first + 1 : stop]]) if first < stop else None
