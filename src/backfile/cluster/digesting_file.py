"""A file that takes the digest of a stretch of itself while it is read, so that nothing is fetched twice for it."""

import hashlib
import io
from typing import BinaryIO

_PIECE = 1024 * 1024


class DigestingFile(io.RawIOBase):
    """The file `raw`; `digest` is of its bytes from `start` to `end`."""

    def __init__(self, raw: BinaryIO, start: int, end: int) -> None:
        self._raw = raw
        self._sum = hashlib.sha256()
        self._at = start
        """The first byte that is not in the digest yet."""
        self._end = end

    def readable(self) -> bool:
        """Always."""
        return True

    def seekable(self) -> bool:
        """Always."""
        return True

    def seek(self, offset: int, whence: int = 0) -> int:
        """As for any file."""
        return self._raw.seek(offset, whence)

    def tell(self) -> int:
        """As for any file."""
        return self._raw.tell()

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override]
        """As for any file."""
        data = self.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)

    def read(self, size: int | None = -1) -> bytes:
        """As for any file."""
        begin = self._raw.tell()
        data = self._raw.read(-1 if size is None else size)
        if begin <= self._at < begin + len(data):
            new = data[self._at - begin : max(0, self._end - begin)]
            self._sum.update(new)
            self._at += len(new)
        return data

    def digest(self) -> str:
        """ "sha256:" and 64 hex digits; what was not read is read now."""
        self._raw.seek(self._at)
        while self._at < self._end and self.read(min(_PIECE, self._end - self._at)):
            pass
        return f"sha256:{self._sum.hexdigest()}"

    def close(self) -> None:
        """Close the file too."""
        self._raw.close()
        super().close()
