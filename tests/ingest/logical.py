"""What an archive says, apart from how it lies on the disk: every table by what its rows name, for comparing one run with another."""

import sqlite3
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
import orjson

import backfile
from backfile.archive.quotations.utterance_match import id_text
from backfile.archive.quotations.utterance_tables import QUOTATIONS
from backfile.archive.store.database import DATABASE
from backfile.archive.store.key_runs import KeyRuns, run_path
from backfile.archive.store.story_records import Records

WORDS = ("barn", "river", "mayor OR vote", '"mill road"', "story")
TABLES = {
    "counts": "SELECT * FROM counts",
    "sources": "SELECT path, size, digest, copied, done FROM sources",
    "captures": (
        "SELECT path, member, place, length, captures.digest, url, captured_at, reason, message, versions.digest"
        " FROM captures JOIN sources ON sources.id = source LEFT JOIN versions ON versions.key = version"
    ),
    "outlet_names": (
        "SELECT own.name, own.folded, own.domain, own.stories, (SELECT group_concat(name || '/' || domain, ';') FROM"
        " (SELECT name, domain FROM outlet_names AS one WHERE one.outlet = own.outlet ORDER BY 1, 2)) FROM outlet_names AS own"
    ),
    "stories": (
        "SELECT id, name, domain, first_day, last_day, year, sort, copies, is_form, entry, versions.digest FROM stories"
        " LEFT JOIN outlet_names ON outlet_names.key = stories.outlet JOIN versions ON versions.key = newest"
    ),
    "versions": (
        "SELECT id, versions.digest, first_seen, last_seen, versions.captures, fields, captures.digest, url, captured_at"
        " FROM versions JOIN stories ON stories.key = story JOIN captures ON captures.key = versions.shown"
    ),
    "copies": (
        "SELECT a.id, b.id, containment FROM copies JOIN stories a ON a.key = story JOIN stories b ON b.key = other"
    ),
    "quotations": (
        "SELECT stories.id, digest, quotations.key % 65536, wordings.id, persons.id, form, quotations.shown FROM quotations"
        " JOIN versions ON versions.key = quotations.key / 65536 JOIN stories ON stories.key = story"
        " JOIN wordings ON wordings.key = wording LEFT JOIN persons ON persons.key = person"
    ),
    "wordings": "SELECT own.id, of.id FROM wordings own LEFT JOIN wordings of ON of.key = own.utterance",
    "alike": "SELECT a.id, b.id FROM alike JOIN wordings a ON a.key = wording JOIN wordings b ON b.key = other",
    "names": "SELECT DISTINCT names.name, word FROM persons JOIN names ON names.key = persons.name JOIN name_words ON name_words.name = names.key",
    "persons": (
        "SELECT own.id, names.name, own.kind, own.value, of.id, own.held FROM persons own JOIN persons of"
        " ON of.key = own.speaker JOIN names ON names.key = own.name"
    ),
    "joins": "SELECT a.id, b.id, joins.held FROM joins JOIN persons a ON a.key = person JOIN persons b ON b.key = other",
    "spoke": (
        "SELECT persons.id, spoke.sort, stories.id, quotations FROM spoke JOIN persons ON persons.key = person"
        " JOIN stories ON stories.key = story"
    ),
    "person_words": (
        "SELECT persons.id, person_words.kind, CASE person_words.kind WHEN 'outlet' THEN (SELECT name || '/' || domain"
        " FROM outlet_names WHERE key = words) ELSE words END, person_words.held FROM person_words JOIN persons"
        " ON persons.key = person"
    ),
    "speakers": (
        "SELECT persons.id, names.name, quotations, stories FROM speakers JOIN persons ON persons.key = person"
        " JOIN names ON names.key = speakers.name"
    ),
    "settlings": "SELECT id, value, reason, archivist, at, despite FROM settlings JOIN stories ON stories.key = story",
    "numbers": (
        "SELECT id, number_runs.run, number, day FROM numbers JOIN stories ON stories.key = story"
        " JOIN number_runs ON number_runs.key = numbers.run"
    ),
    "lists": "SELECT digest, seen, story, place FROM lists JOIN listed ON list = lists.key",
}
"""Every table of an archive; those of keys are read below, and meta, dictionaries, readers and voices say nothing of their own."""


def dump(folder: Path) -> dict[str, Any]:
    """All tables, the records, and the answers to some searches."""
    db = sqlite3.connect(folder / DATABASE)
    found: dict[str, Any] = {name: sorted(map(_comparable, db.execute(query))) for name, query in TABLES.items()}
    records = Records(db)
    found["records"] = sorted(
        (story, digest, orjson.dumps(records.load(key)))
        for key, story, digest in db.execute(
            "SELECT versions.key, id, digest FROM versions JOIN stories ON stories.key = story"
        ).fetchall()
    )
    found["keys"] = _keys(db, folder)
    db.close()
    with backfile.open(folder) as archive:
        for words in WORDS:
            result = archive.search(words, sort="date", limit=1000)
            found[words] = (result.total, result.entries, result.years, result.outlets)
            ranked = archive.search(words, limit=1000)
            assert sorted(entry.id for entry in ranked.entries) == sorted(entry.id for entry in result.entries)
            assert result.stories_behind == 0
        quotes = archive.quotes(limit=1000)
        found["quotes"] = (quotes.total, quotes.quotations)
    return found


def _comparable(row: tuple[Any, ...]) -> tuple[str, ...]:
    return tuple(repr(value) for value in row)


def _keys(db: sqlite3.Connection, folder: Path) -> list[tuple[str, int, str]]:
    """Who holds which key, by the holders' ids: what was given back is held no more."""
    names = {
        "bands": dict(db.execute("SELECT key, id FROM stories").fetchall()),
        "wordings": {key: id_text(stored) for key, stored in db.execute("SELECT key, id FROM wordings").fetchall()},
    }
    held: Counter[tuple[str, int, str]] = Counter()
    for number, kind, stored in db.execute("SELECT number, kind, bytes FROM key_runs").fetchall():
        path = run_path(folder / "keys", number)
        entries = np.frombuffer(path.read_bytes() if stored is None else stored, dtype="<u8")
        base, _, gone = kind.partition(", ")
        for entry in entries.tolist():
            holder = names[base].get(entry % (1 << 28), "nobody")
            held[base, entry >> 28, holder] += -1 if gone else 1
    assert KeyRuns(db, folder, "bands") is not None
    assert QUOTATIONS == 65536
    return sorted(key for key, times in held.items() if times)
