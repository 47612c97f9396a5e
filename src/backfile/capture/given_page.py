"""Capture of a page that a program has at hand, as bytes or text: told by its content, as a file on disk is."""

from datetime import datetime
from io import BytesIO

from backfile.capture.faults import Fault
from backfile.capture.file_kinds import HEAD_BYTES, Kind, kind_of, media_name
from backfile.capture.saved_from import given_origin
from backfile.capture.single_page import read_unpacked, saved_page
from backfile.limits import LARGEST_PAYLOAD
from backfile.model.capture import Capture, Place

_MANY = "a file of many pages: give its path to backfile.read_captures"
_REFUSED = {
    Kind.GZIP: "compressed more than once: unpack it first", Kind.ZSTD: "compressed more than once: unpack it first",
    Kind.ZIP: _MANY, Kind.WARC: _MANY, Kind.ARC: _MANY, Kind.WXR: _MANY,
    Kind.MEDIA: "a file of another kind", Kind.BINARY: "bytes of no kind that is known",
}  # fmt: skip
"""What is no page, whatever stands in it. A page that is compressed is unpacked first."""


def given_capture(page: bytes | str, url: str | None = None, captured_at: datetime | str | None = None) -> Capture:
    """The page as a capture; where it says itself where and when it was saved, what is given goes before that.

    Raises TypeError for what is neither bytes nor text, ValueError for bytes that are no page and for a `captured_at`
    that is no instant.
    """
    data = _bytes_of(page)
    if len(data) > LARGEST_PAYLOAD:
        raise ValueError(
            f"a page of {len(data) >> 20} MB is not read: {LARGEST_PAYLOAD >> 20} MB at most (docs/limits.md)"
        )
    kind = kind_of(data[:HEAD_BYTES])
    try:
        if kind in (Kind.GZIP, Kind.ZSTD):
            data = read_unpacked(BytesIO(data))
            kind = kind_of(data[:HEAD_BYTES])
        if kind in _REFUSED:
            raise ValueError(f"this is no page, but {media_name(data[:HEAD_BYTES]) or _REFUSED[kind]}")
        saved = saved_page(data, kind)
    except Fault as fault:
        raise ValueError(fault.message) from fault
    given = given_origin(url, captured_at)
    return Capture(
        payload=saved.payload,
        payload_digest="",  # nothing of the story rests on it, and it takes as long as a twentieth of the reading
        place=Place("-"),
        url=given.url or saved.url,
        captured_at=given.captured_at or saved.captured_at,
        media_type=saved.media_type,
        charset="utf-8" if isinstance(page, str) and kind is not Kind.MHTML else saved.charset,
    )


def _bytes_of(page: bytes | str) -> bytes:
    if isinstance(page, str):
        return page.encode("utf-8", "surrogatepass")
    if isinstance(page, bytes | bytearray | memoryview):
        return bytes(page)
    kind = type(page).__name__
    how = "its read_bytes()" if hasattr(page, "read_bytes") else "its read()" if hasattr(page, "read") else "its bytes"
    raise TypeError(f"a page is bytes or text, not {kind}: give {how}, or a file's path to backfile.read_captures")
