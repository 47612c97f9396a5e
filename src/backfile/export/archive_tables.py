"""An archive as four tables: stories, quotations, versions, captures; one row each, the same columns in every row.

Columns that other tools have are named as they name them: crawl_date, domain, url, language and content's twin `text` after the
Archives Unleashed Toolkit's web pages, title, author, date, text, excerpt, categories and tags after trafilatura's documents.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

import orjson

from backfile.archive.reader import Archive
from backfile.model.flat_rows import DATED, Columns, Row, dated_row
from backfile.model.story import Story

NO_YEAR = "__HIVE_DEFAULT_PARTITION__"
"""The name that Hive gives to rows without a value, and that its readers take for null."""

STORIES: Columns = {
    "id": "string", "crawl_date": "string", "domain": "string", "url": "string", "title": "string", "author": "string",
    "date": "date32", "language": "string", "text": "string", "excerpt": "string", "categories": "string", "tags": "string",
    **DATED, "updated": "string", "updated_basis": "string", "outlet": "string", "kind": "string", "kicker": "string",
    "byline": "string", "credits": "string", "notes": "string", "doubts": "string", "version_count": "int64",
    "copy_count": "int64", "record": "string",
}  # fmt: skip
QUOTATIONS: Columns = {
    "story": "string", "version": "string", "number": "int64", "text": "string", "kind": "string", "act": "string",
    "speaker": "string", "person": "string", "role": "string", "as_printed": "string", "certainty": "string", "said_on": "string",
    "utterance": "string", "printed_in": "int64", "title": "string", "outlet": "string", **DATED,
}  # fmt: skip
VERSIONS: Columns = {
    "story": "string", "version": "string", "first_seen": "string", "last_seen": "string", "captures": "int64", "change": "string",
    "changed": "string", "title": "string", **DATED, "text": "string",
}  # fmt: skip
CAPTURES: Columns = {
    "story": "string", "version": "string", "crawl_date": "string", "url": "string", "captured_at": "string",
    "payload_digest": "string", "path": "string", "member": "string", "offset": "int64", "length": "int64",
}  # fmt: skip


class Table(NamedTuple):
    """A table and how a story's rows of it are made."""

    name: str
    columns: Columns
    rows_of: Callable[[Archive, Story], Iterator[Row]]


def story_rows(_: Archive, story: Story) -> Iterator[Row]:
    """The story's row, of the day when it was first seen."""
    first = min((version.first_seen for version in story.versions if version.first_seen), default=None)
    yield story_row(story, first)


def story_row(story: Story, captured_at: str | None) -> Row:
    """The row of a story; `captured_at` in UTC, `record` is the whole record as JSON, as docs/schema.md has it."""
    return {
        "id": story.id,
        "crawl_date": _crawl_date(captured_at),
        "domain": story.outlet.domain,
        "url": story.url,
        "title": story.headline,
        "author": _joined(author.name for author in story.authors),
        "language": story.language,
        "text": story.body,
        "excerpt": story.dek,
        "categories": story.section,
        "tags": _joined(story.tags),
        **dated_row(story.published, story.window),
        "updated": story.updated.value if story.updated else None,
        "updated_basis": story.updated.basis if story.updated else None,
        "outlet": story.outlet.name,
        "kind": story.kind,
        "kicker": story.kicker,
        "byline": story.byline,
        "credits": _joined(credit.raw for credit in story.credits),
        "notes": _joined(note.text for note in story.notes),
        "doubts": _joined(dict.fromkeys(doubt.reason for doubt in story.doubts)),
        "version_count": len(story.versions),
        "copy_count": len(story.copies),
        "record": orjson.dumps(story.to_dict()).decode(),
    }


def quotation_rows(archive: Archive, story: Story) -> Iterator[Row]:
    """What is quoted in the story's newest version, in its order; the day is the story's, as its row has it."""
    for quotation in archive.quotes_of(story.id):
        held = quotation._asdict()
        yield {name: held.get(name) for name in QUOTATIONS} | {
            "title": story.headline,
            **dated_row(story.published, story.window),
        }


def version_rows(archive: Archive, story: Story) -> Iterator[Row]:
    """Every version of the story, the oldest first, with its text."""
    for version in story.versions:
        shown = archive.story(story.id, version=version.id) if len(story.versions) > 1 else story
        yield {
            "story": story.id,
            "version": version.id,
            "first_seen": version.first_seen,
            "last_seen": version.last_seen,
            "captures": version.captures,
            "change": version.change,
            "changed": _joined(version.changed),
            "title": shown.headline,
            **dated_row(shown.published, shown.window),
            "text": shown.body,
        }


def capture_rows(archive: Archive, story: Story) -> Iterator[Row]:
    """Every capture of the story, with the place where its bytes lie."""
    for capture in archive.captures_of(story.id):
        yield {
            "story": story.id,
            "version": capture.version,
            "crawl_date": _crawl_date(capture.captured_at),
            "url": capture.url,
            "captured_at": capture.captured_at,
            "payload_digest": capture.payload_digest,
            **capture.place._replace(path=archive.redactions.any.clean(capture.place.path))._asdict(),
        }


TABLES = (
    Table("stories", STORIES, story_rows),
    Table("quotations", QUOTATIONS, quotation_rows),
    Table("versions", VERSIONS, version_rows),
    Table("captures", CAPTURES, capture_rows),
)


def _crawl_date(instant: str | None) -> str | None:
    """ "20170223214700" of "2017-02-23T21:47:00Z", as CDX files and the Archives Unleashed Toolkit write it."""
    return "".join(c for c in instant if c.isdigit())[:14] if instant else None


def _joined(parts: "Iterator[str] | tuple[str, ...] | dict[str, None]") -> str | None:
    return "; ".join(parts) or None
