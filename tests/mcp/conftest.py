"""The tools over the sample, each called through the package's own client."""

import json
from types import SimpleNamespace
from typing import Any

import pytest
from tests.mcp.asking import ask

from backfile import Archive


@pytest.fixture(scope="session")
def archive(sample: Archive) -> Archive:
    return sample


@pytest.fixture(scope="session")
def tools(archive: Archive) -> Any:
    class _Called(SimpleNamespace):
        def __getattr__(self, name: str) -> Any:
            return lambda **given: json.loads(ask(archive, name, given).content[0].text)

    return _Called()
