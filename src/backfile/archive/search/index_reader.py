"""Search index opened to read: Tantivy lays a lock beside what it reads, so it gets a folder of links of this process's own.

An index that is open has all its files mapped, so the folder goes as soon as it is: a process that is killed leaves none behind.
"""

import shutil
import sqlite3
import tempfile
from pathlib import Path
from typing import Any, NamedTuple

import tantivy

from backfile.archive.search.index_schema import index_failure, open_index, read_mark
from backfile.errors import ArchiveError

_IN_MEMORY = "/dev/shm"  # noqa: S108 - mkdtemp makes a folder of its own there
_TRIES = 3
"""A writer may take away a merged file between the look at the folder and the opening; a lock may come between the emptying and its end."""


class Opened(NamedTuple):
    """An index as it stood when it was opened."""

    searcher: tantivy.Searcher
    schema: tantivy.Schema
    languages: tuple[str, ...]
    """Of its stories."""


class IndexReader:
    """One of the archive's indexes as it stands; opened again when a writer has brought it further. Writes nothing there."""

    def __init__(self, db: sqlite3.Connection, folder: Path, name: str) -> None:
        self._db = db
        self.place = folder / name
        self._mark: dict[str, Any] | None = None
        self._opened: Opened | None = None

    def index(self) -> Opened:
        """The index. Raises ArchiveError where there is none that fits the archive, ArchiveDamaged."""
        mark = read_mark(self._db, self.place)
        if mark is None:
            message = "the archive has no search index that this Backfile can use; `backfile upgrade` makes it"
            raise ArchiveError(message, str(self.place.parent))
        if self._opened is None or mark != self._mark:
            self._opened = self._open(tuple(mark["languages"]))
            self._mark = mark
        return self._opened

    def stories_behind(self) -> int:
        """Stories that were added or changed since the index was last brought up: a search does not see them so."""
        assert self._mark is not None
        row = self._db.execute("SELECT count(*) FROM stories WHERE change > ?", (self._mark["change"],)).fetchone()
        return int(row[0])

    def close(self) -> None:
        """Let the files go."""
        self._opened = None

    def _open(self, languages: tuple[str, ...]) -> Opened:
        left = _TRIES
        while True:
            left -= 1
            links = folder_for_links(self.place)
            try:
                for path in self.place.iterdir():
                    if path.suffix != ".lock":
                        (links / path.name).symlink_to(path)
                index = open_index(links, self.place.name)
                return Opened(index.searcher(), index.schema, languages)
            except (ValueError, OSError) as error:
                if not left:
                    raise index_failure(error, self.place) from error
            finally:
                take_away(links)


def take_away(links: Path) -> None:
    """Remove the folder, again where Tantivy's thread, which looks for commits from the first, laid its lock there meanwhile."""
    for _ in range(_TRIES):
        shutil.rmtree(links, ignore_errors=True)
        if not links.exists():
            return


def folder_for_links(place: Path) -> Path:
    """A new folder among the system's temporary files; in memory where their disk is full, so that a search is possible then too."""
    for where in (None, _IN_MEMORY):
        try:
            return Path(tempfile.mkdtemp(prefix="backfile-search-", dir=where))
        except OSError as error:
            failure = error
    message = (
        f"a search needs a folder for temporary files, and none can be made ({failure.strerror}): name one in TMPDIR"
    )
    raise ArchiveError(message, str(place.parent))
