"""The folder of a published site: only what has changed is written, and what is no longer made is taken away."""

import fcntl
import os
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from backfile.errors import OutputRefused
from backfile.publish.written_files import LIST, UNFINISHED, Written, WrittenFiles, as_written, write_file


class SiteFolder:
    """What stands in the folder, and what this run has made; one run a folder at a time.

    Raises OutputRefused for a folder with files of somebody else's, or into which another run is publishing.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.made: set[str] = set()
        try:
            folder.mkdir(parents=True, exist_ok=True)
            if not (folder / LIST).exists() and any(folder.iterdir()):
                message = "There is something in it that was not published from here: name an empty folder."
                raise OutputRefused(message, str(folder))
            self._lock = _locked(folder)
            for unfinished in folder.glob(f"{UNFINISHED}*"):
                unfinished.unlink()
        except OSError as error:
            raise OutputRefused(f"It cannot be written: {error.strerror or error}.", str(folder)) from error
        try:
            self._list = WrittenFiles(folder)
        except BaseException:
            os.close(self._lock)
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._list.close()
        os.close(self._lock)

    def as_left(self, sign: str) -> dict[str, Any] | None:
        """What the run before told of itself, where it was made of the same and nobody has touched its files since."""
        told = self._list.told()
        if told and told["sign"] == sign and self._list.are_as_written():
            left: dict[str, Any] = told["told"]
            return left
        self._list.start()
        return None

    def begin(self, files: Iterable[str]) -> None:
        """Says that these are about to be written."""
        self._list.begin(files)

    def put(self, written: Iterable[Written]) -> None:
        """Lists files that others have written, or found to be what they have to be."""
        written = list(written)
        self._list.put(written)
        self.made.update(one.file for one in written)

    def add(self, file: str, payload: bytes) -> bool:
        """Writes a file; whether it was new or another."""
        self.begin((file,))
        written, is_changed = write_file(self.folder, file, payload)
        self.put((written,))
        return is_changed

    def keep(self, files: Iterable[str]) -> bool:
        """Has files of the run before stay as they are; False, and nothing done, where one is not there or is another."""
        files = list(files)
        for file in files:
            line = self._list.of(file)
            if line is None or as_written(self.folder, line) is None:
                return False
        self.made.update(files)
        return True

    def words_of(self, file: str) -> bytes:
        """The digest of what the search has of a story's page."""
        line = self._list.of(file)
        return line.words if line else b""

    def finish(self, sign: str, told: dict[str, Any]) -> int:
        """Takes away what was there and was not made again, and lists what is, with a sign of what it was made of and what the run tells of
        itself; how many were taken away."""
        gone = [file for file in self._list.names() if file not in self.made]
        for file in gone:
            (self.folder / file).unlink(missing_ok=True)
            self._empty(os.path.dirname(file))  # noqa: PTH120 - a name in the list, not a path on the disk
        self._list.take_out(gone)
        self._list.tell({"sign": sign, "told": told})
        return len(gone)

    def _empty(self, name: str) -> None:
        while name:
            try:
                (self.folder / name).rmdir()
            except OSError:
                return
            name = os.path.dirname(name)  # noqa: PTH120


def _locked(folder: Path) -> int:
    """The folder itself, open and locked (flock): no file is left in it, and whoever dies lets it go."""
    held = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        os.close(held)
        message = "Another run is publishing into it: wait until that has ended, or end it, and run this again."
        raise OutputRefused(message, str(folder)) from error
    except OSError:  # a disk of another machine that keeps no locks: as good as there was none
        pass
    return held
