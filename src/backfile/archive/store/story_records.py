"""Story records as stored: in their short form, zstd with a dictionary trained on the archive's own first stories.

Workers encode (`Encoder`), since that is a tenth of a millisecond's work for the one who writes and a whole one for the one who
compresses. A later version of a story is kept as what differs from the story's first: the first is its dictionary.
"""

import hashlib
import sqlite3
from collections.abc import Collection, Iterable
from typing import NamedTuple

import zstandard

from backfile.archive.store.record_form import Record, body_of, unpack
from backfile.errors import ArchiveDamaged

_LEVEL = 7
"""On 931 real records 0.585 of the text; level 3 gives 0.66 in a fifth of the time, level 12 0.577 in twice the time."""
_DICTIONARY_BYTES = 256 * 1024
"""On the same records 0.01 of the text less than with 112 KB."""
TRAIN_AT = 500
"""Records at which a dictionary is trained; fewer are compressed alone."""
_SEGMENT, _DMER = 200, 8
"""Parameters of the training (COVER), given so that it does not try forty of them: 0.4 s for 500 records and not 1.8."""
_LARGEST = 256 * 1024 * 1024
"""Bytes of one record when decompressed: more than this is damage."""
_EDGE = 5
"""Bytes of a text by which a part of it is known in a dictionary: four letters of a name say nothing, and to look for two takes "th" out everywhere."""
_HEAD = 4096
"""Bytes of a record that hold the start of its body."""


class Stored(NamedTuple):
    """A record as it goes into the table."""

    dictionary: int | None
    digest: bytes
    """Of the short form: what is read is held against it."""
    bytes: bytes


class Encoder:
    """Makes records small; holds no database, so that worker processes have one too."""

    def __init__(self, dictionary: int | None = None, trained: bytes = b"") -> None:
        self.dictionary = dictionary
        self._compressor = zstandard.ZstdCompressor(
            level=_LEVEL, dict_data=zstandard.ZstdCompressionDict(trained) if trained else None
        )

    def encode(self, packed: bytes) -> Stored:
        """A record in its short form, compressed."""
        return Stored(self.dictionary, _digest(packed), self._compressor.compress(packed))


class Records:
    """The records of versions, by the version's key."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._readers: dict[int | None, zstandard.ZstdDecompressor] = {None: zstandard.ZstdDecompressor()}
        self._encoder: Encoder | None = None
        self._last = (b"", b"")
        """The record that was read last, by its digest: a story is often asked for its fields and for its text in turn."""

    @property
    def encoder(self) -> Encoder:
        """With the newest dictionary. Whoever only reads has no need of it: to lay it out takes 5 ms."""
        if self._encoder is None:
            (newest,) = self._db.execute("SELECT max(id) FROM dictionaries").fetchone()
            self._encoder = Encoder() if newest is None else Encoder(newest, self._dictionary_bytes(newest))
        return self._encoder

    def load(self, version: int, *, fields: Collection[str] | None = None) -> Record:
        """The record as plain values, or the fields named of it. Raises ArchiveDamaged."""
        return unpack(self.load_packed(version), fields)

    def body(self, version: int) -> str:
        """The body of the record. Raises ArchiveDamaged."""
        return body_of(self.load_packed(version))

    def opening(self, version: int) -> str:
        """The first thousand letters of the body, and more: as much as is read at one go. Raises ArchiveDamaged."""
        dictionary, base, _, stored = self._row(version)
        if base is not None:
            return self.body(version)
        try:
            with self._reader(dictionary).stream_reader(stored) as stream:
                return body_of(stream.read(_HEAD))
        except zstandard.ZstdError as error:
            raise _undone(version, error) from error

    def load_packed(self, version: int) -> bytes:
        """The record in its short form, its digest checked. Raises ArchiveDamaged."""
        dictionary, base, digest, stored = self._row(version)
        if self._last[0] == digest:
            return self._last[1]
        reader = self._reader(dictionary) if base is None else _on_base(self.load_packed(base))
        try:
            found = reader.decompress(stored, max_output_size=_LARGEST)
        except zstandard.ZstdError as error:
            raise _undone(version, error) from error
        if _digest(found) != digest:
            raise ArchiveDamaged("a record is not what was stored: its digest differs", f"version {version}")
        self._last = (digest, found)
        return found

    def undone(self, stored: Stored) -> Record:
        """A record that was encoded for this archive, as plain values."""
        return unpack(self._reader(stored.dictionary).decompress(stored.bytes, max_output_size=_LARGEST))

    def add(self, version: int, stored: Stored, *, base: int | None = None) -> None:
        """Keep a record as that of a version that has none yet; `base` is another version of the story."""
        if base is not None:
            whole = self._reader(stored.dictionary).decompress(stored.bytes, max_output_size=_LARGEST)
            smaller = _difference(whole, self.load_packed(base))
            if len(smaller) < len(stored.bytes):
                self._put(version, Stored(None, stored.digest, smaller), base)
                return
        self._put(version, stored, None)

    def replace(self, version: int, stored: Stored, *, base: int | None = None) -> None:
        """Keep a record in place of a version's."""
        self.remove(version)
        self.add(version, stored, base=base)

    def remove(self, version: int) -> None:
        """Forget the record of a version."""
        for other in self._resting_on(version):
            self._put(other, self.encoded(other), None)
        self._db.execute("DELETE FROM records WHERE version = ?", (version,))

    @property
    def is_training_due(self) -> bool:
        """Whether there is no dictionary yet, and records enough to train one on."""
        return self.encoder.dictionary is None and len(self._first()) == TRAIN_AT

    def train(self) -> bytes:
        """A dictionary trained on the first records; b"" where they are too small or too alike to learn from."""
        samples: list[bytes | bytearray | memoryview[int]] = [self.load_packed(key) for key in self._first()]
        try:
            return zstandard.train_dictionary(_DICTIONARY_BYTES, samples, k=_SEGMENT, d=_DMER).as_bytes()
        except zstandard.ZstdError:
            return b""

    def keep_dictionary(self, trained: bytes) -> None:
        """Encode with this dictionary from now on; with none, where it could not be trained."""
        if not trained:
            return
        self._db.execute("INSERT INTO dictionaries (bytes) VALUES (?)", (trained,))
        self._encoder = None

    def leave_out(self, texts: Iterable[str]) -> None:
        """Take texts out of the dictionaries, whole or cut short; what rests on what was taken out of one is encoded again."""
        needles = [text.encode("utf-8", "surrogatepass") for text in texts]
        for number, trained in self._db.execute("SELECT id, bytes FROM dictionaries").fetchall():
            if (cleaned := _without(trained, needles)) == trained:
                continue
            encoder, reader = Encoder(number, cleaned), _reader_with(cleaned)
            encoded = "SELECT version, digest, bytes FROM records WHERE dictionary = ?"
            for version, digest, stored in self._db.execute(encoded, (number,)).fetchall():
                if not _gives(reader, stored, digest):  # to look takes a tenth of encoding it
                    self._put(version, encoder.encode(self.load_packed(version)), None)
            self._db.execute("UPDATE dictionaries SET bytes = ? WHERE id = ?", (cleaned, number))
            self._encoder = None
            self._readers[number] = reader

    def unencoded(self) -> list[int]:
        """Versions whose records were stored before there was a dictionary."""
        if self.encoder.dictionary is None:
            return []
        rows = self._db.execute("SELECT version FROM records WHERE dictionary IS NULL AND base IS NULL")
        return [version for (version,) in rows]

    def encoded(self, version: int) -> Stored:
        """The record of a version, encoded as records are now."""
        return self.encoder.encode(self.load_packed(version))

    def put_again(self, encoded: Iterable[tuple[int, Stored]]) -> None:
        """Keep the same records otherwise encoded."""
        for version, stored in encoded:
            self._put(version, stored, None)

    def trained(self) -> bytes:
        """The dictionary that records are encoded with now; b"" where there is none yet."""
        return b"" if self.encoder.dictionary is None else self._dictionary_bytes(self.encoder.dictionary)

    def _first(self) -> list[int]:
        rows = self._db.execute("SELECT version FROM records WHERE base IS NULL ORDER BY version LIMIT ?", (TRAIN_AT,))
        return [version for (version,) in rows]

    def _put(self, version: int, stored: Stored, base: int | None) -> None:
        self._db.execute(
            "INSERT OR REPLACE INTO records (version, dictionary, base, digest, bytes) VALUES (?, ?, ?, ?, ?)",
            (version, stored.dictionary, base, stored.digest, stored.bytes),
        )

    def _resting_on(self, version: int) -> list[int]:
        return [row[0] for row in self._db.execute("SELECT version FROM records WHERE base = ?", (version,))]

    def _row(self, version: int) -> tuple[int | None, int | None, bytes, bytes]:
        row: tuple[int | None, int | None, bytes, bytes] | None = self._db.execute(
            "SELECT dictionary, base, digest, bytes FROM records WHERE version = ?", (version,)
        ).fetchone()
        if row is None:
            raise ArchiveDamaged("the record of a version is missing", f"version {version}")
        return row

    def _reader(self, dictionary: int | None) -> zstandard.ZstdDecompressor:
        if dictionary not in self._readers:
            assert dictionary is not None
            self._readers[dictionary] = _reader_with(self._dictionary_bytes(dictionary))
        return self._readers[dictionary]

    def _dictionary_bytes(self, dictionary: int) -> bytes:
        row = self._db.execute("SELECT bytes FROM dictionaries WHERE id = ?", (dictionary,)).fetchone()
        if row is None:
            raise ArchiveDamaged("the dictionary that records were compressed with is missing", f"{dictionary}")
        found: bytes = row[0]
        return found


def _reader_with(trained: bytes) -> zstandard.ZstdDecompressor:
    return zstandard.ZstdDecompressor(dict_data=zstandard.ZstdCompressionDict(trained))


def _gives(reader: zstandard.ZstdDecompressor, stored: bytes, digest: bytes) -> bool:
    """Whether a record comes out as it was stored."""
    try:
        return _digest(reader.decompress(stored, max_output_size=_LARGEST)) == digest
    except zstandard.ZstdError:
        return False


def _on_base(base: bytes) -> zstandard.ZstdDecompressor:
    return zstandard.ZstdDecompressor(dict_data=_prefix(base))


def _difference(whole: bytes, base: bytes) -> bytes:
    return zstandard.ZstdCompressor(level=_LEVEL, dict_data=_prefix(base)).compress(whole)


def _prefix(base: bytes) -> zstandard.ZstdCompressionDict:
    return zstandard.ZstdCompressionDict(base, dict_type=zstandard.DICT_TYPE_RAWCONTENT)


def _without(trained: bytes, needles: Iterable[bytes]) -> bytes:
    """A dictionary with spaces in the place of texts: of whole ones, and of what is left of one where a piece of a record ends or begins in it."""
    found = bytearray(trained)
    for needle in needles:
        edge = min(len(needle), _EDGE)
        at = -1
        while (at := trained.find(needle[:edge], at + 1)) >= 0:
            end = at + _alike(needle, trained[at : at + len(needle)])
            found[at:end] = b" " * (end - at)
        at = -1
        while (at := trained.find(needle[-edge:], at + 1)) >= 0:
            end = at + edge
            start = end - _alike(needle[::-1], trained[max(0, end - len(needle)) : end][::-1])
            found[start:end] = b" " * (end - start)
    return bytes(found)


def _alike(one: bytes, other: bytes) -> int:
    """Bytes at the start of two texts that are the same."""
    return next(
        (at for at, (mine, theirs) in enumerate(zip(one, other, strict=False)) if mine != theirs),
        min(len(one), len(other)),
    )


def _undone(version: int, error: Exception) -> ArchiveDamaged:
    return ArchiveDamaged(f"a record cannot be decompressed ({error})", f"version {version}")


def _digest(packed: bytes) -> bytes:
    return hashlib.sha256(packed).digest()[:16]
