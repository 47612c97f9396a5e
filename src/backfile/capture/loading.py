"""One capture read again from where it lies, the same to the byte as when it was first read."""

from dataclasses import replace
from datetime import datetime
from typing import BinaryIO

from backfile.capture.arc import arc_capture
from backfile.capture.faults import Fault
from backfile.capture.feed_entry import feed_day, refers_to
from backfile.capture.file_kinds import HEAD_BYTES, Kind, kind_of
from backfile.capture.nearby import original_nearby
from backfile.capture.one_record import read_with_next
from backfile.capture.open_place import Opener, open_zip
from backfile.capture.single_page import file_capture, read_unpacked, read_whole
from backfile.capture.unpack import Unpacked
from backfile.capture.wacz import is_wacz, listed_pages
from backfile.capture.warc import warc_capture
from backfile.capture.wxr import read_item
from backfile.capture.wxr_days import import_days_at
from backfile.capture.wxr_posts import post_capture
from backfile.errors import SourceMissing, SourceUnreadable
from backfile.model.capture import Capture, Place, Skipped


def load_capture(place: Place) -> Capture:
    """The capture at a place that `read_captures` gave, as the source has it: an address or a time that the user gave
    then is not in it. Raises SourceMissing and SourceUnreadable.
    """
    if place.path == "-":
        raise SourceMissing("It was read from standard input, which keeps nothing: add it again with --copy.", "-")
    opener = Opener()
    try:
        with opener.open(place.path, place.member) as raw:
            found = _at(raw, place, opener)
        if isinstance(found, Capture) and found.captured_at is None and place.member and place.offset is not None:
            found = replace(found, captured_at=_listed_time(found, opener))
    except FileNotFoundError as error:
        raise SourceMissing("The file is not there any more. Put it back where it was.", str(place)) from error
    except OSError as error:
        raise SourceUnreadable(f"It cannot be read ({error.strerror or error}).", str(place)) from error
    except Fault as fault:
        raise SourceUnreadable(fault.message, str(place)) from fault
    if isinstance(found, Skipped):
        raise SourceUnreadable(f"There is no page here now: {found.message}", str(place))
    return found


def _at(raw: BinaryIO, place: Place, opener: Opener) -> Capture | Skipped:
    kind = kind_of(raw.read(HEAD_BYTES), place.member or place.path)
    if place.offset is None:
        return _single(raw, place, kind)
    if kind is Kind.WXR:
        channel, item = read_item(raw, place.offset, place.length)
        return post_capture(channel, item, place, import_days_at(place.path, place.member))
    record, following = read_with_next(raw, place)
    if "warc-type" in record.headers:
        found = warc_capture(record, lambda revisit: original_nearby(revisit, opener))
        day = feed_day(following) if following is not None and refers_to(following, record) else None
        return replace(found, feed_published_raw=day) if day and isinstance(found, Capture) else found
    return arc_capture(record)


def _single(raw: BinaryIO, place: Place, kind: Kind) -> Capture | Skipped:
    if kind in (Kind.GZIP, Kind.ZSTD):
        kind = kind_of(Unpacked(raw).peek(HEAD_BYTES), place.member or place.path)
        return file_capture(read_unpacked(raw), place, kind, is_named=True)
    return file_capture(read_whole(raw), place, kind, is_named=True)


def _listed_time(capture: Capture, opener: Opener) -> datetime | None:
    """What the WACZ's list of pages gives for a record without a date."""
    place = capture.place
    outer, _, inner = (place.member or "").rpartition("!/")
    if not inner.startswith("archive/"):
        return None
    with opener.open(place.path, outer or None) as raw, open_zip(raw) as archive:
        pages = listed_pages(archive) if is_wacz(archive) else iter(())
        return next((page.captured_at for page in pages if page.url == capture.url and page.captured_at), None)
