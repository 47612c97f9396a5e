"""The sample back file as an archive, made once for all tests of exports."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import backfile
from backfile import Archive

SAVED = Path(__file__).parents[2] / "samples" / "saved"


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with backfile.open(tmp_path_factory.mktemp("export") / "back") as archive:
        archive.add(SAVED)
        yield archive
