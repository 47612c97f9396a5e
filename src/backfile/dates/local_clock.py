"""An instant given in UTC -> the same instant on the newsroom's own clock, where the page or its address tells that clock.

Content systems write "2017-02-24T02:10:00Z" for a story whose page prints February 23: the day that a reader cites is
the one on the newsroom's wall. The instant never changes; a zone found so is `inferred`.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta, timezone
from urllib.parse import urlsplit

from backfile.dates.parse_stamp import ParsedStamp
from backfile.dates.time_zones import country_offset, offset_minutes

_FARTHEST_WEST, _FARTHEST_EAST = -12 * 60, 14 * 60
_US_ZONES = ("ET", "CT", "MT", "PT")


def on_newsroom_clock(
    chosen: ParsedStamp, stated: Iterable[ParsedStamp], printed: Iterable[ParsedStamp], host: str | None
) -> str | None:
    """`chosen`, an instant in UTC, with the newsroom's offset; None where nothing tells it, or it is not in UTC.

    `stated` are the page's other clues, `printed` those that a reader sees. In order: another clue has the instant with its offset; the page prints the moment without one; it prints the day
    before or after; the country of the outlet's host keeps one time.
    """
    if not chosen.value.endswith("+00:00"):
        return None
    instant = datetime.fromisoformat(chosen.value)
    printed = [stamp for stamp in printed if stamp.day is not None]
    offset = next((found for stamp in stated if (found := _of_offset(stamp, instant))), None)
    offset = offset or next((found for stamp in printed if (found := _of_clock(stamp, instant))), None)
    if offset is None:
        days = {stamp.value[:10] for stamp in printed if stamp.zone != "stated"}
        offset = _of_days(instant, days)
        if offset is None and instant.date().isoformat() not in days:
            offset = country_offset(host, instant)
    if not offset:
        return None
    return instant.astimezone(timezone(timedelta(minutes=offset))).isoformat()


def _of_offset(stamp: ParsedStamp, instant: datetime) -> int | None:
    """The offset with which a clue states the same minute."""
    if stamp.zone != "stated" or len(stamp.value) < 16 or stamp.value.endswith("+00:00"):
        return None
    told = datetime.fromisoformat(stamp.value)
    shift = told.utcoffset()
    return round(shift.total_seconds() / 60) if shift and abs((told - instant).total_seconds()) < 60 else None


def _of_clock(stamp: ParsedStamp, instant: datetime) -> int | None:
    """The offset at which a printed clock tells the same minute."""
    if stamp.zone == "stated" or len(stamp.value) < 16 or stamp.value[10:16] == "T00:00":
        return None
    told = datetime.fromisoformat(stamp.value).replace(tzinfo=UTC, second=0)
    minutes = round((told - instant.replace(second=0)).total_seconds() / 60)
    return minutes if minutes % 30 == 0 and _FARTHEST_WEST <= minutes <= _FARTHEST_EAST else None


def _of_days(instant: datetime, days: set[str]) -> int | None:
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
        return next((zone for zone in zones if zone is not None and minutes + zone < 0), None)
    if off == 1:
        hours = -(-(24 * 60 - minutes) // 60)
        return hours * 60 if hours * 60 <= _FARTHEST_EAST else None
    return None


def host_of(url: str | None) -> str | None:
    """The host's name in an address; None where there is none to read."""
    try:
        return urlsplit(url).hostname if url else None
    except ValueError:
        return None
