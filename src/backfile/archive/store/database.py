"""The archive's database opened to read or to write: SQLite, synchronous FULL (docs/decisions/0002-archive.md).

A writer turns the database to WAL, so that readers see each batch as it is committed, and back when it ends and nobody
reads. So an archive at rest is one file, and reading it makes no file beside it and changes no byte.
"""

import errno
import os
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import wraps
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, Self, TypeVar
from urllib.parse import quote

from backfile.archive.store import schema
from backfile.archive.store.failures import database_failure
from backfile.errors import ArchiveError, ArchiveLocked, ArchiveMissing, ArchiveOutdated, BackfileError

DATABASE = "backfile.sqlite"
Result = TypeVar("Result")
_Asked = ParamSpec("_Asked")
NOT_A_FOLDER = "a file stands there, and an archive is a folder: name another with --archive"
_PAGE = 2048
"""Bytes of a page: records of some 7 kB lie on pages of 4 kB with an eighth of the room unused, on these with a sixteenth."""
_LEAST_CACHE, _MOST_CACHE, _CACHED = 16_000, 128_000, 16
"""The page cache in kibibytes: a sixteenth of the database, between 16 MB and 128 MB. What is written at random stays in it."""
_LEAST_FREE, _FREE = 256, 16
"""Free pages at which a database is written anew: half a megabyte, and a sixteenth of all. The first 500 records, encoded again with the
dictionary that they trained, leave a tenth of an archive of 1,000 stories free; what merged runs of keys leave is a thirtieth at the most."""
_WAL = b"\x02\x02"
"""Bytes 18 and 19 of a database that is in WAL mode (sqlite.org/fileformat2.html)."""


class _ReadingCursor(sqlite3.Cursor):
    """A cursor whose errors are ours: what SQLite says in the middle of a list is damage that a user must be told of."""

    def execute(self, *args: Any) -> Self:
        """As sqlite3 has it. Raises ArchiveDamaged, ArchiveFull."""
        try:
            return super().execute(*args)
        except sqlite3.Error as error:
            raise self._failure(error) from error

    def fetchone(self) -> Any:
        """As sqlite3 has it. Raises ArchiveDamaged."""
        try:
            return super().fetchone()
        except sqlite3.Error as error:
            raise self._failure(error) from error

    def fetchall(self) -> list[Any]:
        """As sqlite3 has it. Raises ArchiveDamaged."""
        try:
            return super().fetchall()
        except sqlite3.Error as error:
            raise self._failure(error) from error

    def __next__(self) -> Any:
        try:
            return super().__next__()
        except sqlite3.Error as error:
            raise self._failure(error) from error

    def _failure(self, error: sqlite3.Error) -> BackfileError:
        assert isinstance(self.connection, _Reading)
        return database_failure(error, self.connection.database)


class _Reading(sqlite3.Connection):
    """A database that is read."""

    database = Path(DATABASE)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.in_use = threading.RLock()
        self._kept: dict[Callable[[sqlite3.Connection], Any], Any] = {}
        self._kept_at = 0
        self.is_looked_at = False
        """Whether it was seen, within this transaction, which version of the database it reads: that one stays."""

    def execute(self, *args: Any) -> Any:
        """As sqlite3 has it; which makes its own cursor, where it is not asked for one."""
        return self.cursor().execute(*args)

    def cursor(self, factory: Any = _ReadingCursor) -> Any:
        """A cursor whose errors are ours."""
        return super().cursor(factory)

    def kept(self, made: Callable[[sqlite3.Connection], Result]) -> Result:
        """What is made of the database, kept until a writer has changed that."""
        if not (self.in_transaction and self.is_looked_at):
            (version,) = self.execute("PRAGMA data_version").fetchone()
            self.is_looked_at = True
            if version != self._kept_at:
                self._kept, self._kept_at = {}, version
        if made not in self._kept:
            self._kept[made] = made(self)
        found: Result = self._kept[made]
        return found


@contextmanager
def one_moment(db: sqlite3.Connection) -> Iterator[None]:
    """All that is read within is of one moment of the archive. Within another, that one's.

    One transaction: a statement by itself locks the file and looks whether it changed, which took half of a list's time.
    """
    assert isinstance(db, _Reading)
    with db.in_use:
        if db.in_transaction:
            yield
            return
        db.execute("BEGIN")
        db.is_looked_at = False
        try:
            yield
        finally:
            if db.in_transaction:  # SQLite ends one by itself after some errors
                db.execute("COMMIT")


def at_one_moment(read: Callable[Concatenate[Any, _Asked], Result]) -> Callable[Concatenate[Any, _Asked], Result]:
    """A method of a reader, which has its database as `_db`, all of whose answer is of one moment, whatever a writer commits meanwhile."""

    @wraps(read)
    def within(reader: Any, /, *args: _Asked.args, **more: _Asked.kwargs) -> Result:
        with one_moment(reader._db):
            return read(reader, *args, **more)

    return within


def kept(db: sqlite3.Connection, made: Callable[[sqlite3.Connection], Result]) -> Result:
    """What is made of a database that is read, for as long as that does not change."""
    assert isinstance(db, _Reading)
    return db.kept(made)


def open_to_write(folder: Path) -> sqlite3.Connection:
    """The archive's database, made when there is none. The caller holds the writer's lock. Raises ArchiveOutdated."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        db = sqlite3.connect(folder / DATABASE, isolation_level=None)
        if db.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone():
            _expect_format(db, folder)
            if schema.format_of(db) != schema.FORMAT:
                raise outdated(db, folder)
        _turn_to_writing(db)
        if not db.execute("SELECT 1 FROM sqlite_master WHERE name = 'meta'").fetchone():
            _make(db)
    except sqlite3.Error as error:
        raise database_failure(error, folder / DATABASE, is_open=False) from error
    except OSError as error:
        raise ArchiveError(f"cannot make an archive here: {error.strerror}", str(folder)) from error
    return db


def open_older(folder: Path) -> sqlite3.Connection:
    """The database of an archive of any format that this Backfile knows, read only, with SQLite's own errors."""
    return _opened_to_read(folder)


def end_writing(folder: Path) -> None:
    """Bring a database that a writer left, killed perhaps, into one file. The caller holds the writer's lock."""
    try:
        db = sqlite3.connect(folder / DATABASE, isolation_level=None)
        try:
            mode = _turn_to_rest(db)
        finally:
            db.close()
    except sqlite3.Error as error:
        raise database_failure(error, folder / DATABASE, is_open=False) from error
    if mode != "delete":
        raise ArchiveLocked("somebody reads this archive: stop `backfile serve`, and run this again", str(folder))


def give_back_room(db: sqlite3.Connection) -> None:
    """Write a database anew of which much is free pages. Where that cannot be done, for want of room say, it stays as it is."""
    (pages,), (free,) = (db.execute(f"PRAGMA {what}_count").fetchone() for what in ("page", "freelist"))
    if free >= _LEAST_FREE and free * _FREE > pages:
        with suppress(sqlite3.Error):
            db.execute("VACUUM")


def close_written(db: sqlite3.Connection) -> None:
    """Let a database go that was opened to write: out of WAL mode, where nobody else has it open."""
    with suppress(sqlite3.Error):  # a reader has it open, or the disk is full: the next writer does it
        if db.in_transaction:
            db.execute("ROLLBACK")
        db.execute("PRAGMA busy_timeout = 0")
        _turn_to_rest(db)
    db.close()


def open_to_read(folder: Path) -> sqlite3.Connection:
    """The archive's database, read only; sees what a writer commits meanwhile. Raises ArchiveMissing, ArchiveOutdated."""
    db = _opened_to_read(folder, _Reading)
    if schema.format_of(db) != schema.FORMAT:
        try:
            raise outdated(db, folder)
        finally:
            db.close()
    return db


def _opened_to_read(folder: Path, factory: type[sqlite3.Connection] = sqlite3.Connection) -> sqlite3.Connection:
    path = folder / DATABASE
    try:
        path.stat()
        if not os.access(path, os.R_OK, effective_ids=True):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    except PermissionError as error:
        message = "no permission to read the archive; change its permissions, or run as its owner"
        raise ArchiveError(message, str(folder)) from error
    except NotADirectoryError as error:
        raise ArchiveMissing(NOT_A_FOLDER, str(folder)) from error
    except OSError as error:
        raise ArchiveMissing("there is no archive here; `backfile add` makes one", str(folder)) from error
    try:
        try:
            db = _connected(path, factory)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_READONLY_ROLLBACK:
                raise
            _roll_back(path)
            db = _connected(path, factory)
    except sqlite3.Error as error:
        raise database_failure(error, path, is_open=False) from error
    if isinstance(db, _Reading):
        db.database = path
    return db


def _connected(path: Path, factory: type[sqlite3.Connection]) -> sqlite3.Connection:
    db = sqlite3.connect(_address(path), uri=True, isolation_level=None, check_same_thread=False, factory=factory)
    _expect_format(db, path.parent)
    return db


def _roll_back(path: Path) -> None:
    """Undo what a power cut left half written, as a reader that may write no byte cannot (sqlite.org/lockingv3.html, hot journals)."""
    if not os.access(path, os.W_OK, effective_ids=True):
        message = "a power cut left a change half written; once somebody who may write here reads it, it is whole again"
        raise ArchiveError(message, str(path.parent))
    db = sqlite3.connect(path)
    try:
        db.execute("SELECT 1 FROM sqlite_master")
    finally:
        db.close()


def outdated(db: sqlite3.Connection, folder: Path) -> ArchiveOutdated:
    """The error for what an archive of an older format cannot do."""
    return ArchiveOutdated(
        f"this archive is of an older Backfile ({schema.format_of(db)}); `backfile upgrade {folder}` brings it up",
        str(folder),
    )


def fit_cache(db: sqlite3.Connection) -> None:
    """Let the page cache be as large as the database asks for: an archive may be filled to any size at one go."""
    (pages,) = db.execute("PRAGMA page_count").fetchone()
    cache = min(max(pages * _PAGE // 1024 // _CACHED, _LEAST_CACHE), _MOST_CACHE)
    db.execute(f"PRAGMA cache_size = {-cache}")


def _turn_to_writing(db: sqlite3.Connection) -> None:
    db.execute(f"PRAGMA page_size = {_PAGE}")  # of a database that is still empty
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = FULL")
    fit_cache(db)


def _turn_to_rest(db: sqlite3.Connection) -> str:
    """Out of WAL mode; EXTRA waits until the disk has seen the journal of that go, which a cut would bring back else. The mode."""
    db.execute("PRAGMA synchronous = EXTRA")
    (mode,) = db.execute("PRAGMA journal_mode = DELETE").fetchone()
    return str(mode)


def _make(db: sqlite3.Connection) -> None:
    """An empty archive, whole or not at all."""
    db.execute("BEGIN IMMEDIATE")
    schema.make_tables(db)
    marks = [("format", schema.FORMAT), ("archive", os.urandom(16).hex()), ("change", 0)]
    db.executemany("INSERT INTO meta VALUES (?, ?)", marks)
    db.execute("COMMIT")


def _address(path: Path) -> str:
    """The database for SQLite to read. One that was left in WAL mode with no log beside it is read as it lies: SQLite
    would make two files there, which on a read-only disk it cannot."""
    address = f"file:{quote(str(path.absolute()))}?mode=ro"
    with path.open("rb") as file:
        is_wal = file.read(20)[18:] == _WAL
    return f"{address}&immutable=1" if is_wal and not path.with_name(DATABASE + "-wal").exists() else address


def _expect_format(db: sqlite3.Connection, folder: Path) -> None:
    try:
        row = db.cursor(sqlite3.Cursor).execute("SELECT value FROM meta WHERE name = 'format'").fetchone()
    except sqlite3.OperationalError as error:
        if "no such table" not in str(error):
            raise
        row = None
    if row is None:
        raise ArchiveMissing("the database there is not an archive, or was never finished", str(folder / DATABASE))
    if row[0] != schema.FORMAT and row[0] not in schema.OLDER:
        raise ArchiveError(
            f"this is an archive of a newer Backfile ({row[0]}), and this one knows no more than {schema.FORMAT}:"
            " install a newer one to use it",
            str(folder),
        )
