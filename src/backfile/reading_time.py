"""A bound on the CPU time of one page, for a run of one job: its process is the user's own, and nobody could end it from outside."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn

from backfile import limits


class ReadingTooLong(Exception):
    """Reading a page took longer than any page may."""

    def __init__(self) -> None:
        super().__init__(f"reading it took longer than {limits.LONGEST_READING:.0f} seconds")


@contextmanager
def bounded_reading() -> Iterator[None]:
    """Raises ReadingTooLong inside where the process has spent LONGEST_READING seconds of CPU time there.

    Where a system has no such alarm (Windows), outside the main thread, and where a program uses the alarm itself, nothing is bounded.
    """
    if not _is_free():
        yield
        return
    signal.signal(signal.SIGPROF, _end)
    signal.setitimer(signal.ITIMER_PROF, limits.LONGEST_READING)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, signal.SIG_DFL)


def _is_free() -> bool:
    if not hasattr(signal, "SIGPROF") or threading.current_thread() is not threading.main_thread():
        return False
    return signal.getsignal(signal.SIGPROF) is signal.SIG_DFL and signal.getitimer(signal.ITIMER_PROF) == (0.0, 0.0)


def _end(_number: int, _frame: FrameType | None) -> NoReturn:
    raise ReadingTooLong
