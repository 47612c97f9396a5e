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
