"""Damaged UTF-8 is told with its first byte; other encodings are no damage."""

import pytest

from backfile.capture import text_damage
from backfile.model.capture import Capture, Place

META = b"<meta charset=utf-8>"


def told(payload: bytes, charset: str | None = None) -> str | None:
    return text_damage(Capture(payload, "", Place("a.html"), charset=charset))


@pytest.mark.parametrize(
    ("payload", "charset"),
    [
        (META + b"caf\xe9", None),
        (b"<?xml version='1.0' encoding='UTF-8'?>caf\xe9", None),
        (b"a short p\xffge", "UTF-8"),
        (b"caf\xc3\xa9 and caf\xc3\xa9 and caf\xe9", None),
        (b"caf\xc3\xa9, cut in the middle: caf\xc3\xa9 caf\xc3", None),
    ],
)
def test_damage(payload: bytes, charset: str | None) -> None:
    message = told(payload, charset)
    with pytest.raises(UnicodeDecodeError) as error:
        payload.decode()
    at = error.value.start
    assert message is not None
    assert f"first at byte {at:,} of the page (0x{payload[at]:02x})" in message


@pytest.mark.parametrize(
    ("payload", "charset"),
    [
        (b"", None),
        (META + b"caf\xc3\xa9", None),
        (b"caf\xe9 and na\xefve", None),
        (b"<meta charset=windows-1252>caf\xe9", None),
        (b"caf\xc3\xa9 caf\xc3\xa9 caf\xe9", "iso-8859-1"),
        ("\ufeffcafé".encode("utf-16-le"), None),
        ("Кафе".encode("cp1251"), None),
    ],
)
def test_no_damage(payload: bytes, charset: str | None) -> None:
    assert told(payload, charset) is None
