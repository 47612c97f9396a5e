"""How the site answers: headers that keep a page harmless, and entity tags, so that a page is sent once.

Rules: RFC 9110 section 13.1.2 (If-None-Match), CSP Level 3. There is no Last-Modified: an age changes with the day, not
with the archive, so only the bytes themselves can say whether a page is the same.
"""

import base64
import hashlib
import json
import re
from collections.abc import Mapping
from typing import Any

from markupsafe import escape
from starlette.requests import Request
from starlette.responses import Response

from backfile.tagged_answer import FOREVER, tagged
from backfile.wording.plain import characters

HTML = "text/html; charset=utf-8"
ATOM = "application/atom+xml; charset=utf-8"
_OWN_LINK = re.compile(r'(?<= )(href|src|action)="/(?!/)')
"""Matches ' href="/years"'; not ' href="//other.example"'. Quotation marks of words that a page sets are escaped, so only templates write it."""


def policy(script: str) -> str:
    """The content security policy of a page that runs this one inline script and loads nothing but the site's own."""
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'self'; img-src 'self'; script-src 'sha256-{digest}'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )


def framing_policy(frames: str) -> str:
    """The policy of a page that has saved pages in a frame."""
    return f"default-src 'none'; style-src 'self'; img-src 'self'; frame-src {frames}; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"


def saved_policy(files: str) -> str:
    """The policy of a saved page and of its files: a sandbox with an origin of its own, no script, no form, no way out of its frame, and
    nothing loaded but style sheets and pictures from that address of the archive's."""
    return (
        f"sandbox; default-src 'none'; img-src {files} data:; style-src {files} 'unsafe-inline';"
        " form-action 'none'; base-uri 'none'; frame-ancestors 'self'"
    )


def guards(script: str) -> dict[str, str]:
    """Headers for every answer of the site."""
    return {
        "content-security-policy": policy(script),
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
        "referrer-policy": "no-referrer",
        "cross-origin-opener-policy": "same-origin",
    }


def answer(request: Request, text: str, *, media_type: str, status: int = 200) -> Response:
    """A text made when it is asked for, with its entity tag; 304 where the reader has it. Links of a page lead below the path that the
    site stands under."""
    root = request.scope.get("root_path", "")
    if root and media_type == HTML:
        text = _OWN_LINK.sub(rf'\1="{escape(root)}/', text)
    return tagged(request, characters(text).encode(), {"content-type": media_type}, status)


def answer_json(request: Request, record: Mapping[str, Any]) -> Response:
    """A record as JSON, the same bytes each time; a lone surrogate is written as its escape."""
    payload = json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "backslashreplace")
    return tagged(request, payload + b"\n", {"content-type": "application/json"}, 200)


def noindex_unless(listed: bool, response: Response) -> Response:
    """An answer that search engines are not to list, where its story is in no list."""
    if not listed:
        response.headers["x-robots-tag"] = "noindex"
    return response


def answer_asset(request: Request, payload: bytes, media_type: str) -> Response:
    """A file whose address holds its digest: kept for ever."""
    return tagged(request, payload, {"content-type": media_type, "cache-control": FOREVER}, 200)


def answer_picture(request: Request, payload: bytes, media_type: str) -> Response:
    """A picture of a version of a story: kept for a day, since another capture of it may be added, or it may be taken down."""
    return tagged(request, payload, {"content-type": media_type, "cache-control": "public, max-age=86400"}, 200)


def answer_saved(request: Request, payload: bytes, media_type: str, *, files: str) -> Response:
    """A saved page or one of its files, whose files stand at an address of their own; nothing for search engines."""
    own = {
        "content-type": media_type,
        "content-security-policy": saved_policy(files),
        "x-frame-options": "SAMEORIGIN",
        "x-robots-tag": "noindex",
    }
    return tagged(request, payload, own, 200)
