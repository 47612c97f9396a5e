"""The attacks attack: strings grow from a pattern's own structure, pages are broken, and what a check printed is what the page says."""

import random
import re

import pytest
from bench.broken_pages import broken, picture, share_kept
from bench.fuzz import TARGETS, seed
from bench.patterns.found import Found, Place, places
from bench.patterns.pumps import pumps
from bench.reliability import CHECKS, page


def test_every_call_that_compiles_is_a_place() -> None:
    found = places()
    assert len(found) > 500
    assert {place.name.partition(".")[0] for place in found} > {"re"}
    assert Place("dates/relative_stamps.py", 0, 0, "_BEFORE").name in {place.name for place in found}


@pytest.mark.parametrize(
    ("pattern", "grows"),
    [(r"(?:a+)+$", "a"), (r"x\s+y", " "), (r"<[^>]*>", ""), (r"\d{2,30}:", "1"), (r"ab?c", None)],
)
def test_pumps_repeat_what_may_repeat(pattern: str, grows: str | None) -> None:
    made = list(pumps(pattern, 0))
    assert bool(made) == (grows is not None)
    for pump in made:
        assert len(pump.text(1000)) >= 500
        assert re.search(pattern[0] if pattern[0] in "x<" else ".", pump.text(100), re.S)


def test_a_found_pattern_says_where_it_stands() -> None:
    assert str(Found(Place("a.py", 3, 4, "_B"), "x", 0, True).place) == "a.py:3 _B"


def test_a_page_is_broken_in_every_way() -> None:
    whole = b"<html><body><p>The ferry is late.</p></body></html>" * 20
    forms = list(broken(whole, random.Random(0), 10))
    assert {form.how for form in forms} == {"cut", "bytes", "tags", "encoding"}
    assert all(len(form.page) <= len(whole) * form.left + 1 for form in forms if form.how == "cut")
    assert all(form.page != whole for form in forms)


def test_the_share_kept_counts_words() -> None:
    assert share_kept("the ferry is late again", "the ferry") == pytest.approx(0.4)
    assert share_kept("a a a a", "a") == pytest.approx(0.25)
    assert picture([(0, 0.5, 0.1, 1.0), (9, 1.0, 1.0, 0.0)]).count("polyline") == 2


def test_each_target_of_the_fuzzing_has_something_to_begin_with(tmp_path) -> None:
    for target in TARGETS:
        seed(target, tmp_path / target)
        assert any((tmp_path / target).iterdir()), target


def test_the_page_has_what_was_printed_and_nothing_else() -> None:
    kept = {CHECKS[0].name: {"last": "12 kinds: 0 failed", "code": 0, "seconds": 3, "day": "2026-11-30"}}
    said = page(kept)
    assert "12 kinds: 0 failed" in said
    assert said.count("\n| ") == 2
