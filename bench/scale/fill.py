"""Fills an archive with made-up stories, and takes the time of each thousand: what adding costs the process that writes."""

import multiprocessing
import random
import resource
import statistics
import time
from collections import deque
from collections.abc import Iterator
from functools import lru_cache
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NamedTuple

from bench.made_stories import PATH, made

from backfile.archive.search.index_writer import IndexWriter
from backfile.archive.store.capture_tables import SourceState
from backfile.archive.store.encoding import keep_encoding
from backfile.archive.store.story_records import Encoder
from backfile.archive.store.writer import Store
from backfile.archive.versions.version_decision import Outcome, outcome_of

_PARCEL, _BATCH, _INDEXED = 250, 1000, 10_000
WORKERS = 2


class Mark(NamedTuple):
    """What adding cost up to a number of stories, since the mark before."""

    stories: int
    ms: float
    """CPU of the thread that writes, a story: taking in, committing."""
    index_ms: float
    """CPU of indexing, a story."""
    seconds: float
    """By the wall's clock since the beginning, making the stories too."""
    megabytes: int
    """The most memory that the writing process took so far."""
    pace: float
    """CPU of one fixed piece of work, taken between batches, in milliseconds: how slow the machine was for whoever shares it."""


def fill(folder: Path, kind: str, sizes: list[int], *, start: int = 0) -> Iterator[Mark]:
    """Fill the archive, made where there is none, up to each size in turn. `start` is how many it has already."""
    crew = [_Maker(kind) for _ in range(WORKERS)]
    begun = time.monotonic()
    with Store(folder) as store, IndexWriter(store.db, folder) as index:
        store.begin_source(SourceState(PATH, 1, 1, "made up"), copied=False)
        number, busy = start, deque[_Maker]()
        writing = indexing = 0.0
        before, marks, added = start, iter(sizes), 0
        paces: list[float] = []
        due = next(size for size in marks if size > start)
        while True:
            for maker in [one for one in crew if one not in busy]:
                if number < due:
                    maker.ask(number, min(number + _PARCEL, due), store)
                    number = min(number + _PARCEL, due)
                    busy.append(maker)
            if not busy:
                break
            outcomes, count = busy.popleft().answer()
            began = time.thread_time()
            for outcome in outcomes:
                store.add(outcome)
            added += count
            if added % _BATCH == 0 or start + added == due:
                store.commit()
                keep_encoding(store)
            writing += time.thread_time() - began
            if added % _BATCH == 0 or start + added == due:
                paces.append(_pace())
            if added % _INDEXED == 0 or start + added == due:
                began = time.process_time()
                index.catch_up()
                indexing += time.process_time() - began
            if start + added == due:
                keep_encoding(store, is_end=True)
                new = due - before
                peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
                yield Mark(
                    due,
                    writing * 1000 / new,
                    indexing * 1000 / new,
                    time.monotonic() - begun,
                    peak,
                    statistics.median(paces),
                )
                before, writing, indexing, paces = due, 0.0, 0.0, []
                following = next(marks, None)
                if following is None:
                    break
                due = following
    for maker in crew:
        maker.end()


def _pace() -> float:
    """CPU of sorting and looking up a hundred thousand numbers that are always the same, in milliseconds."""
    began = time.thread_time()
    ordered = sorted(_numbers())
    places = {number: at for at, number in enumerate(ordered)}
    sum(places[number] for number in ordered[::2])
    return (time.thread_time() - began) * 1000


@lru_cache(maxsize=1)
def _numbers() -> list[float]:
    own = random.Random(7)
    return [own.random() for _ in range(100_000)]


class _Maker:
    """A process that makes stories and what is stored of them."""

    def __init__(self, kind: str) -> None:
        self._pipe, theirs = multiprocessing.Pipe()
        self._process = multiprocessing.Process(target=_make, args=(kind, theirs), daemon=True)
        self._process.start()
        self._dictionary: int | None = None
        self._count = 0

    def ask(self, first: int, end: int, store: Store) -> None:
        """Have the stories made from one number up to another."""
        trained = None
        if store.records.encoder.dictionary != self._dictionary:
            self._dictionary = store.records.encoder.dictionary
            trained = (self._dictionary, store.records.trained())
        self._count = end - first
        self._pipe.send((first, end, trained))

    def answer(self) -> tuple[list[Outcome], int]:
        """The outcomes, and of how many stories they are."""
        return self._pipe.recv(), self._count

    def end(self) -> None:
        """Let the process go."""
        self._pipe.send(None)
        self._process.join()


def _make(kind: str, pipe: Connection) -> None:
    encoder = Encoder()
    while asked := pipe.recv():
        first, end, trained = asked
        if trained:
            encoder = Encoder(*trained)
        pipe.send(
            [
                outcome_of(one.capture, one.story, encoder=encoder)
                for number in range(first, end)
                for one in made(number, kind)
            ]
        )
