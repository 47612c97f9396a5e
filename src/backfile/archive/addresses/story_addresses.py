"""Every address at which a story stood, for those who lead old links to it."""

import sqlite3
from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from backfile.archive.takedowns.hidden_stories import LEFT_OUT


class StoryAddress(NamedTuple):
    """An address and the story that stood at it."""

    url: str
    story: str
    """The story's id: of another view of a story, that story's."""
    captured_at: str
    """Of its newest capture, UTC; "" where none says."""


def story_addresses(db: sqlite3.Connection) -> Iterator[StoryAddress]:
    """Addresses in order; where several stories stood at one, that of the newest capture comes first."""
    rows = db.execute(
        "SELECT url, COALESCE(leads.id, stories.id), MAX(captured_at) FROM captures JOIN versions ON versions.key = version"
        " JOIN stories ON stories.key = versions.story LEFT JOIN stories AS leads ON leads.key = stories.lead"
        " WHERE url <> '' AND stories.lead IS NOT ? GROUP BY 1, 2 ORDER BY 1, 3 DESC, 2",
        (LEFT_OUT,),
    )
    yield from map(StoryAddress._make, rows)


def newest_capture(db: sqlite3.Connection) -> datetime | None:
    """When the newest capture was saved; None where no capture says."""
    (newest,) = db.execute("SELECT MAX(captured_at) FROM captures").fetchone()
    return datetime.fromisoformat(newest) if newest else None
