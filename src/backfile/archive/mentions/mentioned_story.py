"""A story's record as it stands now: its page's own, weighed with what is said of its address, then with what archivists said."""

import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from backfile.archive.mentions.mention_tables import mentions_of
from backfile.archive.settled.archivist_dates import Settling, settled
from backfile.archive.store.record_form import Record
from backfile.archive.store.story_records import Records
from backfile.model.mentions import HeldMention
from backfile.model.story import Story, story_from_dict


def record_now(db: sqlite3.Connection, records: Records, story: int, version: int, log: Sequence[Settling]) -> Record:
    """The record of a version of a story."""
    return settled(mentioned(records.load(version), mentions_of(db, story)), log)


def mentioned(record: Record, held: Sequence[HeldMention]) -> Record:
    """The record with what these say of its address."""
    if not held:
        return record
    from backfile.dates.days_beside import with_mentions  # loads what reads dates, and most stories are named nowhere

    before = story_from_dict(record)
    story = with_mentions(before, held)
    more = fields_beside(record, held)
    if story.evidence == before.evidence and story.published == before.published:
        return {**record, **more} if more else record
    return {**record, **_dated(before, story), **more}


def fields_beside(record: Record, held: Sequence[HeldMention]) -> dict[str, str]:
    """The headline and the section where the page gives none: the first that is said."""
    told = {
        "headline": next((mention.headline for mention, *_ in held if mention.headline), None),
        "section": next((mention.section for mention, *_ in held if mention.section), None),
    }
    return {name: value for name, value in told.items() if value and not record[name]}


def _dated(before: Story, story: Story) -> dict[str, Any]:
    """The fields that another day changes: the stamps, the window, and the dates of the text counted from it."""
    from backfile.dates.window import find_window

    day, own = story.published, before.published
    if story.dates and (day.value[:10] if day else None) != (own.value[:10] if own else None):
        from backfile.dates.text.find_dates import find_dates  # heavy, and needed for few stories

        story = replace(story, dates=find_dates(story.body, published=day, language=story.language))
    if day != own or story.updated != before.updated:
        story = replace(story, window=find_window(story))
    plain = story.to_dict()
    return {name: plain[name] for name in ("published", "updated", "evidence", "window", "dates")}
