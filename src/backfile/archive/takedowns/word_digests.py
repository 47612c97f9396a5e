"""Word digests: words known again by keyed digests of them, so that an archive can leave them out and does not hold them.

A text is taken apart into words, without case, accents and soft hyphens. A name is known by the run of its words, by that run with the endings
of a genitive and the like on its last word, by the two words of a name turned round, and by all its words as one ("janedoe.jpg"). A passage is
known by each run of PASSAGE words in it, so that an excerpt of it, and an edited copy, are known too. Whoever has the key can try words;
without it a digest says nothing (BLAKE2b keyed, RFC 7693).
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from typing import NamedTuple

import orjson

PASSAGE = 6
"""Words of the runs by which a longer text is known: at five, "at the end of the" stood in one story of twelve of the sample and was replaced there too;
at eight a quotation of seven words out of a passage would stay."""
_IDEOGRAPHS = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff"
"""Scripts that set no space between words, or endings straight after a name: each letter is a word."""
_WITHIN = "\u00ad\u0300-\u036f\u200b-\u200d\u2060\ufeff"
"""Soft hyphens, accents set after their letter, and what joins or parts letters unseen: within a word, and no part of it."""
_WORD = re.compile(rf"[{_IDEOGRAPHS}]|(?:[^\W_{_IDEOGRAPHS}][{_WITHIN}]*)+")
"""Matches "Quillfeather", "ü" in two characters; of "O’Brien" two words; not "_"."""
_RARE = re.compile(rf"[{_IDEOGRAPHS}{_WITHIN}]")
_USUAL = re.compile(r"[^\W_]+")
"""The same words where the text has none of the rare characters: in a third of the time."""
_DROPPED = re.compile(rf"[{_WITHIN}]")
_LATIN = ("s", "es", "n", "en", "ns", "ens", "a", "u", "em", "ovi")
"""Endings of names in Latin letters: genitives of English, German, Dutch and Scandinavian, cases of Finnish and of Slavic languages."""
_CYRILLIC = ("а", "у", "ом", "ем", "ым", "е", "ой", "ою", "ы")
_SHORTEST_STEM = 3
"""Letters of a word that takes endings."""
_DIGEST, _START = 16, 2
_FEWEST_LETTERS = 3
"""A text of fewer letters is no name and no passage: it would stand everywhere."""


class PlainWord(NamedTuple):
    """A word of a text, as it is compared, and where it stands."""

    start: int
    end: int
    plain: str


class Forms(NamedTuple):
    """What one text that is to be left out is known by."""

    id: str
    """The digest of the text itself, in hex."""
    digests: dict[int, frozenset[bytes]]
    """Of runs of so many words."""
    starts: frozenset[int]
    """Two bytes of the digest of each first word: most words of a text are passed over by it."""
    firsts: frozenset[str] = frozenset()
    """First words, or their beginnings, while the text itself is at hand. They are not kept: of a ruling nothing is known but digests."""

    def to_json(self) -> str:
        """As a ruling keeps it."""
        digests = {str(words): sorted(one.hex() for one in held) for words, held in sorted(self.digests.items())}
        return orjson.dumps({"digests": digests, "starts": sorted(self.starts)}).decode()


def forms_from(name: str, kept: str) -> Forms:
    """The forms that a ruling keeps."""
    value = orjson.loads(kept)
    digests = {int(words): frozenset(map(bytes.fromhex, held)) for words, held in value["digests"].items()}
    return Forms(name, digests, frozenset(value["starts"]))


def words_in(text: str) -> list[PlainWord]:
    """The words of a text, in order."""
    return [PlainWord(*found.span(), plain_word(found[0])) for found in _pattern(text).finditer(text)]


def printed_words(text: str) -> list[str]:
    """The words of a text as they are printed."""
    return _pattern(text).findall(text)


def _pattern(text: str) -> re.Pattern[str]:
    return _USUAL if text.isascii() or not _RARE.search(text) else _WORD


def digest_of(words: Sequence[str], key: bytes) -> bytes:
    """The keyed digest of a run of words."""
    return blake2b(" ".join(words).encode("utf-8", "surrogatepass"), key=key, digest_size=_DIGEST).digest()


def start_of(word: str, key: bytes) -> int:
    """Two bytes that a run which begins with this word is passed by."""
    digest = blake2b(word.encode("utf-8", "surrogatepass"), key=key, digest_size=_START, person=b"start").digest()
    return int.from_bytes(digest)


def forms_of(text: str, key: bytes) -> Forms:
    """What a name or a passage is known by. Raises ValueError for a text of too few letters."""
    words = [word.plain for word in words_in(text)]
    if sum(map(len, words)) < _FEWEST_LETTERS and not re.search(f"[{_IDEOGRAPHS}]", text):
        raise ValueError(f"{text!r} has too few letters to be known again")
    runs = {*_runs(words)}
    digests: dict[int, set[bytes]] = {}
    for run in runs:
        digests.setdefault(len(run), set()).add(digest_of(run, key))
    return Forms(
        digest_of(words, key).hex(),
        {count: frozenset(held) for count, held in digests.items()},
        frozenset(start_of(run[0], key) for run in runs),
        _beginnings({run[0] for run in runs}),
    )


def _beginnings(words: Iterable[str]) -> frozenset[str]:
    """Those of the words that no other begins: a text that has none of these has none of the words."""
    kept: list[str] = []
    for word in sorted(words):  # what begins a word comes before it
        if not kept or not word.startswith(kept[-1]):
            kept.append(word)
    return frozenset(kept)


def _runs(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    if len(words) > PASSAGE:
        yield from (tuple(words[at : at + PASSAGE]) for at in range(len(words) - PASSAGE + 1))
        return
    orders = [tuple(words)]
    if len(words) == 2:
        orders.append((words[1], words[0]))
    for order in orders:
        for last in _with_endings(order[-1]):
            yield (*order[:-1], last)
            if len(order) > 1:
                yield ("".join((*order[:-1], last)),)


def _with_endings(word: str) -> Iterable[str]:
    yield word
    if len(word) < _SHORTEST_STEM or not word.isalpha():
        return
    endings = (
        _LATIN
        if word.isascii() or "\u00c0" <= word[0] <= "\u024f"
        else _CYRILLIC
        if "\u0400" <= word[0] <= "\u04ff"
        else ()
    )
    for ending in endings:
        yield word + ending
    if word[-1] in "ayа":
        for ending in endings:
            yield word[:-1] + ending


def plain_word(word: str) -> str:
    """A word as it is compared; of a whole text one that has the words of it so."""
    if word.isascii():
        return word.lower()
    return _DROPPED.sub("", unicodedata.normalize("NFKD", word)).casefold()
