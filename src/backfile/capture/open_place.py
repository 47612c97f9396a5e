"""A place opened: the file on disk, the member of a zip, what a gzip or Zstandard file holds, one in the other."""

import io
import lzma
import struct
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO, BinaryIO, cast

from backfile.capture.faults import Fault
from backfile.capture.file_kinds import HEAD_BYTES, Kind, kind_of
from backfile.capture.unpack import Unpacked
from backfile.model.capture import SkipReason

_LOCAL_HEADER = 30
"""Bytes of a zip's local file header before the name (APPNOTE 4.3.7)."""
_IN_MEMORY = 8 * 1024 * 1024
MEMBER_ERRORS = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, OSError, OverflowError,
    RuntimeError, NotImplementedError, ValueError, IndexError,
)  # fmt: skip
"""What the standard library raises for damaged, encrypted or unknown members."""


class FileSlice(io.RawIOBase):
    """Bytes `start` to `start + size` of a file, as a file: a zip's member that is stored as it is."""

    def __init__(self, raw: BinaryIO, start: int, size: int) -> None:
        self._raw, self._start, self._size, self._at = raw, start, size, 0

    def readable(self) -> bool:
        """Always."""
        return True

    def seekable(self) -> bool:
        """Always."""
        return True

    def seek(self, offset: int, whence: int = 0) -> int:
        """As for any file."""
        base = (0, self._at, self._size)[whence]
        self._at = max(0, base + offset)
        return self._at

    def tell(self) -> int:
        """As for any file."""
        return self._at

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override]
        """As for any file."""
        self._raw.seek(self._start + self._at)
        data = self._raw.read(max(0, min(len(buffer), self._size - self._at)))
        buffer[: len(data)] = data
        self._at += len(data)
        return len(data)


class UnpackedFile(io.RawIOBase):
    """What a gzip or Zstandard file holds, as a file. Seeking back unpacks from the start again.

    Where the compressed data is cut or damaged the file ends, and `fault` says why.
    """

    def __init__(self, raw: BinaryIO) -> None:
        self.fault: Fault | None = None
        self._raw = raw
        self._stream = Unpacked(raw)

    def readable(self) -> bool:
        """Always."""
        return True

    def seekable(self) -> bool:
        """Always; never quick."""
        return True

    def seek(self, offset: int, whence: int = 0) -> int:
        """From the start only."""
        if whence:
            raise io.UnsupportedOperation("the size of what is compressed is not known")
        if offset < self._stream.position:
            self._stream = Unpacked(self._raw)
        try:
            self._stream.skip(offset - self._stream.position)
        except Fault as fault:
            self.fault = fault
        return self._stream.position

    def tell(self) -> int:
        """As for any file."""
        return self._stream.position

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override]
        """As for any file."""
        try:
            data = self._stream.peek(1) and self._stream.read(min(len(buffer), self._stream.held))
        except Fault as fault:
            self.fault, data = fault, b""
        buffer[: len(data)] = data
        return len(data)


class Opener:
    """Opens places. Standard input is read from the copy that was made of it."""

    def __init__(self, standard_input: Path | None = None) -> None:
        self._standard_input = standard_input

    @contextmanager
    def open(self, path: str, member: str | None = None) -> Iterator[BinaryIO]:
        """The bytes at a place, seekable. Raises OSError and Fault."""
        with ExitStack() as stack:
            raw: BinaryIO = stack.enter_context(self.open_file(path))
            rest = member
            while rest is not None:
                raw, rest = _enter(raw, rest, stack)
            yield raw

    def open_file(self, path: str) -> BinaryIO:
        """The file itself, to be closed by whoever asks. Raises OSError."""
        disk_path = self._standard_input if path == "-" and self._standard_input else Path(path)
        return disk_path.open("rb")


def _enter(raw: BinaryIO, member: str, stack: ExitStack) -> tuple[BinaryIO, str | None]:
    """One step inside: the file that the first part of `member` names, and what is left of it."""
    kind = kind_of(raw.read(HEAD_BYTES))
    if kind in (Kind.GZIP, Kind.ZSTD):
        _, _, rest = member.partition("!/")
        return cast(BinaryIO, io.BufferedReader(UnpackedFile(raw))), rest or None
    if kind is not Kind.ZIP:
        raise Fault(SkipReason.DAMAGED, f"There is no {member} inside: the file is not the one that was added.")
    archive = stack.enter_context(open_zip(raw))
    name, left = _member_name(archive, member)
    return open_member(raw, archive, archive.getinfo(name), stack), left


def _member_name(archive: zipfile.ZipFile, member: str) -> tuple[str, str | None]:
    """The longest start of `member` that is a name in the zip: names may hold "!/" themselves."""
    parts = member.split("!/")
    names = set(archive.namelist())
    for count in range(len(parts), 0, -1):
        name = "!/".join(parts[:count])
        if name in names:
            return name, "!/".join(parts[count:]) or None
    raise Fault(SkipReason.DAMAGED, f"There is no {member} in the zip: it is not the file that was added.")


def open_zip(raw: BinaryIO) -> zipfile.ZipFile:
    """A zip's directory. Raises Fault."""
    try:
        return zipfile.ZipFile(raw)
    except MEMBER_ERRORS as error:
        message = f"The zip's directory cannot be read ({error}): the file was cut short or damaged. Fetch it again."
        raise Fault(SkipReason.TRUNCATED, message) from error


def open_member(raw: BinaryIO, archive: zipfile.ZipFile, info: zipfile.ZipInfo, stack: ExitStack) -> BinaryIO:
    """A zip's member, seekable; quickly so where it is stored uncompressed. Raises Fault."""
    if info.flag_bits & 1:
        raise Fault(SkipReason.DAMAGED, "This file in the zip is encrypted: unpack the zip with its password first.")
    try:
        opened: IO[bytes] = stack.enter_context(archive.open(info))
    except MEMBER_ERRORS as error:
        raise Fault(
            SkipReason.DAMAGED, f"This file in the zip cannot be read ({error}): unpack the zip yourself."
        ) from error
    if info.compress_type != zipfile.ZIP_STORED:
        return cast(BinaryIO, opened)
    raw.seek(info.header_offset)
    header = raw.read(_LOCAL_HEADER)
    skip = _LOCAL_HEADER + int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little")
    piece = FileSlice(raw, info.header_offset + skip, info.file_size)
    return cast(BinaryIO, io.BufferedReader(piece, 64 * 1024))


def spooled(source: IO[bytes], limit: int, stack: ExitStack) -> BinaryIO:
    """A copy of `source` that can be sought in: in memory while small, then in a temporary file. Raises Fault."""
    copy = stack.enter_context(tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY))  # noqa: SIM115 - the stack closes it
    size = 0
    try:
        while piece := source.read(1024 * 1024):
            size += len(piece)
            if size > limit:
                raise Fault(SkipReason.DAMAGED, f"It unpacks to more than {limit >> 20} MB: unpack the zip yourself.")
            copy.write(piece)
    except MEMBER_ERRORS as error:
        raise Fault(SkipReason.DAMAGED, f"This file in the zip is damaged ({error}). Fetch the zip again.") from error
    copy.seek(0)
    return cast(BinaryIO, copy)
