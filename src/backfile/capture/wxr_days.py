"""Days of an import: those that so many posts of an export share that no newsroom can have written them on one day.

A move to another content system that keeps no dates gives all stories the day of the move. The posts are counted by day before they
are read, without parsing: WordPress writes wp:post_date before wp:post_type (wp-admin/includes/export.php).
"""

import re
from collections import Counter
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO

from backfile.capture.faults import Fault
from backfile.capture.open_place import Opener

_STEP = 1024 * 1024
_OVERLAP = 200
_FIELD = re.compile(rb"<wp:post_date>\s*(?:<!\[CDATA\[)?\s*(\d{4}-\d\d-\d\d)|<wp:post_type>\s*(?:<!\[CDATA\[)?\s*(\w+)")
_POSTS = frozenset({b"post", b"article", b"articles", b"news", b"story", b"stories"})
LEAST = 10
"""Posts of a day below which nothing is said: a small paper has as many on a busy day."""
_TIMES = 5
"""A day has so many times the posts of the fourth busiest: a monthly puts thirty stories on line on each day of issue, and has more than
three of those; an import takes a night or two. Without a fourth, of the least busy; one day alone is an import's."""
_FOURTH = 3


def import_days(raw: BinaryIO) -> frozenset[str]:
    """The days of an export that are an import's, "2016-06-01"."""
    return days_of_import(_counted(raw))


def days_of_import(counts: Counter[str]) -> frozenset[str]:
    """Of posts counted by day, the days that are an import's."""
    ordered = sorted(counts.values(), reverse=True)
    usual = 0 if len(ordered) < 2 else ordered[min(_FOURTH, len(ordered) - 1)]
    return frozenset(day for day, count in counts.items() if count >= max(LEAST, _TIMES * usual))


def _counted(raw: BinaryIO) -> Counter[str]:
    counts: Counter[str] = Counter()
    raw.seek(0)
    kept, day = b"", None
    while more := raw.read(_STEP):
        window = kept + more
        end = len(window) - _OVERLAP  # what begins after that is looked at with what follows
        done = 0
        for found in _FIELD.finditer(window):
            if found.start() >= end:
                break
            done = found.end()
            day = _count(counts, day, found)
        kept = window[max(done, end) :]
    for found in _FIELD.finditer(kept):
        day = _count(counts, day, found)
    return counts


def _count(counts: Counter[str], day: str | None, found: re.Match[bytes]) -> str | None:
    """The day that waits for its post's type."""
    if found[1]:
        return found[1].decode()
    if day is not None and found[2] in _POSTS:
        counts[day] += 1
    return None


def import_days_at(path: str, member: str | None) -> frozenset[str]:
    """The same of an export on the disk, counted once for all of its posts."""
    try:
        facts = Path(path).stat()
        return _kept(path, member, facts.st_size, facts.st_mtime_ns)
    except (OSError, Fault):
        return frozenset()


@lru_cache(maxsize=16)
def _kept(path: str, member: str | None, size: int, changed: int) -> frozenset[str]:  # noqa: ARG001 - a changed file is another file
    with Opener().open(path, member) as raw:
        return import_days(raw)
