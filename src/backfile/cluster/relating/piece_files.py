"""Piece files: what one task has for many others, in one file that each of them reads its own pieces of.

This is the shuffle between two steps: a task writes one file, however many blocks there are; a task of the next step reads from each file the
pieces that have its number. A death loses the file at hand, and nothing else.
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np
import zstandard

from backfile.archive.store.key_runs import Keys
from backfile.cluster.part_files import LEVEL
from backfile.cluster.remote_files import OutFolder

_HELD = 8 * 1024 * 1024
"""Bytes that wait for more of their kind before all are written: few pieces a number, and memory that does not grow with the numbers."""
_ROW = 16
"""Bytes of a row of the index: where a piece begins, its bytes. The rows of a number stand together; after them stands where those of each number
begin, then how many numbers there are: so that a reader of one number reads its own rows, however many others there are."""
_COUNT = 8


class PieceWriter:
    """Writes a piece file, from `with` to its end."""

    def __init__(self, path: Path, *, held: int = _HELD) -> None:
        self._path = path
        self._most = held
        self._waiting: defaultdict[int, list[bytes]] = defaultdict(list)
        self._size = 0
        self._index: list[tuple[int, int, int]] = []
        self._at = 0

    def __enter__(self) -> Self:
        self._file = self._path.open("wb")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._file:
            if error is None:
                self._write()
                index = np.array(sorted(self._index), dtype="<u8").reshape(-1, 3)
                starts = np.searchsorted(index[:, 0], np.arange(int(index[:, 0].max(initial=0)) + 2)).astype("<u8")
                self._file.write(index[:, 1:].tobytes() + starts.tobytes() + len(starts).to_bytes(_COUNT, "little"))

    def add(self, number: int, data: bytes) -> None:
        """Keep these bytes for that number, after those that it has."""
        self._waiting[number].append(data)
        self._size += len(data)
        if self._size >= self._most:
            self._write()

    def add_sorted(self, values: Keys, numbers: Keys) -> None:
        """Keep each value for the number beside it; the numbers are in order."""
        for number, of_number in by_number(numbers, values):
            self.add(number, of_number.astype("<u8").tobytes())

    def _write(self) -> None:
        packer = zstandard.ZstdCompressor(level=LEVEL)
        for number in sorted(self._waiting):
            piece = packer.compress(b"".join(self._waiting[number]))
            self._file.write(piece)
            self._index.append((number, self._at, len(piece)))
            self._at += len(piece)
        self._waiting.clear()
        self._size = 0


def by_number(numbers: Keys, values: Keys) -> Iterator[tuple[int, Keys]]:
    """Each of the numbers, which are in order, with the values that stand beside it."""
    starts = np.flatnonzero(np.diff(numbers, prepend=np.uint64(1 << 63))).tolist()
    for start, end in pairwise([*starts, len(numbers)]):
        yield int(numbers[start]), values[start:end]


class PieceReader:
    """Reads a piece file, from `with` to its end."""

    def __init__(self, out: OutFolder, name: str) -> None:
        self._file = out.open(name)
        end = self._file.seek(-_COUNT, 2)
        self._count = int.from_bytes(self._file.read(_COUNT), "little")
        self._starts = end - self._count * _COUNT
        self._file.seek(end - _COUNT)
        rows = int.from_bytes(self._file.read(_COUNT), "little")
        self._index = self._starts - rows * _ROW
        """Where the rows begin: the last number's end at how many there are."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let the file go."""
        self._file.close()

    @property
    def numbers(self) -> list[int]:
        """Those that have a piece, in order."""
        self._file.seek(self._starts)
        starts = np.frombuffer(self._file.read(self._count * _COUNT), dtype="<u8")
        found: list[int] = np.flatnonzero(np.diff(starts)).tolist()
        return found

    def pieces(self, number: int) -> Iterator[bytes]:
        """The bytes of a number, in the pieces in which they were written."""
        yield from map(zstandard.decompress, self.packed(number))

    def packed(self, number: int) -> Iterator[bytes]:
        """The same, compressed."""
        for at, size in self._rows(number):
            self._file.seek(at)
            yield self._file.read(size)

    def _rows(self, number: int) -> list[list[int]]:
        """Where the pieces of a number lie."""
        if number + 1 >= self._count:
            return []
        self._file.seek(self._starts + number * _COUNT)
        first, after, *_ = np.frombuffer(self._file.read(2 * _COUNT), dtype="<u8").tolist()
        self._file.seek(self._index + first * _ROW)
        rows: list[list[int]] = (
            np.frombuffer(self._file.read((after - first) * _ROW), dtype="<u8").reshape(-1, 2).tolist()
        )
        return rows


def pieces_in(out: OutFolder, names: list[str], number: int) -> Iterator[bytes]:
    """The bytes that these files have for a number."""
    for name in names:
        with PieceReader(out, name) as file:
            yield from file.pieces(number)


def values_in(out: OutFolder, names: list[str], number: int) -> Keys:
    """The values that these files have for a number."""
    found = [np.frombuffer(piece, dtype="<u8").astype(np.uint64) for piece in pieces_in(out, names, number)]
    return np.concatenate(found) if found else np.empty(0, dtype=np.uint64)
