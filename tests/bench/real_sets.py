"""The sets of real pages, where they lie beside the project: the tests that need them skip, and say so, where they do not."""

from pathlib import Path

import pytest
from bench.sets import TruthSet, find_sets

ROOT = Path(__file__).parents[2]


def real_sets() -> list[TruthSet]:
    """Every set in shared/data/sets beside the project, or beside a folder that it is in."""
    for folder in ROOT.parents:
        if (sets := folder / "shared" / "data" / "sets").is_dir():
            return find_sets(sets)
    pytest.skip(
        f"no sets of real pages at {ROOT.parent / 'shared/data/sets'}: docs/benchmarks.md says how they are made"
    )


def real_set(name: str) -> TruthSet:
    """The set of that name."""
    for pages in real_sets():
        if pages.name == name:
            return pages
    pytest.skip(f"no set {name} among the sets beside the project: docs/benchmarks.md says how it is made")
