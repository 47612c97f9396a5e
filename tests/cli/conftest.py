"""Sources are read by the small reader of tests/pages.py; stories by the small reading below."""

import pytest
from tests import pages, reading


@pytest.fixture(autouse=True)
def small_readers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("backfile.capture.read_captures", pages.read_captures, raising=False)
    monkeypatch.setattr("backfile.capture.source_files", pages.source_files, raising=False)
    monkeypatch.setattr("backfile.capture.load_capture", pages.load_capture, raising=False)
    monkeypatch.setattr("backfile.workers.read_page", reading.read_page)
    monkeypatch.setattr("backfile.one_capture.read_page", reading.read_page)
