"""Record screening: which stored records may have words that are to be left out, told from their short form and without building them."""

import html
import re
import sqlite3
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from backfile.archive.store.record_form import BODY_AT, Record, body_of, unpack
from backfile.archive.takedowns.redacted_record import redacted
from backfile.archive.takedowns.redactions import Redactions
from backfile.archive.takedowns.redactor import Redactor, unescaped

if TYPE_CHECKING:
    from backfile.archive.store.story_records import Records

_VERSIONS = (
    "SELECT versions.key, id, ifnull(name, '') FROM versions JOIN stories ON stories.key = story"
    " LEFT JOIN readers ON readers.key = reader WHERE story = ?"
)

_JSON_ESCAPE = re.compile(r"\\(?:u[0-9a-f]{4}|.)")
"""Matches "\\n", "\\u001f"."""


def may_have(packed: bytes, redactor: Redactor) -> bool:
    """Whether a record in its short form may have such words: never False where it has them."""
    body = body_of(packed)
    text = f"{body}\n{_JSON_ESCAPE.sub(' ', packed[BODY_AT + len(body.encode()) :].decode())}"
    readings = [text]
    if "&" in text or "%" in text:
        readings += [html.unescape(text), unescaped(text), html.unescape(unescaped(text))]
    if not any(map(redactor.may_begin, readings)):
        return False
    return any(map(redactor.spans, readings)) or any(map(redactor.spans, _parted(packed)))


def _parted(packed: bytes) -> Iterator[str]:
    """What is quoted in several pieces: the words at their joints stand beside one another nowhere else."""
    for quote in unpack(packed, ("body", "quotes"))["quotes"]:
        if len(quote["pieces"]) > 1:
            yield quote["text"]


class WordsOfStory(NamedTuple):
    """What a story's records have of words that are left out."""

    cleaned: list[tuple[int, Record, str]]
    """The versions that have some: key, record without them, who read it."""
    words: set[str]
    """As they are printed; of an address that has them under its escapes, all of it."""


def words_of_story(db: sqlite3.Connection, records: "Records", story: int, redactions: Redactions) -> WordsOfStory:
    """Look through all versions of a story, by its key."""
    found = WordsOfStory([], set())
    for version, name, reader in db.execute(_VERSIONS, (story,)).fetchall():
        redactor = redactions.of(name)
        record = records.load(version)
        if (cleaned := redacted(record, redactor)) is not record:
            found.cleaned.append((version, cleaned, reader))
            found.words.update(_printed(record, redactor))
    return found


def _printed(record: Record, redactor: Redactor) -> Iterator[str]:
    for text in _texts(record):
        spans = redactor.spans(text)
        yield from (text[start:end] for start, end in spans)
        if not spans and redactor.hits(text):
            yield text


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _texts(one)
