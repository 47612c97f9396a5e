"""The table of what archivists said of stories' days. Rows are only added (archivist_dates.py says what they mean)."""

import sqlite3

from backfile.archive.settled.archivist_dates import Settling


def settlings_of(db: sqlite3.Connection, story: int) -> list[Settling]:
    """What was said of the story, oldest first."""
    rows = db.execute(
        "SELECT value, reason, archivist, at, despite FROM settlings WHERE story = ? ORDER BY key", (story,)
    )
    return [Settling(value, reason, by, at, bool(despite)) for value, reason, by, at, despite in rows]


def keep_settling(db: sqlite3.Connection, story: int, said: Settling) -> None:
    """Add what an archivist said. Within the batch's transaction."""
    db.execute(
        "INSERT INTO settlings (story, value, reason, archivist, at, despite) VALUES (?, ?, ?, ?, ?, ?)", (story, *said)
    )


def all_settlings(db: sqlite3.Connection) -> list[tuple[str, Settling]]:
    """What was said of every story, by the story's id, oldest first."""
    rows = db.execute(
        "SELECT id, value, reason, archivist, at, despite FROM settlings JOIN stories ON stories.key = story"
        " ORDER BY settlings.key"
    )
    return [(story, Settling(value, why, by, at, bool(despite))) for story, value, why, by, at, despite in rows]
