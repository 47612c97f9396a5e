"""Why a clue to a date cannot be used, and the order of day and month in those that leave it open."""

import re
from datetime import timedelta

from backfile.dates.clue import Clue
from backfile.dates.parse_stamp import ParsedStamp
from backfile.dates.precedence import NEVER
from backfile.model.clue_rules import DateRule
from backfile.model.page import Page
from backfile.model.reason_codes import ClueCode
from backfile.model.reasons import Reason

FIRST_DAY = "1990-01-01"
"""No page of the web is older."""
# "11/01/2021"; not "2021/11/01", "13/01/2021"
_SLASHED = re.compile(r"(?<![\d/])(?:0?[1-9]|1[0-2])/(?:0?[1-9]|1[0-2])/(?:\d{2}|\d{4})(?![\d/])")


def in_order(clues: list[Clue], page: Page) -> list[Clue]:
    """The clues, with an open order of day and month settled where one reading only is a day that the page names."""
    clues = _turned(clues)
    if not any(clue.stamp is not None and clue.stamp.kind == "ambiguous" for clue in clues):
        return clues
    sure: set[str | None] = {clue.stamp.day for clue in clues if clue.stamp is not None and clue.stamp.day is not None}
    sure |= {mark.value[:10] for mark in page.times}
    return [_settled(clue, sure) for clue in clues]


def _turned(clues: list[Clue]) -> list[Clue]:
    """The clues, with 11/01/2021 read the other way round where only so it is the day of the metadata."""
    if not any("/" in clue.raw and clue.rule != DateRule.URL for clue in clues):
        return clues
    known = {c.stamp.day for c in clues if c.stamp is not None and c.stamp.day and not _SLASHED.search(c.raw)}
    turned = []
    for clue in clues:
        day = clue.stamp.day if clue.stamp is not None else None
        other = f"{day[:4]}-{day[8:]}-{day[5:7]}" if day else ""
        if clue.stamp is not None and other in known and day not in known and _SLASHED.search(clue.raw):
            value = other + clue.stamp.value[10:]
            clue = clue._replace(stamp=clue.stamp._replace(value=value))
        turned.append(clue)
    return turned


def _settled(clue: Clue, sure: set[str | None]) -> Clue:
    if clue.stamp is None or clue.stamp.kind != "ambiguous":
        return clue
    fits = [day for day in clue.stamp.readings if day in sure]
    if len(fits) != 1:
        return clue
    return clue._replace(stamp=clue.stamp._replace(value=fits[0], precision="day", kind="full"))


def latest_day(page: Page) -> str | None:
    """The last day that the story can bear: a day after the capture, for zones."""
    captured_at = page.capture.captured_at
    return (captured_at + timedelta(days=1)).strftime("%Y-%m-%d") if captured_at else None


def judged(clue: Clue, latest: str | None) -> Clue:
    """The clue, with the reason why it cannot be used where there is one."""
    if clue.why_not:
        return clue
    fault = NEVER.get(clue.rule) or _fault_of(clue.stamp, latest)
    return clue._replace(why_not=fault) if fault else clue


def _fault_of(stamp: ParsedStamp | None, latest: str | None) -> Reason | None:
    if stamp is None:
        return ClueCode.UNREADABLE.of()
    if stamp.kind == "no-year" and not stamp.has_weekday:
        return ClueCode.NO_YEAR.of()
    if latest is not None and stamp.value[:10] > latest[: len(stamp.value[:10])]:
        return ClueCode.AFTER_CAPTURE.of()
    if stamp.value[:10] < FIRST_DAY[: len(stamp.value[:10])]:
        return ClueCode.BEFORE_WEB.of()
    return None


def without_false_addresses(clues: list[Clue]) -> list[Clue]:
    """The clues, with the days of the address marked that are an issue's, and those of several that nothing else on the page names."""
    days = [(clue, clue.stamp.day) for clue in clues if clue.stamp is not None and clue.stamp.day is not None]
    issues = {day for clue, day in days if clue.why_not == ClueCode.OF_ISSUE.of()}
    others = {day for clue, day in days if clue.rule != DateRule.URL and clue.why_not is None}
    named = [(clue, day) for clue, day in days if clue.rule == DateRule.URL and clue.why_not is None]
    faults = {
        clue: ClueCode.OF_ISSUE if day in issues else ClueCode.SEVERAL_DAYS
        for clue, day in named
        if day in issues or (len(named) > 1 and day not in others)
    }
    return [clue._replace(why_not=faults[clue].of()) if clue in faults else clue for clue in clues] if faults else clues
