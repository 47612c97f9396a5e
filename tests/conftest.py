"""Options of the whole test run. No made-up case fails for being slow: machines are."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from tests.mcp.planted import PLANTED

if TYPE_CHECKING:
    from backfile import Archive

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--all-pages", action="store_true", help="read every page of every set, not a sample of 150")


_SLOW_FIRST = ("tests/ingest/", "tests/site/", "tests/test_", "tests/cli/", "tests/capture/", "tests/publish/", "tests/takedown/", "tests/bench/")  # fmt: skip
"""Where tests take seconds. They come first, so that at the end of a run on two processors neither waits long for the other's last file."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files with slow tests before the others, else the order stays."""

    def place(item: pytest.Item) -> int:
        return next((n for n, start in enumerate(_SLOW_FIRST) if item.nodeid.startswith(start)), len(_SLOW_FIRST))

    items.sort(key=place)


@pytest.fixture(scope="session")
def served_sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an archive of the sample and of a page that gives orders: what tool server, API, Memento and exports are tested with. Read only."""
    import backfile

    folder = tmp_path_factory.mktemp("served")
    (folder / "pages").mkdir()
    (folder / "pages" / "planted.html").write_text(PLANTED)
    with backfile.open(folder / "back") as opened:
        opened.add(Path(__file__).parents[1] / "samples" / "saved", folder / "pages")
    return folder / "back"


@pytest.fixture(scope="session")
def sample(served_sample: Path) -> "Iterator[Archive]":
    """That archive, open for reading."""
    from backfile import Archive

    with Archive(served_sample) as opened:
        yield opened
