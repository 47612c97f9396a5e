"""What a search form asks: words, days between which, outlet, order."""

import re
from calendar import monthrange
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from backfile.errors import QueryError
from backfile.site.plain import one_line

SORTS = ("rank", "date")
_LONGEST = 1000
_DAY = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?", re.ASCII)
"""Matches "2017", "2017-02", "2017-02-23"; not "23/02/2017"."""


class Asked(NamedTuple):
    """The form as the reader sent it."""

    words: str
    since: str
    until: str
    outlet: str
    sort: str
    undated: bool = False
    """Only stories that nothing dates."""

    @property
    def is_empty(self) -> bool:
        """Nothing was asked: the form was opened."""
        return not (self.words or self.since or self.until or self.outlet or self.undated)

    @property
    def is_outlet_only(self) -> bool:
        """No words and no days: what is asked for is the outlet's list."""
        return bool(self.outlet) and not (self.words or self.since or self.until or self.undated)

    def as_query(self, **changed: str) -> dict[str, str]:
        """The form's fields for an address, some of them changed."""
        sort = "" if self.sort == SORTS[0] else self.sort
        fields = {"q": self.words, "from_": self.since, "to": self.until, "outlet": self.outlet, "sort": sort}
        fields["undated"] = "yes" if self.undated else ""
        return {**fields, **changed}


def asked(params: Mapping[str, str]) -> Asked:
    """The form's fields, trimmed; an order that is none is the first."""
    words, since, until, outlet = (one_line(params.get(name, "")) for name in ("q", "from", "to", "outlet"))
    sort = params.get("sort", "")
    sort = sort if sort in SORTS else SORTS[0]
    return Asked(words[:_LONGEST], since[:40], until[:40], outlet[:_LONGEST], sort, bool(params.get("undated")))


def first_day(text: str) -> date | None:
    """The first day of the day, month or year given; None for nothing. Raises QueryError for what is no date."""
    return _day(text, last=False)


def last_day(text: str) -> date | None:
    """The last day of the day, month or year given; None for nothing. Raises QueryError for what is no date."""
    return _day(text, last=True)


def _day(text: str, *, last: bool) -> date | None:
    if not text:
        return None
    parts = _DAY.fullmatch(text)
    if parts is None:
        raise QueryError(f"“{text}” is not a date: write a year, 2017, a month, 2017-02, or a day, 2017-02-23.")
    year, month, day = (int(part) if part else None for part in parts.groups())
    assert year is not None
    try:
        month = month or (12 if last else 1)
        return date(year, month, day or (monthrange(year, month)[1] if last else 1))
    except ValueError as error:
        raise QueryError(f"There is no day {text} in the calendar.") from error
