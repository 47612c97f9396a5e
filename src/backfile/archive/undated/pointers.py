"""What in the archive points to the day of an undated story: its other versions, copies, shared quotations, the numbering."""

import sqlite3
from collections.abc import Iterator
from datetime import date

import orjson

from backfile.archive.store import schema
from backfile.archive.store.story_records import Records
from backfile.archive.undated.address_numbers import Between, place_number
from backfile.archive.undated.likely_days import Pointer, span_of
from backfile.archive.undated.related_stories import MOST, copies_of, other_story, same_text_at_home
from backfile.archive.undated.section_lists import Place, place_in_lists
from backfile.archive.versions.version_decision import days_of
from backfile.model.story import Stamp, Story
from backfile.wording.age import day_stamp, say_day

FEW_STORIES = 10
"""A speaker of more stories than this is the town's mayor: that two stories quote him says nothing of the day."""
_LEAST_SHARED = 2
"""Speakers that two stories must share."""
_SHORTEST = 6
"""Words of a quotation that two stories share, where the sharing is to mean something."""
_LONGEST = 60

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
            yield Pointer(place.found.before.day, place.found.after.day, 3, told_list(db, place))


def told_number(place: Between) -> str:
    """ "the number 1483 in its address comes after 1480 (2 March 2015) and before 1490 (5 March 2015); ..."."""
    sides = (("after", place.before), ("before", place.after))
    said = [f"{word} {one.number} ({_said(one.day)})" for word, one in sides if one]
    if place.before and place.before == place.after:
        said = [f"with {place.number} ({_said(place.before.day)})"]
    all_of = f"all {place.in_order}" if place.in_order == place.looked_at else f"{place.in_order} of {place.looked_at}"
    return (
        f"the number {place.number} in its address comes {' and '.join(said)}: in this outlet’s addresses numbers rise with"
        f" the days of {all_of} dated stories nearest to it"
    )


def told_list(db: sqlite3.Connection, place: Place) -> str:
    """ "a list, the newest first, has it between “A” (The Post, 5 March 2015) and “B” (The Post, 2 March 2015); ..."."""
    newer, older = other_story(db, place.after).name, other_story(db, place.before).name
    found = place.found
    all_of = f"all {found.in_order}" if found.in_order == found.looked_at else f"{found.in_order} of {found.looked_at}"
    return (
        f"a saved list has it between {newer} and {older}, and {all_of} dated stories of that list run from new to old"
    )


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
            when = f", saved on {say_day(day_stamp(seen[:10]))}," if seen else ""
            because = f"another version of the page{when} says that it was published on {say_day(stamp)}"
            yield Pointer(*days_of(stamp), 6, because)


def _from_change(story: Story) -> Iterator[Pointer]:
    """A change that the page states: on most pages it is of the day of publication (docs/dates.md)."""
    if story.updated is not None and len(story.updated.value) >= 10:
        day = days_of(story.updated)[0]
        because = (
            f"the page says that it was changed on {_said(day)}, and most pages are changed last on their first day"
        )
        yield Pointer(day, day, 2, because)


def _from_copies(db: sqlite3.Connection, records: Records, key: int) -> Iterator[Pointer]:
    for copy in copies_of(db, key):
        if copy.stamp:
            yield Pointer(*days_of(copy.stamp), 4, f"the same text ran as {copy.name}")
        elif updated := records.load(copy.newest)["updated"]:
            stamp = Stamp(**updated)
            because = f"the same text ran as {copy.name}, whose page was changed on {say_day(stamp)}"
            yield Pointer(*days_of(stamp), 2, because)


def _from_home(db: sqlite3.Connection, records: Records, key: int) -> Iterator[Pointer]:
    for other in same_text_at_home(db, records, key):
        if other.stamp:
            yield Pointer(
                *days_of(other.stamp), 5, f"the same text stands at another address of this outlet: {other.name}"
            )


def _from_utterances(db: sqlite3.Connection, key: int, version: int) -> Iterator[Pointer]:
    """Words are reported when they are said: a dated story with the same quotation is of about the same day."""
    for other, text, count in db.execute(_SAME_WORDS, (version, key, key, _SHORTEST - 1, MOST)).fetchall():
        what = f"the quotation “{_opening(text)}” is" if count == 1 else f"{count} of its quotations are"
        yield from _from_sharing(db, other, 3, f"{what} also in")


def _from_speakers(db: sqlite3.Connection, key: int, version: int) -> Iterator[Pointer]:
    """People who are seldom quoted are quoted together: a story and what followed it."""
    asked = (FEW_STORIES, version, key, key, _LEAST_SHARED, MOST)
    for other, names, _ in db.execute(_SAME_SPEAKERS, asked).fetchall():
        yield from _from_sharing(db, other, 1, f"{_listed(sorted(orjson.loads(names)))} are also quoted in")


def _from_sharing(db: sqlite3.Connection, other: int, weight: int, what: str) -> Iterator[Pointer]:
    found = other_story(db, other)
    if found.stamp:
        yield Pointer(*days_of(found.stamp), weight, f"{what} {found.name}")


def _from_number(place: Between, story: Story) -> Iterator[Pointer]:
    """The days between the neighbours; up to an end of the window where there is one neighbour only."""
    earliest, latest = span_of(story.window)
    first = place.before.day if place.before else earliest
    last = place.after.day if place.after else latest
    if first and last and first <= last:
        yield Pointer(first, last, 2, told_number(place))


def _said(day: date) -> str:
    return say_day(day_stamp(day.isoformat()))


def _opening(text: str) -> str:
    line = " ".join(text.split()).strip("“”\"'")
    return line if len(line) <= _LONGEST else line[:_LONGEST].rpartition(" ")[0] + "…"


def _listed(names: list[str]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else names[0]
