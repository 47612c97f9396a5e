"""One file read, whatever its kind: told apart by its bytes, then taken apart by the module of its kind."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import BinaryIO, NamedTuple, cast
from zipfile import ZipFile, ZipInfo

from backfile.capture.arc import ARC, arc_capture
from backfile.capture.faults import Fault, fault_of_os_error
from backfile.capture.feed_entry import feed_day, refers_to
from backfile.capture.file_kinds import HEAD_BYTES, Kind, kind_of, suffix_of
from backfile.capture.one_record import record_at
from backfile.capture.open_place import Opener, UnpackedFile, open_member, open_zip, spooled
from backfile.capture.record_loop import Record, inside, read_records
from backfile.capture.revisits import OriginalIndex
from backfile.capture.single_page import file_capture, no_page, read_unpacked, read_whole
from backfile.capture.unpack import Unpacked
from backfile.capture.wacz import is_wacz, listed_pages, missing_members
from backfile.capture.warc import WARC, warc_capture
from backfile.limits import LARGEST_MEMBER, LARGEST_RATIO
from backfile.model.capture import Capture, Place, Skipped, SkipReason

_KEPT_IN_MEMORY = 8 * 1024 * 1024
_RATIO_FREE = 1024 * 1024 * 1024
_OFFICE_MARKS = ("[Content_Types].xml", "mimetype", "META-INF/MANIFEST.MF", "AndroidManifest.xml")

Found = Iterator[Capture | Skipped]


@dataclass(slots=True)
class Reading:
    """What is carried from file to file of one source."""

    opener: Opener
    originals: OriginalIndex = field(default_factory=OriginalIndex)
    waiting: list[Place] = field(default_factory=list)
    """Revisits whose originals have not come by yet."""


def read_file(raw: BinaryIO, place: Place, reading: Reading, *, is_named: bool, depth: int = 0) -> Found:
    """What the file open as `raw` holds. Raises OSError and Fault where nothing more can be read from it."""
    raw.seek(0)
    kind = _kind_by(raw.read(HEAD_BYTES), place)
    if kind in (Kind.GZIP, Kind.ZSTD):
        yield from _read_packed(raw, place, reading, is_named=is_named)
    elif kind is Kind.ZIP:
        yield from _read_zip(raw, place, reading, depth)
    elif kind in (Kind.WARC, Kind.ARC):
        yield from _read_archive(raw, place, kind, reading)
    elif kind is Kind.WXR:
        yield from _read_export(raw, place)
    else:
        yield file_capture(read_whole(raw), place, kind, is_named=is_named)


def _read_packed(raw: BinaryIO, place: Place, reading: Reading, *, is_named: bool) -> Found:
    kind = _kind_by(_packed_head(raw), place)
    if kind in (Kind.WARC, Kind.ARC):
        yield from _read_archive(raw, place, kind, reading)
    elif kind is Kind.WXR:
        yield from _read_packed_export(UnpackedFile(raw), place)
    elif kind in (Kind.GZIP, Kind.ZSTD, Kind.ZIP):
        yield no_page(place, "Compressed more than once: unpack it first.")
    else:
        yield file_capture(read_unpacked(raw), place, kind, is_named=is_named)


def is_warc(raw: BinaryIO, place: Place) -> bool:
    """Whether the file is a WARC, compressed or not. Raises OSError and Fault."""
    raw.seek(0)
    kind = _kind_by(raw.read(HEAD_BYTES), place)
    if kind in (Kind.GZIP, Kind.ZSTD):
        kind = _kind_by(_packed_head(raw), place)
    return kind is Kind.WARC


def _kind_by(head: bytes, place: Place) -> Kind:
    """The kind of a file; of one that starts with garbage, by its name where that says that it is a web archive."""
    name = place.member or place.path
    kind = kind_of(head, name)
    if kind in (Kind.BINARY, Kind.TEXT) and suffix_of(name) in ("warc", "arc"):
        return Kind.WARC if suffix_of(name) == "warc" else Kind.ARC
    return kind


def _packed_head(raw: BinaryIO) -> bytes:
    """The first bytes inside; of damaged data as many as there are, or the start of the first whole record."""
    stream = Unpacked(raw)
    try:
        return stream.peek(HEAD_BYTES)
    except Fault:
        head = stream.peek(stream.held)
        if kind_of(head) in (Kind.WARC, Kind.ARC, Kind.WXR):
            return head
        if not stream.next_member():
            raise
        return b"WARC/" if stream.peek(5) == b"WARC/" else b"filedesc:// "


# Web archives


def _read_archive(raw: BinaryIO, place: Place, kind: Kind, reading: Reading) -> Found:
    return found_in_records(read_records(Unpacked(raw), place, WARC if kind is Kind.WARC else ARC), kind, reading)


class NextRecord(NamedTuple):
    """The record after the last that is to be read: only what it says of the one before it counts."""

    record: Record


def found_in_records(records: Iterator[Record | Skipped | NextRecord], kind: Kind, reading: Reading) -> Found:
    """What the records of a web archive hold, one after another."""
    held: tuple[Record, Capture] | None = None
    for record in records:
        if isinstance(record, NextRecord):
            if held is not None:
                yield _with_feed(held, record.record)
            return
        if isinstance(record, Skipped):
            if held is not None:
                yield held[1]
                held = None
            yield record
            continue
        if kind is Kind.WARC:
            reading.originals.add(record)
        found = _found_in(record, kind, reading)
        if held is not None:
            yield _with_feed(held, record)
            held = None
        if isinstance(found, Skipped) and found.reason is SkipReason.REVISIT_UNRESOLVED:
            reading.waiting.append(record.place)
        elif isinstance(found, Capture) and kind is Kind.WARC:
            held = (record, found)
        else:
            yield found
    if held is not None:
        yield held[1]


def _with_feed(held: tuple[Record, Capture], following: Record) -> Capture:
    """The capture, with what the record after its own says that a feed said of it."""
    response, capture = held
    day = feed_day(following) if refers_to(following, response) else None
    return replace(capture, feed_published_raw=day) if day else capture


def _found_in(record: Record, kind: Kind, reading: Reading) -> Capture | Skipped:
    try:
        if kind is Kind.ARC:
            return arc_capture(record)
        return warc_capture(record, lambda revisit: _original(revisit, reading))
    except Fault as fault:
        return Skipped(record.place, fault.reason, fault.message)


def read_revisit(place: Place, original: Place | None, opener: Opener) -> Capture | Skipped:
    """What the revisit at a place shows: the page that lies at `original`; None where no file holds that."""
    try:
        return warc_capture(record_at(place, opener), lambda _: record_at(original, opener) if original else None)
    except OSError as error:
        return fault_of_os_error(error).at(place)
    except Fault as fault:
        return Skipped(place, fault.reason, fault.message)


def _original(revisit: Record, reading: Reading) -> Record | None:
    place = reading.originals.find(revisit.headers)
    return record_at(place, reading.opener) if place else None


def read_waiting(reading: Reading) -> Found:
    """The revisits whose originals came after them, and those whose originals never came."""
    for place in reading.waiting:
        try:
            yield _found_in(record_at(place, reading.opener), Kind.WARC, reading)
        except OSError as error:
            yield fault_of_os_error(error).at(place)
        except Fault as fault:
            yield Skipped(place, fault.reason, fault.message)


# Exports


def _read_export(raw: BinaryIO, place: Place) -> Found:
    from backfile.capture.wxr import read_items  # loaded only where there is an export
    from backfile.capture.wxr_days import import_days
    from backfile.capture.wxr_posts import post_capture

    days = import_days(raw)
    for found in read_items(raw):
        if isinstance(found, Fault):
            yield found.at(place)
        else:
            channel, item = found
            yield post_capture(channel, item, place._replace(offset=item.offset, length=item.length), days)


def _read_packed_export(unpacked: UnpackedFile, place: Place) -> Found:
    """The same; where the file ends because its compressed data does, that is the fault."""
    for found in _read_export(cast(BinaryIO, unpacked), inside(place)):
        is_cut = isinstance(found, Skipped) and found.reason is SkipReason.TRUNCATED
        yield unpacked.fault.at(place) if is_cut and unpacked.fault else found


# Zips


def _read_zip(raw: BinaryIO, place: Place, reading: Reading, depth: int) -> Found:
    with open_zip(raw) as archive:
        fault = _zip_fault(raw, archive, depth)
        if fault:
            yield fault.at(place)
            return
        times: dict[str, datetime] = {}
        members = [info for info in archive.infolist() if not info.is_dir()]
        if not members:
            yield Skipped(place, SkipReason.EMPTY, "There is no file in the zip.")
        if is_wacz(archive):
            yield from missing_members(archive, place)
            times = {page.url: page.captured_at for page in listed_pages(archive) if page.captured_at}
            members = [info for info in members if info.filename.startswith("archive/")]
        for info in members:
            inner = place._replace(member=f"{place.member}!/{info.filename}" if place.member else info.filename)
            yield from dated_by(times, _read_member(raw, archive, info, inner, reading, depth))


def dated_by(times: dict[str, datetime], found: Found) -> Found:
    """The captures, those whose record has no date under that of the WACZ's list of pages."""
    for item in found:
        if isinstance(item, Capture) and item.captured_at is None and item.url in times:
            yield replace(item, captured_at=times[item.url])
        else:
            yield item


def _zip_fault(raw: BinaryIO, archive: ZipFile, depth: int) -> Fault | None:
    if depth > 1:
        return Fault(SkipReason.NOT_READABLE_KIND, "A zip in a zip in a zip: unpack the outer one first.")
    names = archive.namelist()
    if any(mark in names for mark in _OFFICE_MARKS):
        return Fault(SkipReason.NOT_READABLE_KIND, "A document or a program (a zip inside): no pages in it are read.")
    unpacked = sum(info.file_size for info in archive.infolist())
    if unpacked > _RATIO_FREE + LARGEST_RATIO * raw.seek(0, 2):
        return Fault(SkipReason.DAMAGED, "A zip that says it unpacks to a thousand times its size: not read.")
    return None


def _read_member(raw: BinaryIO, archive: ZipFile, info: ZipInfo, place: Place, reading: Reading, depth: int) -> Found:
    if any(part.startswith((".", "__MACOSX")) for part in info.filename.split("/")):
        yield Skipped(place, SkipReason.NOT_A_PAGE, "A hidden file: not read.")
        return
    if archive.getinfo(info.filename) is not info:
        yield Skipped(place, SkipReason.DAMAGED, "Two files in the zip have this name: only the later one is read.")
        return
    try:
        with ExitStack() as stack:
            member = open_member(raw, archive, info, stack)
            if info.compress_type or info.file_size <= _KEPT_IN_MEMORY:
                member = spooled(stack.enter_context(archive.open(info)), LARGEST_MEMBER, stack)
            yield from read_file(member, place, reading, is_named=False, depth=depth + 1)
    except Fault as fault:
        yield fault.at(place)
