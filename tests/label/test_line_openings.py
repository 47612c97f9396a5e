"""Lines are looked up by how they begin: what is looked up is what the rules' patterns say."""

import pytest
from scripts.make_line_openings import openings

from backfile.label.line_openings import OPENINGS
from backfile.label.line_rule import LineRule
from backfile.label.line_rules import LINE_RULES
from backfile.model.label import FurnitureKind, RuleName


def test_the_table_is_that_of_the_rules() -> None:
    assert tuple(map(openings, LINE_RULES)) == OPENINGS, "LINE_RULES changed: run python scripts/make_line_openings.py"


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
