"""How dates and ages are said."""

from datetime import UTC, datetime, timedelta

import pytest

from backfile.model.story import Stamp, Window
from backfile.wording.age import heading, say_age, say_day, say_window

NOW = datetime(2026, 11, 23, 20, 0, tzinfo=UTC)


def stamp(value: str, precision: str = "day") -> Stamp:
    return Stamp(value, precision, "unknown", "visible", value)


@pytest.mark.parametrize(
    ("value", "precision", "day", "age"),
    [
        ("2017-02-23", "day", "23 February 2017", "9 years ago"),
        ("2017-02-23T16:47-05:00", "minute", "23 February 2017", "9 years ago"),
        ("2017-11-24", "day", "24 November 2017", "8 years ago"),
        ("2025-11-23", "day", "23 November 2025", "1 year ago"),
        ("2025-11-24", "day", "24 November 2025", "11 months ago"),
        ("2026-10-23", "day", "23 October 2026", "1 month ago"),
        ("2026-10-24", "day", "24 October 2026", "30 days ago"),
        ("2026-11-22", "day", "22 November 2026", "yesterday"),
        ("2026-11-23T09:00", "minute", "23 November 2026", "today"),
        ("2026-11-24", "day", "24 November 2026", "today"),  # it is the 24th already east of here
        ("2026-11-25", "day", "25 November 2026", "dated in the future"),
        ("2026-11-24T08:00+10:00", "minute", "24 November 2026", "today"),
        ("2026-11-24T08:00-05:00", "minute", "24 November 2026", "dated in the future"),
        ("2026-11", "month", "November 2026", "this month"),
        ("2026-10", "month", "October 2026", "last month"),
        ("2017-02", "month", "February 2017", "9 years ago"),
        ("2026-12", "month", "December 2026", "dated in the future"),
        ("2026", "year", "2026", "this year"),
        ("2025", "year", "2025", "last year"),
        ("2017", "year", "2017", "9 years ago"),
        ("2027", "year", "2027", "dated in the future"),
    ],
)
def test_said(value: str, precision: str, day: str, age: str) -> None:
    assert say_day(stamp(value, precision)) == day
    assert say_age(stamp(value, precision), NOW) == age


def test_heading() -> None:
    assert heading(stamp("2017-02-23"), NOW) == "From 23 February 2017 · 9 years ago"
    assert heading(None, NOW) == "Undated"


@pytest.mark.parametrize(
    ("window", "said"),
    [
        (Window("1990-01-01", "2099-12-31"), "It was published between 1 January 1990 and {today}."),
        (Window(None, "2099-12-31"), "It was published on or before {today}."),
        (Window("1990-01-01", "2016-03-02"), "It was published between 1 January 1990 and 2 March 2016."),
        (Window("1990-01-01", None), "It was published on or after 1 January 1990."),
        (Window(None, None), None),
    ],
)
def test_no_window_is_said_to_end_after_today(window: Window, said: str | None) -> None:
    today = say_day(stamp((NOW + timedelta(hours=14)).date().isoformat()))
    assert say_window(window, NOW) == (said and said.format(today=today))
