"""An outlet's numbering of addresses: "/?p=1483" was given out after "/?p=1480", in most systems that number stories.

The plan. The number in an address is kept with its run: the outlet's host and how the number is written there. Whether a
run rises with time is not taken for granted: the dated stories nearest in number must show it, by standing in order of
their days, all but one in twenty. Some outlets number at random, and their runs say nothing.
"""

import re
import sqlite3
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from backfile.late_pattern import late
from backfile.model.reason_codes import ArchiveCode
from backfile.model.reasons import Reason
from backfile.story.identity import urlkey

LEAST_LIKELY = 5
"""Dated stories in order that make a run likely to rise with time: by chance five are in order once in 120 times."""
LEAST_SURE = 10
"""Those that make a bound of a window of it."""
_NEAREST = 50
"""Dated stories looked at on each side."""
_LONGEST = 15
_MOST_OUT_OF_ORDER = 20
"""One in so many may be out of order: a draft that lay, a story dated anew."""
_PARTS = late(r"([^/?]+)([^?]*)(?:\?(.*))?")
"""Host, path and query of a urlkey."""
_PARAMETER = late(r"([\w.-]+)=(\d+)", re.ASCII)
"""Matches "p=1483"; not "p=1483a"."""
_NO_STORY = late(r"page|pg|paged|start|offset|year|month|day|date|cat|category|section|lang|w|h|width|height|v|ver")
"""Parameters whose number chooses no story."""
_EXTENSION = late(r"\.[a-z]\w{1,4}$", re.ASCII)
_NUMBER = late(r"(?:^|(?<=[-_,.]))([a-z]{0,10})([1-9]\d*)(?=[-_,.]|$)", re.ASCII)
"""Matches "12345" in "town-hall-12345", "b1114132"; not the 19 of "covid19"."""
_YEAR = late(r"(?:19|20)\d\d")


class Numbered(NamedTuple):
    """A number in an address."""

    run: str
    """What is alike in all addresses that it is compared with: "post.example ?p=#"."""
    number: int


class Neighbour(NamedTuple):
    """A dated story of the same run."""

    number: int
    day: date


class Between(NamedTuple):
    """Where a number stands among the dated stories of its run."""

    number: int
    before: Neighbour | None
    """The nearest with a smaller number, or the same."""
    after: Neighbour | None
    in_order: int
    """Dated stories near it that stand in the order of their days."""
    looked_at: int


def numbered(url: str | None) -> Numbered | None:
    """The number in the address that is likeliest to be the story's: the longest; None where there is none."""
    parts = _PARTS.fullmatch(urlkey(url) or "") if url else None
    if parts is None:
        return None
    host, path, query = parts.groups(default="")
    found = [*_in_query(path, query), *_in_path(path.lower())]
    if not found:
        return None
    digits, form = max(found, key=lambda one: len(one[0]))
    return Numbered(f"{host} {form}", int(digits))


def _in_query(path: str, query: str) -> list[tuple[str, str]]:
    pairs = [_PARAMETER.fullmatch(part) for part in query.split("&")]
    return [
        (pair[2], f"{path}?{pair[1].lower()}=#")
        for pair in pairs
        if pair and len(pair[2]) <= _LONGEST and not _NO_STORY.fullmatch(pair[1].lower())
    ]


def _in_path(path: str) -> list[tuple[str, str]]:
    """Numbers that are a part of the path, or stand at an end of one; short ones only where they are all of it."""
    found = []
    for part, before in pairwise(reversed(path.split("/"))):
        stem = _EXTENSION.sub("", part)
        is_day = len(stem) <= 4 and _YEAR.fullmatch(before)  # "/2001/0306/"
        if is_day:
            continue
        for match in _NUMBER.finditer(stem):
            prefix, digits = match.groups()
            is_whole = match[0] == stem
            at_an_end = match.start() == 0 or match.end() == len(stem)
            is_long = len(digits) >= (3 if is_whole else 5)
            if is_long and at_an_end and len(digits) <= _LONGEST and not _YEAR.fullmatch(digits):
                shape = f"/{prefix}#" if is_whole else f"/{prefix}#-*" if match.start() == 0 else f"/*-{prefix}#"
                found.append((digits, shape))
    return found


class NumberTables:
    """The table of numbers, open for writing. Within the batch's transaction."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._runs: dict[str, int] = {}

    def keep(self, story: int, found: Numbered | None, day: int | None) -> None:
        """Keep the number of the story's address, and its day (as date.toordinal counts), where it has one."""
        if found is None:
            self._db.execute("DELETE FROM numbers WHERE story = ?", (story,))
        else:
            row = (story, self._run(found.run), found.number, day)
            self._db.execute("INSERT OR REPLACE INTO numbers VALUES (?, ?, ?, ?)", row)

    def settle(self) -> None:
        """Runs that no story's number is of any more are no more."""
        self._db.execute("DELETE FROM number_runs WHERE key NOT IN (SELECT run FROM numbers)")
        self._runs.clear()

    def _run(self, run: str) -> int:
        if run not in self._runs:
            row = self._db.execute("SELECT key FROM number_runs WHERE run = ?", (run,)).fetchone()
            new = None if row else self._db.execute("INSERT INTO number_runs (run) VALUES (?)", (run,))
            self._runs[run] = row[0] if new is None else new.lastrowid or 0
        return self._runs[run]


def place_number(db: sqlite3.Connection, story: int) -> Between | None:
    """Where the story's number stands; None where it has none, or where the run does not show that it rises."""
    row = db.execute("SELECT run, number FROM numbers WHERE story = ?", (story,)).fetchone()
    if row is None:
        return None
    near = "SELECT number, day FROM numbers WHERE day IS NOT NULL AND run = ?"
    below = db.execute(near + " AND number <= ? ORDER BY number DESC LIMIT ?", (*row, _NEAREST)).fetchall()
    above = db.execute(near + " AND number > ? ORDER BY number LIMIT ?", (*row, _NEAREST)).fetchall()
    return between(row[1], [Neighbour(n, date.fromordinal(day)) for n, day in (*below, *above)])


def number_reason(place: Between, *, grace: int = 0) -> Reason:
    """What the number in a story's address says, where it stands at `place`."""
    before, after = place.before, place.after
    return ArchiveCode.NUMBERED.of(
        place.number,
        before.number if before else None,
        before.day.isoformat() if before else None,
        after.number if after else None,
        after.day.isoformat() if after else None,
        place.in_order,
        place.looked_at,
        grace,
    )


def between(number: int, dated: Sequence[Neighbour]) -> Between | None:
    """The same, from the dated stories nearest in number."""
    ordered = sorted(set(dated))
    kept = _longest_rising(ordered)
    out = len(ordered) - len(kept)
    if len(kept) < LEAST_LIKELY or out * _MOST_OUT_OF_ORDER > len(ordered) or kept[0].day == kept[-1].day:
        return None
    at = bisect_right(kept, number, key=lambda one: one.number)
    before = kept[at - 1] if at else None
    after = before if before and before.number == number else kept[at] if at < len(kept) else None
    return Between(number, before, after, len(kept), len(ordered))


def _longest_rising(ordered: Sequence[Neighbour]) -> list[Neighbour]:
    """The most of them whose days never fall (patience sorting: Schensted 1961)."""
    tails: list[int] = []
    days: list[date] = []
    previous: list[int | None] = []
    for index, one in enumerate(ordered):
        at = bisect_right(days, one.day)
        previous.append(tails[at - 1] if at else None)
        tails[at : at + 1], days[at : at + 1] = [index], [one.day]
    kept: list[Neighbour] = []
    step = tails[-1] if tails else None
    while step is not None:
        kept.append(ordered[step])
        step = previous[step]
    return kept[::-1]
