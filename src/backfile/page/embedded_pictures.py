"""Embedded pictures: those that a page has in itself, in data: addresses (RFC 2397), each named by a digest of its bytes (RFC 6920)."""

import base64
import binascii
import hashlib
import re
from collections.abc import Collection, Iterator
from urllib.parse import unquote

from backfile.limits import LARGEST_PAGE_FILE
from backfile.model.story import EMBEDDED

_LEAST = 4096
"""Bytes of a picture that is shown: what stands in a page until a script loads another has no more than 2,000 (a dot, a blurred preview of
20 pixels), a photograph of 100 pixels has 4,000."""
_MOST_ENCODED = LARGEST_PAGE_FILE // 3 * 4
_HEAD = r"data:image/(?:jpe?g|png|gif|webp)(?:;[\w.+-]+=[\w.+-]+)*;base64,"
_ADDRESS = re.compile(rf"\s*{_HEAD}([A-Za-z0-9+/=\s%]+)", re.I)
"""Matches "data:image/jpeg;base64,/9j/4AAQ..."; not "data:image/svg+xml,..."."""
_IN_TEXT = re.compile(rf"{_HEAD}([A-Za-z0-9+/=\s%]+)", re.I)


def embedded_name(address: str) -> str | None:
    """By what a picture in a data: address is called, "ni:///sha-256;f4OxZX_x_FO5LcGBSKHWXfwtSx-j1ncoSt3SABJtkGk"; None for what shows nothing."""
    found = _ADDRESS.fullmatch(address) if len(address) >= _LEAST else None
    payload = _decoded(found[1]) if found else None
    return _name(payload) if payload else None


def embedded_picture(markup: str, name: str) -> bytes | None:
    """The picture of that name in a page's markup."""
    return next((payload for _, payload in _pictures(markup) if _name(payload) == name), None)


def without_pictures(markup: str, names: Collection[str]) -> str:
    """The markup without the pictures of these names."""
    for address in [found for found, payload in _pictures(markup) if _name(payload) in names]:
        markup = markup.replace(address, "data:,")
    return markup


def _pictures(markup: str) -> Iterator[tuple[str, bytes]]:
    for found in _IN_TEXT.finditer(markup):
        if payload := _decoded(found[1]):
            yield found[0], payload


def _decoded(encoded: str) -> bytes | None:
    if not _LEAST <= len(encoded) <= _MOST_ENCODED:
        return None
    try:
        payload = base64.b64decode("".join(unquote(encoded).split()), validate=True)
    except (binascii.Error, ValueError):
        return None
    return payload if len(payload) >= _LEAST else None


def _name(payload: bytes) -> str:
    return EMBEDDED + base64.urlsafe_b64encode(hashlib.sha256(payload).digest()).decode().rstrip("=")
