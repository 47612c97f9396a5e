"""WARC records as captures (ISO 28500:2017, WARC 1.1: section 4 the header, 5 its fields, 6 the kinds of record)."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from urllib.parse import urljoin

from backfile.capture.faults import Fault
from backfile.capture.feed_entry import feed_day
from backfile.capture.http import Response, decode_body, media_type_of, parse_headers, parse_response
from backfile.capture.instants import instant_of
from backfile.capture.page_responses import READ_STATUSES, page_capture, page_type
from backfile.capture.record_loop import Record, RecordFormat
from backfile.capture.saved_from import Origin, origin_of_url
from backfile.capture.unpack import Unpacked
from backfile.limits import LARGEST_HEADER, LARGEST_PAYLOAD, LONGEST_MENTION
from backfile.model.capture import Capture, Skipped, SkipReason
from backfile.model.mentions import Mention, MentionKind

_VERSION = re.compile(rb"WARC/[01]\.\d+[ \t]*\r?\n")
"""WARC/1.1; not WARC/2.0, not HTTP/1.1."""
_PAGE_URL = re.compile(r"(?:https?|ftp|file|gopher):", re.IGNORECASE)
"""https://example.org/; not dns:example.org, urn:pageinfo:..., metadata://gnu.org/software/wget/."""
NO_TIME_FIELD, UNKNOWN = "backfile-captured-at", "unknown"
"""A field of ours (section 5.1 lets others' be): nobody knows when the page was saved, and WARC-Date, which every record must have, is
when the record was made. Taken for the page's, it would date "yesterday" by the day of an export."""
_RESPONSES = frozenset({"response", "resource", "revisit"})
_LED = frozenset({301, 302, 303, 307, 308})

Originals = Callable[[Record], Record | None]
"""Gives the record that a revisit refers to, None when it is not known."""


def read_header(stream: Unpacked) -> tuple[dict[str, str], int]:
    """A WARC header's fields and the block's length (section 4). Raises Fault."""
    version = stream.line()
    if not _VERSION.match(version):
        if not version.endswith(b"\n") and b"WARC/1.1\r\n".startswith(version[:10]):
            raise Fault(SkipReason.TRUNCATED, "The file ends inside a record's header: it was cut short.")
        stream.unread(len(version) - 1)
        raise Fault(SkipReason.DAMAGED, "Bytes that are no WARC record: passed over, up to the next record.")
    lines, size = [], 0
    while (line := stream.line(LARGEST_HEADER)).strip(b"\r\n"):
        lines.append(line.rstrip(b"\n"))
        size += len(line)
        if size > LARGEST_HEADER:
            raise Fault(SkipReason.DAMAGED, "A WARC header with no end: passed over, up to the next record.")
    if not line:
        raise Fault(SkipReason.TRUNCATED, "The file ends inside a record's header: it was cut short.")
    headers = dict(reversed(parse_headers(lines)))
    return headers, block_length(headers.get("content-length", ""))


def block_length(text: str) -> int:
    """A length as written in a header. Raises Fault for what is no length."""
    if not re.fullmatch(r"[0-9]{1,15}", text):
        shown = text[:40] or "none"
        message = f"The record's length ({shown}) is no number: it was passed over, up to the next record. Fetch the file again if you can."
        raise Fault(SkipReason.DAMAGED, message)
    return int(text)


WARC = RecordFormat("WARC", read_header, re.compile(rb"WARC/[01]\.\d+[ \t]*\r?\n[!-9;-~]+:"), b"\r\n\r\n", b"WARC/")


def record_origin(record: Record) -> Origin:
    """The page's address and the time of its capture; those of the page itself where a replayed page was crawled."""
    url = record.headers.get("warc-target-uri", "").strip().strip("<>") or None
    replayed = origin_of_url(url)
    saved = None if record.headers.get(NO_TIME_FIELD) == UNKNOWN else instant_of(record.headers.get("warc-date"))
    return Origin(replayed.url, replayed.captured_at or saved)


def warc_capture(record: Record, original: Originals) -> Capture | Skipped:
    """What a record holds: a page, or why it gives none. `original` finds what a revisit refers to. Raises Fault."""
    kind = record.headers.get("warc-type", "").lower()
    origin = record_origin(record)
    if kind not in _RESPONSES:
        skipped = _skipped(record, origin, SkipReason.NOT_A_RESPONSE, f"A WARC {kind or 'record without a type'}.")
        return replace(skipped, mentions=_of_metadata(record, origin)) if kind == "metadata" else skipped
    if not origin.url or not _PAGE_URL.match(origin.url):
        return _skipped(
            record, origin, SkipReason.NOT_A_PAGE, f"Not a page: its address is {origin.url or 'not given'}."
        )
    response = parse_response(record.block)
    if kind == "revisit":
        return _revisit_capture(record, origin, response, original)
    if response:
        return response_capture(record, origin, response)
    if not record.is_whole:
        return _too_large(record, origin)
    media_type, charset = media_type_of(record.headers.get("content-type"))
    if media_type and media_type.startswith("application/http"):
        return _skipped(
            record, origin, SkipReason.DAMAGED, "A response record that holds no HTTP response: passed over."
        )
    return page_capture(
        record.block,
        record.place,
        url=origin.url,
        captured_at=origin.captured_at,
        media_type=media_type,
        charset=charset,
        is_cut=_is_cut(record),
    )


def response_capture(record: Record, origin: Origin, response: Response) -> Capture | Skipped:
    """What an HTTP response holds (WARC 1.1 section 6.3; ARC's blocks are the same). Raises Fault for a bomb."""
    if response.status not in READ_STATUSES:
        skipped = _skipped(record, origin, SkipReason.HTTP_STATUS, f"HTTP status {response.status}.")
        return replace(skipped, mentions=_led(origin, response))
    if not record.is_whole:
        return _too_large(record, origin, response)
    return page_capture(
        decode_body(response),
        record.place,
        url=origin.url,
        captured_at=origin.captured_at,
        status=response.status,
        media_type=response.media_type,
        charset=response.charset,
        headers=response.headers,
        is_cut=_is_cut(record) or response.is_short,
    )


def _led(origin: Origin, response: Response) -> tuple[Mention, ...]:
    """Where a redirect leads (RFC 9110 section 15.4): an old address of what stands there."""
    location = response.header("location")
    if response.status not in _LED or not origin.url or not location:
        return ()
    try:
        target = urljoin(origin.url, location.strip())
    except ValueError:
        return ()
    is_led = _PAGE_URL.match(target) is not None and len(target) <= LONGEST_MENTION and target != origin.url
    return (Mention(origin.url, MentionKind.REDIRECT, target=target),) if is_led else ()


def _of_metadata(record: Record, origin: Origin) -> tuple[Mention, ...]:
    """What a feed said of a page that lies elsewhere in the file, or in another."""
    day = feed_day(record) if origin.url and _PAGE_URL.match(origin.url) else None
    return (Mention(origin.url, MentionKind.FEED, day),) if day and origin.url else ()


def _is_cut(record: Record) -> bool:
    """Whether a record ends before the page does: by its length, or by WARC-Truncated (WARC 1.1 section 5.13)."""
    return record.is_cut or "warc-truncated" in record.headers


def _revisit_capture(record: Record, origin: Origin, own: Response | None, original: Originals) -> Capture | Skipped:
    """The original's payload under the revisit's own address, time and headers (section 6.7)."""
    if own and own.media_type and not may_be_page(own.media_type):
        return _skipped(record, origin, SkipReason.NOT_A_PAGE, f"Not a page: of type {own.media_type}.")
    found = original(record)
    response = parse_response(found.block) if found and found.is_whole else None
    if not response:
        message = "It repeats a capture that is not in the files given: add the file that holds it."
        return _skipped(record, origin, SkipReason.REVISIT_UNRESOLVED, message)
    if response.status not in READ_STATUSES:
        return _skipped(record, origin, SkipReason.HTTP_STATUS, f"It repeats HTTP status {response.status}.")
    use_own = own is not None and own.status in READ_STATUSES
    shown = own if own is not None and use_own else response
    return page_capture(
        decode_body(response),
        record.place,
        url=origin.url,
        captured_at=origin.captured_at,
        status=shown.status,
        media_type=shown.media_type or response.media_type,
        charset=shown.charset or response.charset,
        headers=shown.headers,
    )


@lru_cache(maxsize=1024)
def may_be_page(media_type: str) -> bool:
    """True for a media type that some page's bytes could be served as without being taken for something else."""
    return page_type(media_type, b"words") is not None or page_type(media_type, b"<p>words</p>") is not None


def _too_large(record: Record, origin: Origin, response: Response | None = None) -> Skipped:
    size, limit = record.block_length // (1024 * 1024), LARGEST_PAYLOAD // (1024 * 1024)
    media_type = response.media_type if response else media_type_of(record.headers.get("content-type"))[0]
    if media_type and not may_be_page(media_type):
        return _skipped(record, origin, SkipReason.NOT_A_PAGE, f"Not a page: of type {media_type}, {size} MB.")
    message = f"A record of {size} MB: pages over {limit} MB are not read."
    return _skipped(record, origin, SkipReason.UNREADABLE, message)


def _skipped(record: Record, origin: Origin, reason: SkipReason, message: str) -> Skipped:
    return Skipped(record.place, reason, message, origin.url, origin.captured_at)
