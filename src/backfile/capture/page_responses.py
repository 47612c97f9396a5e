"""Is this response a page? By its media type and its bytes together; and the record for one that is, or is not."""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from backfile.capture.beside_pages import beside_page, may_be_beside
from backfile.capture.file_kinds import HEAD_BYTES, ascii_of, begins_as_html, looks_like_html, media_name
from backfile.capture.unpack import GZIP_MAGIC
from backfile.model.capture import Capture, Place, Skipped, SkipReason

_HTML_TYPES = frozenset({"text/html", "application/xhtml+xml", "application/vnd.wap.xhtml+xml"})
_UNSURE_TYPES = frozenset(
    {"application/octet-stream", "application/x-octet-stream", "unknown/unknown", "unk", "*/*", "-"}
)
_MACHINE_TEXT_URL = re.compile(r"[^?#]*/(?:robots|ads|app-ads|humans|security|sellers)\.txt$", re.IGNORECASE)
"""https://example.org/robots.txt; not https://example.org/story.txt."""
_JSON = re.compile(rb"\s*[\[{].*[\]}]\s*", re.DOTALL)
READ_STATUSES = frozenset({200, 203, 206})


def payload_digest(payload: bytes) -> str:
    """ "sha256:" and 64 hex digits."""
    return "sha256:" + hashlib.sha256(payload).hexdigest()


def page_type(media_type: str | None, payload: bytes, url: str | None = None) -> str | None:
    """text/html, application/xhtml+xml or text/plain for a page; None for what is no page."""
    head = payload[:HEAD_BYTES]
    if media_name(head) or ascii_of(head) is None:
        return None
    if begins_as_html(head):
        return media_type if media_type in _HTML_TYPES else "text/html"
    if media_type in _HTML_TYPES:
        return None if _is_json(payload) else media_type
    if media_type == "text/plain":
        is_for_machines = _is_json(payload) or (url is not None and _MACHINE_TEXT_URL.match(url))
        return None if is_for_machines else "text/plain"
    if media_type is None or media_type in _UNSURE_TYPES:
        return "text/html" if looks_like_html(head) and not _is_json(payload) else None
    return None


def _is_json(payload: bytes) -> bool:
    return _JSON.match(payload[:1] + payload[-64:]) is not None and not looks_like_html(payload)


def _beside(payload: bytes, place: Place, url: str | None, kind: str | None) -> Skipped | None:
    """What is read as evidence: a feed, a sitemap, a list of addresses; also one that was served as a page."""
    head = payload[:HEAD_BYTES]
    if kind is None:
        return None if media_name(head) and not head.startswith(GZIP_MAGIC) else beside_page(payload, place, url=url)
    is_asked = kind == "text/plain" or (not begins_as_html(head) and may_be_beside(head))
    return beside_page(payload, place, url=url) if is_asked else None


def page_capture(
    payload: bytes,
    place: Place,
    *,
    url: str | None = None,
    captured_at: datetime | None = None,
    status: int | None = None,
    media_type: str | None = None,
    charset: str | None = None,
    headers: Iterable[tuple[str, str]] = (),
    is_cut: bool = False,
) -> Capture | Skipped:
    """A Capture of what is a page; Skipped, with why, of what is empty or no page."""
    if not payload.strip():
        return Skipped(place, SkipReason.EMPTY, "There is nothing in it.", url, captured_at)
    kind = page_type(media_type, payload, url)
    beside = _beside(payload, place, url, kind)
    if beside is not None:
        return replace(beside, captured_at=captured_at)
    if kind is None:
        what = media_name(payload[:HEAD_BYTES]) or (f"of type {media_type}" if media_type else "of no known type")
        return Skipped(place, SkipReason.NOT_A_PAGE, f"Not a page: {what}.", url, captured_at)
    return Capture(
        payload=payload,
        payload_digest=payload_digest(payload),
        place=place,
        url=url,
        captured_at=captured_at,
        status=status,
        media_type=kind,
        charset=charset,
        headers=tuple(headers),
        is_cut=is_cut,
    )
