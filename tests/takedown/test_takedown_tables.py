"""Takedowns by table: every row that can be carried out is, those that cannot are named with why, and all of it is taken back as one."""

import csv
import io
from pathlib import Path

import pytest

from backfile.archive.settled.archivist_log import LOG
from backfile.archive.settled.rulings import FORGET
from backfile.many_takedowns import TakedownRow, TakedownTable, take_down_all
from backfile.open_archive import OpenArchive
from tests.cli.ended import Run, runner
from tests.takedown.conftest import COPY, NAME, OTHER, STORY, VIEW, WORD, Ids

SAYS = ("--because", "letter 7", "--by", "Jo Ash")


@pytest.fixture
def run(archive: OpenArchive, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(archive.folder.parent)
    monkeypatch.setattr("sys.stdin.isatty", lambda: False, raising=False)
    return runner(capsys, "--archive", "back")


def table(*rows: str) -> str:
    Path("table.csv").write_text("".join(f"{row}\n" for row in rows))
    return "table.csv"


def test_notes_of_a_table_are_set_and_taken_back_as_one(run: Run, ids: Ids, archive: OpenArchive) -> None:
    story, other = ids(STORY), ids(OTHER)
    given = table(
        "id;text;also;because",
        f"{story[:8]};The charges were dropped.;all;",
        f"{OTHER};The fares did not rise.;;the board's minutes",
        f"{ids(VIEW)};;;",
        "zzzz;Nobody has it.;;",
        f"{other};Twice.;;",
    )
    done = run("note", "--csv", given, *SAYS)
    assert done.code == 1
    assert done.out.splitlines()[-1] == "4 done, 2 refused, 1 without text"
    assert "line 5: zzzz: there is no story zzzz here" in done.err
    assert f"line 6: {other}: a row before this one has the same story" in done.err
    assert {one: said.value for one, said in archive.takedowns.notes.items()} == {
        story: "The charges were dropped.", ids(VIEW): "The charges were dropped.", ids(COPY): "The charges were dropped.",
        other: "The fares did not rise.",
    }  # fmt: skip
    assert archive.takedowns.notes[other].because == "the board's minutes"
    archive.note([other], "They rose in June.", WORD)
    back = run("note", "--csv", given, "--undo", "--by", "Jo Ash")
    assert "Jo Ash has said otherwise: They rose in June." in back.err
    assert set(archive.takedowns.notes) == {other}


def test_copies_want_an_answer_and_the_table_is_printed_to_fill_in(run: Run, ids: Ids, archive: OpenArchive) -> None:
    story, view, copy = ids(STORY), ids(VIEW), ids(COPY)
    given = table("story,ground", f"{story},privacy", f"{view},privacy", f"{ids(OTHER)},request")
    refused = run("delist", "--csv", given, *SAYS)
    assert refused.code == 1
    assert f"line 2: {story}: other stories share its words and have no row: put all, none or their ids" in refused.err
    assert f"({copy} (copy, " in refused.err
    assert set(archive.takedowns.delisted) == {ids(OTHER)}
    asked = run("delist", "--csv", given, "--copies")
    assert (asked.code, "2 of 3 rows want an answer" in asked.err) == (0, True)
    rows = list(csv.DictReader(io.StringIO(asked.out)))
    assert [*rows[0]] == ["story", "ground", "also", "shares"]
    assert rows[0]["shares"].count(" (view, ") == 1
    assert f"{copy} (copy, " in rows[0]["shares"]
    rows[0]["also"], rows[1]["also"] = copy[:8], "none"
    filled = io.StringIO()
    writer = csv.DictWriter(filled, [*rows[0]])
    writer.writeheader()
    writer.writerows(rows)
    Path("table.csv").write_text(filled.getvalue())
    assert run("delist", "--csv", "table.csv", *SAYS).code == 0
    assert set(archive.takedowns.delisted) == {story, view, copy, ids(OTHER)}
    back = run("delist", "--csv", "table.csv", "--undo", "--by", "Jo Ash")
    assert (back.code, back.out.splitlines()[-1]) == (0, "4 taken back, 0 refused")
    assert not archive.takedowns.delisted


def test_an_answer_for_all_rows_and_one_that_is_none(run: Run, ids: Ids, archive: OpenArchive) -> None:
    story = ids(STORY)
    wrong = table("story,also", f"{story},{ids(OTHER)}")
    assert "shares no words with it" in run("delist", "--csv", wrong, "--ground", "privacy", *SAYS).err
    given = table("story", story)
    assert run("delist", "--csv", given, "--ground", "privacy", "--only", *SAYS).code == 0
    assert set(archive.takedowns.delisted) == {story}
    assert run("delist", "--csv", given, "--ground", "privacy", "--also", "all", *SAYS).code == 0
    assert set(archive.takedowns.delisted) == {story, ids(VIEW), ids(COPY)}
    assert run("delist", "--csv", given, "--also", "all", "--undo", "--by", "Jo").code == 0
    assert not archive.takedowns.delisted


def test_stories_of_a_table_are_forgotten_and_all_come_back(run: Run, ids: Ids, archive: OpenArchive) -> None:
    before = {entry.id for entry in archive.entries()}
    given = table("story,ground,also", f"{STORY},court-order,all", f"{ids(OTHER)[:8]},spite,", f"{OTHER},privacy,")
    done = run("forget", "--csv", given, *SAYS)
    assert (done.code, done.out.splitlines()[-1]) == (1, "4 done, 1 refused")
    assert "'spite' is no ground: give one of court-order" in done.err
    archive.let_go()
    assert len(archive) == 0
    back = run("forget", "--csv", given, "--undo", "--by", "Jo Ash")
    assert f"line 3: {ids(OTHER)[:8]}: Jo Ash has said otherwise: privacy" in back.err
    archive.let_go()
    assert {entry.id for entry in archive.entries()} == before


def test_words_of_a_table_are_left_out_and_come_back(run: Run, ids: Ids, archive: OpenArchive) -> None:
    given = table(
        "words,story,also,because",
        f"{NAME},*,,",
        f"cable ferry,{ids(STORY)},none,",
        "of,*,,",
        f"Nobody Atall,{ids(OTHER)},,",
        f"old boiler,{ids(OTHER)},,the old boiler",
    )
    done = run("redact", "--csv", given, *SAYS)
    assert (done.code, done.out.splitlines()[-1]) == (1, "3 done, 3 refused")
    for line, why in (
        (4, "*: 'of' has too few letters"),
        (5, f"{ids(OTHER)}: the words are nowhere in it"),
        (6, f"{ids(OTHER)}: its reason"),
    ):
        assert f"line {line}: {why}" in done.err
    archive.let_go()
    record = archive.story(ids(STORY)).body.lower()
    assert "quillfeather, 34" not in record
    assert "cable ferry" not in record
    assert "cable ferry" in archive.story(ids(COPY)).body
    assert b"boiler" not in Path("back", LOG).read_bytes()
    back = run("redact", "--csv", given, "--undo", "--by", "Jo Ash")
    assert (back.code, back.err.count("nothing to take back")) == (1, 2)
    archive.let_go()
    assert NAME in archive.story(ids(STORY)).body


def test_a_story_whose_page_is_gone_is_refused_and_the_others_are_forgotten(tmp_path: Path, pages: Path) -> None:
    saved = tmp_path / "saved.html"
    saved.write_bytes((pages / "fares.html").read_bytes())
    with OpenArchive(tmp_path / "back") as archive:
        archive.add(saved, pages / "copy.html")
        gone, there = (next(one.id for one in archive.entries() if one.url == url) for url in (OTHER, COPY))
        saved.unlink()
        rows = (TakedownRow(2, gone, "privacy"), TakedownRow(3, there, "privacy"))
        done = take_down_all(archive, TakedownTable(FORGET, rows, WORD))
        assert done.stories == (there,)
        assert [(one.line, "could not be undone" in one.why) for one in done.refused] == [(2, True)]
        assert [entry.id for entry in archive.entries()] == [gone]


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (("note", "--csv", "table.csv", "k7ca", *SAYS), "name none beside it"),
        (("note", "--csv", "none.csv", *SAYS), "no such file"),
        (("note", "--csv", "table.csv", *SAYS), "no column text"),
        (("note", "k7ca", "words", "--copies", *SAYS), "goes with --csv"),
        (("note", *SAYS), "give a table with --csv"),
        (("redact", "--everywhere", *SAYS), "a table with --csv"),
        (("redact", "--csv", "table.csv", "--everywhere", *SAYS), "no column words"),
        (
            ("delist", "--csv", "table.csv", "--also", "k7ca", "--ground", "other", *SAYS),
            "ids stand in its column also",
        ),
        (("forget", "--csv", "table.csv", "--ground", "other", "--only", "--destroy", *SAYS), "--for-good"),
        (("delist", "--csv", "table.csv", "--ground", "other", "--only"), "line 2: k7ca: it has no reason"),
    ],
)
def test_wrong_use_is_said_and_nothing_is_done(run: Run, given: tuple[str, ...], says: str) -> None:
    table("story", "k7ca")
    ended = run(*given)
    assert ended.code in (1, 2)
    assert says in ended.err
    assert not Path("back", LOG).exists()
