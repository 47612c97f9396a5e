"""Captures written as WARC and WACZ: the records to the byte, and the same stories when they are added again."""

import gzip
import io
import json
import zipfile
from collections import defaultdict
from datetime import UTC, datetime
from pathlib import Path

from warcio.archiveiterator import ArchiveIterator

import backfile
from backfile import Archive, Story
from backfile.capture import check_wacz
from backfile.export.wacz_file import urlkey, write_wacz
from backfile.export.warc_file import write_warc
from backfile.export.warc_records import A_POST, NO_ADDRESS, NO_TIME

SAVED = Path(__file__).parents[2] / "samples" / "saved"
NOW = datetime(2026, 11, 25, 22, tzinfo=UTC)
_OF_THE_ARCHIVE = {"id", "window", "versions", "copies", "thread"}
_OF_AN_ADDRESS = {"doubts", "url", "outlet", "images", "blocks", "section", "language", "kind_reason"}


def _told(story: Story, without: set[str]) -> dict[str, object]:
    return {name: value for name, value in story.to_dict().items() if name not in without}


def _compare(sample: Archive, out: Path, tmp_path: Path) -> None:
    """Each story whose captures are no posts of an export is in `out` again; one that has no address has its file's."""
    with backfile.open(tmp_path / "again") as again:
        assert again.add(out).faults == 0
        leads = list(again)
        views = [again[copy.id] for story in leads for copy in story.copies if copy.is_view]
        found: defaultdict[str, list[Story]] = defaultdict(list)
        for story in (*leads, *views):
            for one in again.captures_of(story.id):
                found[one.payload_digest].append(story)
        for story in sample:
            captures = sample.captures_of(story.id)
            if any(".xml" in one.place.path for one in captures):
                assert captures[0].payload_digest not in found
                continue
            without = _OF_THE_ARCHIVE | (set() if story.url else _OF_AN_ADDRESS)
            told = [_told(one, without) for one in found[captures[-1].payload_digest]]
            assert _told(story, without) in told, story.headline
        assert len(again) == len(sample) - 5


def test_a_warc_gives_the_same_stories(sample: Archive, tmp_path: Path) -> None:
    done = write_warc(sample, sample.stories(), tmp_path / "out.warc.gz")
    assert {why for _, why in done.left_out} == {A_POST}
    assert len(done.left_out) == 5
    assert set(done.lost) == {NO_TIME, NO_ADDRESS}
    _compare(sample, tmp_path / "out.warc.gz", tmp_path)


def test_the_print_page_of_a_story_goes_with_it(sample: Archive, tmp_path: Path) -> None:
    write_warc(sample, sample.stories(where="headline:fares"), tmp_path / "out.warc.gz")
    with (tmp_path / "out.warc.gz").open("rb") as file:
        urls = [record.rec_headers.get_header("WARC-Target-URI") for record in ArchiveIterator(file)]
    assert "http://www.aldersford-courier.example/print.asp?id=1172" in urls
    assert "http://www.aldersford-courier.example/news/2001/0306/ferry.html" in urls


def test_records_are_copied_to_the_byte(sample: Archive, tmp_path: Path) -> None:
    write_warc(sample, sample.stories(where='outlet:"The Aldersford Courier"'), tmp_path / "out.warc.gz")
    with gzip.open(tmp_path / "out.warc.gz") as copied, gzip.open(SAVED / "courier-2024.warc.gz") as saved:
        records = [b"WARC/" + record for record in saved.read().split(b"WARC/") if b"WARC-Type: response" in record]
        whole = copied.read()
    assert sum(record in whole for record in records) > 3
    ids = []
    with (tmp_path / "out.warc.gz").open("rb") as file:
        for record in ArchiveIterator(file):
            record.raw_stream.read()
            ids.append(record.rec_headers.get_header("WARC-Record-ID"))
    assert len(ids) == len(set(ids))


def test_the_same_captures_make_the_same_records(sample: Archive, tmp_path: Path) -> None:
    line = 'outlet:"The Aldersford Courier" from:2022'
    for name in ("a", "b"):
        write_warc(sample, sample.stories(where=line), tmp_path / f"{name}.warc.gz", now=NOW)
    heads, rest = zip(
        *(gzip.decompress((tmp_path / f"{name}.warc.gz").read_bytes()).split(b"WARC/1.1\r\n", 2)[1:] for name in "ab"),
        strict=True,
    )
    assert all(b"Warcinfo" in head or b"warcinfo" in head for head in heads)
    assert rest[0] == rest[1]


def test_a_wacz_gives_the_same_stories_and_is_whole(sample: Archive, tmp_path: Path) -> None:
    out = tmp_path / "out.wacz"
    write_wacz(sample, sample.stories(), out)
    assert list(check_wacz(out)) == []
    _compare(sample, out, tmp_path)


def test_a_wacz_lists_its_pages_with_their_days_and_finds_each_record(sample: Archive, tmp_path: Path) -> None:
    write_wacz(sample, sample.stories(where="ferry"), tmp_path / "out.wacz")
    with zipfile.ZipFile(tmp_path / "out.wacz") as package:
        head, *pages = map(json.loads, package.read("pages/pages.jsonl").splitlines())
        lines = package.read("indexes/index.cdx").decode().splitlines()
        warc = package.read("archive/data.warc.gz")
        assert {info.compress_type for info in package.infolist()} == {zipfile.ZIP_STORED}
    assert head["format"] == "json-pages-1.0"
    assert {(page["published"] or "")[:4] for page in pages} >= {"2001", "2018"}
    assert all(page["text"] and page["title"] for page in pages)
    assert lines == sorted(lines)
    for line in lines:
        key, _, held = line.split(" ", 2)
        fields = json.loads(held)
        offset, length = int(fields["offset"]), int(fields["length"])
        (record,) = ArchiveIterator(io.BytesIO(warc[offset : offset + length]))
        assert record.rec_headers.get_header("WARC-Target-URI") == fields["url"]
        assert urlkey(fields["url"]) == key


def test_a_capture_that_is_gone_is_told(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_bytes((SAVED / "pages" / "post" / "mill-roof.html").read_bytes())
    with backfile.open(tmp_path / "back") as archive:
        archive.add(page)
        page.unlink()
        done = write_warc(archive, archive.stories(), tmp_path / "out.warc.gz")
    assert done.count == 0
    assert "not there any more" in done.left_out[0][1]


def test_a_kept_copy_stands_in_for_a_file_that_is_gone(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_bytes((SAVED / "pages" / "post" / "mill-roof.html").read_bytes())
    with backfile.open(tmp_path / "back") as archive:
        archive.add(page, copy=True)
        page.unlink()
        assert write_warc(archive, archive.stories(), tmp_path / "out.warc.gz").count == 1


def test_urlkeys() -> None:
    assert urlkey("https://www.Paper.example/2017/02/23/Story?b=2&a=1") == "example,paper)/2017/02/23/story?a=1&b=2"
    assert urlkey("http://paper.example:8080") == "example,paper:8080)/"
    assert urlkey("http://[broken/a b") == "http://[broken/a%20b"
