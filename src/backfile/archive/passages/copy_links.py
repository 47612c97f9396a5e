"""Keeps the table of copies: which stories of other outlets hold the same text, by their newest versions."""

import sqlite3
from collections import OrderedDict

from backfile.archive.passages.copies import CONTAINMENT, Shingles, band_keys, containment, shingles
from backfile.archive.store.story_records import Records

MOST_CANDIDATES = 300
"""Stories looked at closely for one: past this a text is a form (a stock report, a notice), and not all are listed."""
_MOST_TEXTS = 2000


class _Texts:
    """Shingles of the newest version of stories, the last few thousand kept."""

    def __init__(self, db: sqlite3.Connection, records: Records) -> None:
        self._db = db
        self._records = records
        self._kept: OrderedDict[int, Shingles] = OrderedDict()

    def of(self, story: int) -> Shingles:
        if story not in self._kept:
            newest = self._db.execute("SELECT newest FROM stories WHERE key = ?", (story,)).fetchone()[0]
            self._kept[story] = shingles(self._records.load(newest)["body"])
            if len(self._kept) > _MOST_TEXTS:
                self._kept.popitem(last=False)
        self._kept.move_to_end(story)
        return self._kept[story]


def link_copies(db: sqlite3.Connection, records: Records, changed: dict[int, list[int] | None]) -> None:
    """Find again the copies of stories whose newest text changed: {story: its band keys, None where not known}."""
    texts = _Texts(db, records)
    affected = set(changed)
    for story, known in changed.items():
        affected.update(row[0] for row in db.execute("SELECT other FROM copies WHERE story = ?", (story,)))
        db.execute("DELETE FROM copies WHERE story = ? OR other = ?", (story, story))
        db.execute("DELETE FROM bands WHERE story = ?", (story,))
        keys = band_keys(texts.of(story)) if known is None else known
        db.executemany("INSERT OR IGNORE INTO bands VALUES (?, ?)", [(key, story) for key in keys])
    for story in changed:
        affected.update(_link(db, texts, story))
    db.executemany(
        "UPDATE stories SET copies = (SELECT count(*) FROM copies WHERE story = stories.key) WHERE key = ?",
        [(story,) for story in affected],
    )


def _link(db: sqlite3.Connection, texts: _Texts, story: int) -> list[int]:
    """The story's pairs put in the table, both ways; the stories it was paired with."""
    found = []
    for other in _candidates(db, story):
        share = round(containment(texts.of(story), texts.of(other)), 3)
        if share >= CONTAINMENT:
            pairs = [(story, other, share), (other, story, share)]
            db.executemany("INSERT OR REPLACE INTO copies VALUES (?, ?, ?)", pairs)
            found.append(other)
    return found


def _candidates(db: sqlite3.Connection, story: int) -> list[int]:
    """Stories of other outlets that share a band key with it."""
    rows = db.execute(
        "SELECT DISTINCT other.key FROM bands AS mine JOIN bands AS theirs ON theirs.key = mine.key"
        " JOIN stories AS other ON other.key = theirs.story JOIN stories AS own ON own.key = mine.story"
        " WHERE mine.story = ? AND theirs.story != ?"
        " AND (own.domain IS NULL OR own.domain IS NOT other.domain)"
        " AND (own.outlet IS NULL OR own.outlet IS NOT other.outlet) ORDER BY other.id LIMIT ?",
        (story, story, MOST_CANDIDATES),
    )
    return [row[0] for row in rows]
