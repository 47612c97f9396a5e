"""Redactor: finds words that are to be left out of a text, by their digests, and puts a mark in their place."""

import html
from bisect import bisect_right
from collections.abc import Iterable
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
        for one in forms:
            self._starts |= one.starts
            for words, held in one.digests.items():
                self._digests.setdefault(words, set()).update(held)
        self._lengths = sorted(self._digests, reverse=True)
        self._begins: dict[str, bool] = {}

    @property
    def is_idle(self) -> bool:
        """Whether there is nothing to leave out."""
        return not self._starts

    def spans(self, text: str) -> list[Span]:
        """Where words to be left out stand, in order, none upon another."""
        if self.is_idle or not any(map(self._may_begin, printed_words(text))):
            return []
        words = words_in(text)
        found: list[Span] = []
        for at, word in enumerate(words):
            if not self._may_begin(text[word.start : word.end]):
                continue
            for length in self._lengths:
                run = words[at : at + length]
                if len(run) == length and digest_of([one.plain for one in run], self._key) in self._digests[length]:
                    if found and word.start <= found[-1][1]:
                        found[-1] = (found[-1][0], max(found[-1][1], run[-1].end))
                    else:
                        found.append((word.start, run[-1].end))
                    break
        return found

    def hits(self, text: str) -> bool:
        """Whether a text has such words, as it stands or as what it is when its escapes are undone."""
        return any(map(self.spans, {text, html.unescape(text), _unescaped(text)}))

    def clean(self, text: str) -> str:
        """The text with the mark in the place of such words; an address or a text with escapes as what it stands for."""
        if self.is_idle:
            return text
        if "/" in text and not any(map(str.isspace, text)):
            return self.address(text)
        if "&" in text and self.spans(plain := html.unescape(text)):
            text = plain
        if "%" in text and self.spans(plain := _unescaped(text)):
            text = plain
        return _replaced(text, self.spans(text), MARK)

    def address(self, address: str) -> str:
        """An address with a word in the place of such words, its other escapes as they were where it has none of them."""
        plain = html.unescape(_unescaped(address))
        spans = self.spans(plain)
        return quote(_replaced(plain, spans, IN_ADDRESS), safe=_SAFE) if spans else address

    def _may_begin(self, word: str) -> bool:
        """Whether words to be left out may begin with this one, as it is printed."""
        if word not in self._begins:
            if len(self._begins) > _MOST_KEPT:
                self._begins.clear()
            self._begins[word] = start_of(plain_word(word), self._key) in self._starts
        return self._begins[word]


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


def _unescaped(text: str) -> str:
    for _ in range(_MOST_ESCAPED):
        plain = unquote(text)
        if plain == text:
            break
        text = plain
    return text
