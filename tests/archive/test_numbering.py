"""Numbers in addresses, and where one stands among those of dated stories."""

from datetime import date, timedelta

import pytest

from backfile.archive.undated.address_numbers import Neighbour, between, numbered

START = date(2015, 3, 1)


@pytest.mark.parametrize(
    ("url", "run", "number"),
    [
        ("http://post.example/?p=1483", "post.example ?p=#", 1483),
        ("https://www.post.example/index.php?id=12&utm_source=x", "post.example /index.php?id=#", 12),
        ("http://post.example/print.asp?id=1172", "post.example /print.asp?id=#", 1172),
        ("https://post.example/news/2017/02/23/town-hall-123456", "post.example /*-#", 123456),
        ("https://post.example/123456/town-hall", "post.example /#", 123456),
        ("https://post.example/town-hall-b1114132.html", "post.example /*-b#", 1114132),
        ("https://post.example/news/article98765.html", "post.example /article#", 98765),
        ("https://post.example/news/1234", "post.example /#", 1234),
        ("https://post.example/98765-town-hall?page=2", "post.example /#-*", 98765),
    ],
)
def test_numbers_and_how_they_are_written(url: str, run: str, number: int) -> None:
    assert numbered(url) == (run, number)


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "mailto:a@post.example",
        "https://post.example/news/2017/02/23/town-hall",
        "https://post.example/news/2001/1018/mill.html",
        "https://post.example/news/2017",
        "https://post.example/top-10-tips-for-2019",
        "https://post.example/covid19",
        "https://post.example/list?page=2&year=2017",
    ],
)
def test_what_is_no_number_of_a_story(url: str | None) -> None:
    assert numbered(url) is None


def rising(count: int, *, each: int = 2) -> list[Neighbour]:
    """Numbers 100, 110, ... of stories that many days apart."""
    return [Neighbour(100 + n * 10, START + timedelta(days=n * each)) for n in range(count)]


def test_between_its_neighbours() -> None:
    dated = rising(6)
    found = between(115, dated)
    assert found is not None
    assert (found.before, found.after, found.in_order, found.looked_at) == (dated[1], dated[2], 6, 6)


def test_at_the_ends_and_at_the_number_itself() -> None:
    dated = rising(6)
    first, last, same = between(1, dated), between(999, dated), between(120, dated)
    assert first
    assert last
    assert same
    assert (first.before, first.after) == (None, dated[0])
    assert (last.before, last.after) == (dated[-1], None)
    assert (same.before, same.after) == (dated[2], dated[2])


def test_too_few_stories_say_nothing() -> None:
    assert between(115, rising(4)) is None
    assert between(115, rising(5)) is not None
    assert between(115, rising(8, each=0)) is None, "all are of one day"


def test_numbers_given_at_random_say_nothing() -> None:
    dated = [
        Neighbour(number, START + timedelta(days=n)) for n, number in enumerate((500, 100, 400, 300, 700, 200, 600))
    ]
    assert between(450, dated) is None


def test_falling_numbers_say_nothing() -> None:
    assert between(115, [Neighbour(200 - n.number, n.day) for n in rising(10)]) is None


def test_one_in_twenty_may_be_out_of_order_and_is_no_neighbour() -> None:
    lay_for_years = Neighbour(116, START + timedelta(days=900))
    assert between(117, [*rising(10), lay_for_years]) is None
    found = between(117, [*rising(30), lay_for_years])
    assert found is not None
    assert (found.before, found.after) == (rising(30)[1], rising(30)[2])
    assert (found.in_order, found.looked_at) == (30, 31)
