"""Every address at which a story stood, for those who lead old links to it."""

import sqlite3
from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from backfile.archive.addresses.plain_address import plain_address
from backfile.archive.takedowns.hidden_stories import LEFT_OUT


class StoryAddress(NamedTuple):
    """An address and the story that stood at it."""

    url: str
    story: str
    """The story's id: of another view of a story, that story's."""
    captured_at: str
    """Of its newest capture, UTC; "" where none says."""


_STORY = "COALESCE(leads.id, stories.id), MAX(captured_at)"
_OF_STORIES = (
    " JOIN versions ON versions.key = version JOIN stories ON stories.key = versions.story AND stories.lead IS NOT ?1"
    " LEFT JOIN stories AS leads ON leads.key = stories.lead"
)
_STOOD = f"SELECT captures.url, {_STORY} FROM captures{_OF_STORIES} WHERE captures.url <> '' GROUP BY 1, 2"  # noqa: S608 - words of ours
_LED = (
    f"SELECT mentions.url, {_STORY} FROM mentions JOIN captures ON captures.address = leads_to{_OF_STORIES}"  # noqa: S608
    " WHERE is_plain(mentions.target, captures.url) GROUP BY 1, 2"
)
"""Addresses that led to a story's, by a redirect that was saved."""


def story_addresses(db: sqlite3.Connection) -> Iterator[StoryAddress]:
    """Addresses in order; where several stories stood at one, that of the newest capture comes first."""
    db.create_function("is_plain", 2, lambda one, other: plain_address(one) == plain_address(other), deterministic=True)
    yield from map(StoryAddress._make, db.execute(f"{_STOOD} UNION {_LED} ORDER BY 1, 3 DESC, 2", (LEFT_OUT,)))


def newest_capture(db: sqlite3.Connection) -> datetime | None:
    """When the newest capture was saved; None where no capture says."""
    (newest,) = db.execute("SELECT MAX(captured_at) FROM captures").fetchone()
    return datetime.fromisoformat(newest) if newest else None
