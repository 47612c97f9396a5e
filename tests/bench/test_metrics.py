"""The metrics on cases small enough to count by hand."""

from collections import Counter

import pytest
from bench.metrics import (
    Overlap,
    Segments,
    author_set,
    bag_f1,
    day_of,
    overlap,
    page_rates,
    same_line,
    segments,
    segments_f1,
    shingle_rates,
    shingles,
    words,
)


def compared(due: str, got: str) -> Overlap:
    return overlap(shingles(words(due)), shingles(words(got)))


def test_words_are_runs_of_word_characters() -> None:
    assert words("It's 5 km – “näh”") == ["It", "s", "5", "km", "näh"]
    assert words(None) == []


def test_shingles_are_runs_of_four_words() -> None:
    assert shingles("a b c d e".split()) == Counter({("a", "b", "c", "d"): 1, ("b", "c", "d", "e"): 1})
    assert shingles(["a"] * 5) == Counter({("a",) * 4: 2})


def test_a_short_text_is_one_shingle_and_an_empty_one_none() -> None:
    assert shingles(["a", "b"]) == Counter({("a", "b"): 1})
    assert shingles([]) == Counter()


def test_overlap_is_in_shares_of_the_page() -> None:
    # due: abcd bcde; got: abcd bcdf: one in both, one more, one missing
    assert compared("a b c d e", "a b c d f") == pytest.approx((1 / 3, 1 / 3, 1 / 3))
    assert compared("", "") == (0, 0, 0)


def test_page_rates() -> None:
    assert page_rates(compared("a b c d e", "a b c d f")) == pytest.approx((0.5, 0.5, 0.5))
    assert page_rates(compared("a b c d e", "a b c d")) == pytest.approx((2 / 3, 1, 0.5))
    assert page_rates(compared("", "")) == (1, 1, 1)
    assert page_rates(compared("a b", "")) == (0, 0, 0)


def test_a_sets_f1_is_of_its_mean_precision_and_recall() -> None:
    pages = [compared("a b c d e", "a b c d"), compared("a b c d", "a b c d e")]
    assert shingle_rates(pages) == pytest.approx((0.75, 0.75, 0.75))


def test_an_empty_answer_has_no_precision_but_no_recall_either() -> None:
    pages = [compared("a b c d", "a b c d"), compared("a b c d", "")]
    assert shingle_rates(pages) == pytest.approx((2 / 3, 1, 0.5))
    assert shingle_rates([]) == (0, 0, 0)


def test_the_word_bag_leaves_order_and_case_aside() -> None:
    assert bag_f1("The ferry left", "LEFT the ferry") == 1
    assert bag_f1("the ferry left", "the ferry") == pytest.approx(0.8)  # precision 1, recall 2/3
    assert bag_f1("", "") == 1
    assert bag_f1("", "words") == bag_f1("words", "") == 0


def test_segments_are_found_with_white_space_folded() -> None:
    found = segments(["two lines", "gone"], ["Imprint", "Share"], "two\n lines, and an Imprint")
    assert found == Segments(found=1, banned=1, missed=1, left_out=1)
    assert segments(["a"], ["b"], "  ") == Segments(0, 0, 1, 1)


def test_segments_f1_sums_the_counts_first() -> None:
    assert segments_f1([Segments(3, 0, 0, 2), Segments(0, 1, 1, 0)]) == pytest.approx(0.75)  # 6 / (6 + 1 + 1)
    assert segments_f1([]) == 0


def test_authors_are_compared_as_a_set() -> None:
    assert author_set(["By Ann Lee and Bo Ek"]) == author_set(["bo ek", "Ann  Lee"])
    assert author_set(["Ann Lee"]) != author_set(["Ann Lee", "Staff"])
    assert author_set(None) == frozenset()


def test_a_headline_keeps_its_marks() -> None:
    assert same_line(" Rain\n again ") == same_line("rain AGAIN")
    assert same_line("“Rain”") != same_line('"Rain"')


def test_the_day_is_as_written() -> None:
    assert day_of("2017-02-23T23:50-05:00") == "2017-02-23"
    assert day_of("2017-02") is day_of("2017") is day_of(None) is None
