"""SQLite FTS5 on the same stories, read in the same process: what an archive's own search is laid beside.

A table of bodies and headlines as FTS5 keeps them, stemmed by `porter`, optimized when it is full: text and index in one. A search is the 20 best by bm25 with the passage that
matches (`snippet`), and how many there are; ours counts years and outlets as well.
"""

import random
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from bench.scale.reads import PHRASES, SEARCHES, Took, timed

from backfile.archive import Archive

_BEST = (
    "SELECT rowid, snippet(stories, 1, '[', ']', ' … ', 40) FROM stories WHERE stories MATCH ? ORDER BY rank LIMIT 20"
)
_COUNT = "SELECT count(*) FROM stories WHERE stories MATCH ?"


class Filled(NamedTuple):
    """What it took to fill."""

    ms: float
    """A story."""
    bytes: int


def fill(archive: Archive, path: Path) -> Filled:
    """Put every story of the archive in."""
    db = sqlite3.connect(path)
    db.execute("CREATE VIRTUAL TABLE stories USING fts5(headline, body, tokenize='porter unicode61')")
    took, count = 0.0, 0
    for story in archive.stories():
        began = time.process_time()
        count += 1
        db.execute("INSERT INTO stories (rowid, headline, body) VALUES (?, ?, ?)", (count, story.headline, story.body))
        took += time.process_time() - began
    began = time.process_time()
    db.execute("INSERT INTO stories (stories) VALUES ('optimize')")
    db.commit()
    took += time.process_time() - began
    db.close()
    return Filled(took * 1000 / max(count, 1), path.stat().st_size)


def read_all(archive: Archive, path: Path) -> Iterator[Took]:
    """The searches of `reads`, as far as FTS5 knows them."""
    db = sqlite3.connect(path)
    for read in (*SEARCHES, PHRASES):
        about = read.about(archive, random.Random(read.name))
        yield timed(read, about, lambda words: _search(db, words))
    db.close()


def _search(db: sqlite3.Connection, words: str) -> object:
    quoted = words if words.startswith('"') else " ".join(f'"{word}"' for word in words.split())
    found = db.execute(_BEST, (quoted,)).fetchall()
    db.execute(_COUNT, (quoted,)).fetchone()
    return found
