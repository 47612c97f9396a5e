"""Word lists: compiled once, read again where a file was edited, and slips in a file said where they are."""

import re
import sys
from pathlib import Path

import pytest

from backfile.lexicon import word_lists
from backfile.lexicon.compile_lists import NAMES, ListFault, compile_folder, write_module

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "src" / "backfile" / "lexicon" / "languages"
DUTCH = 'name = "Dutch"\n[calendar]\nsource = "CLDR"\nday-words = ["vandaag", "gisteren"]\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "languages").mkdir()
    (tmp_path / "languages" / "nl.toml").write_text(DUTCH, "utf-8")
    return tmp_path / "languages"


def test_a_current_module_is_taken_and_an_older_one_passed_over(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(folder.parent)
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    write_module(folder, folder.parent / "lists_of_a_test.py", is_tree=True)
    taken = word_lists.load_lists("lists_of_a_test", folder)
    assert taken == {"name": {"nl": "Dutch"}, "calendar.day-words": {"nl": "vandaag\ngisteren"}}
    assert taken is sys.modules["lists_of_a_test"].LISTS
    (folder / "nl.toml").write_text(DUTCH.replace("gisteren", "eergisteren"), "utf-8")
    assert word_lists.load_lists("lists_of_a_test", folder)["calendar.day-words"] == {"nl": "vandaag\neergisteren"}


def test_a_wheel_has_the_module_alone(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(folder.parent)
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    write_module(folder, folder.parent / "lists_of_a_wheel.py", is_tree=False)
    (folder / "nl.toml").unlink()
    assert word_lists.load_lists("lists_of_a_wheel", folder)["name"] == {"nl": "Dutch"}
    with pytest.raises(ListFault, match="no word lists are here"):
        word_lists.load_lists("no_such_module_of_lists", folder)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("name = ", "this is no TOML"),
        ("[calendar]\nsource = 'CLDR'\n", 'name = "Dutch"'),
        (DUTCH.replace("day-words", "dayword"), "no list is called calendar.dayword"),
        (DUTCH.replace('source = "CLDR"\n', ""), r"where does calendar.day-words come from\?"),
        (DUTCH.replace('"gisteren"', "2"), "an entry of calendar.day-words is no line of text: 2"),
        (DUTCH + "[lines]\nsource = 'us'\nshare = ['deel (dit']\n", "lines.share is no pattern, missing \\)"),
        (DUTCH + "[lines]\nsource = 'us'\nshare = ['(?:deel|stuur) dit']\n", "lines.share must begin with a letter"),
        (DUTCH.replace('"gisteren"', '""'), "an entry of calendar.day-words is no line of text: ''"),
    ],
)
def test_a_slip_is_said_with_its_place(folder: Path, written: str, said: str) -> None:
    (folder / "nl.toml").write_text(written, "utf-8")
    with pytest.raises(ListFault, match=r"nl\.toml: .*" + said):
        compile_folder(folder)


def test_a_text_is_its_words(folder: Path) -> None:
    (folder / "nl.toml").write_text(DUTCH.replace('["vandaag", "gisteren"]', '"""\nvandaag\n  gisteren\n"""'), "utf-8")
    assert compile_folder(folder)["calendar.day-words"] == {"nl": "vandaag\ngisteren"}


def test_every_list_is_used_by_the_code_and_had_by_a_language() -> None:
    lists = compile_folder(FOLDER)
    assert set(lists) == set(NAMES)
    modules = (path for path in (ROOT / "src").rglob("*.py") if path.stem not in ("compile_lists", "_compiled_lists"))
    code = "\n".join(path.read_text("utf-8") for path in modules)
    unused = [
        name
        for name in NAMES
        if name != "name" and not re.search(rf"""['"]{name}['"]|['"]{name.rpartition(".")[0]}\.{{""", code)
    ]
    assert unused == []


def test_every_list_is_in_the_docs() -> None:
    told = (ROOT / "docs" / "languages.md").read_text("utf-8")
    assert [name for name in NAMES if f"`{name}`" not in told and ".units." not in name] == []
