"""Quotations read: one by its key, those of a story, an utterance, and who else prints it. Read only."""

import sqlite3
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from backfile.archive.mentions.mention_tables import mentions_of
from backfile.archive.mentions.mentioned_story import record_now
from backfile.archive.outlets.outlet_queries import OutletTitles, outlet_titles
from backfile.archive.quotations.collation import collate
from backfile.archive.quotations.quotation_texts import days_in, said_on, text_of
from backfile.archive.quotations.utterance_match import id_text
from backfile.archive.quotations.utterance_tables import QUOTATIONS, find_wording
from backfile.archive.settled.settling_log import settlings_of
from backfile.archive.store.database import kept
from backfile.archive.store.record_form import Record
from backfile.archive.store.story_records import Records
from backfile.archive.versions.held_versions import id_of
from backfile.errors import QuotationMissing
from backfile.model.quotation import Quotation, Utterance
from backfile.model.story import stamp_from_dict, window_from_dict

_FIELDS = ("id", "headline", "body", "dates", "quotes", "published", "window")
_MOST_KEPT = 200
"""Versions, some 4 MB, and utterances."""
_Kept = TypeVar("_Kept")
_STANDS_AND_SPEAKER = (
    "SELECT ifnull(utterance, wordings.key), theirs.id FROM quotations JOIN wordings ON wordings.key = wording"
    " LEFT JOIN persons AS own ON own.key = person LEFT JOIN persons AS theirs ON theirs.key = own.speaker"
    " WHERE quotations.key = ?"
)
"""Of a quotation the wording that stands for its utterance, and the id of its speaker."""


class _Version(NamedTuple):
    """A version whose quotations are read."""

    story: int
    id: str
    is_newest: bool
    outlet: int | None
    record: Record
    days: list[tuple[int, int, str]]


class _Held:
    """What was read of versions and utterances, while the database stays as it is: the pages of a speaker and of who is quoted beside them
    ask for the same."""

    def __init__(self, _db: sqlite3.Connection) -> None:
        self.versions: OrderedDict[int, _Version] = OrderedDict()
        self.utterances: OrderedDict[int, tuple[str, int]] = OrderedDict()


class QuotationReader:
    """The quotations of an archive whose database is open."""

    def __init__(self, folder: Path, db: sqlite3.Connection, records: Records) -> None:
        self._folder = folder
        self._db = db
        self._records = records

    def quotations(self, keys: Iterable[int]) -> list[Quotation]:
        """The quotations of these keys, in that order."""
        held, titles = kept(self._db, _Held), outlet_titles(self._db)
        return [self._quotation(key, held, titles) for key in keys]

    def of_version(self, version: int) -> list[Quotation]:
        """The quotations of one version of a story, in its order."""
        rows = self._db.execute(
            "SELECT key FROM quotations WHERE key BETWEEN ? AND ? ORDER BY key",
            (version * QUOTATIONS, version * QUOTATIONS + QUOTATIONS - 1),
        )
        return self.quotations([key for (key,) in rows.fetchall()])

    def utterance(self, utterance_id: str) -> Utterance:
        """The utterance of that id, or the one that the wording of that id is a form of. Raises QuotationMissing."""
        wording = find_wording(self._db, self._folder, utterance_id)
        if wording is None:
            raise QuotationMissing(f"there is no utterance {utterance_id} here; `backfile quotes` prints their ids")
        stands = utterance_of(self._db, wording)
        keys = [key for one in wordings_of(self._db, stands) for key in _printed(self._db, one)]
        return collate(self._id(stands), self.quotations(keys))

    def _quotation(self, key: int, held: _Held, titles: OutletTitles) -> Quotation:
        stands, speaker = self._db.execute(_STANDS_AND_SPEAKER, (key,)).fetchone()
        number = key % QUOTATIONS
        version = _of(held.versions, key // QUOTATIONS, self._version)
        utterance, printed_in = _of(held.utterances, stands, self._utterance)
        record = version.record
        quote = record["quotes"][number]
        stamp = record["published"]
        return Quotation(
            story=record["id"],
            version=version.id,
            number=number,
            is_newest=version.is_newest,
            text=text_of(record["body"], quote["pieces"]),
            kind=quote["kind"],
            act=quote["act"],
            speaker=quote["speaker"],
            person=speaker,
            role=quote["role"],
            as_printed=quote["as_printed"],
            certainty=quote["certainty"],
            said_on=said_on(record["body"], quote, version.days),
            utterance=utterance,
            printed_in=printed_in,
            headline=record["headline"],
            outlet=titles.of(version.outlet),
            published=stamp_from_dict(stamp),
            window=window_from_dict(record["window"]),
        )

    def _version(self, version: int) -> _Version:
        story, digest, newest, outlet = self._db.execute(
            "SELECT story, digest, newest, outlet FROM versions JOIN stories ON stories.key = story WHERE versions.key = ?",
            (version,),
        ).fetchone()
        log = settlings_of(self._db, story)
        if log or mentions_of(self._db, story):
            record = record_now(self._db, self._records, story, version, log)
        else:
            record = self._records.load(version, fields=_FIELDS)
        return _Version(story, id_of(digest), newest == version, outlet, record, days_in(record))

    def _utterance(self, stands: int) -> tuple[str, int]:
        """The id of an utterance, and how many stories print it."""
        return self._id(stands), _stories_with(self._db, stands)

    def _id(self, wording: int) -> str:
        (stored,) = self._db.execute("SELECT id FROM wordings WHERE key = ?", (wording,)).fetchone()
        return id_text(stored)


def _of(held: OrderedDict[int, _Kept], key: int, read: Callable[[int], _Kept]) -> _Kept:
    """What is held of a key, or read; the longest unused goes."""
    if key not in held:
        if len(held) >= _MOST_KEPT:
            held.popitem(last=False)
        held[key] = read(key)
    held.move_to_end(key)
    return held[key]


def utterance_of(db: sqlite3.Connection, wording: int) -> int:
    """The wording that stands for the utterance that this one is a form of."""
    row = db.execute("SELECT ifnull(utterance, key) FROM wordings WHERE key = ?", (wording,)).fetchone()
    return int(row[0])


def wordings_of(db: sqlite3.Connection, utterance: int) -> list[int]:
    """All forms of an utterance, given the wording that stands for it."""
    rows = db.execute("SELECT key FROM wordings WHERE utterance = ? ORDER BY key", (utterance,)).fetchall()
    return [key for (key,) in rows] or [utterance]


class Printing(NamedTuple):
    """A quotation in some story."""

    story: int
    version: int
    number: int
    """Among the quotations of the version."""


def utterances_in(db: sqlite3.Connection, version: int) -> dict[int, list[int]]:
    """The utterances that a version prints, each by the wording that stands for it, with the numbers of its quotations."""
    found: dict[int, list[int]] = {}
    rows = db.execute(
        "SELECT quotations.key, ifnull(utterance, wording) FROM quotations JOIN wordings ON wordings.key = wording"
        " WHERE quotations.key BETWEEN ? AND ? ORDER BY quotations.key",
        (version * QUOTATIONS, version * QUOTATIONS + QUOTATIONS - 1),
    )
    for key, utterance in rows.fetchall():
        found.setdefault(utterance, []).append(key % QUOTATIONS)
    return found


def printings_of(db: sqlite3.Connection, utterance: int, *, most: int) -> list[Printing]:
    """Who prints an utterance, in whatever form, given the wording that stands for it. None where more than so many do."""
    found: list[Printing] = []
    for one in wordings_of(db, utterance):
        rows = db.execute(
            f"SELECT story, quotations.key FROM quotations JOIN versions ON versions.key = quotations.key / {QUOTATIONS}"  # noqa: S608 - a number of ours
            " WHERE wording = ? AND quotations.shown LIMIT ?",
            (one, most + 1),
        ).fetchall()
        found += [Printing(story, key // QUOTATIONS, key % QUOTATIONS) for story, key in rows]
        if len(found) > most:
            return []
    return found


def speakers_in(db: sqlite3.Connection, version: int, *, in_stories: int) -> Iterator[tuple[int, int]]:
    """Speakers of a version who are quoted in so many stories at most, each with the number of a quotation of theirs."""
    rows = db.execute(
        "SELECT persons.speaker, min(quotations.key) FROM quotations JOIN persons ON persons.key = quotations.person"
        " JOIN speakers ON speakers.person = persons.speaker AND stories <= ?"
        " WHERE quotations.key BETWEEN ? AND ? GROUP BY persons.speaker",
        (in_stories, version * QUOTATIONS, version * QUOTATIONS + QUOTATIONS - 1),
    )
    for speaker, key in rows.fetchall():
        yield speaker, key % QUOTATIONS


def stories_of(db: sqlite3.Connection, speaker: int) -> list[int]:
    """The stories that a speaker is quoted in."""
    rows = db.execute(
        "SELECT DISTINCT story FROM persons JOIN spoke ON spoke.person = persons.key WHERE speaker = ?", (speaker,)
    )
    return [story for (story,) in rows.fetchall()]


def _printed(db: sqlite3.Connection, wording: int) -> list[int]:
    """The quotations in these words that lists show."""
    rows: list[tuple[Any, ...]] = db.execute(
        "SELECT key FROM quotations WHERE wording = ? AND shown", (wording,)
    ).fetchall()
    return [key for (key,) in rows]


def _stories_with(db: sqlite3.Connection, utterance: int) -> int:
    """How many stories print an utterance; a story and another view of it, a print page say, are one."""
    stories: set[int] = set()
    for wording in wordings_of(db, utterance):
        rows = db.execute(
            f"SELECT DISTINCT CASE WHEN lead > 0 THEN lead ELSE story END FROM quotations JOIN versions ON versions.key = quotations.key / {QUOTATIONS}"  # noqa: S608 - a number of ours
            " JOIN stories ON stories.key = story WHERE wording = ? AND (lead IS NULL OR lead > 0)",
            (wording,),
        )
        stories.update(story for (story,) in rows)
    return len(stories) or 1  # of a story that no list shows
