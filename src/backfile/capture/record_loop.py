"""The loop over the records of a web archive, the same for WARC (ISO 28500) and ARC: header, block, what comes after.

A record says how long its block is. After the block come line ends and the next record; where they do not, the length
was wrong, and the search for the next record begins again right after the header: a wrong length costs one record.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import NamedTuple

from backfile.capture.faults import Fault
from backfile.capture.file_kinds import UTF8_MARK
from backfile.capture.unpack import MemberFault, Unpacked
from backfile.limits import LARGEST_PAYLOAD
from backfile.model.capture import Place, Skipped, SkipReason

_HEAD_OF_LARGE = 64 * 1024


@dataclass(frozen=True, slots=True)
class Record:
    """One record as stored."""

    place: Place
    headers: dict[str, str]
    """Names in lower case."""
    block: bytes
    block_length: int
    """Bytes of the block as the header says; `block` holds only its start where that is too large to keep."""
    is_cut: bool = False
    """True where the file ends before the block does."""

    @property
    def is_whole(self) -> bool:
        """False for a block that was too large to hold."""
        return len(self.block) == self.block_length


class RecordFormat(NamedTuple):
    """What differs between WARC and ARC."""

    name: str
    read_header: Callable[[Unpacked], tuple[dict[str, str], int]]
    """The header's fields and the block's length; raises Fault for what is no header."""
    start: re.Pattern[bytes]
    """How a header begins."""
    ending: bytes
    """What stands after a block whose length is right."""
    first: bytes
    """What the first line of a header begins with."""


class WrongLength(Fault):
    """A record whose block ends elsewhere than its header says, and that was read up to where the next one begins, or to the end of
    the file."""

    def __init__(self, fault: Fault, record: Record) -> None:
        super().__init__(fault.reason, fault.message, record.place.offset)
        self.record = record


class CutMember(MemberFault):
    """A record whose compressed data end, or are bad, before its block does: the block is what came before."""

    def __init__(self, fault: MemberFault, record: Record) -> None:
        super().__init__(fault.reason, fault.message, fault.offset)
        self.record = record


def read_records(stream: Unpacked, base: Place, kind: RecordFormat) -> Iterator[Record | Skipped]:
    """Every record of the file at `base`, and a fault for each stretch that is none. Never raises for bad bytes."""
    is_lost = False
    while True:
        try:
            if stream.position == 0 and stream.peek(len(UTF8_MARK)) == UTF8_MARK:
                stream.skip(len(UTF8_MARK))  # an editor's, at the head of a text file
            if is_lost and not stream.find(kind.start, 4096):
                return
            is_lost = False
            record = next_record(stream, base, kind)
            if record is None:
                return
            yield record
        except WrongLength as fault:
            yield fault.at(base)
            yield fault.record
        except MemberFault as fault:
            yield fault.at(base)
            if isinstance(fault, CutMember):
                yield fault.record
            if not stream.next_member():
                return
        except Fault as fault:
            yield fault.at(base)
            is_lost = True


def next_record(stream: Unpacked, base: Place, kind: RecordFormat) -> Record | None:
    """The record at the stream's position; None at the end. Raises Fault."""
    while stream.peek(1) in (b"\r", b"\n"):
        stream.skip(1)
    if not stream.peek(1):
        return None
    start, place = stream.position, _place(stream, base)
    headers: dict[str, str] = {}
    try:
        headers, length = kind.read_header(stream)
        after_header = stream.mark()
        is_beyond = stream.size is not None and stream.position + length > stream.size
        block = b"" if is_beyond else _read_block(stream, length)
        if is_beyond or stream.position - after_header[0] < length:
            raise _short(stream, after_header, block, length, kind)
        inner_end = stream.position
        if stream.member_end() is None and not _record_follows(stream, kind):
            raise _wrong_length(stream, after_header, block, length, kind)
        end = _pass_line_ends(stream)
    except MemberFault as fault:
        if not headers or _is_http_head(fault.taken):
            raise
        raise CutMember(
            fault, Record(place._replace(length=None), headers, fault.taken, len(fault.taken), True)
        ) from fault
    except _Misled as misled:
        is_cut = misled.reason is SkipReason.TRUNCATED
        record = Record(place._replace(length=None), headers, misled.block, len(misled.block), is_cut)
        raise WrongLength(Fault(misled.reason, misled.message, place.offset), record) from misled
    except Fault as fault:
        raise Fault(fault.reason, fault.message, place.offset) from fault
    if not stream.is_packed:
        stored_length: int | None = inner_end - start
    else:
        stored_length = end - place.offset if end is not None and place.offset is not None else None
    if place.member != base.member:
        stored_length = inner_end - start
    return Record(place._replace(length=stored_length), headers, block, length)


def _is_http_head(block: bytes) -> bool:
    """Whether a block that was cut holds no more than a part of an HTTP header."""
    return b"HTTP/".startswith(block[:5]) and b"\n\r\n" not in block


def inner_name(base: Place) -> str:
    """The name of what a compressed file holds: "crawl.warc" of "crawl.warc.gz"."""
    name = PurePosixPath(base.member or base.path).name
    return re.sub(r"\.(gz|zst|gzip)$", "", name, flags=re.IGNORECASE) or name


def inside(base: Place) -> Place:
    """The place of the file that the compressed file at `base` holds."""
    name = inner_name(base)
    return base._replace(member=f"{base.member}!/{name}" if base.member else name, offset=None, length=None)


def _place(stream: Unpacked, base: Place) -> Place:
    """Where the record at the stream's position lies: by its member, or inside the file that the members make up."""
    stored = stream.stored_offset
    if stored is not None:
        return base._replace(offset=stored)
    return inside(base)._replace(offset=stream.position)


def _read_block(stream: Unpacked, length: int) -> bytes:
    if length <= LARGEST_PAYLOAD:
        return stream.read(length)
    block = stream.read(_HEAD_OF_LARGE)
    stream.skip(length - len(block))
    return block


def _pass_line_ends(stream: Unpacked) -> int | None:
    """Over the line ends after a block; the byte of the file where its member ends, None where the member goes on."""
    while (end := stream.member_end()) is None and stream.peek(1) in (b"\r", b"\n"):
        stream.skip(1)
    return end


def _record_follows(stream: Unpacked, kind: RecordFormat) -> bool:
    """True before what ends a block, before the next record, and before the end of the file."""
    if stream.peek(len(kind.ending)) == kind.ending:  # no further: a fault in the next member is not this record's
        return True
    after = stream.peek(4096).lstrip(b"\r\n")
    return kind.start.match(after) is not None or len(after) < 80


def _short(
    stream: Unpacked, after_header: tuple[int, int, int], block: bytes, length: int, kind: RecordFormat
) -> Fault:
    """The file ends before the block does: the length is wrong if another record comes first, else the file was cut."""
    held = (stream.size or stream.position) - after_header[0]
    stream.rewind(after_header, block)
    found = _up_to_next(stream, kind)
    if found is None:
        return _passed_over(length, kind)
    if stream.peek(1):
        return _Misled(_wrong_length_fault(length, kind), found)
    message = (
        f"The file ends {length - held} bytes before this record does: it was cut short. Fetch it again if you can."
    )
    cut = Fault(SkipReason.TRUNCATED, message)
    return _Misled(cut, found) if found else cut


def _wrong_length(
    stream: Unpacked, after_header: tuple[int, int, int], block: bytes, length: int, kind: RecordFormat
) -> Fault:
    stream.rewind(after_header, block)
    found = _up_to_next(stream, kind)
    if found is None:
        stream.rewind(after_header)
        return _passed_over(length, kind)
    return _Misled(_wrong_length_fault(length, kind), found)


class _Misled(Fault):
    """A fault in a record's length, with the block as it was found."""

    def __init__(self, fault: Fault, block: bytes) -> None:
        super().__init__(fault.reason, fault.message)
        self.block = block


def _up_to_next(stream: Unpacked, kind: RecordFormat) -> bytes | None:
    """The block from the stream's position to the next record, or to the end of the file, without the line ends after it; the stream
    stands there then. None where the file is compressed record by record, or no page is so large."""
    if stream.is_packed:
        return None
    lines: list[bytes] = []
    size = 0
    while (line := stream.line(_LONGEST_LINE)) and size <= LARGEST_PAYLOAD:
        if line.startswith(kind.first) and kind.start.match(line + stream.peek(_HEAD_OF_START)):
            stream.unread(len(line))
            return _without_ending(b"".join(lines))
        lines.append(line)
        size += len(line)
    return None if size > LARGEST_PAYLOAD else _without_ending(b"".join(lines))


_LONGEST_LINE, _HEAD_OF_START = 64 * 1024, 256


def _without_ending(block: bytes) -> bytes:
    for ending in (b"\r\n\r\n", b"\n\n"):
        if block.endswith(ending):
            return block[: -len(ending)]
    return block


def _passed_over(length: int, kind: RecordFormat) -> Fault:
    message = f"The record's length, {length} bytes, is wrong: it was passed over, up to the next {kind.name} record. Fetch the file again if you can."
    return Fault(SkipReason.DAMAGED, message)


def _wrong_length_fault(length: int, kind: RecordFormat) -> Fault:
    message = f"The record's length, {length} bytes, is wrong: it was read up to the next {kind.name} record. Fetch the file again if you can."
    return Fault(SkipReason.DAMAGED, message)
