"""An HTTP response as a web archive stores it (RFC 9112): status, headers, and the body with its encodings undone."""

import re
from dataclasses import dataclass

from backfile.capture.encodings import undo_chunks, undo_encodings
from backfile.capture.unpack import GZIP_MAGIC

_STATUS_LINE = re.compile(rb"(?:HTTP/\d(?:\.\d)?|ICY) +(\d{3})(?: |\r?$|\r?\n)")
"""HTTP/1.1 200 OK, HTTP/2 200; not "200 OK"."""
_CHARSET = re.compile(r";\s*charset\s*=\s*[\"']?([^\s;\"',]+)", re.IGNORECASE)
"""text/html; charset="utf-8"; not text/html; boundary=charset."""
_LENGTH = re.compile(r"[0-9]{1,15}")
_HEADERS_END = re.compile(rb"\r?\n\r?\n")


@dataclass(frozen=True, slots=True)
class Response:
    """An HTTP response."""

    status: int | None
    headers: tuple[tuple[str, str], ...]
    """In order, names in lower case."""
    body: bytes
    """As stored: encodings not undone."""

    def header(self, name: str) -> str | None:
        """The first header of that name, given in lower case."""
        return next((value for key, value in self.headers if key == name), None)

    @property
    def media_type(self) -> str | None:
        """Lower case, without parameters."""
        return media_type_of(self.header("content-type"))[0]

    @property
    def is_short(self) -> bool:
        """Whether the body holds less than Content-Length says; not asked where an encoding may have been undone since."""
        length = self.header("content-length") or ""
        is_plain = self.header("content-encoding") is None and self.header("transfer-encoding") is None
        return is_plain and _LENGTH.fullmatch(length) is not None and len(self.body) < int(length)

    @property
    def charset(self) -> str | None:
        """As written in Content-Type."""
        return media_type_of(self.header("content-type"))[1]


def parse_response(block: bytes) -> Response | None:
    """The response in a record's block; None when the block does not start with a status line."""
    status = _STATUS_LINE.match(block)
    if not status:
        return None
    end = _HEADERS_END.search(block)
    head, body = (block[: end.start()], block[end.end() :]) if end else (block, b"")
    return Response(int(status[1]), tuple(parse_headers(head.split(b"\n")[1:])), body)


def parse_headers(lines: list[bytes]) -> list[tuple[str, str]]:
    """Names in lower case with their values; a folded line joins the one before; what is no header is left out."""
    headers: list[tuple[str, list[str]]] = []
    for raw in lines:
        line = _text(raw)
        if line[:1] in (" ", "\t") and headers:
            headers[-1][1].append(line.strip())
            continue
        name, colon, value = line.partition(":")
        if colon:
            headers.append((name.strip().lower(), [value.strip()]))
    return [(name, " ".join(values)) for name, values in headers]


def _text(raw: bytes) -> str:
    """A header's bytes: UTF-8 where they are that (WARC 1.1 section 4), else Latin-1 (RFC 9110 section 5.5)."""
    try:
        return raw.decode("utf-8").rstrip("\r")
    except UnicodeDecodeError:
        return raw.decode("latin-1").rstrip("\r")


def media_type_of(content_type: str | None) -> tuple[str | None, str | None]:
    """Media type in lower case without parameters, and charset as written, of a Content-Type."""
    if not content_type:
        return None, None
    media_type = content_type.split(";", 1)[0].strip().lower()
    charset = _CHARSET.search(content_type)
    return media_type or None, charset[1] if charset else None


def decode_body(response: Response) -> bytes:
    """The payload: chunks joined, content encodings undone. Raises Fault for a bomb."""
    transfer, content = _encodings(response, "transfer-encoding"), _encodings(response, "content-encoding")
    body = response.body
    if "chunked" in transfer:
        body = undo_chunks(body)
    body = undo_encodings(body, content + [name for name in transfer if name != "chunked"])
    if body.startswith(GZIP_MAGIC) and "gzip" not in (response.media_type or "gzip"):
        body = undo_encodings(body, ["gzip"])  # a header lost on the way: a page's bytes never start so
    return body


def _encodings(response: Response, name: str) -> list[str]:
    values = [value for key, value in response.headers if key == name]
    return [item.strip().lower() for value in values for item in value.split(",") if item.strip()]
