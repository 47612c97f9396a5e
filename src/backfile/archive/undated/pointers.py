"""What in the archive points to the day of an undated story: its other versions, copies, shared quotations, the numbering."""

import sqlite3
from collections.abc import Iterator

import orjson

from backfile.archive.store import schema
from backfile.archive.store.story_records import Records
from backfile.archive.undated.address_numbers import Between, place_number
from backfile.archive.undated.likely_days import Pointer, span_of
from backfile.archive.undated.related_stories import MOST, copies_of, other_story, same_text_at_home
from backfile.archive.undated.section_lists import Place, place_in_lists
from backfile.archive.versions.version_decision import days_of
from backfile.model.reason_codes import ArchiveCode
from backfile.model.reasons import Reason
from backfile.model.story import Stamp, Story

FEW_STORIES = 10
"""A speaker of more stories than this is the town's mayor: that two stories quote him says nothing of the day."""
_LEAST_SHARED = 2
"""Speakers that two stories must share."""
_SHORTEST = 6
"""Words of a quotation that two stories share, where the sharing is to mean something."""

_SAME_WORDS = """SELECT theirs.story, min(own.text), count(DISTINCT mine.utterance) FROM quotations AS own
 JOIN wordings AS mine ON mine.key = own.wording JOIN wordings AS other ON other.utterance = mine.utterance
 JOIN quotations AS theirs ON theirs.wording = other.key AND theirs.shown
 WHERE own.version = ? AND theirs.story != ? AND theirs.story NOT IN (SELECT other FROM copies WHERE story = ?)
 AND own.kind != 'indirect' AND theirs.kind != 'indirect' AND length(mine.words) - length(replace(mine.words, ' ', '')) >= ?
 GROUP BY theirs.story ORDER BY 3 DESC, theirs.story LIMIT ?"""
_SAME_SPEAKERS = """SELECT theirs.story, json_group_array(DISTINCT own.speaker), count(DISTINCT mine.speaker)
 FROM quotations AS own JOIN persons AS mine ON mine.id = own.person
 JOIN speakers ON speakers.id = mine.speaker AND stories <= ? JOIN persons AS other ON other.speaker = mine.speaker
 JOIN quotations AS theirs ON theirs.person = other.id AND theirs.shown
 WHERE own.version = ? AND theirs.story != ? AND theirs.story NOT IN (SELECT other FROM copies WHERE story = ?)
 GROUP BY theirs.story HAVING count(DISTINCT mine.speaker) >= ? ORDER BY 3 DESC, theirs.story LIMIT ?"""


def pointers_of(db: sqlite3.Connection, records: Records, key: int, version: int, *, story: Story) -> Iterator[Pointer]:
    """Everything that points to a day of the undated story as this version of it stands, its window narrowed already."""
    yield from _from_versions(db, records, key, version)
    yield from _from_change(story)
    yield from _from_copies(db, records, key)
    yield from _from_home(db, records, key)
    if schema.keeps_quotations(db):
        yield from _from_utterances(db, key, version)
        yield from _from_speakers(db, key, version)
    if schema.keeps_settlings(db):
        if number := place_number(db, key):
            yield from _from_number(number, story)
        if (place := place_in_lists(db, story.id)) and place.found.before and place.found.after:
            yield Pointer(place.found.before.day, place.found.after.day, 3, list_reason(db, place))


def number_reason(place: Between, *, grace: int = 0) -> Reason:
    """What the number in a story's address says, where it stands at `place`."""
    before, after = place.before, place.after
    return ArchiveCode.NUMBERED.of(
        place.number,
        before.number if before else None,
        before.day.isoformat() if before else None,
        after.number if after else None,
        after.day.isoformat() if after else None,
        place.in_order,
        place.looked_at,
        grace,
    )


def list_reason(db: sqlite3.Connection, place: Place, *, grace: int = 0) -> Reason:
    """What a story's place in a list says."""
    newer, older = other_story(db, place.after).named, other_story(db, place.before).named
    return ArchiveCode.LISTED.of(newer, older, place.found.in_order, place.found.looked_at, grace)


def _from_versions(db: sqlite3.Connection, records: Records, key: int, shown: int) -> Iterator[Pointer]:
    """Another version of the page gives a date."""
    rows = db.execute(
        "SELECT key, first_seen FROM versions WHERE story = ? AND key != ?"
        " ORDER BY first_seen IS NULL, first_seen, digest LIMIT ?",
        (key, shown, MOST),
    )
    for version, seen in rows.fetchall():
        if published := records.load(version)["published"]:
            stamp = Stamp(**published)
            yield Pointer(
                *days_of(stamp), 6, ArchiveCode.VERSION_DATED.of(seen[:10] if seen else None, stamp.value[:10])
            )


def _from_change(story: Story) -> Iterator[Pointer]:
    """A change that the page states: on most pages it is of the day of publication (docs/dates.md)."""
    if story.updated is not None and len(story.updated.value) >= 10:
        day = days_of(story.updated)[0]
        yield Pointer(day, day, 2, ArchiveCode.PAGE_CHANGED.of(day.isoformat()))


def _from_copies(db: sqlite3.Connection, records: Records, key: int) -> Iterator[Pointer]:
    for copy in copies_of(db, key):
        if copy.stamp:
            yield Pointer(*days_of(copy.stamp), 4, ArchiveCode.SAME_TEXT.of(copy.named))
        elif updated := records.load(copy.newest)["updated"]:
            stamp = Stamp(**updated)
            yield Pointer(*days_of(stamp), 2, ArchiveCode.SAME_TEXT_CHANGED.of(copy.named, stamp.value[:10]))


def _from_home(db: sqlite3.Connection, records: Records, key: int) -> Iterator[Pointer]:
    for other in same_text_at_home(db, records, key):
        if other.stamp:
            yield Pointer(*days_of(other.stamp), 5, ArchiveCode.SAME_TEXT_HERE.of(other.named))


def _from_utterances(db: sqlite3.Connection, key: int, version: int) -> Iterator[Pointer]:
    """Words are reported when they are said: a dated story with the same quotation is of about the same day."""
    for other, text, count in db.execute(_SAME_WORDS, (version, key, key, _SHORTEST - 1, MOST)).fetchall():
        found = other_story(db, other)
        if found.stamp:
            code, what = (ArchiveCode.SAME_QUOTATION, text) if count == 1 else (ArchiveCode.SAME_QUOTATIONS, count)
            yield Pointer(*days_of(found.stamp), 3, code.of(what, found.named))


def _from_speakers(db: sqlite3.Connection, key: int, version: int) -> Iterator[Pointer]:
    """People who are seldom quoted are quoted together: a story and what followed it."""
    asked = (FEW_STORIES, version, key, key, _LEAST_SHARED, MOST)
    for other, names, _ in db.execute(_SAME_SPEAKERS, asked).fetchall():
        found = other_story(db, other)
        if found.stamp:
            shared = tuple(sorted(orjson.loads(names)))
            yield Pointer(*days_of(found.stamp), 1, ArchiveCode.SAME_SPEAKERS.of(shared, found.named))


def _from_number(place: Between, story: Story) -> Iterator[Pointer]:
    """The days between the neighbours; up to an end of the window where there is one neighbour only."""
    earliest, latest = span_of(story.window)
    first = place.before.day if place.before else earliest
    last = place.after.day if place.after else latest
    if first and last and first <= last:
        yield Pointer(first, last, 2, number_reason(place))
