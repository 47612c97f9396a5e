"""An archive as Python's collections are: counted, gone through, asked by id; its results as sequences and as rows."""

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from tests.pages import bundle

import backfile
from backfile.archive import Archive
from backfile.errors import ExtraMissing, QueryError, StoryMissing
from backfile.model.story import Stamp

STORIES = {
    "ferry": "<!-- published: 2001-03-06 --><title>Ferry fares rise</title><p>The fares rise, and the river rose.</p>",
    "mill": "<!-- published: 2004-07 --><title>Mill closed</title><p>Mill workers fled the river. The road to the mill was closed.</p>",
    "fair": "<title>Fair</title><p>The fair came to the green, and everybody went to see it there.</p>",
}

QUOTATION = backfile.Quotation(
    *("s1", "v1", 0, True, "<script>The river rose.", "direct", None, "Ann Lee", None, "mayor", None, None, None, "u1", 1),
    headline="Ferry fares rise", outlet="The Ledger", published=Stamp("2001-03-06", "day", "unknown", "url", ""),
    window=backfile.Window(),
)  # fmt: skip


@pytest.fixture
def archive(tmp_path: Path) -> Any:
    source = bundle(tmp_path / "a.lines", [(f"https://t.example/{k}", None, v) for k, v in STORIES.items()])
    with backfile.open(tmp_path / "archive") as opened:
        assert repr(opened) == f"<OpenArchive {tmp_path / 'archive'}>"
        opened.add(source)
        yield opened


def test_it_is_a_collection_of_its_stories(archive: Archive) -> None:
    assert len(archive) == 3
    stories = list(archive)
    assert [story.url for story in stories] == [f"https://t.example/{name}" for name in STORIES]
    assert archive[stories[1].id] == stories[1]
    assert stories[2].id in archive
    assert "no such story" not in archive
    assert 5 not in archive
    with pytest.raises(StoryMissing, match="no story nope"):
        archive["nope"]
    with pytest.raises(KeyError):
        archive["nope"]
    assert repr(archive).endswith("archive: 3 stories>")


def test_stories_are_chosen_by_a_function_or_a_search(archive: Archive) -> None:
    undated = list(archive.stories(where=lambda entry: entry.published is None))
    assert [story.url for story in undated] == ["https://t.example/fair"]
    assert [story.url for story in archive.stories(where="river")] == [
        "https://t.example/mill",
        "https://t.example/ferry",
    ]
    assert list(archive.stories(where="nothing-of-the-kind")) == []
    with pytest.raises(QueryError):
        next(archive.stories(where="("))


def test_more_stories_than_are_fetched_at_once(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("backfile.archive.store.story_reader._AT_ONCE", 2)
    monkeypatch.setattr("backfile.archive.search.run_search._AT_ONCE", 1)
    assert [story.url for story in archive] == [f"https://t.example/{name}" for name in STORIES]
    assert len(list(archive.stories(where="river"))) == 2


def test_a_result_is_the_sequence_of_its_entries(archive: Archive) -> None:
    found = archive.search("river", limit=1)
    assert [entry.url for entry in found] == ["https://t.example/ferry"]
    assert (len(found), found.total, found[0]) == (1, 2, found.entries[0])
    assert repr(found) == "<SearchResult: 1 of 2>"
    assert repr(found[0]) == f"<Entry 2001-03-06: {found[0].headline!r}, no outlet, id {found[0].id}>"
    assert json.loads(json.dumps(found.to_dict()))["entries"][0]["published"]["value"] == "2001-03-06"
    assert not archive.search("nothing-of-the-kind")
    assert [one.entry.url for one in archive.undated()] == ["https://t.example/fair"]


@pytest.mark.parametrize(
    "since", ["2004", "2004-07", "2004-07-01", date(2004, 7, 1), datetime(2004, 7, 1, 12, tzinfo=UTC)]
)
def test_a_day_is_a_date_or_text(archive: Archive, since: Any) -> None:
    assert [entry.url for entry in archive.search("", since=since)] == ["https://t.example/mill"]
    assert archive.search("", since=since, until="2004").total == 1
    assert archive.quotes(since=since).total == 0


def test_what_is_no_day_is_refused(archive: Archive) -> None:
    with pytest.raises(QueryError, match="is not a date"):
        archive.search("", since="last year")
    with pytest.raises(TypeError, match="give a date"):
        archive.search("", until=2004)  # type: ignore[arg-type]


def test_rows_have_the_columns_that_are_promised(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    quotations = backfile.QuotationResult(1, (QUOTATION,))
    for result in (archive.search(""), archive.undated(), quotations):
        assert result
        for row in result.to_rows():
            assert list(row) == list(result.columns)
    days = {row["url"]: row["day"] for row in archive.search("").to_rows()}
    assert days["https://t.example/ferry"] == date(2001, 3, 6)
    assert days["https://t.example/mill"] is None
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    with pytest.raises(ExtraMissing, match=r"pip install 'backfile\[parquet\]'") as raised:
        archive.search("").to_arrow()
    assert isinstance(raised.value, ImportError)


def test_a_notebook_shows_each_with_its_day(archive: Archive) -> None:
    quotations = backfile.QuotationResult(1, (QUOTATION,))
    for shown in (archive, archive.search(""), archive.search("ferry")[0], archive.undated(), quotations, QUOTATION):
        html = shown._repr_html_()  # type: ignore[attr-defined]
        assert html
        assert "6 March 2001" in html or "Undated" in html
        assert "<script" not in html


@pytest.mark.parametrize(
    ("value", "day", "instant"),
    [
        ("2017-02-23", date(2017, 2, 23), None),
        ("2017-02-23T16:47", date(2017, 2, 23), None),
        ("2017-02-23T16:47-05:00", date(2017, 2, 23), "2017-02-23T16:47:00-05:00"),
        ("2017-02", None, None),
        ("2017", None, None),
    ],
)
def test_a_stamp_as_date_and_instant(value: str, day: date | None, instant: str | None) -> None:
    stamp = Stamp(value, "", "", "", "")
    assert stamp.date == day
    assert stamp.datetime == (datetime.fromisoformat(instant) if instant else None)


def test_every_record_gives_plain_values() -> None:
    without = [
        name
        for name in backfile.__all__
        if hasattr(kind := getattr(backfile, name), "_fields") or hasattr(kind, "__dataclass_fields__")
        if not hasattr(kind, "to_dict") and name not in ("Reason", "OtherStory")
    ]
    assert without == []


def test_a_capture_gives_plain_values_without_its_payload(tmp_path: Path) -> None:
    page = tmp_path / "a.html"
    page.write_text("<h1>Barn</h1>")
    capture = backfile.load_capture(backfile.Place(str(page)))
    assert "payload" not in capture.to_dict()
    json.dumps(capture.to_dict())
