"""Reading again: an archive's kept captures are read by today's reader, and better records take the place of the old ones.

A record that differs only because the reader got better makes no version and no change: the pages are the same. What archivists
decided rests on stories' ids, which stay. Each version says which reader made its record, so a run that was stopped goes on where it
stood, and one with nothing to do does nothing.
"""

import threading
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import partial
from itertools import groupby
from os import PathLike
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from backfile.archive.reader import Archive
from backfile.archive.search.index_writer import IndexWriter
from backfile.archive.store.capture_tables import digest_text, place_from
from backfile.archive.store.encoding import keep_encoding
from backfile.archive.store.record_form import Record
from backfile.archive.store.story_records import Encoder
from backfile.archive.store.writer import Store
from backfile.archive.versions.held_versions import id_of
from backfile.archive.versions.version_decision import Outcome, Reading, reading_of
from backfile.errors import ArchiveDamaged, ArchiveError, SourceError
from backfile.ingest import stopped_by_interrupt
from backfile.kept_captures import capture_of
from backfile.model.capture import Capture, Place
from backfile.model.entry import Fault
from backfile.reader_name import reader_name
from backfile.takings import read_taken, takings
from backfile.workers import Workers, read_here

_BATCH = 200
"""Stories a transaction."""
Progress: TypeAlias = Callable[[int, int], None]
"""Told how many records of how many are done."""
_VERSIONS = (
    "SELECT versions.story, versions.key, stories.id, versions.digest, path, member, place, length, captures.digest, url, captured_at"
    " FROM versions JOIN stories ON stories.key = versions.story JOIN captures ON captures.key = shown"
    " JOIN sources ON sources.id = captures.source LEFT JOIN readers ON readers.key = versions.reader"
    " WHERE readers.name IS NOT ?"
)


@dataclass(slots=True)
class Reread:
    """What reading again did."""

    read: int = 0
    """Records whose capture was read again."""
    replaced: int = 0
    """Those that came out otherwise, and took the place of the old ones."""
    fields: Counter[str] = field(default_factory=Counter)
    """In how many records each field came out otherwise."""
    gone: list[Fault] = field(default_factory=list)
    """Captures that are not to be had any more: their records are kept."""
    refused: list[Fault] = field(default_factory=list)
    """Captures that today's reader takes for no story: their records are kept too."""
    is_stopped: bool = False
    """True where it was stopped before the end; the same call goes on from there."""


class _Held(NamedTuple):
    """A version whose capture is to be read again."""

    story: int
    key: int
    id: str
    digest: bytes
    capture: Outcome

    @property
    def name(self) -> str:
        return f"story {self.id}, version {id_of(self.digest)}"


_Item: TypeAlias = "_Held | Capture | Fault"
_Result: TypeAlias = "_Held | Outcome | Fault"


def reread_archive(
    folder: str | PathLike[str], *, where: str | None = None, jobs: int = 1, progress: Progress = lambda *_: None
) -> Reread:
    """Read again what an older reader read: all of it, or the stories that a search finds.

    Raises QueryError, ArchiveMissing, ArchiveLocked, ArchiveFull.
    """
    with Archive(folder) as archive:
        only = None if where is None else set(archive.ids(where))
    with ExitStack() as open_things:
        store = open_things.enter_context(Store(Path(folder).absolute()))
        stop = open_things.enter_context(stopped_by_interrupt())
        encoder: Callable[[], Encoder] = lambda: store.records.encoder  # noqa: E731 - a new one once there is a dictionary
        read: Callable[[Iterable[Any]], Iterator[Any]] = partial(read_here, encoder=encoder)
        if jobs > 1:
            workers = Workers(jobs, trained=lambda: (store.records.encoder.dictionary, store.records.trained))
            read = open_things.enter_context(workers).read_in_order
        run = _Run(store, progress)
        run.read_all(run.due(only), read, stop)
        with IndexWriter(store.db, store.folder) as index:
            index.catch_up()
        return run.done


class _Run:
    """One run: the archive being written, and the counts so far."""

    def __init__(self, store: Store, progress: Progress) -> None:
        self._store = store
        self._progress = progress
        self.done = Reread()
        self._taken = takings(store.db)

    def due(self, only: set[str] | None) -> list[_Held]:
        """The versions that another reader read, story by story."""
        rows = self._store.db.execute(f"{_VERSIONS} ORDER BY versions.story, versions.key", (reader_name(),)).fetchall()
        return [_held(row) for row in rows if only is None or row[2] in only]

    def read_all(self, due: list[_Held], read: Callable[[Iterable[Any]], Iterator[Any]], stop: threading.Event) -> None:
        """Read them, and keep what comes out, a batch of stories at a time."""
        results: Iterator[_Result] = read(self._items(due))
        pending = 0
        for story, pairs in groupby(_in_pairs(results), key=lambda pair: pair[0].story):
            self._take(story, [*pairs])
            pending += 1
            if pending >= _BATCH or stop.is_set():
                self._commit(len(due))
                pending = 0
            if stop.is_set():
                self.done.is_stopped = True
                return
        self._commit(len(due))

    def _items(self, due: list[_Held]) -> Iterator[_Item]:
        for held in due:
            yield held
            try:
                yield capture_of(self._store.folder, held.capture)
            except (SourceError, ArchiveError) as error:
                yield Fault(f"{held.name}, {held.capture.place}", error.message)

    def _take(self, story: int, pairs: list[tuple[_Held, Outcome | Fault]]) -> None:
        readings: dict[int, Reading] = {}
        for held, found in pairs:
            if isinstance(found, Fault):
                self.done.gone.append(found)
                continue
            self.done.read += 1
            if found.reading is None:
                found = self._by_archivist(held, found)
            if found.reading is None:
                self.done.refused.append(
                    Fault(f"{held.name}, {held.capture.place}", f"{found.reason}: {found.message}")
                )
                continue
            readings[held.key] = self._compared(held, found.reading)
        if readings:
            self._store.read_again(story, readings)

    def _by_archivist(self, held: _Held, found: Outcome) -> Outcome:
        """What a page is by an archivist's word, where one holds; else what was found."""
        said = self._taken.get((held.capture.digest, held.capture.url or ""))
        if said is None:
            return found
        try:
            return read_taken(self._store.folder, held.capture, said, self._store.records.encoder)
        except (SourceError, ArchiveError):
            return found

    def _compared(self, held: _Held, reading: Reading) -> Reading:
        """The new reading under the story's own id; what differs from the record is counted."""
        records = self._store.records
        after = records.undone(reading.record)
        if after["id"] != held.id:
            after = {**after, "id": held.id}
            reading = reading_of(after, records.encoder, reader=reading.reader)
        try:
            before: Record = records.load(held.key)
        except ArchiveDamaged:
            before = {}
        different = [name for name, value in after.items() if before.get(name) != value]
        self.done.fields.update(different)
        self.done.replaced += bool(different)
        return reading

    def _commit(self, total: int) -> None:
        self._store.commit()
        keep_encoding(self._store)
        self._progress(self.done.read + len(self.done.gone), total)


def _held(row: tuple[Any, ...]) -> _Held:
    story, key, name, digest, *within, payload, url, at = row
    place: Place = place_from(tuple(within))
    return _Held(story, key, name, digest, Outcome(place, url or None, at or None, digest_text(payload)))


def _in_pairs(results: Iterator[_Result]) -> Iterator[tuple[_Held, Outcome | Fault]]:
    for held in results:
        found = next(results)
        assert isinstance(held, _Held)
        assert not isinstance(found, _Held)
        yield held, found
