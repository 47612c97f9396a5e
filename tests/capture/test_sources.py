import gzip
import io
import os
import pickle
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backfile.capture import load_capture, read_captures, source_files
from backfile.capture.files import SourceFile, walk
from backfile.errors import SourceMissing, SourceUnreadable
from backfile.model.capture import Place, Skipped, SkipReason
from tests.open_folders import open_to_all

from .making import captures, faults, gz, item, page, read, reasons, response, urls, wxr, zipped, zst

JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(200)
WHEN = datetime(2017, 2, 23, 16, 47, tzinfo=UTC)


@pytest.mark.parametrize(
    ("name", "data", "media_type"),
    [
        ("a.html", page(), "text/html"),
        ("a", page(), "text/html"),
        ("a.dat", b"\xef\xbb\xbf<HTML><body>words", "text/html"),
        ("a.htm", "<html><body>words</body></html>".encode("utf-16"), "text/html"),
        ("a.htm", "Grüße".encode("latin-1") + b"<p>words", "text/html"),
        ("a.html", b"words without a tag", "text/html"),
        ("a.xhtml", b'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"/>', "application/xhtml+xml"),
        ("a.txt", b"A headline\n\nWords with <b>tags</b>.", "text/plain"),
        ("a.md", b"Words", "text/plain"),
    ],
)
@pytest.mark.parametrize("pack", [bytes, gzip.compress, lambda data: zst([data])], ids=["as-is", "gz", "zst"])
def test_a_file_that_is_a_page(tmp_path: Path, name: str, data: bytes, media_type: str, pack: object) -> None:
    (capture,) = captures(read(tmp_path / f"{name}{'' if pack is bytes else '.gz'}", pack(data)))  # type: ignore[operator]
    assert (capture.payload, capture.media_type) == (data, media_type)
    assert (capture.url, capture.captured_at, capture.place.offset) == (None, None, None)
    assert capture.payload_digest.startswith("sha256:")
    assert len(capture.payload_digest) == 71
    assert pickle.loads(pickle.dumps(capture)) == capture


def test_the_users_address_and_time_hold_where_the_file_has_none(tmp_path: Path) -> None:
    given_by_user = {"url": "https://valley.example/given", "captured_at": WHEN}
    (bare,) = captures(read(tmp_path / "a.html", page(), **given_by_user))
    assert (bare.url, bare.captured_at) == ("https://valley.example/given", WHEN)

    marked = page() + b"<!-- saved from url=(0026)https://valley.example/own -->"
    (own,) = captures(read(tmp_path / "b.html", marked, **given_by_user))
    assert (own.url, own.captured_at) == ("https://valley.example/own", WHEN)

    replayed = "https://web.archive.org/web/20050607080910/http://valley.example/old"
    (old,) = captures(read(tmp_path / "a.html", None, url=replayed))
    assert (old.url, old.captured_at) == ("http://valley.example/old", datetime(2005, 6, 7, 8, 9, 10, tzinfo=UTC))


def test_a_time_without_a_zone_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="zone"):
        list(read_captures(tmp_path, captured_at=datetime(2017, 2, 23)))  # noqa: DTZ001


def test_standard_input() -> None:
    (capture,) = captures(list(read_captures("-", standard_input=io.BytesIO(page()), url="https://valley.example/a")))
    assert (capture.payload, capture.place, capture.url) == (page(), Place("-"), "https://valley.example/a")
    archive = gz([response("One.", "https://valley.example/1"), response("Two.", "https://valley.example/2")])
    found = list(read_captures("-", standard_input=io.BytesIO(archive)))
    assert urls(found) == ["https://valley.example/1", "https://valley.example/2"]
    with pytest.raises(SourceMissing):
        load_capture(captures(found)[0].place)


# Folders


def test_a_folder_tree_in_the_order_of_names(tmp_path: Path) -> None:
    (tmp_path / "b" / "c").mkdir(parents=True)
    (tmp_path / "a_files").mkdir()
    for name in ("b/c/2.html", "b/1.html", "a.html", "z.txt"):
        (tmp_path / name).write_bytes(page(name))
    for name, data in {
        "p.jpg": JPEG,
        "s.css": b"p {}",
        "s.js": b"var a = '<p>'",
        ".hidden": b"x",
        "m.json": b"{}",
    }.items():
        (tmp_path / "a_files" / name).write_bytes(data)
    (tmp_path / "b" / "up").symlink_to(tmp_path)
    (tmp_path / "b" / "gone").symlink_to(tmp_path / "nothing")

    found = read(tmp_path)
    names = [Path(c.place.path).relative_to(tmp_path).as_posix() for c in captures(found)]
    assert names == ["a.html", "b/1.html", "b/c/2.html", "z.txt"]
    assert [fault.reason for fault in faults(found)] == [SkipReason.MISSING_FILE]
    assert reasons(found).count(SkipReason.NOT_A_PAGE) == 6
    assert found == list(read_captures(str(tmp_path) + "/"))
    assert [file.path for file in source_files(tmp_path)] == [
        i.place.path for i in found if "link" not in getattr(i, "message", "") and "hidden" not in i.place.path
    ]
    assert next(source_files(tmp_path)).size == len(page("a.html"))


def test_a_sidecar_table_in_a_folder_is_no_page(tmp_path: Path) -> None:
    (tmp_path / "truth.jsonl").write_bytes(b'{"id": 1, "html": "<p>words</p>"}\n')
    (tmp_path / "notes.md").write_bytes(b"# Notes\n")
    found = read(tmp_path)
    assert reasons(found) == [SkipReason.NOT_A_PAGE] * 2
    assert not faults(found)


# Wrong inputs: one clear line each, and the rest is read


@pytest.mark.parametrize(
    ("name", "data", "reason", "words"),
    [
        ("photo.html", JPEG, SkipReason.NOT_READABLE_KIND, "JPEG"),
        ("empty.html", b"", SkipReason.DAMAGED, "empty"),
        ("empty.warc.gz", b"", SkipReason.DAMAGED, "empty"),
        ("cut.html.gz", gzip.compress(page(), mtime=0)[:-20], SkipReason.TRUNCATED, "cut short"),
        ("outlines.xml", b"<?xml version='1.0'?><opml><body></body></opml>", SkipReason.NOT_READABLE_KIND, "XML"),
        ("random.bin", bytes(range(256)) * 8, SkipReason.NOT_READABLE_KIND, "no kind"),
        ("random.html", bytes(range(256)) * 8, SkipReason.NOT_READABLE_KIND, "no kind"),
        ("cut.zip", zipped({"a.html": page()})[:-30], SkipReason.TRUNCATED, "zip"),
        ("words.warc", b"these are only words\n" * 9, SkipReason.DAMAGED, "no WARC record"),
        ("data.html", b'{"a": 1}', SkipReason.NOT_READABLE_KIND, "JSON"),
        ("tar.html", b"a.html".ljust(257, b"\0") + b"ustar\x0000", SkipReason.NOT_READABLE_KIND, "tar"),
        ("twice.gz", gzip.compress(gzip.compress(page())), SkipReason.NOT_READABLE_KIND, "more than once"),
    ],
)
def test_a_wrong_input_is_one_fault(tmp_path: Path, name: str, data: bytes, reason: SkipReason, words: str) -> None:
    (tmp_path / name).write_bytes(data)
    (tmp_path / "zz.html").write_bytes(page())
    found = read(tmp_path)
    assert len(captures(found)) == 1
    (fault,) = faults(found)
    assert (fault.reason, fault.place.path) == (reason, str(tmp_path / name))
    assert words in fault.message
    assert "\n" not in fault.message
    (same,) = faults(read(tmp_path / name))
    assert same.reason is reason


def test_a_missing_file(tmp_path: Path) -> None:
    (fault,) = read(tmp_path / "nothing.html")
    assert isinstance(fault, Skipped)
    assert (fault.reason, fault.place) == (SkipReason.MISSING_FILE, Place(str(tmp_path / "nothing.html")))
    assert reasons(list(read_captures("a\0b"))) == [SkipReason.MISSING_FILE]


def test_a_picture_named_by_the_user_is_a_fault_and_one_in_a_folder_is_not(tmp_path: Path) -> None:
    assert reasons(read(tmp_path / "p.jpg", JPEG)) == [SkipReason.NOT_READABLE_KIND]
    assert reasons(read(tmp_path)) == [SkipReason.NOT_A_PAGE]


_AS_NOBODY = """
import os, sys
from backfile.capture import read_captures
os.seteuid(65534)
for found in read_captures(sys.argv[1]):
    print(getattr(found, "reason", "capture"), os.path.basename(found.place.path))
"""


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can put on another user's eyes")
def test_no_permission(tmp_path: Path) -> None:
    open_to_all(tmp_path)
    tmp_path.chmod(0o755)
    (tmp_path / "a.html").write_bytes(page())
    (tmp_path / "b.html").write_bytes(page())
    (tmp_path / "c").mkdir()
    (tmp_path / "d.html").write_bytes(page())
    (tmp_path / "b.html").chmod(0)
    (tmp_path / "c").chmod(0)
    run = subprocess.run([sys.executable, "-c", _AS_NOBODY, str(tmp_path)], capture_output=True, text=True, check=True)
    assert run.stdout.split("\n")[:4] == ["capture a.html", "no-permission b.html", "no-permission c", "capture d.html"]


def test_a_disk_error_is_a_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.html").write_bytes(page())
    (tmp_path / "b.html").write_bytes(page())
    honest = Path.open

    def failing(self: Path, *args: object, **named: object) -> object:
        if self.name == "a.html":
            raise OSError(5, "Input/output error")
        return honest(self, *args, **named)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", failing)
    found = list(read_captures(tmp_path))
    assert reasons(found) == [SkipReason.UNREADABLE]
    assert len(captures(found)) == 1


def test_loading_what_is_not_there_any_more(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    (capture,) = captures(read(path, gz([response("Words.", "https://valley.example/a")])))
    path.write_bytes(b"other bytes")
    with pytest.raises(SourceUnreadable, match=r"a\.warc\.gz"):
        load_capture(capture.place)
    path.unlink()
    with pytest.raises(SourceMissing):
        load_capture(capture.place)
    with pytest.raises(SourceUnreadable):
        load_capture(Place(str(tmp_path)))


@pytest.mark.parametrize(
    "data",
    [
        b"<!-- a note -->\n" * 900 + b"<div>words</div>",
        b"Name: value\r\n" * 900 + b"words",
        b"http://a.example/ " * 900,
        b"<!--" * 4000,
        b"[caption]<img>" * 1000,
    ],
)
def test_repetition_does_not_stop_the_telling_of_kinds(tmp_path: Path, data: bytes) -> None:
    assert len(captures(read(tmp_path / "a.html", data))) == 1
    assert len(faults(read(tmp_path / "a.warc", b"WARC/1.0\r\n" + data))) == 1
    read(tmp_path / "a.arc", b"filedesc://a 0.0.0.0 20010203040506 text/plain 3\nabc\n" + data)


# MHTML


def test_mhtml(tmp_path: Path) -> None:
    mhtml = (
        b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://valley.example/a\r\nSubject: Mill\r\n"
        b"Date: Thu, 23 Feb 2017 16:47:00 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n"
        b'\ttype="text/html";\r\n\tboundary="--b--"\r\n\r\n\r\n----b--\r\nContent-Type: text/html; charset=utf-8\r\n'
        b"Content-Transfer-Encoding: quoted-printable\r\n\r\n<html><p>caf=C3=A9\r\n----b----\r\n"
    )
    (capture,) = captures(read(tmp_path / "a.mhtml", mhtml))
    assert capture.payload.strip() == "<html><p>café".encode()
    assert (capture.url, capture.media_type, capture.charset) == ("https://valley.example/a", "text/html", "utf-8")


# Any bytes at all

PREFIXES = [
    b"", b"<html>", b"WARC/1.0\r\n", b"WARC/1.1\r\nContent-Length: 5\r\n\r\n", b"\x1f\x8b\x08", b"PK\x03\x04",
    b"PK\x05\x06", b"\x28\xb5\x2f\xfd", b"\x5d\x2a\x4d\x18\xff", b"filedesc://a ", b"<?xml version='1.0'?>",
    b"\xff\xfe",
    b"Content-Type: multipart/related\n\n",
    b"<?xml version='1.0'?><rss xmlns:wp='http://wordpress.org/export/1.2/'><channel><item>",
    zipped({"a.html": page()})[:-8], wxr(item())[:-9], gz([response("a", "http://a.example/")])[:-9],
]  # fmt: skip


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    prefix=st.sampled_from(PREFIXES),
    rest=st.binary(max_size=400),
    name=st.sampled_from(["a", "a.html", "a.warc.gz", "a.txt"]),
)
def test_no_bytes_crash_reading(tmp_path: Path, prefix: bytes, rest: bytes, name: str) -> None:
    path = tmp_path / name
    found = read(path, prefix + rest)
    path.unlink()
    assert found
    assert all(item.place.path == str(path) for item in found)


def test_a_link_that_leads_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    outside, folder = tmp_path / "outside", tmp_path / "folder"
    for place in (outside, folder):
        place.mkdir()
        (place / "page.html").write_text("<p>a page</p>")
    (folder / "file.html").symlink_to(outside / "page.html")
    (folder / "away").symlink_to(outside)
    (folder / "within.html").symlink_to(folder / "page.html")
    found = [*walk(folder)]
    assert {Path(one.path).name for one in found if isinstance(one, SourceFile)} == {"page.html", "within.html"}
    skipped = [one for one in found if isinstance(one, Skipped)]
    assert [(Path(one.place.path).name, one.reason) for one in skipped] == [
        ("away", SkipReason.NOT_A_PAGE), ("file.html", SkipReason.NOT_A_PAGE),
    ]  # fmt: skip
    assert "not followed" in skipped[0].message
    assert [Path(one.path).name for one in walk(folder / "file.html") if isinstance(one, SourceFile)] == ["file.html"]
