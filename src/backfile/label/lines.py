"""Which of the rules of lines a line fits."""

import re
from collections.abc import Callable
from functools import cache, lru_cache

from backfile.label.line_rules import LINE_RULES, LineRule
from backfile.label.sieve import Sieve

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


def line_label(text: str) -> LineRule | None:
    """The first rule that a block's text fits, or None."""
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
