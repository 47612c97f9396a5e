"""Reading again: a better reader's records take the old ones' place, and nobody sees a version, a change or another story."""

import json
import sqlite3
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.cli.ended import Run, runner
from tests.ingest.logical import dump

from backfile import workers
from backfile.archive import Archive
from backfile.archive.store.database import DATABASE
from backfile.ingest import add_sources
from backfile.model.capture import Capture
from backfile.open_archive import OpenArchive
from backfile.reading import PageRead, read_page
from backfile.reread import reread_archive

WORDS = "The ferry crossed the river on Monday with nine of the mill's horses on board, as it did before the war and after it. "
SAID = {"because": "the log", "by": "Jo Ash", "at": datetime(2026, 11, 25, 22, tzinfo=UTC)}


def saved_page(n: int, more: str = "") -> str:
    stamp = f'<meta property="article:published_time" content="20{10 + n}-02-03T10:00:00Z">' if n else ""
    body = f"<p>{WORDS}</p><p>{WORDS.replace('nine', str(n))}</p><p>“It was a cold crossing,” said Ruth Hallam, of crossing {n}.{more}</p>"
    return (
        f'<html><head><title>Ferry {n}</title><link rel="canonical" href="https://p{n}.example/ferry-{n}">{stamp}'
        f"</head><body><article><h1>Ferry {n}</h1>{body}</article>"
    )


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    folder = tmp_path / "saved"
    folder.mkdir()
    for n in range(6):
        (folder / f"{n}.html").write_text(saved_page(n))
    (folder / "1-later.html").write_text(saved_page(1, " [Read more]"))
    return folder


def older(capture: Capture) -> PageRead:
    """A reader that loses the third paragraph of some pages, takes a call-out for text, and lowers the case of a headline."""
    read = read_page(capture)
    story = read.story
    body = story.body if "ferry-1" in (story.url or "") else story.body.rpartition("\n\n")[0]
    blocks = story.blocks if "ferry-1" in (story.url or "") else story.blocks[:-1]
    kept = replace(
        story, body=body, blocks=blocks, headline=(story.headline or "").lower(), quotes=(), people=(), dates=()
    )
    return read._replace(story=kept)


def better(capture: Capture) -> PageRead:
    """Today's reader, which leaves the call-out of a page out."""
    return read_page(replace(capture, payload=capture.payload.replace(b" [Read more]", b"")))


@pytest.fixture
def archive(tmp_path: Path, saved: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    with monkeypatch.context() as before:
        before.setattr(workers, "read_page", older)
        before.setattr(workers, "reader_name", lambda: "0.0.9+old")
        add_sources(tmp_path / "archive", [saved])
    monkeypatch.setattr(workers, "read_page", better)
    return tmp_path / "archive"


def test_the_archive_is_what_todays_reader_makes_of_the_captures(archive: Path, tmp_path: Path, saved: Path) -> None:
    with Archive(archive) as before:
        ids = {entry.id: before.story(entry.id).versions for entry in (*before.newest(), *before.by_year(None))}
    assert {version.reader for versions in ids.values() for version in versions} == {"0.0.9+old"}
    done = reread_archive(archive)
    assert (done.read, done.replaced, done.gone, done.refused, done.is_stopped) == (7, 7, [], [], False)
    assert done.fields["headline"] == 7
    assert done.fields["body"] == 6
    assert done.fields["url"] == 0
    add_sources(tmp_path / "fresh", [saved])
    after, fresh = dump(archive), dump(tmp_path / "fresh")
    former = after.pop("former_versions")
    assert len(former) == 7
    assert [part for part in after if after[part] != fresh[part]] == []
    with Archive(archive) as opened:
        assert list(opened.check()) == []
        for story, versions in ids.items():
            assert {opened.story(story, version=version.id).id for version in versions} == {story}
            assert all(version.reader != "0.0.9+old" for version in opened.story(story).versions)


def test_versions_that_come_out_the_same_are_one(archive: Path) -> None:
    with Archive(archive) as opened:
        (story,) = (
            entry.id for entry in opened.search("ferry-1 OR 1").entries if entry.url == "https://p1.example/ferry-1"
        )
        assert len(opened.story(story).versions) == 2
    reread_archive(archive)
    with Archive(archive) as opened:
        (version,) = opened.story(story).versions
        assert (version.captures, version.changed) == (2, ())
        assert len(opened.captures_of(story)) == 2


def test_what_archivists_said_stays(archive: Path) -> None:
    with OpenArchive(archive) as opened:
        (undated,) = {entry.id for entry in opened.by_year(None)}
        opened.settle(undated, "2003", despite_page=True, **SAID)  # type: ignore[arg-type]
    reread_archive(archive)
    with Archive(archive) as opened:
        published = opened.story(undated).published
        assert published is not None
        assert published.value == "2003"


def test_some_stories_alone_and_then_the_others(archive: Path) -> None:
    assert reread_archive(archive, where="from:2014").read == 2
    assert reread_archive(archive).read == 5
    assert reread_archive(archive).read == 0


def test_what_is_gone_or_no_story_is_told_and_kept(
    archive: Path, saved: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        workers, "read_page", lambda capture: _no_story(capture) if b"Ferry 5" in capture.payload else better(capture)
    )
    (saved / "4.html").unlink()
    (saved / "3.html").write_text("another page")
    run: Run = runner(capsys)
    ended = run("reread", "-a", archive, "--json")
    assert ended.code == 1
    told = json.loads(ended.out)
    assert (told["schema"], told["read"], len(told["gone"]), len(told["refused"])) == ("backfile/reread/1", 5, 2, 1)
    assert "not what it was" in told["gone"][0]["message"]
    ended = run("reread", "-a", archive)
    assert ended.code == 1
    assert "the record is kept, and its capture is gone" in ended.err
    with Archive(archive) as opened:
        assert opened.stats().stories == 6


def _no_story(capture: Capture) -> PageRead:
    read = read_page(capture)
    return read._replace(story=replace(read.story, kind="other"))


def test_stopped_and_run_again(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("backfile.reread._BATCH", 1)
    calls = []

    def breaks_off(capture: Capture) -> PageRead:
        calls.append(capture)
        if len(calls) == 4:
            raise KeyboardInterrupt
        return better(capture)

    with monkeypatch.context() as broken:
        broken.setattr(workers, "read_page", breaks_off)
        with pytest.raises(KeyboardInterrupt):
            reread_archive(archive)
    db = sqlite3.connect(archive / DATABASE)
    (old,) = db.execute(
        "SELECT count(*) FROM versions JOIN readers ON readers.key = reader WHERE name = '0.0.9+old'"
    ).fetchone()
    db.close()
    assert 0 < old < 7
    assert reread_archive(archive).read == old
    with Archive(archive) as opened:
        assert list(opened.check()) == []
