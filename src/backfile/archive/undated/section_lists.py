"""Lists of stories on section fronts and their further pages: what stands between two dated stories was published between.

story/link_lists.py says what a list is. It counts as being by date where the dated
stories in it are in order, the newest first, all but one in twenty; a box of the most read is not. That a page links to a
story proves one thing more: the story is no newer than the page.
"""

import sqlite3
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from backfile.archive.quotations.speaker_grounds import short_digest
from backfile.archive.undated.address_numbers import Between, Neighbour, between
from backfile.archive.undated.related_stories import other_story
from backfile.model.reason_codes import ArchiveCode
from backfile.model.reasons import Reason

if TYPE_CHECKING:
    from backfile.story.link_lists import Lists

LEAST_SURE = 6
"""Dated stories in order that make a bound of a window of a list: by chance six are in order once in 720 times."""


class Place(NamedTuple):
    """Where a story stands in a list that is by date."""

    found: Between
    before: int
    """The key of the dated story before it in time, one further down."""
    after: int


def keep_lists(db: sqlite3.Connection, lists: "Lists", seen: str | None) -> None:
    """Keep the lists of a page that was saved then. The same list is kept once, as first seen."""
    for stories in lists:
        digest = short_digest("\n".join(stories))
        row = db.execute("SELECT key, seen FROM lists WHERE digest = ?", (digest,)).fetchone()
        if row is None:
            key = db.execute("INSERT INTO lists (digest, seen) VALUES (?, ?)", (digest, seen)).lastrowid
            rows = [(story, key, place) for place, story in enumerate(stories)]
            db.executemany("INSERT INTO listed VALUES (?, ?, ?)", rows)
        elif seen and (row[1] is None or seen < row[1]):
            db.execute("UPDATE lists SET seen = ? WHERE key = ?", (seen, row[0]))


def first_listed(db: sqlite3.Connection, story: str) -> str | None:
    """When the first page was saved that links to the story of that id."""
    row = db.execute("SELECT min(seen) FROM listed JOIN lists ON lists.key = list WHERE story = ?", (story,)).fetchone()
    found: str | None = row[0]
    return found


def place_in_lists(db: sqlite3.Connection, story: str) -> Place | None:
    """Where the story stands in the list that leaves it the fewest days; None where it is in none that is by date."""
    rows = db.execute("SELECT list, place FROM listed WHERE story = ?", (story,)).fetchall()
    places = [found for key, at in rows if (found := _place(db, key, at))]
    return min(places, key=lambda one: (_width(one.found), -one.found.in_order), default=None)


def list_reason(db: sqlite3.Connection, place: Place, *, grace: int = 0) -> Reason:
    """What a story's place in a list says."""
    newer, older = other_story(db, place.after).named, other_story(db, place.before).named
    return ArchiveCode.LISTED.of(newer, older, place.found.in_order, place.found.looked_at, grace)


def _place(db: sqlite3.Connection, key: int, at: int) -> Place | None:
    rows = db.execute(
        "SELECT place, first_day, stories.key FROM listed JOIN stories ON stories.id = listed.story"
        " WHERE list = ? AND first_day = last_day AND place != ?",
        (key, at),
    ).fetchall()
    keys = {-place: story for place, _, story in rows}
    found = between(-at, [Neighbour(-place, date.fromordinal(day)) for place, day, _ in rows])
    if found is None or found.before is None or found.after is None:
        return None  # at an end it may be pinned there, whenever it is from
    return Place(found, keys[found.before.number], keys[found.after.number])


def _width(found: Between) -> int:
    assert found.before
    assert found.after
    return (found.after.day - found.before.day).days
