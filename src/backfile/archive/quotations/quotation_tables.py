"""Quotation tables: who said what in each version, and what of it lists show. Within the batch's transaction.

Rows are kept until the batch is committed, and then brought in all at once: looking for a thousand wordings at a time costs
little more than looking for one.
"""

import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from backfile.archive.quotations.quotation_rows import QuotationRow
from backfile.archive.quotations.speaker_tables import UNDATED, SpeakerTables, Speaking
from backfile.archive.quotations.utterance_match import Wording
from backfile.archive.quotations.utterance_tables import QUOTATIONS, UtteranceTables
from backfile.archive.store.story_records import Records


class _Version(NamedTuple):
    """The quotations of a version, to be stored."""

    outlet: int | None
    rows: Sequence[QuotationRow]


class QuotationTables:
    """The tables of quotations, open for writing."""

    def __init__(self, db: sqlite3.Connection, folder: Path, records: Records) -> None:
        self._db = db
        self._utterances = UtteranceTables(db, folder, records)
        self._speakers = SpeakerTables(db)
        self._new: dict[int, _Version] = {}
        self._left: dict[int, Wording] = {}
        """Wordings that lost a quotation, with their words."""

    def save(self, version: int, outlet: int | None, rows: Sequence[QuotationRow]) -> None:
        """Keep these as the quotations of a version that has none yet; `outlet` is the story's row of outlet_names."""
        if rows:
            self._new[version] = _Version(outlet, rows)

    def forget(self, version: int, outlet: int | None, rows: Sequence[QuotationRow]) -> None:
        """The version has these quotations no more."""
        if self._new.pop(version, None) is not None:
            return
        for number, row in enumerate(rows):
            key = version * QUOTATIONS + number
            held = self._db.execute("SELECT wording FROM quotations WHERE key = ?", (key,)).fetchone()
            if held is None:
                continue
            self._left[held[0]] = row.wording
            if row.spoken:
                self._speakers.count(row.spoken, outlet, -1)
            self._db.execute("DELETE FROM quotations WHERE key = ?", (key,))

    def speaking(self, sort: int | None, versions: Iterable[int]) -> Speaking:
        """Who speaks in a story, given its versions, as the tables say it."""
        persons: Counter[int] = Counter()
        for version in versions:
            rows = self._db.execute(
                "SELECT person, count(*) FROM quotations WHERE key BETWEEN ? AND ? AND shown AND person IS NOT NULL"
                " GROUP BY person",
                _keys_of(version),
            )
            persons.update(dict(rows.fetchall()))
        return Speaking(UNDATED if sort is None else sort, persons)

    def rule(self, persons: Iterable[str]) -> None:
        """Archivists said something of the persons of these ids."""
        self._speakers.rule(persons)

    def settle(self, stories: dict[int, tuple[Speaking, int | None, list[int]]], led: Collection[int]) -> None:
        """Bring the batch in: {story: (who spoke in it before, its place by date now, its versions, oldest first)}.

        What is said in stories that are other views of one is listed with the one: `led` are these.
        """
        persons = self._bring_in()
        changes = []
        for story, (before, sort, versions) in stories.items():
            if story in led:
                self._hide(versions)
                now = Speaking(UNDATED if sort is None else sort, {})
            elif len(versions) == 1 and versions[0] in persons:
                now = Speaking(UNDATED if sort is None else sort, persons[versions[0]])
            else:
                self._show(versions)
                now = self.speaking(sort, versions)
            changes.append((story, before, now))
        self._speakers.settle(changes)

    def write(self) -> None:
        """Make the keys part of the batch's transaction."""
        self._utterances.write()

    def drop_gone(self) -> None:
        """Keep no trace of the words that nobody was quoted with any more since the last batch."""
        self._utterances.drop_gone()

    def committed(self) -> None:
        """The batch is durable."""
        self._utterances.committed()

    def _bring_in(self) -> dict[int, Counter[int]]:
        """Store the batch's rows; who speaks in each of its versions."""
        flat = [(version, number, of, row) for version, of in self._new.items() for number, row in enumerate(of.rows)]
        keys, new = self._utterances.key_of([row for *_, row in flat])
        persons: dict[int, Counter[int]] = {version: Counter() for version in self._new}
        rows = []
        for (version, number, of, row), wording in zip(flat, keys, strict=True):
            person = self._speakers.count(row.spoken, of.outlet, 1) if row.spoken else None
            if person is not None:
                persons[version][person] += 1
            rows.append((version * QUOTATIONS + number, wording, person, row.form))
        self._db.executemany("INSERT INTO quotations (key, wording, person, form, shown) VALUES (?, ?, ?, ?, 1)", rows)
        self._utterances.relate(new, self._left)
        self._new.clear()
        self._left.clear()
        return persons

    def _hide(self, versions: list[int]) -> None:
        self._db.executemany(
            "UPDATE quotations SET shown = 0 WHERE key BETWEEN ? AND ? AND shown", [_keys_of(one) for one in versions]
        )

    def _show(self, versions: list[int]) -> None:
        """Of a quotation that several versions print alike, that of the newest is listed."""
        seen: set[int] = set()
        for version in reversed(versions):
            rows = self._db.execute(
                "SELECT key, form, shown FROM quotations WHERE key BETWEEN ? AND ?", _keys_of(version)
            ).fetchall()
            self._db.executemany(
                "UPDATE quotations SET shown = ? WHERE key = ?",
                [(form not in seen, key) for key, form, shown in rows if shown != (form not in seen)],
            )
            seen.update(form for _, form, _ in rows)


def _keys_of(version: int) -> tuple[int, int]:
    """The least and the greatest key that a quotation of a version can have."""
    return version * QUOTATIONS, version * QUOTATIONS + QUOTATIONS - 1
