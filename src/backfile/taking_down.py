"""Taking down and setting right: what an archivist says of stories is kept first, then carried out (docs/takedown.md).

A note and a delisting are marks beside a story. What is forgotten goes out of the records: the archive is made again without it, so that no
table and no index has a trace of it left, and every capture of it that is added later is withheld.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from backfile.archive.reader import Archive
from backfile.archive.search.index_writer import IndexWriter
from backfile.archive.settled.archivist_log import Line, all_said, append_log, missing_from, read_log
from backfile.archive.settled.rulings import DELIST, FORGET, LEAVE_OUT, NOTE, REDACT, Ruling
from backfile.archive.store.capture_queries import stories_resting_on
from backfile.archive.store.capture_tables import in_utc
from backfile.archive.store.database import end_writing
from backfile.archive.store.lock import WriterLock
from backfile.archive.store.payloads import payload_path
from backfile.archive.store.record_form import unpack
from backfile.archive.store.writer import Store
from backfile.archive.takedowns.kept_words import clean_beside
from backfile.archive.takedowns.leave_out_rules import LeaveOutRules
from backfile.archive.takedowns.record_words import may_have
from backfile.archive.takedowns.redacted_record import redacted
from backfile.archive.takedowns.redactor import IN_ADDRESS, MARK, Redactor
from backfile.archive.takedowns.takedown_key import made_key, read_key
from backfile.archive.takedowns.takedown_rulings import EVERYWHERE, read_takedowns
from backfile.archive.takedowns.word_digests import Forms, forms_of
from backfile.archive.versions.version_decision import Outcome
from backfile.errors import SourceError, TakedownRefused
from backfile.kept_captures import capture_of
from backfile.model.capture import Place, SkipReason
from backfile.model.entry import CaptureEntry
from backfile.model.plain_values import plain_record
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

    def to_dict(self) -> dict[str, Any]:
        """The record as plain values."""
        return plain_record(self)


class TakenOut(NamedTuple):
    """What was done to saved bytes when stories were taken out of an archive."""

    left: tuple[str, ...] = ()
    """Places of saved pages that are not the archive's own: they lie where they lay."""
    destroyed: int = 0
    """Copies of saved pages that the archive had taken in, and that are no more."""
    shared: int = 0
    """Copies that were kept, since another story rests on them."""

    def to_dict(self) -> dict[str, Any]:
        """The record as plain values."""
        return plain_record(self)


class Redacted(NamedTuple):
    """What was redacted."""

    stories: tuple[str, ...]
    """Stories that had the words; of a taking back, those in which words stay left out, since their saved pages are gone."""
    places: int
    """How many times the words stood in the stories' texts, all versions counted."""
    ids: tuple[str, ...]
    """Of the words, by which a redaction is taken back."""
    saved: TakenOut

    def to_dict(self) -> dict[str, Any]:
        """The record as plain values."""
        return plain_record(self)


_ID = re.compile(r"[0-9a-f]{32}")
"""What words are called that the archive does not hold."""


class TakingDown(Archive):
    """An archive in which an archivist takes down and sets right."""

    def note(self, story_ids: Iterable[str], text: str, word: Word) -> None:
        """Set a line above stories, on every output; a second takes the place of the first. Raises StoryMissing, ArchiveLocked."""
        self.keep_said(self._rulings(NOTE, story_ids, " ".join(text.split()), word))

    def delist(self, story_ids: Iterable[str], ground: TakedownGround, word: Word) -> None:
        """Take stories out of lists, searches, feeds and search engines; they are read at their addresses. Raises StoryMissing, ArchiveLocked."""
        self.keep_said(self._rulings(DELIST, story_ids, ground, word))

    def leave_out(self, rules: LeaveOutRules, word: Word) -> int:
        """Keep stories and pictures that these rules are of, and show them in no output; how many stories. Raises ArchiveLocked."""
        said = Ruling(LEAVE_OUT, EVERYWHERE, "", rules.to_json(), word.because, word.by, word.said_at)
        self.keep_said([said])
        return len(self.left_out())

    def leave_in(self, word: Word) -> None:
        """Show again what was left out. Raises TakedownRefused where no rules hold; ArchiveLocked."""
        if self.takedowns.left_out is None:
            raise TakedownRefused("no rules leave anything out: there is nothing to take back", str(self.folder))
        self.keep_said([Ruling(LEAVE_OUT, EVERYWHERE, "", None, word.because, word.by, word.said_at)])

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
        return self.carry_out(rulings, captures, destroy=destroy)

    def redact(
        self, words: Sequence[str], scope: Sequence[str], word: Word, *, for_good: bool = False, destroy: bool = False
    ) -> Redacted:
        """Put a mark in the place of names or passages: in these stories, or in all of the archive for (EVERYWHERE,).

        Raises TakedownRefused, without `for_good`, where it could not be undone, since a saved page is not to be had any more or is to be
        destroyed; for words that are too few to be known again, or in none of the stories; StoryMissing, ArchiveLocked.
        """
        forms = self._forms(words, word)
        found = self.standing(forms, scope)
        if not found and EVERYWHERE not in scope:
            raise TakedownRefused("the words are nowhere in it: look how they are spelt", ", ".join(scope))
        captures = [one for story_id in found for one in self.captures_of(story_id)]
        self.expect_undoable(captures, for_good=for_good, destroy=destroy)
        rulings = [
            Ruling(REDACT, one, form.id, form.to_json(), word.because, word.by, word.said_at)
            for one in scope
            for form in forms
        ]
        done = self.carry_out(rulings, captures, destroy=destroy, redacted=found)
        return Redacted(tuple(found), sum(found.values()), tuple(form.id for form in forms), done)

    def carry_out(
        self, said: Iterable[Ruling], captures: Sequence[CaptureEntry], *, destroy: bool, redacted: Iterable[str] = ()
    ) -> TakenOut:
        """Keep forgettings or redactions, and have the archive follow; `redacted` are stories that have the words. `captures` are of the stories that they
        are of, whose copies in the archive go where that is asked for, but for those that stories rest on which are not redacted. Raises ArchiveLocked."""
        from backfile.carried_takedowns import carry_out_takedowns  # loads numpy

        rulings, stories = [*said], [*redacted]
        self.expect_alone()
        self.keep_said(rulings)
        self.let_go()
        forgotten = [one.one for one in rulings if one.kind == FORGET]
        carry_out_takedowns(self.folder, redacted=stories, forgotten=forgotten)
        return self.destroy(captures, stories) if destroy else TakenOut(_outside(self, captures))

    def unredact(self, words: Sequence[str], scope: Sequence[str], word: Word) -> Redacted:
        """Take a redaction back: each of `words` is the words again, or the id that they were given. Their stories are read again from their saved pages.

        Raises TakedownRefused where there is nothing to take back; ArchiveLocked. Stories whose saved pages are gone stay as they are: `stories` of the
        answer has these.
        """
        held = {(said.one, said.other) for said in self.takedowns.redactions}
        key = read_key(self.folder) if held else b""
        named = {one: words_id(one, key) for one in words}
        for scoped in scope:
            for given, name in named.items():
                if (scoped, name) not in held:
                    raise TakedownRefused("these words were not redacted there: there is nothing to take back", given)
        left = self.carry_back(
            Ruling(REDACT, scoped, name, None, word.because, word.by, word.said_at)
            for scoped in scope
            for name in named.values()
        )
        return Redacted(left, 0, tuple(named.values()), TakenOut())

    def _forms(self, words: Sequence[str], word: Word) -> list[Forms]:
        key = made_key(self.folder)
        try:
            forms = [forms_of(one, key) for one in words]
        except ValueError as error:
            raise TakedownRefused(str(error)) from error
        for said in (word.because or "", word.by):
            if Redactor(forms, key).hits(said):
                raise TakedownRefused(
                    "the reason, or the name of who says so, has the words that are to be redacted: put it otherwise"
                )
        return forms

    def standing(self, forms: Iterable[Forms], scope: Sequence[str]) -> dict[str, int]:
        """The stories that have the words, each with how many times they stand in its texts: of these stories, or of all for (EVERYWHERE,)."""
        redactor, found = Redactor(forms, read_key(self.folder)), Counter[str]()
        only = None if EVERYWHERE in scope else [self._stories.find(story_id)[0] for story_id in scope]
        for story, _, packed in self._stories.every_packed(only):
            if may_have(packed, redactor):
                record = unpack(packed)
                found[story] += len(redactor.spans(record["body"])) or int(redacted(record, redactor) is not record)
        return dict(+found)

    def _marked(self) -> dict[Place, tuple[str, CaptureEntry]]:
        """Captures of versions in which words were left out, each with its story."""
        found: dict[Place, tuple[str, CaptureEntry]] = {}
        for story, version, packed in self._stories.every_packed():
            if MARK.encode() in packed or IN_ADDRESS.encode() in packed:
                found |= {one.place: (story, one) for one in self.captures_of(story) if one.version == version}
        return found

    def _why_gone(self, held: CaptureEntry) -> SourceError | None:
        """Why a saved page is not to be had any more; None where it is."""
        try:
            capture_of(self.folder, outcome_held(held))
        except SourceError as error:
            return error
        return None

    def take_back(self, kind: str, story_ids: Sequence[str], word: Word) -> None:
        """Take back a note, a delisting or a forgetting. What was forgotten is read again from its saved pages.

        Raises TakedownRefused where there is nothing to take back, or its pages are gone; ArchiveLocked.
        """
        held = {NOTE: self.takedowns.notes, DELIST: self.takedowns.delisted, FORGET: self.takedowns.forgotten}[kind]
        for story_id in story_ids:
            if story_id not in held:
                raise TakedownRefused(f"{_NOTHING_SAID[kind]}: there is nothing to take back", story_id)
        gone = self.carry_back(Ruling(kind, one, "", None, word.because, word.by, word.said_at) for one in story_ids)
        if gone:
            why = "it is not forgotten any more, but its saved page is not to be had: add it again"
            raise TakedownRefused(why, ", ".join(gone))

    def carry_back(self, said: Iterable[Ruling]) -> tuple[str, ...]:
        """Keep takings back, all of one kind. The ids of stories whose saved pages are gone, so that they do not come back, or stay redacted.

        Raises ArchiveLocked."""
        rulings = [*said]
        kind = rulings[0].kind
        if kind not in (FORGET, REDACT):
            self.keep_said(rulings)
            return ()
        due = self._marked() if kind == REDACT else {}
        self.expect_alone()
        self.keep_said(rulings)
        if kind == REDACT:
            left = sorted({story for story, held in due.values() if self._why_gone(held)})
            self.make_again(lambda outcome: outcome.place in due)
            return tuple(left)
        self.make_again(_is_withheld)
        return tuple(one.one for one in rulings if one.one not in self)

    def expect_undoable(self, captures: Iterable[CaptureEntry], *, for_good: bool, destroy: bool) -> None:
        """Raises TakedownRefused where what is about to be done could not be undone, and that was not asked for."""
        if for_good:
            return
        if destroy:
            raise TakedownRefused("what is destroyed cannot be had back: say --for-good too", str(self.folder))
        for held in captures:
            if error := self._why_gone(held):
                why = f"a saved page is not to be had any more, so this could not be undone; --for-good does it all the same ({error.message})"
                raise TakedownRefused(why, str(held.place)) from error

    def expect_alone(self) -> None:
        """Raises ArchiveLocked where somebody else has the archive open: it is about to be made again."""
        self.let_go()
        with WriterLock(self.folder):
            end_writing(self.folder)

    def destroy(self, captures: Iterable[CaptureEntry], but: Iterable[str] = ()) -> TakenOut:
        """Remove the archive's own copies of saved pages, but for those that another story than these rests on."""
        done = shared = 0
        every = [*captures]
        for digest in {held.payload_digest for held in every}:
            path = payload_path(self.folder, digest)
            if stories_resting_on(self._db, digest) - {*but}:
                shared += path.exists()
            elif path.exists():
                path.unlink()
                done += 1
        return TakenOut(_outside(self, every), done, shared)

    def make_again(self, due: "Due | None" = None) -> None:
        """Make the archive's tables and indexes again as archivists' words now have it; captures for which `due` holds are read again."""
        from backfile.repair import make_again  # a repair adds sources

        self.let_go()
        with Store(self.folder) as store:
            clean_beside(self.folder, store.redactions, read_takedowns(store.db).forgotten)
        make_again(self.folder, due)

    def let_go(self) -> None:
        """Close what was opened: the database of a moment ago is not there any more."""
        self.close()
        self.leave()

    def _rulings(self, kind: str, story_ids: Iterable[str], value: str, word: Word) -> list[Ruling]:
        found = [*story_ids]
        for story_id in found:
            self._stories.find(story_id)
        return [Ruling(kind, one, "", value, word.because, word.by, word.said_at) for one in found]

    def keep_said(self, lines: Iterable[Line]) -> None:
        """Keep what was said, in the log first, and have tables and indexes follow. Raises ArchiveLocked, ArchiveFull."""
        said = [*lines]
        with Store(self.folder) as store:
            log_first(store, *said)
            for line in said:
                store.say(line)
            store.commit()
            with IndexWriter(store.db, store.folder) as index:
                index.catch_up()


def words_id(given: str, key: bytes) -> str:
    """By what a redaction of these words is named; the name itself stands for them. Raises ValueError for words that are too few."""
    return given if _ID.fullmatch(given) else forms_of(given, key).id


def log_first(store: Store, *said: Line) -> None:
    """Have the archivists' log keep what is about to be said, and what an older Backfile kept in the database alone."""
    new = map(store.redactions.line, said)
    append_log(store.folder, [*missing_from(all_said(store.db), read_log(store.folder)), *new])


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
