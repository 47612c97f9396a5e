"""UTF-8 checked a piece at a time says what Python's own decoding of the whole says."""

from hypothesis import given
from hypothesis import strategies as st

from backfile.page.decode import is_sound_utf8


def is_utf8(payload: bytes) -> bool:
    try:
        payload.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


@given(st.integers(4085, 4100), st.binary(max_size=12), st.sampled_from(["é", "日", "😀", "", "a"]))
def test_pieces(size: int, tail: bytes, letter: str) -> None:
    for payload in (b"a" * size + letter.encode() * 3 + tail, b"a" * size + letter.encode()[:-1] + tail):
        assert is_sound_utf8(payload) == is_utf8(payload)
