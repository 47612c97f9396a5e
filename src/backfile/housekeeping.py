"""Housekeeping while pages are added: the search indexes, and the dictionary of the records.

Done by the process that adds, or by one of its own beside many workers. That reads what is committed, as any reader does, so
that the writer hands nothing over and waits for nothing but the end.
"""

import multiprocessing
import signal
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from time import monotonic
from types import TracebackType
from typing import Any, Protocol

from backfile.archive.search.index_writer import IndexWriter
from backfile.archive.store.database import open_to_read
from backfile.archive.store.encoding import encode_again, keep_encoding
from backfile.archive.store.story_records import Records
from backfile.archive.store.writer import Store
from backfile.errors import BackfileError
from backfile.parent_process import end_with_parent

_INDEX_SECONDS = 30.0
"""Each time makes files of its own, which the index then merges: oftener takes more room and more work."""


class Housekeeping(Protocol):
    """Keeps up what rests on what was committed."""

    def __enter__(self) -> "Housekeeping":
        """Begin."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let all go."""

    def look(self) -> None:
        """Something was committed: do what is due. Raises BackfileError."""

    def finish(self) -> None:
        """Do all that is left. Raises BackfileError."""


class HousekeepingHere:
    """In this process."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._index = IndexWriter(store.db, store.folder)
        self._indexed = monotonic()

    def __enter__(self) -> "HousekeepingHere":
        self._index.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._index.__exit__(kind, error, trace)

    def look(self) -> None:
        """Train the dictionary, once; index, now and then."""
        keep_encoding(self._store)
        if monotonic() - self._indexed >= _INDEX_SECONDS:
            self._index.catch_up()
            self._indexed = monotonic()

    def finish(self) -> None:
        """Encode with the dictionary what is not yet, and index all."""
        keep_encoding(self._store, is_end=True)
        self._index.catch_up()


class HousekeepingBeside:
    """In a process of its own. Where that dies, all is done here in the end."""

    def __init__(self, store: Store) -> None:
        self._store = store
        context = multiprocessing.get_context("forkserver")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(store.folder, theirs), daemon=True)
        self._process.start()
        theirs.close()
        self._waits: Callable[[Any], None] | None = None
        """What to do with the answer that is due."""
        self._indexed = monotonic()

    def __enter__(self) -> "HousekeepingBeside":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pipe.close()
        if kind is not None:
            self._process.kill()
        self._process.join()

    def look(self) -> None:
        """Ask for what is due, where nothing else is under way."""
        try:
            if self._waits and not self._pipe.poll():
                return
            self._hear()
            if self._store.records.is_training_due:
                self._ask("train", self._store.keep_dictionary)
            elif monotonic() - self._indexed >= _INDEX_SECONDS:
                self._ask("index", _nothing)
                self._indexed = monotonic()
        except (EOFError, OSError):
            self._waits = None  # it died: `finish` sees to it

    def finish(self) -> None:
        """Have all done that is left, and wait for it."""
        try:
            self._hear()
            if self._store.records.is_training_due:
                self._ask("train", self._store.keep_dictionary)
                self._hear()
            if self._store.records.unencoded():
                self._ask("encode", self._store.put_again)
                self._hear()
            self._ask("index", _nothing)
            self._hear()
        except (EOFError, OSError):
            self._process.join()
            with HousekeepingHere(self._store) as here:
                here.finish()

    def _ask(self, what: str, then: Callable[[Any], None]) -> None:
        self._waits = then
        self._pipe.send(what)

    def _hear(self) -> None:
        """Wait for the answer that is due, if any."""
        if self._waits:
            answer, then, self._waits = self._pipe.recv(), self._waits, None
            if isinstance(answer, BackfileError):
                raise answer
            then(answer)


def _nothing(_answer: Any) -> None:
    """An index is its own answer."""


def _serve(folder: Path, pipe: Connection) -> None:
    """The process's whole life: what it is asked for, until the other end is gone."""
    end_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        db = open_to_read(folder)
        with IndexWriter(db, folder) as index:
            work: dict[str, Callable[[], Any]] = {
                "index": index.catch_up,
                "train": lambda: Records(db).train(),
                "encode": lambda: encode_again(Records(db)),
            }
            while True:
                pipe.send(_answer(work[pipe.recv()]))
    except (EOFError, OSError):
        return  # the other end is gone: so are we


def _answer(work: Callable[[], Any]) -> Any:
    try:
        return work()
    except BackfileError as failure:
        return failure
