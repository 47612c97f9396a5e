"""Keeps the table of stories that share words, by their newest versions. Within the batch's transaction."""

import sqlite3
from collections import Counter, OrderedDict, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, TypeAlias

import numpy as np

from backfile.archive.passages.copies import SHARES, Passages, Shingles, least_met, passages_of, shares_of, shingles
from backfile.archive.passages.shared_keys import Met, keys_to_read, keys_to_write, once_held
from backfile.archive.store.key_runs import Keys, Places
from backfile.archive.store.short_numbers import ShortNumbers
from backfile.archive.store.story_records import Records

KIND = "passages"
MOST_ALIKE = 100
"""Stories that may share a fingerprint and be compared for it. Past this the words are a form, as a market report is or the notice
of a lottery, of which one is as good as another: its stories are told to be of a form, and not listed."""
_MOST_SHINGLES = 8_000_000
"""Shingles kept at hand (64 MB): of some 30,000 forms of 260 words, or 4,000 stories of 1,800. A text of a form is laid beside a
hundred others, and to make out the shingles of each anew takes twenty times as long as to compare them."""
FORM_PART = 2
"""One fingerprint in so many must be held by many where a text is of a form."""

_Pair: TypeAlias = tuple[int, int]


class ChangedText(NamedTuple):
    """A story whose newest text is another one."""

    before: Passages | None
    """None of a story that is new."""
    now: Passages


class Linked(NamedTuple):
    """What came of comparing a batch's texts."""

    anew: set[int]
    """Stories whose relations are to be looked at anew: the batch's, and those that are not what they were to others."""
    new: set[int]
    """Those of them that are new. Whom these alone joined is not among the former."""


class CopyTables:
    """The table of stories that share words, open for writing."""

    def __init__(self, db: sqlite3.Connection, folder: Path, records: Records) -> None:
        self._db = db
        self._records = records
        self._keys = keys_to_write(db, folder, KIND, most=MOST_ALIKE)
        self._texts = KeptShingles()
        self.runs = ShortNumbers(db, "text_runs")
        """How long the text of each story is."""

    def link(self, changed: dict[int, ChangedText], gone: Mapping[int, Passages]) -> Linked:
        """Find who shares words with stories whose newest text changed; of those that are taken away the last text is given."""
        self.runs.put({story: text.now.runs for story, text in changed.items()} | dict.fromkeys(gone, 0))
        removed = [(story, text.before.keys) for story, text in changed.items() if text.before is not None]
        removed += [(story, text.keys) for story, text in gone.items()]
        new = set(changed).difference(story for story, _ in removed)
        for story, _ in removed:  # its text may be another now under the same version
            self._texts.drop(self._newest(story))
        met = self._keys.change([(story, text.now.keys) for story, text in changed.items()], removed)
        keys = {story: text.now.keys for story, text in changed.items()}
        keys |= {story: self._keys_of(story) for story in met.doubtful + met.relieved if story not in changed}
        touched = set(changed)
        for story, _ in removed:
            touched.update(self._part(story))
        touched |= self._doubt(met.doubtful, keys)
        touched |= {story for pair in self._join(met, changed, keys) if new.isdisjoint(pair) for story in pair}
        self._tell_forms(keys, new)
        return Linked(touched - gone.keys(), new)

    def write(self) -> None:
        """Make the fingerprints part of the batch's transaction."""
        self._keys.write()

    def drop(self, once: Iterable[tuple[int, Keys]]) -> None:
        """Keep no trace of fingerprints that stories had, and that none of their versions has any more."""
        self._keys.drop(once)

    def committed(self) -> None:
        """The batch is durable."""
        self._keys.committed()

    def _join(self, met: Met, changed: Collection[int], keys: Mapping[int, Keys]) -> list[_Pair]:
        """Keep the pairs that share enough, and tell them."""
        pairs = list(zip(met.pairs[0].tolist(), met.pairs[1].tolist(), strict=True))
        shared = met.pairs[2]
        again = [at for at, (one, other) in enumerate(pairs) if one not in changed and other not in changed]
        shared[again] = self._keys.still_shared(
            [pairs[at] for at in again], {one: keys[one] for at in again for one in pairs[at]}
        )
        looked_at: defaultdict[int, list[int]] = defaultdict(list)
        for at in np.flatnonzero(shared >= self._least(pairs)).tolist():
            one, other = pairs[at]
            looked_at[other].append(one)  # the later of the two: one text that many are laid beside
        rows = [
            (one, other, share)
            for one, others in looked_at.items()
            for other, share in zip(
                others, shares_of(self._text(one), [self._text(other) for other in others]), strict=True
            )
            if share >= SHARES
        ]
        both = sorted(rows + [(other, one, share) for one, other, share in rows])
        self._db.executemany("INSERT OR REPLACE INTO copies VALUES (?, ?, ?)", both)
        return [(one, other) for one, other, _ in rows]

    def _least(self, pairs: Sequence[_Pair]) -> Places:
        """How many fingerprints the two of each pair must share to be compared."""
        each = self.runs.of(np.array(pairs, dtype=np.intp).reshape(-1, 2)).astype(np.intp)
        return least_met(each[:, 0], each[:, 1])

    def _part(self, story: int) -> set[int]:
        """Take back whom a story shares words with; who they were."""
        others = {row[0] for row in self._db.execute("SELECT other FROM copies WHERE story = ?", (story,))}
        self._db.execute("DELETE FROM copies WHERE story = ?", (story,))
        self._db.executemany("DELETE FROM copies WHERE story = ? AND other = ?", [(other, story) for other in others])
        return {story, *others}

    def _doubt(self, doubtful: Collection[int], keys: Mapping[int, Keys]) -> set[int]:
        """Take back what rested on fingerprints that came to be common; the stories that this parts."""
        among = set(doubtful)
        others = "SELECT other FROM copies WHERE story = ?"
        pairs = [
            (one, other)
            for one in doubtful
            for (other,) in self._db.execute(others, (one,))
            if one < other and other in among
        ]
        shared = self._keys.still_shared(pairs, {story: keys[story] for story in doubtful})
        parted = [pair for pair, met, least in zip(pairs, shared, self._least(pairs), strict=True) if met < least]
        self._db.executemany("DELETE FROM copies WHERE story = ? AND other = ?", parted)
        self._db.executemany("DELETE FROM copies WHERE other = ? AND story = ?", parted)
        return {story for pair in parted for story in pair}

    def _keys_of(self, story: int) -> Keys:
        return passages_of(self._records.body(self._newest(story))).keys

    def _tell_forms(self, stories: dict[int, Keys], new: set[int]) -> None:
        """Mark the stories whose fingerprints are held by many: they are of a form."""
        forms = self._keys.are_common(list(stories.values()), FORM_PART)
        self._db.executemany(
            "UPDATE stories SET is_form = ? WHERE key = ?",
            [(is_form, story) for story, is_form in zip(stories, forms, strict=True) if is_form or story not in new],
        )

    def _text(self, story: int) -> Shingles:
        """The shingles of the story's newest version."""
        newest = self._newest(story)
        held = self._texts.get(newest)
        return self._texts.put(newest, shingles(self._records.body(newest))) if held is None else held

    def _newest(self, story: int) -> int:
        return int(self._db.execute("SELECT newest FROM stories WHERE key = ?", (story,)).fetchone()[0])


class KeptShingles:
    """The shingles of versions that were compared last."""

    def __init__(self) -> None:
        self._held: OrderedDict[int, Shingles] = OrderedDict()
        self._count = 0

    def get(self, version: int) -> Shingles | None:
        """Its shingles; None where they are not kept."""
        if version in self._held:
            self._held.move_to_end(version)
        return self._held.get(version)

    def put(self, version: int, found: Shingles) -> Shingles:
        """Keep its shingles, and let the longest unused ones go."""
        self._held[version] = found
        self._count += len(found)
        while self._count > _MOST_SHINGLES:
            self._count -= len(self._held.popitem(last=False)[1])
        return found

    def drop(self, version: int) -> None:
        """Keep them no longer."""
        self._count -= len(self._held.pop(version, ()))


def count_copies(db: sqlite3.Connection, anew: Collection[int], new: Iterable[int]) -> None:
    """Count how many stories of other outlets have the text of each, a story with its views as one: of these anew, and of others one
    more for each new story that has it."""
    counted = sorted((story,) for story in anew)
    db.executemany("DELETE FROM copied WHERE story = ?", counted)
    db.executemany(
        "INSERT INTO copied SELECT story, count(*) FROM copy_pairs JOIN stories AS theirs ON theirs.key = other"
        " WHERE story = ? AND NOT at_home AND theirs.lead IS NULL GROUP BY story",
        counted,
    )
    of_new = (
        "SELECT other FROM copy_pairs JOIN stories AS own ON own.key = story"
        " WHERE story = ? AND NOT at_home AND own.lead IS NULL"
    )
    more = Counter(other for story in new for (other,) in db.execute(of_new, (story,)) if other not in anew)
    db.executemany(
        "INSERT INTO copied VALUES (?, ?) ON CONFLICT DO UPDATE SET copies = copies + excluded.copies",
        sorted(more.items()),
    )


def form_size(db: sqlite3.Connection, folder: Path, body: str) -> int:
    """How many stories print the form that this text is of: as many as have the commonest of its fingerprints."""
    return int(keys_to_read(db, folder, KIND, most=MOST_ALIKE).count(passages_of(body).keys).max(initial=0))


def once_printed(db: sqlite3.Connection, folder: Path, passage: str, *, most: int) -> list[int]:
    """Stories of which an earlier version had runs of words of the passage that a later has not, those with most of them first."""
    gone = once_held(db, folder, KIND, shingles(passage))
    stories, times = np.unique(gone, return_counts=True)
    return [int(story) for story in stories[np.argsort(-times, kind="stable")][:most]]
