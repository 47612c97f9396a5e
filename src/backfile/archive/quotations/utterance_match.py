"""The words of a quotation made comparable, and how like two of them are.

The plan. A wording is a quotation's words, folded, without brackets, ellipses and marks. Two wordings are one utterance
when the shorter one's runs of two words are found in the longer (`likeness`). They are looked for by fingerprints: runs
of three words, hashed, of which each window of four (of two in a short wording) keeps the least (winnowing: Schleimer,
Wilkerson, Aiken 2003), so that two wordings with six words in a row in common always share one. Short words are said by many: below SPEAKS_FOR_ITSELF
words, wordings are one only under the same last name. Figures in docs/decisions/0004-quotations.md.
"""

import base64
import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from backfile.archive.passages.fingerprints import run_hashes, winnowed, word_hashes
from backfile.archive.quotations.speaker_grounds import digest
from backfile.archive.search.words import NO_SPACES
from backfile.archive.store.key_runs import Keys
from backfile.story.identity import fold

RUN = 3
_WINDOW, _SHORT_WINDOW = 4, 2
_LONG = 15
"""Words from which a wording has enough keys at one in four runs. What the wider window keeps the narrower keeps too."""
LIKE = 0.6
"""The share of the shorter wording's word pairs that the longer must hold."""
LEAST_WORDS = 4
"""Fewer words than this are compared with nothing: each story has its own."""
SPEAKS_FOR_ITSELF = 9
_WORD = re.compile(rf"[{NO_SPACES}]|[^\W_{NO_SPACES}]+(?:['’][^\W_{NO_SPACES}]+)*")
"""A word with its apostrophes, or one character of a script that puts no spaces between words."""
_NO_KEYS: Keys = np.empty(0, dtype=np.uint64)
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3})")
"""The comma of "1,900"."""


class Wording(NamedTuple):
    """The words of a quotation, and whose they are said to be where they are too few to stand for themselves."""

    id: bytes
    """10 bytes; printed as `id_text` has it."""
    words: str
    """Folded, one space between them."""
    voice: str
    """The last name of the speaker, folded; "" where none is given."""

    @property
    def is_short(self) -> bool:
        """Whether they are too few to speak for themselves."""
        return self.words.count(" ") < SPEAKS_FOR_ITSELF - 1


def wording_of(text: str, speaker: str | None, story: str) -> Wording:
    """The wording of a quotation. Fewer than LEAST_WORDS words are the story's own."""
    found = words_of(text)
    words = " ".join(found)
    voice = (_WORD.findall(fold(speaker or "")) or [""])[-1]
    own = f"\n{story}" if len(found) < LEAST_WORDS else ""
    return Wording(digest(f"{words}\n{voice}{own}")[:10], words, voice)


def id_text(wording: bytes) -> str:
    """The id of a wording, as it is printed: 16 characters of lower-case base32."""
    return base64.b32encode(wording).decode().lower()


def id_key(wording: bytes) -> int:
    """The key by which a wording is found itself, beside those that find like ones."""
    return int.from_bytes(wording[:8])


def words_of(text: str) -> list[str]:
    """The words as compared: "[send]" is "send", "don’t" is "dont", "1,900" is "1900"."""
    return [word.replace("'", "").replace("’", "") for word in _WORD.findall(_THOUSANDS.sub("", fold(text)))]


def keys_of(wordings: Sequence[Wording]) -> list[Keys]:
    """For each wording its own key, and then those that find like ones: none for words too few to compare."""
    own = np.array([id_key(wording.id) for wording in wordings], dtype=np.uint64)
    return [np.append(own[at : at + 1], prints) for at, prints in enumerate(prints_of(wordings))]


def prints_of(wordings: Sequence[Wording]) -> list[Keys]:
    """For each wording the keys that find like ones; none for words too few to compare."""
    words = [wording.words.split() for wording in wordings]
    hashes = word_hashes(word for own in words for word in own)
    runs = run_hashes(hashes, RUN)
    found, at = [], 0
    for own in words:
        found.append(_least(runs[at : at + len(own) - RUN + 1], len(own)) if len(own) >= LEAST_WORDS else _NO_KEYS)
        at += len(own)
    return found


def _least(runs: Keys, words: int) -> Keys:
    """The least hash of each window."""
    return winnowed(runs, _WINDOW if words >= _LONG else _SHORT_WINDOW)


def are_met(shared: int, shorter: int) -> bool:
    """Whether two wordings that share so many rare keys are to be compared, the shorter of so many words.

    Two long ones that are one share several: one run of three words is shared by many that only sound alike.
    """
    return shared >= (1 if shorter < SPEAKS_FOR_ITSELF else 2)


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
