"""Days of a stamp and of a window: the first and last that they can mean, and a stamp's place in lists by date."""

import hashlib
from datetime import UTC, date, datetime, timedelta

from backfile.model.story import Stamp, Window


def days_of(stamp: Stamp) -> tuple[date, date]:
    """The first and last day that the stamp can mean: one day, or its month or year."""
    parts = [int(part) for part in stamp.value[:10].split("-")]
    if stamp.precision == "year":
        return date(parts[0], 1, 1), date(parts[0], 12, 31)
    if stamp.precision == "month":
        after = date(parts[0] + parts[1] // 12, parts[1] % 12 + 1, 1)
        return date(parts[0], parts[1], 1), after - timedelta(days=1)
    day = date(parts[0], parts[1], parts[2])
    return day, day


def span_of(window: Window) -> tuple[date | None, date | None]:
    """The ends of a window; None where one is open, or is no day."""
    return _day(window.earliest), _day(window.latest)


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def sort_key(stamp: Stamp, story: str) -> int:
    """Newest is greatest: the minute of publication as printed, then a part of the id so that no two stories tie."""
    first, _ = days_of(stamp)
    minutes = first.toordinal() * 1440
    if "T" in stamp.value:
        then = datetime.fromisoformat(stamp.value)
        then = then.astimezone(UTC) if then.tzinfo else then.replace(tzinfo=UTC)
        minutes = then.toordinal() * 1440 + then.hour * 60 + then.minute
    return minutes << 30 | _tie(story)


def _tie(story: str) -> int:
    return int(hashlib.sha256(f'"{story}"'.encode()).hexdigest()[:7], 16)
