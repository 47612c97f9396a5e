"""A stretch of a WARC: the records that begin in it, as they are found in the whole file, without reading what comes before.

The plan. A stretch is two bytes of the file. It begins with the first record at or after its first byte, which is looked for as after
a damaged record (a member that unpacks to a record's head; in a plain file a line that begins one), and ends before the first record
at or after its last. What is damaged before its first record is told by the stretch before it, so that each fault is told once. A
stretch says at which record it began and before which it ended: where the end of one is not the beginning of the next, what was taken
for a record's head was a part of a page, and the next has to be read again from the right byte.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from backfile.capture.file_kinds import Kind
from backfile.capture.read_file import Found, NextRecord, Reading, found_in_records
from backfile.capture.record_loop import Record, read_records
from backfile.capture.unpack import Unpacked
from backfile.capture.warc import WARC
from backfile.model.capture import Place, Skipped

_LONGEST_HEAD = 4096


@dataclass(slots=True)
class RecordSpan:
    """A stretch of a WARC, and what reading it told of its edges."""

    start: int
    end: int | None
    """None: to the end of the file."""
    is_exact: bool = False
    """True where a record is known to begin at `start`."""
    began: int | None = None
    """The byte of the first record; None where there is none from `start` on."""
    ended: int | None = None
    """The byte of the first record after the stretch; None where there is none."""


def read_span(raw: BinaryIO, place: Place, reading: Reading, span: RecordSpan) -> Found:
    """The captures of a stretch of the WARC open as `raw`. Raises OSError and Fault where nothing more can be read."""
    begin = span.start if span.is_exact or not span.start else _first_record(raw, span.start)
    if begin is None:
        return
    records = read_records(Unpacked(raw, begin), place, WARC)
    yield from found_in_records(_within(records, place, span), Kind.WARC, reading)


def _first_record(raw: BinaryIO, start: int) -> int | None:
    stream = Unpacked(raw)
    if stream.is_packed:
        return stream.first_member(start)
    stream = Unpacked(raw, start)
    return stream.position if stream.find(WARC.start, _LONGEST_HEAD) else None


def _within(
    records: Iterator[Record | Skipped], base: Place, span: RecordSpan
) -> Iterator[Record | Skipped | NextRecord]:
    """The records of a stretch, and the one after it."""
    for record in records:
        if isinstance(record, Record) and record.place.member == base.member:
            assert record.place.offset is not None
            if span.began is None:
                span.began = record.place.offset
            if span.end is not None and record.place.offset >= span.end:
                span.ended = record.place.offset
                yield NextRecord(record)
                return
        elif isinstance(record, Skipped) and span.began is None and span.start and not span.is_exact:
            continue  # the stretch before tells it
        yield record
