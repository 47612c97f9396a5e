"""Tagged answers: what is made when it is asked for, packed, with its entity tag, so that it is sent once (RFC 9110 section 13.1.2)."""

import hashlib

from starlette.requests import Request
from starlette.responses import Response

from backfile.encoding_choice import chosen_encoding, packed, packed_once

FOREVER = "public, max-age=31536000, immutable"
ASK_AGAIN = "no-cache"


def tagged(request: Request, payload: bytes, headers: dict[str, str], status: int = 200) -> Response:
    """The answer; 304 without a body where the reader has it."""
    encoding = chosen_encoding(request.headers.get("accept-encoding"), headers["content-type"], len(payload))
    tag = f'"{hashlib.sha256(payload).hexdigest()[:32]}{f"-{encoding}" if encoding else ""}"'
    headers = {"cache-control": ASK_AGAIN, "etag": tag, "vary": "accept-encoding", **headers}
    if status == 200 and has_tag(request.headers.get("if-none-match"), tag):
        return Response(status_code=304, headers=headers)
    if encoding:
        headers["content-encoding"] = encoding
        payload = packed_once(payload, encoding) if headers["cache-control"] == FOREVER else packed(payload, encoding)
    return Response(payload, status_code=status, headers=headers)


def has_tag(if_none_match: str | None, tag: str) -> bool:
    """Whether a reader has what this tag is of."""
    if if_none_match is None:
        return False
    given = [part.strip().removeprefix("W/") for part in if_none_match.split(",")]
    return tag in given or given == ["*"]
