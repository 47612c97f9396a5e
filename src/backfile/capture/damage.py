"""Text that is not in the encoding that it says it is in: bytes that are no UTF-8 (RFC 3629) in a page of UTF-8."""

import re

from backfile.model.capture import Capture

_SAYS_UTF8 = re.compile(rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*+=\s*+(?:["']\s*+)?utf-?8\b""", re.I)
"""Matches `<meta charset="utf-8"`; not `<meta charset="windows-1252"`."""
_SAYS_OTHER = re.compile(rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*+=\s*+(?:["']\s*+)?[a-z]""", re.I)
_REACH = 8192
_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")


def text_damage(capture: Capture) -> str | None:
    """What is wrong with the page's bytes, in a line for a person; None where nothing is, or nothing is known.

    UTF-8 has a form by which damage is seen, where the one-byte encodings take any bytes. It is looked for in what says
    that it is UTF-8 and, where nothing is said, in what holds more whole characters of UTF-8 than bytes that are none.
    """
    try:
        capture.payload.decode("utf-8")
    except UnicodeDecodeError as error:
        if _is_utf8_meant(capture):
            return (
                f"The text is not sound UTF-8, first at byte {error.start:,} of the page (0x{capture.payload[error.start]:02x}):"
                " it was read, but some letters may be wrong. Save or fetch it again if you can."
            )
    return None


def _is_utf8_meant(capture: Capture) -> bool:
    head = capture.payload[:_REACH]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False  # UTF-16, by its mark
    if capture.charset:
        return capture.charset.strip("\"' ").lower().replace("-", "") == "utf8"
    if _SAYS_OTHER.search(head):
        return _SAYS_UTF8.search(head) is not None
    whole = [len(found) for found in _SEQUENCE.findall(capture.payload)]
    stray = sum(byte >= 0x80 for byte in capture.payload) - sum(whole)
    return len(whole) > stray
