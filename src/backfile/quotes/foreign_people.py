"""Where people are named in German, French, Spanish, Portuguese, Italian, Dutch, and by given name in other languages.

A run of capitalised words is a person where something shows it: a listed given name, a courtesy title or an office before it,
an office or an age after its comma, a verb of speech beside it.  In German, where every noun has a capital letter, the name is
what follows the office or the given name of its run.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from backfile.lexicon.european_names import european_gender, is_european_given
from backfile.lexicon.foreign_offices import (
    SURNAME_THINGS,
    Offices,
    is_foreign_calling,
    is_german_title,
    offices_of,
    without_elision,
)
from backfile.lexicon.given_names import gender_of, is_given
from backfile.lexicon.offices import ABBREVIATED, NOT_PERSON, PLACE_LEADS, SUFFIXES, SURNAMES
from backfile.quotes import word_classes as w
from backfile.quotes.foreign_patterns import says_after, says_before
from backfile.quotes.foreign_roles import role_after, role_before
from backfile.quotes.people import Mention
from backfile.quotes.pieces import Paragraph
from backfile.quotes.word_classes import Tokens

_LONGEST = 6
_LARGE = frozenset("Le La Les De Du Des Van Von Der Den Di Da Del Della Dos El Ten Ter".split())
"""Particles that are printed with a capital letter: "Yannig Le Bihan"."""
_SECOND = frozenset(["der", "den", "dem", "la", "las", "los", "le", "het", "'t", "de"])
"""Particles after another one: "von der Leyen", "de la Cruz"."""


class Reading(NamedTuple):
    """A paragraph being read for names."""

    body: str
    t: Tokens
    language: str
    offices: Offices

    @property
    def german(self) -> bool:
        """Whether nouns have a capital letter."""
        return self.language == "de"

    @property
    def inflected(self) -> bool:
        """Whether whose office it is stands in the genitive between office and name: "prezes Rady Miasta Anna Lis". Such languages have no articles."""
        return bool(self.offices.words) and not self.offices.articles

    def given(self, word: str) -> bool:
        """Whether a word is a listed given name."""
        return is_european_given(word, self.language) or is_given(word)

    def calls(self, k: int) -> bool:
        """Whether the word at `k` says what somebody is."""
        if self.german and not self.t.tags[k] & w.CAP:
            return False
        return is_foreign_calling(without_elision(self.t.low[k]), self.language)


def find_foreign_mentions(body: str, paragraphs: list[Paragraph], language: str) -> list[Mention]:
    """Every mention that something shows to be a person's, and those of their last names alone, in order."""
    offices = offices_of(language)
    found: list[Mention] = []
    for paragraph in paragraphs:
        r = Reading(body, paragraph.tokens, language, offices)
        starts = {start for start, _ in paragraph.sentences}
        for start, stop in _runs(r):
            if stop == start + 1 and not _led(r, start):
                continue  # a noun of German, a place, a last name: the commonest runs
            mention = _mention(r, start, stop, first=start in starts)
            if mention is not None:
                mention.subject = _heads_sentence(r, starts, start)
                found.append(mention)
    _without_genitives(found)
    return sorted(
        [*found, *_last_names(paragraphs, found, spanish=language == "es")], key=lambda mention: mention.start
    )


def _heads_sentence(r: Reading, starts: set[int], at: int) -> bool:
    """Whether a name stands near the head of its sentence, with no preposition before it: "Il sindaco, Dario Ferri, ha"."""
    first = next((k for k in range(at, max(at - _NEAR_HEAD, -1), -1) if k in starts), -1)
    return first >= 0 and r.t.low[first] not in _PREPOSITIONS


_NEAR_HEAD = 6
_PREPOSITIONS = frozenset(
    "según selon secondo segundo volgens laut nach para pour per für voor con avec com mit met de di da van von".split()
)


def _without_genitives(found: list[Mention]) -> None:
    """Takes the genitive's "s" off names that stand without it too: "Otto Brandts Hof"."""
    plain = {mention.name for mention in found}
    for mention in found:
        last = mention.name[-1]
        if last.endswith("s") and (*mention.name[:-1], last[:-1]) in plain:
            mention.name = (*mention.name[:-1], last[:-1])
            mention.end -= 1


def _runs(r: Reading) -> Iterator[tuple[int, int]]:
    """The runs of capitalised words, with particles and initials inside them."""
    t, count, capital = r.t, len(r.t.tags), w.CAP
    k = 0
    for start in [k for k, tag in enumerate(t.tags) if tag & capital]:
        if start < k or not _is_name_word(r, start):
            continue
        k = start + 1
        while k < count and k - start < _LONGEST:
            if _is_name_word(r, k) or (t.words[k] in _LARGE and k + 1 < count and _is_name_word(r, k + 1)):
                k += 1
                continue
            further = k
            if further < count and t.low[further] in r.offices.particles:
                further += 1
                while further < count and t.low[further] in _SECOND and further - k < 3:
                    further += 1
            if further == k or further >= count or not _is_name_word(r, further):
                break
            k = further + 1
        yield start, k


def _led(r: Reading, k: int) -> bool:
    """Whether a word stands before the one at `k` that may make it a name alone: a title, an office, the stop of a short one."""
    if not k:
        return False
    low = r.t.low[k - 1]
    return low == "." or low.rstrip(".") in r.offices.courtesy or low in ABBREVIATED or r.calls(k - 1)


def _is_name_word(r: Reading, k: int) -> bool:
    word, tag = r.t.words[k], r.t.tags[k]
    if not tag & w.CAP or tag & _NO_NAME or r.t.low[k] in r.offices.small:
        return False
    if "'" in word or "’" in word:
        return word[0].isalpha() and without_elision(word)[0].isupper()
    return word[0].isupper()


_NO_NAME = w.QUOTED | w.NUM


class _Named(NamedTuple):
    """The part of a run that may be a name."""

    name_at: int
    stop: int
    office_at: int | None
    """Of the office inside the run."""
    gender: str | None
    """As a courtesy title tells it."""
    shown: bool
    """A title, an office or a listed given name shows a person."""
    titled: bool


def _mention(r: Reading, start: int, stop: int, *, first: bool) -> Mention | None:
    """The person named by the capitalised run [start, stop), if anything shows one."""
    t = r.t
    while stop > start + 1 and t.low[stop - 1] in SUFFIXES:
        stop -= 1
    named = _named_part(r, start, stop)
    if named is None:
        return None
    name_at, stop, office_at, gender, shown, titled = named
    if name_at >= stop or t.low[name_at] in r.offices.particles or _is_thing(r, name_at, stop):
        return None
    single = stop - name_at == 1
    if single and not (shown and _is_alone(r, office_at, name_at, titled=bool(gender) or titled)):
        return None
    at = start if name_at == start and not titled else name_at
    spoken = not single and office_at is None and _speaks(r, name_at, stop)
    role = role_before(r, office_at, at, spoken=spoken) or role_after(r, stop, spoken=spoken)
    if not shown and role is None and not _age_follows(r, stop):
        beside = spoken and start > 1 and t.words[start - 1] == ","  # "aseguró uno de ellos, Nazario Pineda"
        if name_at != start or not (beside or _is_speaker(r, name_at, stop, first=first)):
            return None
        name_at = _past_calling(r, name_at, stop)
    return _made(r, name_at, stop, role=role, gender=gender)


def _past_calling(r: Reading, name_at: int, stop: int) -> int:
    """Where the name of a speaker starts after a noun that no list has: "sagte Hüttenfee Xandra Moll"."""
    long = r.german and stop - name_at > 2 and r.t.low[name_at + 1] not in r.offices.particles
    return stop - 2 if long else name_at


def _named_part(r: Reading, start: int, stop: int) -> _Named | None:
    """The run without its titles and offices; None where the office is somebody else's."""
    t = r.t
    name_at, gender, titled = _past_titles(r, start, stop)
    shown, office_at = titled, None
    if not shown:
        office_at = next((k for k in range(stop - 2, start - 1, -1) if _is_office(r, k, start)), None)
        if office_at is not None:
            name_at, gender, titled = _past_titles(r, office_at + 1, stop)
        shown = office_at is not None or bool(start and (r.calls(start - 1) or t.low[start - 1] in ABBREVIATED))
    named = _Named(name_at, stop, office_at, gender, shown, titled)
    given = next((k for k in range(name_at, stop - 1) if r.given(t.words[k])), None)
    if given is None:
        genitive = r.inflected and shown and not titled and stop - name_at > 1  # "prezes Grupy Lipowa"
        return None if genitive else named
    if shown and given > name_at and not r.inflected:
        return named
    if r.german:
        doer = given > name_at and t.low[given - 1].endswith(_DOERS)  # "Verteidiger Ole Harms"
        named = named._replace(stop=_german_end(r, given, stop), office_at=given - 1 if doer else office_at)
    return named._replace(name_at=given, shown=True)


def _made(r: Reading, name_at: int, stop: int, *, role: str | None, gender: str | None) -> Mention:
    """The mention of the name at tokens [name_at, stop), without what is joined to its first and its last word."""
    t = r.t
    words = [without_elision(t.words[name_at]), *t.words[name_at + 1 : stop]]
    start = t.starts[name_at] + len(t.words[name_at]) - len(words[0])
    end = t.end_of(stop - 1)
    tail = _SUFFIX.search(words[-1])
    if tail is not None and tail.start():
        end -= len(tail.group())
        words[-1] = words[-1][: tail.start()]
    told = gender or (None if len(words) == 1 else european_gender(words[0], r.language) or gender_of(words[0]))
    return Mention(tuple(words), start, end, role, told or None, sure=True, subject=False)


_SUFFIX = re.compile(r"['’][a-zà-ž]{0,4}$")
"""Matches the case ending in "Dzeko'nun" and "Shelley's"; not in "D'Angelo"."""


def _is_alone(r: Reading, office_at: int | None, name_at: int, *, titled: bool) -> bool:
    """Whether a last name may stand here without a given name: after a courtesy title, or right after an office."""
    word = r.t.words[name_at]
    if titled:
        return True
    if (word.isupper() and len(word) < 5) or without_elision(word) != word:  # "chef d'Etat", "Professor PC"
        return False
    before = office_at if office_at is not None else name_at - 1
    return not r.german or is_german_title(r.t.low[before])


_DOERS = ("er", "erin", "or", "orin", "ist", "istin", "ent", "entin", "ant", "antin", "eur", "eurin", "loge", "login")
"""How a German noun ends for one who does something, where a given name follows it."""


def _is_office(r: Reading, k: int, start: int) -> bool:
    """Whether a capitalised word is an office: any calling in German, elsewhere a listed one, or at the head of the run."""
    if k > start and r.t.low[k] in r.offices.courtesy:  # "Lindenthals Frau Mechthild"
        return True
    if not r.calls(k) or r.given(r.t.words[k]):
        return False
    return r.german or r.t.low[k] in r.offices.words or (r.language == "nl" and k == start)


def _past_titles(r: Reading, start: int, stop: int) -> tuple[int, str | None, bool]:
    """Where a name starts after its courtesy titles, the gender that they tell, and whether one is there, before or inside."""
    t, courtesy = r.t, r.offices.courtesy
    gender, shown, k = "", False, start
    while k < stop and (t.low[k].rstrip(".") in courtesy or t.low[k] in ABBREVIATED) and stop - k > 1:
        gender, shown, k = gender or courtesy.get(t.low[k].rstrip("."), ""), True, k + 1
    before = start - 1
    if before >= 1 and t.words[before] == ".":
        before -= 1
    while (
        before >= 0
        and t.low[before].rstrip(".") in courtesy
        and (len(t.low[before]) > 1 or t.words[before][0].isupper())
    ):
        gender, shown = gender or courtesy[t.low[before].rstrip(".")], True
        before -= 1
    return k, gender or None, shown


def _german_end(r: Reading, first: int, stop: int) -> int:
    """The end of a German name: its given names, particles and one family name, not the noun after it."""
    t, k = r.t, first + 1
    while k < stop - 1:
        word = t.words[k]
        english = is_given(word) and t.tags[k + 1] & w.CAP  # "Marjorie Taylor Greene", not "Bill Clinton von"
        if not (english or word.endswith(".") or is_european_given(word, r.language)):
            break
        k += 1
    while k < stop - 1 and (t.low[k] in r.offices.particles or t.low[k] in _SECOND):
        k += 1
    return min(k + 1, stop)


def _is_thing(r: Reading, name_at: int, stop: int) -> bool:
    """Whether a word of the run, or the one right beside it, is of places and bodies: "Via Verdi", "Anna-Seghers-Schule"."""
    words = [r.t.low[k] for k in range(name_at, stop)]
    led = r.given(words[0])  # "Cristina Puente", "Annemiek van der Laan"
    return _has_thing(r, words, led=led) or _stands_by_thing(r, name_at, stop, led=led)


def _has_thing(r: Reading, words: list[str], *, led: bool) -> bool:
    things, first = r.offices.things, words[0]
    if first in things or (first in NOT_PERSON and (not led or len(words) == 1)) or (first in PLACE_LEADS and not led):
        return True
    for before, word in pairwise(words):
        if word in things and not (word in SURNAME_THINGS and (led or before in r.offices.particles)):
            return True
        if not led and word in NOT_PERSON and word not in SURNAMES:
            return True
    return False


def _stands_by_thing(r: Reading, name_at: int, stop: int, *, led: bool) -> bool:
    t, things, last = r.t, r.offices.things, r.t.words[stop - 1]
    if r.german and len(last) > 3 and last.isupper() and not t.words[name_at].isupper():
        return True  # "Long COVID"
    if led and stop < len(t.low) and t.tags[stop] & w.CAP and t.low[stop] in things:
        return True
    k = name_at - 1
    if k >= 0 and t.low[k] in r.offices.particles:
        k -= 1
    return k >= 0 and without_elision(t.low[k]) in things


def _age_follows(r: Reading, stop: int) -> bool:
    """Whether an age follows a name: ", 45 ans,", ", de 70 años", " (45)"."""
    t = r.t
    if stop + 2 >= len(t.tags) or not (t.tags[stop] & w.COMMA or t.words[stop] == "("):
        return False
    k = stop + 1 + (t.low[stop + 1] in r.offices.joints)
    return t.words[k].isdecimal() and len(t.words[k]) == 2


def _is_speaker(r: Reading, name_at: int, stop: int, *, first: bool) -> bool:
    """Whether a verb of speech stands beside a run of two to four words that no article leads.

    Where all nouns have a capital letter the word that opens a sentence may be any: "Zwei Anwohner sagten".
    """
    if first and r.german:
        return False
    if stop - name_at > 4 or (name_at and r.t.low[name_at - 1] in r.offices.articles and r.language != "pt"):
        return False
    start, end = r.t.starts[name_at], r.t.end_of(stop - 1)
    return says_before(r.body, start, r.language) or says_after(r.body, end, r.language)


def _speaks(r: Reading, name_at: int, stop: int) -> bool:
    """Whether a verb of speech stands after a name, or a few words before it: "disse o guarda-freio |Rui Pinto"."""
    k = name_at
    while k >= 0 and name_at - k < 6 and (not r.t.tags[k] & w.PUNCT or k >= name_at - 1):
        if says_before(r.body, r.t.starts[k], r.language):
            return True
        k -= 1
    return says_after(r.body, r.t.end_of(stop - 1), r.language)


def _last_names(paragraphs: list[Paragraph], full: list[Mention], *, spanish: bool) -> list[Mention]:
    """Where the last names of `full` stand alone; of a Spanish name of three words or more, the last but one too."""
    lasts = {mention.name[-2]: mention.name for mention in full if spanish and len(mention.name) > 2}
    lasts |= {mention.name[-1]: (mention.name[-1],) for mention in full}
    inside = {at for mention in full for at in range(mention.start, mention.end)}
    return [
        Mention(lasts[word], t.starts[k], t.end_of(k), None, None, sure=len(lasts[word]) > 1, subject=False)
        for t in (paragraph.tokens for paragraph in paragraphs)
        if not lasts.keys().isdisjoint(t.words)
        for k, word in enumerate(t.words)
        if word in lasts and t.starts[k] not in inside
    ]
