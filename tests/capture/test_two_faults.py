"""Two faults in one file, in every combination: what is whole beside them is read, each is told, and nothing is raised."""

import gzip
import itertools
from collections.abc import Callable
from pathlib import Path

import pytest

from backfile.capture import read_captures
from backfile.model.capture import Capture, Skipped
from tests.capture.making import gz, http, page, record, response, wacz, warcinfo, zipped, zst

_BODY = http(page("The ferry is late."))
FAULTS: dict[str, bytes] = {
    "a length too great": record(_BODY, "https://x.example/f", Content_Length=str(len(_BODY) + 300)),
    "a length too small": record(_BODY, "https://x.example/f", Content_Length=str(len(_BODY) - 40)),
    "a length past the file": record(_BODY, "https://x.example/f", Content_Length="99999999999"),
    "a length that is no number": record(_BODY, "https://x.example/f", Content_Length="many"),
    "a length below nought": record(_BODY, "https://x.example/f", Content_Length="-5"),
    "no length": record(_BODY, "https://x.example/f", Content_Length=""),
    "headers without end": b"WARC/1.1\r\nWARC-Type: response\r\n" + b"x-long: y\r\n" * 120_000,
    "a header without a colon": record(_BODY, "https://x.example/f").replace(b"WARC-Date:", b"WARC-Date"),
    "noughts": b"\x00" * 5000,
    "prose": b"This is no record at all.\r\n\r\n" * 20,
    "a broken gzip body": record(http(gzip.compress(page())[:40] + b"\xff" * 30, "text/html", "Content-Encoding: gzip"), "https://x.example/f"),
    "a body of no encoding that is": record(http(b"\x01\x02\x03", "text/html", "Content-Encoding: zstd, br"), "https://x.example/f"),
    "chunks of no size": record(http(b"zz\r\nThe ferry", "text/html", "Transfer-Encoding: chunked"), "https://x.example/f"),
    "HTTP headers without end": record(b"HTTP/1.1 200 OK\r\n" + b"x: y\r\n" * 50_000, "https://x.example/f"),
    "a revisit of nothing": record(b"HTTP/1.1 304 Not Modified\r\n\r\n", "https://x.example/f", "revisit", WARC_Payload_Digest="sha1:" + "A" * 32),
    "an address of 100,000 letters": record(_BODY, "https://x.example/" + "f" * 100_000),
    "a date of no day": record(_BODY, "https://x.example/f", WARC_Date="2017-02-31T99:99:99Z"),
    "a mark of another order": b"\xff\xfe" + record(_BODY, "https://x.example/f"),
}  # fmt: skip
PACKED: dict[str, Callable[[list[bytes]], bytes]] = {
    "plain": b"".join,
    "gzip": gz,
    "one gzip member": lambda records: gzip.compress(b"".join(records), mtime=0),
    "zstd": zst,
    "zip": lambda records: zipped({"a.warc": b"".join(records)}),
    "wacz": lambda records: wacz({"a.warc.gz": gz(records)}, []),
    "zip in zip": lambda records: zipped({"b.zip": zipped({"a.warc.gz": gz(records)})}),
}
_WHOLE = [f"https://valley.example/{name}" for name in "abc"]


def _file(first: str, second: str, pack: str) -> bytes:
    good = [response(f"The mill of {url[-1]} reopened.", url) for url in _WHOLE]
    return PACKED[pack]([warcinfo(), good[0], FAULTS[first], good[1], FAULTS[second], good[2]])


def _read(path: Path, data: bytes) -> list[Capture | Skipped]:
    path.write_bytes(data)
    return list(read_captures(path))


_FEW = ("a length past the file",)
"""Told in each run of the tests; the others by `make check-containers`."""


@pytest.mark.parametrize("first", [one if one in _FEW else pytest.param(one, marks=pytest.mark.long) for one in FAULTS])
def test_two_faults_cost_no_record_beside_them(tmp_path: Path, first: str) -> None:
    packs = itertools.cycle(PACKED)
    for second in FAULTS:
        pack = next(packs)
        found = _read(tmp_path / "a", _file(first, second, pack))
        held = [one.url for one in found if isinstance(one, Capture)]
        assert [url for url in held if url in _WHOLE] == _WHOLE, (second, pack)
        assert all(one.message for one in found if isinstance(one, Skipped)), (second, pack)


@pytest.mark.long
@pytest.mark.parametrize("pack", PACKED)
@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_in_a_file_that_is_cut_or_changed_is_told(tmp_path: Path, name: str, pack: str) -> None:
    whole = _file(name, "noughts", pack)
    for data in (whole[: len(whole) * 2 // 3], whole[: len(whole) // 2] + b"\xa5\x5a" + whole[len(whole) // 2 + 2 :]):
        found = _read(tmp_path / "a", data)
        assert found
        held = [one for one in found if isinstance(one, Capture)]
        assert len(held) == len({one.place for one in held})
        assert any(isinstance(one, Skipped) and one.message for one in found) or len(held) >= len(_WHOLE)
