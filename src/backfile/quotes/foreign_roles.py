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
    t = r.t
    if office_at is not None:
        first = office_at
        while (
            first
            and t.tags[first - 1] & w.CAP
            and t.low[first - 1] not in r.offices.small
            and not t.tags[first - 1] & w.PUNCT
        ):
            first -= 1
        return _text(t, first, office_at + 1)
    stop = name_at
    while stop and stop > name_at - 4:
        dotted = stop > 1 and t.words[stop - 1] == "."
        if t.low[stop - 1 - dotted].rstrip(".") not in r.offices.courtesy:
            break
        stop -= 1 + dotted
    comma = bool(stop) and t.words[stop - 1] == ","
    stop -= comma
    if stop and t.low[stop - 1] in r.offices.joints:  # "jefe de bomberos de Villa Seca"
        return None
    if stop and not comma and r.german and not t.tags[stop - 1] & w.CAP:  # "dem Präsidenten gegenüber Vorwürfe"
        return None
    first = stop
    while first and stop - first < _LONGEST and _inside(r, first - 1):
        first -= 1
    head = _head(r, first, stop, comma=comma)
    if head is not None and spoken and head == stop - 1 and _follows_marks(r, head):
        return None  # "« Le toit », insiste |Ann Roy"
    if head is not None:
        return _text(t, head, stop)
    if comma and spoken:  # "Según la patrona, Ana Ruiz", "contó el patrón mayor, Juan Paz"
        nouns = (
            k + 1
            for k in range(stop - 2, first - 1, -1)
            if t.low[k] in r.offices.articles and (not k or t.low[k - 1] not in _OF)
        )
        first = next(nouns, first)
    if spoken and first and first < stop and stop - first < _SHORT and t.low[first] not in r.offices.joints:
        led = t.low[first - 1] in r.offices.articles or without_elision(t.words[first]) != t.words[first]
        return _text(t, first, stop) if led else None
    return None


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
    t = r.t
    k = stop
    if k + 1 < len(t.words) and t.words[k] == "(":  # "Jens Wolf (45), Leiter"
        closing = next((i for i in range(k + 1, min(k + 4, len(t.words))) if t.words[i] == ")"), None)
        if closing is None:
            return None
        k = closing + 1
    if k + 1 >= len(t.words) or t.words[k] != ",":
        return None
    k += 1
    if t.words[k].isdecimal():  # ", 45 ans,"
        comma = next((i for i in range(k + 1, min(k + 5, len(t.words))) if t.words[i] == ","), None)
        if comma is None:
            return None
        k = comma + 1
    first = k
    while k < len(t.words) and k - first < 2 * _LONGEST and _inside_after(r, k):
        k += 1
    if k < len(t.words) and not t.tags[k] & (w.PUNCT | w.NUM) and t.low[k] not in r.offices.small:
        return None
    while k > first and t.low[k - 1] in r.offices.joints:  # "pescador de 62 años"
        k -= 1
    if k == first:
        return None
    if t.low[first] in r.offices.articles:
        first += 1
    head = next((i for i in range(first, min(first + 3, k)) if r.calls(i)), None)
    if (
        head is None
        and spoken
        and k - first > 1
        and t.low[first + 1] in _OF
        and bool(t.tags[first] & w.CAP) == r.german
    ):
        head = first
    if head is None or any(
        r.given(t.words[i]) and t.tags[i] & w.CAP and t.tags[i + 1] & w.CAP for i in range(first, k - 1)
    ):
        return None
    return _text(t, first, k)


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
