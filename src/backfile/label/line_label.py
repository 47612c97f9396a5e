"""Which of the rules of lines a line fits."""

import re
from collections.abc import Callable
from functools import cache, lru_cache
from typing import Any

from backfile.label.line_rules import LINE_RULES, LineRule
from backfile.label.pattern_openings import END, REACH
from backfile.label.pattern_prefilter import Sieve

try:
    from backfile.label import _lines
except ImportError:  # not built
    _lines = None  # type: ignore[assignment]

_LONGEST = max(rule.longest for rule in LINE_RULES)
_MOST_KEPT = 4_000
_Tried = tuple[str, Callable[[str], object], LineRule]
"""What a line must have in it, folded, for the rule to be tried; "" for nothing."""


@cache
def _sieve() -> Sieve:
    return Sieve([rule.pattern for rule in LINE_RULES], [rule.longest for rule in LINE_RULES], re.I)


@cache
def _matcher(pattern: str) -> Callable[[str], object]:
    return re.compile(pattern, re.I).match


@lru_cache(_MOST_KEPT)
def _tried(chosen: int) -> tuple[_Tried, ...]:
    """What to try for a set of rules, in the rules' order."""
    rules = [rule for place, rule in enumerate(LINE_RULES) if chosen >> place & 1]
    return tuple((need, _matcher(rule.pattern), rule) for rule in rules for need in rule.needs or ("",))


@cache
def _prepared() -> Any:
    """The rules for the compiled look at lines."""
    sieve = _sieve()
    rules = tuple((rule, rule.pattern, tuple(need.encode() for need in rule.needs)) for rule in LINE_RULES)
    return _lines.prepare(sieve.flat(), tuple(sieve.of_size), REACH, ord(END), rules, _matcher, sieve.may_match)


def line_label(text: str) -> LineRule | None:
    """The first rule that a block's text fits, or None."""
    return line_label_in_python(text) if _lines is None else _lines.first_fit(_prepared(), text)


def line_label_in_python(text: str) -> LineRule | None:
    """The same where the compiled look at lines (compiled/lines.c) could not be built."""
    if len(text) > _LONGEST:
        return None
    rules = _sieve().may_match(text)
    if not rules:
        return None
    # Needs are in ASCII: letters past it are left out, for folding them takes longer than all else here.
    folded = (text if text.isascii() else text.encode("ascii", "ignore").decode("ascii")).lower()
    for need, match, rule in _tried(rules):
        if need in folded and match(text):
            return rule
    return None
