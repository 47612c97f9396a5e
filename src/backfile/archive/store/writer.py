"""The archive's writer: carries out what `version_decision` decided, one transaction a batch. One writer an archive.

What a batch costs is its own size: counts are kept by difference, and nothing reads all that is held (archive/store/key_runs.py).
"""

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self, TypeVar

from backfile.archive.addresses.plain_address import address_number
from backfile.archive.mentions.mention_tables import ids_named, keep_mentions
from backfile.archive.outlets.outlet_tables import OutletTables
from backfile.archive.passages.copies import Passages
from backfile.archive.passages.copy_links import ChangedText, CopyTables, count_copies
from backfile.archive.passages.view_tables import ViewTables
from backfile.archive.quotations.quotation_tables import QuotationTables
from backfile.archive.quotations.speaker_tables import Speaking
from backfile.archive.settled.archivist_dates import Settling
from backfile.archive.settled.archivist_log import Line, Logged
from backfile.archive.settled.rulings import LEAVE_OUT, OUTLET, SPEAKER, TAKEDOWNS, Ruling, keep_ruling
from backfile.archive.settled.settling_log import keep_settling
from backfile.archive.shelves.shelf_tables import ShelfTables
from backfile.archive.store.capture_tables import CaptureTables, SourceState
from backfile.archive.store.counts import Counts
from backfile.archive.store.database import DATABASE, close_written, fit_cache, give_back_room, open_to_write
from backfile.archive.store.failures import database_failure
from backfile.archive.store.key_runs import remove_strays
from backfile.archive.store.lock import WriterLock
from backfile.archive.store.story_records import Records, Stored
from backfile.archive.store.story_rows import Before, Refreshed, StoryRows
from backfile.archive.store.version_tables import VersionTables
from backfile.archive.takedowns.hidden_stories import HiddenStories
from backfile.archive.takedowns.redacted_record import redacted
from backfile.archive.takedowns.redactions import Redactions
from backfile.archive.takedowns.takedown_rulings import read_takedowns
from backfile.archive.undated.section_lists import keep_lists
from backfile.archive.versions.change_tables import ChangeTables
from backfile.archive.versions.version_decision import Outcome, Reading, reading_of
from backfile.errors import StoryMissing
from backfile.model.capture import Capture, SkipReason
from backfile.model.mentions import HeldMention

Result = TypeVar("Result")
WITHHELD = "an archivist had this story forgotten: it stays out of the archive"
_PATIENCE = 3.0
"""Seconds to wait for an archivist who is dating a story."""


class Added(NamedTuple):
    """What one outcome changed."""

    outcome: Outcome
    """What became of the capture in the end, after what archivists said."""
    is_held: bool = False
    """True where this very capture was in the archive already: nothing changed."""
    new_story: bool = False
    new_version: bool = False


class Store:
    """Open for writing. `add` and its like are one transaction until `commit`; without that they are undone."""

    def __init__(self, folder: Path, *, key_folder: Path | None = None) -> None:
        self.folder = folder
        self._key_folder = key_folder or folder
        """Where the takedown key lies: of an archive that is made again, the archive itself."""
        self._lock = WriterLock(folder, patience=_PATIENCE)

    def __enter__(self) -> Self:
        self._lock.__enter__()
        try:
            self.db = open_to_write(self.folder)
            self._guarded(self._open)
        except BaseException:
            self._lock.__exit__(None, None, None)
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if kind is None and not self.db.in_transaction:
                give_back_room(self.db)
            close_written(self.db)  # what was not committed is undone
        finally:
            self._lock.__exit__(kind, error, trace)

    @property
    def records(self) -> Records:
        """The records, as this archive encodes them."""
        return self._records

    def held_of(self, given: str, files: Iterable[SourceState | None], *, copied: bool) -> Counter[str] | None:
        """Captures held of a file or folder, by reason, if all of it was read and is unchanged (`CaptureTables`)."""
        return self._captures.held_of(given, files, copied=copied)

    def begin_source(self, source: SourceState, *, copied: bool) -> None:
        """The file is about to be read. If it changed since it was last read, what was skipped in it is forgotten."""
        self._guarded(lambda: self._captures.begin_source(source, copied))

    def end_source(self, path: str) -> None:
        """The file has been read to its end."""
        self._guarded(lambda: self._captures.end_source(path))

    def holds(self, capture: Capture) -> bool:
        """True if this capture is in the archive: the same payload, address and time at the same place."""
        if self._captures.holds(capture):
            return True
        cleaned = self.cleaned_address(capture.url)
        return cleaned != capture.url and self._captures.holds(replace(capture, url=cleaned))

    def cleaned_address(self, url: str | None) -> str | None:
        """An address without words that are left out of any story."""
        return self.redactions.any.address(url) if url else url

    def add(self, outcome: Outcome) -> Added:
        """Take in what became of a capture."""
        return self._guarded(lambda: self._add(outcome))

    def take_in(self, outcome: Outcome) -> Added:
        """Take in a capture that was skipped before, as what it is read as now."""

        def take() -> Added:
            self._captures.forget(self._as_taken_down(outcome))
            return self._add(outcome)

        return self._guarded(take)

    def settle(self, story: str, said: Settling) -> None:
        """Keep what an archivist said of the story's day. Raises StoryMissing."""
        self._guarded(lambda: self._settle(story, said))

    def rule(self, said: Ruling) -> None:
        """Keep what an archivist said of two outlets, or of two speakers."""
        self._guarded(lambda: self._rule(said))

    def say(self, line: Line) -> None:
        """Keep what an archivist said of whatever it was. Raises StoryMissing."""
        if isinstance(line, Logged):
            self.settle(line.story, line.said)
        else:
            self.rule(line)

    def read_again(self, story: int, readings: Mapping[int, Reading]) -> None:
        """Put other readings of the same captures in the place of the records of a story's versions, by their keys."""
        self._guarded(lambda: self._read_again(story, readings))

    def keep_former(self, former: Iterable[tuple[str, bytes, bytes]]) -> None:
        """Keep ids that versions had before: the story's id, the version's digest, the one that it had."""
        keep = (
            "INSERT OR IGNORE INTO former_versions SELECT versions.key, ? FROM versions JOIN stories ON stories.key = story"
            " WHERE id = ? AND digest = ?"
        )
        for story, digest, before in former:
            self._guarded(partial(self.db.execute, keep, (before, story, digest)))

    def keep_lists(self, lists: Iterable[tuple[str | None, Sequence[str]]]) -> None:
        """Keep lists of stories, each with when the first page was saved that has it."""
        for seen, stories in lists:
            self._guarded(partial(keep_lists, self.db, (tuple(stories),), seen))

    def keep_mentions(self, held: Iterable[HeldMention]) -> None:
        """Keep what was said of addresses, each with what says it."""
        for one in held:
            self._guarded(partial(self._keep_mentions, (one,)))

    def commit(self) -> int:
        """Make all since the last commit durable. The number of stories touched."""
        return self._guarded(self._commit)

    def keep_dictionary(self, trained: bytes) -> None:
        """Encode records with this dictionary from now on."""
        self._guarded(lambda: self._records.keep_dictionary(trained))
        self.commit()

    def put_again(self, encoded: Iterable[tuple[int, Stored]]) -> None:
        """Keep the same records otherwise encoded."""
        self._guarded(lambda: self._records.put_again(encoded))
        self.commit()

    # -- inside the transaction --

    def _open(self) -> None:
        remove_strays(self.db, self.folder)
        self._records = Records(self.db)
        self._counts = Counts(self.db)
        self._captures = CaptureTables(self.db, self._counts)
        self._outlets = OutletTables(self.db)
        self._quotations = QuotationTables(self.db, self.folder, self._records)
        self._copies = CopyTables(self.db, self.folder, self._records)
        self._shelves = ShelfTables(self.db)
        self._takedowns = read_takedowns(self.db)
        self.redactions = Redactions(self._takedowns.redactions, self._key_folder)
        self._views = ViewTables(
            self.db, outlets=self._outlets, shelves=self._shelves, counts=self._counts,
            hidden=HiddenStories(self.db, self._records, self._takedowns),
        )  # fmt: skip
        self._stories = StoryRows(
            self.db, self._records, outlets=self._outlets, shelves=self._shelves, counts=self._counts
        )
        self._versions = VersionTables(
            self.db, self._records, captures=self._captures, outlets=self._outlets, quotations=self._quotations,
            counts=self._counts,
        )  # fmt: skip
        self._changes = ChangeTables(self.db, self._records)
        self._touched: dict[int, Before] = {}
        self._gone: dict[int, Passages] = {}
        """Stories that go in this batch, with the fingerprints of their texts."""
        self._is_ruled = False

    def _guarded(self, work: Callable[[], Result]) -> Result:
        """`work` inside the batch's transaction; SQLite's errors as ours."""
        try:
            if not self.db.in_transaction:
                self.db.execute("BEGIN IMMEDIATE")
            return work()
        except sqlite3.Error as error:
            raise database_failure(error, self.folder / DATABASE) from error

    def _add(self, outcome: Outcome) -> Added:
        outcome = self._as_taken_down(outcome)
        capture = self._captures.claim(outcome)
        if capture is None:
            return Added(outcome, is_held=True)
        reading = outcome.reading
        if reading is None:
            self._captures.keep(capture, outcome, None)
            keep_lists(self.db, outcome.lists, outcome.captured_at)
            origin = outcome.url or str(outcome.place)
            self._keep_mentions(HeldMention(one, origin, outcome.captured_at) for one in outcome.mentions)
            return Added(outcome)
        story, is_new = self._stories.key_of(reading.story)
        self._touch(story, is_new=is_new)
        version, is_new_version = self._versions.take(story, outcome, capture, is_new_story=is_new)
        self._captures.keep(capture, outcome, version)
        return Added(outcome, new_story=is_new, new_version=is_new_version)

    def _as_taken_down(self, outcome: Outcome) -> Outcome:
        """What becomes of a capture by what archivists said: one of a story that was forgotten is withheld, its address unsaid."""
        if outcome.reading is None or outcome.reading.story not in self._takedowns.forgotten:
            return self._redacted(outcome)
        return outcome._replace(reading=None, url=None, reason=SkipReason.WITHHELD, message=WITHHELD, doubts=())

    def _redacted(self, outcome: Outcome) -> Outcome:
        """The same without words that are left out. Its old address is found by its number as before."""
        redactor = self.redactions.of(outcome.reading.story) if outcome.reading else self.redactions.everywhere
        if redactor.is_idle:
            return outcome
        url = redactor.address(outcome.url) if outcome.url else None
        number = address_number(outcome.url) if outcome.url and url != outcome.url else outcome.address
        message = redactor.clean(outcome.message) if outcome.message else None
        reading = self._redacted_reading(outcome.reading) if outcome.reading else None
        return outcome._replace(url=url, address=number, message=message, reading=reading)

    def _redacted_reading(self, reading: Reading) -> Reading:
        redactor = self.redactions.of(reading.story)
        if redactor.is_idle:
            return reading
        record = self._records.undone(reading.record)
        found = redacted(record, redactor)
        return reading if found is record else reading_of(found, self._records.encoder, reader=reading.reader)

    def _touch(self, story: int, *, is_new: bool = False) -> None:
        if story not in self._touched:
            self._touched[story] = self._stories.before(story, is_new=is_new, quotations=self._quotations)
            if not is_new:
                self._views.part(story)

    def _keep_mentions(self, held: Iterable[HeldMention]) -> None:
        """Those stories are made anew of whose addresses something new is said; of forgotten ones nothing is kept."""
        forgotten = self._takedowns.forgotten
        kept = [one for one in held if not forgotten or forgotten.keys().isdisjoint(ids_named(one))]
        for story in keep_mentions(self.db, map(self.redactions.mention, kept)):
            self._touch(story)

    def _read_again(self, story: int, readings: Mapping[int, Reading]) -> None:
        self._touch(story)
        self._versions.read_again(story, {key: self._redacted_reading(one) for key, one in readings.items()})

    def _rule(self, said: Ruling) -> None:
        said = self.redactions.ruling(said)
        keep_ruling(self.db, said)
        self._is_ruled = True
        if said.kind == OUTLET:
            self._outlets.rule()
        elif said.kind == SPEAKER:
            self._quotations.rule(said.pair)
        elif said.kind in TAKEDOWNS:
            self._take_down(said)

    def _take_down(self, said: Ruling) -> None:
        """What holds of stories is another from now on. A story that is forgotten goes when the archive is made again without it."""
        self._takedowns = read_takedowns(self.db)
        self.redactions = Redactions(self._takedowns.redactions, self._key_folder)
        self._views.hidden = HiddenStories(self.db, self._records, self._takedowns)
        if said.kind == LEAVE_OUT:
            changed = self._views.hidden.changed()
        else:
            changed = [key for (key,) in self.db.execute("SELECT key FROM stories WHERE id = ?", (said.one,))]
        for story in changed:
            self._touch(story)

    def _commit(self) -> int:
        touched, self._touched = self._touched, {}
        gone, self._gone = self._gone, {}
        is_ruled, self._is_ruled = self._is_ruled, False
        if touched or is_ruled:
            (change,) = self.db.execute("SELECT value + 1 FROM meta WHERE name = 'change'").fetchone()
            self.db.execute("UPDATE meta SET value = ? WHERE name = 'change'", (change,))
            now = {
                story: self._stories.refresh(story, before, change, self._versions.saved)
                for story, before in sorted(touched.items())
                if story not in gone
            }
            self._changes.settle({story: one.versions for story, one in now.items()}, self._versions.remade)
            linked = self._copies.link(self._changed_texts(touched, now), gone)
            for story in gone:
                self._stories.remove(story, touched[story])
            self._views.remove(gone)
            self._outlets.settle()
            related = linked.anew | self._rehoused()
            led = self._views.settle(related | set(now))
            speaking = {story: (touched[story].speaking, one.sort, one.versions) for story, one in now.items()}
            speaking |= {story: (touched[story].speaking, None, []) for story in gone}
            speaking |= self._led_anew(led - set(now), change)
            self._quotations.settle(speaking, self._views.led(speaking))
            self._outlets.settle()  # once more: views are not counted
            self._shelves.settle()
            count_copies(self.db, related | self._beside(led), linked.new)
            self._quotations.write()
            self._copies.write()
        self._counts.settle()
        self.db.execute("COMMIT")
        fit_cache(self.db)
        for tables in (self._stories, self._versions, self._quotations, self._copies):
            tables.committed()
        return len(touched)

    def _changed_texts(self, touched: dict[int, Before], now: dict[int, Refreshed]) -> dict[int, ChangedText]:
        """Stories whose newest version is another one, with the fingerprints of their texts."""
        changed: dict[int, ChangedText] = {}
        for story, one in now.items():
            before, newest = touched[story], one.newest
            if newest != before.newest or self._versions.is_replaced(newest):
                earlier = None if before.newest is None else self._versions.passages_before(before.newest)
                changed[story] = ChangedText(earlier, self._versions.passages(newest))
        return changed

    def _rehoused(self) -> set[int]:
        """Stories that share words with one whose names and domains came to be of another outlet, and that one."""
        pairs = "SELECT story, other FROM stories JOIN copies ON copies.story = stories.key WHERE outlet = ?"
        found = {key for row in self._outlets.moved for pair in self.db.execute(pairs, (row,)) for key in pair}
        self._outlets.moved.clear()
        return found

    def _led_anew(self, stories: set[int], change: int) -> dict[int, tuple[Speaking, int | None, list[int]]]:
        """Stories that became another view of one, or ceased to be, without a change of their own."""
        self.db.executemany("UPDATE stories SET change = ? WHERE key = ?", [(change, story) for story in stories])
        return {story: self._stories.speaking(story, self._quotations) for story in stories}

    def _beside(self, stories: set[int]) -> set[int]:
        """Stories that share words with these."""
        others = "SELECT other FROM copies WHERE story = ?"
        return {other for story in stories for (other,) in self.db.execute(others, (story,))}

    def _settle(self, story: str, said: Settling) -> None:
        row = self.db.execute("SELECT key FROM stories WHERE id = ?", (story,)).fetchone()
        if row is None:
            raise StoryMissing(f"there is no story {story} here", str(self.folder))
        self._touch(row[0])
        keep_settling(self.db, row[0], self.redactions.settling(said))
