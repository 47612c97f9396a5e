"""backfile export: what it says, what it refuses, and that it leaves nothing half done."""

from pathlib import Path

import pytest
from tests.cli.ended import Run, runner

from backfile import Archive
from backfile.errors import OutputRefused
from backfile.export.whole_output import whole_output


@pytest.fixture
def run(sample: Archive, capsys: pytest.CaptureFixture[str]) -> Run:
    return runner(capsys, "--archive", sample.folder)


def test_it_says_how_many_and_what_was_left_out(run: Run, tmp_path: Path) -> None:
    ended = run("export", "--format", "jsonl", "--to", tmp_path / "out.jsonl", "ferry")
    assert ended.code == 0
    assert "stories written to" in ended.out
    ended = run("export", "--format", "warc", "--to", tmp_path / "out.warc.gz")
    assert ended.code == 1
    assert ended.err.count("--format wxr") == 5


def test_a_place_that_is_taken_is_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine.txt").write_text("mine")
    ended = run("export", "--format", "csv", "--to", tmp_path / "out")
    assert ended.code == 1
    assert "is there already" in ended.err
    assert (tmp_path / "out" / "mine.txt").read_text() == "mine"


def test_wrong_inputs(run: Run, tmp_path: Path) -> None:
    assert run("export", "--to", tmp_path / "out").code == 2
    assert run("export", "--format", "docx", "--to", tmp_path / "out").code == 2
    ended = run("export", "--format", "csv", "--to", tmp_path / "out", "nosuchfield:1 (")
    assert ended.code == 2
    ended = run("export", "--format", "csv", "--to", tmp_path / "out", "wordthatnobodywrote")
    assert ended.code == 1
    (tmp_path / "file").write_text("")
    ended = run("export", "--format", "csv", "--to", tmp_path / "file" / "out")
    assert ended.code == 1
    assert "cannot be written" in ended.err


def test_what_breaks_off_leaves_nothing(tmp_path: Path) -> None:
    def broken_off() -> None:
        with whole_output(tmp_path / "out", is_folder=True) as folder:
            (folder / "half.csv").write_text("half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        broken_off()
    assert not list(tmp_path.iterdir())
    (tmp_path / "out.partial").mkdir()
    with whole_output(tmp_path / "out", is_folder=False) as path:
        path.write_text("whole")
    assert [one.name for one in tmp_path.iterdir()] == ["out"]
    with pytest.raises(OutputRefused), whole_output(tmp_path / "out", is_folder=False):
        pass
