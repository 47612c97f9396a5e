"""The only module that knows every stage: sources -> captures -> stories -> archive."""

import hashlib
import logging
import os
import signal
import threading
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from os import PathLike
from pathlib import Path
from time import monotonic
from typing import Any, NamedTuple, TypeAlias

from backfile import capture as sources
from backfile.archive.store.add_report import Report
from backfile.archive.store.capture_tables import DAMAGED_TEXT, SourceState
from backfile.archive.store.payloads import keep_payload
from backfile.archive.store.writer import Store
from backfile.archive.versions.version_decision import Outcome, outcome_of_skipped
from backfile.housekeeping import Housekeeping, HousekeepingBeside, HousekeepingHere
from backfile.model.added import Added, Progress
from backfile.model.capture import FAULTS, Capture, Place, Skipped
from backfile.reading import read_capture
from backfile.workers import Workers, read_here

__all__ = ["Added", "Progress", "add_sources", "read_capture"]

_log = logging.getLogger(__name__)
logging.getLogger("backfile").addHandler(logging.NullHandler())  # a library says nothing where nobody listens
_BATCH = 1000
_BATCH_SECONDS = 5.0
"""What is read in that time is read again where the process is killed. At one second the process that writes took 3.9 ms of CPU a page
beside two that read, at five 3.6."""
_TOLD_SECONDS = 1.0
_EDGE = 64 * 1024
_MOST_TOLD = 20


class _Held(NamedTuple):
    """A capture that the archive has."""

    place: Place
    url: str | None


class _End(NamedTuple):
    """A file or folder given has been read to its end."""

    given: Path
    size: int
    passed_over: Counter[str] | None = None
    """Captures by reason, where all of it is known and was not read again."""


_Event: TypeAlias = Outcome | _Held | _End
_Read: TypeAlias = Callable[[Iterable[Any]], Iterator[Any]]
"""Captures to outcomes, all else passed through, in order."""


def add_sources(
    folder: str | PathLike[str],
    given: Sequence[str | PathLike[str]],
    *,
    jobs: int = 1,
    copy: bool = False,
    progress: Callable[[Progress], None] | None = None,
) -> Added:
    """Add every capture of the files and folders given to the archive in `folder`, which is made if need be.

    Safe to end at any moment and to run again: what is in is passed over. With `jobs` over 1, pages are read in that
    many processes; the archive comes out the same. Raises ArchiveLocked, ArchiveFull.
    """
    with ExitStack() as open_things:
        store = open_things.enter_context(Store(Path(folder).absolute()))
        report = open_things.enter_context(Report(store.folder))
        adding = _Adding(store, report, copy)
        stop = open_things.enter_context(stopped_by_interrupt())
        read: _Read = partial(read_here, encoder=lambda: store.records.encoder)
        if jobs > 1:
            workers = Workers(jobs, trained=lambda: (store.records.encoder.dictionary, store.records.trained))
            read = open_things.enter_context(workers).read_in_order
        housekeeping: Housekeeping = HousekeepingBeside(store) if jobs > 1 else HousekeepingHere(store)
        open_things.enter_context(housekeeping)
        sized = _sized(given)
        return adding.run(read(adding.events(sized)), _Way(sum(sized.values())), housekeeping, progress, stop)


def add_outcomes(
    folder: str | PathLike[str],
    outcomes: Callable[[Store], Iterable[Outcome]],
    *,
    count: int,
    progress: Callable[[Progress], None] | None = None,
) -> Added:
    """Add captures that were read elsewhere, `count` of them, to the archive in `folder`; the same as adding the files they are of.

    Safe to end at any moment and to run again, as `add_sources`. Raises ArchiveLocked, ArchiveFull, and what `outcomes` raises.
    """
    with ExitStack() as open_things:
        store = open_things.enter_context(Store(Path(folder).absolute()))
        report = open_things.enter_context(Report(store.folder))
        stop = open_things.enter_context(stopped_by_interrupt())
        housekeeping = open_things.enter_context(HousekeepingHere(store))
        return _Adding(store, report, copy=False).run(outcomes(store), _Count(count), housekeeping, progress, stop)


class _Adding:
    """One run: the archive being written, and the counts so far."""

    def __init__(self, store: Store, report: Report, copy: bool) -> None:
        self._store = store
        self._report = report
        self._copy = copy
        self._added = Added(report=str(report.path))

    def run(
        self,
        events: Iterable[Any],
        way: "_Way | _Count",
        housekeeping: Housekeeping,
        progress: Callable[[Progress], None] | None,
        stop: threading.Event,
    ) -> Added:
        committed = told = monotonic()
        pending = 0
        event: _Event
        for event in events:
            self._take(event)
            way.pass_by(event)
            pending += 1
            now = monotonic()
            is_due = pending >= _BATCH or now - committed >= _BATCH_SECONDS or stop.is_set()
            if is_due:
                self._commit()
                pending, committed = 0, now
                housekeeping.look()
            if progress and (is_due or now - told >= _TOLD_SECONDS):
                progress(self._progress(way))
                told = now
            if stop.is_set():
                self._added.is_stopped = True
                break
        self._commit()
        housekeeping.finish()
        if progress:
            progress(self._progress(way))
        _log.info("added %s captures, %s new stories", self._added.captures, self._added.stories)
        return self._added

    def _progress(self, way: "_Way | _Count") -> Progress:
        added = self._added
        skipped = added.skipped.total()
        return Progress(
            way.file, way.done, way.total, added.captures, added.stories, added.undated, skipped, added.faults
        )

    def events(self, given: dict[Path, int]) -> Iterator[Capture | _Event]:
        """Every capture: those to read as they are, the others as what became of them."""
        for source, size in given.items():
            passed_over = self._store.held_of(str(source), self._states(source), copied=self._copy)
            if passed_over is None:
                for state in self._states(source):
                    if state:
                        self._store.begin_source(state, copied=self._copy)
                yield from self._events_of(source)
            yield _End(source, size, passed_over)

    def _events_of(self, source: Path) -> Iterator[Capture | _Event]:
        _log.info("reading %s", source)
        for found in sources.read_captures(source):
            if self._is_ours(found.place.path):
                continue
            if isinstance(found, Skipped):
                yield outcome_of_skipped(found)
                continue
            if self._copy:
                keep_payload(self._store.folder, found.payload_digest, found.payload)
            yield _Held(found.place, found.url) if self._store.holds(found) else found

    def _states(self, source: Path) -> Iterator[SourceState | None]:
        """The files of a source as they are now."""
        return (source_state(file.path) for file in sources.source_files(source) if not self._is_ours(file.path))

    def _is_ours(self, path: str) -> bool:
        """True of the archive's own files: it may lie in a folder that is added."""
        return path.startswith(f"{self._store.folder}/")

    def _take(self, event: _Event) -> None:
        """Put an event in the archive, the counts and the report."""
        if isinstance(event, _End):
            self._end(event)
            return
        self._added.captures += 1
        if isinstance(event, _Held):
            self._added.held += 1
            self._report.line(event.place, self._store.cleaned_address(event.url), "held")
        else:
            self._take_outcome(event)

    def _take_outcome(self, outcome: Outcome) -> None:
        _log.debug("%s: %s", outcome.place, outcome.reason or "a story")
        change = self._store.add(outcome)
        outcome = change.outcome
        self._added.held += change.is_held
        if outcome.reading is None:
            assert outcome.reason is not None
            self._added.skipped[outcome.reason.value] += 1
            if outcome.reason.is_fault:
                self._added.faults += 1
                self._tell(outcome.place, outcome.reason.value, outcome.message)
            more = {"reason": outcome.reason, "message": outcome.message} | _in_doubt(outcome)
            self._report.line(outcome.place, outcome.url, "skipped", **more)
            return
        self._added.stories += change.new_story
        self._added.versions += change.new_version
        self._added.undated += change.new_version and not outcome.reading.is_dated
        if change.new_version and outcome.doubts:
            self._added.doubtful += 1
            self._added.doubts.update(outcome.doubts)
        what = "story" if change.new_story else "version" if change.new_version else "capture"
        more = _in_doubt(outcome)
        if outcome.message:
            self._added.damaged += 1
            self._tell(outcome.place, DAMAGED_TEXT, outcome.message)
            more |= {"reason": DAMAGED_TEXT, "message": outcome.message}
        self._report.line(outcome.place, outcome.url, what, story=outcome.reading.story, **more)

    def _tell(self, place: Place, reason: str, message: str | None) -> None:
        _log.warning("%s: %s: %s", place, reason, message)
        if len(self._added.told) < _MOST_TOLD:
            self._added.told.append(f"{place}: {reason}: {message}")

    def _end(self, event: _End) -> None:
        if event.passed_over is None:
            for file in sources.source_files(event.given):
                self._store.end_source(file.path)
            return
        count = event.passed_over.total()
        self._added.captures += count
        self._added.held += count
        self._added.damaged += event.passed_over.pop(DAMAGED_TEXT, 0)
        self._added.skipped.update({reason: times for reason, times in event.passed_over.items() if reason})
        self._added.faults += sum(times for reason, times in event.passed_over.items() if reason in FAULTS)
        self._report.line(Place(str(event.given)), None, "held", captures=count)

    def _commit(self) -> None:
        self._store.commit()
        self._report.flush()


def _in_doubt(outcome: Outcome) -> dict[str, Any]:
    """What a line of the report says of doubts, where there are any."""
    return {"doubts": outcome.doubts} if outcome.doubts else {}


@contextmanager
def stopped_by_interrupt() -> Iterator[threading.Event]:
    """An event that Ctrl-C sets, instead of breaking off; a second Ctrl-C breaks off."""
    stop = threading.Event()
    if threading.current_thread() is not threading.main_thread():
        yield stop
        return
    before = signal.getsignal(signal.SIGINT)

    def first(number: int, frame: object) -> None:
        del number, frame
        stop.set()
        signal.signal(signal.SIGINT, before)

    signal.signal(signal.SIGINT, first)
    try:
        yield stop
    finally:
        signal.signal(signal.SIGINT, before)


class _Way:
    """How far reading has come, in bytes of the files given."""

    def __init__(self, total: int) -> None:
        self.total = total
        self._passed = 0
        self._before = 0
        self._path = ""
        self._within = 0

    @property
    def file(self) -> str:
        return self._path

    @property
    def done(self) -> int:
        return min(self._passed + self._before + self._within, self.total)

    def pass_by(self, event: _Event) -> None:
        """Count what lies before this event."""
        if isinstance(event, _End):
            self._passed += event.size
            self._before = self._within = 0
            self._path = ""
        elif event.place.path != self._path:
            self._before += _size(self._path)
            self._path, self._within = event.place.path, 0
        elif event.place.member is None:
            self._within = event.place.offset or 0


class _Count:
    """How far adding has come, in captures."""

    def __init__(self, total: int) -> None:
        self.total = total
        self.file = ""
        self.done = 0

    def pass_by(self, event: _Event) -> None:
        """Count it."""
        self.file = "" if isinstance(event, _End) else event.place.path
        self.done = min(self.done + 1, self.total)


def _sized(given: Sequence[str | PathLike[str]]) -> dict[Path, int]:
    """What was given, each once, with the bytes of its files."""
    paths = dict.fromkeys(Path(os.path.abspath(source)) for source in given)  # noqa: PTH100 - a link keeps its own name
    return {path: sum(file.size for file in sources.source_files(path)) for path in paths}


def _size(path: str) -> int:
    try:
        return Path(path).stat().st_size if path else 0
    except OSError:
        return 0


def source_state(path: str) -> SourceState | None:
    """The file as it is now; None if it cannot be read."""
    try:
        found = Path(path).stat()
        with Path(path).open("rb") as file:
            edges = hashlib.sha256(file.read(_EDGE))
            file.seek(max(0, found.st_size - _EDGE))
            edges.update(file.read(_EDGE))
    except OSError:
        return None
    return SourceState(path, found.st_size, found.st_mtime_ns, edges.hexdigest()[:32])
