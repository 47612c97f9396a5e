"""Voices of a story: of each of its quotations whose it is and how many stories print it, in three questions however many there are."""

import sqlite3

from backfile.archive.quotations.utterance_match import id_text
from backfile.archive.quotations.utterance_tables import QUOTATIONS
from backfile.model.quotation import Voice

_OF_VERSION = (
    "SELECT quotations.key, ifnull(utterance, wordings.key), theirs.id FROM quotations JOIN wordings ON wordings.key = wording"
    " LEFT JOIN persons AS own ON own.key = person LEFT JOIN persons AS theirs ON theirs.key = own.speaker"
    " WHERE quotations.key BETWEEN ? AND ? ORDER BY quotations.key"
)
_IDS = "SELECT key, id FROM wordings WHERE key IN ({})"
_PRINTED = (
    "SELECT ifnull(utterance, wordings.key) AS stands, max(1, count(DISTINCT CASE WHEN lead IS NULL THEN story WHEN lead > 0 THEN lead END)) FROM wordings JOIN quotations ON wording = wordings.key"
    " JOIN versions ON versions.key = quotations.key / {1} JOIN stories ON stories.key = story WHERE wordings.key IN ({0}) OR utterance IN ({0}) GROUP BY stands"
)


def story_voices(db: sqlite3.Connection, version: int) -> tuple[Voice, ...]:
    """The voices of a version, in the order of its quotations."""
    first = version * QUOTATIONS
    rows = db.execute(_OF_VERSION, (first, first + QUOTATIONS - 1)).fetchall()
    if not rows:
        return ()
    utterances = ", ".join({str(utterance) for _, utterance, _ in rows})
    ids = dict(db.execute(_IDS.format(utterances)).fetchall())
    printed = dict(db.execute(_PRINTED.format(utterances, QUOTATIONS)).fetchall())
    return tuple(
        Voice(key % QUOTATIONS, person, id_text(ids[utterance]), printed[utterance]) for key, utterance, person in rows
    )
