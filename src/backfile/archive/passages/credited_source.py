"""Whose text it is: the agency or outlet that a credit names, and its own story among those that share the words.

A credit of one of several copies is a credit of all: of one text, all are its.
"""

import re
import sqlite3
from collections.abc import Iterable
from typing import NamedTuple

from backfile.archive.outlets.outlet_queries import outlet_titles
from backfile.archive.search.words import words_of
from backfile.archive.store.record_form import Record
from backfile.archive.store.story_records import Records

MOST_CREDITED = 20
"""Copies whose credits are looked at."""
_DATELINE = re.compile(r"\(([^()]{2,30})\)")
"""Matches the "(AP)" of a dateline."""
_NOT_NAMING = {"the", "news", "com", "online"}
"""Words that an outlet's name has at one place and not at another: "AP News", "The Beacon"."""
_COPIES = (
    "SELECT other, newest, stories.outlet FROM copies JOIN stories ON stories.key = other WHERE story = ? AND share >= 400"
    " ORDER BY sort IS NULL, sort, id LIMIT ?"
)


class Source(NamedTuple):
    """Whose text a story prints."""

    name: str
    """As the credit has it."""
    story: int | None
    """Its own story, where the archive has it."""


def has_copies(db: sqlite3.Connection, story: int) -> bool:
    """Whether any story shares so much with this one that `source_of` may name one of them."""
    return db.execute(_COPIES, (story, 1)).fetchone() is not None


def source_of(db: sqlite3.Connection, records: Records, story: int, record: Record) -> Source | None:
    """Whose text the story prints, by its own credit or that of a copy; None where no credit says it."""
    copies = db.execute(_COPIES, (story, MOST_CREDITED)).fetchall()
    titles = outlet_titles(db)
    credited = (credited_in(records.load(newest, fields=("credits", "dateline"))) for _, newest, _ in copies)
    return source_among(credited_in(record), credited, [(key, titles.of(outlet)) for key, _, outlet in copies])


def source_among(
    own: str | None, credited: Iterable[str | None], copies: Iterable[tuple[int, str | None]]
) -> Source | None:
    """Whose text it is, given whom the story credits, whom its copies do, and these copies, each with its outlet's name."""
    name = own or next(filter(None, credited), None)
    if name is None:
        return None
    return Source(name, next((key for key, outlet in copies if is_name_of(name, outlet or "")), None))


def credited_in(record: Record) -> str | None:
    """The agency or outlet whose text it is, by a wire credit or the dateline."""
    for credit in record["credits"]:
        if credit["role"] == "wire":
            return str(credit["source"])
    named = _DATELINE.search(record["dateline"]["raw"]) if record["dateline"] else None
    return _agency(named[1]) if named else None


def is_name_of(source: str, outlet: str) -> bool:
    """Whether a credit names this outlet: "The Associated Press" names "AP News"."""
    return bool(outlet) and _plain(source) == _plain(outlet)


def _plain(name: str) -> str:
    words = " ".join(word for word in words_of(name) if word not in _NOT_NAMING)
    return _agency(name) or _agency(words) or words


def _agency(text: str) -> str | None:
    from backfile.lexicon.agencies import agency_name  # loads the lists of words

    return agency_name(text)
