import gzip
import re
import zlib
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import brotli
import pytest
import zstandard
from fastwarc.warc import ArchiveIterator
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator as WarcioIterator

from backfile.capture import load_capture, read_captures
from backfile.capture.http import parse_response
from backfile.model.capture import SkipReason

from .making import (
    DATE,
    arc,
    captures,
    faults,
    gz,
    http,
    page,
    read,
    reasons,
    record,
    response,
    urls,
    warcinfo,
    zst,
)

A, B, C = "https://valley.example/a", "https://valley.example/b", "https://valley.example/c"
THREE = [warcinfo(), response("First story.", A), response("Second story.", B), response("Third story.", C)]


@pytest.mark.parametrize(
    "data",
    [
        b"".join(THREE),
        gz(THREE),
        zst(THREE),
        zst(THREE, dictionary=b"<!DOCTYPE html><html><head><title>WARC/1.1\r\nWARC-Type: response" * 3),
        gzip.compress(b"".join(THREE)),
        zst([b"".join(THREE)]),
        gz([b"".join(THREE)[at : at + 100] for at in range(0, len(b"".join(THREE)), 100)]),
    ],
    ids=["plain", "gz", "zst", "zst-dictionary", "one-gz-member", "one-zst-frame", "gz-members-across-records"],
)
def test_records_of_a_warc_however_compressed(tmp_path: Path, data: bytes) -> None:
    found = read(tmp_path / "crawl", data)  # no suffix: the bytes say what it is

    assert urls(found) == [A, B, C]
    assert [capture.payload for capture in captures(found)] == [
        page(f"{n} story.") for n in ("First", "Second", "Third")
    ]
    assert reasons(found) == [SkipReason.NOT_A_RESPONSE]
    first = captures(found)[0]
    assert first.captured_at == datetime(2017, 2, 23, 16, 47, tzinfo=UTC)
    assert (first.status, first.media_type, first.charset) == (200, "text/html", "utf-8")
    assert first.headers == (("content-type", "text/html; charset=utf-8"),)
    assert len({(c.place.member, c.place.offset) for c in captures(found)}) == 3


def test_a_record_is_loaded_by_its_member_alone(tmp_path: Path) -> None:
    found = captures(read(tmp_path / "a.warc.gz", gz(THREE)))
    last = found[-1].place
    data = (tmp_path / "a.warc.gz").read_bytes()
    assert last.length is not None
    assert last.offset is not None
    assert gzip.decompress(data[last.offset : last.offset + last.length]) == THREE[-1]

    (tmp_path / "a.warc.gz").write_bytes(b"\0" * last.offset + data[last.offset :])
    (tmp_path / "a.warc.gz").write_bytes(data[:3] + b"\0" * (last.offset - 3) + data[last.offset :])
    assert load_capture(last).payload == page("Third story.")


@pytest.mark.parametrize("pack", [b"".join, gz, zst], ids=["plain", "gz", "zst"])
def test_agrees_with_fastwarc(tmp_path: Path, pack: Callable[[list[bytes]], bytes]) -> None:
    path = tmp_path / "crawl.warc"
    path.write_bytes(
        pack([response(f"Story {number}. " * 50, f"https://valley.example/{number}") for number in range(40)])
    )
    with path.open("rb") as stream:
        records = ArchiveIterator(stream, parse_http=True, auto_decode="none")
        theirs = [(record.headers["WARC-Target-URI"], record.stream_pos, record.reader.read()) for record in records]
    ours = [(capture.url, capture.place.offset, capture.payload) for capture in captures(read(path))]
    assert ours == theirs
    assert len(ours) == 40


def test_agrees_with_warcio_on_arc(tmp_path: Path) -> None:
    path = tmp_path / "crawl.arc.gz"
    path.write_bytes(gz(arc(*[(f"https://valley.example/{n}", http(page(f"Story {n}."))) for n in range(10)])))
    with path.open("rb") as stream:
        theirs = [
            (record.rec_headers.get_header("uri"), record.content_stream().read())
            for record in WarcioIterator(stream)
            if record.rec_type == "response"
        ]
    assert [(capture.url, capture.payload) for capture in captures(read(path))] == theirs


# HTTP

ENCODINGS = {
    "gzip": gzip.compress,
    "x-gzip": gzip.compress,
    "deflate": zlib.compress,
    "br": brotli.compress,
    "zstd": zstandard.ZstdCompressor().compress,
}


def chunked(body: bytes, size: int = 7) -> bytes:
    parts = [body[at : at + size] for at in range(0, len(body), size)]
    return b"".join(b"%x;note=1\r\n%s\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"


@pytest.mark.parametrize("name", ENCODINGS)
def test_content_encodings(tmp_path: Path, name: str) -> None:
    body = ENCODINGS[name](page())
    for block in (
        http(body, "text/html", f"Content-Encoding: {name}"),
        http(chunked(body), "text/html", f"Content-Encoding: {name.upper()}", "Transfer-Encoding: chunked"),
        http(page(), "text/html", f"Content-Encoding: {name}", "Transfer-Encoding: chunked"),  # stored decoded
    ):
        (capture,) = captures(read(tmp_path / "a.warc", record(block)))
        assert capture.payload == page()


def test_stacked_encodings_and_raw_deflate(tmp_path: Path) -> None:
    raw = zlib.compressobj(wbits=-15)
    deflated = raw.compress(page()) + raw.flush()
    stacked = gzip.compress(brotli.compress(page()))
    blocks = [
        http(deflated, "text/html", "Content-Encoding: deflate"),
        http(stacked, "text/html", "Content-Encoding: br, gzip"),
    ]
    blocks.append(http(gzip.compress(page()), "text/html"))  # the header was lost
    found = captures(read(tmp_path / "a.warc", b"".join(map(record, blocks))))
    assert [capture.payload for capture in found] == [page()] * 3


def test_a_body_cut_short_gives_what_there_is(tmp_path: Path) -> None:
    long = page("Words about the mill. " * 2000)
    block = http(gzip.compress(long)[:-40], "text/html", "Content-Encoding: gzip")
    (capture,) = captures(read(tmp_path / "a.warc", record(block, WARC_Truncated="length")))
    assert long.startswith(capture.payload)
    assert len(capture.payload) > 1000

    block = http(chunked(page(), 50)[:-60], "text/html", "Transfer-Encoding: chunked")
    (capture,) = captures(read(tmp_path / "a.warc", record(block)))
    assert page().startswith(capture.payload)


def test_a_bomb_is_a_fault(tmp_path: Path) -> None:
    bomb = gzip.compress(b"<p>" + b"a" * (65 * 1024 * 1024), 1)
    block = http(bomb, "text/html", "Content-Encoding: gzip")
    found = read(tmp_path / "a.warc", record(block) + THREE[1])
    assert [fault.reason for fault in faults(found)] == [SkipReason.DAMAGED]
    assert urls(found) == [A]


# What is no page


@pytest.mark.parametrize(
    ("block", "reason"),
    [
        (http(b"\xff\xd8\xff\xe0JFIF", "image/jpeg"), SkipReason.NOT_A_PAGE),
        (http(b"\xff\xd8\xff\xe0JFIF", "text/html"), SkipReason.NOT_A_PAGE),
        (http(b"body { color: red }", "text/css"), SkipReason.NOT_A_PAGE),
        (http(b"document.write('<p>hello</p>')", "application/javascript"), SkipReason.NOT_A_PAGE),
        (http(b'{"a": "<p>b</p>"}', "application/json"), SkipReason.NOT_A_PAGE),
        (http(b'{"a": 1}', "text/html"), SkipReason.NOT_A_PAGE),
        (http(b"%PDF-1.4", "application/pdf"), SkipReason.NOT_A_PAGE),
        (http(b"<rss><channel/></rss>", "application/rss+xml"), SkipReason.FEED),
        (http(b"", "text/html"), SkipReason.EMPTY),
        (http(page(), "text/html", status="404 Not Found"), SkipReason.HTTP_STATUS),
        (http(b"", "text/html", "Location: /b", status="301 Moved"), SkipReason.HTTP_STATUS),
    ],
)
def test_what_is_no_page(tmp_path: Path, block: bytes, reason: SkipReason) -> None:
    found = read(tmp_path / "a.warc", record(block))
    assert reasons(found) == [reason]
    assert not faults(found)


def test_pages_under_wrong_or_no_media_types(tmp_path: Path) -> None:
    blocks = [http(page(), kind) for kind in ("image/jpeg", "application/octet-stream", "text/plain", None)]
    blocks.append(http("Grüße aus dem Tal. <p>".encode("latin-1"), "text/html"))  # bad UTF-8 is no fault
    found = captures(read(tmp_path / "a.warc", b"".join(map(record, blocks))))
    assert [capture.media_type for capture in found] == ["text/html"] * 5


def test_resources_and_other_records(tmp_path: Path) -> None:
    data = (
        record(page(), A, "resource", Content_Type="text/html; charset=iso-8859-1")
        + record(b"the page's text", "urn:text:https://valley.example/a", "resource", Content_Type="text/plain")
        + record(b"1.2.3.4", "dns:valley.example", "response", Content_Type="text/dns")
        + record(b"GET / HTTP/1.1\r\n\r\n", A, "request")
        + record(b"about: it\r\n", A, "metadata", Content_Type="application/warc-fields")
        + record(page(), A, "conversion", Content_Type="text/html")
    )
    found = read(tmp_path / "a.warc", data)
    (capture,) = captures(found)
    assert (capture.status, capture.charset, capture.url) == (None, "iso-8859-1", A)
    assert reasons(found) == [SkipReason.NOT_A_PAGE] * 2 + [SkipReason.NOT_A_RESPONSE] * 3


def test_a_crawl_of_a_replayed_page_has_the_pages_own_address_and_time(tmp_path: Path) -> None:
    replayed = response("Old.", "https://web.archive.org/web/20050607080910id_/http://valley.example/old")
    (capture,) = captures(read(tmp_path / "a.warc", replayed))
    assert (capture.url, capture.captured_at) == (
        "http://valley.example/old",
        datetime(2005, 6, 7, 8, 9, 10, tzinfo=UTC),
    )


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2017-02-23T16:47:00.123456789Z", datetime(2017, 2, 23, 16, 47, 0, 123456, UTC)),
        ("20170223164700", datetime(2017, 2, 23, 16, 47, tzinfo=UTC)),
        ("2017-02-23T16:47Z", datetime(2017, 2, 23, 16, 47, tzinfo=UTC)),
        ("2017-02-23", None),
        ("yesterday", None),
        ("2017-13-40T99:99:99Z", None),
    ],
)
def test_the_date_of_a_record(tmp_path: Path, date: str, expected: datetime | None) -> None:
    (capture,) = captures(read(tmp_path / "a.warc", response("Story.", A, WARC_Date=date)))
    assert capture.captured_at == expected


# Revisits

DIGEST = "sha1:AAAABBBBCCCCDDDDEEEEFFFFGGGGHHHH"
REVISIT = record(
    b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nX-Second: yes\r\n\r\n",
    B,
    "revisit",
    WARC_Date="2018-01-01T00:00:00Z",
    WARC_Payload_Digest=DIGEST,
    WARC_Profile="http://netpreserve.org/warc/1.1/revisit/identical-payload-digest",
)
ORIGINAL = response("Same as before.", A, WARC_Payload_Digest=DIGEST)


@pytest.mark.parametrize("order", [[ORIGINAL, REVISIT], [REVISIT, ORIGINAL]], ids=["after", "before"])
@pytest.mark.parametrize("packed", [False, True])
def test_a_revisit_has_the_payload_of_its_original(tmp_path: Path, order: list[bytes], packed: bool) -> None:
    found = captures(read(tmp_path / "a.warc", gz(order) if packed else b"".join(order)))
    revisit = next(capture for capture in found if capture.url == B)
    assert revisit.payload == page("Same as before.")
    assert revisit.captured_at == datetime(2018, 1, 1, tzinfo=UTC)
    assert ("x-second", "yes") in revisit.headers


def test_a_revisit_by_address_and_date_and_from_another_file(tmp_path: Path) -> None:
    refers = {"WARC_Refers_To_Target_URI": C, "WARC_Refers_To_Date": DATE}
    (tmp_path / "1.warc.gz").write_bytes(gz([record(b"", B, "revisit", **refers)]))
    (tmp_path / "2.warc.gz").write_bytes(gz([response("By date.", C)]))
    found = captures(read(tmp_path))
    assert [(capture.url, capture.payload) for capture in found] == [(C, page("By date.")), (B, page("By date."))]


def test_a_revisit_without_its_original(tmp_path: Path) -> None:
    found = read(tmp_path / "a.warc", REVISIT + THREE[3])
    assert urls(found) == [C]
    (skipped,) = [item for item in found if item not in captures(found)]
    assert (skipped.reason, skipped.url) == (SkipReason.REVISIT_UNRESOLVED, B)


def test_a_revisit_of_a_picture_is_no_page(tmp_path: Path) -> None:
    picture = record(b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n", B, "revisit", WARC_Payload_Digest=DIGEST)
    assert reasons(read(tmp_path / "a.warc", picture)) == [SkipReason.NOT_A_PAGE]


# Faults


def starts(pieces: list[bytes]) -> list[int]:
    return [sum(map(len, pieces[:count])) for count in range(len(pieces) + 1)]


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data(), kind=st.sampled_from(["plain", "gz", "zst", "one-member"]))
def test_a_warc_cut_at_any_byte(tmp_path: Path, data: st.DataObject, kind: str) -> None:
    if kind == "one-member":
        whole = gzip.compress(b"".join(THREE), mtime=0)
    else:
        pieces = {"plain": THREE, "gz": [gz([r]) for r in THREE], "zst": [zst([r]) for r in THREE]}[kind]
        whole = b"".join(pieces)
    cut = data.draw(st.integers(5, len(whole) - 1))
    found = read(tmp_path / f"cut.warc{'' if kind == 'plain' else '.gz'}", whole[:cut])

    if kind == "one-member":
        assert [fault.reason for fault in faults(found)] == [SkipReason.TRUNCATED]
        assert urls(found) == [A, B, C][: len(captures(found))]
        return
    slack = 4 if kind == "plain" else 0  # line ends after the block hold nothing
    whole_records = sum(end - slack <= cut for end in starts(pieces)[1:])
    is_clean = any(end - slack <= cut <= end for end in starts(pieces))
    whole_pages = max(0, whole_records - 1)
    is_half = not is_clean and len(urls(found)) > whole_pages  # what was saved of the page that is cut
    assert urls(found) == [A, B, C][: whole_pages + is_half]
    assert [fault.reason for fault in faults(found)] == [] if is_clean else [SkipReason.TRUNCATED]
    if not is_clean:
        assert faults(found)[0].place.offset == starts(pieces)[whole_records]


@pytest.mark.parametrize("length", ["10", "999", "99999999999", "-1", "none", ""])
@pytest.mark.parametrize("packed", [False, True])
def test_a_wrong_length_costs_one_record(tmp_path: Path, length: str, packed: bool) -> None:
    bad = response("Badly measured.", "https://valley.example/bad", Content_Length=length)
    records = [THREE[1], bad, THREE[2], THREE[3]]
    found = read(tmp_path / "a.warc", gz(records) if packed else b"".join(records))
    is_number = length.isdigit() and not packed  # then the record is read up to the next
    assert urls(found) == ([A, "https://valley.example/bad", B, C] if is_number else [A, B, C])
    (fault,) = faults(found)
    assert fault.reason is SkipReason.DAMAGED
    assert "length" in fault.message
    assert fault.place.offset == len(gz(records[:1]) if packed else records[0])


@pytest.mark.parametrize("by", [-2, -1, 1, 2, 40])
def test_lengths_that_are_wrong_by_a_little_cost_nothing_and_are_told(tmp_path: Path, by: int) -> None:
    length = re.search(rb"Content-Length: (\d+)", THREE[2])
    assert length is not None
    wrong = THREE[2].replace(length[0], b"Content-Length: %d" % (int(length[1]) + by), 1)
    found = read(tmp_path / "a.warc", b"".join([THREE[1], wrong, THREE[3]]))
    assert urls(found) == [A, B, C]
    is_line_end = by in (1, 2)  # of the two that end a block: nothing is lost
    assert [fault.reason for fault in faults(found)] == ([] if is_line_end else [SkipReason.DAMAGED])
    right = captures(read(tmp_path / "b.warc", b"".join(THREE)))
    assert captures(found)[1].payload.strip() == right[1].payload.strip()
    assert load_capture(captures(found)[1].place).payload == captures(found)[1].payload


def test_a_warc_whose_line_ends_were_changed_is_read_and_told(tmp_path: Path) -> None:
    found = read(tmp_path / "a.warc", b"".join(THREE).replace(b"\r\n", b"\n"))
    assert urls(found) == [A, B, C]
    assert {fault.reason for fault in faults(found)} <= {SkipReason.DAMAGED, SkipReason.TRUNCATED}
    assert faults(found)


def test_a_warc_with_a_byte_order_mark_is_a_warc(tmp_path: Path) -> None:
    found = read(tmp_path / "a.warc", b"\xef\xbb\xbf" + b"".join(THREE))
    assert urls(found) == [A, B, C]
    assert not faults(found)


@pytest.mark.parametrize("kind", ["plain", "gz"])
def test_a_file_cut_in_a_record_gives_half_the_page(tmp_path: Path, kind: str) -> None:
    last = http(page(" ".join(f"Line {n} of a list of the valley's {n * 7919 % 997} mills." for n in range(400))))
    records = [*THREE[:-1], record(last, C)]
    pieces = records if kind == "plain" else [gz([r]) for r in records]
    cut = len(pieces[-1]) // 4
    found = read(tmp_path / f"a.warc{'' if kind == 'plain' else '.gz'}", b"".join(pieces)[:-cut])
    assert urls(found) == [A, B, C]
    assert [fault.reason for fault in faults(found)] == [SkipReason.TRUNCATED]
    assert [capture.is_cut for capture in captures(found)] == [False, False, True]
    assert load_capture(captures(found)[-1].place).is_cut


@pytest.mark.parametrize(
    ("cut", "is_cut"),
    [
        (response("The ferry", A, WARC_Truncated="length"), True),
        (record(http(page("The ferry"), "text/html", "Content-Length: 9999")), True),
        (record(http(page("The ferry"), "text/html", f"Content-Length: {len(page('The ferry'))}")), False),
        (record(http(page("The ferry"), "text/html", "Content-Length: 9999", "Content-Encoding: br")), False),
        (record(http(page("The ferry"), "text/html", "Content-Length: many")), False),
    ],
    ids=["WARC-Truncated", "short of Content-Length", "whole", "encoding undone", "no length"],
)
def test_a_page_that_the_crawler_cut_is_known(tmp_path: Path, cut: bytes, is_cut: bool) -> None:
    (found,) = captures(read(tmp_path / "a.warc", cut))
    assert found.is_cut is is_cut


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize(
    "garbage", [b"\0" * 300, b"garbage, not a record\r\n", b"\x1f\x8b\x08 not gzip", b"x" * 200_000]
)
def test_garbage_between_records_is_passed_over(tmp_path: Path, packed: bool, garbage: bytes) -> None:
    one, two = (gz([THREE[1]]), gz([THREE[2]])) if packed else (THREE[1], THREE[2])
    found = read(tmp_path / "a.warc", one + garbage + two)
    assert urls(found) == [A, B]
    (fault,) = faults(found)
    assert (fault.reason, fault.place.offset) == (SkipReason.DAMAGED, len(one))


def test_a_damaged_member_costs_one_record(tmp_path: Path) -> None:
    members = [gz([item]) for item in THREE]
    middle = bytearray(members[2])
    middle[len(middle) // 2] ^= 0xFF
    found = read(tmp_path / "a.warc.gz", b"".join([members[0], members[1], bytes(middle), members[3]]))
    assert urls(found) == [A, C]
    assert [fault.place.offset for fault in faults(found)] == [len(members[0] + members[1])]


def test_a_damaged_first_member_costs_one_record(tmp_path: Path) -> None:
    first = bytearray(gz([THREE[1]]))
    first[20] ^= 0xFF
    found = read(tmp_path / "a.warc.gz", bytes(first) + gz(THREE[2:]))
    assert urls(found) == [B, C]
    assert [fault.place.offset for fault in faults(found)] == [0]


@pytest.mark.parametrize("records", [THREE[1:], arc((A, http(page("First story."))), (B, http(page("Second story."))))])
def test_damage_does_not_hide_what_a_file_without_a_suffix_is(tmp_path: Path, records: list[bytes]) -> None:
    members = [gz([item]) for item in records]
    first = bytearray(members[0])
    first[20] ^= 0xFF
    assert len(captures(read(tmp_path / "first", bytes(first) + b"".join(members[1:])))) == 2
    last = bytearray(members[-1])
    last[20] ^= 0xFF
    assert len(captures(read(tmp_path / "last", b"".join(members[:-1]) + bytes(last)))) == len(records) - 1 - (
        records[0][:4] != b"WARC"
    )


def test_a_member_cut_in_the_middle_of_the_file(tmp_path: Path) -> None:
    found = read(tmp_path / "a.warc.gz", gz([THREE[1]])[:-30] + gz(THREE[2:]))
    assert urls(found) == [B, C]
    assert len(faults(found)) == 1


def test_large_records_are_not_held(tmp_path: Path) -> None:
    big = 70 * 1024 * 1024
    movie = record(http(b"\0" * big, "video/mp4"), B)
    novel = record(http(b"<p>" + b"a" * big, "text/html"), C)
    found = read(tmp_path / "a.warc", movie + novel + THREE[1])
    assert urls(found) == [A]
    assert reasons(found) == [SkipReason.NOT_A_PAGE, SkipReason.UNREADABLE]


# ARC


@pytest.mark.parametrize("packed", [False, True])
def test_arc(tmp_path: Path, packed: bool) -> None:
    records = arc(
        (A, http(page("In an old crawl."))),
        (B, http(b"", status="404 Gone")),
        ("dns:valley.example", b"1.2.3.4"),
        (C, page()),
    )
    found = read(tmp_path / "crawl", gz(records) if packed else b"".join(records))
    assert urls(found) == [A, C]
    assert captures(found)[0].captured_at == datetime(2001, 2, 3, 4, 5, 6, tzinfo=UTC)
    assert reasons(found) == [SkipReason.NOT_A_RESPONSE, SkipReason.HTTP_STATUS, SkipReason.NOT_A_PAGE]


def test_arc_with_garbage_and_a_cut(tmp_path: Path) -> None:
    records = arc((A, http(page("One."))), (B, http(page("Two."))))
    found = read(tmp_path / "a.arc", records[0] + b"garbage\n" + records[1] + records[2][:-20])
    assert urls(found) == [A, B]  # what was saved of the second
    assert reasons(found) == [SkipReason.NOT_A_RESPONSE, SkipReason.DAMAGED, SkipReason.TRUNCATED]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    flips=st.lists(st.tuples(st.integers(0, 10**6), st.binary(max_size=6)), min_size=1, max_size=8),
    which=st.sampled_from([0, 1, 2, 3]),
)
def test_any_damage_is_reported_and_never_raised(tmp_path: Path, flips: list[tuple[int, bytes]], which: int) -> None:
    data = bytearray([b"".join(THREE), gz(THREE), zst(THREE), b"".join(arc((A, http(page()))))][which])
    for at, put in flips:
        at %= len(data)
        data[at : at + len(put)] = put
    path = tmp_path / "damaged.warc"
    path.write_bytes(data)
    for item in read_captures(path):
        assert item.place.path == str(path)


def test_headers_of_megabytes_are_headers() -> None:
    """A hundred thousand lines, folded lines too, and the page after them."""
    block = (
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
        + b"X-More: and so on, for ever\r\n on\r\n" * 100_000
        + b"\r\n<p>the page</p>"
    )
    found = parse_response(block)
    assert found is not None
    assert found.body == b"<p>the page</p>"
    assert found.headers[1] == ("x-more", "and so on, for ever on")
