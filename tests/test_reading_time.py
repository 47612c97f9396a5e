"""A page that takes too long is passed over with one job too, and the alarm is given back."""

import signal
import threading
from datetime import UTC, datetime

import pytest

from backfile import limits
from backfile.capture.given_page import given_capture
from backfile.model.capture import Skipped, SkipReason
from backfile.one_capture import tried
from backfile.reading_time import bounded_reading

_CAPTURE = given_capture("<p>The bridge closed.</p>", "https://paper.example/a", datetime(2026, 1, 2, tzinfo=UTC))


def _endless() -> str:
    while True:
        pass


def test_a_page_that_takes_too_long_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "LONGEST_READING", 0.02)
    found = tried(_endless, _CAPTURE)
    assert isinstance(found, Skipped)
    assert (found.reason, found.message) == (SkipReason.UNREADABLE, "reading it took longer than 0 seconds")
    assert signal.getsignal(signal.SIGPROF) is signal.SIG_DFL
    assert signal.getitimer(signal.ITIMER_PROF) == (0.0, 0.0)


def test_an_alarm_that_a_program_set_is_its_own() -> None:
    def own(*_: object) -> None:
        return

    signal.signal(signal.SIGPROF, own)
    try:
        with bounded_reading():
            assert signal.getsignal(signal.SIGPROF) is own
            assert signal.getitimer(signal.ITIMER_PROF) == (0.0, 0.0)
    finally:
        signal.signal(signal.SIGPROF, signal.SIG_DFL)


def test_in_another_thread_nothing_is_set() -> None:
    read: list[str] = []

    def work() -> None:
        with bounded_reading():
            read.append("done")

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert read == ["done"]
