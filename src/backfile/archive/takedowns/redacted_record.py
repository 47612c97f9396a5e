"""Redacted record: a story's record without some words, in every field, with what was counted from them left out.

What the body says is the body's: blocks, quotations and days are cut out of the redacted body again, so that no field has a part of a passage
that the body has no more. Whoever is named by words that were left out is no author, no speaker and no person of the story.
"""

from collections.abc import Callable
from typing import Any

from backfile.archive.store.record_form import Record
from backfile.archive.takedowns.redactor import MARK, Redactor, Shifted, shifted

_CODES = frozenset(
    "schema id kind code basis precision zone rule field type certainty act language conflict where used zone is_settled".split()
)
"""Fields whose values are words of ours."""


def redacted(record: Record, redactor: Redactor) -> Record:
    """The record without the words; the very same where it has none of them."""
    body = shifted(record["body"], redactor.spans(record["body"]))
    cleaned: Record = {name: _cleaned(value, redactor, name) for name, value in record.items() if name not in _BY_BODY}
    cleaned |= {name: _BY_BODY[name](record[name], redactor, body, record["body"]) for name in _BY_BODY}
    found = {name: cleaned[name] for name in record}
    return record if found == record else found


def _cleaned(value: Any, redactor: Redactor, name: str = "") -> Any:
    if isinstance(value, str):
        return value if name in _CODES else redactor.clean(value)
    if isinstance(value, dict):
        return {inner: _cleaned(one, redactor, inner) for inner, one in value.items()}
    if isinstance(value, list | tuple):
        return [_cleaned(one, redactor, name) for one in value]
    return value


def _body(_value: Any, _redactor: Redactor, body: Shifted, _before: str) -> str:
    return body.text


def _blocks(blocks: list[Record], redactor: Redactor, body: Shifted, before: str) -> list[Record]:
    found = []
    for block in blocks:
        start, end = body.place(block["start"]), body.place(block["end"])
        is_of_body = block["text"] == before[block["start"] : block["end"]]
        links = [
            {
                **_cleaned(link, redactor),
                "start": body.place(block["start"] + link["start"]) - start,
                "end": body.place(block["start"] + link["end"]) - start,
            }
            for link in block["links"]
        ]
        text = body.text[start:end] if is_of_body else redactor.clean(block["text"])
        found.append({**block, "text": text, "start": start, "end": end, "links": links if is_of_body else []})
    return found


def _dates(dates: list[Record], redactor: Redactor, body: Shifted, _before: str) -> list[Record]:
    return [
        {**_cleaned(one, redactor), "start": body.place(one["start"]), "end": body.place(one["end"])}
        for one in dates
        if not body.is_touched(one["start"], one["end"])
    ]


def _quotes(quotes: list[Record], redactor: Redactor, body: Shifted, before: str) -> list[Record]:
    found = []
    for quote in quotes:
        pieces = [[body.place(start), body.place(end)] for start, end in quote["pieces"]]
        is_of_body = quote["text"] == _said(before, quote["pieces"])
        text = redactor.clean(_said(body.text, pieces) if is_of_body else quote["text"])
        if not any(map(str.isalnum, text.replace(MARK, ""))):
            continue
        made = {**_cleaned(quote, redactor), "text": text, "pieces": pieces}
        for name in ("cue_span", "speaker_span"):
            made[name] = [*map(body.place, quote[name])] if quote[name] else None
        is_hidden = bool(quote["speaker_span"]) and body.is_touched(*quote["speaker_span"])
        if is_hidden or made["speaker"] != quote["speaker"]:
            made["speaker"] = None
        found.append(made)
    return found


def _said(body: str, pieces: list[Any]) -> str:
    return " ".join(body[start:end] for start, end in pieces)


def _named(people: list[Record], redactor: Redactor, body: Shifted, _before: str) -> list[Record]:
    found = []
    for one in people:
        mentions = [[*map(body.place, span)] for span in one["mentions"] if not body.is_touched(*span)]
        if redactor.clean(one["name"]) == one["name"] and (mentions or not one["mentions"]):
            found.append({**_cleaned(one, redactor), "mentions": mentions})
    return found


def _authors(authors: list[Record], redactor: Redactor, _body: Shifted, _before: str) -> list[Record]:
    cleaned = ((one, _cleaned(one, redactor)) for one in authors)
    return [made for one, made in cleaned if made["name"] == one["name"]]


def _tags(tags: list[str], redactor: Redactor, _body: Shifted, _before: str) -> list[str]:
    return [tag for tag in tags if redactor.clean(tag) == tag]


_BY_BODY: dict[str, Callable[[Any, Redactor, Shifted, str], Any]] = {
    "body": _body,
    "blocks": _blocks,
    "dates": _dates,
    "quotes": _quotes,
    "people": _named,
    "agencies": _named,
    "authors": _authors,
    "tags": _tags,
}
