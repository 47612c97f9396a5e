"""The day that a feed gave a page, from a WARC metadata record beside its response."""

import gzip
import json

import pytest

from backfile.capture.loading import load_capture
from backfile.capture.sources import read_captures
from backfile.model.capture import Capture
from backfile.reading import read_capture

URL = "https://ledger.example/ferry"
PAGE = (
    b"<title>Ferry stopped</title><article><h1>Ferry stopped</h1>"
    b"<p>The ferry to Winsome Point was stopped at noon after its engine failed for the third time this month, its owner said.</p>"
    b"<p>Sixty passengers were taken off by two fishing boats and a tug, and nobody was hurt, the harbor office told reporters.</p></article>"
)
ENTRY = {
    "rss_entry": {"link": URL, "pub_date": "Mon, 06 May 2024 08:30:00 -0000"},
    "content_metadata": {"publication_date": "2024-05-01"},
}
EXTRACTED = {"content_metadata": {"publication_date": "2024-05-01"}, "http_metadata": {"date": "2024-05-07"}}


def record(kind: str, number: str, media_type: str, block: bytes, refers_to: str | None = None) -> bytes:
    refers = f"WARC-Refers-To: <urn:uuid:{refers_to}>\r\n" if refers_to else ""
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{number}>\r\nWARC-Date: 2024-05-07T10:00:00Z\r\nWARC-Target-URI: {URL}\r\n"
        f"{refers}Content-Type: {media_type}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + block + b"\r\n\r\n")


RESPONSE = record(
    "response", "1", "application/http;msgtype=response", b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE
)


def captures(tmp_path, *records: bytes) -> list[Capture]:
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(b"".join(records))
    return [found for found in read_captures(path) if isinstance(found, Capture)]


@pytest.mark.parametrize(
    ("media_type", "block"),
    [
        ("application/x.indexer+json", json.dumps(ENTRY)),
        ("application/json", json.dumps({"feed": [{"entries": [{"pubDate": "Mon, 06 May 2024 08:30:00 -0000"}]}]})),
        (
            "application/warc-fields",
            "via: https://ledger.example/feed\r\nrss-pubDate: Mon, 06 May 2024 08:30:00 -0000\r\n",
        ),
        ("text/xml", "<item><title>Ferry stopped</title><pubDate>Mon, 06 May 2024 08:30:00 -0000</pubDate></item>"),
        ("application/atom+xml", "<entry><title>Ferry</title><published>2024-05-06T08:30:00Z</published></entry>"),
    ],
)
def test_a_feed_s_day_dates_a_page_that_nothing_else_dates(tmp_path, media_type, block):
    (capture,) = captures(tmp_path, RESPONSE, record("metadata", "2", media_type, block.encode(), "1"))
    story = read_capture(capture, analyse=False)
    assert (story.published.value, story.published.basis) == ("2024-05-06T08:30:00+00:00", "feed")
    assert load_capture(capture.place).feed_published_raw == capture.feed_published_raw


@pytest.mark.parametrize(
    ("block", "refers_to"),
    [(json.dumps(ENTRY), "9"), (json.dumps(EXTRACTED), "1"), ("{", "1"), ("<html><p>May 6, 2024</p></html>", "1")],
    ids=["of another response", "read from the page by a program", "damaged", "no entry"],
)
def test_what_is_no_feed_s_word_of_this_page_dates_nothing(tmp_path, block, refers_to):
    (capture,) = captures(tmp_path, RESPONSE, record("metadata", "2", "application/json", block.encode(), refers_to))
    assert capture.feed_published_raw is None


def test_a_response_at_the_end_of_a_file_and_one_before_another_are_given(tmp_path):
    entry = record("metadata", "2", "application/json", json.dumps(ENTRY).encode(), "1")
    found = captures(tmp_path, RESPONSE, RESPONSE, entry, RESPONSE)
    assert [capture.feed_published_raw is not None for capture in found] == [False, True, False]
