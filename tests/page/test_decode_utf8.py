"""The compiled look at whether bytes are UTF-8 says what Python's own decoding says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backfile.page.decode import decode, is_sound_utf8, is_utf8_in_python


@given(st.integers(0, 17), st.binary(max_size=12), st.sampled_from(["é", "日", "😀", "", "a"]))
def test_they_agree(size: int, tail: bytes, letter: str) -> None:
    for payload in (b"a" * size + letter.encode() * 3 + tail, b"a" * size + letter.encode()[:-1] + tail):
        assert is_sound_utf8(payload) == is_utf8_in_python(payload)


@pytest.mark.parametrize("first", range(0x7F, 0x100))
def test_they_agree_on_every_beginning(first: int) -> None:
    for second in range(0x7F, 0x101):
        for more in (b"", b"\x80", b"\x80\xbf", b"\x80A"):
            payload = bytes([first]) + (bytes([second]) if second < 0x100 else b"") + more
            assert is_sound_utf8(payload) == is_utf8_in_python(payload)


@pytest.mark.parametrize(
    "label",
    [
        "undefined",
        "idna",
        "punycode",
        "rot13",
        "hex",
        "base64",
        "zlib",
        "unicode_escape",
        "raw_unicode_escape",
        "utf-7",
        "mbcs",
        "no\0ne",
    ],
)
def test_labels_that_no_page_is_written_in_are_no_labels(label: str) -> None:
    payload = f"<meta charset={label}><p>Café".encode("cp1252") + b"\xff\x9d</p>"
    for found in (decode(payload), decode(payload, label)):
        assert "Caf" in found.text
        assert found.reason in ("detected", "assumed")
