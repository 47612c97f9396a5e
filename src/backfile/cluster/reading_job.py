"""A job: sources into a corpus. Plans the tasks, has them carried out, and makes the parts into the corpus's files.

The order of what is kept makes it safe to end at any moment: a part, then the note on it; the plan of the files, then the files, then the
manifest, and only then are the parts taken away. What is found of an earlier job is taken for done, and its plan is ended first.
"""

import threading
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from time import monotonic
from typing import Any, NamedTuple

from backfile.archive.store.lock import WriterLock
from backfile.capture.faults import Fault
from backfile.capture.read_file import is_warc
from backfile.cluster.compaction import (
    FILE_BYTES,
    PLAN,
    SLICE_BYTES,
    OutNote,
    Plan,
    file_tasks,
    held_plan,
    keep_plan,
    plan_files,
    write_file,
)
from backfile.cluster.input_list import Choice, Input, Listing, list_inputs
from backfile.cluster.job_report import JobProgress, JobReport
from backfile.cluster.manifest import FailedSpan, held_manifest, lines_of, write_manifest
from backfile.cluster.part_files import RUN_BYTES
from backfile.cluster.remote_files import OutFolder, RemoteOpener
from backfile.cluster.revisit_reading import RevisitTask, read_revisits, revisit_tasks
from backfile.cluster.runners import Done, Runner
from backfile.cluster.span_notes import NOTES, REVISITS, SpanNote, drop_note, held_notes
from backfile.cluster.span_reading import Bundle, SpanTask, read_bundle, read_task
from backfile.errors import ArchiveLocked, OutputRefused
from backfile.model.capture import Place
from backfile.reader_name import reader_name

SPAN_BYTES = 64 * 1024 * 1024
"""Of a stretch of a large WARC: some 1,300 pages of news sites, 12 seconds' work. Of smaller ones a death loses less, but each has parts of its
own."""
BUNDLE_BYTES, BUNDLE_FILES = 4 * 1024 * 1024, 64
"""Of small files that one task reads: a second's work, where handing out a task costs as much as half a dozen pages."""

Progress = Callable[[JobProgress], None]


class Sizes(NamedTuple):
    """How finely a job is cut."""

    span: int = SPAN_BYTES
    bundle: int = BUNDLE_BYTES
    run: int = RUN_BYTES
    file: int = FILE_BYTES
    slice: int = SLICE_BYTES


ALL_DAYS = Choice()
USUAL_SIZES = Sizes()


def read_sources(
    sources: Sequence[str], to: str, runner: Runner, *, choice: Choice = ALL_DAYS, sizes: Sizes = USUAL_SIZES,
    progress: Progress | None = None, stop: threading.Event | None = None,
) -> JobReport:  # fmt: skip
    """Read every capture of the sources into the corpus at `to`, which is made if need be.

    Safe to end at any moment and to run again: what is read is passed over. The rows are the same whoever carries out the tasks, and
    in whatever order. Raises OutputRefused, SourceUnreadable, ExtraMissing.
    """
    out = OutFolder(to)
    with ExitStack() as stack:
        if out.local_path:
            lock_corpus(out.local_path, stack)
        job = _Job(out, runner, sizes, progress or (lambda _: None), stop or threading.Event())
        job.end_earlier()
        job.read(list_inputs(sources, choice))
        job.write()
        return job.ended()


@dataclass
class _Job:
    """One run."""

    out: OutFolder
    runner: Runner
    sizes: Sizes
    tell: Progress
    stop: threading.Event
    report: JobReport = field(default_factory=JobReport)

    def __post_init__(self) -> None:
        self._began = monotonic()
        self._manifest = held_manifest(self.out)
        self._notes: dict[str, SpanNote] = {}
        self._failed: defaultdict[Input, list[FailedSpan]] = defaultdict(list)
        self._refused: dict[str, str] = {}
        """Inputs that are not read, and why, by address: the manifest has what they were."""
        self._listed: list[Input] = []
        self._left: defaultdict[Input, int] = defaultdict(int)
        self._undone: set[Input] = set()
        """Inputs of which something is left, or failed."""
        self._done = self._total = 0

    # Reading

    def read(self, listing: Listing) -> None:
        """Read what is not read yet."""
        self.report.left_out = listing.left_out
        ours = f"{self.out.local_path or self.out.address}/"
        self._listed = [one for one in listing.inputs if not one.address.startswith(ours)]
        for met in listing.refused:
            refused = Input(met.place.path, 0, "", is_named=True)
            self._failed[refused] = [FailedSpan(0, 0, None, f"{met.reason}: {met.message}")]
        held = {(note.input.address, note.number): note for note in held_notes(self.out)}
        due: list[SpanTask] = []
        for one in self._listed:
            due += self._due(one, held)
        self._tell("reading")
        self._read_bundles(due)
        while not self.stop.is_set() and (again := list(self._apart())):
            self._carry_out(read_task, again)
        if not self.stop.is_set():
            self._carry_out(read_revisits, list(self._revisits(held)))

    def _due(self, one: Input, held: dict[tuple[str, int], SpanNote]) -> Iterator[SpanTask]:
        """The stretches of an input that are to be read."""
        line = self._manifest.get(one.address)
        line = line if line and line.spans else None
        if line and (line.size, line.changed) != (one.size, one.changed):
            self._refused[one.address] = (
                "it has changed since it was read, and the corpus holds what it was: read it into another"
            )
            return
        if line and not line.failed:
            self.report.held += 1
            return
        wanted = {span.number for span in line.failed} if line else None
        self._total += one.size
        for task in self._tasks(one):
            note = held.get((one.address, task.number))
            if note and not _is_of(note, task):
                drop_note(self.out, note)
                note = None
            if wanted is not None and task.number not in wanted:
                self._done += _width(task)
            elif note:
                self._take(note)
            else:
                self._leave(one)
                yield task

    def _tasks(self, one: Input) -> Iterator[SpanTask]:
        width = self.sizes.span
        whole = SpanTask(
            one,
            0,
            0,
            None,
            self.out.address,
            reader_name(),
            is_guarded=self.runner.is_guarded,
            run_bytes=self.sizes.run,
        )
        if one.size <= width or not _is_divided(one):
            yield whole
            return
        for number, start in enumerate(range(0, one.size, width)):
            end = start + width
            yield whole._replace(number=number, start=start, end=end if end < one.size else one.size)

    def _revisits(self, held: dict[tuple[str, int], SpanNote]) -> Iterator[RevisitTask]:
        """The revisits of what was read, now that all that they may refer to is known."""
        order = {one: number for number, one in enumerate(self._listed)}
        notes = sorted(self._notes.values(), key=lambda note: (order[note.input], note.number))
        for task in revisit_tasks(self.out, notes, is_guarded=self.runner.is_guarded):
            note = held.get((task.note.input.address, task.note.number + REVISITS))
            if note and note.key == task.key:
                self._take(note)
            else:
                self._leave(task.note.input)
                yield task

    def _leave(self, one: Input) -> None:
        self._left[one] += 1
        self._undone.add(one)

    def _read_bundles(self, due: list[SpanTask]) -> None:
        """Read what is due, small inputs together; what failed there is read by itself."""
        bundles = list(bundled(due, self.sizes.bundle))
        alone = [bundle.tasks[0] for bundle in bundles if len(bundle.tasks) == 1]
        for done in self.runner.run(read_bundle, (bundle for bundle in bundles if len(bundle.tasks) > 1), self.stop):
            notes = done.result or [None] * len(done.task.tasks)
            for task, note in zip(done.task.tasks, notes, strict=True):
                if note is None:
                    alone.append(task._replace(is_careful=done.has_broken_workers))
                else:
                    self._settle(Done(task, note))
        self._carry_out(read_task, alone)

    def _carry_out(self, work: Callable[[Any], SpanNote], tasks: Iterable[Any]) -> None:
        broken: list[Any] = []
        for done in self.runner.run(work, tasks, self.stop):
            if done.has_broken_workers and not done.task.is_careful:
                broken.append(done.task._replace(is_careful=True))
            else:
                self._settle(done)
        for done in self.runner.run(work, broken, self.stop):
            self._settle(done)

    def _settle(self, done: Done) -> None:
        of: SpanTask | SpanNote = done.task.note if isinstance(done.task, RevisitTask) else done.task
        self._left[of.input] -= 1
        if done.error is None:
            self._take(done.result)
            if not self._left[of.input] and of.input not in self._failed:
                self._undone.discard(of.input)
        else:
            number = of.number + REVISITS * isinstance(done.task, RevisitTask)
            self._failed[of.input].append(FailedSpan(number, of.start, of.end, done.error))
            self._done += _width(of)
        self._tell("reading")

    def _take(self, note: SpanNote) -> None:
        self._notes[note.key] = note
        self.report.count(note)
        self._done += _width(note) if note.number < REVISITS else 0

    def _apart(self) -> Iterator[SpanTask]:
        """Stretches that do not begin where the one before them ended: each is forgotten, and is to be read from there."""
        by_input: defaultdict[Input, list[SpanNote]] = defaultdict(list)
        for note in self._notes.values():
            if note.end is not None:
                by_input[note.input].append(note)
        for one, notes in by_input.items():
            notes.sort(key=lambda note: note.number)
            for before, after in pairwise(notes):
                if after.number == before.number + 1 and before.ended != after.began and after.start != before.ended:
                    self._forget(after)
                    start = one.size if before.ended is None else before.ended
                    (task,) = (task for task in self._tasks(one) if task.number == after.number)
                    self._leave(one)
                    yield task._replace(start=start, is_exact=True)
                    break

    def _forget(self, note: SpanNote) -> None:
        drop_note(self.out, note)
        del self._notes[note.key]
        self.report.recount(self._notes.values())

    # Writing

    def end_earlier(self) -> None:
        """End what an earlier job had begun to write."""
        plan = held_plan(self.out)
        if plan:
            self._write(plan, list(held_notes(self.out)))

    def write(self) -> None:
        """Make the parts into files of the corpus."""
        if self.stop.is_set():
            self.report.is_stopped = True
            return
        notes = list(self._notes.values())
        batch = 1 + max((line.batch for line in self._manifest.values()), default=0)
        failed = tuple((one, span) for one, spans in self._failed.items() for span in spans)
        plan = plan_files(notes, batch, file_bytes=self.sizes.file, slice_bytes=self.sizes.slice)._replace(
            failed=failed
        )
        if notes or failed:
            keep_plan(self.out, plan)
            self._write(plan, notes)

    def _write(self, plan: Plan, notes: list[SpanNote]) -> None:
        there = self.out.names("stories") | self.out.names("skipped")
        self._done, self._total = sum(one.name in there for one in plan.files), len(plan.files)
        for done in self.runner.run(write_file, file_tasks(self.out, plan, there), self.stop):
            if done.error is not None:
                raise OutputRefused(f"it cannot be written: {done.error}", done.task.file.name)
            made: OutNote = done.result
            self.report.files += 1
            self.report.size += made.size
            self._done += 1
            self._tell("writing")
        if self._done < self._total:
            self.report.is_stopped = True
            return
        failed: defaultdict[Input, list[FailedSpan]] = defaultdict(list)
        for one, span in plan.failed:
            failed[one].append(span)
        self._manifest |= lines_of(notes, failed, self._manifest, plan.batch)
        write_manifest(self.out, self._manifest.values())
        self.out.remove([PLAN, *(name for note in notes for name in (note.name, *note.files))])
        if not self.out.names(NOTES):
            self.out.remove_work()

    # Telling

    def ended(self) -> JobReport:
        """The report of the run."""
        self.report.failed = {one.address: spans for one, spans in self._failed.items()}
        self.report.failed |= {address: [FailedSpan(0, 0, None, why)] for address, why in self._refused.items()}
        self.report.inputs = self._files_done()
        self.report.seconds = round(monotonic() - self._began, 3)
        return self.report

    def _files_done(self) -> int:
        return len(self._listed) - len(self._undone) - self.report.held - len(self._refused)

    def _tell(self, step: str) -> None:
        report = self.report
        self.tell(
            JobProgress(
                step, self._files_done(), len(self._listed) - report.held, self._done, self._total, report.captures, report.stories,
                report.undated, dict(report.skipped), report.faults, sum(map(len, self._failed.values())),
                monotonic() - self._began, self.runner.cores, self.runner.dashboard,
            )
        )  # fmt: skip


def lock_corpus(folder: Path, stack: ExitStack) -> None:
    """A corpus on this machine is one job's at a time. What the lock says of archives is said of corpora."""
    if folder.exists() and not folder.is_dir():
        raise OutputRefused("a file stands there, and a corpus is a folder: name another with --to", str(folder))
    try:
        stack.enter_context(WriterLock(folder))
    except ArchiveLocked as error:
        raise OutputRefused("another job writes this corpus: wait for it, or end it", str(folder)) from error


def bundled(tasks: Iterable[SpanTask], most: int) -> Iterator[Bundle]:
    """Tasks in their order: whole small inputs that follow one another in bundles of so many bytes at most, others one by one."""
    bundle: list[SpanTask] = []
    size = 0
    for task in tasks:
        if bundle and (size + _width(task) > most or len(bundle) == BUNDLE_FILES):
            yield Bundle(tuple(bundle))
            bundle, size = [], 0
        bundle.append(task)
        size += _width(task)
    if bundle:
        yield Bundle(tuple(bundle))


def _width(of: SpanTask | SpanNote) -> int:
    """The bytes of a stretch."""
    return max(0, (of.input.size if of.end is None else of.end) - of.start)


def _is_of(note: SpanNote, task: SpanTask) -> bool:
    """Whether a note of an earlier job is of this very stretch, read by this Backfile; it may begin elsewhere, where that was looked for."""
    return (note.input._replace(is_named=False), note.end, note.reader) == (
        task.input._replace(is_named=False),
        task.end,
        task.reader,
    )


def _is_divided(one: Input) -> bool:
    """Whether a large file is read in stretches: a WARC is. What cannot be opened is met by the task that is to read it."""
    try:
        with RemoteOpener().open_file(one.address) as raw:
            return is_warc(raw, Place(one.address))
    except (OSError, Fault):
        return False
