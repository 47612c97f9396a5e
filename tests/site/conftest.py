import pytest
from tests.site.client import Client
from tests.site.fake import archive as made_up_archive


@pytest.fixture(scope="session")
def archive():
    return made_up_archive()


@pytest.fixture(scope="session")
def site(archive):
    return Client(archive)
