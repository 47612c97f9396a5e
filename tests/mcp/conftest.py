"""The tools over the sample, each called through the package's own client."""

import json
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from tests.mcp.asking import ask

from backfile import Archive


@pytest.fixture(scope="session")
def archive(served_sample: Path) -> Iterator[Archive]:
    with Archive(served_sample) as opened:
        yield opened


@pytest.fixture(scope="session")
def tools(archive: Archive) -> Any:
    class _Called(SimpleNamespace):
        def __getattr__(self, name: str) -> Any:
            return lambda **given: json.loads(ask(archive, name, given).content[0].text)

    return _Called()
