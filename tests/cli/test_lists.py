"""Lists: their forms, their part, and how much is said of the work."""

import csv
import io
import json
import logging
from pathlib import Path

import pytest
from tests.cli.ended import Run, runner
from tests.pages import bundle, page


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)
    run = runner(capsys)
    pages = [
        (f"https://t.example/{year}", None, page(f"Fair of {year}", f"<!-- published: {year}-05-06 -->The fair came."))
        for year in (2001, 2002, 2003)
    ]
    undated = ("https://t.example/cake", None, page("Cake, with eggs", "Six eggs."))
    assert run("add", bundle(tmp_path / "crawl.lines", [*pages, undated]), "--jobs", "1").code == 0
    return run


def test_a_list_says_that_there_is_more_and_how_to_get_it(run: Run) -> None:
    ended = run("search", "fair", "--limit", "2")
    assert ended.err.splitlines() == ["2 of 3 found", "For the next: --offset 2; for more at once: --limit"]
    ended = run("search", "fair", "--limit", "2", "--offset", "2")
    assert "Fair of 200" in ended.out
    assert ended.err == "3 to 3 of 3 found\n"
    ended = run("search", "fair", "--offset", "7")
    assert (ended.code, ended.out) == (0, "")
    assert ended.err == "There are 3 found: none after the 7 passed over\n"


def test_jsonl_is_a_line_each(run: Run) -> None:
    lines = run("search", "", "--jsonl").out.splitlines()
    assert [json.loads(line)["headline"] for line in lines] == [
        "Fair of 2003", "Fair of 2002", "Fair of 2001", "Cake, with eggs",
    ]  # fmt: skip
    assert [json.loads(line)["entry"]["headline"] for line in run("undated", "--jsonl").out.splitlines()] == [
        "Cake, with eggs"
    ]


def test_csv_is_a_table(run: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(run("search", "", "--csv").out)))
    assert [(row["headline"], row["published"], row["day"]) for row in rows] == [
        ("Fair of 2003", "2003-05-06", "2003-05-06"), ("Fair of 2002", "2002-05-06", "2002-05-06"),
        ("Fair of 2001", "2001-05-06", "2001-05-06"), ("Cake, with eggs", "", ""),
    ]  # fmt: skip
    assert run("quotes", "--csv").out.startswith("story,version,number")
    (undated,) = csv.DictReader(io.StringIO(run("undated", "--csv").out))
    assert undated["headline"] == "Cake, with eggs"
    assert "likely_first" in undated


def test_one_form_at_a_time(run: Run) -> None:
    ended = run("search", "", "--csv", "--json")
    assert ended.code == 2
    assert "choose one of --json, --jsonl and --csv" in ended.err


def test_quiet_says_nothing_of_the_work(run: Run) -> None:
    assert run("search", "fair", "-q").err == ""
    assert "there is no story nope" in run("show", "nope", "--quiet").err


def test_verbose_says_the_files_and_twice_the_captures(run: Run, tmp_path: Path) -> None:
    source = bundle(tmp_path / "more.lines", [("https://t.example/mill", None, page("Mill", "The mill closed."))])
    said = run("add", source, "--jobs", "1", "-v").err
    assert f"reading {source}\n" in said
    assert "a story" not in said
    assert f"{source} at byte 0: a story" in run("add", source, "--jobs", "1", "-vv", "--archive", "other").err
    assert [
        handler for handler in logging.getLogger("backfile").handlers if type(handler) is logging.StreamHandler
    ] == []


def test_a_log_file_keeps_what_is_told(run: Run, tmp_path: Path) -> None:
    assert run("search", "fair", "-q", "--log-file", "a.log").code == 0
    assert run("search", "cake", "-q", "--log-file", "a.log").code == 0
    lines = (tmp_path / "a.log").read_text().splitlines()
    assert [line.split(" INFO ")[1] for line in lines] == ["3 of 3 found", "1 of 1 found"]
    ended = run("stats", "--log-file", "no/such/folder.log")
    assert ended.code == 2
    assert "cannot be written" in ended.err
