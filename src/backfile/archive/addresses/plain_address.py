"""Plain addresses: the form that the print page, the AMP page and the mobile page of one story have in common.

`urlkey` leaves out of an address what never chooses a story (scheme, www, port, fragment, order of the query, tracking); here the
marks of a view go too, so that whoever asks by one form finds what was saved under another.
"""

import re
from hashlib import blake2b
from urllib.parse import SplitResult, urlsplit

from backfile.late_pattern import late
from backfile.story.identity import VIEW_HOST, urlkey

_HOST = late(rf"{VIEW_HOST}|\.cdn\.ampproject\.org$")
"""Matches "m." of "m.courier.example", the end of "courier-example.cdn.ampproject.org"."""
_WORDS = (
    r"(?:print(?:er|able|view|version|page|friendly|article|story|er-friendly)?|prn|amp|pf|mobile|mobi|wap|textonly)"
)
_VIEW = late(rf"(?<![a-z]){_WORDS}(?![a-z])")
"""Matches "/print/123", "print.asp", "?output=amp", "/amp"; not "/blueprint", "/camp", "/sprint"."""
_CACHED = late(r"[^/]+\.cdn\.ampproject\.org/[a-z]/(?:s/)?(.+)")
"""Matches "courier-example.cdn.ampproject.org/c/s/courier.example/1": the page that an AMP cache keeps."""
_SEGMENT = late(rf"/(?:{_WORDS}|m)(?=/|$)", re.IGNORECASE)
"""Matches "/amp" of "/news/1/amp" and "/print" of "/print/news/1"; not "/amplifiers", "/print.asp"."""
_SUFFIX = late(rf"[._-]{_WORDS}(?=(?:\.[a-z]+)?$)", re.IGNORECASE)
"""Matches ".amp" of "/news/1.amp.html" and "_print" of "/1_print.htm"; not "/blueprint.html"."""
_SAYS_VIEW = late(rf"(?:{_WORDS}(?:=(?:1|y|yes|true|on)?)?|[\w-]+={_WORDS})$", re.IGNORECASE)
"""Matches "amp", "print=1", "output=amp"; not "print=1172", which says which story."""
_HOST_END = late(r"[/?]")
_LEAST_PATH = late(r"[^/?]")
"""Matches a letter of "/news/1"; nothing in "/", a site's front page, which stands on every host."""
_HALF = 4
"""Bytes of an address's number that are of its path, and as many of its host."""


def is_view_address(url: str | None) -> bool:
    """Whether an address says that it is of a print page, an AMP page or a mobile page."""
    key = urlkey(url) if url else None
    if key is None:
        return False
    parts = urlsplit("//" + key.lower())
    return bool(_HOST.search(parts.netloc) or _VIEW.search(f"{parts.path}?{parts.query}"))


def plain_address(url: str) -> str | None:
    """The urlkey of an address without the marks of a view: "courier.example/news/1" of its AMP page. None if not http(s)."""
    key = urlkey(url)
    if key is None or not _may_be_view(key):
        return key
    if cached := _CACHED.match(key):
        return plain_address(f"http://{cached[1]}")
    parts = urlsplit("//" + key)
    return _HOST.sub("", parts.netloc) + _plain_path(parts)


def with_scheme(text: str) -> str | None:
    """The address that somebody wrote, with or without "https://"; None where it is none."""
    text = text.strip()
    found = re.match(
        r"(https?):/*(.+)", text, re.IGNORECASE | re.DOTALL
    )  # a server before ours may have joined the slashes
    if not found and ("://" in text or "." not in text.partition("/")[0]):
        return None
    url = f"{found[1].lower()}://{found[2]}" if found else f"http://{text}"
    return url if urlkey(url) else None


def address_number(url: str) -> int | None:
    """The number that finds captures by the plain form of their address: its path in the upper half, its host in the lower."""
    plain = plain_address(url)
    if plain is None:
        return None
    host, path = split_plain(plain)
    return int.from_bytes(_digest(path) + _digest(host), "big", signed=True)


def path_numbers(path: str) -> tuple[int, int] | None:
    """The least and the greatest number of addresses with this path and query, on any host; None of a front page."""
    plain = plain_address(f"http://any.example{path}")
    within = split_plain(plain)[1] if plain else ""
    if not _LEAST_PATH.search(within):
        return None
    least, most = (_digest(within) + end * _HALF for end in (b"\0", b"\xff"))
    return int.from_bytes(least, "big", signed=True), int.from_bytes(most, "big", signed=True)


def split_plain(plain: str) -> tuple[str, str]:
    """Host and path, with its query, of a plain address."""
    end = _HOST_END.search(plain)
    at = end.start() if end else len(plain)
    return plain[:at], plain[at:]


def _may_be_view(key: str) -> bool:
    """Whether it is worth while to look closer: most addresses hold none of the words."""
    low = key.lower()
    return _HOST.search(low.partition("/")[0]) is not None or "/m/" in low or _VIEW.search(low) is not None


def _plain_path(parts: SplitResult) -> str:
    path = _SUFFIX.sub("", _SEGMENT.sub("", parts.path))
    query = "&".join(pair for pair in parts.query.split("&") if pair and not _SAYS_VIEW.match(pair))
    return path + (f"?{query}" if query else "")


def _digest(text: str) -> bytes:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=_HALF).digest()
