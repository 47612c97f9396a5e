"""Keeps the table of copies: which stories hold the same text, by their newest versions. Within the batch's transaction."""

import sqlite3
from collections import OrderedDict
from pathlib import Path

import numpy as np

from backfile.archive.passages.copies import CONTAINMENT, Shingles, band_keys, containment, shingles
from backfile.archive.passages.shared_keys import SharedKeys
from backfile.archive.store.key_runs import Keys
from backfile.archive.store.story_records import Records

MOST_ALIKE = 100
"""Stories that may share a key and be compared for it. Past this the text is a form, as a market report is or the notice of a
lottery, of which one is as good as another: its stories are told to be of a form, and not listed."""
_MOST_TEXTS = 2000
"""Texts whose shingles are kept at hand."""
_HALF = 2
"""One key in so many must be held by many where a text is of a form."""


class CopyTables:
    """The table of copies, open for writing."""

    def __init__(self, db: sqlite3.Connection, folder: Path, records: Records) -> None:
        self._db = db
        self._records = records
        self._keys = SharedKeys(db, folder, "bands", most=MOST_ALIKE)
        self._texts: OrderedDict[int, Shingles] = OrderedDict()
        """By version."""

    def link(self, changed: dict[int, tuple[Keys | None, Keys]]) -> None:
        """Find the copies of stories whose newest text changed: {story: its keys before, where it had any, and now}."""
        removed = [(story, before) for story, (before, _) in changed.items() if before is not None]
        for story, _ in removed:  # its text may be another now under the same version
            self._texts.pop(self._newest(story), None)
        met = self._keys.change([(story, now) for story, (_, now) in changed.items()], removed)
        touched = set()
        for story, _ in removed:
            touched.update(self._part(story))
        touched |= self._doubt(met.doubtful)
        for one, other in zip(*map(np.ndarray.tolist, met.pairs[:2]), strict=True):
            share = round(containment(self._text(one), self._text(other)), 3)
            if share >= CONTAINMENT:
                pairs = [(one, other, share), (other, one, share)]
                self._db.executemany("INSERT OR REPLACE INTO copies VALUES (?, ?, ?)", pairs)
                touched |= {one, other}
        again = self._keys_of(met.doubtful + met.relieved, changed)
        self._tell_forms(
            {story: now for story, (_, now) in changed.items()} | again,
            new={story for story, (before, _) in changed.items() if before is None},
        )
        count_copies(self._db, touched)

    def write(self) -> None:
        """Make the keys part of the batch's transaction."""
        self._keys.write()

    def committed(self) -> None:
        """The batch is durable."""
        self._keys.committed()

    def _part(self, story: int) -> set[int]:
        """Take a story's copies back; who they were."""
        others = {row[0] for row in self._db.execute("SELECT other FROM copies WHERE story = ?", (story,))}
        self._db.execute("DELETE FROM copies WHERE story = ?", (story,))
        self._db.executemany("DELETE FROM copies WHERE story = ? AND other = ?", [(other, story) for other in others])
        return {story, *others}

    def _doubt(self, doubtful: list[int]) -> set[int]:
        """Take back what rested on keys that came to be common; the stories that this parts."""
        parted: set[int] = set()
        among = set(doubtful)
        keys: dict[int, Keys] = {}
        for one in doubtful:
            for (other,) in self._db.execute("SELECT other FROM copies WHERE story = ?", (one,)).fetchall():
                if one > other or other not in among:
                    continue
                for story in (one, other):
                    if story not in keys:
                        keys[story] = band_keys(self._text(story))
                if not self._keys.rare(keys[one], keys[other]):
                    self._db.execute(
                        "DELETE FROM copies WHERE (story, other) IN ((?, ?), (?, ?))", (one, other, other, one)
                    )
                    parted |= {one, other}
        return parted

    def _keys_of(self, stories: list[int], known: dict[int, tuple[Keys | None, Keys]]) -> dict[int, Keys]:
        return {story: band_keys(self._text(story)) for story in stories if story not in known}

    def _tell_forms(self, stories: dict[int, Keys], new: set[int]) -> None:
        """Mark the stories whose keys are held by many: they are of a form."""
        forms = self._keys.are_common(list(stories.values()), _HALF)
        self._db.executemany(
            "UPDATE stories SET is_form = ? WHERE key = ?",
            [(is_form, story) for story, is_form in zip(stories, forms, strict=True) if is_form or story not in new],
        )

    def _text(self, story: int) -> Shingles:
        """The shingles of the story's newest version."""
        newest = self._newest(story)
        if newest not in self._texts:
            self._texts[newest] = shingles(self._records.body(newest))
            if len(self._texts) > _MOST_TEXTS:
                self._texts.popitem(last=False)
        self._texts.move_to_end(newest)
        return self._texts[newest]

    def _newest(self, story: int) -> int:
        return int(self._db.execute("SELECT newest FROM stories WHERE key = ?", (story,)).fetchone()[0])


def count_copies(db: sqlite3.Connection, stories: set[int]) -> None:
    """Count anew how many stories of other outlets have the text of each of these."""
    db.executemany(
        "UPDATE stories SET copies = (SELECT count(*) FROM copy_pairs WHERE story = stories.key AND NOT at_home) WHERE key = ?",
        [(story,) for story in stories],
    )


def form_size(db: sqlite3.Connection, folder: Path, body: str) -> int:
    """How many stories print the form that this text is of: as many as have the commonest of its keys."""
    keys = band_keys(shingles(body))
    return int(SharedKeys(db, folder, "bands", most=MOST_ALIKE).count(keys).max(initial=0))
