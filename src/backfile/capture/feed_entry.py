"""What a feed said of a page, in a WARC metadata record beside the page's response (WARC 1.1, section 6.5: it refers to that record).

Crawlers that follow feeds keep the feed's entry there, as JSON (mediacloud's rss-fetcher and its kin), as fields, or as the entry's XML.
A day that a program read from the page itself is none of it.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

from backfile.capture.record_loop import Record

_OF_A_FEED = re.compile(r"rss|atom|feed|entry|item|sitemap", re.I)
"""Names of what holds a feed's entry; not "content_metadata"."""
_DAYS = frozenset("pubdate published publisheddate publicationdate dcdate issued".split())
_LETTERS = re.compile(r"[^a-z]")
_XML_DAY = re.compile(r"<(?:pubDate|published|dc:date)\b[^>]*>\s*+([^<]{8,60}?)\s*<", re.I)
_LINE = re.compile(
    r"^(?:rss|feed|atom|sitemap)?[-_ ]?(?:pubdate|pub_date|published)[ \t]*:[ \t]*(\S.{7,60})$", re.I | re.M
)
_LARGEST = 256 * 1024


def refers_to(metadata: Record, response: Record) -> bool:
    """Whether a metadata record is of a response: by its number, else by its address."""
    headers = metadata.headers
    if headers.get("warc-type", "").lower() != "metadata":
        return False
    referred = headers.get("warc-refers-to") or headers.get("warc-concurrent-to")
    if referred:
        return referred.strip() == response.headers.get("warc-record-id", "").strip()
    url = headers.get("warc-target-uri")
    return bool(url) and url == response.headers.get("warc-target-uri")


def feed_day(metadata: Record) -> str | None:
    """When a feed's entry says that its story was published, as it says it; None where the record holds no such entry."""
    if not metadata.is_whole or len(metadata.block) > _LARGEST:
        return None
    text = metadata.block.decode("utf-8", "replace").strip()
    if text[:1] in ("{", "["):
        try:
            held = json.loads(text)
        except ValueError:
            return None
        return next(_days_in(held, is_feed=False), None)
    found = _XML_DAY.search(text) if text[:1] == "<" else _LINE.search(text)
    return found[1].strip() if found else None


def _days_in(held: Any, *, is_feed: bool) -> Iterator[str]:
    """The days of a feed's entry, wherever it lies in the record."""
    if isinstance(held, list):
        for one in held:
            yield from _days_in(one, is_feed=is_feed)
    elif isinstance(held, dict):
        for name, value in held.items():
            if isinstance(value, dict | list):
                yield from _days_in(value, is_feed=is_feed or _OF_A_FEED.search(str(name)) is not None)
            elif is_feed and isinstance(value, str) and value and _LETTERS.sub("", str(name).lower()) in _DAYS:
                yield value
