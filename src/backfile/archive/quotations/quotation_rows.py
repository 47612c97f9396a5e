"""What the archive keeps of a version's quotations, made from the record alone (STYLE 4): one row each."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from backfile.archive.quotations.quotation_texts import text_of
from backfile.archive.quotations.speaker_grounds import grounds_of, hashed, person_id
from backfile.archive.quotations.utterance_match import Wording, keys_of, wording_of
from backfile.archive.store.key_runs import Keys
from backfile.archive.store.record_form import Record
from backfile.model.quotation import Ground
from backfile.model.story import Outlet
from backfile.story.identity import fold

_NO_WORD = re.compile(r"[^\w\[\]…]+")
"""Matches what does not tell one form of a saying from another: all but letters, digits, brackets and ellipses."""
_FORM_BITS = 47
"""As many as SQLite keeps in six bytes. Forms are told apart within one story."""


class Spoken(NamedTuple):
    """A person as a quotation names him."""

    name: str
    """The full name, folded."""
    spelt: str
    role: str | None
    grounds: tuple[tuple[str, Ground], ...]
    """What may join him to other stories, the strongest first, each with the person's id on it."""


class QuotationRow(NamedTuple):
    """A quotation as stored. Which story and version it is of, the writer knows; all else is in the record."""

    wording: Wording
    keys: Keys
    """Of the wording: its own, and those that find like ones."""
    form: int
    """Tells its words and speaker from others of the story."""
    spoken: Spoken | None
    """Who is quoted, where that is one of the story's people."""


def quotation_rows(record: Record) -> tuple[QuotationRow, ...]:
    """The rows of a story's record (schema `backfile/story/1`), its quotations in their order."""
    quotes = record["quotes"]
    wordings = [wording_of(quote["text"], quote["speaker"], record["id"]) for quote in quotes]
    return tuple(
        QuotationRow(wording, keys, form_of(record["body"], quote), spoken)
        for quote, wording, keys, spoken in zip(quotes, wordings, keys_of(wordings), _spoken(record), strict=True)
    )


def _spoken(record: Record) -> Iterator[Spoken | None]:
    people = {person["name"] for person in record["people"]}
    outlet = Outlet(**record["outlet"]) if record["outlet"] else Outlet(None, None)
    for quote in record["quotes"]:
        speaker, role = quote["speaker"], quote["role"]
        if speaker not in people:
            yield None
            continue
        grounds = grounds_of(speaker, role, outlet, record["id"])
        yield Spoken(fold(speaker), speaker, role, tuple((person_id(speaker, ground), ground) for ground in grounds))


def form_of(body: str, quote: Record) -> int:
    """What tells a quotation's words and speaker from others of the story."""
    words = _NO_WORD.sub(" ", fold(text_of(body, quote["pieces"]))).strip()
    return hashed(f"{quote['speaker']}\n{words}") >> (64 - _FORM_BITS)
