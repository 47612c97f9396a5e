"""Records that a Backfile without codes stored: the codes of their sentences, so that a story's date is explained as before.

The sentences are those of that Backfile, and are kept here as they were, whatever wording/ says now. One that is not here keeps its words.
"""

import hashlib
import sqlite3
from typing import Any

import orjson
import zstandard

from backfile.dates.window import find_window
from backfile.errors import ArchiveDamaged
from backfile.model.clue_rules import DateRule
from backfile.model.plain_values import ground_of
from backfile.model.reason_codes import ClueCode, OldCode, WindowCode
from backfile.model.reasons import Reason
from backfile.model.story import Story, Window

_LARGEST = 256 * 1024 * 1024
_WHY_NOT: dict[str, Reason] = {
    **{f"{rule} comes first": ClueCode.OUTRANKED.of(rule.value) for rule in DateRule},
    "it could not be read as a date": ClueCode.UNREADABLE.of(),
    "no year is printed, and no weekday that would tell it": ClueCode.NO_YEAR.of(),
    "it is after the capture": ClueCode.AFTER_CAPTURE.of(),
    "it is before the web": ClueCode.BEFORE_WEB.of(),
    "a stamp after the text with no word beside it may be anything's": ClueCode.AFTER_TEXT.of(),
    "it is the moment of serving": ClueCode.SERVED.of(),
    "it stands outside the story": ClueCode.OUTSIDE.of(),
    "it stands in the text, which has begun": ClueCode.IN_TEXT.of(),
    "it stands in a sentence": ClueCode.IN_SENTENCE.of(),
    "it heads a sentence": ClueCode.HEADS_SENTENCE.of(),
    "the words before it say that it is not the story's": ClueCode.WORDS_BEFORE.of(),
    "a time and a place stand beside it: it is an event's": ClueCode.OF_EVENT.of(),
    "a span of days or hours is an event's": ClueCode.OF_SPAN.of(),
    "it is one of the days of a paper's review": ClueCode.OF_REVIEW.of(),
    "it stands in a list of months or beside the weather": ClueCode.OF_LIST.of(),
    "the page says so of several days": ClueCode.SEVERAL_DAYS.of(),
}


_NO_OLDER = "the web is no older than 1990"


def with_codes(record: dict[str, Any]) -> dict[str, Any]:
    """The record (schema `backfile/story/1`) with a code for each reason that is known by its sentence."""
    if "grounds" in record["window"]:
        return record
    evidence = [{**clue, "why_not_ground": ground_of(_WHY_NOT.get(clue["why_not"]))} for clue in record["evidence"]]
    return {**record, "evidence": evidence, "window": _window_with_codes(record["window"], record["published"])}


def _window_with_codes(window: dict[str, Any], published: dict[str, Any] | None) -> dict[str, Any]:
    if "grounds" in window:
        return window
    known = {_NO_OLDER: WindowCode.NO_OLDER.of()}
    if published:
        value, basis = published["value"], published["basis"]
        known[f"published {value} ({basis})"] = WindowCode.PUBLISHED.of(value, basis)
        known[f"published {value} ({basis}); clues disagree"] = WindowCode.PUBLISHED_DISPUTED.of(value, basis)
    return {**window, "grounds": [ground_of(known.get(words)) for words in window["because"]]}


def window_anew(story: Story) -> Window:
    """The window of an undated story, found again from its record where a reason of it has no code: narrowing asks for codes."""
    return find_window(story) if is_in_words(story.window) else story.window


def is_in_words(window: Window) -> bool:
    """Whether a reason of the window has no code."""
    return any(why.code == OldCode.IN_WORDS for why in window.because)


class OldRecords:
    """The records of an archive of formats 1 to 3: JSON as it was printed, zstd, with a dictionary or without."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._readers: dict[int | None, zstandard.ZstdDecompressor] = {None: zstandard.ZstdDecompressor()}
        for number, trained in db.execute("SELECT id, bytes FROM dictionaries").fetchall():
            self._readers[number] = zstandard.ZstdDecompressor(dict_data=zstandard.ZstdCompressionDict(trained))

    def load(self, version: int) -> dict[str, Any]:
        """The record of a version, with codes for its reasons. Raises ArchiveDamaged."""
        row = self._db.execute("SELECT dictionary, digest, bytes FROM records WHERE version = ?", (version,)).fetchone()
        try:
            stored = self._readers[row[0]].decompress(row[2], max_output_size=_LARGEST)
        except (TypeError, KeyError, zstandard.ZstdError) as error:
            raise ArchiveDamaged(
                f"a record is missing or cannot be decompressed ({error})", f"version {version}"
            ) from error
        if hashlib.sha256(stored).digest()[:16] != row[1]:
            raise ArchiveDamaged("a record is not what was stored: its digest differs", f"version {version}")
        return with_codes(orjson.loads(stored))
