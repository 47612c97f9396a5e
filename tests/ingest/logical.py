"""What an archive says, apart from how it lies on the disk: for comparing one run with another."""

import sqlite3
from pathlib import Path
from typing import Any

import backfile
from backfile.archive.store.story_records import Records

WORDS = ("barn", "river", "mayor OR vote", '"mill road"', "story")


def dump(folder: Path) -> dict[str, Any]:
    """Stories, versions with their records, captures, copies, and the answers to some searches."""
    db = sqlite3.connect(folder / "backfile.sqlite")
    records = Records(db)
    versions = db.execute(
        "SELECT stories.id, digest, first_seen, last_seen, captures, fields, shown, versions.key FROM versions"
        " JOIN stories ON stories.key = story ORDER BY 1, 2"
    ).fetchall()
    found: dict[str, Any] = {
        "stories": db.execute(
            "SELECT id, entry, outlet, first_day, last_day, year, sort, copies FROM stories ORDER BY id"
        ).fetchall(),
        "versions": [(*row[:7], records.load_bytes(row[7])) for row in versions],
        "captures": db.execute(
            "SELECT path, member, place, length, captures.digest, url, captured_at, reason, message, versions.digest"
            " FROM captures JOIN sources ON sources.id = captures.source"
            " LEFT JOIN versions ON versions.key = version ORDER BY 1, 2, 3, 5"
        ).fetchall(),
        "copies": db.execute(
            "SELECT a.id, b.id, containment FROM copies JOIN stories a ON a.key = copies.story"
            " JOIN stories b ON b.key = other ORDER BY 1, 2"
        ).fetchall(),
    }
    db.close()
    with backfile.open(folder) as archive:
        for words in WORDS:
            result = archive.search(words, sort="date", limit=1000)
            found[words] = (result.total, [entry for entry in result.entries if entry.published], result.years)
            found[words + " undated"] = sorted(entry.id for entry in result.entries if not entry.published)
            ranked = archive.search(words, limit=1000)
            assert sorted(entry.id for entry in ranked.entries) == sorted(entry.id for entry in result.entries)
    return found
