"""What in the archive points to the day of an undated story: its other versions, copies, shared quotations, the numbering."""

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from heapq import heapify, heappop, heappush
from typing import TypeVar

from backfile.archive.quotations.quotation_queries import Printing, printings_of, speakers_in, stories_of, utterances_in
from backfile.archive.quotations.utterance_match import words_of
from backfile.archive.store.story_records import Records
from backfile.archive.undated.address_numbers import Between, number_reason
from backfile.archive.undated.likely_days import Pointer
from backfile.archive.undated.related_stories import MOST, Other, copies_of, other_story, same_text_at_home
from backfile.archive.undated.section_lists import Place, list_reason
from backfile.archive.versions.stamp_days import days_of, span_of
from backfile.model.reason_codes import ArchiveCode
from backfile.model.story import Stamp, Story

Shared = TypeVar("Shared")
FEW_STORIES = 10
"""A speaker of more stories than this is the town's mayor: that two stories quote him says nothing of the day."""
_LEAST_SHARED = 2
"""Speakers that two stories must share."""
_SHORTEST = 6
"""Words of a quotation that two stories share, where the sharing is to mean something."""
_MOST_PRINTINGS = 200
"""Stories with the same quotation that are looked at: words that more print are of no one day."""


def pointers_of(db: sqlite3.Connection, records: Records, key: int, version: int, *, story: Story) -> Iterator[Pointer]:
    """Other stories, and other versions, that point to a day of the undated story as this version of it stands, its window narrowed already."""
    yield from _from_versions(db, records, key, version)
    yield from _from_change(story)
    yield from _from_copies(db, records, key)
    yield from _from_home(db, key)
    yield from _from_utterances(db, records, key, version, story)
    yield from _from_speakers(db, key, version, story)


def _from_versions(db: sqlite3.Connection, records: Records, key: int, shown: int) -> Iterator[Pointer]:
    """Another version of the page gives a date."""
    rows = db.execute(
        "SELECT key, first_seen FROM versions WHERE story = ? AND key != ?"
        " ORDER BY first_seen IS NULL, first_seen, digest LIMIT ?",
        (key, shown, MOST),
    )
    for version, seen in rows.fetchall():
        if published := records.load(version, fields=("published",))["published"]:
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
        elif updated := records.load(copy.newest, fields=("updated",))["updated"]:
            stamp = Stamp(**updated)
            yield Pointer(*days_of(stamp), 2, ArchiveCode.SAME_TEXT_CHANGED.of(copy.named, stamp.value[:10]))


def _from_home(db: sqlite3.Connection, key: int) -> Iterator[Pointer]:
    for other in same_text_at_home(db, key):
        if other.stamp:
            yield Pointer(*days_of(other.stamp), 5, ArchiveCode.SAME_TEXT_HERE.of(other.named))


def _from_utterances(
    db: sqlite3.Connection, records: Records, key: int, version: int, story: Story
) -> Iterator[Pointer]:
    """Words are reported when they are said: a dated story with the same quotation is of about the same day."""
    shared: defaultdict[int, dict[int, list[Printing]]] = defaultdict(dict)
    same = _same_text(db, key)
    said: dict[int, str] = {}
    for utterance, numbers in utterances_in(db, version).items():
        texts = [story.quotes[number].text for number in numbers if story.quotes[number].kind != "indirect"]
        for one in printings_of(db, utterance, most=_MOST_PRINTINGS) if texts else ():
            if one.story not in same and utterance not in said:
                said[utterance] = next((text for text in reversed(texts) if len(words_of(text)) >= _SHORTEST), "")
            if one.story not in same and said[utterance]:
                shared[one.story].setdefault(utterance, []).append(one)
    quotes = lru_cache(maxsize=None)(lambda held: records.load(held, fields=("quotes",))["quotes"])

    def direct(printed: dict[int, list[Printing]]) -> dict[int, list[Printing]]:
        return {
            utterance: every
            for utterance, every in printed.items()
            if any(quotes(one.version)[one.number]["kind"] != "indirect" for one in every)
        }

    for found, printed in _most_shared(db, shared, direct):
        is_one = len(printed) == 1
        texts = [said[utterance] for utterance in printed]
        code, what = (ArchiveCode.SAME_QUOTATION, min(texts)) if is_one else (ArchiveCode.SAME_QUOTATIONS, len(texts))
        if found.stamp:
            yield Pointer(*days_of(found.stamp), 3, code.of(what, found.named))


def _from_speakers(db: sqlite3.Connection, key: int, version: int, story: Story) -> Iterator[Pointer]:
    """People who are seldom quoted are quoted together: a story and what followed it."""
    shared: dict[int, dict[int, str]] = {}
    same = _same_text(db, key)
    for speaker, number in speakers_in(db, version, in_stories=FEW_STORIES):
        for other in stories_of(db, speaker):
            if other not in same:
                shared.setdefault(other, {})[speaker] = story.quotes[number].speaker or ""
    several = {other: names for other, names in shared.items() if len(names) >= _LEAST_SHARED}
    for found, names in _most_shared(db, several):
        if found.stamp:
            who = tuple(sorted(set(names.values())))
            yield Pointer(*days_of(found.stamp), 1, ArchiveCode.SAME_SPEAKERS.of(who, found.named))


def _same_text(db: sqlite3.Connection, key: int) -> set[int]:
    """The story, and all of the same text: that they share their quotations says no more than that."""
    return {key, *(other for (other,) in db.execute("SELECT other FROM copy_pairs WHERE story = ?", (key,)).fetchall())}


def _most_shared(
    db: sqlite3.Connection,
    shared: Mapping[int, dict[int, Shared]],
    kept: Callable[[dict[int, Shared]], dict[int, Shared]] = dict,
) -> Iterator[tuple[Other, dict[int, Shared]]]:
    """The stories that share most, of what is `kept`. That is asked of those alone that may be among them, since it reads records."""
    waiting = [(-len(what), story, other, False) for other, story, what in _with_ids(db, shared)]
    heapify(waiting)
    found = dict(shared)
    given = 0
    while waiting and given < MOST:
        count, story, other, is_kept = heappop(waiting)
        if not is_kept:
            found[other] = kept(found[other])
        if is_kept or len(found[other]) == -count:
            yield other_story(db, other), found[other]
            given += 1
        elif found[other]:
            heappush(waiting, (-len(found[other]), story, other, True))


def _with_ids(
    db: sqlite3.Connection, shared: Mapping[int, dict[int, Shared]]
) -> Iterator[tuple[int, str, dict[int, Shared]]]:
    marks = ", ".join("?" * len(shared))
    for other, story in db.execute(f"SELECT key, id FROM stories WHERE key IN ({marks})", [*shared]):  # noqa: S608 - only marks for values
        yield other, story, shared[other]


def from_number(place: Between | None, story: Story) -> Iterator[Pointer]:
    """The days between the neighbours by number; up to an end of the window where there is one neighbour only."""
    if place is None:
        return
    earliest, latest = span_of(story.window)
    first = place.before.day if place.before else earliest
    last = place.after.day if place.after else latest
    if first and last and first <= last:
        yield Pointer(first, last, 2, number_reason(place))


def from_list(db: sqlite3.Connection, place: Place | None) -> Iterator[Pointer]:
    """The days between the neighbours in a list that is by date."""
    if place and place.found.before and place.found.after:
        yield Pointer(place.found.before.day, place.found.after.day, 3, list_reason(db, place))
