"""What an archive holds: counts that are kept, and not counted when they are asked for."""

import os
import sqlite3
from pathlib import Path

from backfile.archive.outlets.outlet_queries import outlet_counts
from backfile.archive.store.counts import held, skipped_counts, year_counts
from backfile.archive.takedowns.hidden_stories import LEFT_OUT
from backfile.model.entry import Stats

_INDEX_MARK = "search/mark.json"
"""Says how far the index of stories goes (search/index_schema.py)."""
_COPIED = (
    "SELECT (SELECT count(*) FROM copied)"
    " - (SELECT count(*) FROM stories JOIN copied ON story = stories.key WHERE lead IS NOT NULL)"
)
"""Stories with copies, but for other views of one."""


def count_archive(db: sqlite3.Connection, folder: Path) -> Stats:
    """All the counts."""
    from backfile.archive.takedowns.takedown_rulings import read_takedowns

    years = year_counts(db)
    return Stats(
        captures=held(db, "captures"),
        stories=held(db, "stories"),
        versions=held(db, "versions"),
        undated=dict(years).get(None, 0),
        skipped=skipped_counts(db),
        outlets=outlet_counts(db),
        years=years,
        bytes_on_disk=sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()),
        sources=db.execute("SELECT count(*) FROM sources WHERE size >= 0").fetchone()[0],
        copies=db.execute(_COPIED).fetchone()[0],
        takedowns=read_takedowns(db).counts(),
        left_out=db.execute("SELECT count(*) FROM stories WHERE lead = ?", (LEFT_OUT,)).fetchone()[0],
    )


def archive_state(db: sqlite3.Connection) -> str:
    """The archive's own number, that of its last change of a story, and how many captures it holds: skipped ones bring lists with them."""
    query = "SELECT group_concat(value, '-') FROM (SELECT value FROM meta WHERE name IN ('archive', 'change') ORDER BY name)"
    (found,) = db.execute(query).fetchone()
    return f"{found}-{held(db, 'captures')}"


def index_sign(folder: Path) -> int:
    """A number that is another one when the index of stories was brought up, which is after what it tells of was committed."""
    try:
        return os.stat(f"{folder}/{_INDEX_MARK}").st_mtime_ns  # noqa: PTH116 - a Path takes twice as long, at each request
    except OSError:
        return 0
