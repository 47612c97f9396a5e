"""One writer an archive: a lock on a file that names the process (flock), let go however the process ends."""

import fcntl
import os
import time
from pathlib import Path
from types import TracebackType

from backfile.archive.store.database import NOT_A_FOLDER
from backfile.errors import ArchiveError, ArchiveLocked

LOCK = "writer.lock"


class WriterLock:
    """HeldVersion from `with` to its end. Raises ArchiveLocked, with the other's process number."""

    def __init__(self, folder: Path, *, patience: float = 0) -> None:
        """`patience`: seconds to wait for a writer who is soon done, as one is who dates a story."""
        self._path = folder / LOCK
        self._patience = patience
        self._file = -1

    def __enter__(self) -> "WriterLock":
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._file = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o644)
        except (FileExistsError, NotADirectoryError) as error:
            raise ArchiveError(NOT_A_FOLDER, str(self._path.parent)) from error
        except OSError as error:
            raise ArchiveError(f"cannot write here: {error.strerror}", str(self._path.parent)) from error
        try:
            self._take()
        except BlockingIOError as error:
            other = os.pread(self._file, 20, 0).decode("ascii", "replace").strip() or "unknown"
            os.close(self._file)
            message = f"another process is adding to this archive (process {other}); wait for it, or end it"
            raise ArchiveLocked(message, str(self._path.parent)) from error
        os.ftruncate(self._file, 0)
        os.pwrite(self._file, b"%d\n" % os.getpid(), 0)
        return self

    def _take(self) -> None:
        until = time.monotonic() + self._patience
        while True:
            try:
                return fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                if time.monotonic() >= until:
                    raise
                time.sleep(0.05)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.ftruncate(self._file, 0)
        os.close(self._file)
