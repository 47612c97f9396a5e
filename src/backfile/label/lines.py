"""Which of the rules of lines a line fits: tried are only those whose lines begin as it does and are as long."""

import re
from collections.abc import Callable, Sequence
from functools import cache, partial

from backfile.label.line_rules import LINE_RULES, LineRule
from backfile.label.openings import END, REACH, beginnings_of, openings_of

_LONGEST = max(rule.longest for rule in LINE_RULES)
_FIRST = 2
"""Characters that are looked up as one."""
_LAST_OF_ASCII = "\x7f"
_MOST_KEPT = 4_000
_Tried = tuple[str, Callable[[str], object], LineRule]
"""What a line must have in it, folded, for the rule to be tried; "" for nothing."""


@cache
def _matcher(pattern: str) -> Callable[[str], object]:
    return re.compile(pattern, re.I).match


class _Node:
    """A beginning of lines, and how it goes on."""

    __slots__ = ("longer", "rules")

    def __init__(self, rules: int = 0) -> None:
        self.rules = rules
        """The rules whose lines can begin so and go on in any way: a bit a rule."""
        self.longer: dict[str, _Node] = {}
        """By the next character, in either case: the beginnings that are longer by it."""

    def add(self, beginning: str, rules: int) -> None:
        """Give rules to what is longer than this node by so many characters."""
        node = self
        for letter in beginning:
            if letter not in node.longer:
                node.longer[letter] = _Node()
            node = node.longer[letter]
        node.rules |= rules

    def in_both_cases(self) -> None:
        """Let capitals in ASCII lead where their small letters lead."""
        for letter, node in list(self.longer.items()):
            node.in_both_cases()
            if letter.isascii():
                self.longer[letter.upper()] = node


class _Sieve:
    """Which rules a line can fit, by how it begins and how long it is. A set of rules is a number, a bit a rule."""

    def __init__(self, rules: Sequence[LineRule]) -> None:
        self.rules = rules
        self.at: dict[str, int] = {}
        """A beginning: the rules whose lines can begin so."""
        self.of_size = [0] * (_LONGEST + 1)
        for place, rule in enumerate(rules):
            openings = openings_of(rule.pattern, re.I)
            for beginning in openings.beginnings:
                self.at[beginning] = self.at.get(beginning, 0) | 1 << place
            for size in range(openings.shortest, rule.longest + 1):
                self.of_size[size] |= 1 << place
        self.root = _Node()
        for beginning, found in self.at.items():
            self.root.add(beginning, found)
        self.root.in_both_cases()
        self.by_first: dict[str, _Node] = {}
        self.by_set: dict[int, tuple[_Tried, ...]] = {}

    def beginning_as(self, text: str) -> int:
        """The rules whose lines can begin as a text does."""
        node = self.by_first.get(text[:_FIRST]) or self._of_first(text[:_FIRST])
        found, longer = node.rules, node.longer
        if not longer:
            return found
        for letter in text[_FIRST:REACH]:
            if letter > _LAST_OF_ASCII:
                return self._of_any(beginnings_of(text))
            if letter not in longer:
                return found
            node = longer[letter]
            found |= node.rules
            longer = node.longer
        return found | longer[END].rules if END in longer and len(text) < REACH else found

    def _of_first(self, first: str) -> _Node:
        """The rules of lines that begin with these two characters, and how the beginnings go on that are longer."""
        beginnings = beginnings_of(first, _FIRST)
        found = _Node(self._of_any(beginnings))
        if beginnings is not None and len(first) == _FIRST:
            node = self.root
            for letter in beginnings[_FIRST]:
                node = node.longer.get(letter) or _Node()
            found.longer = node.longer
        if len(self.by_first) < _MOST_KEPT:
            self.by_first[first] = found
        return found

    def _of_any(self, beginnings: Sequence[str] | None) -> int:
        found = 0
        for beginning in beginnings or ():
            found |= self.at.get(beginning, 0)
        return (1 << len(self.rules)) - 1 if beginnings is None else found

    def listed(self, chosen: int) -> tuple[_Tried, ...]:
        """What to try for a set of rules, in the rules' order."""
        rules = [rule for place, rule in enumerate(self.rules) if chosen >> place & 1]
        found = tuple((need, _matcher(rule.pattern), rule) for rule in rules for need in rule.needs or ("",))
        if len(self.by_set) < _MOST_KEPT:
            self.by_set[chosen] = found
        return found


_sieve = cache(partial(_Sieve, LINE_RULES))


def line_label(text: str) -> LineRule | None:
    """The first rule that a block's text fits, or None."""
    size = len(text)
    if size > _LONGEST:
        return None
    sieve = _sieve()
    rules = sieve.beginning_as(text) & sieve.of_size[size]
    if not rules:
        return None
    # Needs are in ASCII: letters past it are left out, for folding them takes longer than all else here.
    folded = (text if text.isascii() else text.encode("ascii", "ignore").decode("ascii")).lower()
    for need, match, rule in sieve.by_set.get(rules) or sieve.listed(rules):
        if need in folded and match(text):
            return rule
    return None
