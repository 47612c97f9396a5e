"""Which story is which: an address made comparable (urlkey, after the Internet Archive's SURT), and an id from it."""

import base64
import hashlib
import re
import unicodedata
from contextlib import suppress
from urllib.parse import SplitResult, urlsplit

from backfile.late_pattern import late

VIEW_HOST = r"^(?:m|mobile|amp|wap|touch|print)\."
"""Matches "m." of "m.courier.example", "amp." of "amp.courier.example"; not of "music.example": a host for another view of a site's pages."""
_WWW = late(r"^www\d{0,2}\.")
"""Matches "www.", "www2."; not "wwwnews."."""
_INDEX_PAGE = late(r"/index\.x?html?$", re.IGNORECASE)
"""Matches "/news/index.html"; not "/news/index.php", whose query says which page."""
_TRACKING = late(r"^(utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|igshid|mc_[ce]id|_ga|_hs(enc|mi))$")
"""Matches "utm_source"; not "id". Names that mark how a reader came, never which story."""
_REF_RSS = late(r"^ref=rss\w*$", re.IGNORECASE)
"""Matches "ref=rss", "ref=rss_main"; not "ref=12345"."""
_ESCAPE = late(r"%([0-9A-Fa-f]{2})")
_PLAIN = re.compile(r"[!-$&-~]*$")
"""Matches "/news/a-story"; not "/caf%C3%A9", "/a b": what needs no escape and has none."""
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_PORTS = {"http": 80, "https": 443}
_MARKS = re.compile("[\u0300-\u036f]+")
"""Matches a combining acute accent; not the vowel signs of scripts that need them."""


def urlkey(url: str) -> str | None:
    """The address with all left out that does not choose a story: "example.com/news/1?id=2". None if not http(s)."""
    try:
        parts = urlsplit(url.strip())
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return None
    if parts.scheme not in _PORTS or not host:
        return None
    place = _ascii_host(host) + (f":{port}" if port not in (None, _PORTS[parts.scheme]) else "")
    return place + _path(parts) + _query(parts)


def story_id(url: str | None, headline: str | None, body: str) -> str:
    """16 characters of lower-case base32, from the urlkey; from the words, where the address chooses no story.

    A site's front page is no story's address: many pages give it as their own by mistake.
    """
    key = urlkey(url) if url else None
    if key is None or not re.search(r"[/?]", key):
        key = "text:" + fold(f"{headline or ''}\n{body}")
    return base64.b32encode(hashlib.sha256(key.encode("utf-8", "surrogatepass")).digest()[:10]).decode().lower()


def fold(text: str) -> str:
    """Text for comparing: case, accents, width and white space do not count."""
    if text.isascii():
        return " ".join(text.lower().split())
    plain = _MARKS.sub("", unicodedata.normalize("NFKD", text))
    return " ".join(unicodedata.normalize("NFKC", plain.casefold()).split())


def _ascii_host(host: str) -> str:
    host = host.rstrip(".").lower()
    if not host.isascii():
        with suppress(UnicodeError):  # not a name that DNS knows: compared as written
            host = host.encode("idna").decode()
    return _WWW.sub("", host)


def _path(parts: SplitResult) -> str:
    path = _INDEX_PAGE.sub("/", _escaped(parts.path))
    return re.sub(r"/{2,}", "/", path).rstrip("/")


def _query(parts: SplitResult) -> str:
    kept = sorted(
        pair
        for pair in _escaped(parts.query).split("&")
        if pair and not _TRACKING.match(pair.partition("=")[0].lower()) and not _REF_RSS.match(pair)
    )
    return "?" + "&".join(kept) if kept else ""


def _escaped(text: str) -> str:
    """Escapes written one way (RFC 3986 section 6.2.2): those not needed undone, the others in capitals."""
    if _PLAIN.match(text):
        return text
    encoded = "".join(c if " " < c < "\x7f" else "".join(f"%{b:02X}" for b in _utf8(c)) for c in text)
    return _ESCAPE.sub(_one_escape, encoded)


def _utf8(character: str) -> bytes:
    return character.encode("utf-8", "surrogatepass")


def _one_escape(found: re.Match[str]) -> str:
    character = chr(int(found[1], 16))
    return character if character in _UNRESERVED else found[0].upper()
