"""A worker's task: one stretch of one input, read by the same steps as `backfile read` reads a file, its rows kept in parts."""

import hashlib
import os
from collections.abc import Iterator
from contextlib import ExitStack
from typing import NamedTuple

from backfile.capture.faults import Fault
from backfile.capture.read_file import Reading, read_file
from backfile.capture.record_span import RecordSpan, read_span
from backfile.cluster.capture_results import read_results
from backfile.cluster.digesting_file import DigestingFile
from backfile.cluster.input_list import Input
from backfile.cluster.kept_results import KeptResults
from backfile.cluster.part_files import RUN_BYTES, PartFiles
from backfile.cluster.remote_files import OutFolder, RemoteOpener
from backfile.cluster.revisit_reading import AllWaiting, write_originals
from backfile.cluster.span_notes import SpanNote, write_note
from backfile.errors import BackfileError
from backfile.model.capture import Capture, Place, Skipped
from backfile.reader_name import reader_name


class SpanTask(NamedTuple):
    """A stretch of an input to be read."""

    input: Input
    number: int
    start: int
    end: int | None
    """None: to the end; with `start` 0 the file is read whole, of whatever kind it is."""
    out: str
    """The address of the corpus."""
    reader: str
    """Which Backfile is to read it: all rows of a corpus are of one."""
    is_exact: bool = False
    is_guarded: bool = False
    """True in a process of a cluster's, which may be ended where a page takes too long."""
    is_careful: bool = False
    run_bytes: int = RUN_BYTES

    @property
    def key(self) -> str:
        """Names the task, its note and its parts: the same in every run."""
        known = (
            f"{self.input.address}\n{self.input.size}\n{self.input.changed}\n{self.start}\n{self.end}\n{self.is_exact}"
        )
        return f"{hashlib.sha256(known.encode()).hexdigest()[:20]}-{self.number:05}"

    @property
    def last(self) -> int:
        """The byte after the stretch."""
        return self.input.size if self.end is None else self.end


class Bundle(NamedTuple):
    """Small inputs that one worker reads one after another: to hand a task out takes longer than to read one of them."""

    tasks: tuple[SpanTask, ...]

    @property
    def key(self) -> str:
        """Names the bundle."""
        return f"{self.tasks[0].key}-and-{len(self.tasks) - 1}"


class OtherReader(BackfileError):
    """A worker has another Backfile than the one that began the job."""


def read_task(task: SpanTask) -> SpanNote:
    """Read a stretch and keep its rows, then the note on it. Raises OSError, which may pass; OutputRefused and OtherReader, which do not."""
    if reader_name() != task.reader:
        raise OtherReader(
            f"this worker has Backfile {reader_name()}, and the job {task.reader}: install the same",
            os.uname().nodename,
        )
    out = OutFolder(task.out)
    span = RecordSpan(task.start, task.end, is_exact=task.is_exact)
    opener = RemoteOpener()
    originals = AllWaiting()
    reading = Reading(opener, originals)
    note = SpanNote(task.input, task.number, task.start, task.end, task.key, task.reader, "")
    with ExitStack() as stack:
        raw = DigestingFile(stack.enter_context(opener.open_file(task.input.address)), task.start, task.last)
        kept = KeptResults(stack.enter_context(PartFiles(out, task.key, run_bytes=task.run_bytes)))
        found = _captures(raw, task, reading, span)
        kept.keep(read_results(found, stack, is_guarded=task.is_guarded, is_careful=task.is_careful))
        note = note._replace(digest=raw.digest(), began=span.began, ended=span.ended)
    note = kept.counted(note)._replace(
        originals=write_originals(out, task.key, originals), waiting=originals.waiting(reading)
    )
    write_note(out, note)
    return note


def read_bundle(bundle: Bundle) -> list[SpanNote | None]:
    """Read each input of a bundle; None of one that failed, which is to be tried by itself. Raises OutputRefused and OtherReader."""
    return [_read_or_none(task) for task in bundle.tasks]


def _read_or_none(task: SpanTask) -> SpanNote | None:
    try:
        return read_task(task)
    except BackfileError:
        raise
    except Exception:  # tried by itself it is told (STYLE 16: the job is a loop over inputs)
        return None


def _captures(raw: DigestingFile, task: SpanTask, reading: Reading, span: RecordSpan) -> Iterator[Capture | Skipped]:
    place = Place(task.input.address)
    try:
        if task.start or task.end is not None:
            yield from read_span(raw, place, reading, span)  # type: ignore[arg-type]
        else:
            yield from read_file(raw, place, reading, is_named=task.input.is_named)  # type: ignore[arg-type]
    except Fault as fault:
        yield fault.at(place)
