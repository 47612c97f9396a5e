"""Lines are told by the first of LINE_RULES that they fit, however it is found."""

import re

import pytest

from backfile.label.line_label import line_label
from backfile.label.line_rule import LineRule
from backfile.label.line_rules import LINE_RULES


def plainly(text: str) -> LineRule | None:
    """Every rule tried in order, with nothing spared."""
    return next(
        (rule for rule in LINE_RULES if len(text) <= rule.longest and re.match(rule.pattern, text.lower())), None
    )


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
    assert all(word.isascii() and word == word.lower() for word in rule.needs)
    assert re.match(rule.pattern, rule.example.lower())
    assert not re.match(rule.pattern, rule.counter.lower())


def test_a_line_too_long_for_a_rule_may_fit_a_later_one() -> None:
    line = "Update: " + "the count goes on in the hall and all of it is told here " * 6
    assert line_label(line) is plainly(line)
    assert line_label("Tags: " + "a, " * 500) is None


def test_patterns_are_written_in_small_letters_and_capture_nothing() -> None:
    for rule in LINE_RULES:
        letters = re.sub(r"\\.", "", rule.pattern)
        assert re.compile(rule.pattern).groups == 0, rule.name
        assert letters == letters.lower(), rule.name
