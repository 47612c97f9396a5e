"""Utterance tables: each different wording once, and which wordings are one utterance. Within the batch's transaction.

An utterance is the wordings that are joined by likeness, directly or through others (`utterance_match.are_one`). Wordings are
compared where they share keys that few hold (shared_keys.py); which do is told from all that is held, so that the order in
which captures came does not count.
"""

import base64
import sqlite3
from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from zlib import crc32

import numpy as np

from backfile.archive.passages.shared_keys import Met, keys_to_read, keys_to_write
from backfile.archive.quotations.quotation_rows import QuotationRow
from backfile.archive.quotations.utterance_match import Wording, are_met, are_one, id_key, keys_of, wording_of
from backfile.archive.store.key_runs import Keys, are_among
from backfile.archive.store.short_numbers import ShortNumbers
from backfile.archive.store.story_records import Records
from backfile.errors import ArchiveDamaged

MOST_ALIKE = 100
"""Wordings that may share a run of three words and be compared for it: past this it is a phrase that everybody uses. Each form of
a saying counts once, however many stories print it."""
QUOTATIONS = 1 << 16
"""A quotation's key is its version's times this, and its number in the version."""
_SHORT = 1 << 15
_MOST_WORDS = 50_000
"""Wordings whose words are kept at hand."""


class UtteranceTables:
    """The tables of wordings, open for writing."""

    def __init__(self, db: sqlite3.Connection, folder: Path, records: Records) -> None:
        self._db = db
        self._records = records
        self._keys = keys_to_write(db, folder, "wordings", most=MOST_ALIKE)
        self._voices = ShortNumbers(db, "voices")
        self._words: OrderedDict[int, Wording] = OrderedDict()
        self._gone: dict[int, Keys] = {}
        """Wordings that went with the last batch."""

    def key_of(self, rows: Sequence[QuotationRow]) -> tuple[list[int], dict[int, Keys]]:
        """The key of the wording of each; and of those wordings that are new, their keys for `relate`."""
        wordings = {row.wording.id: row.wording for row in rows}
        known = self._known(list(wordings))
        (last,) = self._db.execute("SELECT ifnull(max(key), 0) FROM wordings").fetchone()
        new: dict[int, Keys] = {}
        for row in rows:
            if row.wording.id not in known:
                known[row.wording.id] = last = last + 1
                new[last] = row.keys
        for wording_id, wording in wordings.items():
            self._keep(known[wording_id], wording)
        self._db.executemany(
            "INSERT INTO wordings (key, id) VALUES (?, ?)",
            [(key, stored) for stored, key in known.items() if key in new],
        )
        self._voices.put({key: _voice(self._words[key]) for key in new})
        return [known[row.wording.id] for row in rows], new

    def relate(self, new: dict[int, Keys], left: dict[int, Wording]) -> None:
        """Compare new wordings with all, and settle the utterances that this changes.

        `left` lost a quotation, and go where they have none now.
        """
        gone = {key: keys_of([wording])[0] for key, wording in left.items() if self._is_unused(key)}
        self._gone = gone
        met = self._keys.change(new.items(), gone.items())
        changed = self._forget(gone) | self._doubt(met.doubtful)
        alike = [pair for pair in self._worth_a_look(met, new) if self._are_alike(*pair, new)]
        self._db.executemany(
            "INSERT OR IGNORE INTO alike VALUES (?, ?)",
            [two for one, other in alike for two in ((one, other), (other, one))],
        )
        self._join(changed.union(*alike))

    def write(self) -> None:
        """Make the keys part of the batch's transaction."""
        self._keys.write()

    def drop_gone(self) -> None:
        """Keep no trace of the keys of wordings that went with the last batch."""
        self._keys.drop(self._gone.items())

    def committed(self) -> None:
        """The batch is durable."""
        self._keys.committed()

    def _known(self, ids: list[bytes]) -> dict[bytes, int]:
        """The keys of wordings that are held, by their ids."""
        found: dict[bytes, int] = {}
        for at, key in self._keys.all_holders(np.array([id_key(one) for one in ids], dtype=np.uint64)):
            row = self._db.execute("SELECT id FROM wordings WHERE key = ?", (key,)).fetchone()
            if row and row[0] == ids[at]:
                found[ids[at]] = key
        return found

    def _worth_a_look(self, met: Met, new: dict[int, Keys]) -> Iterable[tuple[int, int]]:
        """The pairs that share enough to be compared: most that share a run of three words do not."""
        one, other, shared = met.pairs
        voices = self._voices.of(one), self._voices.of(other)
        is_short = ((voices[0] | voices[1]) & _SHORT) > 0
        same_voice = ((voices[0] ^ voices[1]) & (_SHORT - 1)) == 0
        come = np.array(sorted(new), dtype=np.uint64)
        anew = ~(are_among(one.astype(np.uint64), come) | are_among(other.astype(np.uint64), come))
        kept = np.where(is_short, same_voice, (shared >= 2) | anew)
        return zip(one[kept].tolist(), other[kept].tolist(), strict=True)

    def _are_alike(self, one: int, other: int, new: dict[int, Keys]) -> bool:
        first, second = self._wording(one), self._wording(other)
        if first is None or second is None or not are_one(first[1:], second[1:]):
            return False
        return one in new or other in new or self._are_grounded([(one, other)], {one: first, other: second})[0]

    def _are_grounded(self, pairs: Sequence[tuple[int, int]], words: Mapping[int, Wording]) -> list[bool]:
        """Of each pair of wordings whether the two still share as many rare keys as they must."""
        keys = dict(zip(words, keys_of([*words.values()]), strict=True))
        lengths = {key: len(wording.words.split()) for key, wording in words.items()}
        return [
            are_met(shared, min(lengths[one], lengths[other]))
            for (one, other), shared in zip(pairs, self._keys.still_shared(pairs, keys), strict=True)
        ]

    def _doubt(self, doubtful: Sequence[int]) -> set[int]:
        """Take back what rested on keys that came to be common; the wordings that this parts."""
        others = "SELECT other FROM alike WHERE wording = ?"
        found = {key: wording for key in doubtful if (wording := self._wording(key)) is not None}
        pairs = [
            (one, other)
            for one in found
            for (other,) in self._db.execute(others, (one,))
            if one < other and other in found
        ]
        parted = [
            pair for pair, is_grounded in zip(pairs, self._are_grounded(pairs, found), strict=True) if not is_grounded
        ]
        self._db.executemany("DELETE FROM alike WHERE wording = ? AND other = ?", parted)
        self._db.executemany("DELETE FROM alike WHERE other = ? AND wording = ?", parted)
        return {key for pair in parted for key in pair}

    def _forget(self, gone: dict[int, Keys]) -> set[int]:
        """Take wordings away that nobody prints; those that were like them."""
        neighbours: set[int] = set()
        for key in gone:
            neighbours.update(row[0] for row in self._db.execute("SELECT other FROM alike WHERE wording = ?", (key,)))
            self._db.execute("DELETE FROM alike WHERE wording = ? OR other = ?", (key, key))
            self._db.execute("DELETE FROM wordings WHERE key = ?", (key,))
            self._words.pop(key, None)
        self._voices.put(dict.fromkeys(gone, 0))
        return neighbours - set(gone)

    def _join(self, changed: set[int]) -> None:
        """The utterance of every wording that is joined to one of these: that of the least id."""
        settled: set[int] = set()
        for start in changed:
            if start in settled:
                continue
            together, waiting = {start}, [start]
            while waiting:
                rows = self._db.execute("SELECT other FROM alike WHERE wording = ?", (waiting.pop(),))
                others = [other for (other,) in rows if other not in together]
                together.update(others)
                waiting += others
            settled |= together
            self._settle(together)

    def _settle(self, together: set[int]) -> None:
        utterance = None
        if len(together) > 1:
            ids = [
                (self._db.execute("SELECT id FROM wordings WHERE key = ?", (key,)).fetchone()[0], key)
                for key in together
            ]
            utterance = min(ids)[1]
        self._db.executemany(
            "UPDATE wordings SET utterance = ? WHERE key = ? AND utterance IS NOT ?",
            [(utterance, key, utterance) for key in together],
        )

    def _is_unused(self, key: int) -> bool:
        return self._db.execute("SELECT 1 FROM quotations WHERE wording = ? LIMIT 1", (key,)).fetchone() is None

    def _wording(self, key: int) -> Wording | None:
        """The words of a wording, out of a record that has them; None where that is damaged (`check` names it)."""
        if key in self._words:
            self._words.move_to_end(key)
            return self._words[key]
        with suppress(ArchiveDamaged):
            wording = wording_in(self._db, self._records, key)
            self._keep(key, wording)
            return wording
        return None

    def _keep(self, key: int, wording: Wording) -> None:
        self._words[key] = wording
        if len(self._words) > _MOST_WORDS:
            self._words.popitem(last=False)


def wording_in(db: sqlite3.Connection, records: Records, key: int) -> Wording:
    """The wording of that key, as a story has it. Raises ArchiveDamaged."""
    row = db.execute("SELECT key FROM quotations WHERE wording = ? LIMIT 1", (key,)).fetchone()
    if row is None:
        raise ArchiveDamaged("no story prints the words of a quotation", f"wording {key}")
    record = records.load(row[0] // QUOTATIONS, fields=("id", "quotes"))
    quote = record["quotes"][row[0] % QUOTATIONS]
    return wording_of(quote["text"], quote["speaker"], record["id"])


def find_wording(db: sqlite3.Connection, folder: Path, wording: str) -> int | None:
    """The key of the wording of that id."""
    try:
        stored = base64.b32decode(wording.upper())
    except ValueError:
        return None
    for key in keys_to_read(db, folder, "wordings", most=MOST_ALIKE).holders(id_key(stored)):
        row = db.execute("SELECT id FROM wordings WHERE key = ?", (key,)).fetchone()
        if row and row[0] == stored:
            return key
    return None


def _voice(wording: Wording) -> int:
    """The sign of a voice, 0 where none is given, and whether the words are too few to speak for themselves."""
    sign = crc32(wording.voice.encode("utf-8", "surrogatepass")) % (_SHORT - 1) + 1 if wording.voice else 0
    return sign | (_SHORT if wording.is_short else 0)
