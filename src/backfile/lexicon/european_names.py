"""Whether a word is a given name of Europe or Latin America, and the gender that it tells, by the lists of european_name_lists.py and `people.given.*` of languages/*.toml."""

from collections.abc import Iterable
from functools import cache

from backfile.lexicon.european_name_lists import NAMES
from backfile.lexicon.given_names import is_given
from backfile.lexicon.word_lists import by_language

_OWN = {"m": by_language("people.given.he"), "f": by_language("people.given.she")}
_LANGUAGES = frozenset((*NAMES, *_OWN["m"]))


@cache
def _genders(language: str) -> dict[str, str]:
    """Given name in small letters to "m", "f" or "mf", the names of `language`, one of NAMES, before those of all others."""
    found: dict[str, str] = {}
    for own in (False, True):
        told: dict[str, str] = {}
        for name in NAMES:
            if (name == language) is own:
                for gender, text in zip("mf", NAMES[name], strict=True):
                    _note(told, gender, text.split())
        for gender, lists in _OWN.items():
            for name, words in lists.items():
                if (name == language) is own:
                    _note(told, gender, words)
        found.update(told)
    return found


def _note(told: dict[str, str], gender: str, words: Iterable[str]) -> None:
    for word in words:
        told[word] = told.get(word, "").replace(gender, "") + gender


def is_given_anywhere(name: str) -> bool:
    """Whether this is a listed given name of any language: which one a byline's names are of is not told by its page."""
    return is_given(name) or is_european_given(name, "")


def is_european_given(name: str, language: str) -> bool:
    """Whether this is a listed given name."""
    low, told = name.lower(), _told(language)
    return low in told or ("-" in low and low.partition("-")[0] in told)


def european_gender(name: str, language: str) -> str | None:
    """The gender "m" or "f" that a given name tells in `language`; None where both bear it or no list has it."""
    low, genders = name.lower(), _told(language)
    told = genders.get(low) or genders.get(low.partition("-")[0], "")
    return told if len(told) == 1 else None


def _told(language: str) -> dict[str, str]:
    """The table of a language; languages without names of their own share one."""
    return _genders(language if language in _LANGUAGES else "")
