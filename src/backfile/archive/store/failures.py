"""Failures of the disk and of SQLite as Backfile's errors, each with what to do."""

import errno
import sqlite3
from pathlib import Path

from backfile.errors import ArchiveDamaged, ArchiveError, ArchiveFull, ArchiveLocked

_DISK_FULL = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_WRITE, sqlite3.SQLITE_IOERR_FSYNC, sqlite3.SQLITE_IOERR_SHMSIZE}


def database_failure(error: sqlite3.Error, database: Path, *, is_open: bool = True) -> ArchiveError:
    """SQLite's error as ours: a full disk, somebody who holds the file, or damage; of a database that cannot even be opened, `check` knows no more."""
    if getattr(error, "sqlite_errorcode", None) in _DISK_FULL:
        return disk_full(database.parent)
    if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_BUSY:
        why = "somebody else reads or writes this archive just now: run this again when that has ended"
        return ArchiveLocked(why, str(database.parent))
    advice = "`backfile check` says more" if is_open else "`backfile repair` makes it again from what is left"
    return ArchiveDamaged(f"the database cannot be used ({error}); {advice}", str(database))


def disk_full(folder: Path) -> ArchiveFull:
    """The error for a disk that takes no more."""
    return ArchiveFull(
        "the disk is full. What was reported as added is safe; make room and run the same command again", str(folder)
    )


def disk_failure(error: OSError, folder: Path) -> ArchiveError:
    """A failed write of a file as ours: a full disk, or whatever the system says."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return disk_full(folder)
    return ArchiveError(f"cannot write: {error.strerror}", error.filename or str(folder))
