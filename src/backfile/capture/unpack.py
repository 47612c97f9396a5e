"""A file's bytes with gzip or Zstandard undone, member by member (RFC 1952, RFC 8878, WARC-zstd 1.0).

A web archive is compressed one record a member, so that one record can be read by seeking to its member. `Unpacked` is
a forward reader over the bytes inside that knows, at each moment, whether it stands at the start of a member and where
that member starts in the file. A file that is not compressed is one endless member: its offsets are its positions.

The plan: `_step` unpacks a little of the current member into a buffer. It never opens the next member before the buffer
asks for more, so a fault in the next member does not spoil the record before it. A bad member raises `Fault`;
`next_member` then looks for the next place that unpacks to something that starts like a record.
"""

import re
import zlib
from collections import deque
from collections.abc import Callable
from typing import BinaryIO, Protocol

import zstandard

from backfile.capture.faults import Fault
from backfile.limits import LARGEST_PAYLOAD
from backfile.model.capture import SkipReason

GZIP_MAGIC = b"\x1f\x8b\x08"
ZSTD_MAGIC = b"\x28\xb5\x2f\xfd"
ZSTD_DICTIONARY_MAGIC = b"\x5d\x2a\x4d\x18"
ZSTD_SKIPPABLE = re.compile(rb"[\x50-\x5f]\x2a\x4d\x18", re.DOTALL)
RECORD_START = re.compile(rb"WARC/[01]\.|filedesc://|[a-z]{2,10}:[^\s]+ [0-9a-fA-F.:]+ \d{14} ")
"""How a record starts: WARC/1.1; filedesc://crawl.arc ...; http://a.org/ 10.0.0.1 20080908120000 ...; not <html>."""
_STORED_STEP = 64 * 1024
_ZSTD_STEP = 2 * 1024
"""Stored bytes given to Zstandard at once: it has no limit on what comes out, and four bytes can hold 128 kB."""
_LARGEST_STEP = 1024 * 1024


class MemberFault(Fault):
    """The compressed data itself is bad: reading can go on at the next member only."""

    taken: bytes = b""
    """What was read before the bad place by the read that met it."""


class _Member(Protocol):
    """One member being unpacked."""

    ended: bool

    def unpack(self, stored: bytes) -> tuple[bytes, bytes]:
        """Bytes inside, and the stored bytes not used yet."""


class _Plain:
    ended = False

    def unpack(self, stored: bytes) -> tuple[bytes, bytes]:
        return stored, b""


class _Gzip:
    def __init__(self) -> None:
        self._decoder = zlib.decompressobj(31)
        self.ended = False

    def unpack(self, stored: bytes) -> tuple[bytes, bytes]:
        out = self._decoder.decompress(stored, _LARGEST_STEP)
        self.ended = self._decoder.eof
        return out, self._decoder.unused_data if self.ended else self._decoder.unconsumed_tail


class _Zstd:
    def __init__(self, decompressor: zstandard.ZstdDecompressor) -> None:
        self._decoder = decompressor.decompressobj()
        self.ended = False

    def unpack(self, stored: bytes) -> tuple[bytes, bytes]:
        out = self._decoder.decompress(stored[:_ZSTD_STEP])
        self.ended = self._decoder.eof
        return out, (self._decoder.unused_data if self.ended else b"") + stored[_ZSTD_STEP:]


class Unpacked:
    """A forward reader over the bytes inside `raw`, from the member that starts at byte `start`."""

    def __init__(self, raw: BinaryIO, start: int = 0) -> None:
        self._raw = raw
        self._open_member = _opener(raw)
        self.is_packed = self._open_member is not _Plain
        self.position = 0 if self.is_packed else start
        """Bytes inside given so far, from the member that reading began at (for a plain file: from its start)."""
        self.size: int | None = None
        """Bytes inside, once the end was seen."""
        self._restart(start)

    def _restart(self, stored: int) -> None:
        self._raw.seek(stored)
        self._stored_at = stored
        """Stored bytes used up, from the file's start: those in `_stored` come after."""
        self._stored = b""
        self._member: _Member | None = None
        self._member_start = stored
        self._buffer = b""
        self._at = 0
        self._starts: deque[tuple[int, int]] = deque()

    # Reading

    def peek(self, count: int) -> bytes:
        """Up to `count` bytes without moving; fewer only at the end."""
        while len(self._buffer) - self._at < count and self._step():
            pass
        return self._buffer[self._at : self._at + count]

    def read(self, count: int) -> bytes:
        """`count` bytes; fewer only at the end. The caller bounds `count`."""
        parts: list[bytes] = []
        while count > 0:
            try:
                if self._at == len(self._buffer) and not self._step():
                    break
            except MemberFault as fault:
                fault.taken = b"".join(parts)
                raise
            part = self._buffer[self._at : self._at + count]
            self._move(len(part))
            parts.append(part)
            count -= len(part)
        return parts[0] if len(parts) == 1 else b"".join(parts)

    @property
    def held(self) -> int:
        """Bytes unpacked and not yet given."""
        return len(self._buffer) - self._at

    def line(self, limit: int = 16 * 1024) -> bytes:
        """A line with its newline; without one only at the end or at `limit` bytes."""
        searched = 0
        while True:
            found = self._buffer.find(b"\n", self._at + searched, self._at + limit)
            if found >= 0:
                return self.read(found + 1 - self._at)
            searched = len(self._buffer) - self._at
            if searched >= limit or not self._step():
                return self.read(min(searched, limit))

    def unread(self, count: int) -> None:
        """Back over bytes of the last line, as far as they are of the current member."""
        if self.is_packed:
            count = min(count, self.position - self._current_start()[0])
        self._move(-min(count, self._at))

    def skip(self, count: int) -> int:
        """Move over `count` bytes; gives how many there were."""
        left = count
        while left > 0:
            if self._at == len(self._buffer) and not self._step():
                break
            part = min(left, len(self._buffer) - self._at)
            self._move(part)
            left -= part
        return count - left

    def find(self, pattern: re.Pattern[bytes], longest: int = 256) -> bool:
        """Move to the next match of `pattern` (at most `longest` bytes long); to the end when there is none."""
        while True:
            window = self.peek(_STORED_STEP + longest)
            found = pattern.search(window)
            if found:
                self._move(found.start())
                return True
            if len(window) <= longest:
                self._move(len(window))
                return False
            self._move(len(window) - longest)

    def _move(self, count: int) -> None:
        self._at += count
        self.position += count

    # Members

    @property
    def stored_offset(self) -> int | None:
        """The byte of the file that the current position is stored at; None inside a compressed member."""
        if not self.is_packed:
            return self.position
        inner, stored = self._current_start()
        return stored if inner == self.position else None

    def _current_start(self) -> tuple[int, int]:
        """Of the member that holds the current position: its position inside, and its byte in the file."""
        if not self.is_packed:
            return 0, 0
        while len(self._starts) > 1 and self._starts[1][0] <= self.position:
            self._starts.popleft()
        return self._starts[0]

    def member_end(self) -> int | None:
        """The current member's end in the file if all of it was given, else None. Never looks into the next member."""
        if not self.is_packed:
            return None if self.peek(1) else self.position
        while self._at == len(self._buffer) and self._member and not self._member.ended:
            self._step()
        return self._stored_at if self._at == len(self._buffer) else None

    def mark(self) -> tuple[int, int, int]:
        """The current position, to come back to with `rewind`."""
        return (self.position, *self._current_start())

    def rewind(self, mark: tuple[int, int, int], taken: bytes = b"") -> None:
        """Back to a mark; quickly where `taken` is all that was read since, and of one member."""
        position, inner, stored = mark
        if self.position == position + len(taken) and (inner, stored) == self._current_start():
            self._buffer = taken + self._buffer[self._at :]
            self._at, self.position = 0, position
            return
        if not self.is_packed:
            self._restart(position)
            self.position = position
            return
        self._restart(stored)
        self.position = inner
        self.skip(position - inner)

    def next_member(self, start: re.Pattern[bytes] = RECORD_START) -> bool:
        """After a fault: on to the next member that starts like a record. False when there is none."""
        if not self.is_packed:
            return False
        found = self.first_member(self._member_start + 1, start)
        if found is None:
            return False
        self.position += len(self._buffer) - self._at
        self.size = None
        self._restart(found)
        return True

    def first_member(self, at: int, start: re.Pattern[bytes] = RECORD_START) -> int | None:
        """The byte of the first member from byte `at` that starts like a record; None when there is none. Moves the file, so that
        reading goes on with a new `Unpacked` alone."""
        magic = GZIP_MAGIC if self._open_member is _Gzip else ZSTD_MAGIC
        return _find_magic(self._raw, at, magic, lambda found: self._starts_well(found, start))

    def _starts_well(self, stored: int, start: re.Pattern[bytes]) -> bool:
        self._raw.seek(stored)
        try:
            head, _ = self._open_member().unpack(self._raw.read(_ZSTD_STEP))
        except (zlib.error, zstandard.ZstdError):
            return False
        return start.match(head) is not None

    def _step(self) -> bool:
        """Unpack a little more into the buffer; False at the end of the file. May add nothing yet."""
        if (self._member is None or self._member.ended) and not self._begin_member():
            self.size = self.position + len(self._buffer) - self._at
            return False
        member = self._member
        assert member is not None
        if not self._stored:
            self._stored = self._raw.read(_STORED_STEP)
        at_end = not self._stored
        before = len(self._stored)
        try:
            out, self._stored = member.unpack(self._stored)
        except (zlib.error, zstandard.ZstdError) as error:
            message = f"The compressed data is damaged ({error}). Fetch the file again if you can."
            raise MemberFault(SkipReason.DAMAGED, message, self._member_start) from error
        if at_end and not out and not member.ended:
            return self._end_of_file()
        self._stored_at += before - len(self._stored)
        if out:
            self._buffer = self._buffer[self._at :] + out if self._at < len(self._buffer) else out
            self._at = 0
        return True

    def _end_of_file(self) -> bool:
        if not self.is_packed:
            self.size = self.position + len(self._buffer) - self._at
            return False
        message = "The file ends in the middle of compressed data: it was cut short. Fetch it again if you can."
        raise MemberFault(SkipReason.TRUNCATED, message, self._member_start)

    def _begin_member(self) -> bool:
        """Open the member that starts at the next stored byte; False at the end of the file."""
        if len(self._stored) < 4:
            self._stored += self._raw.read(_STORED_STEP)
        if self.is_packed and not self._stored.strip(b"\0"):
            self._stored += self._raw.read(_STORED_STEP)  # zeros to the end are padding (gzip's manual, "Environment")
        if not self._skip_frames() or (self.is_packed and not self._stored.strip(b"\0")):
            return False
        self._member_start = self._stored_at
        if not self._starts_member():
            message = "Bytes that belong to no record: passed over, up to the next record."
            raise MemberFault(SkipReason.DAMAGED, message, self._stored_at)
        self._member = self._open_member()
        self._starts.append((self.position + len(self._buffer) - self._at, self._stored_at))
        self._current_start()
        return True

    def _starts_member(self) -> bool:
        if not self.is_packed:
            return True
        magic = GZIP_MAGIC if self._open_member is _Gzip else ZSTD_MAGIC
        return self._stored.startswith(magic[: len(self._stored)])

    def _skip_frames(self) -> bool:
        """Over Zstandard's skippable frames, the dictionary's among them. False at the end of the file."""
        while self.is_packed and self._open_member is not _Gzip and ZSTD_SKIPPABLE.match(self._stored):
            self._stored += self._raw.read(8 - len(self._stored)) if len(self._stored) < 8 else b""
            length = 8 + int.from_bytes(self._stored[4:8], "little")
            self._stored_at += length
            self._raw.seek(self._stored_at)
            self._stored = self._raw.read(_STORED_STEP)
        return bool(self._stored)


def _opener(raw: BinaryIO) -> Callable[[], _Member]:
    """What opens a member of this file, told by its first bytes."""
    raw.seek(0)
    magic = raw.read(4)
    if magic.startswith(GZIP_MAGIC):
        return _Gzip
    if magic == ZSTD_MAGIC or ZSTD_SKIPPABLE.match(magic):
        decompressor = _zstd_decompressor(raw, magic)
        return lambda: _Zstd(decompressor)
    return _Plain


def _zstd_decompressor(raw: BinaryIO, magic: bytes) -> zstandard.ZstdDecompressor:
    """With the dictionary of the file's first frame, if it has one (WARC-zstd 1.0; it may be compressed itself)."""
    if magic != ZSTD_DICTIONARY_MAGIC:
        return zstandard.ZstdDecompressor()
    length = int.from_bytes(raw.read(4), "little")
    data = raw.read(min(length, LARGEST_PAYLOAD))
    if data.startswith(ZSTD_MAGIC):
        try:
            data = zstandard.ZstdDecompressor().decompressobj().decompress(data)
        except zstandard.ZstdError as error:
            raise Fault(SkipReason.DAMAGED, f"The file's Zstandard dictionary is damaged ({error}).", 0) from error
    return zstandard.ZstdDecompressor(dict_data=zstandard.ZstdCompressionDict(data))


def _find_magic(raw: BinaryIO, start: int, magic: bytes, is_good: Callable[[int], bool]) -> int | None:
    """The first byte from `start` where `magic` stands and `is_good` holds."""
    base, window = start, b""
    while True:
        raw.seek(base + len(window))
        more = raw.read(_STORED_STEP)
        window += more
        at = window.find(magic)
        while at >= 0:
            if is_good(base + at):
                return base + at
            at = window.find(magic, at + 1)
        if not more:
            return None
        keep = min(len(window), len(magic) - 1)
        base, window = base + len(window) - keep, window[len(window) - keep :]
