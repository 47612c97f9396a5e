"""What lines of many newsrooms are, each with its kind before it; "none" is prose that begins as such lines do."""

from pathlib import Path

import pytest

from backfile.label.line_label import line_label

LINES = [line.split("|", 1) for line in Path(__file__).with_name("newsroom_lines.txt").read_text("utf-8").splitlines()]


@pytest.mark.parametrize(("kind", "line"), LINES)
def test_a_line_is_what_its_words_say(kind: str, line: str) -> None:
    rule = line_label(line)
    assert (rule.kind.value if rule else "none") == kind
