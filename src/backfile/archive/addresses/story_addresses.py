"""Every address at which a story stood, for those who lead old links to it."""

import sqlite3
from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from backfile.archive.addresses.plain_address import plain_address
from backfile.archive.store.list_entries import url_of_entry
from backfile.archive.takedowns.hidden_stories import LEFT_OUT
from backfile.story.identity import story_id


class StoryAddress(NamedTuple):
    """An address and the story that stood at it."""

    url: str
    story: str
    """The story's id: of another view of a story, that story's."""
    captured_at: str
    """Of its newest capture, UTC; "" where none says."""


_LEADS = "LEFT JOIN stories AS leads ON leads.key = stories.lead WHERE stories.lead IS NOT ?1"
_SAVED = (
    "SELECT captures.url AS url, COALESCE(leads.id, stories.id) AS story, captured_at AS at FROM captures"  # noqa: S608 - words of ours
    f" JOIN versions ON versions.key = version JOIN stories ON stories.key = versions.story {_LEADS} AND captures.url <> ''"
)
_OWN = f"SELECT own_url(stories.entry), COALESCE(leads.id, stories.id), '' FROM stories {_LEADS} AND own_url(stories.entry) IS NOT NULL"  # noqa: S608 - words of ours
"""Those that the pages give as their own: a page saved by hand has no other."""
_LED_TO_SAVED = (
    "SELECT mentions.url, COALESCE(leads.id, stories.id), captured_at FROM mentions JOIN captures ON captures.address = leads_to"  # noqa: S608
    f" JOIN versions ON versions.key = version JOIN stories ON stories.key = versions.story {_LEADS} AND is_plain(mentions.target, captures.url)"
)
_LED_TO_OWN = (
    "SELECT mentions.url, COALESCE(leads.id, stories.id), '' FROM mentions JOIN stories ON stories.id = id_of(mentions.target)"  # noqa: S608
    f" {_LEADS} AND leads_to IS NOT NULL"
)
"""Addresses that led to a story's, by a redirect that was saved."""
_ALL = (
    f"SELECT url, story, MAX(at) FROM ({_SAVED} UNION ALL {_OWN} UNION ALL {_LED_TO_SAVED} UNION ALL {_LED_TO_OWN})"  # noqa: S608
    " GROUP BY 1, 2 ORDER BY 1, 3 DESC, 2"
)


def story_addresses(db: sqlite3.Connection) -> Iterator[StoryAddress]:
    """Addresses in order; where several stories stood at one, that of the newest capture comes first."""
    db.create_function("is_plain", 2, lambda one, other: plain_address(one) == plain_address(other), deterministic=True)
    db.create_function("id_of", 1, lambda url: story_id(url, None, "") if url else None, deterministic=True)
    db.create_function("own_url", 1, url_of_entry, deterministic=True)
    yield from map(StoryAddress._make, db.execute(_ALL, (LEFT_OUT,)))


def newest_capture(db: sqlite3.Connection) -> datetime | None:
    """When the newest capture was saved; None where no capture says."""
    (newest,) = db.execute("SELECT MAX(captured_at) FROM captures").fetchone()
    return datetime.fromisoformat(newest) if newest else None
