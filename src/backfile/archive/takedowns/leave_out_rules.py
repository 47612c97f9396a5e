"""Leave-out rules: stories and pictures that the archive's owner keeps and does not show, by credit, outlet and day (docs/site.md, [leave-out])."""

import re
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

import orjson

from backfile.archive.search.search_days import first_day, last_day
from backfile.errors import QueryError
from backfile.story.identity import fold

_SPAN = ".."
_CONTRIBUTED = ("photo", "contributed")
"""Credits that do not make the words somebody else's: of a picture, and of those who helped."""


class DaySpan(NamedTuple):
    """Days from the first to the last, as numbers; None where it is open."""

    first: int | None
    last: int | None


class LeaveOutRules(NamedTuple):
    """What is left out. A story is where any of the rules is of it."""

    story_credits: tuple[str, ...] = ()
    picture_credits: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    days: tuple[str, ...] = ()
    """ "1995", "2001-09-11", "1995..1997", "..1989-12"."""

    @property
    def has_stories(self) -> bool:
        """Whether there is a rule for stories."""
        return bool(self.story_credits or self.outlets or self.days)

    def to_json(self) -> str:
        """As a ruling keeps it."""
        return orjson.dumps(self._asdict()).decode()

    def is_of_outlet(self, names: Collection[str]) -> bool:
        """Whether an outlet of these names and domains is left out."""
        return bool({fold(name) for name in self.outlets} & {fold(name) for name in names if name})

    def is_of_days(self, first: int | None, last: int | None) -> bool:
        """Whether a story of these days, as numbers, is left out: all of the days that it can be of are."""
        if first is None or last is None:
            return False
        spans = map(day_span, self.days)
        return any((s.first is None or s.first <= first) and (s.last is None or last <= s.last) for s in spans)

    def is_credited(self, record: Mapping[str, Any]) -> bool:
        """Whether the words of a story are owed to somebody who is left out: by a credit, the byline or the dateline."""
        pattern = credit_pattern(self.story_credits)
        if pattern is None:
            return False
        said = [record["byline"] or "", (record["dateline"] or {}).get("raw") or ""]
        for credit in record["credits"]:
            if credit["role"] not in _CONTRIBUTED:
                said += [credit["raw"] or "", credit["source"] or ""]
        return pattern.search("\n".join(said)) is not None

    def hides_picture(self, credit: str | None, caption: str | None) -> bool:
        """Whether a picture is left out by its credit, or by its caption where a credit stands in that."""
        pattern = credit_pattern(self.picture_credits)
        return pattern is not None and pattern.search(f"{credit or ''}\n{caption or ''}") is not None


def rules_from(kept: str) -> LeaveOutRules:
    """The rules that a ruling keeps."""
    return LeaveOutRules(**{name: tuple(value) for name, value in orjson.loads(kept).items()})


@lru_cache(maxsize=16)
def credit_pattern(words: Sequence[str]) -> re.Pattern[str] | None:
    """What finds one of these words, whole; None for no words."""
    said = "|".join(map(re.escape, words))
    return re.compile(rf"(?<!\w)(?:{said})(?!\w)", re.IGNORECASE) if said else None


@lru_cache(maxsize=200)
def day_span(text: str) -> DaySpan:
    """The days that a rule names. Raises ValueError for what is no day, and for days that run backwards."""
    start, span, end = text.partition(_SPAN)
    try:
        first = first_day(start.strip() or None)
        last = last_day((end if span else start).strip() or None)
    except QueryError as error:
        raise ValueError(error.message) from error
    if (first is None and last is None) or (first and last and last < first):
        raise ValueError(f"{text!r} names no days: write 2001-09-11, 1995, or 1995..1997")
    return DaySpan(_number(first), _number(last))


def _number(day: date | None) -> int | None:
    return day.toordinal() if day else None
