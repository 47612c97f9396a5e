"""Reading in worker processes: the same as here, in order, whatever happens to a worker."""

import pickle
from pathlib import Path

from tests import reading
from tests.pages import bundle, page, read_captures

from backfile.archive.store.story_records import Encoder
from backfile.archive.versions.version_decision import Outcome
from backfile.model.capture import Capture, SkipReason
from backfile.workers import Workers


def captures(tmp_path: Path, htmls: list[str]) -> list[Capture]:
    found = read_captures(str(bundle(tmp_path / "a.lines", [(None, None, html) for html in htmls])))
    return [capture for capture in found if isinstance(capture, Capture)]


def test_in_order_and_passed_through(tmp_path: Path) -> None:
    items: list[Capture | str] = []
    for number, capture in enumerate(captures(tmp_path, [page(f"Story {n}", "text") for n in range(60)])):
        items += [capture, f"mark {number}"]
    with Workers(2, reading.outcome_from) as workers:
        found = list(workers.read_in_order(items))
    assert [item for item in found if isinstance(item, str)] == [f"mark {n}" for n in range(60)]
    outcomes = [item for item in found if isinstance(item, Outcome)]
    assert [outcome.place for outcome in outcomes] == [item.place for item in items if isinstance(item, Capture)]
    here = [reading.outcome_from(item, Encoder()) for item in items if isinstance(item, Capture)]
    assert [pickle.dumps(outcome) for outcome in outcomes] == [pickle.dumps(outcome) for outcome in here]


def test_a_worker_that_dies_loses_one_capture(tmp_path: Path) -> None:
    htmls = [page(f"Story {n}", "text") for n in range(30)]
    htmls[7] += "<!-- die: now -->"
    with Workers(1, reading.outcome_from) as workers:
        found = list(workers.read_in_order(captures(tmp_path, htmls)))
    assert [n for n, outcome in enumerate(found) if outcome.reason is SkipReason.UNREADABLE] == [7]
    assert "stopped" in (found[7].message or "")
    assert len(found) == 30


def test_nothing_to_read() -> None:
    with Workers(1, reading.outcome_from) as workers:
        assert list(workers.read_in_order(["a", "b"])) == ["a", "b"]
        assert list(workers.read_in_order([])) == []
