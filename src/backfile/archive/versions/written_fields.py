"""What the newsroom wrote of a story, made comparable: a change in one of these makes a version, and nothing else does.

The page around a story changes at each visit, and so does how it is printed: curly marks, spaces, "By" before a name, seconds in a
stamp. None of it is a change of the story.
"""

import re
from collections.abc import Callable
from typing import Any

from backfile.archive.store.record_form import Record
from backfile.lexicon.byline_openings import BY_WORDS

WRITTEN = ("headline", "dek", "byline", "body", "notes", "credits", "published", "updated")
STAMPS = ("published", "updated")
_CREDITS = ("wire", "contributed", "reported")
"""Roles of credits that are for the words; pictures and lists of sources change with the page."""
_PRINTED = str.maketrans({
    "‘": "'", "’": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "–": "-", "—": "-", "‐": "-", "‑": "-",
    "\u00ad": "", "\u200b": "", "\u200c": "", "\u200d": "", "\ufeff": "", "…": "...",
})  # fmt: skip
_BY = re.compile(rf"(?:{'|'.join(BY_WORDS)}|da)\s+", re.IGNORECASE)
"""Matches the "By " of "By Jill Serjeant"."""
_TO_THE_MINUTE = 16
"""Letters of "2020-01-19T12:25"."""


def same_print(text: str | None) -> str | None:
    """A text as far as it is the same however it is printed; None for one that is empty."""
    return " ".join(text.translate(_PRINTED).split()) or None if text else None


def written_in(record: Record) -> dict[str, Any]:
    """The fields of WRITTEN, made comparable. What stands between headline and text is a summary on one page and the text's first
    words on another: it counts with the body, unless it is the headline again."""
    written = {name: _FORMS.get(name, same_print)(record[name]) for name in WRITTEN}
    summary = (written["dek"] or "").replace(written["headline"] or "\n", "").strip()
    return written | {"dek": None, "body": f"{summary} {written['body'] or ''}".strip()}


def printed_in(record: Record, field: str) -> str:
    """A field of WRITTEN as it is printed; a line each of several."""
    value = record[field]
    if isinstance(value, dict):
        return str(value["value"])
    if isinstance(value, list):
        return "\n".join(item["text"] if field == "notes" else item["raw"] for item in value)
    return value or ""


def _byline(text: str | None) -> str | None:
    plain = same_print(text)
    return _BY.sub("", plain, count=1).casefold() if plain and _BY.match(plain) else plain and plain.casefold()


def _notes(notes: list[Record]) -> list[Any]:
    return [[note["kind"], same_print(note["text"])] for note in notes]


def _credits(credits: list[Record]) -> list[Any]:  # noqa: A002 - the field's own name
    return [[credit["role"], same_print(credit["raw"])] for credit in credits if credit["role"] in _CREDITS]


def _stamp(stamp: Record | None) -> str | None:
    return stamp["value"][:_TO_THE_MINUTE] if stamp else None


_FORMS: dict[str, Callable[[Any], Any]] = {
    "byline": _byline, "notes": _notes, "credits": _credits, "published": _stamp, "updated": _stamp,
}  # fmt: skip
