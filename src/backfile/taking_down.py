"""Taking down and setting right: what an archivist says of stories is kept first, then carried out (docs/takedown.md).

A note and a delisting are marks beside a story. What is forgotten goes out of the records: the archive is made again without it, so that no
table and no index has a trace of it left, and every capture of it that is added later is withheld.
"""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from backfile.archive.reader import Archive
from backfile.archive.search.index_writer import IndexWriter
from backfile.archive.settled.archivist_log import Line, all_said, append_log, missing_from, read_log
from backfile.archive.settled.rulings import DELIST, FORGET, NOTE, Ruling
from backfile.archive.store.capture_tables import in_utc
from backfile.archive.store.payloads import payload_path
from backfile.archive.store.writer import Store
from backfile.archive.versions.version_decision import Outcome
from backfile.errors import SourceError, TakedownRefused
from backfile.kept_captures import capture_of
from backfile.model.capture import SkipReason
from backfile.model.entry import CaptureEntry
from backfile.model.takedown_grounds import TakedownGround

if TYPE_CHECKING:
    from backfile.repair import Due

_NOTHING_SAID = {
    NOTE: "no archivist set a note above this story",
    DELIST: "no archivist had this story delisted",
    FORGET: "no archivist had this story forgotten",
}


class Word(NamedTuple):
    """An archivist's word: who says so, why and when."""

    because: str | None
    by: str
    at: datetime | None = None

    @property
    def said_at(self) -> str:
        """UTC, "2017-02-23T21:47:00Z"."""
        return in_utc(self.at or datetime.now(UTC)) or ""


class TakenOut(NamedTuple):
    """What was done to saved bytes when stories were taken out of an archive."""

    left: tuple[str, ...] = ()
    """Places of saved pages that are not the archive's own: they lie where they lay."""
    destroyed: int = 0
    """Copies of saved pages that the archive had taken in, and that are no more."""
    shared: int = 0
    """Copies that were kept, since another story rests on them."""


class TakingDown(Archive):
    """An archive in which an archivist takes down and sets right."""

    def note(self, story_ids: Iterable[str], text: str, word: Word) -> None:
        """Set a line above stories, on every output; a second takes the place of the first. Raises StoryMissing, ArchiveLocked."""
        self._carry_out(self._rulings(NOTE, story_ids, " ".join(text.split()), word))

    def delist(self, story_ids: Iterable[str], ground: TakedownGround, word: Word) -> None:
        """Take stories out of lists, searches, feeds and search engines; they are read at their addresses. Raises StoryMissing, ArchiveLocked."""
        self._carry_out(self._rulings(DELIST, story_ids, ground, word))

    def forget(
        self,
        story_ids: Sequence[str],
        ground: TakedownGround,
        word: Word,
        *,
        for_good: bool = False,
        destroy: bool = False,
    ) -> TakenOut:
        """Take stories out for good, a tombstone left: they do not come back when their pages are added again.

        Raises TakedownRefused, without `for_good`, where it could not be undone, since a saved page is not to be had any more or is
        to be destroyed; StoryMissing, ArchiveLocked.
        """
        rulings = self._rulings(FORGET, story_ids, ground, word)
        captures = [one for story_id in story_ids for one in self.captures_of(story_id)]
        self.expect_undoable(captures, for_good=for_good, destroy=destroy)
        self._carry_out(rulings)
        self.make_again()
        return self.destroy(captures) if destroy else TakenOut(_outside(self, captures))

    def take_back(self, kind: str, story_ids: Sequence[str], word: Word) -> None:
        """Take back a note, a delisting or a forgetting. What was forgotten is read again from its saved pages.

        Raises TakedownRefused where there is nothing to take back, or its pages are gone; ArchiveLocked.
        """
        held = {NOTE: self.takedowns.notes, DELIST: self.takedowns.delisted, FORGET: self.takedowns.forgotten}[kind]
        for story_id in story_ids:
            if story_id not in held:
                raise TakedownRefused(f"{_NOTHING_SAID[kind]}: there is nothing to take back", story_id)
        self._carry_out([Ruling(kind, one, "", None, word.because, word.by, word.said_at) for one in story_ids])
        if kind == FORGET:
            self.make_again(_is_withheld)
            if gone := [one for one in story_ids if one not in self]:
                why = "it is not forgotten any more, but its saved page is not to be had: add it again"
                raise TakedownRefused(why, ", ".join(gone))

    def expect_undoable(self, captures: Iterable[CaptureEntry], *, for_good: bool, destroy: bool) -> None:
        """Raises TakedownRefused where what is about to be done could not be undone, and that was not asked for."""
        if for_good:
            return
        if destroy:
            raise TakedownRefused("what is destroyed cannot be had back: say --for-good too", str(self.folder))
        for held in captures:
            try:
                capture_of(self.folder, outcome_held(held))
            except SourceError as error:
                why = f"a saved page is not to be had any more, so this could not be undone; --for-good does it all the same ({error.message})"
                raise TakedownRefused(why, str(held.place)) from error

    def destroy(self, captures: Iterable[CaptureEntry]) -> TakenOut:
        """Remove the archive's own copies of saved pages, but for those that a story in it rests on."""
        done = shared = 0
        every = [*captures]
        for digest in {held.payload_digest for held in every}:
            path = payload_path(self.folder, digest)
            if self._stories.rests_on(digest):
                shared += path.exists()
            elif path.exists():
                path.unlink()
                done += 1
        return TakenOut(_outside(self, every), done, shared)

    def make_again(self, due: "Due | None" = None) -> None:
        """Make the archive's tables and indexes again as archivists' words now have it; captures for which `due` holds are read again."""
        from backfile.repair import make_again  # a repair adds sources

        self.let_go()
        make_again(self.folder, due)

    def let_go(self) -> None:
        """Close what was opened: the database of a moment ago is not there any more."""
        self.close()
        for name in [*self.__dict__]:
            if name.startswith("_"):
                del self.__dict__[name]

    def _rulings(self, kind: str, story_ids: Iterable[str], value: str, word: Word) -> list[Ruling]:
        found = [*story_ids]
        for story_id in found:
            self._stories.find(story_id)
        return [Ruling(kind, one, "", value, word.because, word.by, word.said_at) for one in found]

    def _carry_out(self, rulings: Iterable[Ruling]) -> None:
        """Keep what was said, in the log first, and mark the stories."""
        said = [*rulings]
        with Store(self.folder) as store:
            log_first(store, *said)
            for ruling in said:
                store.rule(ruling)
            store.commit()
            with IndexWriter(store.db, store.folder) as index:
                index.catch_up()


def log_first(store: Store, *said: Line) -> None:
    """Have the archivists' log keep what is about to be said, and what an older Backfile kept in the database alone."""
    append_log(store.folder, [*missing_from(all_said(store.db), read_log(store.folder)), *said])


def outcome_held(held: CaptureEntry) -> Outcome:
    """What tells where a capture lies."""
    return Outcome(held.place, held.url, held.captured_at, held.payload_digest)


def _is_withheld(outcome: Outcome) -> bool:
    return outcome.reason is SkipReason.WITHHELD


def _outside(archive: Archive, captures: Iterable[CaptureEntry]) -> tuple[str, ...]:
    """Places of saved pages outside the archive's folder that are there."""
    found = dict.fromkeys(str(held.place) for held in captures if _is_there(archive, held))
    return tuple(found)


def _is_there(archive: Archive, held: CaptureEntry) -> bool:
    return Path(held.place.path).exists() and not held.place.path.startswith(f"{archive.folder}/")
