"""The versions of a story as the archive keeps them."""

import sqlite3
from collections.abc import Mapping

from backfile.archive.versions.held_versions import HeldChange, HeldVersion, id_of, in_order


def versions_of(db: sqlite3.Connection, story: int) -> list[tuple[int, HeldVersion]]:
    """The story's versions, each with its key, oldest first."""
    rows = db.execute(
        "SELECT versions.key, digest, first_seen, last_seen, captures, readers.name FROM versions"
        " LEFT JOIN readers ON readers.key = reader WHERE story = ?",
        (story,),
    ).fetchall()
    keys = {row[1]: row[0] for row in rows}
    return [(keys[version.digest], version) for version in in_order([HeldVersion(*row[1:]) for row in rows])]


def changes_of(db: sqlite3.Connection, story: int) -> Mapping[str, HeldChange]:
    """What led to each of the story's later versions, by their ids."""
    rows = db.execute(
        "SELECT digest, fields, kind FROM changes JOIN versions ON versions.key = version WHERE changes.story = ?",
        (story,),
    )
    return {id_of(digest): HeldChange(tuple(fields.split()), kind) for digest, fields, kind in rows.fetchall()}
