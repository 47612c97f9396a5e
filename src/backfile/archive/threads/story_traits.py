"""What a story is told by when it is laid beside others: its words, which of them are names, and which are numbers."""

import re
from collections import Counter
from functools import lru_cache
from typing import Any, NamedTuple

from backfile.archive.search.words import NO_SPACES, without_marks
from backfile.archive.store.record_form import Record
from backfile.late_pattern import late
from backfile.lexicon.calendar_names import DAY_WORDS, MONTHS, WEEKDAYS, words_of
from backfile.lexicon.word_lists import entries
from backfile.story.identity import fold

_WORD = late(rf"\d+(?:[.,:]\d+)*|[^\W\d_{NO_SPACES}]+")
"""A number with its points, or a word. A script without spaces has no words to compare."""
_ASCII_WORD = re.compile(r"[a-z]+|[0-9]+(?:[.,:][0-9]+)*")
"""The same in a text of ASCII and small letters."""
_AFTER_A_WORD = late(rf"(?<=[\w,;)’'] )[^\W\d_a-z{NO_SPACES}][^\W\d_{NO_SPACES}]+")
"""A word of which the first letter may be a capital, and that begins no sentence. Matches "Lake" in "the Lake", not in "ends. Lake"."""
_SHORTEST = 2
"""Digits of a number that says anything."""
_MOST_LETTERS = 5000
"""Of a body that are looked at, some 800 words: what a story is about stands in its opening, and a look has forty to read."""
_OPENING = 800
"""Letters in which a story's matter is named."""
WORD_FIELDS = ("headline", "dek", "body")
"""What is read of a record for its words."""
FIELDS = ("language", "section", "tags", "headline", "dek", "body", "blocks", "dates")
"""What is read of a record."""


class Traits(NamedTuple):
    """A story as it is compared."""

    words: Counter[str]
    """Each word, folded, with how often it stands; numbers are among them."""
    names: dict[str, str]
    """Words that are mostly printed with a capital where a sentence does not begin: folded -> as printed."""
    headline: frozenset[str]
    """Its words, but for articles and the like."""
    opening: frozenset[str]
    """The words of its first letters, headline and all: what news is about is named there, and what a guide compares is not."""
    links: frozenset[str]
    """Addresses that the body links to."""
    tells_of_day: bool
    """Whether its text names a day ("on Tuesday", "7 July 2012"), as news does and a guide does not."""
    section: str | None
    tags: frozenset[str]


def story_words(record: Record) -> Counter[str]:
    """The words of a story's headline, dek and body, folded, with how often each stands."""
    return _folded_words(_text_of(record))


def traits_of(record: Record) -> Traits:
    """The traits of a story, from its record."""
    text = _text_of(record)
    words = _folded_words(text)
    printed = Counter(_WORD.findall(text))
    capitals = Counter(word for word in _AFTER_A_WORD.findall(text) if word[0].isupper())
    return Traits(
        words=words,
        names={
            folded(word): word
            for word, count in capitals.items()
            if count > printed[word.lower()] and folded(word) not in _CALENDAR
        },
        opening=frozenset(map(folded, _WORD.findall(text[:_OPENING]))),
        headline=frozenset(map(folded, _WORD.findall(record["headline"] or ""))) - _small_words(record["language"]),
        links=frozenset(link["href"] for block in record["blocks"] for link in block["links"]),
        tells_of_day=not _day_words(record["language"]).isdisjoint(words) or any(map(_is_whole_date, record["dates"])),
        section=record["section"],
        tags=frozenset(map(fold, record["tags"])),
    )


def _text_of(record: Record) -> str:
    return "\n".join(filter(None, (record["headline"], record["dek"], record["body"][:_MOST_LETTERS])))


def _folded_words(text: str) -> Counter[str]:
    plain = without_marks(text)
    if plain.isascii():  # most texts are, but for their marks: the same words in a third of the time
        return Counter(_ASCII_WORD.findall(plain.lower()))
    words: Counter[str] = Counter()
    for word, count in Counter(_WORD.findall(plain)).items():
        words[folded(word)] += count
    return words


def folded(word: str) -> str:
    """A word as words are compared."""
    return word.lower() if word.isascii() else fold(word)


def is_number(word: str) -> bool:
    """Whether a word is a number that says anything."""
    return word[0].isdigit() and len(word) >= _SHORTEST


@lru_cache(maxsize=64)
def _day_words(language: str | None) -> frozenset[str]:
    """Words for a day near the writer's in a language, or in any: weekdays written out, "yesterday"; not "today", which guides say too."""
    languages = (language.partition("-")[0],) if language else None
    weekdays = words_of(WEEKDAYS, languages=languages)
    yesterday = [word for word, place in words_of(DAY_WORDS, languages=languages).items() if place == 1]
    return frozenset(folded(word) for word in (*weekdays, *yesterday) if len(word) >= _SHORTEST_DAY)


@lru_cache(maxsize=64)
def _small_words(language: str | None) -> frozenset[str]:
    """Words that every headline of a language may have: rare where most stories are of another language, they tell nothing all the same."""
    return frozenset(map(folded, entries("people.small-words", (language or "").partition("-")[0])))


def _is_whole_date(mention: dict[str, Any]) -> bool:
    """Matches "7 July 2012"; not "July", "2012"."""
    return len(mention["value"] or "") == len("2012-07-07") and mention["anchor"] is None


_CALENDAR = frozenset(map(folded, (*words_of(WEEKDAYS), *words_of(MONTHS))))
"""Capitals that name no one."""
_SHORTEST_DAY = 4
"""Letters of a word for a day: "mar", "do" and "so" are words for other things."""
