import pytest
from tests.site.chromium import Chromium
from tests.site.client import IN_2026, Client
from tests.site.fake import archive as made_up_archive
from tests.site.served import served

from backfile.site import make_app


@pytest.fixture(scope="session")
def archive():
    return made_up_archive()


@pytest.fixture(scope="session")
def site(archive):
    return Client(archive)


@pytest.fixture(scope="module")
def base():
    """The address of the made-up archive's site, served for the browser."""
    with served(make_app(made_up_archive(), now=lambda: IN_2026)) as address:
        yield address


@pytest.fixture(scope="module")
def browser():
    with Chromium() as one:
        yield one
