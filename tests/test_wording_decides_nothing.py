"""Sentences are for people: put every one of them otherwise, and nothing comes out otherwise."""

import ast
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

import backfile
from backfile.model.reasons import SENTENCES
from backfile.wording.kind_reasons import DETAILS

ROOT = Path(__file__).parents[1]
SRC = ROOT / "src" / "backfile"
OF_TEXTS = ("wording", "lexicon", "quotes", "dates/text")
"""wording/ makes the sentences. The others read a story's own words, and are given no reason."""
MODULES = sorted(
    path
    for path in SRC.rglob("*.py")
    if not str(path.relative_to(SRC)).startswith(tuple(f"{one}/" for one in OF_TEXTS))
)
PAGES = sorted((ROOT / "tests" / "pages").glob("*/page.html"))


@contextmanager
def other_words() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        for table in (SENTENCES.made, DETAILS):
            for number, code in enumerate(table):
                patch.setitem(table, code, f"zz {9999 - number}")
        yield


def test_pages_are_read_alike() -> None:
    payloads = [path.read_bytes() for path in PAGES]
    plain = [backfile.read(payload, url="https://paper.example/a") for payload in payloads]
    with other_words():
        reworded = [backfile.read(payload, url="https://paper.example/a") for payload in payloads]
        assert {str(story.kind_reason)[:3] for story in reworded} == {"zz "}
    assert reworded == plain


def held(folder: Path) -> tuple[Any, ...]:
    """What an archive holds and answers, its reasons as codes."""
    with backfile.Archive(folder) as archive:
        entries = archive.search("", limit=1000).entries
        return (
            [(place, reason) for place, reason, _ in archive.skipped(limit=1000)],
            [archive.story(entry.id) for entry in entries],
            archive.undated(limit=1000),
            entries,
        )


def test_an_archive_holds_and_answers_alike(tmp_path: Path) -> None:
    saved = ROOT / "samples" / "saved" / "pages"
    with backfile.open(tmp_path / "plain") as archive:
        archive.add(saved)
    with other_words(), backfile.open(tmp_path / "reworded") as archive:
        archive.add(saved)
        versions = [(story.id, version.id) for story in archive for version in story.versions]
        likely = [day for story, version in versions for day in archive.likely_days(story, version=version)]
        assert {str(why)[:3] for day in likely for why in day.because} == {"zz "}
        assert held(tmp_path / "plain") == held(tmp_path / "reworded")
    assert held(tmp_path / "plain") == held(tmp_path / "reworded")


def fragments() -> list[str]:
    """What stands in sentences between their values."""
    words = [one for table in (SENTENCES, DETAILS) for one in table.values() if isinstance(one, str)]
    return [part for one in words for part in re.split(r"\{[^}]*\}", one)]


def looked_for(source: str) -> Iterator[str]:
    """Texts of several words that a module compares with, looks for or cuts by."""
    for node in ast.walk(ast.parse(source)):
        sides: list[ast.expr] = []
        if isinstance(node, ast.Compare):
            sides = [node.left, *node.comparators]
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CUTS:
            sides = node.args
        for side in sides:
            for part in ast.walk(side):
                if isinstance(part, ast.Constant) and isinstance(part.value, str) and len(part.value.split()) > 1:
                    yield part.value


CUTS = frozenset(
    "startswith endswith removeprefix removesuffix partition rpartition split rsplit replace find rfind index count "
    "match search fullmatch sub compile".split()
)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SRC)))
def test_no_module_takes_a_sentence_apart(path: Path) -> None:
    said = fragments()
    assert [text for text in looked_for(path.read_text("utf-8")) if any(text.strip() in part for part in said)] == []


def test_a_sentence_taken_apart_is_seen() -> None:
    source = 'if why.endswith("comes first"): x = why.partition("the text\'s ")[2] == "no day"'
    assert set(looked_for(source)) == {"comes first", "no day", "the text's "}
    assert any("comes first" in part for part in fragments())
