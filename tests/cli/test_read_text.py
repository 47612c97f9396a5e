"""backfile read --published: a story's bare text, as it is."""

import json
from pathlib import Path

import pytest

from backfile.cli import main


def test_read_bare_text(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def run(*arguments: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as ended:
            main(list(arguments))
        printed = capsys.readouterr()
        return int(ended.value.code or 0), printed.out, printed.err

    monkeypatch.undo()  # the real readers
    monkeypatch.chdir(tmp_path)
    text = "Site furniture stays\n\nA barn burned, and the  mayor came.\n"
    Path("one.txt").write_text(text)
    story = json.loads(run("read", "one.txt", "--published", "2017-02", "--json")[1])
    assert story["body"] == text
    assert story["published"]["value"] == "2017-02"
    assert run("read", "one.txt", "--published", "2017-02-23")[1].startswith("From 23 February 2017 · ")
    Path("one.html").write_text("<h1>Barn</h1><p>A barn.</p>")
    code, out, err = run("read", "one.html", "one.txt", "--published", "2017-02-23", "--jsonl")
    assert (code, len(out.splitlines())) == (1, 1)
    assert "leave it out" in err
