"""Pumped strings: for each part of a pattern that may repeat, what leads to it, and what it repeats.

A backtracking engine takes time of a higher power of the length where a repeated part can be divided in several ways, or be begun anew at
each place of a run, before the match fails (Davis and others, "Why aren't regular expressions a lingua franca?", 2019). So each string is a lead, the
repeated part many times, and an end that nothing matches.
"""

import random
import re._constants as kinds
import re._parser as parser
from collections.abc import Iterator
from typing import Any, NamedTuple

_LETTERS = "a A1 1 \n\t.,:;-'\"()[]<>/&=_|@#{}\u00a0\u201c\u2019\u2014\u00e9\u65b0"
_CATEGORIES = {
    kinds.CATEGORY_DIGIT: str.isdigit,
    kinds.CATEGORY_SPACE: str.isspace,
    kinds.CATEGORY_WORD: lambda letter: letter.isalnum() or letter == "_",
    kinds.CATEGORY_NOT_DIGIT: lambda letter: not letter.isdigit(),
    kinds.CATEGORY_NOT_SPACE: lambda letter: not letter.isspace(),
    kinds.CATEGORY_NOT_WORD: lambda letter: not (letter.isalnum() or letter == "_"),
}
_REPEATS = (kinds.MAX_REPEAT, kinds.MIN_REPEAT, kinds.POSSESSIVE_REPEAT)
_MANY = 20
"""A part that repeats at most so often costs a fixed factor."""
ENDS = ("\x00", "x")


class Pump(NamedTuple):
    """A string that grows."""

    lead: str
    again: str
    end: str
    whole: bool = False
    """The lead is repeated too."""

    def text(self, length: int) -> str:
        """About `length` letters of it."""
        lead, again = ("", self.lead + self.again) if self.whole else (self.lead, self.again)
        return lead + again * max(1, length // len(again)) + self.end


def pumps(pattern: str | bytes, flags: int, *, seed: int = 0, most: int = 48) -> Iterator[Pump]:
    """At most so many strings for one pattern, the same for the same seed."""
    made = _Maker(random.Random(seed))
    seen: set[tuple[str, str]] = set()
    for lead, again in made.repeats(list(parser.parse(pattern, flags)), ""):
        if not again or (lead, again) in seen:
            continue
        seen.add((lead, again))
        for end in ENDS:
            yield Pump(lead, again, end)
            if lead:
                yield Pump(lead, again, end, whole=True)
        if len(seen) * 4 >= most:
            return


class _Maker:
    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.groups: dict[int | None, str] = {}

    def repeats(self, tree: list[Any], lead: str) -> Iterator[tuple[str, str]]:
        """What leads to each part that repeats without a bound, and one turn of it."""
        for kind, value in tree:
            if kind in _REPEATS and value[1] > _MANY:
                for _ in range(3):
                    yield lead, self.one(list(value[2]))
            for inner in _inside(kind, value):
                yield from self.repeats(list(inner), lead)
            lead += self.one([(kind, value)])

    def one(self, tree: list[Any]) -> str:
        """A text that the parts match, looks around left out."""
        return "".join(self._part(kind, value) for kind, value in tree)

    def _part(self, kind: Any, value: Any) -> str:
        if kind is kinds.LITERAL:
            return chr(value)
        if kind is kinds.NOT_LITERAL:
            return "a" if value != ord("a") else "b"
        if kind is kinds.ANY:
            return self.chance.choice("a .")
        if kind is kinds.IN:
            return self._of_set(value)
        if kind is kinds.BRANCH:
            return self.one(list(self.chance.choice(value[1])))
        if kind is kinds.SUBPATTERN:
            self.groups[value[0]] = self.one(list(value[3]))
            return self.groups[value[0]]
        if kind in _REPEATS:
            turns = value[0] if self.chance.random() < 0.6 else min(value[1], value[0] + 1)
            return "".join(self.one(list(value[2])) for _ in range(turns))
        if kind is kinds.ATOMIC_GROUP:
            return self.one(list(value))
        return self.groups.get(value, "") if kind is kinds.GROUPREF else ""

    def _of_set(self, items: list[Any]) -> str:
        fitting = [letter for letter in _LETTERS if _in_set(items, letter)]
        if items[0][0] is not kinds.NEGATE:
            fitting += [
                chr(value if kind is kinds.LITERAL else value[0]) for kind, value in items if kind is not kinds.CATEGORY
            ]
        return self.chance.choice(fitting) if fitting else "a"


def _inside(kind: Any, value: Any) -> list[Any]:
    if kind in _REPEATS:
        return [value[2]]
    if kind is kinds.SUBPATTERN:
        return [value[3]]
    if kind is kinds.BRANCH:
        return list(value[1])
    if kind is kinds.ATOMIC_GROUP:
        return [value]
    return [value[1]] if kind in (kinds.ASSERT, kinds.ASSERT_NOT) else []


def _in_set(items: list[Any], letter: str) -> bool:
    within = any(
        ord(letter) == value
        if kind is kinds.LITERAL
        else value[0] <= ord(letter) <= value[1]
        if kind is kinds.RANGE
        else _CATEGORIES[value](letter)
        for kind, value in items
        if kind is not kinds.NEGATE
    )
    return within != (items[0][0] is kinds.NEGATE)
