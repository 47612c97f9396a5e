"""What a search form asks: words, days between which, outlet, order."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from backfile.archive.search.search_days import first_day, last_day
from backfile.wording.plain import one_line

SORTS = ("rank", "date")
_LONGEST = 1000


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

    @property
    def days(self) -> tuple[date | None, date | None]:
        """The first and the last day asked for. Raises QueryError for what is no date."""
        return first_day(self.since), last_day(self.until)

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
