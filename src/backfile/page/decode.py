"""Bytes -> text: BOM, HTTP header, <meta>, strict UTF-8, then detection (WHATWG Encoding Standard, section 4.2 labels)."""

import codecs
import re
from collections.abc import Callable
from typing import NamedTuple

from backfile import compiled

_META_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s*+=\s*+(?:[\"']\s*+)?([A-Za-z0-9_.:-]+)|<\?xml[^>]{0,100}?encoding\s*+=\s*+[\"']([A-Za-z0-9_.:-]+)",
    re.I,
)
_META_REACH = 8192
_DETECT_REACH = 200_000

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))

_BROWSER_LABELS = {
    "iso-8859-1": "cp1252", "iso8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252",
    "windows-1252": "cp1252", "ansi": "cp1252", "iso-8859-9": "cp1254", "windows-1254": "cp1254", "iso-8859-11": "cp874",
    "tis-620": "cp874", "gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "gb_2312-80": "gb18030", "shift_jis": "cp932",
    "shift-jis": "cp932", "x-sjis": "cp932", "ks_c_5601-1987": "cp949", "euc-kr": "cp949", "big5": "big5hkscs", "utf8": "utf-8",
    "unicode": "utf-16-le", "utf-16": "utf-16-le", "x-user-defined": "cp1252", "utf-8-sig": "utf-8",
}  # fmt: skip
"""What browsers take a declared label for, where Python's codec of that name is narrower."""


_NO_PAGES = frozenset((
    "idna", "punycode", "undefined", "unicode-escape", "unicode_escape", "raw-unicode-escape", "raw_unicode_escape", "utf-7", "mbcs", "oem",
))  # fmt: skip
"""Codecs of Python's that no page is written in: some raise whatever is asked of them, punycode takes the square of the text's length."""


class Decoded(NamedTuple):
    """A page's markup and how its encoding was known."""

    markup: str | bytes
    """Bytes when they are sound UTF-8 (the parser takes them as they are), else text."""
    encoding: str
    reason: str
    """bom | http | meta | utf-8 | detected | declared | assumed, with "; double-encoded, mended" where that was done."""

    @property
    def text(self) -> str:
        """The markup as text."""
        return self.markup if isinstance(self.markup, str) else self.markup.decode("utf-8")


def decode(payload: bytes, charset: str | None = None) -> Decoded:
    """The markup of a page. Never fails: bytes that fit no declared encoding are detected, then replaced."""
    for bom, name in _BOMS:
        if payload.startswith(bom):
            return Decoded(payload[len(bom) :].decode(name, "replace"), name, "bom")
    for label, reason in ((charset, "http"), (_declared(payload), "meta")):
        codec = _codec(label) if label else None
        if label and codec == "utf-8":
            if is_sound_utf8(payload):
                return _as_utf8(payload, reason)
        elif label:
            text = _strict(payload, label)
            if text is not None:
                return Decoded(text, codec or label, reason)
    if is_sound_utf8(payload):
        return _as_utf8(payload, "utf-8")
    return _detected(payload, charset or _declared(payload))


def _as_utf8(payload: bytes, reason: str) -> Decoded:
    return Decoded(payload if b"\0" not in payload else payload.decode("utf-8"), "utf-8", reason)


def is_utf8_in_python(payload: bytes) -> bool:
    """Whether the bytes are UTF-8 (RFC 3629): where the compiled look at it (compiled/utf8.h) could not be built."""
    try:
        payload.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


is_sound_utf8: Callable[[bytes], bool] = compiled.walk.is_utf8 if compiled.walk is not None else is_utf8_in_python


def _declared(payload: bytes) -> str | None:
    found = _META_CHARSET.search(payload, 0, _META_REACH)
    return (found[1] or found[2]).decode("ascii").lower() if found else None


def _codec(label: str) -> str | None:
    label = label.strip().strip("\"'").lower()
    if label in _BROWSER_LABELS:
        return _BROWSER_LABELS[label]
    try:
        found = codecs.lookup(label)
    except (LookupError, ValueError):  # ValueError: a zero byte in the label
        return None
    is_text = getattr(found, "_is_text_encoding", True)  # no rot13, hex, base64: bytes to bytes
    return found.name if is_text and found.name not in _NO_PAGES else None


def _strict(payload: bytes, label: str) -> str | None:
    """The text if the bytes fit. A declared UTF-16 that a <meta> in ASCII names cannot be true."""
    codec = _codec(label)
    if codec is None or codec.startswith("utf-16"):
        return None
    if codec != "utf-8" and codec.startswith("cp125") and _strict_utf8_multibyte(payload):
        return None  # declared Latin, saved as UTF-8: the commonest false declaration
    try:
        return payload.decode(codec)
    except (UnicodeDecodeError, LookupError):
        return _lenient_cp1252(payload) if codec == "cp1252" else None


def _strict_utf8_multibyte(payload: bytes) -> bool:
    return not payload.isascii() and is_sound_utf8(payload)


def _lenient_cp1252(payload: bytes) -> str:
    """windows-1252 as browsers read it: the five bytes that it leaves open are control characters."""
    return payload.decode("cp1252", "surrogateescape").translate(
        {0xDC00 + b: b for b in (0x81, 0x8D, 0x8F, 0x90, 0x9D)}
    )


def _detected(payload: bytes, declared: str | None) -> Decoded:
    codec = _codec(declared) if declared else None
    if codec and codec != "utf-16-le":
        text = payload.decode(codec, "replace")
        damaged = text.count("\ufffd")
        if damaged * 3 < len(text) - len(text.encode("ascii", "ignore")):  # most of what is not ASCII did fit
            return Decoded(text, codec, "declared; damaged bytes replaced")
    import cchardet

    guess = cchardet.detect(payload[:_DETECT_REACH])["encoding"]
    codec = _codec(guess) if guess else None
    if codec and codec != "utf-8":  # strict UTF-8 has failed by now
        return Decoded(payload.decode(codec, "replace"), codec, "detected")
    return Decoded(_lenient_cp1252(payload), "cp1252", "assumed")


# --- text that was UTF-8, read as windows-1252, and written as UTF-8 again -------------------------------------------

_CP1252_HIGH = "".join(bytes([b]).decode("cp1252", "ignore") or chr(b) for b in range(0x80, 0xC0))
_TAIL = "[" + re.escape(_CP1252_HIGH) + "]"
_DOUBLE = re.compile(f"[\u00c2-\u00df]{_TAIL}|[\u00e0-\u00ef]{_TAIL}{{2}}|[\u00f0-\u00f4]{_TAIL}{{3}}")
_SURE_COUNT = 3


def mend_double_encoding(text: str) -> str | None:
    """The text with double encoding undone, or None where that is not sure.

    Sure means: at least three sequences, each of which gives one sound character, and they are nine in ten of all that is
    not ASCII; a page that truly holds "Ã©" has other accented letters beside it. A single sequence of three characters, "â€œ", is
    enough where nothing else on the page is not ASCII.
    """
    found = _DOUBLE.findall(text)
    outside = len(text) - len(_ascii_only(text)) - sum(map(len, found))
    is_all = not outside and any(len(one) > 2 for one in found)
    if (len(found) < _SURE_COUNT and not is_all) or outside > sum(map(len, found)) / 9:
        return None
    return _DOUBLE.sub(_mended, text)


def _ascii_only(text: str) -> bytes:
    return text.encode("ascii", "ignore")


def _mended(found: re.Match[str]) -> str:
    raw = b"".join(bytes([ord(c)]) if ord(c) < 0x100 else c.encode("cp1252") for c in found[0])
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return found[0]
