"""The files and folders of ours that docs, docstrings and comments name are there."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SRC = ROOT / "src" / "backfile"
PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "samples").glob("*.md"), ROOT / "Makefile"]
CODE = [path for folder in ("src", "bench", "samples") for path in (ROOT / folder).rglob("*.py")]
HOMES = (ROOT, ROOT / "src", SRC)
OURS = ["bench", "docs", "samples", "scripts", "tests", *(path.name for path in SRC.iterdir() if path.is_dir())]
NAMES = {
    path.name for folder in ("src", "bench", "tests", "samples", "scripts") for path in (ROOT / folder).rglob("*.*")
}
NAMES |= {path.name for path in ROOT.glob("*.py")}
OTHERS = {"time_bench.py"}
"""A program of others' that a page says how to run."""
_IN_FOLDER = re.compile(
    rf"(?<![\w/.-])((?:src/)?(?:backfile/)?(?:{'|'.join(OURS)})/(?:[\w-]+/)*(?:[\w-]+\.(?:py|c|h|sh|svg|npz)\b)?)(?![\w<*])"
)
_ALONE = re.compile(r"(?<![\w/.*-])([a-z]\w*\.(?:py|sh))\b")


def missing(text: str, *, with_names: bool) -> Iterator[str]:
    """Paths in folders of ours that a text names and that are not there; and names of files, where those are looked at. Capitals
    stand for a name that is to be filled in."""
    for path in dict.fromkeys(found[1] for found in _IN_FOLDER.finditer(text)):
        if path.islower() and not any((home / path).exists() for home in HOMES):
            yield path
    if with_names:
        yield from {found[1] for found in _ALONE.finditer(text)} - NAMES - OTHERS


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_what_a_page_names_is_there(page: Path) -> None:
    assert list(missing(page.read_text("utf-8"), with_names=True)) == []


@pytest.mark.parametrize("path", CODE, ids=lambda path: str(path.relative_to(ROOT)))
def test_what_a_module_names_is_there(path: Path) -> None:
    assert list(missing(path.read_text("utf-8"), with_names=False)) == []


def test_a_renamed_module_is_seen() -> None:
    text = "`label/rules.py` (`label/weighing.py`), src/backfile/page/walk.py, warm.py, docs/none/, tests/pages/<name>/, a/label/b.py, cli/NAME.py"
    assert list(missing(text, with_names=True)) == ["label/weighing.py", "docs/none/", "warm.py"]
