"""Held mementos: the captures of an address in the order of their times, and which of them is nearest to a moment."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import NamedTuple

from backfile.archive.reader import Archive
from backfile.model.addresses import CaptureAt

_DATE = re.compile(r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT", re.ASCII)
"""Matches "Thu, 31 May 2007 20:35:00 GMT" (RFC 7089 section 2.1.1), and no other way to write it."""
_FORM = "%a, %d %b %Y %H:%M:%S GMT"
_MOMENT = "%Y%m%d%H%M%S"


class Memento(NamedTuple):
    """A capture whose time is known."""

    at: datetime
    """When it was captured, UTC, in whole seconds: never the story's date."""
    capture: CaptureAt

    @property
    def moment(self) -> str:
        """ "20170223214700"."""
        return self.at.strftime(_MOMENT)

    @property
    def header(self) -> str:
        """ "Thu, 23 Feb 2017 21:47:00 GMT"."""
        return format_datetime(self.at, usegmt=True)


def mementos_of(archive: Archive, address: str) -> list[Memento]:
    """The captures of the very address that show a story and whose time is known, oldest first, one a second."""
    found: dict[datetime, Memento] = {}
    for capture in archive.at(address).captures:
        if capture.story and capture.is_exact and capture.captured_at:
            at = datetime.fromisoformat(capture.captured_at).astimezone(UTC).replace(microsecond=0)
            found.setdefault(at, Memento(at, capture))
    return [found[at] for at in sorted(found)]


def asked_moment(header: str | None) -> datetime | None:
    """What Accept-Datetime asks for; None where it is not given. Raises ValueError for one that is malformed."""
    if header is None:
        return None
    if not _DATE.fullmatch(header.strip()):
        raise ValueError(header)
    moment = datetime.strptime(header.strip(), _FORM).replace(tzinfo=UTC)
    if moment.strftime("%a") != header.strip()[:3]:
        raise ValueError(header)
    return moment


def moment_of(digits: str) -> datetime:
    """The moment that 14 digits name. Raises ValueError."""
    return datetime.strptime(digits, _MOMENT).replace(tzinfo=UTC)


def nearest(held: Sequence[Memento], asked: datetime | None) -> Memento:
    """The memento nearest to a moment, of two that are as near the earlier; the newest for None."""
    if asked is None:
        return held[-1]
    return min(held, key=lambda one: abs(one.at - asked))
