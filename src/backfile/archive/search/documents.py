"""Search documents: what is indexed of a story, and of each of its quotations that lists show."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from backfile.archive.quotations.quotation_texts import text_of
from backfile.archive.search.index_schema import NO_LANGUAGE
from backfile.archive.search.search_text import search_text
from backfile.archive.store.record_form import Record
from backfile.archive.versions.stamp_days import days_of
from backfile.model.doubts import WEIGHTS
from backfile.model.story import Stamp

STORY_FIELDS = (
    "language", "section", "tags", "kind", "headline", "kicker", "dek", "byline", "authors", "dateline", "updated",
    "credits", "notes", "quotes", "doubts",
)  # fmt: skip
"""What `story_document` reads of a record, beside its body."""
QUOTATION_FIELDS = ("headline", "quotes")


class StoryRow(NamedTuple):
    """What the table of stories says of a story."""

    key: int
    id: str
    newest: int
    outlet: int | None
    first_day: int | None
    last_day: int | None
    year: int | None
    sort: int | None
    lead: int | None
    """The story that it is another view of: then it is not indexed."""


class QuotationRow(NamedTuple):
    """What the tables say of a quotation."""

    key: int
    number: int
    person: int | None


def story_document(row: StoryRow, record: Record) -> dict[str, Any]:
    """What is indexed of a story."""
    words = {name: values for name, values in _words_of(record).items() if values}
    first, last = _days_updated(record)
    numbers = {
        "key": row.key,
        "outlet": row.outlet,
        "first_day": row.first_day,
        "last_day": row.last_day,
        "updated_first": first,
        "updated_last": last,
        "year": row.year,
        "sort": by_date(row),
        "doubtful": how_doubtful(row, record),
    }
    doubts = {"doubt": [doubt["reason"] for doubt in record["doubts"]]} if record["doubts"] else {}
    return words | _given(numbers) | doubts | {"language": record["language"] or NO_LANGUAGE}


def how_doubtful(row: StoryRow, record: Record) -> int | None:
    """The story's place in an order by doubt, the heaviest first, no two equal; None for a story in none."""
    words = {doubt["reason"] for doubt in record["doubts"]}
    return sum(WEIGHTS.get(word, 1) for word in words) * _KEYS + row.key % _KEYS if words else None


_KEYS = 1 << 40


def text_of_story(record: Record) -> list[str]:
    """All the words of a story that are searched, each of its texts once."""
    around = [note["text"] for note in record["notes"]] + [credit["raw"] for credit in record["credits"]]
    head = [record["headline"], record["kicker"], record["dek"]]
    return _each([*head, *_writers(record), record["body"], *around])


def _writers(record: Record) -> list[str]:
    return [record["byline"]] if record["byline"] else [author["name"] for author in record["authors"]]


def _words_of(record: Record) -> dict[str, list[str]]:
    quotes = record["quotes"]
    return {
        "text": text_of_story(record),
        "headline": _each([record["headline"]]),
        "byline": _each(_writers(record)),
        "author": _each(author["name"] for author in record["authors"]),
        "speaker": _each(f"{quote['speaker'] or ''} {quote['role'] or ''}" for quote in quotes),
        "quote": _each(quote["text"] for quote in quotes),
        "place": _each([record["dateline"]["place"]] if record["dateline"] else []),
        "section": _each([record["section"]]),
        "kind": [record["kind"]],
        "tag": _each(record["tags"]),
        "credit": _each(f"{credit['raw']} {credit['source']}" for credit in record["credits"]),
    }


def _days_updated(record: Record) -> tuple[int, int] | tuple[None, None]:
    """The first and the last day, as ordinals, on which it may have been updated."""
    updated = days_of(Stamp(**record["updated"])) if record["updated"] else None
    return (updated[0].toordinal(), updated[1].toordinal()) if updated else (None, None)


def _given(numbers: dict[str, int | None]) -> dict[str, Any]:
    return {name: value for name, value in numbers.items() if value is not None}


def quotation_documents(row: StoryRow, record: Record, rows: Iterable[QuotationRow]) -> Iterator[dict[str, Any]]:
    """What is indexed of the quotations of one version of a story."""
    headline = search_text(record["headline"] or "")
    for one in rows:
        quote = record["quotes"][one.number]
        numbers = {
            "key": one.key,
            "story": row.key,
            "person": one.person,
            "outlet": row.outlet,
            "first_day": row.first_day,
            "last_day": row.last_day,
            "sort": by_date(row),
        }
        yield {
            "words": search_text(text_of(record["body"], quote["pieces"])),
            "headline": headline,
            "said_by": search_text(f"{quote['speaker'] or ''} {quote['role'] or ''}"),
            **_given(numbers),
        }


def by_date(row: StoryRow) -> int:
    """The story's place in an order by date, the newest first: the undated last, by their ids."""
    return row.sort if row.sort is not None else -1 - int.from_bytes(row.id.encode()[:8].ljust(8, b"\0")) // 2


def _each(texts: Iterable[str | None]) -> list[str]:
    """Texts of one field, each once. Tantivy lets no phrase run over from one into the next."""
    return [search_text(text) for text in dict.fromkeys(texts) if text]
