"""Doubts in an archive: counted by add, listed worst first, searched for, settled with a day, shown with their blocks."""

import json
from pathlib import Path

import pytest

from backfile.archive import Archive
from backfile.archive.store.record_form import pack, unpack
from backfile.model.doubts import WEIGHTS
from backfile.model.reason_codes import DoubtCode
from tests.cli.ended import Run, runner
from tests.doubtful_pages import FIRST, PAGES, page

SHOWN = (DoubtCode.DATES_CONFLICT, DoubtCode.CUT_OFF, DoubtCode.PROSE_LEFT_OUT)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "pages"
    folder.mkdir()
    for code in SHOWN:
        (folder / f"{code}.html").write_text(PAGES[code][0].replace("Ferry to run", f"On {code}: ferry to run"))
    (folder / "plain.html").write_text(page(*FIRST).replace("Ferry to run", "Plain ferry to run"))
    command = runner(capsys)
    assert command("add", "pages").code == 0
    return command


def ids(run: Run) -> dict[str, str]:
    listed = json.loads(run("doubts", "--json").out)
    return {one["doubts"][0]["reason"]: one["entry"]["id"] for one in listed["stories"]}


def test_add_counts_the_doubtful_and_names_them_in_its_report(run: Run, tmp_path: Path) -> None:
    lines = [json.loads(line) for line in (tmp_path / "archive/reports/1.jsonl").read_text().splitlines()]
    assert {Path(line["place"]).stem: line.get("doubts") for line in lines} == {
        **{code: [code] for code in SHOWN},
        "plain": None,
    }
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "cut.html").write_text(PAGES[DoubtCode.CUT_OFF][0].replace("Ferry", "Boat"))
    printed = run("add", "more").out
    assert [line.split() for line in printed.splitlines() if "doubt" in line or "cut-off" in line] == [
        ["in", "doubt", "1"],
        ["cut-off", "1"],
    ]


def test_the_heaviest_doubts_come_first(run: Run) -> None:
    listed = json.loads(run("doubts", "--json").out)
    found = [[doubt["reason"] for doubt in one["doubts"]] for one in listed["stories"]]
    assert (listed["schema"], listed["total"]) == ("backfile/doubts/1", 3)
    assert found == [["cut-off"], ["prose-left-out"], ["dates-conflict"]]
    assert sorted(map(tuple, listed["words"])) == [("cut-off", 1), ("dates-conflict", 1), ("prose-left-out", 1)]
    assert set(WEIGHTS) == set(DoubtCode)


def test_a_list_says_what_was_seen_and_how_to_see_it(run: Run) -> None:
    printed = run("doubts", "--limit", 1)
    (story,) = [one for code, one in ids(run).items() if code == "cut-off"]
    assert "cut-off (body): the page was cut off, and the story's end may be missing" in printed.out
    assert f"backfile show {story} --blocks" in printed.out
    assert "1 of 3 in doubt" in printed.err
    blocks = run("show", story, "--blocks").out.splitlines()
    assert blocks[0] == "block\tkind\trule\ttag\ttext"
    assert any(line.split("\t")[1:3] == ["paragraph", "prose"] for line in blocks)


def test_only_one_doubt_is_asked_for(run: Run) -> None:
    assert run("doubts", "--doubt", "cut-off", "--csv").out.splitlines()[1].endswith(",cut-off")
    assert run("doubts", "--doubt", "hidden-text").code == 1
    wrong = run("doubts", "--doubt", "cut")
    assert (wrong.code, wrong.out) == (2, "")
    assert "there is no doubt 'cut'; there are body-readings-disagree, " in wrong.err


def test_a_search_takes_doubts(run: Run) -> None:
    assert json.loads(run("search", "doubt:cut-off", "--json").out)["total"] == 1
    assert json.loads(run("search", "doubt:any -doubt:cut-off", "--json").out)["total"] == 2
    assert run("search", "doubt:nope").code == 2
    assert run("search", "doubt:").code == 2


def test_a_day_that_an_archivist_settles_is_in_no_doubt(run: Run) -> None:
    story = ids(run)["dates-conflict"]
    assert run("date", story, "2019-03-02", "--because", "the paper").code == 0
    assert "dates-conflict" not in ids(run)
    assert run("search", "doubt:dates-conflict").code == 1
    assert run("date", story, "--undo").code == 0
    assert ids(run)["dates-conflict"] == story


def test_blocks_of_a_page_that_is_gone_are_said_to_be(run: Run, tmp_path: Path) -> None:
    story = ids(run)["cut-off"]
    (tmp_path / "pages" / "cut-off.html").unlink()
    gone = run("show", story, "--blocks")
    assert (gone.code, gone.out) == (1, "")
    assert "cut-off.html" in gone.err


def test_a_record_of_an_earlier_version_is_in_no_doubt(run: Run) -> None:
    with Archive("archive") as archive:
        record = next(archive.stories()).to_dict()
    del record["doubts"]
    assert unpack(pack(record))["doubts"] == []
    assert unpack(pack(record), fields=("headline", "doubts"))["doubts"] == []
