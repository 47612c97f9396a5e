"""The search index's fields, and where it lies: Tantivy, nothing stored in it, made out of the database.

Words are indexed as written (folded: case, accents and width do not count) with their places, and once more by their
English stem. A word searched for is found in both, nearer to its own form first; a phrase only as written. The stem
does no harm to other languages: it is a second, weaker way to be found.

Beside Tantivy's files lies `mark.json`: whose index this is, and up to which change of the database. It travels with
the files, so that an index put back from an old copy knows that it is old.
"""

import sqlite3
from pathlib import Path
from typing import Any

import orjson
import tantivy

from backfile.archive.store.failures import disk_full
from backfile.errors import ArchiveDamaged, BackfileError

FOLDER = "search"
MARK = "mark.json"
_FORMAT = 3


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


def open_index(place: Path) -> tantivy.Index:
    """Tantivy's index in that folder, made empty where there is none. Raises ValueError, OSError."""
    index = tantivy.Index(make_schema(), path=str(place))
    index.register_tokenizer("stems", stemmer())
    return index


def mark_due(db: sqlite3.Connection) -> dict[str, Any]:
    """The mark of an index that is level with the database."""
    rows = dict(db.execute("SELECT name, value FROM meta WHERE name IN ('archive', 'change')"))
    return {"index": _FORMAT, "archive": rows["archive"], "change": rows["change"]}


def read_mark(db: sqlite3.Connection, folder: Path) -> dict[str, Any] | None:
    """How far the archive's index goes; None where what lies there is none of this archive, or of another Backfile's."""
    try:
        mark: dict[str, Any] = orjson.loads((folder / FOLDER / MARK).read_bytes())
    except (OSError, orjson.JSONDecodeError):
        return None
    due = mark_due(db)
    fits = {**mark, "change": 0} == {**due, "change": 0} and mark["change"] <= due["change"]
    return mark if fits else None


def index_failure(error: Exception, folder: Path) -> BackfileError:
    """Tantivy raises ValueError for all: what it says is the only way to know a full disk from damage."""
    if any(sign in str(error) for sign in ("No space left", "File too large", "os error 28", "os error 27")):
        return disk_full(folder)
    return ArchiveDamaged(f"the search index cannot be used ({error}); `backfile upgrade` makes it again", str(folder))
