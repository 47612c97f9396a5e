"""The compiled look at lines finds the rule that the one in Python finds."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backfile.label import line_label as lines
from backfile.label.line_rules import LINE_RULES

compiled = pytest.mark.skipif(
    lines._lines is None, reason="the compiled look at lines was not built: no C compiler here"
)
LINES = [line for rule in LINE_RULES for line in (rule.example, rule.counter)]
ODD = [
    "",
    "A",
    "É",
    "İ",
    "ſhare",
    "K",
    "©",
    "— ",
    "\ud800",
    "Ü" * 5,
    "(AP)",
    "a" * 1200,
    "a" * 1201,
    "水曜日",
    "\U0001f600 Tags:",
    "\n",
    "Tags",
]


def assert_twins_agree(line: str) -> None:
    assert lines.line_label(line) is lines.line_label_in_python(line)


@compiled
@pytest.mark.parametrize("line", [*LINES, *ODD])
def test_the_twins_agree(line: str) -> None:
    for one in (line, line.upper(), line[:3], line + " and more", "  " + line, "É" + line, line.replace("e", "é")):
        assert_twins_agree(one)


@compiled
@settings(max_examples=300, deadline=None)
@given(st.sampled_from(LINES), st.integers(0, 12), st.text(max_size=4), st.integers(0, 80))
def test_the_twins_agree_on_lines_that_are_changed(line: str, at: int, more: str, size: int) -> None:
    assert_twins_agree((line[:at] + more + line[at:])[: size or None])


@compiled
def test_what_is_no_text_and_what_is_no_tree_is_refused() -> None:
    with pytest.raises(TypeError, match="a str"):
        lines._lines.first_fit(lines._prepared(), b"Tags:")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="no such node"):
        lines._lines.prepare(((0, ((97, 5),)),), (0,), 5, 1, (), str, len)
    with pytest.raises(ValueError, match="at most 64 rules"):
        lines._lines.prepare((), (0,), 5, 1, (), str, len)


def test_lines_are_read_without_the_compiled_look(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "_lines", None)
    rule = lines.line_label("This is an archived article and the information in the article may be outdated.")
    assert rule is not None
    assert rule.name == "archive-notice"
