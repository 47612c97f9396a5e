"""Stretches of a WARC hold together what the whole file holds, wherever they are cut."""

import gzip
import io
from itertools import pairwise
from pathlib import Path

import pytest

from backfile.capture.open_place import Opener
from backfile.capture.read_file import Reading, is_warc, read_file, read_waiting
from backfile.capture.record_span import RecordSpan, read_span
from backfile.model.capture import Capture, Place, Skipped
from tests.capture import making


def told(found: list[Capture | Skipped]) -> list[tuple[object, ...]]:
    return [
        (one.place, one.url, one.payload_digest, one.feed_published_raw)
        if isinstance(one, Capture)
        else (one.place, one.url, one.reason, one.message)
        for one in found
    ]


def whole(path: Path) -> list[Capture | Skipped]:
    reading = Reading(Opener())
    with path.open("rb") as raw:
        return [*read_file(raw, Place(str(path)), reading, is_named=True), *read_waiting(reading)]


def stretches(path: Path, width: int) -> tuple[list[Capture | Skipped], list[RecordSpan]]:
    found: list[Capture | Skipped] = []
    spans = []
    size = path.stat().st_size
    for start in range(0, size, width):
        reading = Reading(Opener())
        span = RecordSpan(start, start + width if start + width < size else None)
        with path.open("rb") as raw:
            found += [*read_span(raw, Place(str(path)), reading, span), *read_waiting(reading)]
        spans.append(span)
    return found, spans


def records() -> list[bytes]:
    """Pages of many sizes, each with what a feed said of it, and one that repeats another."""
    made = [making.warcinfo()]
    for number in range(24):
        url = f"https://valley.example/{number}"
        page = making.http(f"<p>{'the ferry ' * number}</p>".encode() + f"{number * 7919}".encode() * number * 40)
        entry = b"pubDate: 2017-02-%02d\r\n" % (number + 1)
        made += [making.record(page, url), making.record(entry, url, "metadata")]
    return made


def made(tmp_path: Path, form: str) -> Path:
    """A WARC compressed record by record, with a damaged member, plain, as Zstandard, or as one gzip member."""
    stored = making.gz(records())
    middle = stored.find(b"\x1f\x8b\x08", len(stored) // 2) + 30
    data = {
        "warc.gz": stored,
        "damaged.warc.gz": stored[:middle] + bytes(60) + stored[middle + 60 :],
        "warc": b"".join(records()),
        "warc.zst": making.zst(records()),
        "one.warc.gz": gzip.compress(b"".join(records())),
    }[form]
    path = tmp_path / f"crawl.{form}"
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("form", ["warc.gz", "damaged.warc.gz", "warc", "warc.zst", "one.warc.gz"])
@pytest.mark.parametrize("parts", [2, 5, 23])
def test_stretches_hold_what_the_file_holds(form: str, parts: int, tmp_path: Path) -> None:
    path = made(tmp_path, form)
    expected = told(whole(path))
    found, spans = stretches(path, path.stat().st_size // parts + 1)
    assert told(found) == expected
    assert len(expected) > 40
    assert sum(one[-1] is not None and "2017-02-" in str(one[-1]) for one in expected) > 20
    edges = [(span.ended, after.began) for span, after in pairwise(spans)]
    assert all(ended == began for ended, began in edges)


def test_a_warc_inside_a_page_is_seen_at_the_edge(tmp_path: Path) -> None:
    """In a plain WARC a page may hold a record's head: the stretch that begins there does not meet the one before."""
    page = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>x</p>" + b"\n" * 2000
    inner = b"WARC/1.1\r\nWARC-Type: metadata\r\nContent-Length: 4\r\n\r\nabcd\r\n\r\n"
    block = page + inner + b"<p>y</p>" * 500
    head = b"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/\r\nContent-Length: %d\r\n\r\n"
    record = head % len(block) + block + b"\r\n\r\n"
    path = tmp_path / "plain.warc"
    path.write_bytes(record + record)
    cut = record.index(inner) - 10
    first, second = RecordSpan(0, cut), RecordSpan(cut, None)
    for span in (first, second):
        with path.open("rb") as raw:
            list(read_span(raw, Place(str(path)), Reading(Opener()), span))
    assert first.ended == len(record)
    assert second.began == record.index(inner)
    exact = RecordSpan(first.ended, None, is_exact=True)
    with path.open("rb") as raw:
        (found,) = read_span(raw, Place(str(path)), Reading(Opener()), exact)
    assert isinstance(found, Capture)
    assert exact.began == len(record)


def test_a_warc_is_told_by_what_it_holds(tmp_path: Path) -> None:
    for form in ("warc.gz", "warc", "warc.zst"):
        assert is_warc(io.BytesIO(made(tmp_path, form).read_bytes()), Place("a-file"))
    assert not is_warc(io.BytesIO(b"<p>a page</p>"), Place("page.html"))
    assert not is_warc(io.BytesIO(gzip.compress(b"<p>a page</p>")), Place("page.html.gz"))
