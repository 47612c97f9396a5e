"""When an undated story was published, as far as the rest of the archive tells: its window narrowed, its likeliest days.

What narrows a window is sure as such things go: the first time that the page was seen; the day of the story that it is a copy of,
by a credit; a number between those of dated stories, with room left on both sides. What is only likely points to days
(pointers.py).
"""

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import NamedTuple

from backfile.archive.mentions.mention_tables import mentions_of
from backfile.archive.passages.credited_source import has_copies, source_of
from backfile.archive.store.record_form import Record
from backfile.archive.store.story_records import Records
from backfile.archive.undated.address_numbers import LEAST_SURE, Between, number_reason, place_number
from backfile.archive.undated.related_stories import other_story
from backfile.archive.undated.section_lists import LEAST_SURE as LEAST_SURE_IN_LIST
from backfile.archive.undated.section_lists import Place, first_listed, list_reason, place_in_lists
from backfile.archive.versions.stamp_days import days_of, span_of
from backfile.dates.local_clock import host_of
from backfile.dates.time_zones import country_offset
from backfile.dates.window_bounds import FIRST_DAY, Bound
from backfile.model.entry import LikelyDay
from backfile.model.mentions import MentionKind
from backfile.model.reason_codes import ArchiveCode, WindowCode
from backfile.model.reasons import Reason
from backfile.model.story import Story, Window, story_from_dict, window_from_dict

GRACE = timedelta(days=31)
"""Left on both sides of a bound that other stories give: a draft lies, a weekly paper runs wire copy late."""
_DATING = ("id", "url", "language", "updated", "window", "body", "dates", "quotes", "credits", "dateline")
_ON_WEEKDAYS = (WindowCode.WEEKDAYS_FIT, WindowCode.NAMED_DAY)
"""What is said of a text's weekdays in the days that are left."""


class Looked(NamedTuple):
    """Where a story stands among others of known days: found once, for its window and for its likely days."""

    number: Between | None
    """By the number in its address."""
    listed: Place | None
    """In the lists that link to it."""


class UndatedWindows:
    """Looks at the rest of an archive for one undated story at a time."""

    def __init__(self, db: sqlite3.Connection, records: Records) -> None:
        self._db = db
        self._records = records

    def window(self, key: int, window: Window, url: str | None) -> Window:
        """The window of the undated story, narrowed by what the archive knows."""
        return narrowed(window, self._bounds(key, url, self._looked(key)))

    def undated(self, key: int, newest: int) -> tuple[Story, tuple[LikelyDay, ...]]:
        """As much of an undated story as tells its days, placed, and its likeliest days: a list of twenty has no need of all the rest."""
        from backfile.archive.integrity.old_records import is_in_words  # loads what reads dates

        record = self._records.load(newest, fields=_DATING)
        if is_in_words(window_from_dict(record["window"])):
            record = self._records.load(newest)
        looked = self._looked(key)
        story = self._placed(key, story_from_dict(record), record, looked)
        return story, self._likely(key, newest, story, looked)

    def placed(self, key: int, story: Story, record: Record) -> Story:
        """The undated story with its window narrowed, and the weekdays of its text listed in what is left."""
        return self._placed(key, story, record, self._looked(key))

    def likely(self, key: int, version: int, story: Story) -> tuple[LikelyDay, ...]:
        """The likeliest days of the undated story as this version of it stands, its window narrowed already."""
        return self._likely(key, version, story, self._looked(key))

    def _looked(self, key: int) -> Looked:
        story = self._db.execute("SELECT id FROM stories WHERE key = ?", (key,)).fetchone()[0]
        return Looked(place_number(self._db, key), place_in_lists(self._db, story))

    def _placed(self, key: int, story: Story, record: Record, looked: Looked) -> Story:
        from backfile.archive.integrity.old_records import window_anew  # loads what reads dates
        from backfile.dates.text_bounds import weekday_reasons

        story = replace(story, window=window_anew(story))
        window = narrowed(story.window, self._bounds(key, story.url, looked, record))
        if window == story.window:
            return story
        earliest, latest = span_of(window)
        kept = [why for why in window.because if why.code not in _ON_WEEKDAYS]
        fitting = weekday_reasons(story, None if earliest == FIRST_DAY else earliest, latest)
        return replace(story, window=window._replace(because=(*kept, *fitting)))

    def _likely(self, key: int, version: int, story: Story, looked: Looked) -> tuple[LikelyDay, ...]:
        from backfile.archive.undated.likely_days import LONGEST_RUN, Pointer, likely_days
        from backfile.archive.undated.pointers import from_list, from_number, pointers_of  # loads numpy
        from backfile.dates.text_bounds import fitting_weekdays

        span, weekdays = span_of(story.window), fitting_weekdays(story)
        pointers = [*pointers_of(self._db, self._records, key, version, story=story)]
        pointers += from_number(looked.number, story)
        pointers += from_list(self._db, looked.listed)
        if weekdays and span[0] and span[1] and (span[1] - span[0]).days < LONGEST_RUN:
            pointers.append(Pointer(span[0], span[1], 1, ArchiveCode.FEW_DAYS_LEFT.of()))
        return likely_days(pointers, span, weekdays)

    def _bounds(self, key: int, url: str | None, looked: Looked, record: Record | None = None) -> Iterator[Bound]:
        first_seen = self._db.execute("SELECT min(first_seen) FROM versions WHERE story = ?", (key,)).fetchone()[0]
        if first_seen:
            yield Bound("latest", _day_there(first_seen, url), ArchiveCode.SEEN_FIRST.of(first_seen[:10]))
        yield from self._by_mentions(key, url)
        yield from self._by_copies(key, record)
        yield from self._by_number(looked.number)
        yield from self._by_lists(key, url, looked.listed)

    def _by_mentions(self, key: int, url: str | None) -> Iterator[Bound]:
        """What names a story is no older than the story."""
        named = [one for one in mentions_of(self._db, key) if one.seen and one.mention.kind is not MentionKind.FRONT]
        if named and (seen := named[0].seen):
            yield Bound(
                "latest", _day_there(seen, url), ArchiveCode.NAMED_IN.of(named[0].mention.kind.value, seen[:10])
            )

    def _by_copies(self, key: int, record: Record | None) -> Iterator[Bound]:
        """A copy is no older than the story that it is from. Without a credit that names this, no copy bounds another."""
        if not has_copies(self._db, key):
            return
        if record is None:
            (newest,) = self._db.execute("SELECT newest FROM stories WHERE key = ?", (key,)).fetchone()
            record = self._records.load(newest, fields=("credits", "dateline"))
        source = source_of(self._db, self._records, key, record)
        if source is None or source.story is None:
            return
        first = other_story(self._db, source.story)
        if first.stamp:
            yield Bound("earliest", days_of(first.stamp)[0], ArchiveCode.AGENCY_TEXT.of(source.name, first.named))

    def _by_number(self, place: Between | None) -> Iterator[Bound]:
        if place is None or place.in_order < LEAST_SURE:
            return
        because = number_reason(place, grace=GRACE.days)
        if place.before:
            yield Bound("earliest", place.before.day - GRACE, because)
        if place.after:
            yield Bound("latest", place.after.day + GRACE, because)

    def _by_lists(self, key: int, url: str | None, place: Place | None) -> Iterator[Bound]:
        story = self._db.execute("SELECT id FROM stories WHERE key = ?", (key,)).fetchone()[0]
        if seen := first_listed(self._db, story):
            yield Bound("latest", _day_there(seen, url), ArchiveCode.LINKED_FROM.of(seen[:10]))
        if place and place.found.before and place.found.after and place.found.in_order >= LEAST_SURE_IN_LIST:
            because = list_reason(self._db, place, grace=GRACE.days)
            yield Bound("earliest", place.found.before.day - GRACE, because)
            yield Bound("latest", place.found.after.day + GRACE, because)


def narrowed(window: Window, bounds: Iterable[Bound]) -> Window:
    """The window within the bounds; one that contradicts what is known before it is left out."""
    earliest, latest = span_of(window)
    reasons: dict[str, Reason] = {}
    for side, day, because in bounds:
        if side == "earliest" and (earliest is None or day > earliest) and (latest is None or day <= latest):
            earliest = day
        elif side == "latest" and (latest is None or day < latest) and (earliest is None or day >= earliest):
            latest = day
        else:
            continue
        reasons[side] = because
    if not reasons:
        return window
    kept = [why for why in window.because if not (why.code == WindowCode.NO_OLDER and "earliest" in reasons)]
    told = tuple(dict.fromkeys([*reasons.values(), *kept]))
    return Window(earliest.isoformat() if earliest else None, latest.isoformat() if latest else None, told)


def _day_there(first_seen: str, url: str | None) -> date:
    """The day of a capture on the newsroom's clock, where its country tells that; else with what is east of UTC."""
    at = datetime.fromisoformat(first_seen)
    offset = country_offset(host_of(url), at)
    return (at + timedelta(minutes=offset if offset is not None else 14 * 60)).date()
