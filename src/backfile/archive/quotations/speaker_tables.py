"""Speaker tables: people over all stories, and how often each is quoted. Within the batch's transaction.

A person is a full name on a ground (speaker_grounds.py). The grounds that one quotation gives together, an outlet and an
office, are joined, and with them all stories that have either: a speaker. Counts are kept by difference. Joining goes by what
is new; only where a ground or a join is taken away are the speakers of that name made out again.
"""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from backfile.archive.quotations.quotation_rows import Spoken
from backfile.archive.quotations.utterance_match import words_of
from backfile.archive.settled.rulings import PART, SPEAKER, all_rulings, holding
from backfile.model.quotation import Ground

_MOST_PERSONS = 200_000
UNDATED = -1
"""`spoke.sort` of an undated story."""


class Speaking(NamedTuple):
    """Who speaks in a story: how many of its quotations that are shown each person has."""

    sort: int
    persons: Mapping[int, int]


class SpeakerTables:
    """The tables of speakers, open for writing."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._held: Counter[int] = Counter()
        self._joined: Counter[tuple[int, int]] = Counter()
        self._words: Counter[tuple[int, str, str]] = Counter()
        self._new_words: list[tuple[str, int]] = []
        self._keys: dict[str, int] = {}
        """Persons' keys by their ids, as many as are kept at hand."""
        self._ruled = ruled_ids(db)
        self._anew: set[int] = set()
        """Persons whom archivists spoke of, who came or are joined anew in this batch."""

    def count(self, spoken: Spoken, outlet: int | None, times: int) -> int:
        """A quotation has this person, from now on or (`times` -1) no more. The person's key, on the strongest ground."""
        persons = [self._person(spoken.name, one) for one in spoken.grounds]
        first = persons[0]
        self._held.update(dict.fromkeys(persons, times))
        for other in persons[1:]:
            self._joined[first, other] += times
        self._words[first, "name", spoken.spelt] += times
        if spoken.role:
            self._words[first, "role", spoken.role] += times
        if outlet is not None:
            self._words[first, "outlet", str(outlet)] += times
        return first

    def settle(self, changes: Iterable[tuple[int, Speaking, Speaking]]) -> None:
        """Bring all up to date: (story, who spoke in it before, who speaks in it now)."""
        self._db.executemany("INSERT INTO name_words VALUES (?, ?)", sorted(self._new_words))
        self._new_words.clear()
        self._keep_words()
        apart = self._join_anew()
        for story, before, after in changes:
            self._change(story, before, after)
        apart |= self._drop_unheld() | self._anew
        self._anew = set()
        remake_speakers(self._db, apart)

    def rule(self, persons: Iterable[str]) -> None:
        """Archivists said something of the persons of these ids."""
        self._ruled = ruled_ids(self._db)
        rows = (self._db.execute("SELECT key FROM persons WHERE id = ?", (one,)).fetchone() for one in persons)
        self._anew.update(row[0] for row in rows if row)

    def _person(self, name: str, ground: tuple[str, Ground]) -> int:
        person_id, (kind, value) = ground
        if person_id in self._keys:
            return self._keys[person_id]
        row = self._db.execute("SELECT key FROM persons WHERE id = ?", (person_id,)).fetchone()
        if row is None:
            row = self._db.execute("SELECT ifnull(max(key), 0) + 1 FROM persons").fetchone()
            self._db.execute(
                "INSERT INTO persons (key, id, name, kind, value, speaker, held) VALUES (?, ?, ?, ?, ?, ?, 0)",
                (row[0], person_id, self._name(name), kind, value, row[0]),
            )
            if person_id in self._ruled:
                self._anew.add(row[0])
        if len(self._keys) > _MOST_PERSONS:
            self._keys.clear()
        self._keys[person_id] = row[0]
        return int(row[0])

    def _name(self, name: str) -> int:
        row = self._db.execute("SELECT key FROM names WHERE name = ?", (name,)).fetchone()
        if row:
            return int(row[0])
        key = self._db.execute("INSERT INTO names (name) VALUES (?)", (name,)).lastrowid or 0
        self._new_words += [(word, key) for word in dict.fromkeys(words_of(name))]
        return key

    def _keep_words(self) -> None:
        self._db.executemany(
            "INSERT INTO person_words VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET held = held + excluded.held",
            sorted((*words, times) for words, times in self._words.items() if times),
        )
        gone = [words for words, times in self._words.items() if times < 0]
        self._db.executemany("DELETE FROM person_words WHERE person = ? AND kind = ? AND words = ? AND held <= 0", gone)
        self._words.clear()

    def _join_anew(self) -> set[int]:
        """Join what quotations newly give together; the persons whom nothing joins any more."""
        apart: set[int] = set()
        for (one, other), times in self._joined.items():
            row = self._db.execute("SELECT held FROM joins WHERE person = ? AND other = ?", (one, other)).fetchone()
            before = row[0] if row else 0
            if before + times <= 0:
                if row:
                    apart |= {one, other}
                self._db.execute(
                    "DELETE FROM joins WHERE (person, other) IN ((?, ?), (?, ?))", (one, other, other, one)
                )
                continue
            self._db.executemany(
                "INSERT OR REPLACE INTO joins VALUES (?, ?, ?)",
                [(a, b, before + times) for a, b in ((one, other), (other, one))],
            )
            if not before and self._ruled:
                self._anew |= {one, other}
            elif not before:
                self._unite(one, other)
        self._joined.clear()
        return apart

    def _unite(self, one: int, other: int) -> None:
        """Two persons are one speaker: the one whose id is less stands for both."""
        speakers = [
            self._db.execute(
                "SELECT theirs.id, theirs.key FROM persons AS own JOIN persons AS theirs ON theirs.key = own.speaker"
                " WHERE own.key = ?",
                (person,),
            ).fetchone()
            for person in (one, other)
        ]
        if speakers[0] == speakers[1]:
            return
        (_, stays), (_, goes) = sorted(speakers)
        both = self._stories_of_both(stays, goes)
        self._db.execute("UPDATE persons SET speaker = ? WHERE speaker = ?", (stays, goes))
        row = self._db.execute("SELECT quotations, stories FROM speakers WHERE person = ?", (goes,)).fetchone()
        if row:
            self._db.execute("DELETE FROM speakers WHERE person = ?", (goes,))
            self._add(stays, row[0], row[1] - both)

    def _stories_of_both(self, one: int, other: int) -> int:
        """Stories that both speakers are quoted in, looked for among those of the one that is in fewer."""
        counts = [
            self._db.execute("SELECT stories FROM speakers WHERE person = ?", (who,)).fetchone() for who in (one, other)
        ]
        if not all(counts):
            return 0
        fewer, more = (one, other) if counts[0] <= counts[1] else (other, one)
        (both,) = self._db.execute(
            "SELECT count(*) FROM (SELECT DISTINCT sort, story FROM spoke WHERE person IN (SELECT key FROM persons WHERE speaker = ?))"
            " AS own WHERE EXISTS (SELECT 1 FROM persons JOIN spoke ON spoke.person = persons.key WHERE speaker = ?"
            " AND spoke.sort = own.sort AND spoke.story = own.story)",
            (fewer, more),
        ).fetchone()
        return int(both)

    def _change(self, story: int, before: Speaking, after: Speaking) -> None:
        if before == after:
            return
        gone = [(person, before.sort, story) for person in before.persons]
        self._db.executemany("DELETE FROM spoke WHERE person = ? AND sort = ? AND story = ?", gone)
        come = [(person, after.sort, story, times) for person, times in after.persons.items()]
        self._db.executemany("INSERT INTO spoke VALUES (?, ?, ?, ?)", come)
        quotations: Counter[int] = Counter()
        stories: Counter[int] = Counter()
        for speaking, sign in ((before, -1), (after, 1)):
            speakers: Counter[int] = Counter()
            for person, times in speaking.persons.items():
                speakers[self._speaker(person)] += times
            for speaker, times in speakers.items():
                quotations[speaker] += sign * times
                stories[speaker] += sign
        for speaker in quotations:
            if quotations[speaker] or stories[speaker]:
                self._add(speaker, quotations[speaker], stories[speaker])

    def _speaker(self, person: int) -> int:
        row = self._db.execute("SELECT speaker FROM persons WHERE key = ?", (person,)).fetchone()
        return int(row[0])

    def _add(self, speaker: int, quotations: int, stories: int) -> None:
        self._db.execute(
            "INSERT INTO speakers VALUES (?, (SELECT name FROM persons WHERE key = ?), ?, ?) ON CONFLICT (person)"
            " DO UPDATE SET quotations = quotations + excluded.quotations, stories = stories + excluded.stories",
            (speaker, speaker, quotations, stories),
        )
        if quotations < 0:
            self._db.execute("DELETE FROM speakers WHERE person = ? AND quotations <= 0", (speaker,))

    def _drop_unheld(self) -> set[int]:
        """Take away grounds that no quotation has any more; those that were joined to them."""
        self._db.executemany(
            "UPDATE persons SET held = held + ? WHERE key = ?",
            [(times, person) for person, times in self._held.items()],
        )
        apart: set[int] = set()
        for person, times in self._held.items():
            if times > 0:
                continue
            row = self._db.execute(
                "SELECT speaker, name FROM persons WHERE key = ? AND held <= 0", (person,)
            ).fetchone()
            if row:
                speaker, name = row
                apart.update(
                    key for (key,) in self._db.execute("SELECT key FROM persons WHERE speaker = ?", (speaker,))
                )
                apart.discard(person)
                self._db.execute("DELETE FROM persons WHERE key = ?", (person,))
                self._keys.clear()
                self._db.execute("DELETE FROM speakers WHERE person = ?", (person,))
                self._drop_name(name)
        self._held.clear()
        return apart

    def _drop_name(self, name: int) -> None:
        """Take a name away that no person has any more, and the words that find it."""
        unheld = "DELETE FROM names WHERE key = ? AND NOT EXISTS (SELECT 1 FROM persons WHERE name = names.key) RETURNING name"
        row = self._db.execute(unheld, (name,)).fetchone()
        if row:
            self._db.executemany(
                "DELETE FROM name_words WHERE word = ? AND name = ?", [(word, name) for word in words_of(row[0])]
            )


class Ruled(NamedTuple):
    """What archivists said of persons, by their keys."""

    joined: dict[int, set[int]]
    alone: set[int]
    """Those who were parted: nothing joins them but an archivist's word."""


def ruled_ids(db: sqlite3.Connection) -> set[str]:
    """The persons of whom archivists said something that holds."""
    return {one for ruling in holding(all_rulings(db), SPEAKER) for one in ruling.pair}


def ruled_persons(db: sqlite3.Connection) -> Ruled:
    """The same, by their keys; of those who are quoted."""
    joined: dict[int, set[int]] = {}
    alone: set[int] = set()
    for ruling in holding(all_rulings(db), SPEAKER):
        one, other = (
            db.execute("SELECT key FROM persons WHERE id = ?", (name,)).fetchone()
            for name in (ruling.one, ruling.other)
        )
        if ruling.value == PART and one:
            alone.add(one[0])
        elif one and other:
            joined.setdefault(one[0], set()).add(other[0])
            joined.setdefault(other[0], set()).add(one[0])
    return Ruled(joined, alone)


def remake_speakers(db: sqlite3.Connection, persons: Iterable[int]) -> None:
    """Make out again who these persons are one speaker with, and how often each speaker is quoted."""
    ruled = ruled_persons(db)
    waiting = {person for person in persons if db.execute("SELECT 1 FROM persons WHERE key = ?", (person,)).fetchone()}
    for person in [*waiting]:  # all who were one with them may fall apart
        waiting.update(
            key
            for (key,) in db.execute(
                "SELECT key FROM persons WHERE speaker = (SELECT speaker FROM persons WHERE key = ?)", (person,)
            )
        )
    while waiting:
        together = _joined_to(db, waiting.pop(), ruled)
        waiting -= together
        marks = ", ".join("?" * len(together))
        keys = sorted(together)
        (speaker,) = db.execute(f"SELECT key FROM persons WHERE key IN ({marks}) ORDER BY id LIMIT 1", keys).fetchone()  # noqa: S608 - only marks for values
        db.execute(f"UPDATE persons SET speaker = ? WHERE key IN ({marks})", (speaker, *keys))  # noqa: S608
        db.execute(f"DELETE FROM speakers WHERE person IN ({marks})", keys)  # noqa: S608
        db.execute(
            "INSERT INTO speakers SELECT ?, (SELECT name FROM persons WHERE key = ?), sum(quotations), count(DISTINCT story)"  # noqa: S608
            f" FROM spoke WHERE person IN ({marks}) HAVING count(*) > 0",
            (speaker, speaker, *keys),
        )


def _joined_to(db: sqlite3.Connection, person: int, ruled: Ruled) -> set[int]:
    """The person and all who are joined to him, directly or through others."""
    together, waiting = {person}, [person]
    while waiting:
        others = [other for other in _beside(db, waiting.pop(), ruled) if other not in together]
        together.update(others)
        waiting += others
    return together


def _beside(db: sqlite3.Connection, person: int, ruled: Ruled) -> set[int]:
    """Those whom a quotation or an archivist joins to the person."""
    if person in ruled.alone:
        return ruled.joined.get(person, set())
    rows = db.execute("SELECT other FROM joins WHERE person = ?", (person,))
    return {other for (other,) in rows if other not in ruled.alone} | ruled.joined.get(person, set())
