"""What spares a line the rules that it cannot fit never hides one that it can."""

import re

import pytest

from backfile.label.line_label import line_label
from backfile.label.line_rules import LINE_RULES, LineRule
from backfile.label.pattern_openings import END, OTHER, openings_of
from backfile.label.pattern_prefilter import Sieve


def plainly(text: str) -> LineRule | None:
    """Every rule tried in order, with nothing spared."""
    return next((rule for rule in LINE_RULES if len(text) <= rule.longest and re.match(rule.pattern, text, re.I)), None)


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
    assert re.match(rule.pattern, rule.example, re.I)
    assert not re.match(rule.pattern, rule.counter, re.I)


@pytest.mark.parametrize("rule", LINE_RULES, ids=lambda rule: rule.name)
def test_lines_of_a_rule_are_told_by_how_they_begin_or_by_a_word(rule: LineRule) -> None:
    """Else every line of every page would be tried on it."""
    assert rule.needs or "" not in openings_of(rule.pattern, re.I).beginnings


SPACES = " \t\n\r\f\v\x1c\x1d\x1e\x1f"


@pytest.mark.parametrize(
    ("pattern", "beginnings", "shortest"),
    [
        ("(?:read|see) more", {"read ", "see "}, 8),
        (r"(?:the )?\d+ c", {"the ", *"0123456789", OTHER}, 3),
        ("[12]?[ab]c", {"1ac", "1bc", "2ac", "2bc", "ac", "bc"}, 2),
        (r"\s?(?=x)bc", {*SPACES, OTHER, "bc"}, 2),
        ("ab?.", {"a", "ab"}, 2),
        ("x{2,}|y$", {"xx", "xxx", "xxxx", "xxxxx", "y" + END, "y\n"}, 1),
        ("Übersicht", {"übers"}, 9),
        ("straße", {"stra"}, 6),
        ("[a-z]+ly", set("abcdefghijklmnopqrstuvwxyz"), 3),
        (".{1,3}a", {""}, 2),
        ("[^a]b", {""}, 2),
        ("a?", {"", "a"}, 0),
    ],
)
def test_openings(pattern: str, beginnings: set[str], shortest: int) -> None:
    assert openings_of(pattern, re.I) == (beginnings, shortest)


def may_open(pattern: str, text: str) -> bool:
    return bool(Sieve([pattern], [len(text)], re.I).may_match(text))


@pytest.mark.parametrize(
    "text", ["ab", "AB", "a", "ſe", "aé", "AÉ", "", "xx", "x\n", "aſ", "“ab”", "—", "\u212aa", "İa", "ıa", "٣", "éa"]
)
@pytest.mark.parametrize(
    "pattern",
    [
        "ab?",
        "a.",
        "[aſ]b",
        "(?:a|x)+",
        "aé",
        "s?e",
        "",
        r"\W?ab",
        "x$",
        r"\d",
        "ka",
        "ia",
        "[“—]",
        "é",
        r"\Wa|\W$",
        r"[\w]a",
    ],
)
def test_no_opening_of_a_match_is_ruled_out(pattern: str, text: str) -> None:
    assert may_open(pattern, text) or not re.match(pattern, text, re.I)


def test_an_opening_that_cannot_match_is_ruled_out() -> None:
    assert not may_open("read|see", "ro")
    assert not may_open("read|see", "rear")
    assert not may_open("top$", "topple")
