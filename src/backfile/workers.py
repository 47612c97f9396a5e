"""Reads captures in worker processes, results in the order given, memory flat (STYLE 6: the same function as in one).

The plan. Captures go out in parcels of a few, one parcel at a time to a worker, so that neither side ever waits to
write while the other waits to write. At most two parcels a worker are out or done and not yet handed on. A worker that
dies, or takes too long, is replaced, and its parcel is read again a capture at a time, so that only the one at fault is
lost.
"""

import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from time import monotonic
from types import TracebackType
from typing import Any, Generic, TypeAlias, TypeVar

from backfile.archive.store.story_records import Encoder
from backfile.archive.versions.version_decision import Outcome, outcome_of, outcome_of_skipped
from backfile.capture import text_damage
from backfile.limits import LONGEST_READING
from backfile.model.capture import Capture, Skipped
from backfile.one_capture import tried, unreadable
from backfile.parent_process import end_with_parent
from backfile.reader_name import reader_name
from backfile.reading import read_page
from backfile.reading_time import ReadingTooLong

Other = TypeVar("Other")
_PARCEL_COUNT = 24
_PARCEL_BYTES = 2_000_000


def outcome_from(capture: Capture, encoder: Encoder) -> Outcome:
    """What became of a capture. A page that cannot be read is an outcome too, never the end of the run."""
    found = tried(lambda: outcome_of(capture, *read_page(capture), encoder=encoder, reader=reader_name()), capture)
    if isinstance(found, Skipped):
        return outcome_of_skipped(found, capture.payload_digest)
    return found._replace(message=text_damage(capture)) if found.reading else found


def outcome_of_failed(capture: Capture, why: str) -> Outcome:
    """The outcome of a capture that reading failed on."""
    return outcome_of_skipped(unreadable(capture, why), capture.payload_digest)


Read: TypeAlias = Callable[[Capture, Encoder], Any]
"""Turns a capture into its outcome."""
Lost: TypeAlias = Callable[[Capture, str], Any]
"""The outcome of a capture that its process did not survive, with the reason."""
Trained: TypeAlias = Callable[[], tuple[int | None, Callable[[], bytes]]]
"""The number of the dictionary that records are encoded with now, and how to get it."""


def _untrained() -> tuple[int | None, Callable[[], bytes]]:
    return None, bytes


@dataclass(eq=False)
class _Parcel(Generic[Other]):
    """Items in order; those that are captures are read, the others pass through."""

    items: list[Capture | Other] = field(default_factory=list)
    size: int = 0
    outcomes: list[Any] | None = None

    @property
    def captures(self) -> list[Capture]:
        return [item for item in self.items if isinstance(item, Capture)]

    def results(self) -> Iterator[Any]:
        outcomes = iter(self.outcomes or ())
        for item in self.items:
            yield next(outcomes) if isinstance(item, Capture) else item


class _Worker:
    """A process that reads parcels."""

    def __init__(self, read: Read) -> None:
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(["backfile.preload"])
        self.pipe, theirs = context.Pipe()
        self._process = context.Process(target=_work, args=(theirs, read), daemon=True)
        self._process.start()
        theirs.close()
        self.parcel: Any = None
        self.until = 0.0
        self._dictionary: int | None = None

    def send(self, parcel: Any, trained: Trained) -> None:
        self.parcel = parcel
        self.until = monotonic() + LONGEST_READING
        self.tell(parcel.captures, trained)

    def tell(self, captures: list[Capture], trained: Trained) -> None:
        """Give it captures to read, and with them the dictionary where it has not got that yet."""
        dictionary, stored = trained()
        is_known = dictionary == self._dictionary
        self._dictionary = dictionary
        self.pipe.send((captures, None if is_known else (dictionary, stored())))

    def stop(self) -> None:
        self._process.kill()
        self._process.join()
        self.pipe.close()


class Workers:
    """A few worker processes, from `with` to its end."""

    def __init__(
        self, jobs: int, read: Read = outcome_from, *, lost: Lost = outcome_of_failed, trained: Trained = _untrained
    ) -> None:
        """`read` is a function of a module, or a partial of one, for it is sent to the processes by name."""
        self._read = read
        self._lost = lost
        self._trained = trained
        self._workers = [_Worker(read) for _ in range(jobs)]

    def __enter__(self) -> "Workers":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for worker in self._workers:
            worker.stop()

    def read_in_order(self, items: Iterable[Capture | Other]) -> Iterator[Any]:
        """Outcomes in place of captures, all in the order given; whatever is no capture passes through."""
        parcels = _parcels(items)
        out: deque[_Parcel[Other]] = deque()
        more = True
        while more or out:
            while more and len(out) < 2 * len(self._workers) and self._idle():
                parcel = next(parcels, None)
                if parcel is None:
                    more = False
                    break
                out.append(parcel)
                if parcel.captures:
                    self._send(parcel)
                else:
                    parcel.outcomes = []
            while out and out[0].outcomes is not None:
                yield from out.popleft().results()
            if out and (not more or not self._idle() or len(out) >= 2 * len(self._workers)):
                self._receive()

    def _idle(self) -> bool:
        return any(worker.parcel is None for worker in self._workers)

    def _send(self, parcel: _Parcel[Other]) -> None:
        at = next(n for n, worker in enumerate(self._workers) if worker.parcel is None)
        try:
            self._workers[at].send(parcel, self._trained)
        except OSError:
            self._failed(at, "the process that read it stopped")

    def _receive(self) -> None:
        """Take in what is ready; wait for it, but no longer than the first worker's time."""
        busy = [n for n, worker in enumerate(self._workers) if worker.parcel is not None]
        if not busy:
            return
        patience = max(0.0, min(self._workers[n].until for n in busy) - monotonic())
        ready = wait([self._workers[n].pipe for n in busy], patience)
        for n in busy:
            worker = self._workers[n]
            if worker.pipe in ready:
                try:
                    worker.parcel.outcomes = worker.pipe.recv()
                    worker.parcel = None
                except (EOFError, OSError):
                    self._failed(n, "the process that read it stopped: it ran out of memory, or the page broke it")
            elif monotonic() >= worker.until:
                self._failed(n, str(ReadingTooLong()))

    def _failed(self, at: int, why: str) -> None:
        """Replace the worker and read its parcel again, each capture by itself."""
        parcel = self._workers[at].parcel
        self._replace(at)
        parcel.outcomes = [self._alone(at, capture) or self._lost(capture, why) for capture in parcel.captures]

    def _replace(self, at: int) -> None:
        self._workers[at].stop()
        self._workers[at] = _Worker(self._read)

    def _alone(self, at: int, capture: Capture) -> Any:
        """The outcome of one capture read by itself; None if that fails too, the worker replaced."""
        worker = self._workers[at]
        with suppress(EOFError, OSError):
            worker.tell([capture], self._trained)
            if worker.pipe.poll(LONGEST_READING):
                return worker.pipe.recv()[0]
        self._replace(at)
        return None


def read_here(items: Iterable[Capture | Other], encoder: Callable[[], Encoder]) -> Iterator[Outcome | Other]:
    """The same in this process."""
    for item in items:
        yield outcome_from(item, encoder()) if isinstance(item, Capture) else item


def _parcels(items: Iterable[Capture | Other]) -> Iterator[_Parcel[Other]]:
    parcel: _Parcel[Other] = _Parcel()
    for item in items:
        parcel.items.append(item)
        parcel.size += len(item.payload) if isinstance(item, Capture) else 0
        if len(parcel.items) >= _PARCEL_COUNT or parcel.size >= _PARCEL_BYTES:
            yield parcel
            parcel = _Parcel()
    if parcel.items:
        yield parcel


def _work(pipe: Connection, read: Read) -> None:
    """A worker's whole life: parcels until the pipe closes. Ctrl-C is the parent's to answer."""
    end_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    encoder = Encoder()
    with suppress(EOFError, OSError):  # the other end is gone: so are we
        while True:
            captures, dictionary = pipe.recv()
            if dictionary is not None:
                encoder = Encoder(*dictionary)
            pipe.send([read(capture, encoder) for capture in captures])
