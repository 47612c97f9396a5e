"""Keeps the table of stories that share words, by their newest versions. Within the batch's transaction."""

import sqlite3
from collections import OrderedDict
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import numpy as np

from backfile.archive.passages.copies import SHARES, Passages, Shingles, least_met, passages_of, share_of, shingles
from backfile.archive.passages.shared_keys import Met, SharedKeys
from backfile.archive.store.key_runs import Keys
from backfile.archive.store.story_records import Records

KIND = "passages"
MOST_ALIKE = 100
"""Stories that may share a fingerprint and be compared for it. Past this the words are a form, as a market report is or the notice
of a lottery, of which one is as good as another: its stories are told to be of a form, and not listed."""
_MOST_TEXTS = 2000
"""Texts whose shingles are kept at hand."""
_HALF = 2
"""One fingerprint in so many must be held by many where a text is of a form."""


class ChangedText(NamedTuple):
    """A story whose newest text is another one."""

    before: Passages | None
    """None of a story that is new."""
    now: Passages


class CopyTables:
    """The table of stories that share words, open for writing."""

    def __init__(self, db: sqlite3.Connection, folder: Path, records: Records) -> None:
        self._db = db
        self._records = records
        self._keys = SharedKeys(db, folder, KIND, most=MOST_ALIKE)
        self._texts: OrderedDict[int, Shingles] = OrderedDict()
        """By version."""

    def link(self, changed: dict[int, ChangedText]) -> set[int]:
        """Find who shares words with stories whose newest text changed; the stories of which something is other than it was."""
        self._db.executemany(
            "UPDATE stories SET runs = ? WHERE key = ?", [(text.now.runs, story) for story, text in changed.items()]
        )
        removed = [(story, text.before.keys) for story, text in changed.items() if text.before is not None]
        for story, _ in removed:  # its text may be another now under the same version
            self._texts.pop(self._newest(story), None)
        met = self._keys.change([(story, text.now.keys) for story, text in changed.items()], removed)
        touched = set(changed)
        for story, _ in removed:
            touched.update(self._part(story))
        touched |= self._doubt(met.doubtful) | self._join(met, changed)
        again = {story: self._keys_of(story) for story in met.doubtful + met.relieved if story not in changed}
        self._tell_forms(
            {story: text.now.keys for story, text in changed.items()} | again,
            new={story for story, text in changed.items() if text.before is None},
        )
        return touched

    def write(self) -> None:
        """Make the fingerprints part of the batch's transaction."""
        self._keys.write()

    def committed(self) -> None:
        """The batch is durable."""
        self._keys.committed()

    def _join(self, met: Met, changed: dict[int, ChangedText]) -> set[int]:
        """Keep the pairs that share enough; the stories of these."""
        joined: set[int] = set()
        runs: dict[int, int] = {}
        for one, other, shared in zip(*map(np.ndarray.tolist, met.pairs), strict=True):
            if one not in changed and other not in changed:
                shared = self._shared(one, other)
            for story in (one, other):
                if story not in runs:
                    runs[story] = self._runs(story)
            if shared < least_met(runs[one], runs[other]):
                continue
            share = share_of(self._text(one), self._text(other))
            if share >= SHARES:
                pairs = [(one, other, share), (other, one, share)]
                self._db.executemany("INSERT OR REPLACE INTO copies VALUES (?, ?, ?)", pairs)
                joined |= {one, other}
        return joined

    def _part(self, story: int) -> set[int]:
        """Take back whom a story shares words with; who they were."""
        others = {row[0] for row in self._db.execute("SELECT other FROM copies WHERE story = ?", (story,))}
        self._db.execute("DELETE FROM copies WHERE story = ?", (story,))
        self._db.executemany("DELETE FROM copies WHERE story = ? AND other = ?", [(other, story) for other in others])
        return {story, *others}

    def _doubt(self, doubtful: list[int]) -> set[int]:
        """Take back what rested on fingerprints that came to be common; the stories that this parts."""
        parted: set[int] = set()
        among = set(doubtful)
        for one in doubtful:
            for (other,) in self._db.execute("SELECT other FROM copies WHERE story = ?", (one,)).fetchall():
                if one > other or other not in among:
                    continue
                if self._shared(one, other) < least_met(self._runs(one), self._runs(other)):
                    self._db.execute(
                        "DELETE FROM copies WHERE (story, other) IN ((?, ?), (?, ?))", (one, other, other, one)
                    )
                    parted |= {one, other}
        return parted

    def _shared(self, one: int, other: int) -> int:
        """How many fingerprints two stories share that few have."""
        return self._keys.rare(self._keys_of(one), self._keys_of(other))

    def _keys_of(self, story: int) -> Keys:
        return passages_of(self._records.body(self._newest(story))).keys

    def _tell_forms(self, stories: dict[int, Keys], new: set[int]) -> None:
        """Mark the stories whose fingerprints are held by many: they are of a form."""
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

    def _runs(self, story: int) -> int:
        return int(self._db.execute("SELECT runs FROM stories WHERE key = ?", (story,)).fetchone()[0])


def count_copies(db: sqlite3.Connection, stories: Iterable[int]) -> None:
    """Count anew how many stories of other outlets have the text of each of these: a story with its views is one."""
    db.executemany(
        "UPDATE stories SET copies = (SELECT count(*) FROM copy_pairs JOIN stories AS theirs ON theirs.key = other"
        " WHERE story = stories.key AND NOT at_home AND theirs.lead IS NULL) WHERE key = ?",
        [(story,) for story in stories],
    )


def form_size(db: sqlite3.Connection, folder: Path, body: str) -> int:
    """How many stories print the form that this text is of: as many as have the commonest of its fingerprints."""
    return int(SharedKeys(db, folder, KIND, most=MOST_ALIKE).count(passages_of(body).keys).max(initial=0))
