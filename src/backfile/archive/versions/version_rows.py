"""The versions of a story as the archive keeps them."""

import sqlite3

from backfile.archive.versions.held_versions import HeldVersion, in_order


def versions_of(db: sqlite3.Connection, story: int) -> list[tuple[int, HeldVersion]]:
    """The story's versions, each with its key, oldest first."""
    rows = db.execute(
        "SELECT versions.key, digest, first_seen, last_seen, captures, fields, readers.name FROM versions"
        " LEFT JOIN readers ON readers.key = reader WHERE story = ?",
        (story,),
    ).fetchall()
    keys = {row[1]: row[0] for row in rows}
    return [(keys[version.digest], version) for version in in_order([HeldVersion(*row[1:]) for row in rows])]
