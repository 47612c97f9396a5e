"""Redactor: finds words that are to be left out of a text, by their digests, and puts a mark in their place."""

import html
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple
from urllib.parse import quote, unquote

from backfile.archive.takedowns.word_digests import Forms, digest_of, plain_word, printed_words, start_of, words_in

MARK = "[redacted]"
IN_ADDRESS = "redacted"
"""The same in an address, where brackets mean something else."""
_SAFE = "/:?&=#%+,;@!$'()*~"
_MOST_ESCAPED = 4
"""Times that an address may have been escaped."""
_MOST_KEPT = 200_000
"""Words whose sign is kept at hand."""

Span = tuple[int, int]


class Redactor:
    """Leaves out the words of some rulings."""

    def __init__(self, forms: Iterable[Forms], key: bytes) -> None:
        self._key = key
        self._digests: dict[int, set[bytes]] = {}
        self._starts: set[int] = set()
        self._firsts: set[str] | None = set()
        """First words, where all are known."""
        for one in forms:
            self._starts |= one.starts
            self._firsts = self._firsts | one.firsts if one.firsts and self._firsts is not None else None
            for words, held in one.digests.items():
                self._digests.setdefault(words, set()).update(held)
        self._lengths = sorted(self._digests, reverse=True)
        self._seen: set[str] = set()
        """Words as they are printed that were looked at."""
        self._begin: set[str] = set()
        """Those of them that words to be left out may begin with."""

    @property
    def is_idle(self) -> bool:
        """Whether there is nothing to leave out."""
        return not self._digests

    def spans(self, text: str) -> list[Span]:
        """Where words to be left out stand, in order, none upon another."""
        runs = [] if self.is_idle else self._runs(printed_words(text))
        words = words_in(text) if runs else []
        found: list[Span] = []
        for at, length in runs:
            start, end = words[at].start, words[at + length - 1].end
            if found and start <= found[-1][1]:
                found[-1] = (found[-1][0], max(found[-1][1], end))
            else:
                found.append((start, end))
        return found

    def hits(self, text: str) -> bool:
        """Whether a text has such words, as it stands or as what it is when its escapes are undone."""
        if self.spans(text):
            return True
        others = {html.unescape(text) if "&" in text else text, unescaped(text) if "%" in text else text} - {text}
        return any(map(self.spans, others))

    def may_begin(self, text: str) -> bool:
        """Whether a word of the text may be the first of such words."""
        if self.is_idle or self._firsts is None:
            return not self.is_idle and self._may_begin(printed_words(text))
        plain = plain_word(text)
        return any(first in plain for first in self._firsts)

    def clean(self, text: str) -> str:
        """The text with the mark in the place of such words; an address or a text with escapes as what it stands for."""
        if self.is_idle:
            return text
        if "/" in text and not any(map(str.isspace, text)):
            return self.address(text)
        if "&" in text and self.spans(plain := html.unescape(text)):
            text = plain
        if "%" in text and self.spans(plain := unescaped(text)):
            text = plain
        return _replaced(text, self.spans(text), MARK)

    def address(self, address: str) -> str:
        """An address with a word in the place of such words, its other escapes as they were where it has none of them."""
        plain = html.unescape(unescaped(address))
        spans = self.spans(plain)
        return quote(_replaced(plain, spans, IN_ADDRESS), safe=_SAFE) if spans else address

    def _runs(self, words: Sequence[str]) -> list[tuple[int, int]]:
        """Of words as they are printed, where runs to be left out begin, each with how many words it has."""
        if not self._may_begin(words):
            return []
        places = [at for at, word in enumerate(words) if word in self._begin]
        return [(at, length) for at in places if (length := self._length(words, at))]

    def _may_begin(self, words: Sequence[str]) -> bool:
        """Whether one of the words may be the first of some to be left out. Each different word is looked at once."""
        distinct = {*words}
        new = distinct - self._seen
        if len(self._seen) + len(new) > _MOST_KEPT:
            self._seen, self._begin, new = set(), set(), distinct
        self._begin.update(word for word in new if start_of(plain_word(word), self._key) in self._starts)
        self._seen |= new
        return not self._begin.isdisjoint(distinct)

    def _length(self, words: Sequence[str], at: int) -> int:
        """How many words the longest run to be left out has that begins here; 0 where none does."""
        plain = [plain_word(word) for word in words[at : at + self._lengths[0]]]
        for length in self._lengths:
            if length <= len(plain) and digest_of(plain[:length], self._key) in self._digests[length]:
                return length
        return 0


class Shifted(NamedTuple):
    """A text with marks in it, and where each place of the text before is in it."""

    text: str
    spans: tuple[Span, ...]
    """In the text before."""

    def place(self, at: int) -> int:
        """Where a place is now; one within what was left out is after the mark."""
        before = bisect_right(self.spans, at, key=lambda span: span[0])
        if before and at != self.spans[before - 1][0]:
            at = max(at, self.spans[before - 1][1])
        elif before:
            before -= 1
        return at + sum(len(MARK) - (end - start) for start, end in self.spans[:before])

    def is_touched(self, start: int, end: int) -> bool:
        """Whether something of this run was left out."""
        return any(first < end and start < last for first, last in self.spans)


def shifted(text: str, spans: Iterable[Span]) -> Shifted:
    """A text with marks in the place of these runs; a run over several paragraphs leaves a mark in each."""
    parts = tuple(part for start, end in spans for part in _by_line(text, start, end))
    return Shifted(_replaced(text, parts, MARK), parts)


def _by_line(text: str, start: int, end: int) -> list[Span]:
    parts, at = [], start
    for line in text[start:end].splitlines(keepends=True):
        if held := line.strip():
            first = at + line.index(held)
            parts.append((first, first + len(held)))
        at += len(line)
    return parts


def _replaced(text: str, spans: Iterable[Span], mark: str) -> str:
    parts, at = [], 0
    for start, end in spans:
        parts += [text[at:start], mark]
        at = end
    return "".join((*parts, text[at:]))


def unescaped(text: str) -> str:
    """A text that stood in an address, as it was before it was escaped, however often."""
    for _ in range(_MOST_ESCAPED):
        plain = unquote(text)
        if plain == text:
            break
        text = plain
    return text
