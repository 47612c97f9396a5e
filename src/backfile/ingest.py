"""The only module that knows every stage: sources -> captures -> stories -> archive."""

import hashlib
import os
import signal
import threading
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from os import PathLike
from pathlib import Path
from time import monotonic
from typing import Any, NamedTuple, Protocol, TypeAlias

from backfile import capture as sources
from backfile.archive.index import IndexWriter
from backfile.archive.payloads import keep_payload
from backfile.archive.reader import Archive
from backfile.archive.reports import Report
from backfile.archive.schema import DATABASE
from backfile.archive.store import SourceState, Store
from backfile.archive.versions import Outcome, outcome_of_skipped
from backfile.errors import SourceError
from backfile.model.capture import Capture, Place, Skipped, SkipReason
from backfile.reading import read_capture
from backfile.workers import Workers, read_here

__all__ = ["Added", "OpenArchive", "Progress", "add_sources", "read_capture"]

_BATCH = 1000
_BATCH_SECONDS = 1.0
_INDEX_SECONDS = 10.0
_EDGE = 64 * 1024


class Progress(Protocol):
    """Told how far adding has come."""

    def __call__(self, done: int, total: int, captures: int) -> None:
        """`done` of `total` bytes of the files given, and captures so far."""


@dataclass(slots=True)
class Added:
    """What an adding did."""

    captures: int = 0
    """Captures met, those that were in already too."""
    held: int = 0
    """Captures that were in the archive already."""
    stories: int = 0
    """New ones."""
    versions: int = 0
    """New ones, the first of new stories too."""
    undated: int = 0
    """New versions that nothing dates."""
    skipped: Counter[str] = field(default_factory=Counter)
    """Captures that hold no story, by reason."""
    faults: int = 0
    """Captures and files that could not be read: among the skipped."""
    is_stopped: bool = False
    """True where it was stopped before the end; the same call goes on from there."""
    report: str = ""
    """The file that lists every capture and what became of it."""


class _Held(NamedTuple):
    """A capture that the archive has."""

    place: Place
    url: str | None


class _EndOfFile(NamedTuple):
    path: str
    size: int
    passed_over: dict[str, int] | None = None
    """Captures by reason, where the file is known and was not read again."""


_Event: TypeAlias = Outcome | _Held | _EndOfFile
_Read: TypeAlias = Callable[[Iterable[Any]], Iterator[Any]]
"""Captures to outcomes, all else passed through, in order."""


class OpenArchive(Archive):
    """An archive to read and to add to; made by the first `add` where there is none."""

    def __init__(self, folder: str | PathLike[str]) -> None:
        super().__init__(folder, must_exist=False)

    def add(self, *given: str | PathLike[str], jobs: int = 1, copy: bool = False) -> Added:
        """Add files and folders. With `jobs` over 1, the calling script needs `if __name__ == "__main__":`.

        Raises ArchiveLocked, ArchiveFull.
        """
        return add_sources(self.folder, given, jobs=jobs, copy=copy)


def add_sources(
    folder: str | PathLike[str],
    given: Sequence[str | PathLike[str]],
    *,
    jobs: int = 1,
    copy: bool = False,
    progress: Progress | None = None,
) -> Added:
    """Add every capture of the files and folders given to the archive in `folder`, which is made if need be.

    Safe to end at any moment and to run again: what is in is passed over. With `jobs` over 1, pages are read in that
    many processes; the archive comes out the same. Raises ArchiveLocked, ArchiveFull.
    """
    with ExitStack() as open_things:
        store = open_things.enter_context(Store(Path(folder).absolute()))
        report = open_things.enter_context(Report(store.folder))
        adding = _Adding(store, report, copy)
        stop = open_things.enter_context(_stopped_by_interrupt())
        read: _Read = read_here
        if jobs > 1:
            read = open_things.enter_context(Workers(jobs)).read_in_order
        return adding.run(_unique(given), read, progress, stop)


class _Adding:
    """One run: the archive being written, and the counts so far."""

    def __init__(self, store: Store, report: Report, copy: bool) -> None:
        self._store = store
        self._report = report
        self._copy = copy
        self._added = Added(report=str(report.path))

    def run(
        self,
        files: dict[str, int],
        read: _Read,
        progress: Progress | None,
        stop: threading.Event,
    ) -> Added:
        total, done = sum(files.values()), 0
        committed = indexed = monotonic()
        pending = 0
        with IndexWriter(self._store.db, self._store.folder) as index:
            event: _Event
            for event in read(self._events(files)):
                within = self._take(event)
                done += event.size if isinstance(event, _EndOfFile) else 0
                pending += 1
                now = monotonic()
                if pending >= _BATCH or now - committed >= _BATCH_SECONDS or stop.is_set():
                    self._commit()
                    pending, committed = 0, now
                    if progress:
                        progress(min(done + within, total), total, self._added.captures)
                    if now - indexed >= _INDEX_SECONDS:
                        index.catch_up()
                        indexed = monotonic()
                if stop.is_set():
                    self._added.is_stopped = True
                    break
            self._commit()
            index.catch_up()
        if progress:
            progress(done, total, self._added.captures)
        return self._added

    def _events(self, files: dict[str, int]) -> Iterator[Capture | _Event]:
        """Every file's captures: those to read as they are, the others as what became of them."""
        for path, size in files.items():
            state = _state(path)
            passed_over = self._store.held_of(state, copied=self._copy) if state else None
            if passed_over is None:
                if state:
                    self._store.begin_source(state, copied=self._copy)
                yield from self._events_of(path)
            yield _EndOfFile(path, size, passed_over)

    def _events_of(self, path: str) -> Iterator[Capture | _Event]:
        try:
            for found in sources.read_captures(path):
                if isinstance(found, Skipped):
                    yield outcome_of_skipped(found)
                    continue
                if self._copy:
                    keep_payload(self._store.folder, found.payload_digest, found.payload)
                held = self._store.holds(found)
                yield _Held(found.place, found.url) if held else found
        except SourceError as error:
            place = Place(error.place or path)
            yield outcome_of_skipped(Skipped(place, SkipReason.NOT_READABLE_KIND, error.message))

    def _take(self, event: _Event) -> int:
        """Put an event in the archive, the counts and the report. Bytes into its file that it lies, if known."""
        if isinstance(event, _EndOfFile):
            self._end_file(event)
            return 0
        self._added.captures += 1
        if isinstance(event, _Held):
            self._added.held += 1
            self._report.line(event.place, event.url, "held")
        else:
            self._take_outcome(event)
        return (event.place.offset or 0) if event.place.member is None else 0

    def _take_outcome(self, outcome: Outcome) -> None:
        change = self._store.add(outcome)
        self._added.held += change.is_held
        if outcome.reading is None:
            assert outcome.reason is not None
            self._added.skipped[outcome.reason.value] += 1
            self._added.faults += outcome.reason.is_fault
            self._report.line(outcome.place, outcome.url, "skipped", reason=outcome.reason, message=outcome.message)
            return
        self._added.stories += change.new_story
        self._added.versions += change.new_version
        self._added.undated += change.new_version and not outcome.reading.is_dated
        what = "story" if change.new_story else "version" if change.new_version else "capture"
        self._report.line(outcome.place, outcome.url, what, story=outcome.reading.story)

    def _end_file(self, event: _EndOfFile) -> None:
        if event.passed_over is None:
            self._store.end_source(event.path)
            return
        count = sum(event.passed_over.values())
        self._added.captures += count
        self._added.held += count
        for reason, times in event.passed_over.items():
            if reason:
                self._added.skipped[reason] += times
                self._added.faults += times if SkipReason(reason).is_fault else 0
        self._report.line(Place(event.path), None, "held", captures=count)

    def _commit(self) -> None:
        self._store.commit()
        self._report.flush()


@contextmanager
def _stopped_by_interrupt() -> Iterator[threading.Event]:
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


def _unique(given: Sequence[str | PathLike[str]]) -> dict[str, int]:
    """Every file, once, with its size; a folder's in the order of their names."""
    found: dict[str, int] = {}
    for source in given:
        for path, size in _files(Path(source).resolve()):
            found.setdefault(path, size)
    return found


def _files(source: Path) -> Iterator[tuple[str, int]]:
    """The files of a folder, or the one file. What cannot be listed is named too: reading it says why."""
    unlisted: list[str] = []
    if not source.is_dir():
        yield str(source), _size(source)
        return
    for folder, inner, names in os.walk(source, onerror=lambda error: unlisted.append(error.filename)):
        inner[:] = sorted(name for name in inner if not (Path(folder, name, DATABASE)).exists())
        for name in sorted(names) if DATABASE not in names else ():  # an archive is no source
            path = Path(folder, name)
            yield str(path), _size(path)
    for unread in unlisted:
        yield unread, 0


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _state(path: str) -> SourceState | None:
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
