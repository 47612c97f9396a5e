"""What a text that a pattern matches can begin with: so that a list of patterns is tried only where one may match.

Found from the pattern's own parse (the standard library's `re._parser`, of which the `re` module itself is made); a part
that this module does not know makes the answer None, "anything": too much is tried then, and never too little.
"""

import re
from collections.abc import Iterable
from re import _constants as ops  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

_ASCII = [chr(code) for code in range(128)]
_CLASSES = {
    ops.CATEGORY_DIGIT: r"\d", ops.CATEGORY_NOT_DIGIT: r"\D", ops.CATEGORY_SPACE: r"\s",
    ops.CATEGORY_NOT_SPACE: r"\S", ops.CATEGORY_WORD: r"\w", ops.CATEGORY_NOT_WORD: r"\W",
}  # fmt: skip
_ZERO_WIDTH = (ops.AT, ops.ASSERT, ops.ASSERT_NOT)
_REPEATS = (ops.MAX_REPEAT, ops.MIN_REPEAT)
_FOLDED_ODDLY = {0x130: "i", 0x131: "i", 0x17F: "s", 0x212A: "k"}
"""Letters outside ASCII that match one in it where case is ignored."""


class _AnyOpeningError(Exception):
    """The first character can be anything."""


def opening_letters(pattern: str, flags: int = 0) -> frozenset[str] | None:
    """The ASCII characters, in lower case, that a match can begin with; None where any can. Others are not told apart."""
    try:
        first, may_be_empty = _of_sequence(parser.parse(pattern, flags))
    except (_AnyOpeningError, AttributeError):
        return None
    return None if may_be_empty else frozenset(letter.lower() for letter in first)


def _of_sequence(items: Iterable[tuple[Any, Any]]) -> tuple[set[str], bool]:
    """(what it can begin with, whether it can be empty), item by item until one that cannot be empty."""
    first: set[str] = set()
    for op, value in items:
        found, may_be_empty = _of_item(op, value)
        first |= found
        if not may_be_empty:
            return first, False
    return first, True


def _of_item(op: Any, value: Any) -> tuple[set[str], bool]:
    if op is ops.LITERAL:
        return {chr(value), _FOLDED_ODDLY.get(value, chr(value))}, False
    if op is ops.IN:
        return {letter for one in value for letter in _of_class(*one)}, False
    if op is ops.BRANCH:
        parts = [_of_sequence(part) for part in value[1]]
        return set().union(*(first for first, _ in parts)), any(empty for _, empty in parts)
    if op is ops.SUBPATTERN:
        return _of_sequence(value[3])
    if op in _REPEATS:
        first, may_be_empty = _of_sequence(value[2])
        return first, may_be_empty or value[0] == 0
    if op in _ZERO_WIDTH:
        return set(), True
    raise _AnyOpeningError


def _of_class(op: Any, value: Any) -> Iterable[str]:
    """The ASCII characters in one part of a [set]; whole for case, as `opening_letters` folds them."""
    if op is ops.LITERAL:
        return (chr(value), _FOLDED_ODDLY.get(value, chr(value)))
    if op is ops.RANGE:
        low, high = value
        return [letter for letter in _ASCII if low <= ord(letter) <= high]
    if op is ops.CATEGORY and value in _CLASSES:
        return [letter for letter in _ASCII if re.match(_CLASSES[value], letter)]
    raise _AnyOpeningError
