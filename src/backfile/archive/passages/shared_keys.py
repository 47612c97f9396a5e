"""Who shares keys with whom, where few share them: what brings texts together to be compared.

A key that more than `most` hold grounds no relation: it is of a form (a market report, a phrase that everybody uses), and to
compare all its holders would cost the square of their number. Which keys are such is told from all that is held. So when a
key comes to be common, the relations that rested on it are doubtful; when it becomes rare again, its holders meet anew.
Adding texts one by one or all at once gives the same.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from backfile.archive.store.key_runs import (
    MOST_HOLDERS,
    KeyRuns,
    Keys,
    Places,
    are_among,
    distinct,
    kept_runs,
    packed,
)

_HOLDER = np.uint64(MOST_HOLDERS - 1)
_SHIFT = np.uint64(MOST_HOLDERS.bit_length() - 1)
_NONE: Keys = np.empty(0, dtype=np.uint64)


class Met(NamedTuple):
    """What a change of keys brings together, and apart."""

    pairs: tuple[Places, Places, Places]
    """One holder, another whose number is greater, and how many rare keys they share among those that changed."""
    doubtful: list[int]
    """Holders of keys that came to be common: their relations may rest on nothing now."""
    relieved: list[int]
    """Holders of keys that were common and are rare again."""


class SharedKeys:
    """The keys of one kind of text, each held by stories or wordings."""

    def __init__(self, held: KeyRuns, gone: KeyRuns, *, most: int) -> None:
        self._held = held
        self._gone = gone
        self._most = most

    def change(self, added: Iterable[tuple[int, Keys]], removed: Iterable[tuple[int, Keys]] = ()) -> Met:
        """Holders get keys, and lose them."""
        come, by = _flat(added)
        gone, lost_by = _flat(removed)
        self._held.add(come, by)
        self._gone.add(gone, lost_by)
        touched = distinct(np.concatenate((come, gone)))
        now = self.count(touched)
        before = now - _times(touched, come) + _times(touched, gone)
        was_rare, is_rare = before <= self._most, now <= self._most
        doubtful = self._holders(touched[was_rare & ~is_rare])[1]
        relieved = self._holders(touched[~was_rare & is_rare])[1]
        rare = touched[is_rare & (now > 1)]
        place, holder = self._holders(rare)
        anew = (~was_rare & is_rare)[np.searchsorted(touched, rare)][place]
        asks = anew | are_among(_coded(rare[place], holder), _coded(come, by))
        return Met(pairs_that_meet(place, holder, asks), sorted(set(doubtful.tolist())), sorted(set(relieved.tolist())))

    def count(self, keys: Keys) -> Places:
        """How many hold each key."""
        return self._held.count(keys) - self._gone.count(keys)

    def rare(self, each: Sequence[Keys]) -> list[Keys]:
        """Of each holder's keys those that few hold, in order, each once."""
        return [distinct(keys[is_rare]) for keys, is_rare in self._told(each)]

    def still_shared(self, pairs: Iterable[tuple[int, int]], keys: Mapping[int, Keys]) -> list[int]:
        """Of each pair of holders how many keys both have that few hold, given the keys of each."""
        rare = dict(zip(keys, self.rare([*keys.values()]), strict=True))
        return [int(are_among(rare[one], rare[other]).sum()) for one, other in pairs]

    def are_common(self, each: Sequence[Keys], one_in: int) -> list[bool]:
        """For each set of keys whether one in so many of them, at least, is held by many."""
        return [len(keys) > 0 and one_in * int((~is_rare).sum()) >= len(keys) for keys, is_rare in self._told(each)]

    def holders(self, key: int) -> list[int]:
        """Who holds one key."""
        return [holder for _, holder in self.all_holders(np.array([key], dtype=np.uint64))]

    def all_holders(self, keys: Keys) -> list[tuple[int, int]]:
        """Who holds each key: its place among them, and the holder."""
        place, holder = self._holders(keys & ~_HOLDER)
        return list(zip(place.tolist(), holder.tolist(), strict=True))

    def write(self) -> None:
        """Make what changed part of the batch's transaction."""
        self._held.write()
        self._gone.write()

    def drop(self, held: Iterable[tuple[int, Keys]]) -> None:
        """Keep no trace of it that these holders had these keys, which they have no more."""
        keys, holders = _flat(held)
        entries = np.sort(packed(keys, holders))
        self._held.drop(entries)
        self._gone.drop(entries)

    def committed(self) -> None:
        """The batch is durable."""
        self._held.committed()
        self._gone.committed()

    def _told(self, each: Sequence[Keys]) -> Iterator[tuple[Keys, npt.NDArray[np.bool_]]]:
        """Each set of keys, as far as runs keep them, and of each key whether few hold it."""
        every = np.concatenate(each or [_NONE]) & ~_HOLDER
        ordered = distinct(every)
        is_rare = (self.count(ordered) <= self._most)[np.searchsorted(ordered, every)]
        end = 0
        for keys in each:
            begin, end = end, end + len(keys)
            yield every[begin:end], is_rare[begin:end]

    def _holders(self, keys: Keys) -> tuple[Places, Keys]:
        place, holder = self._held.holders(keys)
        gone_place, gone = self._gone.holders(keys)
        if len(gone):
            place, holder = _without((place, holder), (gone_place, gone))
        order = np.argsort(place, kind="stable")
        return place[order], holder[order]


def keys_to_write(db: sqlite3.Connection, folder: Path, kind: str, *, most: int) -> SharedKeys:
    """The keys of one kind of text, for the writer."""
    return SharedKeys(KeyRuns(db, folder, kind), KeyRuns(db, folder, _gone(kind)), most=most)


def keys_to_read(db: sqlite3.Connection, folder: Path, kind: str, *, most: int) -> SharedKeys:
    """The same for who only reads."""
    return SharedKeys(kept_runs(db, folder, kind), kept_runs(db, folder, _gone(kind)), most=most)


def _gone(kind: str) -> str:
    return f"{kind}, gone"


def once_held(db: sqlite3.Connection, folder: Path, kind: str, keys: Keys) -> Keys:
    """Who had one of the keys and gave it back, once for each key."""
    return kept_runs(db, folder, _gone(kind)).holders(distinct(keys & ~_HOLDER))[1]


def _flat(given: Iterable[tuple[int, Keys]]) -> tuple[Keys, Keys]:
    """All keys in a row, as far as runs keep them, and beside each who has it: each pair once."""
    held = [(holder, keys) for holder, keys in given if len(keys)]
    if not held:
        return _NONE, _NONE
    holders = np.repeat(np.array([holder for holder, _ in held], dtype=np.uint64), [len(keys) for _, keys in held])
    entries = distinct(packed(np.concatenate([keys for _, keys in held]), holders))
    return entries & ~_HOLDER, entries & _HOLDER


def _times(keys: Keys, among: Keys) -> Places:
    """How often each key stands among others; `keys` are in order, and hold all of them."""
    return np.bincount(np.searchsorted(keys, among), minlength=len(keys)).astype(np.intp)


def _coded(keys: Keys, holders: Keys) -> Keys:
    return keys | holders


def _without(held: tuple[Places, Keys], gone: tuple[Places, Keys]) -> tuple[Places, Keys]:
    """The holders left where some gave a key back: as often as they got it, less as often as they gave it."""
    code = (held[0].astype(np.uint64) << _SHIFT) | held[1]
    lost = (gone[0].astype(np.uint64) << _SHIFT) | gone[1]
    every, times = np.unique(code, return_counts=True)
    left, less = np.unique(lost, return_counts=True)
    times[np.searchsorted(every, left)] -= less
    kept = every[times > 0]
    return (kept >> _SHIFT).astype(np.intp), kept & _HOLDER


def pairs_that_meet(place: Places, holder: Keys, asks: npt.NDArray[np.bool_]) -> tuple[Places, Places, Places]:
    """Each of those that ask beside each other holder of the same key, `place` in order; a pair once, with how often."""
    begins = np.searchsorted(place, place)
    lengths = np.where(asks, np.searchsorted(place, place, side="right") - begins, 0)
    one = np.repeat(holder, lengths)
    within = np.arange(lengths.sum()) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    at = np.repeat(begins, lengths) + within
    other, both_ask = holder[at], asks[at]
    kept = (one != other) & (~both_ask | (one < other))  # where both ask, they meet once each way
    least, most = np.minimum(one, other)[kept], np.maximum(one, other)[kept]
    codes, times = np.unique((least << _SHIFT) | most, return_counts=True)
    return (codes >> _SHIFT).astype(np.intp), (codes & _HOLDER).astype(np.intp), times
