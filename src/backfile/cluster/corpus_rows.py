"""Rows of a corpus: what reading one capture gave, as columns of Parquet. The same capture gives the same row wherever it is read."""

from typing import TYPE_CHECKING, Any, NamedTuple

import orjson

from backfile.archive.store.capture_tables import DAMAGED_TEXT, in_utc
from backfile.export.archive_tables import STORIES, story_row
from backfile.model.capture import Capture, Skipped
from backfile.model.flat_rows import Columns, Row
from backfile.model.plain_values import plain_values
from backfile.model.story import Story
from backfile.one_capture import CaptureRead

if TYPE_CHECKING:
    import pyarrow

_OF_ARCHIVES = frozenset(("version_count", "copy_count", "record"))
_CAPTURE: Columns = {
    "captured_at": "string", "payload_digest": "string", "media_type": "string", "path": "string", "member": "string",
    "offset": "int64", "length": "int64",
}  # fmt: skip
CORPUS_STORIES: Columns = {
    **{name: kind for name, kind in STORIES.items() if name not in _OF_ARCHIVES},
    "capture_url": "string",
    **_CAPTURE,
    "damage": "string",
    "record": "string",
}
"""A story as one capture shows it: the columns of an archive's table of stories, where its capture lies, and the record whole."""
CORPUS_SKIPPED: Columns = {
    **_CAPTURE, "url": "string", "reason": "string", "message": "string", "doubts": "string", "lists": "string",
    "mentions": "string",
}  # fmt: skip
"""A capture that holds no story; `lists` are the ids of the stories that a listing links to, `mentions` what it says of other addresses,
both as JSON."""
PART_STORIES: Columns = {"year": "string", **CORPUS_STORIES}
"""A part's rows say their year; in the corpus the folder says it."""
UNDATED = ""
"""The year of a story whose page does not date it."""
LAST = "\U0010ffff"
"""Stands for the domain of a story that has none: after all others."""
ROW_ORDER = ("domain", "id", "crawl_date", "url", "path", "member", "offset")
"""How a file's rows are sorted."""
REPEATED = (
    "year",
    "domain",
    "language",
    "kind",
    "precision",
    "basis",
    "updated_basis",
    "outlet",
    "media_type",
    "path",
    "reason",
    "message",
)
"""Columns whose values come again and again, and are kept once a file."""


class Sized(NamedTuple):
    """A row, and about how many bytes it takes."""

    row: Row
    size: int


def corpus_story_row(capture: Capture, read: CaptureRead) -> Sized:
    """The row of a story."""
    story = read.story
    assert story is not None
    row = {**story_row(story, in_utc(capture.captured_at)), **_place_row(capture), "capture_url": capture.url}
    row["damage"] = read.damage.removeprefix(f"{read.place}: {DAMAGED_TEXT}: ") if read.damage else None
    row["captured_at"] = in_utc(capture.captured_at)
    row["payload_digest"], row["media_type"] = capture.payload_digest, capture.media_type
    kept = {name: row.get(name) for name in CORPUS_STORIES}
    return Sized({"year": year_of(story), **kept}, sum(len(v) for v in kept.values() if isinstance(v, str)) + 200)


def skipped_row(skipped: Skipped, capture: Capture | None = None, read: CaptureRead | None = None) -> Sized:
    """The row of a capture that was passed over."""
    lists, story = (read.lists, read.story) if read else ((), None)
    row = {
        **_place_row(skipped),
        "captured_at": in_utc(skipped.captured_at),
        "payload_digest": capture.payload_digest if capture else None,
        "media_type": capture.media_type if capture else None,
        "url": skipped.url,
        "reason": skipped.reason.value,
        "message": skipped.message,
        "doubts": "; ".join(dict.fromkeys(doubt.reason for doubt in story.doubts)) or None if story else None,
        "lists": orjson.dumps(lists).decode() if lists else None,
        "mentions": orjson.dumps(plain_values(skipped.mentions)).decode() if skipped.mentions else None,
    }
    return Sized(row, 200 + len(row["lists"] or "") + len(row["mentions"] or ""))


def _place_row(one: Capture | Skipped) -> dict[str, Any]:
    return one.place._asdict()


def year_of(story: Story) -> str:
    """The year of publication, as the folder is named: "2017"; UNDATED where the page does not say."""
    return story.published.value[:4] if story.published else UNDATED


def row_key(row: Row) -> tuple[str, str, tuple[Any, ...]]:
    """Orders the rows of a part: by year, then as a file of the corpus is sorted."""
    return (
        row["year"],
        row["domain"] or LAST,
        (*((row[name] is None, row[name] or "") for name in ROW_ORDER[1:6]), row["offset"] or 0),
    )


def sorted_table(table: "pyarrow.Table") -> "pyarrow.Table":
    """The rows of a file of the corpus in their order, those without a domain last."""
    return table.sort_by([(name, "ascending") for name in ROW_ORDER])
