"""What a text that a pattern matches can begin with: so that a list of patterns is tried only where one may match.

Found from the pattern's own parse (the standard library's `re._parser`, of which the `re` module itself is made); a part
that this module does not know may begin with anything: too much is tried then, and never too little.

Plan. The first two characters tell nearly all patterns apart. What each part of a pattern can begin with is two sets of
strings: `whole`, what the part can be from end to end, which the next part goes on from; and `cut`, two characters, or
fewer where anything may follow them.
"""

import re
from collections.abc import Iterable
from functools import cache
from re import _constants as ops  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

REACH = 2
"""Characters looked at."""
_ASCII = [chr(code) for code in range(128)]
_CLASSES = {
    ops.CATEGORY_DIGIT: r"\d", ops.CATEGORY_NOT_DIGIT: r"\D", ops.CATEGORY_SPACE: r"\s",
    ops.CATEGORY_NOT_SPACE: r"\S", ops.CATEGORY_WORD: r"\w", ops.CATEGORY_NOT_WORD: r"\W",
}  # fmt: skip
_ZERO_WIDTH = (ops.AT, ops.ASSERT, ops.ASSERT_NOT)
_REPEATS = (ops.MAX_REPEAT, ops.MIN_REPEAT)
_FOLDED_ODDLY = {0x130: "i", 0x131: "i", 0x17F: "s", 0x212A: "k"}
"""Letters outside ASCII that match one in it where case is ignored."""


class _Beginnings(NamedTuple):
    whole: frozenset[str]
    cut: frozenset[str]

    def then(self, after: "_Beginnings") -> "_Beginnings":
        whole = {one + other for one in self.whole for other in after.whole}
        cut = {(one + other)[:REACH] for one in self.whole for other in after.cut}
        long = {text for text in whole if len(text) >= REACH}
        return _Beginnings(frozenset(whole - long), self.cut | cut | {text[:REACH] for text in long})

    def or_else(self, other: "_Beginnings") -> "_Beginnings":
        return _Beginnings(self.whole | other.whole, self.cut | other.cut)


_NOTHING = _Beginnings(frozenset(), frozenset())
_EMPTY = _Beginnings(frozenset(("",)), frozenset())
_ANYTHING = _Beginnings(frozenset(), frozenset(("",)))


def openings_of(pattern: str, flags: int = 0) -> frozenset[str] | None:
    """What a match can begin with, in lower case: two characters, or one where anything may follow; None for anything.

    A character outside ASCII that stands for others too is given by one of them: ask only for openings in ASCII.
    """
    whole, cut = _of_sequence(parser.parse(pattern, flags))
    found = frozenset(text.lower() for text in whole | cut)
    return None if "" in found else found


def may_open(openings: frozenset[str] | None, text: str) -> bool:
    """Whether a text that begins with these one or two characters can match; true where they are not ASCII."""
    both = text[:REACH].lower()
    first = both[:1]
    if openings is None or not first or not first.isascii() or first in openings:
        return True
    return both in openings if len(both) == REACH and both.isascii() else first in _firsts(openings)


@cache
def _firsts(openings: frozenset[str]) -> frozenset[str]:
    return frozenset(one[0] for one in openings)


def _of_sequence(items: Iterable[tuple[Any, Any]]) -> _Beginnings:
    found = _EMPTY
    for op, value in items:
        found = found.then(_of_item(op, value))
        if not found.whole:
            break
    return found


def _of_item(op: Any, value: Any) -> _Beginnings:
    if op is ops.LITERAL:
        return _Beginnings(frozenset(_of_class(op, value) or ()), frozenset())
    if op is ops.IN:
        parts = [_of_class(*one) for one in value]
        known = [letter for part in parts if part is not None for letter in part]
        return _ANYTHING if None in parts else _Beginnings(frozenset(known), frozenset())
    if op is ops.BRANCH:
        found = _NOTHING
        for part in value[1]:
            found = found.or_else(_of_sequence(part))
        return found
    if op is ops.SUBPATTERN:
        return _of_sequence(value[3])
    if op in _REPEATS:
        return _repeated(*value)
    return _EMPTY if op in _ZERO_WIDTH else _ANYTHING


def _repeated(least: int, most: int, items: Iterable[tuple[Any, Any]]) -> _Beginnings:
    once = _of_sequence(items)
    found, so_far = _EMPTY if least == 0 else _NOTHING, _EMPTY
    for count in range(1, min(most, max(least, REACH)) + 1):
        so_far = so_far.then(once)
        if count >= least:
            found = found.or_else(so_far)
        elif not so_far.whole:
            return so_far
    return found


def _of_class(op: Any, value: Any) -> tuple[str, ...] | None:
    """The characters in one part of a [set], as `openings_of` gives them; whole for case. None for a part not known."""
    if op is ops.LITERAL:
        return (chr(value), _FOLDED_ODDLY.get(value, chr(value)))
    if op is ops.RANGE:
        low, high = value
        return (chr(low), *(letter for letter in _ASCII if low <= ord(letter) <= high))
    if op is ops.CATEGORY and value in _CLASSES:
        return tuple(letter for letter in _ASCII if re.match(_CLASSES[value], letter))
    return None
