"""Keys and voices of an archive laid beside those that its records give: who holds which key, whatever number the holder has."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np

from backfile.archive.store.key_runs import MOST_HOLDERS, KeyRuns, Keys
from backfile.archive.store.short_numbers import stored_numbers
from backfile.errors import BackfileError
from backfile.model.entry import Fault

_HOLDER = np.uint64(MOST_HOLDERS - 1)
_PARTS = 16
"""Ranges of keys that are compared one after another: at a million stories each takes some 150 MB."""
_NOBODY = MOST_HOLDERS - 1


class _Kind(NamedTuple):
    """A kind of keys, and where their holders' ids are."""

    name: str
    holders: str
    says: str


_KINDS = (
    _Kind("passages", "stories", "the fingerprints that find copies"),
    _Kind("wordings", "wordings", "the keys that find like quotations"),
)


def key_faults(held: sqlite3.Connection, due: sqlite3.Connection, folders: tuple[Path, Path]) -> Iterator[Fault]:
    """What is wrong in the keys of an archive; `due` is the same archive made again from its records."""
    for kind in _KINDS:
        known = _numbers(held, due, kind.holders)
        place = f"{folders[0]}: {kind.says}"
        try:
            sides = [_runs(db, folder, kind.name) for db, folder in zip((held, due), folders, strict=True)]
        except BackfileError as error:
            yield Fault(place, error.message)
            continue
        wrong = sum(_wrong(sides, part, known) for part in range(_PARTS))
        if wrong:
            yield Fault(place, f"{wrong:,} of them are not those of the records; `backfile repair` makes them again")
    yield from _voice_faults(held, due, folders[0])


def _voice_faults(held: sqlite3.Connection, due: sqlite3.Connection, folder: Path) -> Iterator[Fault]:
    known = _numbers(held, due, "wordings")
    own = np.flatnonzero(known != _NOBODY)
    mine, theirs = stored_numbers(held, "voices"), stored_numbers(due, "voices")
    mine = np.concatenate((mine, np.zeros(max(0, len(known) - len(mine)), dtype=np.uint16)))
    wrong = int((mine[own] != theirs[known[own].astype(np.intp)]).sum())
    if wrong:
        message = f"the voices of {wrong:,} wordings are not those of the records; `backfile repair` makes them again"
        yield Fault(str(folder), message)


def _numbers(held: sqlite3.Connection, due: sqlite3.Connection, table: str) -> Keys:
    """For each number of a holder in the one its number in the other; _NOBODY for what the other does not have."""
    ids = dict(due.execute(f"SELECT id, key FROM {table}"))  # noqa: S608 - words of ours
    rows = held.execute(f"SELECT key, id FROM {table}").fetchall()  # noqa: S608
    known = np.full(max((key for key, _ in rows), default=0) + 1, _NOBODY, dtype=np.uint64)
    for key, name in rows:
        known[key] = ids.get(name, _NOBODY)
    return known


class _Side(NamedTuple):
    come: list[Keys]
    gone: list[Keys]


def _runs(db: sqlite3.Connection, folder: Path, kind: str) -> _Side:
    return _Side(KeyRuns(db, folder, kind).runs(), KeyRuns(db, folder, f"{kind}, gone").runs())


def _wrong(sides: list[_Side], part: int, known: Keys) -> int:
    """How many entries of one range of keys stand on one side alone."""
    least, most = part << 60, ((part + 1) << 60) - 1
    held, due = (_left(side, least, most) for side in sides)
    holders = held & _HOLDER
    named = np.where(
        holders < len(known), known[np.minimum(holders, np.uint64(len(known) - 1)).astype(np.intp)], _NOBODY
    )
    held = np.sort((held & ~_HOLDER) | named)
    return len(held) + len(due) - 2 * _in_both(held, due)


def _left(side: _Side, least: int, most: int) -> Keys:
    """The entries that were added and not taken back, in order."""
    come, gone = (_cut(runs, least, most) for runs in side)
    if not len(gone):
        return come
    every, times = np.unique(np.concatenate((come, gone)), return_counts=True)
    back, again = np.unique(gone, return_counts=True)
    times[np.searchsorted(every, back)] -= 2 * again
    return np.repeat(every, np.maximum(times, 0))


def _cut(runs: list[Keys], least: int, most: int) -> Keys:
    ends = np.array([least, most], dtype=np.uint64)
    parts = [run[np.searchsorted(run, ends[0]) : np.searchsorted(run, ends[1], side="right")] for run in runs]
    return np.sort(np.concatenate([np.empty(0, dtype=np.uint64), *parts]))


def _in_both(one: Keys, other: Keys) -> int:
    """How many entries two lists in order share, each as often as both have it."""
    every, times = np.unique(one, return_counts=True)
    others, again = np.unique(other, return_counts=True)
    shared, at, beside = np.intersect1d(every, others, assume_unique=True, return_indices=True)
    return int(np.minimum(times[at], again[beside]).sum()) if len(shared) else 0
