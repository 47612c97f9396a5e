"""Story records as stored: JSON, zstd level 3, with a dictionary trained on the archive's own first stories."""

import hashlib
import sqlite3
from typing import Any

import orjson
import zstandard

from backfile.errors import ArchiveDamaged

_LEVEL = 3
_DICTIONARY_BYTES = 64 * 1024
_TRAIN_AT = 500
"""Records at which a dictionary is trained; fewer are compressed alone."""
_LARGEST = 256 * 1024 * 1024
"""Bytes of one record when decompressed: more than this is damage."""


class Records:
    """The records of versions, by the version's key."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._readers: dict[int | None, zstandard.ZstdDecompressor] = {None: zstandard.ZstdDecompressor()}
        self._dictionary: int | None = None
        self._writer = zstandard.ZstdCompressor(level=_LEVEL)
        row = db.execute("SELECT max(id) FROM dictionaries").fetchone()
        if row[0] is not None:
            self._use(row[0])

    def load(self, version: int) -> dict[str, Any]:
        """The record as plain values. Raises ArchiveDamaged."""
        record: dict[str, Any] = orjson.loads(self.load_bytes(version))
        return record

    def load_bytes(self, version: int) -> bytes:
        """The record as JSON, its digest checked. Raises ArchiveDamaged."""
        row = self._db.execute("SELECT dictionary, digest, bytes FROM records WHERE version = ?", (version,)).fetchone()
        if row is None:
            raise ArchiveDamaged("the record of a version is missing", f"version {version}")
        dictionary, digest, stored = row
        try:
            found = self._reader(dictionary).decompress(stored, max_output_size=_LARGEST)
        except zstandard.ZstdError as error:
            raise ArchiveDamaged(f"a record cannot be decompressed ({error})", f"version {version}") from error
        if _digest(found) != digest:
            raise ArchiveDamaged("a record is not what was stored: its digest differs", f"version {version}")
        return found

    def save(self, version: int, record: bytes) -> None:
        """Keep `record` as that of the version, in place of any before."""
        self._db.execute(
            "INSERT OR REPLACE INTO records VALUES (?, ?, ?, ?)",
            (version, self._dictionary, _digest(record), self._writer.compress(record)),
        )

    def train_when_due(self) -> None:
        """Train the dictionary once enough records are in, and store those again with it."""
        if self._dictionary is not None:
            return
        keys = [row[0] for row in self._db.execute("SELECT version FROM records ORDER BY version")]
        if len(keys) < _TRAIN_AT:
            return
        records = {key: self.load_bytes(key) for key in keys}
        try:
            trained = zstandard.train_dictionary(_DICTIONARY_BYTES, list(records.values()))
        except zstandard.ZstdError:
            return  # records too small or too alike to learn from: tried again at the next batch
        cursor = self._db.execute("INSERT INTO dictionaries (bytes) VALUES (?)", (trained.as_bytes(),))
        assert cursor.lastrowid is not None
        self._use(cursor.lastrowid)
        for key, record in records.items():
            self.save(key, record)

    def _use(self, dictionary: int) -> None:
        found = self._dictionary_bytes(dictionary)
        self._writer = zstandard.ZstdCompressor(level=_LEVEL, dict_data=zstandard.ZstdCompressionDict(found))
        self._dictionary = dictionary

    def _reader(self, dictionary: int | None) -> zstandard.ZstdDecompressor:
        if dictionary not in self._readers:
            assert dictionary is not None
            found = zstandard.ZstdCompressionDict(self._dictionary_bytes(dictionary))
            self._readers[dictionary] = zstandard.ZstdDecompressor(dict_data=found)
        return self._readers[dictionary]

    def _dictionary_bytes(self, dictionary: int) -> bytes:
        row = self._db.execute("SELECT bytes FROM dictionaries WHERE id = ?", (dictionary,)).fetchone()
        if row is None:
            raise ArchiveDamaged("the dictionary that records were compressed with is missing", f"{dictionary}")
        found: bytes = row[0]
        return found


def _digest(record: bytes) -> bytes:
    return hashlib.sha256(record).digest()[:16]
