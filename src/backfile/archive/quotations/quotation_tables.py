"""Keeps the tables of quotations: whose they are, and which are one utterance. Within the batch's transaction.

A person is a full name on a ground (`model.quotation.grounds_of`). The grounds of one name that a story gives together,
an outlet and an office, are joined, and with them all stories that have either. An utterance is the wordings that are
joined by likeness, directly or through others (`wordings.are_one`). Both are worked out again for whatever a batch
touched, from all that is held, so that the order in which captures came does not count.
"""

import sqlite3
from collections.abc import Iterable
from contextlib import suppress
from typing import Any

from backfile.archive.quotations.collation import form_of
from backfile.archive.quotations.quotation_rows import QuotedRow, VersionQuotations
from backfile.archive.quotations.speaker_grounds import person_id
from backfile.archive.quotations.utterance_match import Wording, are_one, fingerprints
from backfile.archive.store import schema
from backfile.archive.store.story_records import Records
from backfile.archive.versions.version_decision import quoted_in
from backfile.errors import ArchiveDamaged
from backfile.model.quotation import Ground

MOST_CANDIDATES = 300
"""Wordings looked at closely for one: past this the words are a form, and not all are found."""


class Quotations:
    """The tables of quotations, open for writing."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._names: set[str] = set()
        self._wordings: set[int] = set()
        """New ones, to be compared."""
        self._neighbours: set[int] = set()
        """Wordings whose likes were taken away."""

    def save(self, version: int, story: int, quoted: VersionQuotations) -> None:
        """Keep these as the version's quotations, in place of any before."""
        self._forget(version)
        if not quoted.rows:
            return
        self._db.execute(
            "INSERT INTO printings VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (version, story, *quoted[1:]),
        )
        for row in quoted.rows:
            self._insert(version, story, row)

    def settle(self, ordered: dict[int, list[int]]) -> None:
        """Bring all up to date that depends on more than one version: {story: its versions, oldest first}."""
        for versions in ordered.values():
            self._show(versions)
        for name in sorted(self._names):
            _join_persons(self._db, name)
            _count_speakers(self._db, name)
        self._compare()
        self._names.clear()
        self._wordings.clear()
        self._neighbours.clear()

    def _insert(self, version: int, story: int, row: QuotedRow) -> None:
        wording = self._wording(row.wording)
        if row.name:
            self._names.add(row.name)
        self._db.execute(
            "INSERT INTO quotations (version, story, wording, number, text, kind, act, speaker, name, person, domain,"
            " office, role, as_printed, certainty, said_on, said_by)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (version, story, wording, *row[:-1]),
        )

    def _wording(self, wording: Wording) -> int:
        row = self._db.execute("SELECT key FROM wordings WHERE id = ?", (wording.id,)).fetchone()
        if row:
            return int(row[0])
        cursor = self._db.execute(
            "INSERT INTO wordings (id, words, voice, utterance) VALUES (?, ?, ?, ?)", (*wording, wording.id)
        )
        assert cursor.lastrowid is not None
        key = cursor.lastrowid
        self._db.executemany("INSERT INTO prints VALUES (?, ?)", [(mark, key) for mark in fingerprints(wording.words)])
        self._wordings.add(key)
        return key

    def _forget(self, version: int) -> None:
        rows = self._db.execute("SELECT wording, name FROM quotations WHERE version = ?", (version,)).fetchall()
        self._names.update(name for _, name in rows if name)
        self._db.execute("DELETE FROM quotations WHERE version = ?", (version,))
        self._db.execute("DELETE FROM printings WHERE version = ?", (version,))
        for key in {wording for wording, _ in rows}:
            if self._db.execute("SELECT 1 FROM quotations WHERE wording = ? LIMIT 1", (key,)).fetchone():
                continue
            self._neighbours.update(_column(self._db, "SELECT other FROM alike WHERE wording = ?", key))
            self._db.execute("DELETE FROM alike WHERE wording = ? OR other = ?", (key, key))
            marks = fingerprints(self._db.execute("SELECT words FROM wordings WHERE key = ?", (key,)).fetchone()[0])
            self._db.executemany(
                "DELETE FROM prints WHERE fingerprint = ? AND wording = ?", [(mark, key) for mark in marks]
            )
            self._db.execute("DELETE FROM wordings WHERE key = ?", (key,))
            self._wordings.discard(key)
            self._neighbours.discard(key)

    def _show(self, versions: list[int]) -> None:
        """Of a quotation that several versions print alike, that of the newest is listed."""
        seen: set[Any] = set()
        for version in reversed(versions):
            rows = self._db.execute(
                "SELECT number, name, speaker, text FROM quotations WHERE version = ?", (version,)
            ).fetchall()
            forms = [(row[2], form_of(row[3])) for row in rows] if len(versions) > 1 else [None] * len(rows)
            self._db.executemany(
                "UPDATE quotations SET shown = ? WHERE version = ? AND number = ?",
                [(form not in seen, version, row[0]) for row, form in zip(rows, forms, strict=True)],
            )
            seen.update(forms)
            self._names.update(row[1] for row in rows if row[1])

    def _compare(self) -> None:
        """Find what the new wordings are like, and settle the utterance of all that this changes."""
        changed = self._neighbours | self._wordings
        for key in sorted(self._wordings):
            own = self._db.execute("SELECT words, voice FROM wordings WHERE key = ?", (key,)).fetchone()
            for other, words, voice in self._candidates(key, own[0]):
                if are_one(own, (words, voice)):
                    self._db.executemany("INSERT OR IGNORE INTO alike VALUES (?, ?)", [(key, other), (other, key)])
                    changed.add(other)
        _join_wordings(self._db, changed)

    def _candidates(self, key: int, words: str) -> list[tuple[int, str, str]]:
        marks = fingerprints(words)
        return self._db.execute(
            "SELECT wordings.key, words, voice FROM wordings JOIN (SELECT DISTINCT wording FROM prints"  # noqa: S608 - only marks for values
            f" WHERE fingerprint IN ({', '.join('?' * len(marks))}) AND wording != ?) ON wording = wordings.key"
            " ORDER BY id LIMIT ?",
            (*marks, key, MOST_CANDIDATES),
        ).fetchall()


def make_tables(db: sqlite3.Connection, records: Records) -> None:
    """Give an archive that was made before them its tables of quotations, filled from its records.

    Within the caller's transaction. A record that was read before quotations were looked for has none.
    """
    for statement in schema.QUOTATION_TABLES.split(";\n"):
        db.execute(statement)
    quotations = Quotations(db)
    ordered: dict[int, list[int]] = {}
    rows = db.execute("SELECT key, story FROM versions ORDER BY story, first_seen IS NULL, first_seen, digest")
    for version, story in rows.fetchall():
        with suppress(ArchiveDamaged):  # `check` names such a record
            quotations.save(version, story, quoted_in(records.load(version)))
        ordered.setdefault(story, []).append(version)
    quotations.settle(ordered)


def _join_persons(db: sqlite3.Connection, name: str) -> None:
    """The persons of one name made new from its quotations: grounds that stand in one story are joined."""
    rows = db.execute(
        "SELECT DISTINCT quotations.domain, office, CASE WHEN quotations.domain IS NULL AND office IS NULL"
        " THEN stories.id END"
        " FROM quotations LEFT JOIN stories ON stories.key = story WHERE name = ?",
        (name,),
    )
    joined: dict[str, str] = {}
    grounds: dict[str, Ground] = {}
    for values in rows.fetchall():
        found = [
            Ground(kind, value) for kind, value in zip(("outlet", "office", "story"), values, strict=True) if value
        ]
        ids = [person_id(name, ground) for ground in found]
        grounds.update(zip(ids, found, strict=True))
        for one in ids:
            _join(joined, ids[0], one)
    db.execute("DELETE FROM persons WHERE name = ?", (name,))
    db.executemany(
        "INSERT INTO persons VALUES (?, ?, ?, ?, ?)",
        [(one, name, *ground, _root(joined, one)) for one, ground in grounds.items()],
    )


def _count_speakers(db: sqlite3.Connection, name: str) -> None:
    """The speakers of one name with their counts, so that a list of all needs no count of all."""
    db.execute("DELETE FROM speakers WHERE name = ?", (name,))
    db.execute(
        "INSERT INTO speakers SELECT persons.speaker, quotations.name, count(*), count(DISTINCT story) FROM quotations"
        " JOIN persons ON persons.id = person WHERE quotations.name = ? AND shown GROUP BY persons.speaker",
        (name,),
    )


def _join(joined: dict[str, str], one: str, other: str) -> None:
    """Put two ids in one set; the least id stands for it."""
    first, second = sorted((_root(joined, one), _root(joined, other)))
    joined[second] = first


def _root(joined: dict[str, str], one: str) -> str:
    while joined.setdefault(one, one) != one:
        one = joined[one]
    return one


def _join_wordings(db: sqlite3.Connection, changed: Iterable[int]) -> None:
    """The utterance of every wording that is joined to one of these: the least of their ids."""
    settled: set[int] = set()
    for start in changed:
        if start in settled:
            continue
        together, waiting = {start}, [start]
        while waiting:
            others = _column(db, "SELECT other FROM alike WHERE wording = ?", waiting.pop())
            waiting += [other for other in others if other not in together]
            together.update(others)
        settled |= together
        ids = [db.execute("SELECT id FROM wordings WHERE key = ?", (key,)).fetchone()[0] for key in together]
        utterance = min(ids)
        db.executemany(
            "UPDATE wordings SET utterance = ? WHERE key = ? AND utterance != ?",
            [(utterance, key, utterance) for key in together],
        )


def _column(db: sqlite3.Connection, query: str, value: int) -> list[int]:
    return [row[0] for row in db.execute(query, (value,))]
