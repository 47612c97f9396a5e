"""How a stamp is said to a reader: its day with the year, and its age in whole calendar units (DESIGN.md)."""

from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

from backfile.late_pattern import late
from backfile.model.clue_rules import Basis, DateRule
from backfile.model.reason_codes import SettledCode
from backfile.model.story import Stamp, Story, Window
from backfile.wording.site_languages import (
    WEEKDAYS,
    gettext,
    month_names,
    ngettext,
    pgettext,
    say_calendar,
    say_month_day,
    weekday_names,
)

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_SETTLED = late(
    r"(?P<by>.*?), on (?P<day>\d{1,2}) (?P<month>" + "|".join(MONTHS) + r") (?P<year>\d{4})(?:: (?P<because>.*))?",
    flags=16,
)
"""What `say_settling` says, as a stamp's `raw` keeps it. Matches "Ruth Okafor, on 25 November 2026: the ferry log names the day"."""
_FARTHEST_EAST = timedelta(hours=14)
"""UTC+14: where a day begins first. A clock with no zone is not in the future while its day has begun somewhere."""


def say_day(stamp: Stamp) -> str:
    """ "23 February 2017", "February 2017" or "2017": as much as is known."""
    return say_calendar(_calendar(stamp)) or _english_day(stamp)


def say_month(year: int, month: int) -> str:
    """ "February 2017"."""
    return say_calendar((year, month)) or f"{MONTHS[month - 1]} {year}"


def say_day_of_years(month: int, day: int) -> str:
    """ "23 February"."""
    return say_month_day(month, day) or f"{day} {MONTHS[month - 1]}"


def said_months() -> list[str]:
    """The months by their names."""
    return month_names("wide") or list(MONTHS)


def short_months() -> list[str]:
    """ "Jan", "Feb"..."""
    return month_names("abbreviated") or [name[:3] for name in MONTHS]


def said_weekdays() -> list[tuple[str, str]]:
    """Monday to Sunday, each with its short form: ("Monday", "Mo")."""
    names = weekday_names("wide") or list(WEEKDAYS)
    return list(zip(names, weekday_names("short") or [name[:2] for name in WEEKDAYS], strict=True))


@lru_cache(maxsize=4096)
def _english_day(stamp: Stamp) -> str:
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
    return say_day(_value_stamp(value))


def _value_stamp(value: str) -> Stamp:
    precision = {4: "year", 7: "month"}.get(len(value), "day")
    return Stamp(value, precision, "unknown", Basis.ARCHIVE.value, value)


def say_days(first: str, last: str) -> str:
    """ "9 August 2017", or "2 March 2015 to 5 March 2015"."""
    return say_value(first) if first == last else from_to(say_value(first), say_value(last))


def from_to(first: str, last: str) -> str:
    """ "2 March 2015 to 5 March 2015"."""
    return gettext("{first} to {last}").format(first=first, last=last)


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
        return gettext("It was published between {earliest} and {latest}.").format(earliest=earliest, latest=latest)
    if latest:
        return gettext("It was published on or before {latest}.").format(latest=latest)
    if earliest:
        return gettext("It was published on or after {earliest}.").format(earliest=earliest)
    return None


def say_age(stamp: Stamp, now: datetime) -> str:
    """ "9 years ago", "3 months ago", "yesterday", "today": no finer than the stamp itself. `now` has a zone."""
    parts = _calendar(stamp)
    today = _today(stamp, parts, now)
    if len(parts) == 1:
        return _years(today.year - parts[0])
    if len(parts) == 2:
        return _months((today.year - parts[0]) * 12 + today.month - parts[1])
    day = date(*parts)
    months = (today.year - day.year) * 12 + today.month - day.month - (today.day < day.day)
    return _months(months, whole=True) if months > 0 else _days((today - day).days)


def heading(stamp: Stamp | None, now: datetime | None) -> str:
    """ "From 23 February 2017 · 9 years ago", or "Undated"; without its age, where `now` is None, in what is kept and read on another day."""
    return gettext("Undated") if stamp is None else from_day(stamp, with_age(stamp, now))


def from_day(stamp: Stamp, said: str) -> str:
    """ "From 23 February 2017"; other languages say it otherwise of a month or a year. `said` is the day in words, with what follows it."""
    if stamp.precision == "year":
        message = pgettext("year", "From {day}")
    elif stamp.precision == "month":
        message = pgettext("month", "From {day}")
    else:
        message = pgettext("day", "From {day}")
    return message.format(day=said)


def with_age(stamp: Stamp, now: datetime | None) -> str:
    """ "23 February 2017 · 9 years ago"; the day alone where `now` is None."""
    return f"{say_day(stamp)} · {say_age(stamp, now)}" if now else say_day(stamp)


def say_ground(stamp: Stamp | None) -> str | None:
    """ "Dated by an archivist, Ruth Okafor, on 25 November 2026: ..."; None for a date that the page gives."""
    if stamp is None or stamp.basis != Basis.ARCHIVIST:
        return None
    return gettext("Dated by an archivist, {settling}").format(settling=_retold(stamp.raw))


def said_against(story: Story) -> str | None:
    """What an archivist holds against the page's date, as a sentence without its stop; None where nobody does."""
    last = next((clue for clue in reversed(story.evidence) if clue.rule == DateRule.ARCHIVIST), None)
    if last is None or last.value is None or last.why_not is None or last.why_not.code != SettledCode.PAGE_STANDS:
        return None
    return gettext("An archivist dates it {day} ({settling})").format(
        day=say_value(last.value), settling=_retold(last.raw)
    )


def say_settling(by: str, day: str, because: str | None) -> str:
    """ "Ruth Okafor, on 25 November 2026: the ferry log names the day". In English always: records keep it."""
    return f"{by}, on {_english_day(_value_stamp(day))}" + (f": {because}" if because else "")


def tell_settling(by: str, day: str, because: str | None) -> str:
    """The same in the language that is spoken."""
    if because:
        return gettext("{by}, on {day}: {because}").format(by=by, day=say_value(day), because=because)
    return gettext("{by}, on {day}").format(by=by, day=say_value(day))


def _retold(raw: str) -> str:
    """What `say_settling` said, in the language that is spoken; anything else as it is."""
    found = _SETTLED.fullmatch(raw)
    if found is None:
        return raw
    month = MONTHS.index(found["month"]) + 1
    return tell_settling(found["by"], f"{found['year']}-{month:02d}-{int(found['day']):02d}", found["because"])


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
    if count >= 12:
        return _years(count // 12, whole=True)
    if count < 0:
        return gettext("dated in the future")
    if whole or count > 1:
        return ngettext("{count} month ago", "{count} months ago", count).format(count=count)
    return gettext("last month") if count else gettext("this month")


def _days(count: int) -> str:
    if count < 0:
        return gettext("dated in the future")
    if count > 1:
        return ngettext("{count} day ago", "{count} days ago", count).format(count=count)
    return gettext("yesterday") if count else gettext("today")


def _years(count: int, *, whole: bool = False) -> str:
    """`count` years ago. Of a stamp that says no day, 0 and 1 are "this year" and "last year"."""
    if count < 0:
        return gettext("dated in the future")
    if whole or count > 1:
        return ngettext("{count} year ago", "{count} years ago", count).format(count=count)
    return gettext("last year") if count else gettext("this year")
