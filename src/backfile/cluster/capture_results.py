"""What reading each capture of a task gives: quickly, or with care after a page has broken the process.

A page that takes too long, or breaks the process, takes the worker with it, and the task is given out again. A task that has broken three
workers is read once more with care: each page in a process of its own, so that only the page at fault is lost.
"""

import faulthandler
import multiprocessing
import os
from collections.abc import Iterator
from contextlib import ExitStack

from backfile.archive.store.story_records import Encoder
from backfile.limits import LONGEST_READING
from backfile.model.capture import Capture, Skipped
from backfile.one_capture import CaptureRead, lost_capture, read_story
from backfile.workers import Workers


def read_results(
    found: Iterator[Capture | Skipped], stack: ExitStack, *, is_guarded: bool, is_careful: bool
) -> Iterator[tuple[CaptureRead, Capture | None]]:
    """What reading each capture gave, with the capture. `is_guarded`: this process may be ended where a page takes too long."""
    if is_careful:
        yield from _carefully(found, stack)
        return
    read = _read_watched if is_guarded else read_story
    for one in found:
        if isinstance(one, Skipped):
            yield CaptureRead(one.place, one), None
        else:
            yield read(one), one


def _carefully(found: Iterator[Capture | Skipped], stack: ExitStack) -> Iterator[tuple[CaptureRead, Capture | None]]:
    multiprocessing.current_process()._config["daemon"] = False  # type: ignore[attr-defined]  # Dask's workers may not have processes otherwise
    workers = stack.enter_context(Workers(1, _read_apart, lost=lost_capture))
    for one in found:
        if isinstance(one, Skipped):
            yield CaptureRead(one.place, one), None
        else:
            (read,) = workers.read_in_order([one])
            yield read, one


def _read_apart(capture: Capture, _: Encoder) -> CaptureRead:
    return read_story(capture)


def _read_watched(capture: Capture) -> CaptureRead:
    """Reads a page, or ends this process where that takes longer than a page may: also in the middle of a search for a pattern."""
    faulthandler.dump_traceback_later(LONGEST_READING, exit=True, file=_NOWHERE)
    try:
        return read_story(capture)
    finally:
        faulthandler.cancel_dump_traceback_later()


_NOWHERE = os.open(os.devnull, os.O_WRONLY)
