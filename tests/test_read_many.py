"""`backfile read` of many files: a file each in a folder, a table, several processes."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.ended import Run, runner

PROSE = "The fair came to the green on Monday, and everybody in the town went to see it there with the children."
PAGE = "<html lang=en><meta property='article:published_time' content='2003-05-06'><h1>{}</h1><p>{}</p><p>{}</p></html>"


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)
    for name, headline in (("a/fair.html", "Fair opens"), ("b/fair.html", "Fair closes"), ("b/mill.htm", "Mill burns")):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(PAGE.format(headline, PROSE, PROSE.replace("fair", "mill")))
    return runner(capsys)


@pytest.mark.parametrize(
    ("flags", "suffix", "begins"),
    [([], "txt", "From 6 May 2003"), (["--markdown"], "md", "# Fair opens"), (["--json"], "json", "{")],
)
def test_a_file_each(run: Run, tmp_path: Path, flags: list[str], suffix: str, begins: str) -> None:
    ended = run("read", "a", "b", "--output-dir", "out/texts", *flags)
    assert (ended.code, ended.out) == (0, "")
    assert ended.err == "Files written to out/texts: 3\n"
    folder = tmp_path / "out" / "texts"
    assert sorted(path.name for path in folder.iterdir()) == [f"fair-2.{suffix}", f"fair.{suffix}", f"mill.{suffix}"]
    assert (folder / f"fair.{suffix}").read_text().startswith(begins)
    if suffix == "json":
        assert json.loads((folder / "fair-2.json").read_text())["headline"] == "Fair closes"
    assert run("read", "a", "b", "--output-dir", "out/texts", *flags).code == 0
    assert len(list(folder.iterdir())) == 3


def test_a_source_is_never_written_over(run: Run, tmp_path: Path) -> None:
    text = f"Fair opens\n\n{PROSE} {PROSE} {PROSE}\n"
    (tmp_path / "fair.txt").write_text(text)
    assert run("read", "fair.txt", "--output-dir", ".").code == 0
    assert (tmp_path / "fair.txt").read_text() == text
    assert "Undated" in (tmp_path / "fair-2.txt").read_text()


def test_a_table_has_a_line_for_each_story(run: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(run("read", "a", "b", "--csv").out)))
    assert [(row["headline"], row["published"], row["day"]) for row in rows] == [
        ("Fair opens", "2003-05-06", "2003-05-06"), ("Fair closes", "2003-05-06", "2003-05-06"),
        ("Mill burns", "2003-05-06", "2003-05-06"),
    ]  # fmt: skip
    assert PROSE in rows[0]["body"]


def test_several_processes_print_the_same_in_the_same_order(run: Run, tmp_path: Path) -> None:
    (tmp_path / "b" / "lost.warc.gz").write_bytes(b"\x1f\x8bno gzip")
    alone = run("read", "a", "b", "gone.html", "--jsonl")
    assert alone.code == 1
    assert [json.loads(line)["headline"] for line in alone.out.splitlines()] == [
        "Fair opens",
        "Fair closes",
        "Mill burns",
    ]
    assert run("read", "a", "b", "gone.html", "--jsonl", "--jobs", "2") == alone


@pytest.mark.parametrize(
    ("flags", "said"),
    [
        (["--csv", "--output-dir", "out"], "--output-dir writes a file each"),
        (["--jsonl", "--output-dir", "out"], "--output-dir writes a file each"),
        (["--blocks", "--jobs", "2"], "--jobs reads stories"),
        (["--csv", "--json"], "choose one of"),
        (["--output-dir", "a/fair.html"], "is a file"),
        (["--jobs", "0"], "no whole number"),
        (["--published", "2001", "--jobs", "2"], "--published goes with bare text"),
    ],
)
def test_what_does_not_go_together_is_refused(run: Run, flags: list[str], said: str) -> None:
    ended = run("read", "a", *flags)
    assert (ended.code, ended.out) == (2, "")
    assert said in ended.err
