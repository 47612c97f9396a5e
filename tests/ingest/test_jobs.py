"""Many processes give the archive that one gives; Ctrl-C stops between batches."""

import os
import signal
from pathlib import Path

import pytest
from tests.ingest.logical import dump
from tests.pages import bundle, page

from backfile.ingest import Progress, add_sources
from backfile.reading import read_page


def pages(folder: Path, count: int) -> Path:
    texts = [
        f"The mayor of Mill Road spoke to the council on the matter of the barn, for the {n}th time. "
        for n in range(count)
    ]
    captures = [(f"https://t.example/{n % 50}", None, page(f"Story {n}", text * 4)) for n, text in enumerate(texts)]
    return bundle(folder / "a.lines", captures)  # type: ignore[arg-type]


def test_jobs_do_not_count(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("backfile.workers.read_page", read_page)
    source = pages(tmp_path, 120)
    one = add_sources(tmp_path / "one", [source])
    two = add_sources(tmp_path / "two", [source], jobs=2)
    assert (one.captures, one.stories, one.versions, one.skipped) == (120, two.stories, two.versions, two.skipped)
    assert dump(tmp_path / "one") == dump(tmp_path / "two")


def test_interrupted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("backfile.ingest._BATCH", 10)
    source = pages(tmp_path, 100)
    before = signal.getsignal(signal.SIGINT)
    seen: list[tuple[int, int]] = []

    def progress(come: Progress) -> None:
        seen.append((come.done, come.total))
        assert (come.file, come.stories) == (str(source) if come.done < come.total else come.file, come.captures)
        if len(seen) == 3:
            os.kill(os.getpid(), signal.SIGINT)

    added = add_sources(tmp_path / "archive", [source], progress=progress)
    assert added.is_stopped
    assert 0 < added.captures < 100
    assert signal.getsignal(signal.SIGINT) is before
    size = source.stat().st_size
    assert all(total == size and done <= size for done, total in seen)
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)
    rest = add_sources(tmp_path / "archive", [source])
    assert (rest.captures, rest.held, rest.is_stopped) == (100, added.captures, False)
    add_sources(tmp_path / "clean", [source])
    assert dump(tmp_path / "archive") == dump(tmp_path / "clean")
