"""The forms of time in which archives say when a page was saved, read as instants (W3C-DTF, RFC 9110, 14 digits)."""

import re
from datetime import UTC, datetime, timedelta, timezone

_W3C = re.compile(r"(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(Z|[+-]\d\d:?\d\d)?")
"""2017-02-23T16:47:00Z, 2017-02-23T16:47Z; not 2017-02-23: a day is not an instant."""
_DIGITS = re.compile(r"(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)")
"""20170223164700; not 20170223."""


def instant_of(text: str | None) -> datetime | None:
    """A W3C date and time, or 14 digits, as WARC and Wayback write them: UTC where no offset is given."""
    if not text:
        return None
    text = text.strip()
    digits = _DIGITS.fullmatch(text)
    if digits:
        return _instant([int(part) for part in digits.groups()])
    w3c = _W3C.fullmatch(text)
    if not w3c:
        return None
    numbers = [int(part or 0) for part in w3c.groups()[:6]]
    micro = int((w3c[7] or "0").ljust(6, "0")[:6])
    return _instant([*numbers, micro], w3c[8])


def given_instant(given: datetime | str, name: str = "it") -> datetime:
    """An instant that a user gives: a datetime with a zone, ISO 8601 text with one, or 14 digits (UTC).

    Raises ValueError for a time without a zone and for text that is no time, TypeError for anything else.
    """
    if not isinstance(given, datetime | str):
        raise TypeError(f"{given!r} is no time: give {name} as a datetime with a zone, or as text: {_EXAMPLE}")
    moment = _read_instant(given) if isinstance(given, str) else given
    if moment is None:
        raise ValueError(f"{given!r} is no time: write {name} as {_EXAMPLE}")
    if moment.tzinfo is None:
        raise ValueError(f"{str(given)!r} has no zone: write {name} as {_EXAMPLE} or 2017-02-23T16:47-05:00")
    return moment


def _read_instant(text: str) -> datetime | None:
    if _DIGITS.fullmatch(text):
        return instant_of(text)
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


_EXAMPLE = "2017-02-23T16:47Z"


def _instant(numbers: list[int], zone: str | None = None) -> datetime | None:
    try:
        year, month, day, hour, minute, second, micro = (*numbers, 0)[:7]
        second = min(second, 59)  # a leap second
        moment = datetime(year, month, day, hour, minute, second, micro, _zone(zone))
        return moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _zone(zone: str | None) -> timezone:
    if not zone or zone == "Z":
        return UTC
    minutes = int(zone[1:3]) * 60 + int(zone[-2:])
    return timezone(timedelta(minutes=-minutes if zone[0] == "-" else minutes))


def instant_of_mail_date(text: str | None) -> datetime | None:
    """An RFC 5322 date with its zone ("Thu, 23 Feb 2017 16:47:00 -0500"); None without a zone."""
    if not text:
        return None
    from email.utils import parsedate_to_datetime  # loads sockets and more: only where a page has such a date

    # -0000 is UTC (section 3.3), and what Chrome writes; Python reads no zone in it
    try:
        moment = parsedate_to_datetime(re.sub(r"-0000$", "+0000", text.strip()))
        return moment.astimezone(UTC) if moment.tzinfo else None
    except (ValueError, OverflowError, TypeError, IndexError):
        return None
