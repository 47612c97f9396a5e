"""Adding sources to an archive."""

import json
import os
from datetime import date
from pathlib import Path

import pytest
from tests.pages import bundle, page

import backfile
from backfile.errors import ArchiveLocked, ArchiveMissing, StoryMissing
from backfile.ingest import add_sources

FIRE = page("Barn burns", "<!-- published: 2017-02-23 -->A barn burned on Mill Road. Nobody was hurt.")
FLOOD = page("River rises", "<!-- published: 2018-05 -->The river rose over the mill. <!-- outlet: The Town -->")
NO_DATE = page("A recipe", "Take six eggs and a pound of flour.")


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    folder = tmp_path / "saved"
    folder.mkdir()
    bundle(
        folder / "crawl.lines",
        [
            ("https://town.example/fire", "2017-03-01T10:00:00+00:00", FIRE),
            ("https://town.example/fire?utm_source=x", "2019-03-01T10:00:00+00:00", FIRE),
            ("https://town.example/fire", "2018-03-01T10:00:00+00:00", FIRE.replace("Nobody", "One cow")),
            ("https://town.example/flood", None, FLOOD),
            ("https://town.example/", None, page("Front", "<!-- kind: listing -->Many stories.")),
            ("https://town.example/gone", None, page("Gone", "<!-- kind: other --><!-- reason: error-title: 404 -->x")),
        ],
    )
    (folder / "recipe.html").write_text(NO_DATE)
    (folder / "note.bin").write_bytes(b"\0\1")
    return folder


def test_counts_and_report(saved: Path, tmp_path: Path) -> None:
    added = add_sources(tmp_path / "archive", [saved])
    assert (added.captures, added.stories, added.versions, added.undated, added.held) == (8, 3, 4, 1, 0)
    assert added.skipped == {"listing": 1, "error-page": 1, "not-readable-kind": 1}
    assert added.faults == 1
    lines = [json.loads(line) for line in Path(added.report).read_text().splitlines()]
    assert [line["outcome"] for line in lines] == [
        "story", "capture", "version", "story", "skipped", "skipped", "skipped", "story",
    ]  # fmt: skip
    assert lines[5]["message"] == "its title is '404'"
    assert lines[5]["place"].startswith(str(saved / "crawl.lines") + " at byte ")


def test_adding_again_adds_nothing(saved: Path, tmp_path: Path) -> None:
    add_sources(tmp_path / "archive", [saved])
    both = add_sources(tmp_path / "archive", [saved / "crawl.lines", saved])
    assert (both.captures, both.held) == (14, 14)
    again = add_sources(tmp_path / "archive", [saved, saved])
    assert (again.captures, again.held, again.stories, again.versions) == (8, 8, 0, 0)
    assert again.faults == 1
    assert again.report.endswith("reports/3.jsonl")


def test_versions_of_a_story(saved: Path, tmp_path: Path) -> None:
    add_sources(tmp_path / "archive", [saved])
    with backfile.open(tmp_path / "archive") as archive:
        entry = archive.search("barn").entries[0]
        story = archive.story(entry.id)
        assert [(v.first_seen, v.last_seen, v.captures, v.changed) for v in story.versions] == [
            ("2017-03-01T10:00:00Z", "2019-03-01T10:00:00Z", 2, ()),
            ("2018-03-01T10:00:00Z", "2018-03-01T10:00:00Z", 1, ("body",)),
        ]
        assert "One cow" in story.body
        assert "Nobody" in archive.story(entry.id, version=story.versions[0].id).body
        assert [capture.captured_at for capture in archive.captures_of(entry.id)] == [
            "2017-03-01T10:00:00Z",
            "2018-03-01T10:00:00Z",
            "2019-03-01T10:00:00Z",
        ]
        with pytest.raises(StoryMissing, match="no one version"):
            archive.story(entry.id, version="zz")
        with pytest.raises(StoryMissing, match="no story"):
            archive.story("zz")


def test_a_changed_file_is_read_again(tmp_path: Path) -> None:
    source = bundle(tmp_path / "a.lines", [("https://a.example/1", None, FIRE)])
    source.write_bytes(source.read_bytes() + b"skip\n")
    add_sources(tmp_path / "archive", [source])
    bundle(source, [("https://a.example/1", None, FIRE), ("https://a.example/2", None, FLOOD)])
    added = add_sources(tmp_path / "archive", [source])
    assert (added.captures, added.held, added.stories) == (2, 1, 1)
    with backfile.open(tmp_path / "archive") as archive:
        assert archive.stats().skipped == ()
        assert archive.stats().captures == 2


def test_a_page_that_cannot_be_read_does_not_end_the_run(tmp_path: Path) -> None:
    pages = [(None, None, FIRE), (None, None, "<!-- raise: no such thing -->"), (None, None, FLOOD)]
    added = add_sources(tmp_path / "archive", [bundle(tmp_path / "a.lines", pages)])
    assert (added.stories, added.skipped, added.faults) == (2, {"unreadable": 1}, 1)
    with backfile.open(tmp_path / "archive") as archive:
        [(_, reason, message)] = archive.skipped()
    assert reason == "unreadable"
    assert "no such thing" in message


def test_a_missing_file_is_a_fault_until_it_is_there(tmp_path: Path) -> None:
    (tmp_path / "here.html").write_text(FIRE)
    added = add_sources(tmp_path / "archive", [tmp_path / "gone.html", tmp_path / "here.html"])
    assert (added.stories, added.skipped, added.faults) == (1, {"missing-file": 1}, 1)
    (tmp_path / "gone.html").write_text(FLOOD)
    added = add_sources(tmp_path / "archive", [tmp_path / "gone.html", tmp_path / "here.html"])
    assert (added.stories, added.held, added.faults) == (1, 1, 0)


def test_the_archive_is_no_source(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(FIRE)
    for _ in range(2):
        added = add_sources(tmp_path / "archive", [tmp_path])
        assert (added.captures, added.faults) == (1, 0)


def test_one_writer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from backfile.archive.store.writer import Store

    monkeypatch.setattr("backfile.archive.store.writer._PATIENCE", 0)
    with Store(tmp_path / "archive"), pytest.raises(ArchiveLocked, match=f"process {os.getpid()}"):
        add_sources(tmp_path / "archive", [tmp_path])


def test_copies_taken_in(saved: Path, tmp_path: Path) -> None:
    add_sources(tmp_path / "archive", [saved])
    with backfile.open(tmp_path / "archive") as archive:
        assert list(archive.check()) == []
        (saved / "recipe.html").write_text("changed")
        assert ["not what it was" in fault.message for fault in archive.check()] == [True]
        (saved / "recipe.html").write_text(NO_DATE)
        added = archive.add(saved, copy=True)
        assert (added.held, added.stories) == (8, 0)
        (saved / "recipe.html").unlink()
        (saved / "crawl.lines").unlink()
        assert list(archive.check()) == []
        kept = next((tmp_path / "archive" / "payloads").rglob("*.zst"))
        kept.write_bytes(b"damaged")
        assert len(list(archive.check())) == 1


def test_public_names(saved: Path, tmp_path: Path) -> None:
    with backfile.open(tmp_path / "archive") as archive:
        with pytest.raises(ArchiveMissing):
            archive.newest()
        archive.add(saved)
        assert [entry.headline for entry in archive.newest()] == ["River rises", "Barn burns"]
        assert archive.search("mill", until=date(2018, 1, 1)).total == 1
    for name in backfile.__all__:
        assert getattr(backfile, name) is not None
    assert "Story" in dir(backfile)
    with pytest.raises(AttributeError):
        _ = backfile.nothing
