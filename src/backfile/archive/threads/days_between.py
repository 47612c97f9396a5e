"""Days of two stories: how far apart they are, which came first, and whether an undated one can be of about the other's day."""

from datetime import date
from typing import Protocol

from backfile.archive.versions.stamp_days import days_of, span_of
from backfile.model.story import Stamp, Window

LONGEST_GAP = 300
"""Days between two stories that their words link: a year later a town has its next fair, budget and flood, told in the same words."""


class Dated(Protocol):
    """A story in a list, or whatever else says when it was published."""

    @property
    def published(self) -> Stamp | None:
        """Its day, where that is known."""

    @property
    def window(self) -> Window:
        """When it must have been published."""


def span(entry: Dated) -> tuple[date | None, date | None]:
    """The first and the last day on which the story can have been published; None where that end is open."""
    return days_of(entry.published) if entry.published else span_of(entry.window)


def days_between(one: Dated, other: Dated) -> int | None:
    """Days between two dated stories; None where the day of one is not known."""
    if one.published is None or other.published is None:
        return None
    first, second = one.published.date, other.published.date
    return abs((first - second).days) if first and second else None


def may_be_near(one: Dated, other: Dated) -> bool:
    """Whether the days of both can be within LONGEST_GAP."""
    (first, last), (its_first, its_last) = span(one), span(other)
    return not (_apart(last, its_first) or _apart(its_last, first))


def _apart(end: date | None, beginning: date | None) -> bool:
    return end is not None and beginning is not None and (beginning - end).days > LONGEST_GAP


def order_of(own: Dated, other: Dated) -> str:
    """Where the other story stands beside this one in time: before, same-day, after, or unknown."""
    (first, last), (its_first, its_last) = span(own), span(other)
    if first and its_last and its_last < first:
        return "before"
    if last and its_first and its_first > last:
        return "after"
    return "same-day" if days_between(own, other) == 0 else "unknown"
