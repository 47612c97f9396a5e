"""What a text that a pattern matches can begin with: so that a list of patterns is tried only where one may match.

Found from the pattern's own parse (the standard library's `re._parser`, of which the `re` module itself is made); a part
that this module does not know may begin with anything: too much is tried then, and never too little.

Plan. A text's first word tells nearly all patterns apart. What each part of a pattern can begin with is two sets of
strings: `whole`, what the part can be from end to end, which the next part goes on from; and `cut`, after which anything
may follow. A string is cut at REACH, after its first sign that is no letter or digit, and after a [set] of many.
"""

from collections.abc import Iterable
from re import _constants as ops  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

REACH = 5
"""Characters looked at."""
_MANY = 6
"""Characters in a [set] past which it is not looked what comes after each."""
OTHER, END = "\uffff", "\ufffe"
"""Stand for every character outside ASCII that is no letter, and for a text's end."""
_ASCII = [chr(code) for code in range(128)]
_CLASSES = {
    ops.CATEGORY_DIGIT: frozenset("0123456789"),
    ops.CATEGORY_SPACE: frozenset(letter for letter in _ASCII if letter.isspace()),
    ops.CATEGORY_NOT_WORD: frozenset(letter for letter in _ASCII if not letter.isalnum() and letter != "_"),
}
_ZERO_WIDTH = (ops.AT, ops.ASSERT, ops.ASSERT_NOT)
_AT_END = (ops.AT, ops.AT_END)
_REPEATS = (ops.MAX_REPEAT, ops.MIN_REPEAT)


class _Beginnings(NamedTuple):
    whole: frozenset[str]
    cut: frozenset[str]

    def then(self, after: "_Beginnings") -> "_Beginnings":
        whole: set[str] = set()
        cut = set(self.cut)
        for one in self.whole:
            cut.update((one + other)[:REACH] for other in after.cut)
            for other in after.whole:
                (cut if len(one) + len(other) >= REACH else whole).add((one + other)[:REACH])
        return _Beginnings(frozenset(whole), frozenset(cut))

    def or_else(self, other: "_Beginnings") -> "_Beginnings":
        return _Beginnings(self.whole | other.whole, self.cut | other.cut)


_NOTHING = _Beginnings(frozenset(), frozenset())
_EMPTY = _Beginnings(frozenset(("",)), frozenset())
_ANYTHING = _Beginnings(frozenset(), frozenset(("",)))
_AN_END = _Beginnings(frozenset(), frozenset((END, "\n")))


class Openings(NamedTuple):
    """What a pattern asks of a text before it is tried."""

    beginnings: frozenset[str]
    """The strings, folded, that a match can begin with, whatever its case; "" among them where that can be anything."""
    shortest: int
    """Characters that a match has at least."""


def openings_of(pattern: str, flags: int = 0) -> Openings:
    """What a text that the pattern matches begins with, and how long it is."""
    parsed = parser.parse(pattern, flags)
    whole, cut = _of_sequence(parsed)
    return Openings(whole | cut, parsed.getwidth()[0])


def folded(letter: str) -> str | None:
    """A character as it stands for those that match it where case is ignored; None for the few that match in odd ways."""
    lower = letter.lower()
    if letter.isascii() or (lower == letter == letter.upper()):
        return lower
    is_plain = letter.isalpha() and len(lower) == 1 and letter.upper().lower() == lower
    return lower if is_plain else None


def _of_sequence(items: Iterable[tuple[Any, Any]]) -> _Beginnings:
    found = _EMPTY
    for op, value in items:
        if (op, value) == _AT_END:
            found = found.then(_AN_END)
        elif op not in _ZERO_WIDTH:
            found = found.then(_of_item(op, value))
        if not found.whole:
            break
    return found


def _of_item(op: Any, value: Any) -> _Beginnings:
    if op is ops.LITERAL or op is ops.IN:
        return _of_set(((op, value),) if op is ops.LITERAL else value)
    if op is ops.BRANCH:
        parts = [_of_sequence(part) for part in value[1]]
        return _Beginnings(
            frozenset().union(*(part.whole for part in parts)), frozenset().union(*(part.cut for part in parts))
        )
    if op is ops.SUBPATTERN:
        return _of_sequence(value[3])
    return _repeated(*value) if op in _REPEATS else _ANYTHING


def _repeated(least: int, most: int, items: Iterable[tuple[Any, Any]]) -> _Beginnings:
    once = _of_sequence(items)
    found, so_far = _EMPTY if least == 0 else _NOTHING, _EMPTY
    for count in range(1, min(most, max(least, REACH)) + 1):
        so_far = so_far.then(once)
        if count >= least:
            found = found.or_else(so_far)
        if not so_far.whole:
            break
    return found if found != _NOTHING else so_far


def _of_set(parts: Iterable[tuple[Any, Any]]) -> _Beginnings:
    """The characters of a [set], cut after each that is no letter or digit and, where there are many, after all."""
    known: set[str] = set()
    for op, value in parts:
        letters = _of_part(op, value)
        if letters is None:
            return _ANYTHING
        known.update(letters)
    cut = frozenset(letter for letter in known if len(known) > _MANY or not letter.isalnum())
    return _Beginnings(frozenset(known - cut), cut)


def _of_part(op: Any, value: Any) -> Iterable[str] | None:
    if op is ops.LITERAL:
        letter = folded(chr(value))
        return None if letter is None else (letter,)
    if op is ops.RANGE and value[1] < len(_ASCII):
        return {letter.lower() for letter in _ASCII[value[0] : value[1] + 1]}
    return _CLASSES[value] | {OTHER} if op is ops.CATEGORY and value in _CLASSES else None
