"""docs/dates.md says what the code does."""

import re
from pathlib import Path

import backfile.wording  # noqa: F401 - the sentences of reasons
from backfile.dates.precedence import NEVER, PRECEDENCE
from backfile.dates.text.context import CERTAINTIES
from backfile.dates.usable_clues import FIRST_DAY

DOCS = (Path(__file__).parents[2] / "docs" / "dates.md").read_text()


def test_the_table_of_precedence_is_the_one_in_the_code():
    rows = re.findall(r"^\| \d+ \| `([\w-]+)` \| (\w+) \| ([\w-]+) \| (.+) \|$", DOCS, re.M)
    assert rows == [(rule.name, rule.field, rule.basis, rule.what) for rule in PRECEDENCE]


def test_the_rules_never_used_are_those_in_the_code():
    assert re.findall(r"^\| `([\w-]+)` \| (.+) \|$", DOCS, re.M) == [(rule, str(why)) for rule, why in NEVER.items()]


def test_the_first_day_of_the_web_is_named():
    assert FIRST_DAY in DOCS


def test_each_certainty_is_explained_as_in_the_code():
    assert dict(re.findall(r"^\| ([a-z-]+) \| (.+) \|$", DOCS, re.M)) == CERTAINTIES
