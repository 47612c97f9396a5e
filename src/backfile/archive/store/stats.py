"""What an archive holds, counted."""

import sqlite3
from pathlib import Path

from backfile.model.entry import Stats


def count_archive(db: sqlite3.Connection, folder: Path) -> Stats:
    """All the counts, from one moment of the database."""
    db.execute("BEGIN")
    try:
        return Stats(
            captures=_one(db, "SELECT count(*) FROM captures"),
            stories=_one(db, "SELECT count(*) FROM stories"),
            versions=_one(db, "SELECT count(*) FROM versions"),
            undated=_one(db, "SELECT count(*) FROM stories WHERE year IS NULL"),
            skipped=skipped_counts(db),
            outlets=outlet_counts(db),
            years=year_counts(db),
            bytes_on_disk=sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()),
            sources=_one(db, "SELECT count(*) FROM sources WHERE size >= 0"),
            copies=_one(db, "SELECT count(*) FROM stories WHERE copies > 0"),
        )
    finally:
        db.execute("COMMIT")


def outlet_counts(db: sqlite3.Connection) -> tuple[tuple[str, int], ...]:
    """Outlets with their stories, most first."""
    rows = db.execute(
        "SELECT outlet, count(*) AS stories FROM stories WHERE outlet IS NOT NULL"
        " GROUP BY outlet ORDER BY stories DESC, outlet"
    )
    return tuple((row[0], row[1]) for row in rows)


def year_counts(db: sqlite3.Connection) -> tuple[tuple[int | None, int], ...]:
    """Years of publication with their stories, newest first; the undated last, under None."""
    rows = db.execute("SELECT year, count(*) FROM stories GROUP BY year ORDER BY year IS NULL, year DESC")
    return tuple((row[0], row[1]) for row in rows)


def skipped_counts(db: sqlite3.Connection) -> tuple[tuple[str, int], ...]:
    """Reasons that captures were skipped for, most first."""
    rows = db.execute(
        "SELECT reason, count(*) AS times FROM captures WHERE reason IS NOT NULL"
        " GROUP BY reason ORDER BY times DESC, reason"
    )
    return tuple((row[0], row[1]) for row in rows)


def _one(db: sqlite3.Connection, query: str) -> int:
    count: int = db.execute(query).fetchone()[0]
    return count
