"""Which of the rules of lines a line fits.

Plan. The rules that say how a line begins are one pattern, an alternative a rule, so that a line is gone through once; a rule
whose lines can begin with anything is tried where one of the words that it needs is in the line. Of those that fit the first
in LINE_RULES counts.
"""

import re
from functools import cache
from typing import NamedTuple

from backfile.label.line_rules import LINE_RULES, LineRule

_LONGEST = max(rule.longest for rule in LINE_RULES)
_NONE = len(LINE_RULES)


class _Patterns(NamedTuple):
    """The rules' patterns, compiled at the first line."""

    one: tuple[re.Pattern[str], ...]
    """A rule each."""
    begun: re.Pattern[str]
    """All that say how a line begins: the group that matches is named for its rule's place."""
    needed: re.Pattern[str]
    """Any of the words that the others need."""


@cache
def _patterns() -> _Patterns:
    begun = [f"(?P<_{at}>{rule.pattern})" for at, rule in enumerate(LINE_RULES) if not rule.needs]
    needed = dict.fromkeys(re.escape(need) for rule in LINE_RULES for need in rule.needs)
    one = tuple(re.compile(rule.pattern) for rule in LINE_RULES)
    return _Patterns(one, re.compile("|".join(begun)), re.compile("|".join(needed)))


_ANYWHERE = tuple((at, rule) for at, rule in enumerate(LINE_RULES) if rule.needs)


def line_label(text: str) -> LineRule | None:
    """The first rule that a block's text fits, or None."""
    size = len(text)
    if size > _LONGEST:
        return None
    line = text.lower()
    patterns = _patterns()
    begun = patterns.begun.match(line)
    at = _NONE if begun is None else int((begun.lastgroup or "")[1:])
    if at < _NONE and size > LINE_RULES[at].longest:
        at = next((n for n in range(at + 1, _NONE) if _fits(n, line, size)), _NONE)
    if patterns.needed.search(line):
        at = next((n for n, rule in _ANYWHERE if n < at and _fits(n, line, size)), at)
    return LINE_RULES[at] if at < _NONE else None


def _fits(at: int, line: str, size: int) -> bool:
    rule = LINE_RULES[at]
    if size > rule.longest or not (not rule.needs or any(need in line for need in rule.needs)):
        return False
    return _patterns().one[at].match(line) is not None
