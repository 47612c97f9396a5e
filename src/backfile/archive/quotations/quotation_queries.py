"""Reads the tables of quotations: who said what, speakers over all stories, utterances. Read only."""

import sqlite3
from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

import orjson

from backfile.archive.quotations.collation import collate
from backfile.archive.quotations.utterance_match import words_of
from backfile.archive.search.query import expect_order
from backfile.archive.store.old_records import window_in
from backfile.errors import QuotationMissing
from backfile.model.quotation import Ground, Quotation, QuotationResult, Speaker, SpeakerEntry, Utterance
from backfile.model.story import Stamp, Window

_FROM = """ FROM quotations JOIN printings ON printings.version = quotations.version
 JOIN wordings ON wordings.key = quotations.wording JOIN stories ON stories.key = quotations.story
 JOIN versions ON versions.key = quotations.version LEFT JOIN persons ON persons.id = quotations.person WHERE """
_COLUMNS = """SELECT stories.id, versions.digest, number, stories.newest = quotations.version, text, quotations.kind,
 act, quotations.speaker, persons.speaker, role, as_printed, certainty, said_on, wordings.utterance,
 (SELECT count(DISTINCT q.story) FROM wordings AS w JOIN quotations AS q ON q.wording = w.key
 WHERE w.utterance = wordings.utterance), headline, printings.outlet, dating"""
_ORDER = " ORDER BY printings.sort DESC, stories.id, versions.digest, number"
_MOST_ROLES = 8


class Asked(NamedTuple):
    """What limits a list of quotations. Days are inclusive."""

    speaker: str | None = None
    """A speaker's id; else words of a name, an office or a description."""
    about: str | None = None
    """Words of the quotation or of its story's headline."""
    since: date | None = None
    until: date | None = None
    outlet: str | None = None
    """A name or a domain, whole."""


def list_quotations(db: sqlite3.Connection, asked: Asked, limit: int, offset: int) -> QuotationResult:
    """Quotations, the newest first, the undated last, and in a story as they stand in it."""
    expect_order(asked.since, asked.until)
    where, values = _conditions(db, asked)
    rows = db.execute(_COLUMNS + _FROM + where + _ORDER + " LIMIT ? OFFSET ?", (*values, limit, offset))
    found = tuple(_quotation(row) for row in rows)
    left_out = 0
    if asked.since or asked.until:
        without, values_without = _conditions(db, asked._replace(since=None, until=None))
        left_out = _count(db, without + " AND printings.sort IS NULL", values_without)
    return QuotationResult(_count(db, where, values), found, left_out)


def quotations_in(db: sqlite3.Connection, story: int, version: int) -> list[Quotation]:
    """The quotations of one version of a story, in its order."""
    where = "quotations.version = ? AND quotations.story = ?"
    return [_quotation(row) for row in db.execute(_COLUMNS + _FROM + where + " ORDER BY number", (version, story))]


def list_speakers(db: sqlite3.Connection, name: str | None, limit: int, offset: int) -> list[SpeakerEntry]:
    """Speakers, the most quoted first; of those whose full name has these words."""
    words = words_of(name or "")
    where = "".join(" AND instr(' ' || name || ' ', ' ' || ? || ' ') > 0" for _ in words)
    rows = db.execute(
        f"SELECT id FROM speakers WHERE 1{where} ORDER BY quotations DESC, name, id LIMIT ? OFFSET ?",  # noqa: S608 - only marks for values
        (*words, limit, offset),
    )
    return [_entry(db, row[0]) for row in rows.fetchall()]


def find_speaker(db: sqlite3.Connection, person: str) -> Speaker:
    """The speaker of that id, or of any id that was ever given for one of the grounds. Raises QuotationMissing."""
    row = db.execute("SELECT speaker, name FROM persons WHERE id = ?", (person,)).fetchone()
    if row is None:
        raise QuotationMissing(f"there is no speaker {person} here")
    speaker, name = row
    grounds = db.execute("SELECT kind, value FROM persons WHERE speaker = ? ORDER BY kind, value", (speaker,))
    others = db.execute(
        "SELECT id FROM speakers WHERE name = ? AND id != ? ORDER BY quotations DESC, id", (name, speaker)
    )
    return Speaker(
        _entry(db, speaker),
        tuple(Ground(*ground) for ground in grounds.fetchall()),
        tuple(_entry(db, other) for (other,) in others.fetchall()),
    )


def find_utterance(db: sqlite3.Connection, utterance: str) -> Utterance:
    """The utterance of that id, or the one that the wording of that id is a form of. Raises QuotationMissing."""
    row = db.execute("SELECT utterance FROM wordings WHERE id = ?", (utterance,)).fetchone()
    if row is None:
        raise QuotationMissing(f"there is no utterance {utterance} here; `backfile quotes` prints their ids")
    rows = db.execute(_COLUMNS + _FROM + "wordings.utterance = ? AND quotations.shown", row)
    return collate(row[0], [_quotation(found) for found in rows])


def _conditions(db: sqlite3.Connection, asked: Asked) -> tuple[str, list[Any]]:
    parts, values = ["quotations.shown"], []
    if asked.speaker is not None:
        row = db.execute("SELECT speaker FROM persons WHERE id = ?", (asked.speaker,)).fetchone()
        if row:
            parts.append("quotations.person IN (SELECT id FROM persons WHERE speaker = ?)")
            values.append(row[0])
        else:
            for word in words_of(asked.speaker):
                parts.append("instr(said_by, ?) > 0")
                values.append(f" {word} ")
    for word in words_of(asked.about or ""):
        parts.append("(instr(' ' || words || ' ', ?) > 0 OR instr(about, ?) > 0)")
        values += [f" {word} "] * 2
    if asked.outlet is not None:
        parts.append("(printings.outlet = ? COLLATE NOCASE OR printings.domain = ?)")
        values += [asked.outlet, asked.outlet.lower()]
    if asked.since is not None:
        parts.append("printings.last_day >= ?")
        values.append(asked.since.toordinal())
    if asked.until is not None:
        parts.append("printings.first_day <= ?")
        values.append(asked.until.toordinal())
    return " AND ".join(parts), values


def _count(db: sqlite3.Connection, where: str, values: Sequence[Any]) -> int:
    found: int = db.execute("SELECT count(*)" + _FROM + where, values).fetchone()[0]
    return found


def _entry(db: sqlite3.Connection, speaker: str) -> SpeakerEntry:
    counts = db.execute("SELECT quotations, stories FROM speakers WHERE id = ?", (speaker,)).fetchone() or (0, 0)
    rows = db.execute(
        "SELECT quotations.speaker, role, printings.outlet, dating, printings.sort FROM quotations"
        " JOIN printings ON printings.version = quotations.version JOIN stories ON stories.key = quotations.story"
        " WHERE quotations.person IN (SELECT id FROM persons WHERE persons.speaker = ?) AND shown"
        " ORDER BY printings.sort DESC, stories.id, number",
        (speaker,),
    ).fetchall()
    dated = [row[3] for row in rows if row[4] is not None]
    return SpeakerEntry(
        id=speaker,
        name=_fullest_name([row[0] for row in rows]),
        quotations=counts[0],
        stories=counts[1],
        roles=_once([row[1] for row in rows])[:_MOST_ROLES],
        outlets=_once([row[2] for row in rows]),
        first=_dating(dated[-1])[0] if dated else None,
        last=_dating(dated[0])[0] if dated else None,
    )


def _fullest_name(names: list[str]) -> str:
    """The spelling printed most often; all of them fold to the same."""
    return min(set(names), key=lambda name: (-names.count(name), name)) if names else ""


def _once(values: list[str | None]) -> tuple[str, ...]:
    """Each value once, case and marks not counting, in the order given."""
    once: dict[str, str] = {}
    for value in values:
        if value:
            once.setdefault(" ".join(words_of(value)), value)
    return tuple(once.values())


def _dating(stored: bytes) -> tuple[Stamp | None, Window]:
    kept = orjson.loads(stored)
    stamp = kept["published"]
    return Stamp(**stamp) if stamp else None, window_in(kept)


def _quotation(row: tuple[Any, ...]) -> Quotation:
    story, version, number, is_newest, *values, dating = row
    return Quotation._make((story, version[:12], number, bool(is_newest), *values, *_dating(dating)))
