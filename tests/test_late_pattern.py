"""Late patterns: as good as patterns compiled at once."""

import re

import pytest

from backfile.late_pattern import late


def test_it_does_what_a_compiled_pattern_does() -> None:
    pattern, compiled = late(r"(?P<year>\d{4})-(\d\d)", re.I), re.compile(r"(?P<year>\d{4})-(\d\d)", re.I)
    text = "from 2001-05 to 2003-07"
    assert pattern.findall(text) == compiled.findall(text)
    assert [m.span() for m in pattern.finditer(text, 8)] == [m.span() for m in compiled.finditer(text, 8)]
    assert pattern.sub(r"\2/\1", text) == "from 05/2001 to 07/2003"
    assert (pattern.groups, pattern.groupindex, pattern.flags) == (2, {"year": 1}, compiled.flags)


def test_it_is_compiled_at_its_first_use() -> None:
    wrong = late("(")
    assert wrong.pattern == "("
    with pytest.raises(re.error):
        wrong.search("a")
    with pytest.raises(AttributeError):
        _ = late("a").scanner  # type: ignore[attr-defined]
