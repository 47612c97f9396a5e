"""Offices, courtesy titles and small words of languages other than English (lists `people.*` of languages/*.toml).

A word for what somebody does is known by a list of the short and the irregular ones and by its ending ("Betriebsleiterin",
"boulangère", "guardabosques"), since newspapers make new ones every day.
"""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from backfile.lexicon.word_lists import entries, in_all


class Offices(NamedTuple):
    """What one language says of people beside their names."""

    words: frozenset[str]
    """Offices and callings, kin included."""
    endings: tuple[str, ...]
    """How other words of the kind end."""
    courtesy: dict[str, str]
    """Courtesy title, without its stop, to the gender that it tells: "m", "f" or ""."""
    small: frozenset[str]
    """Words that are never part of a name, though they have a capital letter at the head of a sentence."""
    articles: frozenset[str]
    """What stands before an office: articles, their contractions, possessives."""
    joints: frozenset[str]
    """Words inside an office: "presidente *da* câmara", "Leiter *der* Feuerwehr"."""
    particles: frozenset[str]
    """Words in small letters inside a name."""
    things: frozenset[str]
    """Words of a name, or right before one, that show it to be no person's."""

    determiners: frozenset[str]
    """Articles and possessives that open a phrase: "die Sprecherin", "la jueza"."""


@cache
def offices_of(language: str) -> Offices:
    """What a language says of people, out of its lists `people.*`; of one without lists only the particles are known."""

    def words(name: str) -> frozenset[str]:
        return frozenset(entries(f"people.{name}", language))

    callings = words("callings")
    return Offices(
        words=callings,
        endings=entries("people.calling-endings", language),
        courtesy={title: gender for gender in ("m", "f", "") for title in entries(_COURTESY[gender], language)},
        small=words("small-words"),
        articles=words("articles"),
        joints=words("joints"),
        particles=words("particles") if callings else _PARTICLES,
        things=words("things"),
        determiners=words("determiners"),
    )


_COURTESY = {"m": "people.courtesy.he", "f": "people.courtesy.she", "": "people.courtesy.either"}
_PARTICLES = frozenset("de van von der den la di da al el".split())
SURNAME_THINGS = frozenset(in_all("people.surname-things"))
"""Words for places that are last names too, after a given name."""
_NOT_OFFICES = frozenset(in_all("people.not-callings"))
"""Words that end as callings do and are none."""


@lru_cache(maxsize=4096)
def is_foreign_calling(word: str, language: str) -> bool:
    """Whether a word in small letters says what somebody is."""
    offices = offices_of(language)
    if not offices.words:
        return False
    if word in offices.words:
        return True
    parts = word.split("-")
    if len(parts) > 1 and parts[0] in _BEFORE_OFFICE and is_foreign_calling("-".join(parts[1:]), language):
        return True
    return (
        len(word) > _SHORTEST_CALLING
        and word.endswith(offices.endings)
        and word not in _NOT_OFFICES
        and word not in offices.things
    )


_SHORTEST_CALLING = 5
_TITLE_ENDINGS = entries("people.title-endings", "de")


def is_german_title(word: str) -> bool:
    """Whether a German office stands before a last name alone: "Bürgermeisterin Kolb"; a plain noun may follow "Besitzer"."""
    return word.endswith(_TITLE_ENDINGS)


_BEFORE_OFFICE = frozenset(in_all("people.before-calling"))


_ELISION = re.compile(r"(?:[ldnsjmc]|qu|un|dell|nell|all|dall|sull|quest|lorsqu|puisqu|L|Qu|Dell|All|Un)[’'](?=\w)")
"""Matches "l'" in "l'éleveuse" and "d'" in "d'Odile"; not in "D'Angelo"."""


def without_elision(word: str) -> str:
    """A word without the article or preposition that French and Italian join to it."""
    hit = _ELISION.match(word) if "’" in word or "'" in word else None
    return word[hit.end() :] if hit else word
