"""The floods are of the size asked for, each of another kind, and a square is told from a line."""

import pytest
from bench.floods import Reading, floods, read_at


def test_each_kind_has_its_name_and_its_size() -> None:
    kinds = list(floods())
    assert len({kind.name for kind in kinds}) == len(kinds) > 150
    for kind in kinds:
        assert 4000 <= len(kind.page(4000)) <= 6500, kind.name


def test_growth_is_the_power_of_the_size() -> None:
    sizes = [1000, 2000, 4000, 8000]
    assert Reading([size / 1e6 for size in sizes], "").growth(sizes) == pytest.approx(1)
    assert Reading([size**2 / 1e6 for size in sizes], "").growth(sizes) == pytest.approx(2)
    assert Reading([1.0], "").growth(sizes) == 0


def test_a_reading_that_raises_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def read(page: bytes) -> None:
        raise RecursionError("too deep")

    monkeypatch.setattr("backfile.read", read)
    assert read_at(next(floods()), [1000, 2000]) == Reading([], "RecursionError('too deep')")
