"""Sentences are for people: put every one of them otherwise, and nothing comes out otherwise."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

import backfile
from backfile.model.reasons import SENTENCES
from backfile.wording.kind_reasons import DETAILS

ROOT = Path(__file__).parents[1]
PAGES = sorted((ROOT / "tests" / "pages").glob("*/page.html"))


@contextmanager
def other_words() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        for table in (SENTENCES, DETAILS):
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
        undated = held(tmp_path / "reworded")[2].stories
        assert {str(why)[:3] for one in undated for day in one.likely for why in day.because} == {"zz "}
        assert held(tmp_path / "plain") == held(tmp_path / "reworded")
    assert held(tmp_path / "plain") == held(tmp_path / "reworded")
