"""The words of a quotation made comparable, and how like two of them are.

The plan. A wording is a quotation's words, folded, without brackets, ellipses and marks. Two wordings are one utterance
when the shorter one's runs of two words are found in the longer (`likeness`). They are looked for by fingerprints: runs
of three words, hashed, of which each window of four keeps the least (winnowing: Schleimer, Wilkerson, Aiken 2003), so
that two wordings with six words in a row in common always meet. Short words are said by many: below SPEAKS_FOR_ITSELF
words, wordings are one only under the same last name. Figures in docs/decisions/0004-quotations.md.
"""

import hashlib
import re
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from backfile.archive.quotations.speaker_grounds import short_digest
from backfile.archive.search.words import NO_SPACES
from backfile.story.identity import fold

RUN = 3
_WINDOW = 4
LIKE = 0.6
"""The share of the shorter wording's word pairs that the longer must hold."""
LEAST_WORDS = 4
"""Fewer words than this are compared with nothing: each story has its own."""
SPEAKS_FOR_ITSELF = 9
_WORD = re.compile(rf"[{NO_SPACES}]|[^\W_{NO_SPACES}]+(?:['’][^\W_{NO_SPACES}]+)*")
"""A word with its apostrophes, or one character of a script that puts no spaces between words."""
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3})")
"""The comma of "1,900"."""


class Wording(NamedTuple):
    """The words of a quotation, and whose they are said to be where they are too few to stand for themselves."""

    id: str
    words: str
    """Folded, one space between them."""
    voice: str
    """The last name of the speaker, folded; "" where none is given."""


def wording_of(text: str, speaker: str | None, story: str) -> Wording:
    """The wording of a quotation. Fewer than LEAST_WORDS words are the story's own."""
    found = words_of(text)
    words = " ".join(found)
    voice = (_WORD.findall(fold(speaker or "")) or [""])[-1]
    own = f"\n{story}" if len(found) < LEAST_WORDS else ""
    return Wording(short_digest(f"{words}\n{voice}{own}"), words, voice)


def words_of(text: str) -> list[str]:
    """The words as compared: "[send]" is "send", "don’t" is "dont", "1,900" is "1900"."""
    return [word.replace("'", "").replace("’", "") for word in _WORD.findall(_THOUSANDS.sub("", fold(text)))]


def fingerprints(words: str) -> list[int]:
    """Signed 64-bit keys that find like wordings; none for words too few to compare."""
    parts = words.split()
    if len(parts) < LEAST_WORDS:
        return []
    runs = [_hash(" ".join(parts[at : at + RUN])) for at in range(len(parts) - RUN + 1)]
    starts = range(max(1, len(runs) - _WINDOW + 1))
    return sorted({min(runs[at : at + _WINDOW]) for at in starts})


def are_one(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether two wordings, each (words, voice), are forms of one utterance."""
    shorter = min(len(one[0].split()), len(other[0].split()))
    if shorter < LEAST_WORDS or (shorter < SPEAKS_FOR_ITSELF and (one[1] != other[1] or not one[1])):
        return False
    return likeness(one[0], other[0]) >= LIKE


def likeness(one: str, other: str) -> float:
    """The share of the shorter wording's pairs of words that the other holds, 0 to 1."""
    first, second = _pairs(one), _pairs(other)
    shorter = min(len(first), len(second))
    return len(first & second) / shorter if shorter else 0.0


@lru_cache(maxsize=1 << 14)
def _pairs(words: str) -> frozenset[tuple[str, str]]:
    parts = words.split()
    return frozenset(pairwise(parts))


@lru_cache(maxsize=1 << 16)
def _hash(run: str) -> int:
    return int.from_bytes(hashlib.blake2b(run.encode("utf-8", "surrogatepass"), digest_size=8).digest(), signed=True)
