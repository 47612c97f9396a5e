"""Archive repair: a damaged archive made again from its records, its captures, its reports and what archivists said."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator, Set
from functools import partial
from pathlib import Path
from typing import NamedTuple, TypeAlias

import orjson

from backfile.archive.integrity.held_archive import Again, HeldArchive
from backfile.archive.integrity.rebuild import UNDECODABLE, Step, Told, rebuild, takedowns_first, untold
from backfile.archive.integrity.upgrade import WORK, put_in_place
from backfile.archive.search.index_writer import make_indexes_again
from backfile.archive.settled.archivist_log import Logged, all_said, append_log, missing_from, read_log
from backfile.archive.store.add_report import FOLDER as REPORTS
from backfile.archive.store.database import DATABASE, end_writing, open_older
from backfile.archive.store.key_runs import FOLDER as KEYS
from backfile.archive.store.lock import WriterLock
from backfile.archive.store.writer import Store
from backfile.archive.takedowns.takedown_rulings import read_takedowns
from backfile.archive.versions.version_decision import Outcome
from backfile.errors import ArchiveDamaged, ArchiveError, ArchiveMissing, SourceError, StoryMissing
from backfile.ingest import add_sources
from backfile.kept_captures import capture_of
from backfile.model.capture import SkipReason
from backfile.model.entry import Fault
from backfile.takings import take_in_all
from backfile.workers import outcome_from

Pages: TypeAlias = Set[tuple[str, str]]
"""Payload digests with addresses."""
Due: TypeAlias = Callable[[Outcome], bool]
"""Whether a capture is to be read again."""
DAMAGED = "damaged"
"""The folder in which a database that was not read to its end is kept."""


class Repaired(NamedTuple):
    """What a repair did."""

    found: tuple[Fault, ...]
    """What could not be read in the archive."""
    read_again: int
    """Captures whose record was lost and that were read again."""
    lost: tuple[Fault, ...]
    """What could not be made again: its bytes are not to be had any more, or an archivist spoke of what is not there."""


class _Repair:
    """One repair under way."""

    def __init__(self, folder: Path, step: Step) -> None:
        self.folder = folder
        self.step = step
        self.found: list[Fault] = []
        self.lost: list[Fault] = []
        self.read_again = 0

    def from_records(self, db: sqlite3.Connection, due: Due | None = None, gone: "Gone | None" = None) -> None:
        """The database made again from what it holds, and put in its own place; captures that are due are read again."""
        work = self.folder / WORK
        shutil.rmtree(work, ignore_errors=True)
        change = _change_of(db)
        with Store(work, key_folder=self.folder) as new:
            held = _Anew(db, self.found.append, partial(self._again, new), due=due, gone=gone)
            for ruling in takedowns_first(read_log(self.folder)):
                new.rule(ruling)
            rebuild(held, new, self.found.append, self.step)
            self._bring_together(new)  # what fails here is tried once more by `settle`
            new.db.execute("UPDATE meta SET value = max(value, ?) WHERE name = 'change'", (change + 1,))
        db.close()
        end_writing(work)
        if self.found:
            _set_aside(self.folder)
        put_in_place(work, self.folder)

    def _add_reported(self) -> None:
        """Files that the reports name, and that the damaged tables named no more, are read again."""
        with Store(self.folder) as store:
            held = {path for (path,) in store.db.execute("SELECT path FROM sources")}
        paths = [path for path in _reported(self.folder) if path not in held and Path(path).exists()]
        if paths:
            self.read_again += add_sources(self.folder, paths).captures

    def from_sources(self) -> None:
        """A database that cannot be opened made again from the files that the reports name."""
        _set_aside(self.folder)
        paths = [path for path in _reported(self.folder) if Path(path).exists()]
        if not paths:
            why = "no report names a file that is still there: add its sources to a new archive"
            self.lost.append(Fault(str(self.folder), why))
            return
        with Store(self.folder) as store:  # what was taken down stays down
            for ruling in takedowns_first(read_log(self.folder)):
                store.rule(ruling)
            store.commit()
        self.read_again = add_sources(self.folder, paths).captures

    def settle(self) -> None:
        """Bring the log and the database together, where that is not done yet; the indexes made again."""
        if self.found:
            self._add_reported()
        with Store(self.folder) as store:
            self.lost += self._bring_together(store)
            self.lost += take_in_all(store)
            store.commit()
            make_indexes_again(store.db, self.folder)

    def _again(self, new: Store, held: Outcome) -> Outcome | None:
        try:
            found = outcome_from(capture_of(self.folder, held), new.records.encoder)
        except (SourceError, ArchiveError) as error:
            self.lost.append(
                Fault(str(held.place), f"its record is lost, and it cannot be read again: {error.message}")
            )
            return None
        self.read_again += 1
        return found

    def _bring_together(self, store: Store) -> list[Fault]:
        """What archivists said, in the log and in the database alike; what was said of a story that is not there."""
        logged, held = read_log(self.folder), all_said(store.db)
        forgotten = read_takedowns(store.db).forgotten
        lost = []
        for line in missing_from(logged, held):
            try:
                store.say(line)
            except StoryMissing:
                if isinstance(line, Logged) and line.story not in forgotten:
                    why = f"{line.said.by} dated it, and it is not in the archive; the log keeps it"
                    lost.append(Fault(f"story {line.story}", why))
        store.commit()
        append_log(self.folder, missing_from(held, logged))
        return lost


Gone: TypeAlias = Callable[[Outcome], Outcome]
"""What becomes of a capture that was to be read again, and that is not to be had any more."""


class _Anew(HeldArchive):
    """The holdings of an archive, of which some captures are read again."""

    def __init__(self, db: sqlite3.Connection, told: Told, again: Again, *, due: Due | None, gone: Gone | None) -> None:
        super().__init__(db, told, again)
        self._read = again
        self._due = due
        self._gone = gone

    def outcomes(self, new: Store) -> Iterator[Outcome]:
        """Every capture, in the order in which they came."""
        for outcome in super().outcomes(new):
            if self._due is None or not self._due(outcome):
                yield outcome
            else:
                yield self._read(outcome) or (self._gone(outcome) if self._gone else outcome)


def _change_of(db: sqlite3.Connection) -> int:
    """The number of the archive's last change: entity tags of pages rest on it, so none is given twice."""
    try:
        return int(db.execute("SELECT value FROM meta WHERE name = 'change'").fetchone()[0])
    except UNDECODABLE:
        return 0


def _gone(held: Outcome) -> Outcome:
    message = "an archivist took it in and took that back, and its bytes are not to be had any more"
    return held._replace(reading=None, reason=SkipReason.NO_STORY, message=message)


def make_without(folder: Path, pages: Pages) -> None:
    """Make an archive again without pages that archivists had taken in, by payload digest and address. Raises ArchiveLocked, ArchiveFull."""

    def due(outcome: Outcome) -> bool:
        return outcome.reading is not None and (outcome.digest, outcome.url or "") in pages

    make_again(folder, due, _gone)


def make_again(folder: Path, due: Due | None = None, gone: Gone | None = None) -> None:
    """Make an archive again as archivists' words now have it: captures for which `due` holds are read again. Raises ArchiveLocked, ArchiveFull."""
    repair = _Repair(folder, untold)
    with WriterLock(folder):
        end_writing(folder)
        repair.from_records(open_older(folder), due, gone)
    repair.settle()


def repair_archive(folder: Path, step: Step = untold) -> Repaired:
    """Make again all that can be. Raises ArchiveMissing, ArchiveLocked, ArchiveFull, ArchiveOutdated."""
    repair = _Repair(folder, step)
    if not (folder / DATABASE).exists() and not (folder / REPORTS).exists():
        raise ArchiveMissing("there is no archive here", str(folder))
    with WriterLock(folder):
        db = _opened(repair)
        if db is not None:
            repair.from_records(db)
    if db is None:
        repair.from_sources()
    if (folder / DATABASE).exists():
        repair.settle()
    return Repaired(tuple(repair.found), repair.read_again, tuple(repair.lost))


def _opened(repair: _Repair) -> sqlite3.Connection | None:
    """The database, where it can be opened at all."""
    try:
        end_writing(repair.folder)
        return open_older(repair.folder)
    except (ArchiveDamaged, ArchiveMissing) as error:
        repair.found.append(Fault(str(repair.folder / DATABASE), error.message))
        return None


def _set_aside(folder: Path) -> None:
    """Keep the database as it is, and its keys, in a folder of its own."""
    aside = folder / DAMAGED
    number = 1
    while aside.exists():
        number += 1
        aside = folder / f"{DAMAGED}-{number}"
    aside.mkdir()
    for name in (DATABASE, f"{DATABASE}-wal", f"{DATABASE}-shm", KEYS):
        if (folder / name).exists():
            (folder / name).rename(aside / name)


def _reported(folder: Path) -> Iterator[str]:
    """The files that the reports name, each once, in their order."""
    paths: dict[str, None] = {}
    for report in sorted((folder / REPORTS).glob("*.jsonl"), key=lambda path: (len(path.name), path.name)):
        for line in report.read_bytes().splitlines():
            try:
                place = str(orjson.loads(line)["place"])
            except UNDECODABLE:
                continue
            paths[place.partition("!/")[0].rpartition(" at byte ")[0] or place.partition("!/")[0]] = None
    return iter(paths)
