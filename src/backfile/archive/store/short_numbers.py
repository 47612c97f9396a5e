"""Short numbers: two bytes a key, in rows of 4,096 of a table, and all of them in memory while an archive is written.

For what is asked of thousands of stories or wordings at a batch: a row of its own for each would be a page read for each.
"""

import sqlite3
from collections.abc import Iterable, Mapping

import numpy as np
import numpy.typing as npt

_CHUNK = 4096
_MOST = (1 << 16) - 1
Numbers = npt.NDArray[np.uint16]


class ShortNumbers:
    """The numbers of one table (`chunk`, `bytes`), open for writing; 0 where none was put."""

    def __init__(self, db: sqlite3.Connection, table: str) -> None:
        self._db = db
        self._table = table
        self._held = stored_numbers(db, table)

    def of(self, keys: npt.ArrayLike) -> Numbers:
        """The number of each key."""
        found: Numbers = self._held[np.asarray(keys, dtype=np.intp)]
        return found

    def put(self, numbers: Mapping[int, int]) -> None:
        """Keep these; what is more than two bytes hold is kept as the most they do."""
        if not numbers:
            return
        chunks = max(numbers) // _CHUNK + 1
        if chunks * _CHUNK > len(self._held):
            more = np.zeros(chunks * _CHUNK - len(self._held), dtype=np.uint16)
            self._held = np.concatenate((self._held, more))
        for key, number in numbers.items():
            self._held[key] = min(number, _MOST)
        self._write(sorted({key // _CHUNK for key in numbers}))

    def _write(self, chunks: Iterable[int]) -> None:
        parts = [(one, self._held[one * _CHUNK : (one + 1) * _CHUNK].astype("<u2").tobytes()) for one in chunks]
        self._db.executemany(f"INSERT OR REPLACE INTO {self._table} VALUES (?, ?)", parts)  # noqa: S608 - a name of ours


def stored_numbers(db: sqlite3.Connection, table: str) -> Numbers:
    """All the numbers of a table, by their keys."""
    (chunks,) = db.execute(f"SELECT ifnull(max(chunk) + 1, 0) FROM {table}").fetchone()  # noqa: S608 - a name of ours
    numbers = np.zeros(chunks * _CHUNK, dtype=np.uint16)
    for chunk, stored in db.execute(f"SELECT chunk, bytes FROM {table}"):  # noqa: S608 - a name of ours
        numbers[chunk * _CHUNK : (chunk + 1) * _CHUNK] = np.frombuffer(stored, dtype="<u2")
    return numbers
