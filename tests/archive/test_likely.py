"""The likeliest days, from what points to days."""

from datetime import date

import pytest

from backfile.archive.undated.likely_days import Pointer, likely_days
from backfile.model.reason_codes import ArchiveCode
from backfile.model.reasons import OtherStory, Reason

OPEN = (date(1990, 1, 1), date(2020, 1, 1))
WEDNESDAY, SATURDAY = date(2017, 8, 9), date(2017, 8, 12)
WED_OR_THU = frozenset({2, 3})
A_COPY = ArchiveCode.SAME_TEXT.of(OtherStory("1", "A", "Post", "2017-08-09"))
A_NUMBER = ArchiveCode.NUMBERED.of(5, 4, "2017-01-01", 6, "2017-12-31", 9, 9, 0)
A_QUOTATION = ArchiveCode.SAME_QUOTATION.of("It rained.", OtherStory("2", "B", "Post", "2017-08-09"))


def day(when: date, weight: int = 2, because: Reason | None = None) -> Pointer:
    return Pointer(when, when, weight, because or A_COPY)


def days_of(*pointers: Pointer, window: tuple[date, date] = OPEN, weekdays: frozenset[int] = frozenset()) -> list[str]:
    return [one.first for one in likely_days(pointers, window, weekdays)]


def test_nothing_points_to_nothing() -> None:
    assert likely_days([], OPEN, WED_OR_THU) == ()


def test_what_more_points_to_comes_first() -> None:
    assert days_of(day(SATURDAY), day(WEDNESDAY), day(WEDNESDAY, because=A_QUOTATION)) == ["2017-08-09", "2017-08-12"]
    assert days_of(day(SATURDAY, 4), day(WEDNESDAY, 2)) == ["2017-08-12", "2017-08-09"]


def test_reasons_are_each_said_once_the_weightiest_first() -> None:
    (found,) = likely_days([day(WEDNESDAY, 1, A_COPY), *[day(WEDNESDAY, 4, A_QUOTATION)] * 2], OPEN, WED_OR_THU)
    assert found.because == (A_QUOTATION, A_COPY, ArchiveCode.WEEKDAY_FITS.of("Wednesday"))


def test_a_day_that_does_not_fit_the_texts_weekdays_points_to_the_last_that_does() -> None:
    assert days_of(day(SATURDAY), weekdays=WED_OR_THU) == ["2017-08-10"]
    assert days_of(day(WEDNESDAY), weekdays=WED_OR_THU) == ["2017-08-09"]


def test_days_outside_the_window_are_left_out() -> None:
    until = (date(2017, 8, 1), date(2017, 8, 9))
    assert days_of(day(SATURDAY), day(WEDNESDAY), window=until) == ["2017-08-09"]
    assert days_of(day(date(2017, 8, 8)), window=(WEDNESDAY, SATURDAY), weekdays=WED_OR_THU) == []


def test_a_few_days_are_looked_at_one_by_one() -> None:
    week = Pointer(date(2017, 8, 7), SATURDAY, 2, A_NUMBER)
    assert days_of(week, weekdays=WED_OR_THU) == ["2017-08-09", "2017-08-10"]
    assert days_of(week, day(date(2017, 8, 11)))[0] == "2017-08-11"
    assert len(days_of(week)) == 5


def test_a_long_run_backs_days_and_stands_alone_where_there_are_none() -> None:
    year = Pointer(date(2017, 1, 1), date(2017, 12, 31), 2, A_NUMBER)
    alone = likely_days([year, Pointer(date(2010, 1, 1), date(2019, 1, 1), 2, A_NUMBER)], OPEN, WED_OR_THU)
    assert [(one.first, one.last, one.because) for one in alone] == [("2017-01-01", "2017-12-31", (A_NUMBER,))]
    clipped = likely_days([year], (date(2017, 6, 1), date(2018, 1, 1)), frozenset())
    assert [(one.first, one.last) for one in clipped] == [("2017-06-01", "2017-12-31")]
    backed = likely_days([year, day(WEDNESDAY)], OPEN, frozenset())
    assert [one.because for one in backed] == [(A_NUMBER, A_COPY)]


@pytest.mark.parametrize("count", [3, 9])
def test_five_days_at_most(count: int) -> None:
    assert len(days_of(*(day(date(2017, 8, n + 1)) for n in range(count)))) == min(count, 5)
