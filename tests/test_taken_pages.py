"""backfile take: a skipped page becomes a story by an archivist's word, through reread and repair, until it is taken back."""

import csv
import io
import json
import sqlite3
from pathlib import Path

import pytest

import backfile
from backfile import reread as rereading
from backfile.archive import Archive
from backfile.archive.settled.archivist_log import LOG
from backfile.archive.store.database import DATABASE
from backfile.errors import ArchiveError
from backfile.model.reason_codes import KindCode
from tests.cli.ended import Run, runner

EVENT = """<html><head><title>Concert in the hall</title>
<script type="application/ld+json">{"@context":"https://schema.org","@type":"Event","name":"Concert in the hall"}</script>
</head><body><h1>Concert in the hall</h1><p class="date">Published February 23, 2017</p>
<p>The town choir sang in the library hall on Monday for the first time since its roof was mended, and 200 people came.</p>
<p>Its leader, Ruth Okafor, said the choir would sing there again in May, and that seats would stay free for all.</p>
</body></html>"""
BARE = "<html><head><title>404</title></head><body><h1>Page not found</h1></body></html>"


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "concert.html").write_text(EVENT)
    (tmp_path / "pages" / "bare.html").write_text(BARE)
    command = runner(capsys)
    command("add", "pages")
    return command


def take(run: Run) -> str:
    assert run("take", "pages/concert.html", "--because", "a report of it", "--by", "Ann").code == 0
    return one_story().id


def one_story() -> backfile.Story:
    with Archive("archive") as archive:
        (story,) = archive.stories()
    return story


def test_a_page_is_taken_in_and_dated_as_a_story(run: Run) -> None:
    printed = run("take", "pages/concert.html", "--because", "a report of it", "--by", "Ann").out
    story = one_story()
    assert (story.kind, story.kind_reason and story.kind_reason.code) == ("story", KindCode.TAKEN_IN)
    assert story.kind_reason is not None
    assert story.kind_reason.said["because"] == "a report of it"
    assert story.published is not None
    assert story.published.value == "2017-02-23"
    assert printed.splitlines()[1].startswith("  23 February 2017 · ")
    assert "taken in by Ann" in printed
    assert run("search", "choir").out.startswith("Concert in the hall")
    counted = json.loads(run("stats", "--json").out)
    assert (counted["captures"], counted["stories"], dict(counted["skipped"])) == (2, 1, {"error-page": 1})
    assert run("check").code == 0


def test_the_word_is_kept_in_the_log_first(run: Run) -> None:
    take(run)
    (line,) = [json.loads(line) for line in Path("archive", LOG).read_text().splitlines()]
    said = line["said"]
    assert (said["kind"], said["value"], said["by"], said["because"]) == ("page", "take", "Ann", "a report of it")
    assert said["one"].startswith("sha256:")


def test_a_reread_keeps_it_a_story(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    story = take(run)
    monkeypatch.setattr(rereading, "reader_name", lambda: "a later reader")
    done = rereading.reread_archive("archive")
    assert (done.read, done.refused) == (1, [])
    assert one_story().id == story
    assert run("check").code == 0


def test_a_repair_keeps_it_a_story(run: Run) -> None:
    story = take(run)
    assert run("repair", "archive").code == 0
    assert one_story().id == story


def test_an_archive_made_again_from_its_files_takes_it_in_again(run: Run) -> None:
    story = take(run)
    Path("archive", DATABASE).write_bytes(b"no database")
    run("repair", "archive")
    assert one_story().id == story
    assert run("check").code == 0


def test_it_can_be_taken_back(run: Run) -> None:
    story = take(run)
    assert run("take", story, "--undo", "--by", "Ben").code == 0
    counted = json.loads(run("stats", "--json").out)
    assert (counted["captures"], counted["stories"], sum(dict(counted["skipped"]).values())) == (2, 0, 2)
    assert run("check").code == 0
    assert run("search", "choir").code == 1
    assert run("repair", "archive").code == 0
    with Archive("archive") as archive:
        assert len(archive) == 0
    assert take(run) == story
    with sqlite3.connect(f"archive/{DATABASE}") as db:
        assert db.execute("SELECT value, archivist FROM rulings ORDER BY key").fetchall() == [
            ("take", "Ann"),
            (None, "Ben"),
            ("take", "Ann"),
        ]


def test_taking_back_that_was_broken_off_is_gone_on_with(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    story = take(run)
    with monkeypatch.context() as broken:
        broken.setattr(
            "backfile.repair.make_without", lambda *_: (_ for _ in ()).throw(ArchiveError("the disk is full"))
        )
        assert run("take", story, "--undo").code == 1
    assert one_story().id == story
    assert run("take", story, "--undo").code == 0
    with Archive("archive") as archive:
        assert len(archive) == 0


def test_a_page_that_cannot_be_read_is_not_taken_in(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("backfile.takings.read_page", lambda *_, **__: 1 / 0)
    ended = run("take", "pages/concert.html", "--because", "x")
    assert (ended.code, ended.out) == (1, "")
    assert "could not be read" in ended.err


def test_adding_again_leaves_it_a_story(run: Run) -> None:
    take(run)
    run("add", "pages")
    assert one_story().headline == "Concert in the hall"


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["pages/concert.html"], 2, "say why"),
        (["pages/nosuch.html", "--because", "x"], 1, "no page was skipped there"),
        (["pages/bare.html", "--because", "x"], 1, "no text that could be a story's"),
        (["nosuch", "--undo"], 1, "there is no story nosuch"),
    ],
)
def test_a_wrong_input_says_what_to_do(run: Run, arguments: list[str], code: int, said: str) -> None:
    ended = run("take", *arguments)
    assert (ended.code, ended.out) == (code, "")
    assert said in ended.err
    assert not Path("archive", LOG).exists()


def test_a_page_that_is_gone_is_not_taken_in(run: Run) -> None:
    Path("pages/concert.html").unlink()
    ended = run("take", "pages/concert.html", "--because", "x")
    assert (ended.code, ended.out) == (1, "")
    assert "concert.html" in ended.err


def test_what_nobody_took_in_is_not_taken_back(run: Run, tmp_path: Path) -> None:
    (tmp_path / "story.html").write_text(EVENT.replace('"@type":"Event"', '"@type":"NewsArticle"'))
    run("add", "story.html")
    with backfile.open("archive") as archive:
        (story,) = archive.stories()
        with pytest.raises(ArchiveError, match="nothing to take back"):
            archive.untake(story.id, by="Ann")


BRIEF = EVENT.replace("Concert in the hall", "Hall roof mended").replace("town choir sang", "roofers ended their work")


def test_a_table_of_skipped_pages_is_printed_filled_in_and_taken_back(run: Run) -> None:
    Path("pages/brief.html").write_text(BRIEF)
    run("add", "pages")
    printed = run("take", "--skipped")
    assert (printed.code, printed.err) == (0, "3 skipped pages\n")
    rows = list(csv.DictReader(io.StringIO(printed.out)))
    assert [Path(row["place"]).name for row in rows] == ["bare.html", "brief.html", "concert.html"]
    assert {row["reason"] for row in rows} == {"error-page", "no-story"}
    rows[0] |= {"take": "yes", "because": "it may be one"}
    rows[1] |= {"take": "x"}
    filled = io.StringIO()
    writer = csv.DictWriter(filled, [*rows[0]])
    writer.writeheader()
    writer.writerows([*rows, rows[1], {"place": "pages/nosuch.html", "take": "yes"}])
    Path("table.csv").write_text(filled.getvalue())
    taken = run("take", "--csv", "table.csv", "--because", "news in brief", "--by", "Ann")
    assert (taken.code, taken.out) == (1, "1 taken in, 3 refused, 1 passed over\n")
    for why in ("line 2: ", "no text that could be a story's", "a row before this one", "line 6: pages/nosuch.html"):
        assert why in taken.err
    assert one_story().headline == "Hall roof mended"
    assert run("check").code == 0
    back = run("take", "--csv", "table.csv", "--undo", "--by", "Ben")
    assert (back.code, back.out) == (1, "1 taken back, 2 refused, 1 passed over\n")
    with Archive("archive") as archive:
        assert len(archive) == 0


def test_a_row_wants_a_reason(run: Run) -> None:
    Path("table.csv").write_text("place\npages/concert.html\n")
    assert "line 2: pages/concert.html: it has no reason" in run("take", "--csv", "table.csv", "--by", "Ann").err
    assert run("take", "--csv", "table.csv", "pages/concert.html", "--because", "x").code == 2
