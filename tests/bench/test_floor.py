"""Backfile's quality does not fall: its scores on a set are not below those kept in bench/floor.json."""

import json
from pathlib import Path
from typing import Any

import pytest
from bench.check_floor import FLOOR, below, figures, read_set
from bench.scores import summary
from bench.sets import TruthSet

from bench import check_floor

from .real_sets import real_set


def test_scores_are_not_below_their_floor() -> None:
    name = "publishers-dev"  # the smallest set, and the one that is most like what Backfile is for
    pages, kept = real_set(name), json.loads(FLOOR.read_text("utf-8"))["sets"][name]
    if pages.digest != kept["digest"]:
        pytest.skip(f"{pages.folder} is not the {name} that bench/floor.json was measured on")
    assert below(kept["scores"], figures(summary(read_set(pages)))) == []


def test_a_floor_is_lowered_only_with_a_reason(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.argv", ["check_floor", "--lower"])
    with pytest.raises(SystemExit, match="--because"):
        check_floor.main()


class FakeSet(TruthSet):
    """A set with a digest and no pages."""

    @property
    def digest(self) -> str:  # type: ignore[override]
        return "d1"


def settled(kept: dict[str, Any], found: dict[str, float], monkeypatch: pytest.MonkeyPatch, **asked: Any) -> list[str]:
    monkeypatch.setattr(check_floor, "read_set", lambda pages: [])
    monkeypatch.setattr(check_floor, "figures", lambda scores: found)
    return check_floor.settle(kept, FakeSet(Path("made-up")), **({"up": False, "because": None} | asked))


def kept_at(exact: float) -> dict[str, Any]:
    return {"sets": {"made-up": {"digest": "d1", "scores": {"exact": exact}}}, "lowered": []}


def test_a_fall_fails_and_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = kept_at(0.5)
    assert settled(kept, {"exact": 0.4}, monkeypatch, up=True) == ["made-up: exact is 0.4, and its floor is 0.5"]
    assert kept == kept_at(0.5)


def test_a_rise_is_written_when_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = kept_at(0.5)
    assert settled(kept, {"exact": 0.6}, monkeypatch) == []
    assert kept == kept_at(0.5)
    assert settled(kept, {"exact": 0.6}, monkeypatch, up=True) == []
    assert kept == kept_at(0.6)


def test_a_lowered_floor_keeps_its_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = kept_at(0.5)
    assert settled(kept, {"exact": 0.4}, monkeypatch, because="the truth was mended") == []
    assert kept["sets"]["made-up"]["scores"] == {"exact": 0.4}
    assert kept["lowered"][0]["because"] == "the truth was mended"


def test_another_state_of_the_set_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = kept_at(0.5)
    kept["sets"]["made-up"]["digest"] = "d0"
    assert "is not the one" in settled(kept, {"exact": 0.9}, monkeypatch)[0]
