"""The versions of a story as the archive keeps them."""

import sqlite3

import orjson

from backfile.archive.versions.version_decision import HeldVersion, in_order


def versions_of(db: sqlite3.Connection, story: int) -> list[tuple[int, HeldVersion]]:
    """The story's versions, each with its key, oldest first."""
    rows = db.execute(
        "SELECT key, digest, first_seen, last_seen, captures, fields, shown FROM versions WHERE story = ?", (story,)
    ).fetchall()
    keys = {row[1]: row[0] for row in rows}
    held = in_order([HeldVersion(r[1], r[2], r[3], r[4], orjson.loads(r[5]), r[6]) for r in rows])
    return [(keys[version.digest], version) for version in held]
