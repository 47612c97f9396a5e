import gzip
import hashlib
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from backfile.capture import check_wacz
from backfile.capture.wacz import ListedPage, listed_pages
from backfile.model.capture import SkipReason

from .making import captures, faults, gz, http, item, page, read, reasons, record, response, urls, wacz, wxr, zipped

A, B = "https://valley.example/a", "https://valley.example/b"
WARC = gz([response("First.", A), response("Second.", B)])


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED])
def test_a_zip_of_everything(tmp_path: Path, method: int) -> None:
    inner = zipped({"deep/in.html": page("In a zip."), "in.warc.gz": WARC}, method)
    files = {
        "site/a.html": page(),
        "b.html.gz": gzip.compress(page()),
        "crawl.warc.gz": WARC,
        "e.xml": wxr(item()),
        "inner.zip": inner,
    }
    files |= {
        "crawl.warc": gzip.decompress(WARC),
        "whole.warc.gz": gzip.compress(gzip.decompress(WARC)),
        "style.css": b"p {}",
    }
    found = read(tmp_path / "all.zip", zipped(files, method))
    assert len(captures(found)) == 2 + 2 + 1 + 3 + 2 + 2
    assert reasons(found) == [SkipReason.NOT_A_PAGE]
    members = [capture.place.member for capture in captures(found)]
    assert members[0] == "site/a.html"
    assert "inner.zip!/deep/in.html" in members
    assert "inner.zip!/in.warc.gz" in members
    assert members[-1] == "whole.warc.gz!/whole.warc"


def test_a_name_with_the_mark_in_it(tmp_path: Path) -> None:
    (capture,) = captures(read(tmp_path / "a.zip", zipped({"wow!/a.html": page()})))
    assert capture.payload == page()


def test_faults_in_a_zip_cost_one_member(tmp_path: Path) -> None:
    data = bytearray(zipped({"bad.html": page("Damaged."), "good.html": page()}, zipfile.ZIP_STORED))
    at = data.index(b"Damaged.")
    data[at : at + 8] = b"damaged!"
    found = read(tmp_path / "a.zip", bytes(data))
    assert [capture.place.member for capture in captures(found)] == ["good.html"]
    (fault,) = faults(found)
    assert (fault.reason, fault.place.member) == (SkipReason.DAMAGED, "bad.html")


def test_an_encrypted_member(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.html": page(), "b.html": page()}))
    for mark, shift in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + shift] |= 1
    found = read(tmp_path / "a.zip", bytes(data))
    assert len(captures(found)) == 1
    assert "encrypted" in faults(found)[0].message


def test_zips_that_are_not_read(tmp_path: Path) -> None:
    three_deep = zipped({"a.zip": zipped({"b.zip": zipped({"c.html": page()})})})
    assert reasons(read(tmp_path / "a.zip", three_deep)) == [SkipReason.NOT_READABLE_KIND]
    document = zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>"})
    assert reasons(read(tmp_path / "a.docx", document)) == [SkipReason.NOT_READABLE_KIND]
    assert reasons(read(tmp_path / "empty.zip", zipped({}))) == [SkipReason.EMPTY]


def test_a_zip_bomb_is_not_unpacked(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.html": b"0" * 1000}))
    at = data.index(b"PK\x01\x02") + 24
    data[at : at + 4] = (0xFFFFFFF0).to_bytes(4, "little")
    found = read(tmp_path / "a.zip", bytes(data))
    assert [fault.reason for fault in faults(found)] == [SkipReason.DAMAGED]


def test_wacz(tmp_path: Path) -> None:
    undated = record(http(page("No date.")), "https://valley.example/c", WARC_Date="")
    pages = [
        {"url": A, "ts": "2017-02-23T16:47:00Z", "title": "First"},
        {"url": "https://valley.example/c", "ts": "2019-01-01T00:00:00Z"},
    ]
    data = wacz({"data.warc.gz": WARC, "more.warc.gz": gz([undated])}, pages)
    found = read(tmp_path / "crawl", data)
    assert urls(found) == [A, B, "https://valley.example/c"]
    assert captures(found)[0].place.member == "archive/data.warc.gz"
    assert captures(found)[1].place.offset == len(gz([response("First.", A)]))
    assert captures(found)[2].captured_at == datetime(2019, 1, 1, tzinfo=UTC)
    assert len(found) == 3
    with zipfile.ZipFile(tmp_path / "crawl") as archive:
        first = next(listed_pages(archive))
    assert first == ListedPage(A, datetime(2017, 2, 23, 16, 47, tzinfo=UTC), "First")


def test_the_digests_of_a_wacz(tmp_path: Path) -> None:
    right, wrong = hashlib.sha256(WARC).hexdigest(), "0" * 64
    path = tmp_path / "a.wacz"
    path.write_bytes(wacz({"data.warc.gz": WARC}, [], {"data.warc.gz": f"sha256:{right}"}))
    assert list(check_wacz(path)) == []
    path.write_bytes(wacz({"data.warc.gz": WARC}, [], {"data.warc.gz": f"sha256:{wrong}"}))
    (fault,) = check_wacz(path)
    assert (fault.reason, fault.place.member) == (SkipReason.DAMAGED, "archive/data.warc.gz")
    (missing,) = check_wacz(tmp_path / "none.wacz")
    assert missing.reason is SkipReason.MISSING_FILE


def test_a_wacz_with_a_damaged_list_of_pages_is_read(tmp_path: Path) -> None:
    data = wacz({"data.warc.gz": WARC}, [{"url": A, "ts": "2017-02-23T16:47:00Z"}])
    at = data.index(b"pages/pages.jsonl") - 30
    assert urls(read(tmp_path / "a.wacz", data[:at] + b"XX" + data[at + 2 :])) == [A, B]


def test_a_wacz_that_lacks_a_file(tmp_path: Path) -> None:
    whole = wacz({"data.warc.gz": WARC, "gone.warc.gz": WARC}, [])
    path = tmp_path / "a.wacz"
    path.write_bytes(whole)
    with zipfile.ZipFile(path) as archive:
        kept = {name: archive.read(name) for name in archive.namelist() if "gone" not in name}
    found = read(path, zipped(kept))
    assert urls(found) == [A, B]
    assert [(fault.reason, fault.place.member) for fault in faults(found)] == [
        (SkipReason.MISSING_FILE, "archive/gone.warc.gz")
    ]
