"""A part of the sample back file published once, with its old addresses."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import backfile
from backfile import Archive
from backfile.publish.publishing import Published, Settings, publish

SAVED = Path(__file__).parents[2] / "samples" / "saved"
ADDRESS = "https://archive.paper.example"
SETTINGS = Settings(ADDRESS, keeps_addresses=True)


def silent(_done: Published) -> None:
    """Nobody wants to know how far it is."""


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with backfile.open(tmp_path_factory.mktemp("publish") / "back") as archive:
        archive.add(*(SAVED / name for name in ("courier-2001.warc.gz", "post-export-2013.xml", "pages/world")))
        yield archive


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """A few stories, for what is published again and again."""
    with backfile.open(tmp_path_factory.mktemp("small") / "back") as archive:
        archive.add(*(SAVED / "pages" / "courier" / f"{name}.html" for name in ("ferry-returns", "ridge", "login")))
        yield archive


@pytest.fixture(scope="session")
def published(sample: Archive, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Published]:
    folder = tmp_path_factory.mktemp("site")
    return folder, publish(sample, folder, SETTINGS, progress=silent)
