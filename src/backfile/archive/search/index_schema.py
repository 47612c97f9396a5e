"""The search indexes' fields, and where they lie: Tantivy, nothing stored in it, made out of the database.

Two indexes: of stories, and of quotations. Words are indexed as they are printed, case and accents not counting; their other
forms are looked up among the index's own words when they are searched for (query_terms.py), which takes no room and knows each
story's language. Numbers are signed: tantivy 0.27 deletes nothing by a term of an unsigned field, and says nothing.

Beside Tantivy's files lies `mark.json`: whose index this is, and up to which change of the database. It travels with
the files, so that an index put back from an old copy knows that it is old.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any

import orjson
import tantivy

from backfile.archive.store.failures import disk_full
from backfile.errors import ArchiveDamaged, BackfileError

STORIES, QUOTATIONS = "search", "search-quotations"
"""The folders, which stand for the indexes."""
MARK = "mark.json"
_FORMAT = 5
NO_LANGUAGE = "und"
"""Undetermined (ISO 639-2): of a story whose language was not told."""
_LONGEST = 120
"""Bytes of the longest word: what is longer is no word."""
WORD_FIELDS = ("headline", "byline", "author", "speaker", "quote", "place", "section", "kind", "tag", "credit")
"""Fields of a story that are searched by their name."""
_STORY_NUMBERS = ("key", "outlet", "first_day", "last_day", "updated_first", "updated_last", "year", "sort", "doubtful")
_QUOTATION_NUMBERS = ("key", "story", "person", "outlet", "first_day", "last_day", "sort")


def make_schema(name: str) -> tantivy.Schema:
    """The fields of an index. `sort` has no two equal values among stories, so that an order by date is always the same."""
    builder = tantivy.SchemaBuilder()
    if name == STORIES:
        for field in ("text", *WORD_FIELDS):
            builder.add_text_field(field, tokenizer_name="words")
        for field in ("language", "doubt"):
            builder.add_text_field(field, tokenizer_name="raw", index_option="basic")
    else:
        for field in ("words", "headline", "said_by"):
            builder.add_text_field(field, tokenizer_name="words", index_option="basic")
    for field in _STORY_NUMBERS if name == STORIES else _QUOTATION_NUMBERS:
        builder.add_integer_field(field, indexed=True, fast=True)
    return builder.build()


@lru_cache(maxsize=1)
def word_analyzer() -> tantivy.TextAnalyzer:
    """A text (`search_text`) to its words."""
    builder = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
    for step in (tantivy.Filter.remove_long(_LONGEST), tantivy.Filter.lowercase(), tantivy.Filter.ascii_fold()):
        builder = builder.filter(step)
    return builder.build()


def open_index(place: Path, name: str) -> tantivy.Index:
    """Tantivy's index in that folder, made empty where there is none. Raises ValueError, OSError."""
    index = tantivy.Index(make_schema(name), path=str(place))
    index.register_tokenizer("words", word_analyzer())
    return index


def mark_due(db: sqlite3.Connection) -> dict[str, Any]:
    """The mark of an index that is level with the database."""
    rows = dict(db.execute("SELECT name, value FROM meta WHERE name IN ('archive', 'change')").fetchall())
    return {"index": _FORMAT, "archive": rows["archive"], "change": rows["change"]}


def read_mark(db: sqlite3.Connection, place: Path) -> dict[str, Any] | None:
    """How far the index in the folder goes; None where it is none of this archive, or of another Backfile's."""
    try:
        mark: dict[str, Any] = orjson.loads((place / MARK).read_bytes())
    except (OSError, orjson.JSONDecodeError):
        return None
    due = mark_due(db)
    fits = (mark.get("index"), mark.get("archive")) == (due["index"], due["archive"])
    return mark if fits and mark.get("change", due["change"] + 1) <= due["change"] else None


def index_failure(error: Exception, place: Path) -> BackfileError:
    """Tantivy raises ValueError for all: what it says is the only way to know a full disk from damage."""
    if any(sign in str(error) for sign in ("No space left", "File too large", "os error 28", "os error 27")):
        return disk_full(place.parent)
    return ArchiveDamaged(f"the search index cannot be used ({error}); `backfile upgrade` makes it again", str(place))


@contextmanager
def index_in_use(place: Path) -> Iterator[None]:
    """A search under way: whatever a damaged index makes of it is damage. Raises ArchiveDamaged.

    Tantivy raises ValueError, or panics, which is no Exception in Python; and it may name stories that are not there.
    """
    try:
        yield
    except (ValueError, OSError, TypeError, LookupError) as error:
        raise index_failure(error, place) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise index_failure(RuntimeError("it is damaged"), place) from error
