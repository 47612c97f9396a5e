"""Lines are looked up by how they begin: what is looked up is what the rules' patterns say."""

import pytest
from scripts.make_line_openings import openings, own_rules

from backfile.label.language_lines import LANGUAGE_LINES, LANGUAGE_OPENINGS
from backfile.label.line_openings import MARK, OPENINGS
from backfile.label.line_rule import LineRule
from backfile.model.label import FurnitureKind, RuleName


def test_the_table_is_that_of_the_rules() -> None:
    assert tuple(map(openings, own_rules())) == OPENINGS, "LINE_RULES changed: run python scripts/make_line_openings.py"


def test_openings_of_the_languages_lists_are_those_of_their_patterns() -> None:
    for row, rule in zip(LANGUAGE_OPENINGS, LANGUAGE_LINES, strict=True):
        told = set(row.split("|"))
        assert all(one[:1].isalpha() or one == MARK for one in told), rule.name
        assert all(any(one.startswith(short) for short in told) for one in openings(rule).split("|")), rule.name


def rule_of(pattern: str) -> LineRule:
    return LineRule(RuleName.SHARE_LINE, FurnitureKind.SHARE, pattern, 60, "", "")


@pytest.mark.parametrize(
    ("pattern", "begun"),
    [
        ("share|send", "send|shar"),
        (r"\W{0,3}share", "-|shar"),
        (r"\d+ (?:shares|likes)", "0"),
        (r"(?:re)?post\b", "post|repo"),
        ("s['’]abonner|s", "s"),
        (r"x\d", "x"),
        ("(?:a|b){2}c", "aac|abc|bac|bbc"),
    ],
)
def test_openings_are_read_off_patterns(pattern: str, begun: str) -> None:
    assert openings(rule_of(pattern)) == begun


def test_a_pattern_that_fits_anything_needs_a_word() -> None:
    with pytest.raises(SystemExit, match="share-line fits lines that can begin with anything"):
        openings(rule_of(r".{0,40}share"))
