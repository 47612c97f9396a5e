"""A post of an export that XML refuses for a few characters, made harmless byte for byte, and its texts as they were.

Every byte keeps its place, since posts are found again by their byte. A byte that is no UTF-8 becomes DEL, which XML allows and
nobody writes; it comes back as Python's escape for a stray byte, so that the page made of the post holds the byte itself. A "&"
that begins no entity of XML becomes, with the character after it, one character of two bytes.
"""

import re

_STRAY = re.compile("[\udc80-\udcff]")
_STAND_IN = "\x7f"
_CDATA = re.compile(rb"(<!\[CDATA\[.*?\]\]>)", re.DOTALL)
_BARE = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-fA-F]{1,6});)([\x20-\x3b\x3d-\x7e]?)")
"""Matches "& Sons", "&b=2", "&nbsp;"; not "&amp;", "&#8217;"."""
_PAIRS_FROM, _ASCII_FROM = 0x700, 0x20
_PAIR = re.compile("[\u0700-\u075e]")


def repaired(data: bytes) -> tuple[bytes, str]:
    """The data as XML takes it, of the same length, and the stray bytes in it as Python escapes them, in order."""
    text = data.decode("utf-8", "surrogateescape")
    stray = "".join(_STRAY.findall(text))
    sound = _STRAY.sub(_STAND_IN, text).encode("utf-8")
    parts = _CDATA.split(sound)
    return b"".join(part if at % 2 else _BARE.sub(_paired, part) for at, part in enumerate(parts)), stray


def _paired(found: re.Match[bytes]) -> bytes:
    after = found[1]
    return chr(_PAIRS_FROM + after[0] - _ASCII_FROM).encode("utf-8") if after else b"+"


class Restorer:
    """Puts back, text by text in the order of the file, what `repaired` made harmless."""

    def __init__(self, stray: str) -> None:
        self._stray = stray
        self._at = 0

    def __call__(self, text: str) -> str:
        """The text as it was."""
        return _PAIR.sub(_ampersand, text.replace(_STAND_IN, "\x7f") if not self._stray else self._with_stray(text))

    def _with_stray(self, text: str) -> str:
        parts = text.split(_STAND_IN)
        told = [parts[0]]
        for part in parts[1:]:
            told.append(self._stray[min(self._at, len(self._stray) - 1)])
            told.append(part)
            self._at += 1
        return "".join(told)


def _ampersand(found: re.Match[str]) -> str:
    return "&" + chr(ord(found[0]) - _PAIRS_FROM + _ASCII_FROM)
