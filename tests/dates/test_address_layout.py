"""A layout of addresses says the day of each of them, or that it is none of its own."""

import pytest

from backfile.dates.address_layout import AddressLayout


@pytest.mark.parametrize(
    ("layout", "address", "day"),
    [
        ("paper.example/{year}/{month}/{day}/*", "https://www.paper.example/2003/05/20/fire.html", "2003-05-20"),
        ("https://paper.example/{year}/{month}{day}-*", "http://paper.example/2003/0520-fire", "2003-05-20"),
        ("/{year}/{month}/*", "https://any.example/2003/5/fire", "2003-05"),
        ("paper.example/arch/{yy}{month}{day}/*.html", "paper.example/arch/980203/n1.html", "1998-02-03"),
        ("paper.example/arch/{yy}{month}{day}/*.html", "paper.example/arch/030203/n1.html", "2003-02-03"),
        ("paper.example/{year}/*", "https://paper.example/2003/fire.html", "2003"),
        ("paper.example/story.asp?d={month}-{day}-{year}", "https://paper.example/story.asp?d=5-20-2003", "2003-05-20"),
        ("paper.example/{year}/{month}/{day}/*", "https://other.example/2003/05/20/fire.html", None),
        ("paper.example/{year}/{month}/{day}/*", "https://paper.example/2003/02/30/fire.html", None),
        ("paper.example/{year}/{month}/{day}/*", "https://paper.example/2003/05/20", None),
        ("paper.example/{year}/*", "https://paper.example/9003/fire.html", None),
        ("paper.example/{year}/*.html", "https://paperxexample/2003/fire.html", None),
    ],
)
def test_the_day_of_an_address(layout: str, address: str, day: str | None) -> None:
    assert AddressLayout(layout).day_of(address) == day


@pytest.mark.parametrize(
    ("layout", "words"),
    [
        ("paper.example/*", "no one year"),
        ("paper.example/{year}/{yy}/*", "no one year"),
        ("paper.example/{year}/{year}/*", "no one year"),
        ("paper.example/{year}/{day}/*", "a day and no month"),
        ("paper.example/{year}/{slug}", "{slug} is no part of a day"),
    ],
)
def test_what_is_no_layout(layout: str, words: str) -> None:
    with pytest.raises(ValueError, match=words.replace("{", r"\{")):
        AddressLayout(layout)
