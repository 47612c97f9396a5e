"""The search index: Tantivy, nothing stored in it, made again from the database when missing, behind or damaged.

Words are indexed as written (folded: case, accents and width do not count) with their places, and once more by their
English stem. A word searched for is found in both, nearer to its own form first; a phrase only as written. The stem
does no harm to other languages: it is a second, weaker way to be found.

Beside Tantivy's files lies `mark.json`: whose index this is, and up to which change of the database. It travels with
the files, so that an index put back from an old copy knows that it is old.
"""

import atexit
import shutil
import sqlite3
import tempfile
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Any

import orjson
import tantivy

from backfile.archive.search.words import words_of
from backfile.archive.store import schema
from backfile.archive.store.lock import WriterLock
from backfile.archive.store.schema import may_write
from backfile.archive.store.story_records import Records
from backfile.errors import ArchiveDamaged, ArchiveError, ArchiveFull, ArchiveLocked, BackfileError
from backfile.story.identity import fold

FOLDER = "search"
_MARK = "mark.json"
_FORMAT = 3
_HEAP = 32_000_000
_BATCH = 2000


def make_schema() -> tantivy.Schema:
    """The fields. `sort` has no two equal values, so that an order by date is always the same.

    All numbers are signed: tantivy 0.27 deletes nothing by a term of an unsigned field, and says nothing.
    """
    builder = tantivy.SchemaBuilder()
    for name in ("words", "headline", "byline", "outlet", "speaker", "quote"):
        builder.add_text_field(name, tokenizer_name="whitespace")
    builder.add_text_field("stems", tokenizer_name="stems", index_option="freq")
    for name in ("outlet_name", "outlet_key", "domain"):
        builder.add_text_field(name, tokenizer_name="raw", fast=name == "outlet_name")
    for name in ("key", "first_day", "last_day", "year", "sort"):
        builder.add_integer_field(name, indexed=True, fast=True)
    return builder.build()


def stemmer() -> tantivy.TextAnalyzer:
    """Words, already folded and set apart by spaces, to their English stems."""
    whitespace = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace())
    return whitespace.filter(tantivy.Filter.stemmer("english")).build()


def open_index(folder: Path) -> tantivy.Index:
    """The index in the archive's folder, made empty when there is none. Raises ArchiveDamaged."""
    place = folder / FOLDER
    try:
        if place.is_dir() and not may_write(place):
            place = _linked(place)
        place.mkdir(exist_ok=True)
        index = tantivy.Index(make_schema(), path=str(place))
    except PermissionError as error:
        message = (
            "there is no search index, and no permission to make it; add to the archive, or search it, as its owner"
        )
        raise ArchiveError(message, str(folder)) from error
    except (ValueError, OSError) as error:
        raise _failure(error, folder) from error
    index.register_tokenizer("stems", stemmer())
    return index


def _linked(place: Path) -> Path:
    """A folder of this process's own with links to the index's files: Tantivy wants to lay its lock beside what it reads."""
    own = Path(tempfile.mkdtemp(prefix="backfile-search-"))
    atexit.register(shutil.rmtree, own, ignore_errors=True)
    for path in place.iterdir():
        if path.suffix != ".lock":
            (own / path.name).symlink_to(path)
    return own


def ensure_index(db: sqlite3.Connection, folder: Path) -> tantivy.Index:
    """The index, level with the database where that can be done now. Waits for nobody: a running writer keeps it up."""
    if is_current(db, folder):
        try:
            return open_index(folder)
        except ArchiveDamaged:
            pass  # made again below
    try:
        with WriterLock(folder), IndexWriter(db, folder) as writer:
            writer.catch_up()
    except ArchiveLocked:
        pass  # the process that adds brings it up to date itself
    except BackfileError:
        if may_write(folder):
            raise
    return open_index(folder)


def is_current(db: sqlite3.Connection, folder: Path) -> bool:
    """True where the index is level with the database."""
    return read_mark(folder) == _mark_due(db)


def read_mark(folder: Path) -> dict[str, Any] | None:
    """Whose index lies there and how far it goes; None if that is not known."""
    try:
        found: dict[str, Any] = orjson.loads((folder / FOLDER / _MARK).read_bytes())
    except (OSError, orjson.JSONDecodeError):
        return None
    return found


class IndexWriter:
    """Brings the index up to the database. The caller holds the writer's lock."""

    def __init__(self, db: sqlite3.Connection, folder: Path) -> None:
        self._db = db
        self._folder = folder
        self._records = Records(db)

    def __enter__(self) -> "IndexWriter":
        mark, due = read_mark(self._folder), _mark_due(self._db)
        fits = mark is not None and {**mark, "change": 0} == {**due, "change": 0} and mark["change"] <= due["change"]
        try:
            self._open(clean=not fits)
        except ArchiveDamaged:
            self._open(clean=True)
            fits = False
        self._change = mark["change"] if fits and mark else 0
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        # Waiting for merges keeps files from being left half merged; after an error they are of no account.
        if kind is None:
            self._writer.wait_merging_threads()
        del self._writer

    def catch_up(self) -> None:
        """Index what changed since the mark, then set a new mark. Killed in between, there is no mark, and the index is made
        again: a commit that no mark tells of must not be laid on a second time."""
        due = _mark_due(self._db)
        if due["change"] == self._change:
            return
        try:
            (self._folder / FOLDER / _MARK).unlink(missing_ok=True)
            while self._step(due["change"]):
                pass
            self._writer.commit()
            self._write_mark(due)
        except (ValueError, OSError) as error:
            raise _failure(error, self._folder) from error

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
        if clean:
            shutil.rmtree(self._folder / FOLDER, ignore_errors=True)
        index = open_index(self._folder)
        self._schema = index.schema
        try:
            self._writer = index.writer(_HEAP, 1)
        except ValueError as error:
            raise _failure(error, self._folder) from error

    def _write_mark(self, mark: dict[str, Any]) -> None:
        path = self._folder / FOLDER / _MARK
        path.with_suffix(".new").write_bytes(orjson.dumps(mark))
        path.with_suffix(".new").replace(path)


def _mark_due(db: sqlite3.Connection) -> dict[str, Any]:
    rows = dict(db.execute("SELECT name, value FROM meta WHERE name IN ('archive', 'change')"))
    return {"index": _FORMAT, "archive": rows["archive"], "change": rows["change"]}


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


def _failure(error: Exception, folder: Path) -> BackfileError:
    """Tantivy raises ValueError for all: what it says is the only way to know a full disk from damage."""
    if any(sign in str(error) for sign in ("No space left", "File too large", "os error 28", "os error 27")):
        found: ArchiveFull = schema.full(folder)
        return found
    return ArchiveDamaged(f"the search index cannot be used ({error}); it is made again at the next add", str(folder))
