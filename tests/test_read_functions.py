"""`backfile.read` and `backfile.read_text`: what a program gives them, rightly and wrongly."""

import gzip
import io
import os
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

import backfile

HTML = "<html lang=en><h1>Barn burns</h1><p>The barn burned down on Monday night, and nobody in the town was hurt.</p></html>"
TEXT = "Barn burns\n\nThe barn burned down on Monday night, and nobody in the town was hurt, the mayor said.\n"
MHTML = (
    "From: <Saved by Blink>\nSnapshot-Content-Location: https://ledger.example/barn\nDate: Thu, 23 Feb 2017 16:47:00 -0000\n"
    'MIME-Version: 1.0\nContent-Type: multipart/related; type="text/html"; boundary="X"\n\n'
    f"--X\nContent-Type: text/html; charset=utf-8\nContent-Location: https://ledger.example/barn\n\n{HTML}\n--X--\n"
)
SAVED = datetime(2017, 2, 23, 16, 47, tzinfo=UTC)


def test_a_compressed_page_is_unpacked() -> None:
    assert backfile.read(gzip.compress(HTML.encode())) == backfile.read(HTML.encode())


@pytest.mark.parametrize("page", [HTML, TEXT, MHTML], ids=["html", "text", "mhtml"])
@pytest.mark.parametrize(
    "form", [str, str.encode, lambda page: bytearray(page.encode())], ids=["str", "bytes", "bytearray"]
)
def test_a_page_is_told_by_its_content(page: str, form: Any) -> None:
    story = backfile.read(form(page))
    assert story.headline == "Barn burns"
    assert [block.kind for block in story.blocks] == ["paragraph"]
    assert story.body.startswith("The barn burned down")


@pytest.mark.parametrize("page", [HTML, TEXT, MHTML], ids=["html", "text", "mhtml"])
def test_the_command_line_reads_the_same(page: str, tmp_path: Path) -> None:
    (tmp_path / "page").write_text(page)
    (capture,) = backfile.read_captures(tmp_path / "page")
    assert isinstance(capture, backfile.Capture)
    story = backfile.read(page.encode())
    assert (story.url, story.captured_at) == (capture.url, capture.captured_at)
    assert backfile.read(capture.payload, capture.url, capture.captured_at) == story


def test_a_fragment_is_a_page() -> None:
    prose = "The barn burned down on Monday night, and nobody in the town was hurt, the mayor said."
    assert backfile.read(f"<main>{prose}</main>").body == prose


def test_where_and_when_it_was_saved_is_read_from_the_page_unless_given() -> None:
    story = backfile.read(MHTML)
    assert (story.url, story.captured_at) == ("https://ledger.example/barn", SAVED)
    story = backfile.read(MHTML, url="https://ledger.example/other", captured_at="2018-01-01T00:00Z")
    assert (story.url, story.captured_at) == ("https://ledger.example/other", datetime(2018, 1, 1, tzinfo=UTC))


@pytest.mark.parametrize(
    ("given", "due"),
    [
        (SAVED, SAVED),
        ("2017-02-23T16:47Z", SAVED),
        ("2017-02-23T11:47:00-05:00", SAVED),
        ("20170223164700", SAVED),
        (datetime(2017, 2, 23, 17, 47, tzinfo=timezone(timedelta(hours=1))), SAVED),
    ],
)
def test_captured_at(given: Any, due: datetime) -> None:
    assert backfile.read(HTML, captured_at=given).captured_at == due


def test_a_replayed_captures_address_gives_address_and_time() -> None:
    story = backfile.read(HTML, url="https://web.archive.org/web/20170223164700/https://ledger.example/barn")
    assert (story.url, story.captured_at) == ("https://ledger.example/barn", SAVED)


@pytest.mark.parametrize(
    ("page", "given", "error", "message"),
    [
        (None, {}, TypeError, "bytes or text, not NoneType"),
        (Path("page.html"), {}, TypeError, "read_bytes"),
        (io.BytesIO(b"<p>"), {}, TypeError, "give its read()"),
        (b"%PDF-1.7 and so on", {}, ValueError, "a PDF"),
        (b"WARC/1.0\r\n\r\n", {}, ValueError, "read_captures"),
        (gzip.compress(gzip.compress(HTML.encode(), mtime=0), mtime=0), {}, ValueError, "more than once"),
        (gzip.compress(b"WARC/1.0\r\n\r\n", mtime=0), {}, ValueError, "read_captures"),
        (gzip.compress(HTML.encode(), mtime=0)[:60], {}, ValueError, "ends"),
        (os.urandom(4000).replace(b"<", b"\0"), {}, ValueError, "no page"),
        (MHTML.replace("text/html", "image/png").encode(), {}, ValueError, "without a page"),
        (HTML, {"url": Path("page.html")}, TypeError, "url"),
        (HTML, {"captured_at": "2017-02-23"}, ValueError, "no zone"),
        (HTML, {"captured_at": "soon"}, ValueError, "no time"),
        (HTML, {"captured_at": "20170223164799999"}, ValueError, "no time"),
        (HTML, {"captured_at": datetime(2017, 2, 23)}, ValueError, "no zone"),  # noqa: DTZ001
        (HTML, {"captured_at": date(2017, 2, 23)}, TypeError, "captured_at"),
        (HTML, {"captured_at": 20170223164700}, TypeError, "captured_at"),
    ],
)
def test_what_is_wrong_says_what_is_due(page: Any, given: dict[str, Any], error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message.replace("(", r"\(").replace(")", r"\)")):
        backfile.read(page, **given)


def test_read_captures_takes_the_same_times(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(HTML)
    (capture,) = backfile.read_captures(tmp_path, captured_at="2017-02-23T16:47Z")
    assert capture.captured_at == SAVED
    with pytest.raises(ValueError, match="no zone"):
        backfile.read_captures(tmp_path, captured_at="2017-02-23")


GERMAN = "Der Bürgermeister sagte nach der Sitzung: „Wir bauen die Brücke wieder auf.“ Das sei am 3. März 2016 beschlossen worden."


def test_the_language_of_a_text_is_told_or_given() -> None:
    told = backfile.read_text(GERMAN, published="2016-03-10")
    assert told.language == "de"
    assert [quote.text for quote in told.quotes] == ["Wir bauen die Brücke wieder auf."]
    assert [(day.text, day.value) for day in told.dates] == [("3. März 2016", "2016-03-03")]
    assert backfile.read_text(GERMAN, published="2016-03-10", language="de-AT") == told
    assert backfile.read_text("Die Wahl", language="de").language == "de"
    assert backfile.read_text("").language is None


@pytest.mark.parametrize(
    ("text", "given", "error", "message"),
    [
        (None, {}, TypeError, "str, not NoneType"),
        (b"text", {}, TypeError, "backfile.read"),
        ("text", {"published": 2017}, TypeError, "2017-02-23"),
        ("text", {"published": "soon"}, ValueError, "2017-02-23"),
        ("text", {"language": "German"}, ValueError, "pt-BR"),
    ],
)
def test_a_wrong_text_says_what_is_due(text: Any, given: dict[str, Any], error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        backfile.read_text(text, **given)
