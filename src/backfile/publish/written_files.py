"""The list of the files that were published into a folder: what each is, and what it rests on, so that a later run knows which still hold.

A line is whole by itself: it is written after its file, and says which bytes that file has. So a run that broke off leaves nothing that
another could wrongly believe: a file whose bytes are not those of its line is made anew. SQLite; what is taken out of the list is overwritten.
"""

import hashlib
import os
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple, Self
from urllib.parse import quote

import orjson

from backfile.errors import OutputRefused
from backfile.publish.asked_archive import Rests, write_asked

LIST = ".backfile-site.sqlite"
UNFINISHED = ".backfile-unfinished-"
"""How files begin that are not wholly written: one a process, and taken away by the next run."""
_TABLES = """
CREATE TABLE IF NOT EXISTS told (name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS files (
  file TEXT PRIMARY KEY, size INTEGER, mtime_ns INTEGER, digest BLOB, sign BLOB, answers BLOB, words BLOB, rests BLOB
) WITHOUT ROWID;
"""
"""A file without a size was about to be written."""


class Written(NamedTuple):
    """A file of the folder."""

    file: str
    size: int
    mtime_ns: int
    digest: bytes
    """Of its bytes."""
    sign: bytes = b""
    """Of all that pages are made with beside the archive."""
    answers: bytes = b""
    """Of what the archive answered; empty for a file that is made in every run."""
    words: bytes = b""
    """Of what the search in the browser has of a story."""
    rests: bytes = b""
    """The questions that were asked, and the links, packed."""

    def asked(self) -> tuple[Rests, tuple[str, ...]]:
        """What it rests on, and where it links to."""
        asked, links = orjson.loads(zlib.decompress(self.rests))
        return Rests(asked, self.answers), tuple(links)


def resting(file: Written, rests: Rests, links: Iterable[str]) -> Written:
    """The file with what it rests on."""
    packed = zlib.compress(b"[%b,%b]" % (write_asked(rests.asked), orjson.dumps(list(links))), 1)
    return file._replace(answers=rests.answers, rests=packed)


def digest_of(payload: bytes) -> bytes:
    """Sixteen bytes that tell files apart."""
    return hashlib.blake2b(payload, digest_size=16).digest()


def write_if_changed(folder: Path, file: str, payload: bytes) -> bool:
    """Writes a file of the folder; False where it was so already. One that is there is replaced, whole or not at all.

    A new one is written in its place, which takes half the time: no page leads to it yet, and what is left of one where a run breaks off has no
    line in the list.
    """
    path = folder / file
    try:
        if path.stat().st_size == len(payload) and path.read_bytes() == payload:
            return False
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as new:
            new.write(payload)
        return True
    partial = folder / f"{UNFINISHED}{os.getpid()}"
    partial.write_bytes(payload)
    partial.replace(path)
    return True


def write_file(folder: Path, file: str, payload: bytes) -> tuple[Written, bool]:
    """The same, and the line of the list."""
    is_changed = write_if_changed(folder, file, payload)
    stat = os.stat(f"{folder}/{file}")  # noqa: PTH116 - a Path takes twice as long
    return Written(file, stat.st_size, stat.st_mtime_ns, digest_of(payload)), is_changed


def as_written(folder: Path, one: Written) -> Written | None:
    """The line of a file that has the bytes that its line says; None for one that has not, or is not there."""
    path = f"{folder}/{one.file}"
    try:
        stat = os.stat(path)  # noqa: PTH116
        if (stat.st_size, stat.st_mtime_ns) == (one.size, one.mtime_ns):
            return one
        if stat.st_size != one.size or digest_of(Path(path).read_bytes()) != one.digest:
            return None
    except OSError:
        return None
    return one._replace(mtime_ns=stat.st_mtime_ns)


class WrittenFiles:
    """The list in a folder: by one process written, by others read meanwhile."""

    def __init__(self, folder: Path, *, is_read_only: bool = False) -> None:
        self._folder = folder
        mode = "ro" if is_read_only else "rwc"
        try:
            self._db = sqlite3.connect(
                f"file:{quote(str((folder / LIST).absolute()))}?mode={mode}", uri=True, isolation_level=None
            )
            self._db.execute("PRAGMA secure_delete = ON")
            if not self._db.execute("SELECT 1 FROM sqlite_master WHERE name = 'files'").fetchone():
                self._db.executescript(_TABLES)
        except sqlite3.Error as error:
            raise OutputRefused(
                f"The list of its files, {LIST}, cannot be read ({error}): name an empty folder.", str(folder)
            ) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Lets the list go, as one file."""
        if self._db.in_transaction:
            self._db.execute("ROLLBACK")
        with suppress(sqlite3.OperationalError):  # it is read by another, or only read here
            self._db.execute("PRAGMA journal_mode = DELETE")
        self._db.close()

    def of(self, file: str) -> Written | None:
        """The line of a file that was written; None where there is none."""
        return self.of_each((file,)).get(file)

    def of_each(self, files: Sequence[str]) -> dict[str, Written]:
        """The lines of those of some files that were written."""
        marks = ", ".join("?" * len(files))
        rows = self._db.execute(f"SELECT * FROM files WHERE file IN ({marks}) AND size IS NOT NULL", files)  # noqa: S608 - only marks for values
        return {row[0]: Written(*row) for row in rows}

    def names(self) -> Iterator[str]:
        """Every file that was written, or was about to be."""
        return (name for (name,) in self._db.execute("SELECT file FROM files ORDER BY file").fetchall())

    def begin(self, files: Iterable[str]) -> None:
        """Says that these are about to be written: should the run break off, the next knows that they are its own."""
        self._write("INSERT OR IGNORE INTO files (file) VALUES (?)", ((file,) for file in files))

    def put(self, written: Iterable[Written]) -> None:
        """The lines of files that stand there now."""
        self._write("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?, ?, ?)", written)

    def take_out(self, files: Iterable[str]) -> None:
        """Takes lines out."""
        self._write("DELETE FROM files WHERE file = ?", ((file,) for file in files))

    def _write(self, statement: str, rows: Iterable[Any]) -> None:
        self._db.execute("BEGIN IMMEDIATE")
        self._db.executemany(statement, rows)
        self._db.execute("COMMIT")

    def are_as_written(self) -> bool:
        """Whether every file of the list stands there, and nobody has touched one."""
        query = "SELECT file, size, mtime_ns, digest FROM files"
        return all(
            row[1] is not None and as_written(self._folder, Written(*row)) is not None
            for row in self._db.execute(query)
        )

    def told(self) -> dict[str, Any] | None:
        """What the run before told of itself, where it came to its end."""
        row = self._db.execute("SELECT value FROM told WHERE name = 'run'").fetchone()
        return orjson.loads(row[0]) if row else None

    def start(self) -> None:
        """Has the list be written while others read it. Nothing is told of a run that does not come to its end."""
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.execute("PRAGMA synchronous = NORMAL")
        self._db.execute("DELETE FROM told")

    def tell(self, told: dict[str, Any]) -> None:
        """What a run that has ended tells."""
        self._db.execute("INSERT OR REPLACE INTO told VALUES ('run', ?)", (orjson.dumps(told),))
