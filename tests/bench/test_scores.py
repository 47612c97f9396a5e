"""A page's figures, a set's figures, and which pages are worst."""

import pytest
from bench.check_floor import below
from bench.extractors import EVERY
from bench.scores import Dates, Truth, summary
from bench.worst import goodness, worst

OURS, BODY_ONLY = EVERY["backfile"], EVERY["justext"]
KNOWN = {
    "id": "1",
    "page_type": "article",
    "body": "The ferry left at noon.",
    "with": ["ferry left"],
    "without": ["Share"],
    "headline": "Ferry leaves",
    "authors": ["Ann Lee"],
    "date_published": "2017-02-23",
}
RIGHT = {
    "body": "The ferry left at noon",
    "headline": "Ferry leaves",
    "authors": ["Ann Lee"],
    "date": "2017-02-23T10:00",
    "kind": "story",
}


def test_a_right_answer() -> None:
    page = Truth(KNOWN).score(RIGHT, OURS)
    assert (page.exact, page.headline, page.authors, page.date, page.kind) == (True, True, True, "right", True)
    scores = summary([page])
    assert (scores.body.f1 if scores.body else 0, scores.bag, scores.segments) == (1, 1, 1)
    assert scores.dates == Dates(1, 0, 0)


def test_no_answer_is_an_empty_one() -> None:
    page = Truth(KNOWN).score({"error": "ValueError: no"}, OURS)
    assert (page.failed, page.exact, page.headline, page.date, page.kind) == (True, False, False, "missed", False)
    assert summary([page]).failed == 1


def test_a_wrong_day_is_not_a_missed_one() -> None:
    pages = [Truth(KNOWN).score({"date": day}, OURS) for day in ("2017-02-24", "2017-02", None, "2017-02-23")]
    assert summary(pages).dates == Dates(right=1, wrong=1, missed=2)


def test_what_an_extractor_does_not_give_is_not_counted_against_it() -> None:
    page = Truth(KNOWN).score(RIGHT, BODY_ONLY)
    assert (page.headline, page.authors, page.date, page.kind) == (None, None, None, None)
    assert page.exact is True


def test_what_the_truth_does_not_say_is_not_counted() -> None:
    page = Truth({"id": "1", "date_published": "2017-02-23"}).score(RIGHT, OURS)
    assert (page.body, page.headline, page.segments, page.date) == (None, None, None, "right")
    assert summary([page]).headline is None


def test_the_best_of_several_right_bodies_counts() -> None:
    truth = Truth(KNOWN | {"body_alternatives": ["The ferry left."]})
    assert truth.score({"body": "The ferry left"}, OURS).exact is True


@pytest.mark.parametrize(("kind", "right"), [("listing", True), ("other", True), ("story", False), ("gallery", False)])
def test_a_product_page_is_no_story(kind: str, right: bool) -> None:
    assert Truth({"id": "1", "page_type": "product"}).score({"kind": kind}, OURS).kind is right


def test_the_worst_come_first() -> None:
    pages = [Truth(KNOWN | {"id": body}).score({"body": body}, OURS) for body in ("The ferry left at noon", "", "The")]
    assert [page.id for page in worst(pages, 2)] == ["", "The"]
    assert goodness(Truth({"id": "1", "date_published": "2017-02-23"}).score({}, OURS)) == 0.5


def test_a_score_below_its_floor_is_told() -> None:
    assert below({"exact": 0.4, "day_wrong": 0.01}, {"exact": 0.4, "day_wrong": 0.01}) == []
    assert below({"exact": 0.4, "day_wrong": 0.01}, {"exact": 0.5, "day_wrong": 0.0}) == []
    assert below({"exact": 0.4}, {"exact": 0.399}) == ["exact is 0.399, and its floor is 0.4"]
    assert below({"day_wrong": 0.01}, {"day_wrong": 0.02}) != []
    assert below({"exact": 0.4}, {}) != []
