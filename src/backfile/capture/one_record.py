"""The one WARC or ARC record that lies at a place, without reading what comes before it."""

from dataclasses import replace
from typing import BinaryIO

from backfile.capture.arc import ARC
from backfile.capture.faults import Fault
from backfile.capture.open_place import Opener
from backfile.capture.record_loop import CutMember, Record, RecordFormat, WrongLength, next_record
from backfile.capture.unpack import Unpacked
from backfile.capture.warc import WARC
from backfile.model.capture import Place, SkipReason


def record_at(place: Place, opener: Opener) -> Record:
    """The record at a place. Raises OSError and Fault."""
    with opener.open(place.path, place.member) as raw:
        return read_record(raw, place)


def read_record(raw: BinaryIO, place: Place) -> Record:
    """The record that starts at byte `place.offset` of `raw`. Raises Fault."""
    return _at(Unpacked(raw, place.offset or 0), place)[0]


def read_with_next(raw: BinaryIO, place: Place) -> tuple[Record, Record | None]:
    """The record that starts at byte `place.offset` of `raw`, and the one after it where that can be read. Raises Fault."""
    stream = Unpacked(raw, place.offset or 0)
    record, kind = _at(stream, place)
    try:
        return record, next_record(stream, place._replace(offset=None, length=None), kind)
    except Fault:
        return record, None


def _at(stream: Unpacked, place: Place) -> tuple[Record, RecordFormat]:
    kind = WARC if stream.peek(5) == b"WARC/" else ARC
    try:
        record = next_record(stream, place._replace(offset=None, length=None), kind)
    except (WrongLength, CutMember) as fault:
        record = fault.record  # told when the file was added
    if record is None:
        message = "There is no record here: the file is not the one that was added."
        raise Fault(SkipReason.DAMAGED, message, place.offset)
    return replace(record, place=place), kind
