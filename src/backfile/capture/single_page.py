"""A file that is a page: HTML, plain text or MHTML, with the address and time that it says it was saved from and at."""

from typing import BinaryIO

from backfile.capture.beside_pages import beside_page
from backfile.capture.faults import Fault
from backfile.capture.file_kinds import HEAD_BYTES, Kind, claims_to_be_a_page, media_name, suffix_of
from backfile.capture.mhtml import SavedPage, read_mhtml
from backfile.capture.page_responses import page_capture
from backfile.capture.saved_from import origin_of_page
from backfile.capture.unpack import Unpacked
from backfile.limits import LARGEST_PAYLOAD
from backfile.model.capture import Capture, Place, Skipped, SkipReason

_TEXT_NAMES = frozenset({"", "txt", "text", "asc"})
_ARCHIVE_NAMES = frozenset({"warc", "arc", "wacz", "zip", "xml"})


def read_whole(raw: BinaryIO) -> bytes:
    """All of a file. Raises Fault for one larger than any page."""
    raw.seek(0)
    data = raw.read(LARGEST_PAYLOAD + 1)
    if len(data) > LARGEST_PAYLOAD:
        raise Fault(SkipReason.UNREADABLE, f"Larger than {LARGEST_PAYLOAD >> 20} MB: pages of that size are not read.")
    return data


def read_unpacked(raw: BinaryIO) -> bytes:
    """All that a gzip or Zstandard file holds. Raises Fault."""
    data = Unpacked(raw).read(LARGEST_PAYLOAD + 1)
    if len(data) > LARGEST_PAYLOAD:
        raise Fault(SkipReason.DAMAGED, f"It unpacks to more than {LARGEST_PAYLOAD >> 20} MB: no page is that large.")
    return data


def file_capture(data: bytes, place: Place, kind: Kind, *, is_named: bool) -> Capture | Skipped:
    """The page that a file is, or why it is none: a fault where the user, or the file's name, says that it is one."""
    name = place.member or place.path
    is_text_page = kind is Kind.TEXT and (is_named or suffix_of(name) in _TEXT_NAMES)
    if is_text_page or kind in (Kind.HTML, Kind.MHTML):
        return _page(data, place, kind)
    if kind in (Kind.XML, Kind.MACHINE_TEXT, Kind.TEXT) and (beside := beside_page(data, place)) is not None:
        return beside
    if kind is Kind.EMPTY:
        return _empty(place, is_expected=is_named or claims_to_be_a_page(name) or suffix_of(name) in _ARCHIVE_NAMES)
    what = _description(data, kind, suffix_of(name))
    is_fault = is_named or claims_to_be_a_page(name) or kind is Kind.BINARY
    if is_fault or (kind is Kind.XML and suffix_of(name) != "svg"):
        return no_page(
            place,
            f"Not a page, but {what}. Pages, WARC, ARC, WACZ, WordPress exports, zips of them, feeds and sitemaps are read.",
        )
    return Skipped(place, SkipReason.NOT_A_PAGE, f"Not a page, but {what}.")


def no_page(place: Place, message: str) -> Skipped:
    """A file that cannot be read as what it was given for."""
    return Skipped(place, SkipReason.NOT_READABLE_KIND, message)


def _empty(place: Place, *, is_expected: bool) -> Skipped:
    if is_expected:
        return Skipped(place, SkipReason.DAMAGED, "The file is empty: saving it went wrong. Save or fetch it again.")
    return Skipped(place, SkipReason.EMPTY, "The file is empty.")


def _description(data: bytes, kind: Kind, suffix: str) -> str:
    """What a person calls what is no page."""
    if kind is Kind.MEDIA:
        return media_name(data[:HEAD_BYTES]) or "a file of another kind"
    if kind is Kind.XML:
        return "XML that is no WordPress export, feed or sitemap"
    if kind is Kind.BINARY:
        return "bytes of no kind that is known"
    if kind is Kind.MACHINE_TEXT:
        return f"text for machines ({suffix})" if suffix not in ("", "html", "htm", "txt") else "JSON"
    return f"text of a kind that is not read ({suffix})"


def _page(data: bytes, place: Place, kind: Kind) -> Capture | Skipped:
    try:
        page = saved_page(data, kind, suffix_of(place.member or place.path))
    except Fault as fault:
        return fault.at(place)
    return page_capture(
        page.payload,
        place,
        url=page.url,
        captured_at=page.captured_at,
        media_type=page.media_type,
        charset=page.charset,
    )


def saved_page(data: bytes, kind: Kind, suffix: str = "") -> SavedPage:
    """The page that bytes of a page's kind hold, with where and when it says that it was saved. Raises Fault."""
    if kind is Kind.TEXT:
        return SavedPage(data, "text/plain")
    if kind is Kind.MHTML:
        page = read_mhtml(data)
    else:
        is_xhtml = data.lstrip()[:5] == b"<?xml" or suffix in ("xhtml", "xht")
        page = SavedPage(data, "application/xhtml+xml" if is_xhtml else "text/html")
    said = origin_of_page(page.payload)
    return page._replace(url=page.url or said.url, captured_at=page.captured_at or said.captured_at)
