"""What an archive says, apart from how it lies on the disk: every table by what its rows name, for comparing one run with another."""

import sqlite3
from collections import Counter
from pathlib import Path
from typing import Any

import orjson

import backfile
from backfile.archive.integrity.named_rows import TABLES, rows_in_order
from backfile.archive.quotations.utterance_match import id_text
from backfile.archive.quotations.utterance_tables import QUOTATIONS
from backfile.archive.store.database import DATABASE
from backfile.archive.store.key_runs import KeyRuns
from backfile.archive.store.story_records import Records

WORDS = ("barn", "river", "mayor OR vote", '"mill road"', "story")


def dump(folder: Path) -> dict[str, Any]:
    """All tables, the records, and the answers to some searches."""
    db = sqlite3.connect(folder / DATABASE)
    found: dict[str, Any] = {
        name: [*rows_in_order(db, table)[1]] for name, table in TABLES.items() if name != "records"
    }
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


def _keys(db: sqlite3.Connection, folder: Path) -> list[tuple[str, int, str]]:
    """Who holds which key, by the holders' ids: what was given back is held no more."""
    names = {
        "passages": dict(db.execute("SELECT key, id FROM stories").fetchall()),
        "wordings": {key: id_text(stored) for key, stored in db.execute("SELECT key, id FROM wordings").fetchall()},
    }
    held: Counter[tuple[str, int, str]] = Counter()
    for (kind,) in db.execute("SELECT DISTINCT kind FROM key_runs").fetchall():
        base, _, gone = kind.partition(", ")
        for run in KeyRuns(db, folder, kind).runs():
            for entry in run.tolist():
                holder = names[base].get(entry % (1 << 28), "nobody")
                held[base, entry >> 28, holder] += -1 if gone else 1
    assert QUOTATIONS == 65536
    return sorted(key for key, times in held.items() if times)
