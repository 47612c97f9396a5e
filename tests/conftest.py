"""Options of the whole test run. No made-up case fails for being slow: machines are."""

import pytest
from hypothesis import settings

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--all-pages", action="store_true", help="read every page of every set, not a sample of 150")
