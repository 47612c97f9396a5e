"""How a stamp is said to a reader: its day with the year, and its age in whole calendar units (DESIGN.md)."""

from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

from backfile.model.clue_rules import Basis, DateRule
from backfile.model.reason_codes import SettledCode
from backfile.model.story import Stamp, Story, Window

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
FUTURE = "dated in the future"
_FARTHEST_EAST = timedelta(hours=14)
"""UTC+14: where a day begins first. A clock with no zone is not in the future while its day has begun somewhere."""


@lru_cache(maxsize=4096)
def say_day(stamp: Stamp) -> str:
    """ "23 February 2017", "February 2017" or "2017": as much as is known."""
    parts = _calendar(stamp)
    words = [str(parts[0])]
    if len(parts) > 1:
        words.insert(0, MONTHS[parts[1] - 1])
    if len(parts) > 2:
        words.insert(0, str(parts[2]))
    return " ".join(words)


def day_stamp(day: str) -> Stamp:
    """A day of the archive's own reckoning, ISO 8601, to be said as the stamps of pages are."""
    return Stamp(day, "day", "unknown", Basis.ARCHIVE.value, day)


def say_value(value: str) -> str:
    """ "23 February 2017", "February 2017" or "2017": of an ISO 8601 value, as much as it holds of a day."""
    precision = {4: "year", 7: "month"}.get(len(value), "day")
    return say_day(Stamp(value, precision, "unknown", Basis.ARCHIVE.value, value))


def say_days(first: str, last: str) -> str:
    """ "9 August 2017", or "2 March 2015 to 5 March 2015"."""
    days = [say_value(first), say_value(last)]
    return days[0] if first == last else " to ".join(days)


def until_now(window: Window, now: datetime) -> Window:
    """The window with its end no later than the day it is: a footer's year, which may bound it, has days to come."""
    today = (now.astimezone(UTC) + _FARTHEST_EAST).date().isoformat()
    if window.latest is None or window.latest <= today or (window.earliest or "") > today:
        return window
    return window._replace(latest=today)


def say_window(window: Window, now: datetime) -> str | None:
    """The bounds of an undated story as a sentence, none of them after `now`; None where neither is known."""
    window = until_now(window, now)
    earliest, latest = (say_value(day) if day else None for day in (window.earliest, window.latest))
    if earliest and latest:
        return f"It was published between {earliest} and {latest}."
    if latest:
        return f"It was published on or before {latest}."
    if earliest:
        return f"It was published on or after {earliest}."
    return None


def say_age(stamp: Stamp, now: datetime) -> str:
    """ "9 years ago", "3 months ago", "yesterday", "today": no finer than the stamp itself. `now` has a zone."""
    parts = _calendar(stamp)
    today = _today(stamp, parts, now)
    if len(parts) == 1:
        return _units(today.year - parts[0], "year")
    if len(parts) == 2:
        return _months((today.year - parts[0]) * 12 + today.month - parts[1])
    day = date(*parts)
    months = (today.year - day.year) * 12 + today.month - day.month - (today.day < day.day)
    return _months(months, whole=True) if months > 0 else _days((today - day).days)


def heading(stamp: Stamp | None, now: datetime | None) -> str:
    """ "From 23 February 2017 · 9 years ago", or "Undated"; without its age, where `now` is None, in what is kept and read on another day."""
    return "Undated" if stamp is None else f"From {with_age(stamp, now)}"


def with_age(stamp: Stamp, now: datetime | None) -> str:
    """ "23 February 2017 · 9 years ago"; the day alone where `now` is None."""
    return f"{say_day(stamp)} · {say_age(stamp, now)}" if now else say_day(stamp)


def say_ground(stamp: Stamp | None) -> str | None:
    """ "Dated by an archivist, Ruth Okafor, on 25 November 2026: ..."; None for a date that the page gives."""
    return f"Dated by an archivist, {stamp.raw}" if stamp is not None and stamp.basis == Basis.ARCHIVIST else None


def said_against(story: Story) -> str | None:
    """What an archivist holds against the page's date, as a sentence without its stop; None where nobody does."""
    last = next((clue for clue in reversed(story.evidence) if clue.rule == DateRule.ARCHIVIST), None)
    if last is None or last.value is None or last.why_not is None or last.why_not.code != SettledCode.PAGE_STANDS:
        return None
    return f"An archivist dates it {say_value(last.value)} ({last.raw})"


def say_settling(by: str, day: str, because: str | None) -> str:
    """ "Ruth Okafor, on 25 November 2026: the ferry log names the day"."""
    return f"{by}, on {say_value(day)}" + (f": {because}" if because else "")


def _calendar(stamp: Stamp) -> tuple[int, ...]:
    """Year, month and day of the stamp's own clock, as far as its precision goes."""
    length = {"year": 1, "month": 2}.get(stamp.precision, 3)
    return tuple(int(part) for part in stamp.value[:10].split("-")[:length])


def _today(stamp: Stamp, parts: tuple[int, ...], now: datetime) -> date:
    """The day it is on the stamp's clock: in its own offset where it states one."""
    if "T" in stamp.value and (then := datetime.fromisoformat(stamp.value)).tzinfo is not None:
        return now.astimezone(then.tzinfo).date()
    today, first = now.date(), (now.astimezone(UTC) + _FARTHEST_EAST).date()
    return first if (today.year, today.month, today.day)[: len(parts)] < parts else today


def _months(count: int, *, whole: bool = False) -> str:
    return _units(count, "month", whole=whole) if count < 12 else _units(count // 12, "year", whole=True)


def _days(count: int) -> str:
    if count < 0:
        return FUTURE
    return ("today", "yesterday")[count] if count < 2 else f"{count} days ago"


def _units(count: int, unit: str, *, whole: bool = False) -> str:
    """`count` units ago. Of a stamp that says no day, 0 and 1 are "this year" and "last year"."""
    if count < 0:
        return FUTURE
    if whole or count > 1:
        return f"{count} {unit}{'' if count == 1 else 's'} ago"
    return f"{('this', 'last')[count]} {unit}"
