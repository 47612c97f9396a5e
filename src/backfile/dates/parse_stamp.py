"""A stamp's text -> its value, as sure as it is and no surer (ISO 8601, RFC 2822, epochs, and what newsrooms print).

ISO first, by one anchored pattern: nine stamps in ten in a page's metadata are in it. Then numbers alone (epochs,
20170223), then days and clocks found apart in the text (printed_days.py, clock.py), then what counts back from the capture
(relative_stamps.py).
"""

import re
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from backfile.dates.clock import Clock, find_clock, read_zone
from backfile.dates.cue_words import UPDATED
from backfile.dates.printed_days import PrintedDay, find_days, is_day
from backfile.dates.relative_stamps import Past, find_pasts, looks_past
from backfile.dates.time_zones import offset_text
from backfile.late_pattern import late


class ParsedStamp(NamedTuple):
    """What a stamp says."""

    value: str
    """ISO 8601, as long as `precision` allows; an offset only where the zone is stated."""
    precision: str
    """second | minute | day | month | year"""
    zone: str
    """stated | inferred | unknown; inferred: counted back from the capture's own clock."""
    start: int
    end: int
    """Code points into the raw text that were read."""
    kind: str = "full"
    """full | relative (from the capture's time) | no-year (the newest year that fits the capture) | ambiguous"""
    readings: tuple[str, ...] = ()
    """The two days it may be, where the order of day and month is open."""

    has_weekday: bool = False
    """True where a weekday is printed and agrees."""

    @property
    def day(self) -> str | None:
        """ "2017-02-23", or None where the day is not known."""
        return self.value[:10] if len(self.value) >= 10 else None


# "2017-02-23T16:47:00.000-05:00", "2017-02-23 16:47", "2017-2-3", "2017-02-23T16:47:00+0000 UTC", "2017-02", "2017"
_ISO = late(
    r"\s*([12]\d{3})(?:-(\d\d?)(?:-(\d\d?)(?:(?:[T\s]\s?|-(?=\d\d:\d\d))(\d\d?):(\d\d)(?::(\d\d)(?:[.,:]\d+)?)?\s?(.*)|[T+].{0,6}|Z)?)?)?\s*$",
    re.I,
)
_COMPACT = late(r"\s*(\d{4})(\d\d)(\d\d)(?:[T\s-]?(\d\d):?(\d\d)(?::?(\d\d)(?:\.\d+)?)?\s?(.*))?$")
_EPOCH = late(r"\s*(\d{9,10})(?:\.\d+)?(\d{3})?\s*$")
_SIMPLE_OFFSET = late(r"([+-])(\d\d):?(\d\d)$")
# between a time and its day: ", ", " ET Thu., ", " on "; not " | Updated: "
_LEADS_UP = late(r"[\s,·|–-]*(?:[^\W\d_]{2,10}[.,]*[\s,]+){0,2}")
_DIGIT = late(r"\d")
# "2017", "2/23/17", "23-Feb-17", "Feb 23 '17", "令和5年": no day without a year can be settled where the capture's time is not known
WITH_A_YEAR = late(r"\d{4}|\d\s?[./-]\s?\d|[-/'’`]\d\d|[年년]|[\u0e00-\u0e7f]\.?\s\d\d(?![\d:.])")
_TO_ASCII = {
    0x200E: " ",
    0x200F: " ",
    0xA0: " ",
    0x202F: " ",
    0x2009: " ",
    0x2011: "-",
    0x2212: "-",
    0xFF0F: "/",
    0xFF1A: ":",
    **{base + n: str(n) for base in (0x660, 0x6F0, 0x966, 0x9E6, 0xE50, 0xFF10) for n in range(10)},
}
_ODD = late(f"[{''.join(map(chr, _TO_ASCII))}]")
LONGEST = 300
"""Code points of a text that are looked at for a stamp."""


def parse_stamp(
    raw: str, *, language: str | None = None, day_first: bool | None = None, captured_at: datetime | None = None
) -> ParsedStamp | None:
    """The first stamp in `raw`, or None. `captured_at` anchors relative stamps and those without a year."""
    if (plain := _from_plain_iso(raw)) is not None:
        return plain
    m = _ISO.match(raw)
    if m:
        return _from_iso(raw, m)
    if len(raw) < LONGEST and (numbers := _from_numbers(raw)):
        return numbers
    stamps = find_stamps(raw, language=language, day_first=day_first, captured_at=captured_at)
    return stamps[0] if stamps else None


def find_stamps(
    raw: str, *, language: str | None = None, day_first: bool | None = None, captured_at: datetime | None = None
) -> list[ParsedStamp]:
    """Every stamp in a line of text, in order of place."""
    text = raw[:LONGEST]
    if not text.isascii() and _ODD.search(text):
        text = text.translate(_TO_ASCII)
    if len(text) != len(raw[:LONGEST]):  # pragma: no cover - the table maps one to one
        return []
    found: list[ParsedStamp] = []
    if _DIGIT.search(text):
        days = find_days(text, language=language, day_first=day_first)
        for number, day in enumerate(days):
            since = max(days[number - 1].end, found[-1].end if found else 0) if number else 0
            until = days[number + 1].start if number + 1 < len(days) else len(text)
            stamp = _composed(text, day, (since, until), captured_at)
            if stamp is not None:
                found.append(stamp)
    if captured_at is not None and looks_past(text):
        found = _with_pasts(found, text, captured_at, language)
    return found


def _with_pasts(found: list[ParsedStamp], text: str, captured_at: datetime, language: str | None) -> list[ParsedStamp]:
    """The stamps with those that count back; after the first of a line only those whose words say that it was changed."""
    for past in find_pasts(text, captured_at, language=language):
        since = max((stamp.end for stamp in found if stamp.start < past.start), default=0)
        if past.start < since or (found and not UPDATED.is_in(text[since : past.start])):
            continue
        found.append(_from_past(text, past))
    return sorted(found, key=lambda stamp: stamp.start)


def _from_plain_iso(raw: str) -> ParsedStamp | None:
    """The one shape that most metadata has, "2017-02-23T16:47:00-05:00": a few times faster than by the pattern."""
    if raw[10:11] != "T" or raw[16:17] != ":" or len(raw) > _LONGEST_ISO:
        return None
    value, rest = raw[:_TO_THE_SECOND], raw[_TO_THE_SECOND:]
    if rest[:1] == ".":
        rest = rest[1:].lstrip("0123456789")
    offset = _OFFSETS.get(rest)
    if offset is None:
        if rest[3:4] != ":" or len(rest) != len("-05:00") or rest[1:3] > "14":
            return None
        offset = rest
    try:
        datetime.fromisoformat(value + offset)
    except ValueError:
        return None
    return ParsedStamp(value + offset, "second", "stated" if offset else "unknown", 0, len(raw))


_TO_THE_SECOND, _LONGEST_ISO = len("2017-02-23T16:47:00"), len("2017-02-23T16:47:00.000000000-05:00")
_OFFSETS = {"": "", "Z": "+00:00", "z": "+00:00", "+0000": "+00:00", "-00:00": "+00:00"}


def _from_iso(raw: str, m: re.Match[str]) -> ParsedStamp | None:
    year, month, day, hour, minute, second, rest = m.groups()
    if month is None:
        return ParsedStamp(year, "year", "unknown", 0, len(raw)) if 1900 <= int(year) < 2100 else None
    if day is None:
        return ParsedStamp(f"{year}-{month:0>2}", "month", "unknown", 0, len(raw)) if 1 <= int(month) <= 12 else None
    if not is_day(int(year), int(month), int(day)):
        return None
    value = f"{year}-{month:0>2}-{day:0>2}"
    if hour is None or int(hour) > 23 or int(minute) > 59 or (second and int(second) > 60):
        return ParsedStamp(value, "day", "unknown", 0, len(raw))
    zone, offset = _offset_of(rest or "", (int(year), int(month), int(day)), int(hour))
    if offset == "pm":
        hour, offset = str(int(hour) % 12 + 12), ""
    clock = f"T{hour:0>2}:{minute}" + (f":{min(int(second), 59):02d}" if second else "")
    return ParsedStamp(value + clock + offset, "second" if second else "minute", zone, 0, len(raw))


def _offset_of(rest: str, day: tuple[int, int, int], hour: int) -> tuple[str, str]:
    """(zone, offset text) of what stands after an ISO clock."""
    if not rest:
        return "unknown", ""
    if rest in ("Z", "z"):
        return "stated", "+00:00"
    m = _SIMPLE_OFFSET.match(rest)
    if m and int(m[2]) <= 14:
        return "stated", f"{m[1]}{m[2]}:{m[3]}"
    if rest[:2].upper() == "PM" and hour <= 12:
        return "unknown", "pm"
    offset, _ = read_zone(rest, 0, day=day)
    return ("unknown", "") if offset is None else ("stated", offset_text(offset))


def _from_numbers(raw: str) -> ParsedStamp | None:
    m = _COMPACT.match(raw)
    if m and is_day(int(m[1]), int(m[2]), int(m[3])) and 1900 <= int(m[1]) < 2100:
        value = f"{m[1]}-{m[2]}-{m[3]}"
        if m[4] is None or int(m[4]) > 23 or int(m[5]) > 59:
            return ParsedStamp(value, "day", "unknown", 0, len(raw))
        zone, offset = _offset_of(m[7] or "", (int(m[1]), int(m[2]), int(m[3])), 23)
        clock = f"T{m[4]}:{m[5]}" + (f":{m[6]}" if m[6] else "")
        return ParsedStamp(value + clock + offset, "second" if m[6] else "minute", zone, 0, len(raw))
    m = _EPOCH.match(raw)
    if m:
        when = datetime.fromtimestamp(int(m[1]), tz=UTC)
        return ParsedStamp(when.strftime("%Y-%m-%dT%H:%M:%S+00:00"), "second", "stated", 0, len(raw))
    return None


def _composed(text: str, day: PrintedDay, span: tuple[int, int], captured_at: datetime | None) -> ParsedStamp | None:
    """The stamp of a printed day, with the clock that stands after it, else before it, within `span`."""
    settled = _settled(day, captured_at)
    if settled is None:
        return None
    day, kind = settled
    assert day.year is not None
    if day.month is None or day.day is None:
        value, precision = (
            (f"{day.year:04d}", "year") if day.month is None else (f"{day.year:04d}-{day.month:02d}", "month")
        )
        return ParsedStamp(value, precision, "unknown", day.start, day.end, kind)
    if kind == "ambiguous":
        assert day.other is not None
        readings = (
            f"{day.year:04d}-{day.month:02d}-{day.day:02d}",
            f"{day.year:04d}-{day.other[0]:02d}-{day.other[1]:02d}",
        )
        return ParsedStamp(f"{day.year:04d}", "year", "unknown", day.start, day.end, kind, readings)
    clock = _clock_beside(text, day, span)
    value = f"{day.year:04d}-{day.month:02d}-{day.day:02d}"
    agrees = day.weekday is not None and date(day.year, day.month, day.day).weekday() == day.weekday
    if clock is None:
        return ParsedStamp(value, "day", "unknown", day.start, day.end, kind, has_weekday=agrees)
    value += f"T{clock.hour:02d}:{clock.minute:02d}" + (f":{clock.second:02d}" if clock.second is not None else "")
    zone = "unknown"
    if clock.offset is not None:
        value, zone = value + offset_text(clock.offset), "stated"
    precision = "minute" if clock.second is None else "second"
    return ParsedStamp(
        value, precision, zone, min(day.start, clock.start), max(day.end, clock.end), kind, has_weekday=agrees
    )


def _clock_beside(text: str, day: PrintedDay, span: tuple[int, int]) -> Clock | None:
    """The time of day that leads up to the day ("4:47 PM, February 23"), else the one after it, with no word for
    an update between ("February 23, updated 6:10 PM"), else one before it."""
    ymd = (day.year or 2000, day.month or 1, day.day or 1)
    before = find_clock(text, max(span[0], day.start - 40), day.start, day=ymd)
    if before is not None and _LEADS_UP.fullmatch(text, before.end, day.start):
        return before
    after = find_clock(text, day.end, min(span[1], day.end + 40), day=ymd)
    return after if after is not None and not UPDATED.is_in(text[day.end : after.start]) else before


def _settled(day: PrintedDay, captured_at: datetime | None) -> tuple[PrintedDay, str] | None:
    """The day with its year and its order settled by the weekday and the capture, and the kind of stamp it is."""
    if day.year is None:
        year = _newest_year(day, captured_at)
        return None if year is None else (day._replace(year=year), "no-year")
    if day.other is None:
        return day, "full"
    assert day.month is not None
    assert day.day is not None
    fits = [
        (month, number)
        for month, number in ((day.month, day.day), day.other)
        if (day.weekday is None or date(day.year, month, number).weekday() == day.weekday)
        and (captured_at is None or date(day.year, month, number) <= captured_at.date() + timedelta(days=1))
    ]
    if len(fits) == 1:
        return day._replace(month=fits[0][0], day=fits[0][1], other=None), "full"
    return day, "ambiguous"


def _newest_year(day: PrintedDay, captured_at: datetime | None) -> int | None:
    """The newest year in which the day, on its weekday where one is named, is not after the capture."""
    if captured_at is None or day.month is None or day.day is None:
        return None
    latest = captured_at.date() + timedelta(days=1)
    for year in range(latest.year, latest.year - 12, -1):
        if not is_day(year, day.month, day.day) or date(year, day.month, day.day) > latest:
            continue
        if day.weekday is None or date(year, day.month, day.day).weekday() == day.weekday:
            return year
    return None


def _from_past(text: str, past: Past) -> ParsedStamp:
    if past.precision == "minute":
        value = past.when.strftime("%Y-%m-%dT%H:%M") + offset_text(round(past.when.utcoffset().total_seconds() / 60))  # type: ignore[union-attr]
        return ParsedStamp(value, "minute", "inferred", past.start, past.end, "relative")
    length = {"day": 10, "month": 7, "year": 4}[past.precision]
    value = past.when.strftime("%Y-%m-%d")[:length]
    if past.precision == "day":
        when = past.when.date()
        clock = find_clock(text, past.end, past.end + 30, day=(when.year, when.month, when.day))
        if clock is not None:
            value += f"T{clock.hour:02d}:{clock.minute:02d}" + (
                "" if clock.offset is None else offset_text(clock.offset)
            )
            return ParsedStamp(
                value, "minute", "unknown" if clock.offset is None else "stated", past.start, clock.end, "relative"
            )
    return ParsedStamp(value, past.precision, "unknown", past.start, past.end, "relative")
