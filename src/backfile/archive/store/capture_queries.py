"""Captures as readers ask for them: those of a story, those with a payload, those that hold no story."""

import sqlite3

from backfile.archive.store.capture_tables import digest_bytes, digest_text, place_from
from backfile.archive.versions.version_rows import versions_of
from backfile.model.capture import Place
from backfile.model.entry import CaptureEntry


def captures_of(db: sqlite3.Connection, story: int) -> list[CaptureEntry]:
    """Every capture of the story of that key, oldest first, those of unknown time last."""
    rows = []
    for version, held in versions_of(db, story):
        found = db.execute(
            "SELECT path, member, place, length, url, captured_at, captures.digest FROM captures"
            " JOIN sources ON sources.id = captures.source WHERE version = ?",
            (version,),
        )
        rows += [(*row, held.id) for row in found]
    rows.sort(key=lambda row: (row[5] == "", row[5], *row[:3]))
    return [CaptureEntry(place_from(r[:4]), r[4] or None, r[5] or None, digest_text(r[6]), r[7]) for r in rows]


def stories_resting_on(db: sqlite3.Connection, digest: str) -> set[str]:
    """The ids of stories that have a capture with this payload."""
    query = (
        "SELECT DISTINCT id FROM captures JOIN versions ON versions.key = version JOIN stories ON stories.key = story"
        " WHERE captures.digest = ?"
    )
    return {story for (story,) in db.execute(query, (digest_bytes(digest),))}


def skipped_captures(db: sqlite3.Connection, limit: int, offset: int) -> list[tuple[Place, str, str]]:
    """Captures that hold no story: place, reason, message; file by file, as they were first read."""
    rows = db.execute(
        "SELECT path, member, place, length, reason, message FROM captures JOIN sources ON sources.id = source"
        " WHERE reason IS NOT NULL ORDER BY source, place, captures.key LIMIT ? OFFSET ?",
        (limit, offset),
    )
    return [(place_from(row[:4]), row[4], row[5]) for row in rows]
