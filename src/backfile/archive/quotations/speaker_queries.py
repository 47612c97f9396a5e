"""Speakers read: people who are quoted, over all stories that surely mean the same one. Read only."""

import sqlite3
from collections.abc import Sequence
from functools import lru_cache

from backfile.archive.outlets.outlet_queries import OutletTitles, outlet_titles, rows_of
from backfile.archive.quotations.speaker_tables import UNDATED
from backfile.archive.quotations.utterance_match import words_of
from backfile.archive.quotations.utterance_tables import QUOTATIONS
from backfile.archive.store.list_entries import stamp_in
from backfile.errors import QuotationMissing
from backfile.model.quotation import Ground, Speaker, SpeakerEntry
from backfile.model.story import Stamp

_MOST_ROLES = 8
_MOST_OUTLETS = 200
_MOST_NAMESAKES = 100
_QUOTED_BY = (
    " AND person IN (SELECT speaker FROM person_words JOIN persons ON key = person_words.person"
    " WHERE person_words.kind = 'outlet' AND words IN ({}))"
)

_HAS_MORE = (
    "SELECT 1 FROM persons AS own JOIN persons AS other ON other.name = own.name JOIN speakers ON person = other.key"
    " WHERE own.id = :person AND (person != own.speaker OR stories > 1)"
)
_WHERE_QUOTED = (
    f"SELECT DISTINCT stories.id, newest = versions.key, quotations.key % {QUOTATIONS} FROM persons AS own"  # noqa: S608 - a number of ours
    " CROSS JOIN persons AS theirs ON theirs.speaker = own.speaker CROSS JOIN spoke ON spoke.person = theirs.key"
    " CROSS JOIN stories ON stories.key = spoke.story CROSS JOIN versions ON versions.story = stories.key"
    f" CROSS JOIN quotations ON quotations.key BETWEEN versions.key * {QUOTATIONS} AND versions.key * {QUOTATIONS} + {QUOTATIONS} - 1"
    " WHERE own.id = ? AND quotations.person = theirs.key AND quotations.shown ORDER BY quotations.key"
)
"""CROSS JOIN keeps the order (sqlite.org/optoverview.html): without counts of its tables SQLite reads all quotations."""


def list_speakers(
    db: sqlite3.Connection, name: str | None, outlet: str | None, *, limit: int, offset: int
) -> list[SpeakerEntry]:
    """Speakers, those in the most stories first; those whose full name has these words, or whom that outlet quotes."""
    values: list[str | int] = list(words_of(name or ""))
    where = " AND name IN (SELECT name FROM name_words WHERE word = ?)" * len(values)
    if outlet is not None:
        rows = rows_of(db, outlet)
        where += _QUOTED_BY.format(", ".join("?" * len(rows)))
        values += [str(row) for row in rows]
    found = db.execute(
        f"SELECT person FROM speakers WHERE 1{where} ORDER BY stories DESC, quotations DESC, person LIMIT ? OFFSET ?",  # noqa: S608 - only marks for values
        (*values, limit, offset),
    ).fetchall()
    titles = outlet_titles(db)
    return [_entry(db, speaker, titles) for (speaker,) in found]


def find_speaker(db: sqlite3.Connection, person: str) -> Speaker:
    """The speaker of that id, or of any id that was ever given for one of the grounds. Raises QuotationMissing."""
    row = db.execute("SELECT speaker, name FROM persons WHERE id = ?", (person,)).fetchone()
    if row is None:
        raise QuotationMissing(f"there is no speaker {person} here")
    speaker, name = row
    grounds = db.execute("SELECT kind, value FROM persons WHERE speaker = ? ORDER BY kind, value", (speaker,))
    others = db.execute(
        "SELECT person FROM persons JOIN speakers ON person = key WHERE persons.name = ? AND person != ?"
        " ORDER BY stories DESC, quotations DESC, id LIMIT ?",
        (name, speaker, _MOST_NAMESAKES),
    )
    titles = outlet_titles(db)
    return Speaker(
        _entry(db, speaker, titles),
        tuple(Ground(*ground) for ground in grounds.fetchall()),
        tuple(_entry(db, other, titles) for (other,) in others.fetchall()),
    )


def only_story(db: sqlite3.Connection, person: str) -> tuple[str, int] | None:
    """The one story that quotes a speaker, and the first of the quotations in it: of one who has no namesake, and whose words its newest version
    has, so that it says all that there is of the speaker. None of any other."""
    if db.execute(_HAS_MORE, {"person": person}).fetchone() is not None:
        return None
    rows = db.execute(_WHERE_QUOTED, (person,)).fetchall()
    if not rows or len({story for story, *_ in rows}) > 1 or not all(is_newest for _, is_newest, _ in rows):
        return None
    return rows[0][0], rows[0][2]


def grounds_of_speaker(db: sqlite3.Connection, speaker: str) -> list[tuple[str, Ground]]:
    """The grounds of a speaker, each with the id of the name on it. Raises QuotationMissing."""
    rows = db.execute(
        "SELECT theirs.id, theirs.kind, theirs.value FROM persons AS own JOIN persons AS theirs ON theirs.speaker = own.speaker"
        " WHERE own.id = ? ORDER BY theirs.kind, theirs.value, theirs.id",
        (speaker,),
    ).fetchall()
    if not rows:
        raise QuotationMissing(f"there is no speaker {speaker} here")
    return [(person, Ground(kind, value)) for person, kind, value in rows]


def _entry(db: sqlite3.Connection, speaker: int, titles: OutletTitles) -> SpeakerEntry:
    (speaker_id,) = db.execute("SELECT id FROM persons WHERE key = ?", (speaker,)).fetchone()
    counts = db.execute("SELECT quotations, stories FROM speakers WHERE person = ?", (speaker,)).fetchone() or (0, 0)
    outlets = [titles.of(int(row)) for row in _words(db, speaker, "outlet", _MOST_OUTLETS)]
    return SpeakerEntry(
        id=speaker_id,
        name=next(iter(_words(db, speaker, "name", 1)), ""),
        quotations=counts[0],
        stories=counts[1],
        roles=_once(_words(db, speaker, "role", _MOST_ROLES * 2))[:_MOST_ROLES],
        outlets=_once(outlets),
        first=_dated(db, speaker, "min"),
        last=_dated(db, speaker, "max"),
    )


def _words(db: sqlite3.Connection, speaker: int, kind: str, most: int) -> list[str]:
    """How the speaker is spelt, described or by whom quoted: the most usual first."""
    rows = db.execute(
        "SELECT words FROM persons JOIN person_words ON person_words.person = persons.key WHERE speaker = ?"
        " AND person_words.kind = ? GROUP BY words ORDER BY sum(person_words.held) DESC, words LIMIT ?",
        (speaker, kind, most),
    )
    return [words for (words,) in rows.fetchall()]


def _dated(db: sqlite3.Connection, speaker: int, end: str) -> Stamp | None:
    """The earliest or the latest date of a story that quotes the speaker."""
    (sort,) = db.execute(
        f"SELECT {end}((SELECT {end}(sort) FROM spoke WHERE person = key AND sort > ?)) FROM persons WHERE speaker = ?",  # noqa: S608 - a word of ours
        (UNDATED, speaker),
    ).fetchone()
    if sort is None:
        return None
    (kept,) = db.execute(
        f"SELECT entry FROM stories WHERE key = (SELECT {end}(story) FROM persons JOIN spoke ON person = persons.key"  # noqa: S608 - the same
        " WHERE speaker = ? AND sort = ?)",
        (speaker, sort),
    ).fetchone()
    return stamp_in(kept)


def _once(values: Sequence[str | None]) -> tuple[str, ...]:
    """Each value once, case and marks not counting, in the order given."""
    once: dict[str, str] = {}
    for value in values:
        if value:
            once.setdefault(_compared(value), value)
    return tuple(once.values())


@lru_cache(maxsize=5000)
def _compared(value: str) -> str:
    """Words without case and marks; kept, since the speakers of a list are quoted by the same outlets."""
    return " ".join(words_of(value))
