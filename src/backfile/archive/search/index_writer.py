"""Search index writer: brings the indexes up to the database, or makes them again where they are missing, old or damaged."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any

import orjson
import tantivy

from backfile.archive.mentions.mention_tables import mentions_of
from backfile.archive.mentions.mentioned_story import mentioned
from backfile.archive.quotations.utterance_tables import QUOTATIONS as PER_VERSION
from backfile.archive.search.documents import (
    QUOTATION_FIELDS,
    STORY_FIELDS,
    QuotationRow,
    StoryRow,
    quotation_documents,
    story_document,
)
from backfile.archive.search.index_schema import (
    MARK,
    QUOTATIONS,
    STORIES,
    index_failure,
    mark_due,
    open_index,
    read_mark,
)
from backfile.archive.settled.archivist_dates import doubts_left
from backfile.archive.settled.settling_log import settlings_of
from backfile.archive.store.durable_files import replace_file
from backfile.archive.store.story_records import Records
from backfile.archive.versions.version_rows import versions_of
from backfile.errors import ArchiveDamaged

_HEAPS = {STORIES: 64_000_000, QUOTATIONS: 32_000_000}
"""Bytes that Tantivy gathers before it writes a segment."""
_BATCH = 2000
_STORY_ROW = "SELECT key, id, newest, outlet, first_day, last_day, year, sort, lead, change FROM stories"


class IndexWriter:
    """Brings both indexes up to the database. The caller holds the writer's lock."""

    def __init__(self, db: sqlite3.Connection, folder: Path) -> None:
        self._db = db
        self._records = Records(db)
        self._parts = [_Part(db, folder / name) for name in (STORIES, QUOTATIONS)]

    def __enter__(self) -> "IndexWriter":
        for part in self._parts:
            part.open()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for part in self._parts:
            part.close(is_whole=kind is None)

    def catch_up(self) -> None:
        """Index what changed since the marks, then set new marks. Killed in between, the same is indexed once more."""
        due = mark_due(self._db)
        self._records = Records(self._db)  # there may be a new dictionary
        change = min(part.change for part in self._parts)
        while change < due["change"]:
            change = self._step(change, due["change"])
        for part in self._parts:
            part.commit(due)

    def _step(self, since: int, until: int) -> int:
        """Index some stories; the change up to which all are indexed then. Moves on by whole changes."""
        rows = self._db.execute(
            _STORY_ROW + " WHERE change > ? AND change <= ? ORDER BY change LIMIT ?", (since, until, _BATCH)
        ).fetchall()
        if not rows:
            return until
        reached = rows[-1][-1]
        rest = self._db.execute(_STORY_ROW + " WHERE change = ?", (reached,)).fetchall() if len(rows) == _BATCH else []
        for row in [*(row for row in rows if row[-1] != reached or not rest), *rest]:
            self._index(StoryRow(*row[:-1]), row[-1])
        return int(reached) if rest else until

    def _index(self, row: StoryRow, change: int) -> None:
        with suppress(ArchiveDamaged):  # `check` names such a record; all others are to be found
            self._put(row, change)

    def _put(self, row: StoryRow, change: int) -> None:
        stories, quotations = self._parts
        if change > stories.change:
            held = mentions_of(self._db, row.key)
            record = (
                mentioned(self._records.load(row.newest), held)
                if held
                else self._records.load(row.newest, fields=(*STORY_FIELDS, "body"))
            )
            if record["doubts"]:
                record["doubts"] = doubts_left(record["doubts"], settlings_of(self._db, row.key))
            stories.put("key", row.key, [] if row.lead else [story_document(row, record)])
        if change > quotations.change:
            quotations.put("story", row.key, self._quotations(row))

    def _quotations(self, row: StoryRow) -> Iterator[dict[str, Any]]:
        for version, _ in sorted(versions_of(self._db, row.key), key=lambda one: one[1].digest):
            shown = self._db.execute(
                "SELECT key, person FROM quotations WHERE key BETWEEN ? AND ? AND shown",
                (version * PER_VERSION, version * PER_VERSION + PER_VERSION - 1),
            ).fetchall()
            if shown:
                rows = [QuotationRow(key, key % PER_VERSION, person) for key, person in shown]
                record = self._records.load(version, fields=(*QUOTATION_FIELDS, "body"))
                yield from quotation_documents(row, record, rows)


def make_indexes_again(db: sqlite3.Connection, folder: Path) -> None:
    """Make both indexes anew: what was deleted in one leaves its words in a segment until that is merged. The caller holds the writer's lock."""
    for name in (STORIES, QUOTATIONS):
        with suppress(OSError):
            (folder / name / MARK).unlink()  # first: after a power cut half an index is none
        shutil.rmtree(folder / name, ignore_errors=True)
    with IndexWriter(db, folder) as index:
        index.catch_up()


class _Part:
    """One of the indexes, open for writing."""

    def __init__(self, db: sqlite3.Connection, place: Path) -> None:
        self._db = db
        self._place = place
        self._languages: set[str] = set()
        self.change = 0
        """The change of the database up to which all is indexed."""

    def open(self) -> None:
        """Open it as it lies, or made anew where it is of no use."""
        mark = read_mark(self._db, self._place)
        try:
            self._open(clean=mark is None)
        except ArchiveDamaged:
            self._open(clean=True)
            mark = None
        self.change = mark["change"] if mark else 0
        self._languages = set(mark["languages"]) if mark else set()

    def put(self, field: str, key: int, documents: "Iterator[dict[str, Any]] | list[dict[str, Any]]") -> None:
        """Index these in place of all that have this key."""
        try:
            self._writer.delete_documents_by_term(field, key)
            for document in documents:
                self._languages.update([document["language"]] if "language" in document else [])
                self._writer.add_document(tantivy.Document.from_dict(document, self._schema))
        except (ValueError, OSError) as error:
            raise index_failure(error, self._place) from error

    def commit(self, mark: dict[str, Any]) -> None:
        """Make what was put in durable, and say how far it goes."""
        if mark["change"] == self.change:
            return
        try:
            self._writer.commit()
            self._write_mark(mark)
        except (ValueError, OSError) as error:
            raise index_failure(error, self._place) from error
        self.change = mark["change"]

    def close(self, *, is_whole: bool) -> None:
        """Let it go. Waiting for merges keeps files from being left half merged; after an error they are of no account."""
        if is_whole:
            self._writer.wait_merging_threads()
        del self._writer

    def _open(self, *, clean: bool) -> None:
        try:
            if clean:
                shutil.rmtree(self._place, ignore_errors=True)
            self._place.mkdir(exist_ok=True)
            index = open_index(self._place, self._place.name)
            self._schema = index.schema
            self._writer = index.writer(_HEAPS[self._place.name], 1)
            if clean:
                self._languages = set()
                self._write_mark({**mark_due(self._db), "change": 0})
        except (ValueError, OSError) as error:
            raise index_failure(error, self._place) from error

    def _write_mark(self, mark: dict[str, Any]) -> None:
        replace_file(self._place / MARK, orjson.dumps({**mark, "languages": sorted(self._languages)}))
