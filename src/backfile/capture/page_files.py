"""Files of a saved page: its pictures and style sheets, as a web archive holds them or as they lie beside it. Nothing is fetched."""

import posixpath
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO, NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

from backfile.capture.faults import Fault
from backfile.capture.file_kinds import HEAD_BYTES, Kind, ascii_of, kind_of, suffix_of
from backfile.capture.http import decode_body, media_type_of, parse_response
from backfile.capture.one_record import read_record
from backfile.capture.open_place import Opener
from backfile.capture.page_responses import READ_STATUSES
from backfile.capture.single_page import read_whole
from backfile.limits import LARGEST_PAGE_FILE
from backfile.model.capture import Place

if TYPE_CHECKING:
    from email.message import Message

CSS = "text/css"
_PICTURES = (
    (re.compile(rb"\xff\xd8\xff"), "image/jpeg"),
    (re.compile(rb"\x89PNG\r\n\x1a\n"), "image/png"),
    (re.compile(rb"GIF8[79]a"), "image/gif"),
    (re.compile(rb"RIFF....WEBP", re.DOTALL), "image/webp"),
)
"""The kinds of picture that are shown, by their first bytes (WHATWG MIME Sniffing 6.1)."""


class PageFile(NamedTuple):
    """A picture or a style sheet."""

    payload: bytes
    media_type: str
    """image/jpeg | image/png | image/gif | image/webp | text/css; of a picture told by its bytes."""
    charset: str | None = None
    """As its header says."""


def page_file(payload: bytes, media_type: str | None, name: str, charset: str | None = None) -> PageFile | None:
    """The file that some bytes are; None for what is neither picture nor style sheet, or too large."""
    if not payload or len(payload) > LARGEST_PAGE_FILE:
        return None
    for pattern, kind in _PICTURES:
        if pattern.match(payload):
            return PageFile(payload, kind)
    is_css = media_type == CSS or (media_type in (None, "text/plain") and suffix_of(urlsplit(name).path) == "css")
    is_text = ascii_of(payload[:HEAD_BYTES]) is not None
    return PageFile(payload, CSS, charset) if is_css and is_text else None


def load_page_file(place: Place, url: str | None = None) -> PageFile | None:
    """The file at a place; None where it is not there any more, or is neither picture nor style sheet."""
    if place.path == "-":
        return None
    try:
        with Opener().open(place.path, place.member) as raw:
            if place.offset is None:
                return page_file(read_whole(raw), None, place.member or place.path)
            return _of_record(raw, place, url or "")
    except (OSError, Fault):
        return None


def _of_record(raw: BinaryIO, place: Place, url: str) -> PageFile | None:
    record = read_record(raw, place)
    response = parse_response(record.block)
    if not record.is_whole or (response is not None and response.status not in READ_STATUSES):
        return None
    if response is not None:
        return page_file(decode_body(response), response.media_type, url, response.charset)
    stated = record.headers.get("content-type") or record.headers.get("type")
    return page_file(record.block, *_named(media_type_of(stated), url))


def _named(stated: tuple[str | None, str | None], url: str) -> tuple[str | None, str, str | None]:
    return stated[0], url, stated[1]


def places_beside(page: Place, reference: str) -> Iterator[Place]:
    """Where a file may lie that a saved page refers to by a relative address: beside it on the disk or in its zip."""
    parts = urlsplit(reference)
    if page.offset is not None or page.path == "-" or parts.scheme or parts.netloc or not parts.path.strip("/"):
        return
    own = page.member if page.member is not None else page.path
    if parts.path.startswith("/"):
        return
    named = [f"{parts.path}?{parts.query}", parts.path] if parts.query else [parts.path]
    for name in dict.fromkeys(one for path in named for one in (unquote(path), path)):
        where = posixpath.normpath(posixpath.join(posixpath.dirname(own), name))
        if page.member is None:
            yield Place(where)
        elif not where.startswith(".."):
            yield page._replace(member=where, length=None)


def relative_to(page_url: str | None, url: str) -> str | None:
    """An address as a page beside its file would write it: "page_files/a.jpg"; None where the hosts differ."""
    if not page_url:
        return None
    try:
        page, own = urlsplit(page_url), urlsplit(url)
    except ValueError:
        return None
    if (page.scheme, page.netloc) != (own.scheme, own.netloc):
        return None
    path = posixpath.relpath(own.path or "/", posixpath.dirname(page.path) or "/")
    return f"{path}?{own.query}" if own.query else path


class MhtmlParts:
    """The files of a page that a browser saved whole as MHTML (RFC 2557), by their addresses."""

    def __init__(self, place: Place) -> None:
        self._parts: dict[str, Message] = {}
        try:
            with Opener().open(place.path, place.member) as raw:
                if kind_of(raw.read(HEAD_BYTES), place.member or place.path) is Kind.MHTML:
                    self._parts = dict(_named_parts(read_whole(raw)))
        except (OSError, Fault, ValueError, LookupError, RecursionError, AssertionError):
            pass  # a page that cannot be read at all is told where it is shown

    def find(self, reference: str, page_url: str | None) -> PageFile | None:
        """The part of an address, absolute, or as the page writes it, or "cid:..."."""
        part = self._parts.get(reference) or self._parts.get(urljoin(page_url or "", reference))
        payload = part.get_payload(decode=True) if part is not None else None
        if part is None or not isinstance(payload, bytes):
            return None
        return page_file(payload, part.get_content_type(), reference, part.get_content_charset())


def _named_parts(data: bytes) -> "Iterator[tuple[str, Message]]":
    from email import message_from_bytes  # loads a mail library: most pages are none of MHTML

    for part in message_from_bytes(data).walk():
        if part.is_multipart():
            continue
        location, name = part.get("content-location"), part.get("content-id")
        if location:
            yield str(location).strip(), part
        if name:
            yield f"cid:{str(name).strip().strip('<>')}", part
