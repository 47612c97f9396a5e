"""ARC records as captures (Internet Archive, "Arc File Format", 1996, versions 1 and 2): what came before WARC."""

import re

from backfile.capture.faults import Fault
from backfile.capture.http import parse_response
from backfile.capture.instants import instant_of
from backfile.capture.page_responses import page_capture
from backfile.capture.record_loop import Record, RecordFormat
from backfile.capture.saved_from import Origin, origin_of_url
from backfile.capture.unpack import Unpacked
from backfile.capture.warc import block_length, response_capture
from backfile.model.capture import Capture, Skipped, SkipReason

_HEADER = re.compile(
    rb"(?P<url>[a-z][a-z0-9+.-]*:\S.*?) (?P<ip>\S+) (?P<date>\d{8,14}) (?P<type>\S+)"
    rb"(?: \S+){0,6}? (?P<length>\S+)\r?\n",
    re.IGNORECASE,
)
"""http://a.org/ 10.0.0.1 20010203040506 text/html 1234; version 2 has more fields before the length."""
_START = re.compile(
    rb"(?:filedesc|https?|ftp|dns|mailto|gopher):\S+ \S+ \d{8,14} \S+(?: \S+){0,6}? \d{1,15}\r?\n", re.IGNORECASE
)


def read_header(stream: Unpacked) -> tuple[dict[str, str], int]:
    """An ARC header line as fields, and the block's length. Raises Fault."""
    line = stream.line()
    if not line.endswith(b"\n"):
        raise Fault(SkipReason.TRUNCATED, "The file ends inside a record's header: it was cut short.")
    found = _HEADER.fullmatch(line)
    if not found:
        stream.unread(len(line) - 1)
        raise Fault(SkipReason.DAMAGED, "Bytes that are no ARC record: passed over, up to the next record.")
    fields = {name: value.decode("utf-8", "replace") for name, value in found.groupdict().items()}
    return fields, block_length(fields["length"])


ARC = RecordFormat("ARC", read_header, _START, b"\n", b"")


def arc_capture(record: Record) -> Capture | Skipped:
    """What an ARC record holds: a page, or why it gives none. Raises Fault."""
    url = record.headers["url"]
    if url.startswith("filedesc:"):
        return Skipped(record.place, SkipReason.NOT_A_RESPONSE, "An ARC file's own description.")
    replayed = origin_of_url(url)
    origin = Origin(replayed.url, replayed.captured_at or instant_of(record.headers["date"]))
    if not re.match(r"https?:|ftp:|gopher:", url, re.IGNORECASE):
        message = f"Not a page: its address is {url}."
        return Skipped(record.place, SkipReason.NOT_A_PAGE, message, origin.url, origin.captured_at)
    response = parse_response(record.block)
    if response:
        return response_capture(record, origin, response)
    media_type = record.headers["type"].lower()
    return page_capture(
        record.block,
        record.place,
        url=origin.url,
        captured_at=origin.captured_at,
        media_type=media_type,
        is_cut=record.is_cut,
    )
