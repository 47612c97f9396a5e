"""Doubts about the days of a story: where its page gives others."""

from collections.abc import Iterator
from datetime import date

from backfile.dates.decide import StampDecision
from backfile.model.doubts import Doubt, doubt
from backfile.model.reason_codes import DoubtCode
from backfile.model.story import Stamp


def date_doubts(decision: StampDecision) -> Iterator[Doubt]:
    """A doubt for each stamp that clues disagree about, with the other days."""
    for field, stamp in (("published", decision.published), ("updated", decision.updated)):
        if stamp is not None and stamp.conflict:
            yield doubt(field, DoubtCode.DATES_CONFLICT, stamp.value, _other_days(decision, field, stamp))


def _other_days(decision: StampDecision, field: str, stamp: Stamp) -> tuple[str, ...]:
    """The days of clues that could have decided, more than a day from the one that did."""
    days = {clue.value[:_DAY] for clue in decision.evidence if clue.field == field and clue.could_decide and clue.value}
    if field == "updated" and decision.published is not None:
        days.add(decision.published.value[:_DAY])
    return tuple(sorted(day for day in days if _is_apart(day, stamp.value[:_DAY])))[:_MOST]


def _is_apart(day: str, other: str) -> bool:
    if len(day) < _DAY or len(other) < _DAY:
        return not day.startswith(other) and not other.startswith(day)
    return abs((date.fromisoformat(day) - date.fromisoformat(other)).days) > 1


_DAY = len("2017-02-23")
_MOST = 5
"""Days that a doubt names: all are in `evidence`."""
