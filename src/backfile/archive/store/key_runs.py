"""Key runs: which stories or wordings hold a key, in sorted runs that are merged (a log-structured merge tree, O'Neil 1996).

A text has some fifty to a hundred keys at random over the whole range. In a B-tree each would rewrite a page of its own;
here a batch's keys are sorted and laid down as one run, and runs of like size are merged, so that adding costs the same
however many are held. A run is an array of 64-bit numbers: the first 36 bits of a key, then 28 of who holds it. So one
lookup in some millions meets a key that is not its own; whoever finds a holder compares the texts.

New runs lie in the database, in the batch's transaction, made small (`_small`): half as large as their entries. From _FILE_AT on they are files in the folder `keys`, named in
the database: a file that is not named there is left over from a writer that was killed, and is removed by the next.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
import zstandard

from backfile.archive.store.database import kept
from backfile.archive.store.durable_files import sync_file, sync_folder
from backfile.archive.store.failures import disk_failure
from backfile.errors import ArchiveDamaged, ArchiveError

Keys: TypeAlias = npt.NDArray[np.uint64]
Places: TypeAlias = npt.NDArray[np.intp]
FOLDER = "keys"
_HOLDER_BITS = 28
MOST_HOLDERS = 1 << _HOLDER_BITS
"""Stories, or wordings, that an archive can compare: 268 million."""
_HOLDER = np.uint64(MOST_HOLDERS - 1)
_FAN = 4
"""Runs of like size that are merged into one: fewer mean more rewriting, more mean more places to look."""
_FILE_AT = 1 << 19
"""Entries (4 MB) from which a run is a file: rows of the database are kept small."""
_LEVEL = 3
"""Of zstd: level 9 takes three times as long for a hundredth less."""
_STEP = 1 << 20
"""Entries merged at a time, so that memory does not grow with the archive."""


class KeyRuns:
    """The holders of one kind of key. What is added is there for the next look; `write` makes it part of the batch."""

    def __init__(self, db: sqlite3.Connection, folder: Path, kind: str) -> None:
        self._db = db
        self._folder = folder / FOLDER
        self._kind = kind
        self._fresh: list[Keys] = []
        """Runs of the database, and of this batch."""
        self._filed: dict[int, Keys] = {}
        """Runs in files, by their number."""
        self._unwritten: list[Keys] = []
        self._merged_away: list[int] = []
        self.reload()

    def reload(self) -> None:
        """Look at what the database says is held, as after a batch that was undone."""
        rows = self._db.execute(
            "SELECT number, entries, bytes FROM key_runs WHERE kind = ? ORDER BY number", (self._kind,)
        ).fetchall()
        self._unwritten, self._merged_away, self._fresh = [], [], []
        for _, entries, stored in rows:
            if stored is not None:
                self._lay(_whole(stored, entries))
        self._filed = {number: self._opened(number, entries) for number, entries, stored in rows if stored is None}

    def add(self, keys: Keys, holders: Keys) -> None:
        """Each key has the holder beside it from now on."""
        if len(keys):
            entries = np.sort(packed(keys, holders))
            self._unwritten.append(entries)
            self._lay(entries)

    def count(self, keys: Keys) -> npt.NDArray[np.int64]:
        """How many holders each key has."""
        total = np.zeros(len(keys), dtype=np.int64)
        for _, places, first, last in self._met(keys):
            total[places] += last - first
        return total

    def holders(self, keys: Keys) -> tuple[Places, Keys]:
        """The holders of all keys in a row: for each its key's place among `keys`, and the holder."""
        of, found = [np.empty(0, dtype=np.intp)], [np.empty(0, dtype=np.uint64)]
        for run, places, first, last in self._met(keys):
            lengths = last - first
            within = np.arange(lengths.sum()) - np.repeat(np.cumsum(lengths) - lengths, lengths)
            of.append(np.repeat(places, lengths))
            found.append(run[np.repeat(first, lengths) + within] & _HOLDER)
        return np.concatenate(of), np.concatenate(found)

    def runs(self) -> list[Keys]:
        """All that is held, each run in order."""
        return [*self._filed.values(), *self._fresh]

    def write(self) -> None:
        """Make what was added part of the batch's transaction."""
        if self._unwritten:
            entries = np.sort(np.concatenate(self._unwritten))
            self._unwritten = []
            self._db.execute(
                "INSERT INTO key_runs (kind, entries, bytes) VALUES (?, ?, ?)",
                (self._kind, len(entries), _small(entries)),
            )
        if sum(map(len, self._fresh)) >= _FILE_AT:
            self._file()

    def drop(self, entries: Keys) -> None:
        """Take entries away, in order as `packed` makes them, as if they had never been added. All that was added is written before."""
        query = "SELECT number, entries, bytes FROM key_runs WHERE kind = ? AND bytes IS NOT NULL"
        for number, count, stored in self._db.execute(query, (self._kind,)).fetchall():
            left = _but(_whole(stored, count), entries)
            if len(left) < count:
                values = (len(left), _small(left), number)
                self._db.execute("UPDATE key_runs SET entries = ?, bytes = ? WHERE number = ?", values)
        for number, run in self._filed.items():
            left = _but(run, entries)
            if len(left) < len(run):
                laid = self._db.execute("INSERT INTO key_runs (kind, entries) VALUES (?, ?)", (self._kind, len(left)))
                self._save(laid.lastrowid or 0, [left])
                self._db.execute("DELETE FROM key_runs WHERE number = ?", (number,))
        self.reload()

    def committed(self) -> None:
        """The batch is durable: files whose entries are merged into another are needed no more."""
        while self._merged_away:
            run_path(self._folder, self._merged_away.pop()).unlink(missing_ok=True)

    def _met(self, keys: Keys) -> Iterator[tuple[Keys, Places, Places, Places]]:
        """For each run: which of the keys it has, and where their entries begin and end in it."""
        wanted = keys & ~_HOLDER
        for run in (*self._filed.values(), *self._fresh):
            if not len(run):  # all that it had was taken out
                continue
            first = np.searchsorted(run, wanted)
            at = np.minimum(first, len(run) - 1)
            places = np.flatnonzero((first < len(run)) & (run[at] & ~_HOLDER == wanted))
            if len(places):
                last = np.searchsorted(run, wanted[places] | _HOLDER, side="right")
                yield run, places, first[places], last

    def _lay(self, entries: Keys) -> None:
        """Put a run with those in memory, and merge the last of like size."""
        self._fresh.append(entries)
        while len(self._fresh) > 1 and len(self._fresh[-2]) < _FAN * len(self._fresh[-1]):
            last = self._fresh.pop()
            self._fresh[-1] = np.sort(np.concatenate((self._fresh[-1], last)), kind="stable")

    def _file(self) -> None:
        """The runs in memory, and the last files of like size, merged into a new file."""
        merged = [*self._fresh]
        gone: list[int] = []
        for one, run in reversed(self._filed.items()):
            if len(run) >= _FAN * sum(map(len, merged)):
                break
            merged.append(run)
            gone.append(one)
        entries = sum(map(len, merged))
        laid = self._db.execute("INSERT INTO key_runs (kind, entries) VALUES (?, ?)", (self._kind, entries))
        number = laid.lastrowid or 0
        self._save(number, merged)
        self._db.execute("DELETE FROM key_runs WHERE kind = ? AND bytes IS NOT NULL", (self._kind,))
        self._db.executemany("DELETE FROM key_runs WHERE number = ?", [(one,) for one in gone])
        self._fresh = []
        for one in gone:
            del self._filed[one]
        self._merged_away += gone
        self._filed[number] = self._opened(number, entries)

    def _save(self, number: int, runs: list[Keys]) -> None:
        try:
            self._folder.mkdir(exist_ok=True)
            with run_path(self._folder, number).open("wb") as file:
                for piece in _merged(runs):
                    file.write(piece.astype("<u8").tobytes())
                sync_file(file)
            sync_folder(self._folder)
        except OSError as error:
            raise disk_failure(error, self._folder.parent) from error

    def _opened(self, number: int, entries: int) -> Keys:
        path = run_path(self._folder, number)
        try:
            found = np.memmap(path, dtype="<u8", mode="r")
        except (OSError, ValueError) as error:
            raise ArchiveDamaged(
                f"a run of keys cannot be read ({error}); `backfile repair` makes it again", str(path)
            ) from error
        if len(found) != entries:
            raise ArchiveDamaged("a run of keys is not as long as it was; `backfile repair` makes it again", str(path))
        return found


def kept_runs(db: sqlite3.Connection, folder: Path, kind: str) -> KeyRuns:
    """The runs of a kind as who only reads has them: laid out once for as long as the database does not change."""
    known = kept(db, _KnownRuns).of
    if kind not in known:
        known[kind] = KeyRuns(db, folder, kind)
    return known[kind]


class _KnownRuns:
    """Runs that were looked at, by their kind: 4 MB each, and files."""

    def __init__(self, _db: sqlite3.Connection) -> None:
        self.of: dict[str, KeyRuns] = {}


def distinct(values: Keys) -> Keys:
    """The values in order, each once. numpy's own takes fifty times as long for a hundred thousand of them, since 2.3 by hashing."""
    ordered = np.sort(values)
    return ordered[np.concatenate(([True], ordered[1:] != ordered[:-1]))] if len(ordered) else ordered


def are_among(values: Keys, ordered: Keys) -> npt.NDArray[np.bool_]:
    """Of each value whether it stands among those in order. numpy's `isin` makes both distinct before, by hashing."""
    if not len(ordered):
        return np.zeros(len(values), dtype=np.bool_)
    at = np.minimum(np.searchsorted(ordered, values), len(ordered) - 1)
    found: npt.NDArray[np.bool_] = ordered[at] == values
    return found


def _but(run: Keys, entries: Keys) -> Keys:
    return run[~are_among(run, entries)]


def packed(keys: Keys, holders: Keys) -> Keys:
    """Entries of a run."""
    if len(holders) and int(holders.max()) >= MOST_HOLDERS:
        raise ArchiveError(f"an archive can compare no more than {MOST_HOLDERS:,} texts")
    return (keys & ~_HOLDER) | holders


def _small(entries: Keys) -> bytes:
    """A run to be kept: the step from each key to the next, and each holder from the least; byte by byte, compressed."""
    keys, holders = entries >> np.uint64(_HOLDER_BITS), entries & _HOLDER
    least = holders.min(initial=_HOLDER)
    table = np.stack((np.diff(keys, prepend=np.uint64(0)), holders - least)).astype("<u8")
    return int(least).to_bytes(8, "little") + zstandard.compress(
        table.view(np.uint8).reshape(-1, 8).T.tobytes(), _LEVEL
    )


def _whole(stored: bytes, entries: int) -> Keys:
    """The run that was kept so."""
    try:
        table = np.frombuffer(zstandard.decompress(stored[8:], max_output_size=16 * entries), dtype=np.uint8)
        steps, holders = np.ascontiguousarray(table.reshape(8, 2 * entries).T).view("<u8").reshape(2, entries)
    except (zstandard.ZstdError, ValueError) as error:
        raise ArchiveDamaged(f"a run of keys cannot be read ({error}); `backfile repair` makes it again") from error
    least = np.uint64(int.from_bytes(stored[:8], "little"))
    return (np.cumsum(steps, dtype=np.uint64) << np.uint64(_HOLDER_BITS)) | (holders + least)


def run_path(keys: Path, number: int) -> Path:
    """Where a run lies that is a file."""
    return keys / f"{number}.run"


def remove_strays(db: sqlite3.Connection, folder: Path) -> None:
    """Remove files of runs that the database does not name: merged ones, and those of a batch that was never committed."""
    named = {run_path(folder / FOLDER, number) for (number,) in db.execute("SELECT number FROM key_runs")}
    for path in (folder / FOLDER).glob("*.run"):
        if path not in named:
            path.unlink(missing_ok=True)


def _merged(runs: list[Keys]) -> Iterable[Keys]:
    """The entries of all runs in order, some at a time."""
    longest = max(runs, key=len)
    before = [0] * len(runs)
    for at in range(_STEP, len(longest) + _STEP, _STEP):
        ends = [int(np.searchsorted(run, longest[at])) if at < len(longest) else len(run) for run in runs]
        yield np.sort(np.concatenate([run[a:b] for run, a, b in zip(runs, before, ends, strict=True)]), kind="stable")
        before = ends
