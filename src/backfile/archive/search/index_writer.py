"""Search index writer: brings the index up to the database, or makes it again where it is missing, old or damaged."""

import shutil
import sqlite3
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Any

import orjson
import tantivy

from backfile.archive.search.index_schema import FOLDER, MARK, index_failure, mark_due, open_index, read_mark
from backfile.archive.search.words import words_of
from backfile.archive.store.story_records import Records
from backfile.errors import ArchiveDamaged
from backfile.story.identity import fold

_HEAP = 32_000_000
_BATCH = 2000


class IndexWriter:
    """Brings the index up to the database. The caller holds the writer's lock."""

    def __init__(self, db: sqlite3.Connection, folder: Path) -> None:
        self._db = db
        self._folder = folder
        self._records = Records(db)

    def __enter__(self) -> "IndexWriter":
        mark = read_mark(self._db, self._folder)
        try:
            self._open(clean=mark is None)
        except ArchiveDamaged:
            self._open(clean=True)
            mark = None
        self._change = mark["change"] if mark else 0
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        # Waiting for merges keeps files from being left half merged; after an error they are of no account.
        if kind is None:
            self._writer.wait_merging_threads()
        del self._writer

    def catch_up(self) -> None:
        """Index what changed since the mark, then set a new mark. Killed in between, the same is indexed once more."""
        due = mark_due(self._db)
        if due["change"] == self._change:
            return
        try:
            while self._step(due["change"]):
                pass
            self._writer.commit()
            self._write_mark(due)
        except (ValueError, OSError) as error:
            raise index_failure(error, self._folder) from error

    def _step(self, until: int) -> bool:
        """Index up to _BATCH stories; False when there were none. Moves on by whole changes."""
        rows = self._db.execute(
            "SELECT key, newest, change, outlet, domain, first_day, last_day, year, sort FROM stories"
            " WHERE change > ? AND change <= ? ORDER BY change",
            (self._change, until),
        )
        taken = 0
        for row in rows:
            if taken >= _BATCH and row[2] != self._change:
                break
            self._writer.delete_documents_by_term("key", row[0])
            document = tantivy.Document.from_dict(_document(row, self._records.load(row[1])), self._schema)
            self._writer.add_document(document)
            self._change = row[2]
            taken += 1
        if not taken:
            self._change = until
        return bool(taken)

    def _open(self, *, clean: bool) -> None:
        place = self._folder / FOLDER
        try:
            if clean:
                shutil.rmtree(place, ignore_errors=True)
            place.mkdir(exist_ok=True)
            index = open_index(place)
            self._schema = index.schema
            self._writer = index.writer(_HEAP, 1)
            if clean:
                self._write_mark({**mark_due(self._db), "change": 0})
        except (ValueError, OSError) as error:
            raise index_failure(error, self._folder) from error

    def _write_mark(self, mark: dict[str, Any]) -> None:
        path = self._folder / FOLDER / MARK
        path.with_suffix(".new").write_bytes(orjson.dumps(mark))
        path.with_suffix(".new").replace(path)


def _document(row: tuple[Any, ...], record: dict[str, Any]) -> dict[str, Any]:
    """What is indexed of a story. Text goes in folded, its words set apart by spaces."""
    key, _, _, outlet, domain, *days = row
    writers = _writers(record)
    parts = [*(record[name] for name in ("headline", "kicker", "dek")), *writers, record["body"]]
    parts += [note["text"] for note in record["notes"]] + [credit["raw"] for credit in record["credits"]]
    words = " ".join(words_of("\n".join(part for part in parts if part)))
    found: dict[str, Any] = {
        "key": key,
        "words": words,
        "stems": words,
        "headline": " ".join(words_of(record["headline"] or "")),
        "byline": _apart(writers),
        "outlet": " ".join(words_of(f"{outlet or ''} {domain or ''}")),
        "speaker": _apart(f"{quote['speaker'] or ''} {quote['role'] or ''}" for quote in record["quotes"]),
        "quote": _apart(quote["text"] for quote in record["quotes"]),
    }
    if outlet:
        found |= {"outlet_name": outlet, "outlet_key": fold(outlet)}
    if domain:
        found["domain"] = domain
    names = ("first_day", "last_day", "year", "sort")
    return found | {name: value for name, value in zip(names, days, strict=True) if value is not None}


def _writers(record: dict[str, Any]) -> list[str]:
    """The printed byline; where there is none, the names of the authors."""
    return [record["byline"]] if record["byline"] else [author["name"] for author in record["authors"]]


def _apart(texts: Iterable[str]) -> str:
    """The words of texts with a mark between them that is no word: no phrase is found across two of them."""
    return " | ".join(" ".join(words_of(text)) for text in dict.fromkeys(texts))
