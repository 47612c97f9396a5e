"""WARC records made here (ISO 28500:2017, WARC 1.1): of saved files, of an ARC's records, and the head of a file."""

import gzip
import hashlib
import uuid
from collections.abc import Mapping
from datetime import UTC, datetime

from backfile.capture.instants import instant_of
from backfile.capture.record_loop import Record
from backfile.capture.warc import NO_TIME_FIELD, UNKNOWN
from backfile.model.capture import Capture

END = b"\r\n\r\n"
_OF_THE_RECORD = frozenset({"content-length", "warc-block-digest", "warc-payload-digest", "warc-record-id"})
"""Fields that are of the bytes as they were stored, and are made again."""
_ACRONYMS = {"warc": "WARC", "uri": "URI", "id": "ID", "ip": "IP"}


def member_of(headers: Mapping[str, str], block: bytes) -> bytes:
    """A record as a gzip member. Its id is a digest of all that it holds: the same capture gives the same record."""
    digest = hashlib.sha256(block).hexdigest()
    kept = {name: value for name, value in headers.items() if name not in _OF_THE_RECORD}
    record_id = uuid.uuid5(uuid.NAMESPACE_URL, "\n".join((*map(str, kept.items()), digest)))
    fields = {**kept, "warc-record-id": f"<urn:uuid:{record_id}>", "warc-block-digest": f"sha256:{digest}"}
    lines = "".join(f"{_as_written(name)}: {_one_line(value)}\r\n" for name, value in fields.items())
    head = f"WARC/1.1\r\n{lines}Content-Length: {len(block)}\r\n\r\n"
    return gzip.compress(head.encode("utf-8", "replace") + block + END, mtime=0)


def file_head(software: str, now: datetime) -> bytes:
    """The warcinfo record (section 6.2) at the head of a file."""
    block = f"software: {software}\r\nformat: WARC File Format 1.1\r\n".encode()
    return member_of(
        {"warc-type": "warcinfo", "warc-date": warc_date(now), "content-type": "application/warc-fields"}, block
    )


def resource_headers(capture: Capture, url: str | None, now: datetime) -> dict[str, str]:
    """Of a saved file (section 6.4, "resource"): its name for an address where nobody knows one. Where nobody knows the time, WARC-Date
    is `now`, when the record is made, and a field of ours says so."""
    media_type = capture.media_type or "text/html"
    unknown = {} if capture.captured_at else {NO_TIME_FIELD: UNKNOWN}
    return {
        "warc-type": "resource",
        "warc-target-uri": url or f"file://{capture.place.member or capture.place.path}",
        "warc-date": warc_date(capture.captured_at or now),
        "content-type": f"{media_type}; charset={capture.charset}" if capture.charset else media_type,
        **unknown,
    }


def as_warc(record: Record, *, is_http: bool) -> dict[str, str]:
    """The fields of a record, an ARC's as WARC's (annex C.1 of WARC 1.1)."""
    if "warc-type" in record.headers:
        return dict(record.headers)
    saved = instant_of(record.headers["date"])
    return {
        "warc-type": "response" if is_http else "resource",
        "warc-target-uri": record.headers["url"],
        "warc-date": warc_date(saved) if saved else "",
        "content-type": "application/http; msgtype=response" if is_http else record.headers["type"],
    }


def warc_date(moment: datetime) -> str:
    """A time in UTC as WARC-Date has it (section 5.4)."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _as_written(name: str) -> str:
    """ "WARC-Target-URI" of "warc-target-uri"."""
    return "-".join(_ACRONYMS.get(part, part.capitalize()) for part in name.split("-"))


def _one_line(value: str) -> str:
    """A value in which no other field can be begun."""
    return " ".join(value.split())
