"""Content encodings: what is sent is packed as the reader's browser takes it, brotli first, then gzip (RFC 9110 section 12.5.3)."""

import gzip
from functools import lru_cache

import brotli  # type: ignore[import-untyped]

_LEAST = 600
"""Bytes: less fits one packet as it is."""
_PACKED_TYPES = ("text/", "application/json", "application/atom+xml", "application/rsl+xml", "image/svg+xml")
_QUICK, _SMALL = 4, 11
"""Brotli's quality for a page made now (a twentieth of a page's time for a fifth of its size) and for a file that is packed once."""


def chosen_encoding(accept: str | None, media_type: str, size: int) -> str | None:
    """br, gzip, or None for bytes as they are."""
    if accept is None or size < _LEAST or not media_type.startswith(_PACKED_TYPES):
        return None
    taken = {name.strip().lower() for name, _, weight in map(_weighed, accept.split(",")) if weight > 0}
    return next((name for name in ("br", "gzip") if name in taken), None)


def packed(payload: bytes, encoding: str) -> bytes:
    """A page that was made now."""
    return brotli.compress(payload, quality=_QUICK) if encoding == "br" else gzip.compress(payload, 5, mtime=0)


@lru_cache(maxsize=16)
def packed_once(payload: bytes, encoding: str) -> bytes:
    """A file that is the same for every reader, as small as it can be."""
    return brotli.compress(payload, quality=_SMALL) if encoding == "br" else gzip.compress(payload, 9, mtime=0)


def _weighed(part: str) -> tuple[str, str, float]:
    """A coding of Accept-Encoding and its weight: "br;q=0.5"."""
    name, sign, weight = part.partition(";q=")
    try:
        return name, sign, float(weight) if sign else 1.0
    except ValueError:
        return name, sign, 0.0
