"""An instant given in UTC -> the same instant on the newsroom's own clock, where the page or its address tells that clock.

Content systems write "2017-02-24T02:10:00Z" for a story whose page prints February 23: the day that a reader cites is
the one on the newsroom's wall. The instant never changes; a zone found so is `inferred`.
"""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta, timezone
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from backfile.dates.time_zones import country_offset, offset_minutes, offsets_there

if TYPE_CHECKING:
    from backfile.dates.parse_stamp import ParsedStamp

_US_ZONES = ("ET", "CT", "MT", "PT")


class Newsroom(NamedTuple):
    """What a page says of where it was made."""

    host: str | None
    language: str | None


class OtherClocks(NamedTuple):
    """What else on a page and of its outlet tells the clock on the newsroom's wall."""

    stated: "Sequence[ParsedStamp]"
    """The page's other clues of the same field."""
    printed: "Sequence[ParsedStamp]"
    """Those of them that a reader sees."""
    changed: "Sequence[ParsedStamp]"
    """The clues of the other field: a printed clock that may be theirs tells nothing."""
    newsroom: Newsroom


def on_newsroom_clock(chosen: "ParsedStamp", others: OtherClocks) -> str | None:
    """`chosen`, an instant in UTC, with the newsroom's offset; None where nothing tells it, it is none, or it is not in UTC.

    In order: another clue has the instant with its offset; the page prints the moment without one; it prints the day
    before or after; the country of the outlet's host keeps one time. An offset that is told by print alone is one of those in
    use there on that day.
    """
    if not chosen.value.endswith("+00:00"):
        return None
    instant = datetime.fromisoformat(chosen.value)
    offset = _offset_at(instant, others)
    return instant.astimezone(timezone(timedelta(minutes=offset))).isoformat() if offset else None


def _offset_at(instant: datetime, others: OtherClocks) -> int | None:
    for stamp in others.stated:
        if (offset := _of_offset(stamp, instant)) is not None:
            return offset
    host, language = others.newsroom
    in_use = offsets_there(host, language, instant) | _offsets_stated((*others.stated, *others.changed))
    printed = [stamp for stamp in others.printed if stamp.day is not None]
    for stamp in printed:
        if (offset := _of_clock(stamp, instant)) in in_use and not _may_be_another_s(stamp, instant, others, in_use):
            return offset
    days = {stamp.value[:10] for stamp in printed if stamp.zone != "stated"}
    offset = _of_days(instant, days, in_use)
    if offset is None and instant.date().isoformat() not in days:
        offset = country_offset(host, instant)
    return offset


def _may_be_another_s(stamp: "ParsedStamp", instant: datetime, others: OtherClocks, in_use: frozenset[int]) -> bool:
    """Whether a printed clock also tells the minute of a later instant of the other field, in an offset that is in use."""
    told = (datetime.fromisoformat(other.value) for other in others.changed if other.zone == "stated")
    return any((one - instant).total_seconds() >= _A_MINUTE and _of_clock(stamp, one) in in_use for one in told)


def _offsets_stated(stamps: "Iterable[ParsedStamp]") -> frozenset[int]:
    """The offsets that the page's own clues state, but for that of UTC."""
    stated = (datetime.fromisoformat(stamp.value).utcoffset() for stamp in stamps if stamp.zone == "stated")
    return frozenset(round(offset.total_seconds() / 60) for offset in stated if offset)


def _of_offset(stamp: "ParsedStamp", instant: datetime) -> int | None:
    """The offset with which a clue states the same minute."""
    if stamp.zone != "stated" or len(stamp.value) < 16 or stamp.value.endswith("+00:00"):
        return None
    told = datetime.fromisoformat(stamp.value)
    shift = told.utcoffset()
    return round(shift.total_seconds() / 60) if shift and abs((told - instant).total_seconds()) < _A_MINUTE else None


def _of_clock(stamp: "ParsedStamp", instant: datetime) -> int | None:
    """How many minutes a printed clock is ahead of the instant; None where there is no printed clock."""
    if stamp.zone == "stated" or len(stamp.value) < 16 or stamp.value[10:16] == "T00:00":
        return None
    told = datetime.fromisoformat(stamp.value).replace(tzinfo=UTC, second=0)
    return round((told - instant.astimezone(UTC).replace(second=0)).total_seconds() / 60)


def _of_days(instant: datetime, days: set[str], in_use: frozenset[int]) -> int | None:
    """The least offset that puts the instant on the one day that is printed, the day before or after; in the Americas
    the first of the United States' zones that does."""
    if len(days) != 1:
        return None
    printed = date.fromisoformat(next(iter(days)))
    off = (printed - instant.date()).days
    minutes = instant.hour * 60 + instant.minute
    if off == -1:
        ymd = (instant.year, instant.month, instant.day)
        zones = [offset_minutes(name, ymd) for name in _US_ZONES]
        return next((zone for zone in zones if zone in in_use and minutes + (zone or 0) < 0), None)
    if off == 1:
        return min((zone for zone in in_use if zone % 60 == 0 and minutes + zone >= _A_DAY), default=None)
    return None


_A_MINUTE = 60
_A_DAY = 24 * 60


def host_of(url: str | None) -> str | None:
    """The host's name in an address; None where there is none to read."""
    try:
        return urlsplit(url).hostname if url else None
    except ValueError:
        return None
