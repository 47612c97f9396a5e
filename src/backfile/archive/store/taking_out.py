"""Taking out: an archive's writer that takes words or whole stories out of all that is held, and touches nothing else.

Rows that are deleted leave their bytes in the database's file: whoever uses this has the file written anew (carried_takedowns.py).
"""

from collections.abc import Iterable

import numpy as np

from backfile.archive.mentions.mention_tables import remove_mentions
from backfile.archive.store.key_runs import Keys, are_among, distinct
from backfile.archive.store.writer import WITHHELD, Store
from backfile.archive.takedowns.held_words import clean_captures, clean_rulings, clean_settlings, unclean_mentions
from backfile.archive.takedowns.record_words import words_of_story
from backfile.archive.versions.version_decision import reading_of


class TakingOut(Store):
    """Open for writing, to take out what archivists have said by now."""

    def leave_out_words(self, stories: Iterable[str]) -> None:
        """Take the words that are left out by now out of the records of these stories, and of all that is said beside records."""
        self._guarded(lambda: self._leave_out_words(stories))

    def forget(self, stories: Iterable[str]) -> None:
        """Take stories out for good, with all that was made of them. Their captures are withheld."""
        self._guarded(lambda: self._forget(stories))

    def sweep(self) -> None:
        """Take away what stands for nothing any more, once all else is committed."""
        self._guarded(self._sweep)
        self.commit()

    def _sweep(self) -> None:
        self._stories.sweep()
        self._quotations.drop_gone()
        self._copies.drop(self._once.items())

    def _open(self) -> None:
        super()._open()
        self._once: dict[int, Keys] = {}
        """Fingerprints of words that stories had."""

    def _keep_once(self, story: int) -> None:
        self._once[story] = distinct(np.concatenate([one.keys for one in self._versions.texts_of(story)]))

    def _keep_lost(self, story: int) -> None:
        """Of the words that a story had keep those alone that no version of it has any more."""
        runs = self._once[story]
        for text in self._versions.texts_of(story):
            runs = runs[~are_among(runs, distinct(text.keys))]
        self._once[story] = runs

    def _keys(self, stories: Iterable[str]) -> list[int]:
        query = "SELECT key FROM stories WHERE id = ?"
        return [key for story in stories for (key,) in self.db.execute(query, (story,))]

    def _leave_out_words(self, stories: Iterable[str]) -> None:
        held = {key: words_of_story(self.db, self._records, key, self.redactions) for key in self._keys(stories)}
        self._records.leave_out({text for one in held.values() for text in one.words})
        for key, one in held.items():
            self._touch(key)
            self._keep_once(key)
            readings = {
                version: reading_of(record, self._records.encoder, reader=reader)
                for version, record, reader in one.cleaned
            }
            self._versions.read_again(key, readings, is_found=False)
            self._keep_lost(key)
        for key in clean_settlings(self.db, self.redactions):
            self._touch(key)
        if clean_rulings(self.db, self.redactions):
            self._outlets.rule()
        clean_captures(self.db, self.redactions)
        self._clean_mentions()

    def _forget(self, stories: Iterable[str]) -> None:
        for key in self._keys(stories):
            self._touch(key)
            self._keep_once(key)
            self._captures.withhold(key, WITHHELD)
            self._versions.remove(key)
            newest = self._touched[key].newest
            assert newest is not None
            self._gone[key] = self._versions.passages_before(newest)
        self._clean_mentions()

    def _clean_mentions(self) -> None:
        """Say anew what is said of addresses, where it has words that are left out; of forgotten stories nothing."""
        unclean = unclean_mentions(self.db, self.redactions, self._takedowns.forgotten)
        said, stories = remove_mentions(self.db, unclean)
        for story in stories:
            self._touch(story)
        self._keep_mentions(said)
