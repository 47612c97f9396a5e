"""Search index opened to read: Tantivy lays a lock beside what it reads, so it gets a folder of links of this process's own."""

import shutil
import sqlite3
import tempfile
import weakref
from pathlib import Path
from typing import Any

import tantivy

from backfile.archive.search.index_schema import FOLDER, index_failure, open_index, read_mark
from backfile.errors import ArchiveError

_TRIES = 3
"""A writer may take away a merged file between the look at the folder and the opening."""


class IndexReader:
    """The archive's index as it stands; opened again when a writer has brought it further. Writes nothing there."""

    def __init__(self, db: sqlite3.Connection, folder: Path) -> None:
        self._db = db
        self._folder = folder
        self._mark: dict[str, Any] | None = None
        self._index: tantivy.Index | None = None
        self._unlink = weakref.finalize(self, _remove, None)

    def index(self) -> tantivy.Index:
        """Tantivy's index. Raises ArchiveError where there is none that fits the archive, ArchiveDamaged."""
        mark = read_mark(self._db, self._folder)
        if mark is None:
            message = "the archive has no search index that this Backfile can use; `backfile upgrade` makes it"
            raise ArchiveError(message, str(self._folder))
        if self._index is None or mark != self._mark:
            self._open()
            self._mark = mark
        assert self._index is not None
        return self._index

    def stories_behind(self) -> int:
        """Stories that were added or changed since the index was last brought up: a search does not see them so."""
        assert self._mark is not None
        row = self._db.execute("SELECT count(*) FROM stories WHERE change > ?", (self._mark["change"],)).fetchone()
        return int(row[0])

    def close(self) -> None:
        """Let the files go."""
        self._index = None
        self._unlink()

    def _open(self) -> None:
        for left in reversed(range(_TRIES)):
            self.close()
            links = Path(tempfile.mkdtemp(prefix="backfile-search-"))
            self._unlink = weakref.finalize(self, _remove, links)
            try:
                for path in (self._folder / FOLDER).iterdir():
                    if path.suffix != ".lock":
                        (links / path.name).symlink_to(path)
                self._index = open_index(links)
            except (ValueError, OSError) as error:
                if not left:
                    raise index_failure(error, self._folder) from error
            else:
                return


def _remove(links: Path | None) -> None:
    if links is not None:
        shutil.rmtree(links, ignore_errors=True)
