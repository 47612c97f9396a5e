"""Transfer and content encodings undone (RFC 9112 section 7.1, RFC 9110 section 8.4), forgiving what archives hold.

Crawlers store bodies already decoded under headers that say otherwise, cut them off, and stack encodings. So each step
looks at the bytes first: what is not in the encoding named is left as it is, and what is cut gives what can be read.
"""

import zlib

import brotli  # type: ignore[import-untyped]
import zstandard

from backfile.capture.faults import Fault
from backfile.capture.unpack import GZIP_MAGIC, ZSTD_MAGIC
from backfile.limits import LARGEST_PAYLOAD
from backfile.model.capture import SkipReason

_GZIP_STEP = 16 * 1024
_ZSTD_STEP = 2 * 1024


def undo_chunks(body: bytes) -> bytes:
    """The body of a chunked message; `body` itself when it is not chunked, what there is when it is cut."""
    parts: list[bytes] = []
    at = 0
    while at < len(body):
        line_end = body.find(b"\n", at, at + 1024)
        size = _chunk_size(body[at:line_end]) if line_end >= 0 else None
        if size is None:
            return b"".join(parts) + body[at:] if parts else body
        if size == 0:
            break
        parts.append(body[line_end + 1 : line_end + 1 + size])
        at = line_end + 1 + size
        at += 2 if body[at : at + 2] == b"\r\n" else int(body[at : at + 1] == b"\n")
    return b"".join(parts)


def _chunk_size(line: bytes) -> int | None:
    digits = line.split(b";", 1)[0].strip()
    if not 0 < len(digits) <= 16 or digits.strip(b"0123456789abcdefABCDEF"):
        return None
    return int(digits, 16)


def undo_encodings(body: bytes, names: list[str]) -> bytes:
    """`body` with the encodings undone, the last one named first (RFC 9110 section 8.4). Raises Fault for a bomb."""
    for name in reversed(names):
        undo = _ENCODINGS.get(name.strip().lower())
        if undo:
            body = undo(body)
    return body


def _ungzip(body: bytes) -> bytes:
    """gzip of one or more members; other bytes as they are; of damaged ones what comes before the damage."""
    out = bytearray()
    if not body.startswith(GZIP_MAGIC):
        return body
    while body.startswith(GZIP_MAGIC):
        decoder = zlib.decompressobj(31)
        try:
            body = _inflate(decoder, body, out)
        except zlib.error:
            break
    return bytes(out)


def _inflate(decoder: "zlib._Decompress", body: bytes, out: bytearray) -> bytes:
    """Unpack into `out`, in small steps, so that what comes before damage is kept; gives what stands after."""
    for at in range(0, len(body), _GZIP_STEP):
        out += decoder.decompress(decoder.unconsumed_tail + body[at : at + _GZIP_STEP], LARGEST_PAYLOAD)
        if len(out) > LARGEST_PAYLOAD:
            raise _too_large()
        if decoder.eof:
            return decoder.unused_data + body[at + _GZIP_STEP :]
    return b""


def _undeflate(body: bytes) -> bytes:
    """zlib's format as RFC 9110 says, or the bare deflate that old servers sent; other bytes as they are."""
    for bits in (15, -15):
        decoder = zlib.decompressobj(bits)
        try:
            out = decoder.decompress(body, LARGEST_PAYLOAD + 1)
        except zlib.error:
            continue
        if len(out) > LARGEST_PAYLOAD:
            raise _too_large()
        if out and (decoder.eof or bits == 15):
            return out
    return body


def _unbrotli(body: bytes) -> bytes:
    """Brotli has no magic number: bytes that it cannot read, or that look like a page already, are left as they are."""
    if body.lstrip()[:1] == b"<":
        return body
    decoder = brotli.Decompressor()
    try:
        out = decoder.process(body, output_buffer_limit=LARGEST_PAYLOAD)
    except brotli.error:
        return body
    if len(out) >= LARGEST_PAYLOAD:
        raise _too_large()
    return out or body


def _unzstd(body: bytes) -> bytes:
    if not body.startswith(ZSTD_MAGIC):
        return body
    decoder, out = zstandard.ZstdDecompressor().decompressobj(), bytearray()
    for at in range(0, len(body), _ZSTD_STEP):
        if decoder.eof:
            break
        try:
            out += decoder.decompress(body[at : at + _ZSTD_STEP])
        except zstandard.ZstdError:
            break
        if len(out) > LARGEST_PAYLOAD:
            raise _too_large()
    return bytes(out)


def _too_large() -> Fault:
    size = LARGEST_PAYLOAD // (1024 * 1024)
    return Fault(SkipReason.DAMAGED, f"The page unpacks to more than {size} MB: no page is that large. Passed over.")


_ENCODINGS = {
    "gzip": _ungzip,
    "x-gzip": _ungzip,
    "deflate": _undeflate,
    "br": _unbrotli,
    "zstd": _unzstd,
}
