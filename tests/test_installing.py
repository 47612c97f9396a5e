"""What an installed Backfile brings with it: the manual page, shell completion, messages that name an extra."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import backfile
from tests.cli.ended import runner

ROOT = Path(__file__).parents[1]


def test_the_manual_page_is_made_from_the_help() -> None:
    made = subprocess.run(
        [sys.executable, "scripts/man_page.py"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    assert made == (ROOT / "docs" / "backfile.1").read_text("utf-8"), "run `make man`"
    assert "\\-\\-output\\-dir" in made


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_can_complete(shell: str) -> None:
    code = "from backfile.cli import main; main([])"
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "_BACKFILE_COMPLETE": f"{shell}_source"}
    made = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False)
    assert "_BACKFILE_COMPLETE" in made.stdout
    words = {"COMP_WORDS": "backfile sea", "COMP_CWORD": "1", "_BACKFILE_COMPLETE": "bash_complete"}
    told = subprocess.run(
        [sys.executable, "-c", code], env={**environment, **words}, capture_output=True, text=True, check=False
    )
    assert told.stdout == "plain,search\n"


@pytest.mark.parametrize("missing", ["uvicorn", "starlette", "jinja2", "uvloop", "httptools"])
def test_serve_names_the_extra_that_it_needs(
    missing: str, capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if site := sys.modules.get("backfile.site"):
        monkeypatch.setattr(backfile, "site", site, raising=False)  # importing it anew sets this, for every test after
    for name in [name for name in sys.modules if name.split(".")[0] == missing or name.startswith("backfile.site")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, missing, None)  # type: ignore[arg-type]
    ended = runner(capsys)("serve", "--archive", tmp_path)
    assert ended.code == 1
    assert (
        ended.err
        == f"backfile: the reader site needs {missing}, which is not installed: pip install 'backfile[site]'\n"
    )


def test_the_container_is_built_of_what_is_there() -> None:
    steps = (ROOT / "Containerfile").read_text("utf-8")
    assert "--require-hashes -r /source/requirements.txt" in steps
    assert "--no-deps --no-build-isolation /source" in steps
    assert "EXPOSE 8610" in steps
