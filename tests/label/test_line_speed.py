"""What spares a line the rules that it cannot fit never hides one that it can."""

import re

import pytest

from backfile.label.lines import LINE_RULES, LineRule, line_label
from backfile.label.openings import may_open, openings_of


def plainly(text: str) -> LineRule | None:
    """Every rule tried in order, with nothing spared."""
    return next((rule for rule in LINE_RULES if len(text) <= rule.longest and rule.pattern.match(text)), None)


LINES = [
    *(rule.example for rule in LINE_RULES),
    *(rule.counter for rule in LINE_RULES),
    *(rule.example.upper() for rule in LINE_RULES),
    "News that matters, direct to your phone",
    "This story was published more than three years ago",
    "Note: this article is over 10 years old",
    "The information in this story may be out of date.",
    "Please check the timestamp on this story",
    "You are viewing an archived page",
    "--with files from",
    "Staff writers also contributed reporting",
    "Ann Lee reported from Ely for the reporting",
    "Mit Material von dpa",
    "Our standards: the handbook",
    "Source: AP",
    "Este artículo tiene más de un año",
    "関連記事",
    "·",
]


@pytest.mark.parametrize("line", LINES)
def test_the_same_rule_is_found(line: str) -> None:
    assert line_label(line) is plainly(line)


@pytest.mark.parametrize("rule", LINE_RULES, ids=lambda rule: rule.name)
def test_examples_have_what_their_rule_needs(rule: LineRule) -> None:
    assert not rule.needs or any(word in rule.example.lower() for word in rule.needs)
    assert rule.pattern.match(rule.example)
    assert not rule.pattern.match(rule.counter)


SPACES = " \t\n\r\f\v\x1c\x1d\x1e\x1f"


@pytest.mark.parametrize(
    ("pattern", "openings"),
    [
        ("(?:read|see) more", {"re", "se"}),
        (r"(?:the )?[0-2]+ c", {"th", *(one + other for one in "012" for other in "012 ")}),
        (r"\s?(?=x)bc", {"bc", *(space + "b" for space in SPACES)}),
        ("ab?.", {"a", "ab"}),
        ("x{2,}|y$", {"xx", "y"}),
        (".{0,3}a", None),
        ("[^a]b", None),
        ("a?", None),
    ],
)
def test_openings(pattern: str, openings: set[str] | None) -> None:
    assert openings_of(pattern, re.I) == openings


@pytest.mark.parametrize("text", ["ab", "AB", "a", "ſe", "aé", "", "xx"])
@pytest.mark.parametrize("pattern", ["ab?", "a.", "[aſ]b", "(?:a|x)+", "aé", "s?e", ""])
def test_no_opening_of_a_match_is_ruled_out(pattern: str, text: str) -> None:
    assert may_open(openings_of(pattern, re.I), text) or not re.match(pattern, text, re.I)


def test_an_opening_that_cannot_match_is_ruled_out() -> None:
    assert not may_open(openings_of("read|see", re.I), "ro")
