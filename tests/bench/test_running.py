"""Workers and what is kept of them, with a set of one made-up page."""

import gzip
import json
from pathlib import Path

import pytest
from bench.extractors import OURS
from bench.predictions import Pythons, find_pythons, make_predictions, missing_jobs, read_predictions
from bench.sets import TruthSet, find_sets
from bench.worker import attempt, tidy

from bench import predictions

PAGE = b"<title>Ferry leaves</title><h1>Ferry leaves</h1>" + b"".join(
    b"<p>The ferry left the landing at noon on %s with forty people on board.</p>" % day
    for day in (b"Monday", b"Tuesday", b"Friday")
)


@pytest.fixture
def small_set(tmp_path: Path) -> TruthSet:
    folder = tmp_path / "sets" / "made-up"
    (folder / "html").mkdir(parents=True)
    (folder / "html" / "1.html.gz").write_bytes(gzip.compress(PAGE))
    (folder / "truth.jsonl").write_text(json.dumps({"id": "1", "url": None, "body": "The ferry left"}) + "\n")
    (folder / "set.json").write_text("{}")
    return TruthSet(folder)


def test_answers_are_made_once_for_a_version(
    small_set: TruthSet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(predictions, "WORK", tmp_path / "work")
    monkeypatch.setenv("PYTHONPATH", "src")
    pythons = find_pythons()
    jobs = list(missing_jobs([small_set], list(OURS), pythons))
    make_predictions(jobs)
    found = read_predictions(jobs[0].place)
    assert found.answers["1"]["headline"] == "Ferry leaves"
    assert found.answers["1"]["body"].startswith("The ferry left the landing at noon on Monday")
    assert found.run["digest"] == small_set.digest
    assert found.run["peak_mb"] > 0
    assert list(missing_jobs([small_set], list(OURS), pythons)) == []
    newer = Pythons(pythons.ours, None, pythons.versions | {"backfile": "0+next"})
    assert len(list(missing_jobs([small_set], list(OURS), newer))) == 1


def test_an_extractor_that_raises_has_given_nothing(small_set: TruthSet) -> None:
    def broken(page: object) -> dict[str, object]:
        raise RuntimeError("no")

    page = next(small_set.pages())
    assert attempt(broken, page) == ({}, "RuntimeError: no")
    assert tidy({}) == {"body": "", "headline": None, "authors": [], "date": None}
    assert tidy({"authors": "Ann Lee", "date": 2017})["authors"] == ["Ann Lee"]


def test_a_set_that_is_not_there_is_named(small_set: TruthSet) -> None:
    folder = small_set.folder.parent
    assert [found.name for found in find_sets(folder)] == ["made-up"]
    with pytest.raises(FileNotFoundError, match="no other there"):
        find_sets(folder, "made-up,other")
    with pytest.raises(FileNotFoundError, match="no sets there"):
        find_sets(folder / "made-up")
