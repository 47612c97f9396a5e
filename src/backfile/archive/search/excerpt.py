"""The passage of a story that a search found, with the words that match marked.

The plan. The body is laid out as the index has it, letter for letter: without case and accents. The words are found in that by
`str.find`, and the passage is the one in which the rarest of them stand together. Tantivy's snippets take the whole body apart into
words first, which costs ten times as much.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from math import log
from typing import NamedTuple

from backfile.archive.search.index_reader import Opened
from backfile.archive.search.index_schema import word_analyzer
from backfile.archive.search.search_text import search_text, shown_text
from backfile.archive.search.words import NO_SPACES, without_marks
from backfile.archive.store.list_entries import LEDE, lede
from backfile.late_pattern import late

_LEAD = 60
"""Letters shown before the first match, at the most: enough for a reader to see what it is said of."""
_MOST_FOUND = 300
"""Places of one word that are looked at: where "the" stands more often, one passage is as good as another."""
_FEW = 40
"""Letters beyond ASCII of which each is put in its place by itself: a tenth of the time of taking each letter of the body in turn."""
_NO_SPACE = late(rf"[{NO_SPACES}]")
_SPACE = re.compile(r"[^\S ]")


class Sought(NamedTuple):
    """A word to be marked."""

    word: str
    """As the index has it."""
    is_prefix: bool = False


class _Match(NamedTuple):
    """A word found."""

    start: int
    end: int
    word: int
    """Its number among those sought."""


class _Folded(dict[int, str]):
    """Each letter as the index has it, with a space after it where it is a word; a space for what is of no word."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        found = "".join(word_analyzer().analyze(search_text(letter)))
        self[code] = found + " " if _NO_SPACE.match(letter) else found or " "
        return self[code]


_FOLDED = _Folded()


class Excerpts:
    """Finds the words of one search in texts."""

    def __init__(self, opened: Opened, sought: Iterable[Sought]) -> None:
        self._sought = tuple(dict.fromkeys(sought))
        searcher = opened.searcher
        self._worth = [
            1.0 if one.is_prefix else 1.0 + log((1 + searcher.num_docs) / (1 + searcher.doc_freq("text", one.word)))
            for one in self._sought
        ]

    def of(self, body: str) -> tuple[str, tuple[tuple[int, int], ...]]:
        """The passage of about LEDE letters in which the words match best, and the marks in it."""
        shown = shown_text(body)
        text, places = _laid_out(shown)
        matches = sorted(
            _Match(start, end, number)
            for number, one in enumerate(self._sought)
            for start, end in _places_of(text, one)
        )
        if not matches:
            return lede(body), ()
        if places is not None:
            matches = [_Match(places[start], places[end - 1] + 1, word) for start, end, word in matches]
        best = self._best(matches)
        start, end = _passage(shown, best)
        return _cut(shown, start, end, _joined([one[:2] for one in best if one.end <= end]))

    def _best(self, matches: Sequence[_Match]) -> Sequence[_Match]:
        """The matches of the passage that has the most words, the rarer counting for more; the first of equals."""
        best, most = matches[:1], 0.0
        last, times = 0, [0] * len(self._sought)
        worth = 0.0
        for first, match in enumerate(matches):
            while last < len(matches) and matches[last].end <= match.start + LEDE:
                number = matches[last].word
                worth += self._worth[number] if not times[number] else self._worth[number] / 100
                times[number] += 1
                last += 1
            if worth > most + 1e-9:
                best, most = matches[first : max(last, first + 1)], worth
            if last > first:
                times[match.word] -= 1
                worth -= self._worth[match.word] if not times[match.word] else self._worth[match.word] / 100
            else:
                last = first + 1
        return best


def _laid_out(shown: str) -> tuple[str, Sequence[int] | None]:
    """A body as the index has it; and where each of its letters stands in the body, if that is not the same place."""
    text = without_marks(shown)
    if not text.isascii():
        others = {letter for letter in set(text) if not letter.isascii()}
        if len(others) > _FEW or _NO_SPACE.search(text):
            text = text.translate(_FOLDED)
        else:
            for letter in others:
                text = text.replace(letter, _FOLDED[ord(letter)])
    text = text.lower()
    if len(text) == len(shown):
        return text, None
    return text, [at for at, letter in enumerate(shown) for _ in ("x" if letter.isascii() else _FOLDED[ord(letter)])]


def _is_in_word(letter: str) -> bool:
    return letter.isalnum() or not letter.isascii()


def _places_of(text: str, sought: Sought) -> Iterator[tuple[int, int]]:
    """Where the word stands, as a whole word; of a prefix the whole word that begins so."""
    word = sought.word
    at, found = text.find(word), 0
    while at >= 0 and found < _MOST_FOUND:
        end = at + len(word)
        if not (at and _is_in_word(text[at - 1])):
            while sought.is_prefix and end < len(text) and _is_in_word(text[end]):
                end += 1
            if end == len(text) or not _is_in_word(text[end]):
                found += 1
                yield at, end
        at = text.find(word, end)


def _passage(shown: str, matches: Sequence[_Match]) -> tuple[int, int]:
    """From where to where the passage goes: whole words around the matches."""
    room = max(0, LEDE - (matches[-1].end - matches[0].start))
    start = max(0, matches[0].start - min(_LEAD, room // 2))
    end = min(len(shown), max(start + LEDE, matches[0].end))
    while end < len(shown) and end > matches[0].end and not shown[end].isspace() and not _NO_SPACE.match(shown[end]):
        end -= 1
    return start, end


def _joined(marks: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Marks in order, those that touch as one: of a script without spaces each letter is a word."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(marks):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found


def _cut(body: str, start: int, end: int, marks: list[tuple[int, int]]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """body[start:end] on one line, with the marks of its first and last word, and a sign where it goes on."""
    least = max(0, start - _LEAD)
    while start > least and not body[start - 1].isspace() and not _NO_SPACE.match(body[start]):
        start -= 1
    while end < len(body) and not body[end].isspace() and not body[end].isalnum():
        end += 1
    lead = "… " if start else ""
    shift = len(lead) - start
    text = _SPACE.sub(" ", body[start:end])
    tail = " …" if end < len(body) else ""
    return lead + text + tail, tuple((a + shift, b + shift) for a, b in marks)
