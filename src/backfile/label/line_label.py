"""Which of the rules of lines a line fits.

Plan. The rules that say how a line begins are one pattern, an alternative a rule, so that a line is gone through once; a rule
whose lines can begin with anything is tried where one of the words that it needs is in the line. Of those that fit the first
in LINE_RULES counts.
"""

from functools import lru_cache

from backfile.label.line_rules import LINE_RULES, LineRule
from backfile.late_pattern import late
from backfile.model.label import RuleName

_LONGEST = max(rule.longest for rule in LINE_RULES)
_NONE = len(LINE_RULES)


_ONE = tuple(late(rule.pattern) for rule in LINE_RULES)
"""A rule each."""
_BEGUN = late("|".join(f"(?P<_{at}>{rule.pattern})" for at, rule in enumerate(LINE_RULES) if not rule.needs))
"""All that say how a line begins: the group that matches is named for its rule's place."""

_ANYWHERE = tuple((at, rule.longest, need) for at, rule in enumerate(LINE_RULES) for need in rule.needs)
_LONGEST_ANYWHERE = max(longest for _, longest, _ in _ANYWHERE)


def line_label(text: str) -> LineRule | None:
    """The first rule that a block's text fits, or None."""
    size = len(text)
    if text[0] in "{[" and _CODE.match(text):
        return _TEMPLATE
    if size > _LONGEST:
        return None
    return _kept(text) if size <= _SHORT else _first_fit(text, size)


_CODE = late(r'[{\[]+\s*["\'][\w$@ -]+["\']\s*[:,]|\[\s*\{')
"""JSON in a box, as widgets leave it: {"rows":3, ...}. However long it is, it is no text."""
_TEMPLATE = next(rule for rule in LINE_RULES if rule.name is RuleName.TEMPLATE_MARK)
_SHORT = 60
"""Code points: two lines in three of a page are no longer, and the most of these stand on every page of their outlet."""


@lru_cache(maxsize=16384)
def _kept(text: str) -> LineRule | None:
    return _first_fit(text, len(text))


def _first_fit(text: str, size: int) -> LineRule | None:
    line = text.lower()
    begun = _BEGUN.match(line)
    found = _NONE if begun is None else int((begun.lastgroup or "")[1:])
    if found < _NONE and size > LINE_RULES[found].longest:
        fits = (at for at in range(found + 1, _NONE) if size <= LINE_RULES[at].longest and _ONE[at].match(line))
        found = next(fits, _NONE)
    if size <= _LONGEST_ANYWHERE:
        for at, longest, need in _ANYWHERE:
            if need in line and at < found and size <= longest and _ONE[at].match(line):
                found = at
                break
    return LINE_RULES[found] if found < _NONE else None
