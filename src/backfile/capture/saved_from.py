"""Where and when a saved page says that it was saved.

Rules: Internet Explorer's and Chrome's "saved from url" mark, SingleFile's and HTTrack's comments, the Wayback
Machine's comment and script call, and the addresses of replayed captures (Wayback, pywb, Conifer, archive.today:
14 digits, a modifier, the page's own address).
"""

import re
from datetime import UTC, datetime, timedelta, timezone
from typing import NamedTuple

from backfile.capture.instants import given_instant, instant_of, instant_of_mail_date
from backfile.late_pattern import late

_HEAD = 32 * 1024
_TAIL = 4 * 1024

_REPLAY_URL = late(
    r"https?://[^/?#]+/(?:[^?#]*?/)?(\d{14})(?:[a-z]{2}_)?/((?:https?:/{1,2}|(?=www\.))\S+)", re.IGNORECASE
)
"""https://web.archive.org/web/20170223164700id_/https://example.org/a; not https://example.org/20170223164700/a."""
_WAYBACK_PART = late(r"https?://web\.archive\.org/web/\d{0,13}\*?(?:[a-z]{2}_)?/(https?:/{1,2}\S+)", re.IGNORECASE)
"""https://web.archive.org/web/2017/https://example.org/a: no instant in it."""
_SAVED_FROM = late(r"<!--\s*saved from url=\(\d+\)(\S+?)\s*-->", re.IGNORECASE)
"""<!-- saved from url=(0021)https://example.org/a -->; not <!-- url=https://example.org -->."""
_SINGLE_FILE = late(
    r"<!--\s*+Page saved with SingleFile\s++url:\s*+(\S++)\s++saved date:\s*+([^\n]{1,100}?)[ \t]{0,9}(?:\n|-->)"
)
"""Page saved with SingleFile, url: ..., saved date: Thu Feb 23 2017 16:47:00 GMT-0500 (EST)."""
_SINGLE_FILE_DATE = late(r"\w{3} (\w{3} \d\d \d{4} \d\d:\d\d:\d\d) GMT([+-])(\d\d)(\d\d)")
_HTTRACK = late(r"<!-- Mirrored from (\S+) by HTTrack Website Copier/\S+ \[[^\]]*\], ([^>]+?) -->")
"""<!-- Mirrored from example.org/a.html by HTTrack Website Copier/3.x [XR&CO'2014], Thu, 23 Feb 2017 ... GMT -->."""
_ARCHIVED_ON = late(
    r"FILE ARCHIVED ON (?:(\d\d:\d\d:\d\d \w{3} \d\d, \d{4})|(\d{14})) AND RETRIEVED FROM THE\s+INTERNET ARCHIVE"
)
"""FILE ARCHIVED ON 12:34:56 Feb 23, 2017 AND RETRIEVED FROM THE INTERNET ARCHIVE ON; not RETRIEVED ... ON 12:34:56."""
_WOMBAT = late(r"""__wm\.wombat\(\s*["']([^"']+)["']\s*,\s*["'](\d{14})["']""")
"""__wm.wombat("https://example.org/a","20170223123456","https://web.archive.org/"."""


class Origin(NamedTuple):
    """Where a saved page comes from and when it was saved, as far as it says."""

    url: str | None = None
    captured_at: datetime | None = None


def origin_of_url(url: str | None) -> Origin:
    """The page's own address, and the time of the capture where `url` is that of a replayed one."""
    if not url:
        return Origin()
    replayed = _REPLAY_URL.fullmatch(url)
    if replayed and (moment := instant_of(replayed[1])):
        return Origin(_whole_url(replayed[2]), moment)
    partial = _WAYBACK_PART.fullmatch(url)
    return Origin(_whole_url(partial[1])) if partial else Origin(url)


def _whole_url(inner: str) -> str:
    """Proxies fold the two slashes of the inner address into one; Wayback adds the port that goes without saying."""
    if not inner.lower().startswith("http"):
        inner = "http://" + inner
    inner = re.sub(r"^(https?):/+", r"\1://", inner, flags=re.IGNORECASE)
    return re.sub(r"^(http://[^/?#]+):80(?=[/?#]|$)|^(https://[^/?#]+):443(?=[/?#]|$)", r"\1\2", inner)


def given_origin(url: str | None, captured_at: datetime | str | None) -> Origin:
    """What a user says of a page: the time of a replayed capture's address goes before the one given.

    Raises ValueError for a `captured_at` that is no instant, TypeError for values of other types.
    """
    if url is not None and not isinstance(url, str):
        raise TypeError(f"url is an address, not {url!r}: give it as text")
    replayed = origin_of_url(url)
    given = None if captured_at is None else given_instant(captured_at, "captured_at")
    return Origin(replayed.url, replayed.captured_at or given)


def origin_of_page(payload: bytes) -> Origin:
    """What the comments of a saved page say. An archive's time goes before the time of saving the archive's page."""
    head, tail = payload[:_HEAD].decode("latin-1"), payload[-_TAIL:].decode("latin-1")
    if head.startswith(("ÿþ", "þÿ")):
        head = payload[:_HEAD].decode("utf-16", "ignore")
    saved = _saved(head)
    inner = origin_of_url(saved.url)
    wayback = _wayback(head, tail)
    return Origin(wayback.url or inner.url, wayback.captured_at or inner.captured_at or saved.captured_at)


def _saved(head: str) -> Origin:
    if "SingleFile" in head and (found := _SINGLE_FILE.search(head)):
        return Origin(found[1], _single_file_time(found[2]))
    if "saved from url" in head and (found := _SAVED_FROM.search(head)):
        return Origin(found[1] if re.match(r"https?:", found[1], re.IGNORECASE) else None)
    if "HTTrack" in head and (found := _HTTRACK.search(head)):
        url = found[1] if "://" in found[1] else "http://" + found[1]
        return Origin(url, instant_of_mail_date(found[2]))
    return Origin()


def _wayback(head: str, tail: str) -> Origin:
    wombat = _WOMBAT.search(head)
    if wombat and (moment := instant_of(wombat[2])):
        return Origin(_whole_url(wombat[1]), moment)
    archived = _ARCHIVED_ON.search(tail) or _ARCHIVED_ON.search(head)
    if not archived:
        return Origin()
    if archived[2]:
        return Origin(None, instant_of(archived[2]))
    try:
        return Origin(None, datetime.strptime(archived[1], "%H:%M:%S %b %d, %Y").replace(tzinfo=UTC))
    except ValueError:
        return Origin()


def _single_file_time(text: str) -> datetime | None:
    found = _SINGLE_FILE_DATE.match(text)
    if not found:
        return instant_of(text)
    minutes = int(found[3]) * 60 + int(found[4])
    try:
        zone = timezone(timedelta(minutes=-minutes if found[2] == "-" else minutes))
        return datetime.strptime(found[1], "%b %d %Y %H:%M:%S").replace(tzinfo=zone).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
