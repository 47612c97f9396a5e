"""The likeliest days of an undated story, from pointers to days: decided here, from plain values (STYLE 4).

A pointer is another story of the archive, or another version of this one, whose date is known and which ran at about the
same time. Pointers to one day add up; a day that fits the weekdays that the text names counts for more. What lies outside
the window is left out. None of this is ever a date of publication: only a list, with its reasons.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from backfile.dates.text_bounds import WEEKDAYS
from backfile.model.entry import LikelyDay
from backfile.model.reason_codes import ArchiveCode
from backfile.model.reasons import Code, Reason

MOST = 5
"""Days given."""
LONGEST_RUN = 14
"""Days of a run that are looked at one by one, for the weekdays that fit."""
_WEEK = 7
_A_DAY = timedelta(days=1)


class Pointer(NamedTuple):
    """Something that says about when."""

    first: date
    last: date
    weight: int
    because: Reason


def likely_days(
    pointers: Iterable[Pointer], window: tuple[date | None, date | None], weekdays: frozenset[int]
) -> tuple[LikelyDay, ...]:
    """The days that they point to, the likeliest first. `weekdays` are those that the text fits; none where none is known."""
    earliest, latest = window[0] or date.min, window[1] or date.max
    ones = [one for one in pointers if one.first <= latest and one.last >= earliest]
    runs = [one for one in ones if (one.last - one.first).days >= LONGEST_RUN]
    found: dict[date, list[Pointer]] = {}
    for one in ones:
        if one in runs:
            continue
        for day in _days(one, weekdays):
            if earliest <= day <= latest:
                found.setdefault(day, []).append(one)
    scored = {day: _score(day, ones, runs, weekdays) for day, ones in found.items()}
    best = sorted(found, key=lambda day: (-scored[day], day))[:MOST]
    if best or not runs:
        return tuple(_likely(day, day, [*found[day], *_around(day, runs)], weekdays) for day in best)
    narrowest = min(runs, key=lambda run: (run.last - run.first, run.first, _rank(run)))
    return (_likely(max(narrowest.first, earliest), min(narrowest.last, latest), [narrowest], frozenset()),)


def _around(day: date, runs: Iterable[Pointer]) -> list[Pointer]:
    return [run for run in runs if run.first <= day <= run.last]


def _days(one: Pointer, weekdays: frozenset[int]) -> Sequence[date]:
    """The days of the pointer that fit the text's weekdays; where none does, the last that fits in the week before."""
    days = [one.first + timedelta(days=n) for n in range((one.last - one.first).days + 1)]
    if not weekdays:
        return days
    fitting = [day for day in days if day.weekday() in weekdays]
    before = (one.first - n * _A_DAY for n in range(1, _WEEK))
    return fitting or [next(day for day in before if day.weekday() in weekdays)]


def _score(day: date, ones: Sequence[Pointer], runs: Sequence[Pointer], weekdays: frozenset[int]) -> int:
    """Twice the weight of a pointer to that very day; once that of one to a few days, or to one near it."""
    near = sum(one.weight * (2 if one.first == one.last == day else 1) for one in ones)
    return near + len(_around(day, runs)) + (day.weekday() in weekdays)


def _likely(first: date, last: date, ones: Sequence[Pointer], weekdays: frozenset[int]) -> LikelyDay:
    because = [one.because for one in sorted(ones, key=_rank)]
    if first == last and first.weekday() in weekdays:
        because.append(ArchiveCode.WEEKDAY_FITS.of(WEEKDAYS[first.weekday()]))
    return LikelyDay(first.isoformat(), last.isoformat(), tuple(dict.fromkeys(because)))


def _rank(one: Pointer) -> tuple[int, int, list[str]]:
    """The weightiest first; of equals by code and values, so that nothing rests on the order in which captures came."""
    return -one.weight, _ORDER[one.because.code], [str(value) for value in one.because.values]


_ORDER: dict[Code, int] = {code: number for number, code in enumerate(ArchiveCode)}
