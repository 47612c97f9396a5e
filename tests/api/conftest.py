"""The API over the sample, asked as the site serves it, without a network."""

from typing import Any

import pytest
from tests.site.client import IN_2026, Client

from backfile import Archive
from backfile.api.api_app import mounted_api


@pytest.fixture(scope="session")
def archive(sample: Archive) -> Archive:
    return sample


@pytest.fixture(scope="session")
def api(archive: Archive) -> Any:
    return Client(archive, mounted=[mounted_api(archive, lambda: IN_2026)])
