"""Version tables: the versions of stories, and the records and quotations of each. Within the batch's transaction."""

import sqlite3
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from backfile.archive.outlets.outlet_tables import OutletTables
from backfile.archive.passages.copies import Passages, passages_of
from backfile.archive.quotations.quotation_rows import quotation_rows
from backfile.archive.quotations.quotation_tables import QuotationTables
from backfile.archive.store.capture_tables import CaptureTables
from backfile.archive.store.counts import HELD, Counts
from backfile.archive.store.story_records import Records
from backfile.archive.versions.held_versions import HeldVersion
from backfile.archive.versions.version_decision import Outcome, Reading, seen_again, shown_first


class VersionTables:
    """The table of versions, open for writing, with what rests on each."""

    def __init__(
        self, db: sqlite3.Connection, records: Records, *, captures: CaptureTables, outlets: OutletTables,
        quotations: QuotationTables, counts: Counts,
    ) -> None:  # fmt: skip
        self._db = db
        self._records = records
        self._captures = captures
        self._outlets = outlets
        self._quotations = quotations
        self._counts = counts
        self.saved: dict[int, Reading] = {}
        """Versions whose record this batch stored, by key."""
        self._replaced: dict[int, Passages] = {}
        """Versions whose record was replaced or taken away in this batch: the fingerprints of the text before."""

    def take(self, story: int, outcome: Outcome, capture: int, *, is_new_story: bool) -> tuple[int, bool]:
        """Take in a capture that was read: the version that it is of, and whether that is new."""
        reading = outcome.reading
        assert reading is not None
        row = None if is_new_story else self._held(story, reading.digest)
        if row is None:
            return self._new(story, reading, outcome, capture, is_new_story=is_new_story), True
        return self._seen_again(story, reading, outcome, capture, row), False

    def read_again(self, story: int, readings: Mapping[int, Reading], *, is_found: bool = True) -> None:
        """Put other readings of the same captures in the place of versions' records. None is a new version, and none is seen
        at another time; those that come out the same are one from now on. The ids that they had find them still, unless `is_found` is False."""
        for version, reading in readings.items():
            self._rename(version, reading, is_found=is_found)
            self._replace(story, version, reading)
        versions: dict[bytes, int] = {}
        rows = self._db.execute("SELECT digest, key FROM versions WHERE story = ? ORDER BY key", (story,)).fetchall()
        for digest, version in rows:
            if versions.setdefault(digest, version) != version:
                self._unite(story, versions[digest], version)

    def remove(self, story: int) -> None:
        """Take all versions of a story away, with what was made of their records."""
        rows = self._db.execute("SELECT key FROM versions WHERE story = ? ORDER BY key DESC", (story,)).fetchall()
        for (version,) in rows:  # the first is the dictionary of the others
            self._take_away(version)

    def passages(self, version: int) -> Passages:
        """The fingerprints of the version's text, as it is now."""
        return self.saved[version].passages if version in self.saved else self._passages(version)

    def passages_before(self, version: int) -> Passages:
        """The same, as it was before this batch."""
        return self._replaced[version] if version in self._replaced else self._passages(version)

    @property
    def remade(self) -> Collection[int]:
        """Versions whose record is another than before this batch, or gone."""
        return self._replaced.keys()

    def texts_of(self, story: int) -> Iterator[Passages]:
        """The fingerprints of the texts of all versions of a story, as they are now."""
        for (version,) in self._db.execute(
            "SELECT key FROM versions WHERE story = ? ORDER BY key", (story,)
        ).fetchall():
            yield self.passages(version)

    def is_replaced(self, version: int) -> bool:
        """Whether the version's record is another than before this batch."""
        return version in self._replaced

    def committed(self) -> None:
        """The batch is durable."""
        self.saved.clear()
        self._replaced.clear()

    def _held(self, story: int, digest: bytes) -> tuple[Any, ...] | None:
        """The story's version in these words, where it is in: its row, its key, and the capture that it is shown by."""
        row: tuple[Any, ...] | None = self._db.execute(
            "SELECT digest, first_seen, last_seen, captures, key, shown FROM versions WHERE story = ? AND digest = ?",
            (story, digest),
        ).fetchone()
        return row

    def _new(self, story: int, reading: Reading, outcome: Outcome, capture: int, *, is_new_story: bool) -> int:
        seen = seen_again(None, reading.digest, outcome.captured_at)
        version = self._db.execute(
            "INSERT INTO versions (story, digest, first_seen, last_seen, captures, shown, reader)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (story, *seen[:4], capture, self._reader(reading)),
        ).lastrowid
        assert version is not None
        self._counts.add(HELD, "versions")
        base = None if is_new_story else self._base(story, version)
        self._records.add(version, reading.record, base=base)
        self._save(version, reading)
        return version

    def _seen_again(self, story: int, reading: Reading, outcome: Outcome, capture: int, row: tuple[Any, ...]) -> int:
        """Count the capture among those of its version, whose record is replaced where this capture shows it first."""
        version, shown = row[4:]
        after = seen_again(HeldVersion(*row[:4]), reading.digest, outcome.captured_at)
        is_first = shown_first(outcome.captured_at, outcome.digest, outcome.url) < self._shown_first(shown)
        self._db.execute(
            "UPDATE versions SET first_seen = ?, last_seen = ?, captures = ?, shown = ? WHERE key = ?",
            (after.first_seen, after.last_seen, after.captures, capture if is_first else shown, version),
        )
        if is_first:
            self._replace(story, version, reading)
        return int(version)

    def _shown_first(self, capture: int) -> tuple[str, str, str]:
        at, digest, url = self._captures.when(capture)
        return shown_first(at, digest, url)

    def _base(self, story: int, version: int) -> int | None:
        """The version of the story whose record can be the dictionary of this one's."""
        row = self._db.execute(
            "SELECT min(key) FROM versions WHERE story = ? AND key != ?", (story, version)
        ).fetchone()
        base: int | None = row[0]
        return base

    def _save(self, version: int, reading: Reading) -> None:
        outlet = self._outlets.key_of(reading.listing.name, reading.listing.domain)
        self._outlets.hold(outlet, 1)
        self._quotations.save(version, outlet, reading.quotations)
        self.saved[version] = reading

    def _replace(self, story: int, version: int, reading: Reading) -> None:
        """Put another record in the place of a version's, and all that was made of the one before."""
        self._forget(version)
        self._records.replace(version, reading.record, base=self._base(story, version))
        self._db.execute("UPDATE versions SET reader = ? WHERE key = ?", (self._reader(reading), version))
        self._save(version, reading)

    def _forget(self, version: int) -> None:
        """Take away what was made of a version's record."""
        before = self._records.load(version)
        self._replaced.setdefault(version, passages_of(before["body"]))
        outlet = before["outlet"] or {}
        row = self._outlets.key_of(outlet.get("name") or "", outlet.get("domain") or "")
        self._outlets.hold(row, -1)
        self._quotations.forget(version, row, quotation_rows(before))

    def _rename(self, version: int, reading: Reading, *, is_found: bool) -> None:
        """The version has the id that its reading gives; where `is_found`, it is found by the one that it had too."""
        (before,) = self._db.execute("SELECT digest FROM versions WHERE key = ?", (version,)).fetchone()
        if before != reading.digest:
            if is_found:
                self._db.execute("INSERT OR IGNORE INTO former_versions VALUES (?, ?)", (version, before))
            self._db.execute("UPDATE versions SET digest = ? WHERE key = ?", (reading.digest, version))

    def _unite(self, story: int, stays: int, goes: int) -> None:
        """Two versions that are the same from now on: the captures of both are of the first."""
        seen = "SELECT digest, first_seen, last_seen, captures, shown FROM versions WHERE key = ?"
        one, other = (self._db.execute(seen, (version,)).fetchone() for version in (stays, goes))
        times = sorted(time for time in (*one[1:3], *other[1:3]) if time)
        is_first = self._shown_first(other[4]) < self._shown_first(one[4])
        self._db.execute("UPDATE captures SET version = ? WHERE version = ?", (stays, goes))
        self._db.execute("UPDATE OR IGNORE former_versions SET version = ? WHERE version = ?", (stays, goes))
        self._db.execute(
            "UPDATE versions SET first_seen = ?, last_seen = ?, captures = ?, shown = ? WHERE key = ?",
            (
                times[0] if times else None,
                times[-1] if times else None,
                one[3] + other[3],
                other[4] if is_first else one[4],
                stays,
            ),
        )
        later = self.saved.pop(goes, None)
        self._take_away(goes)
        if is_first and later is not None:
            self._replace(story, stays, later)

    def _take_away(self, version: int) -> None:
        """Take away a version, and what was made of its record."""
        self._forget(version)
        self._records.remove(version)
        self._db.execute("DELETE FROM former_versions WHERE version = ?", (version,))
        self._db.execute("DELETE FROM versions WHERE key = ?", (version,))
        self._counts.add(HELD, "versions", -1)

    def _reader(self, reading: Reading) -> int | None:
        """The row of the Backfile that read it."""
        if not reading.reader:
            return None
        self._db.execute("INSERT OR IGNORE INTO readers (name) VALUES (?)", (reading.reader,))
        found: int = self._db.execute("SELECT key FROM readers WHERE name = ?", (reading.reader,)).fetchone()[0]
        return found

    def _passages(self, version: int) -> Passages:
        return passages_of(self._records.body(version))
