"""Keys and who holds them: any order, any size of batch, with what was taken back, gives what is held in the end."""

import sqlite3
from collections import Counter
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backfile.archive.passages.shared_keys import keys_to_read, keys_to_write
from backfile.archive.store import key_runs, schema
from backfile.archive.store.database import open_to_read, open_to_write
from backfile.archive.store.key_runs import KeyRuns, Keys
from backfile.errors import ArchiveDamaged

MOST = 3
NOWHERE = Path("/nowhere")


@pytest.fixture
def db(tmp_path: Path) -> sqlite3.Connection:
    return made(tmp_path)


def made(folder: Path) -> sqlite3.Connection:
    db = sqlite3.connect(":memory:" if folder == NOWHERE else folder / "a.sqlite", isolation_level=None)
    schema.make_tables(db)
    return db


def keys(*numbers: int) -> Keys:
    return np.array(numbers, dtype=np.uint64) << np.uint64(28)


def found(runs: KeyRuns, wanted: Keys) -> list[tuple[int, int]]:
    places, holders = runs.holders(wanted)
    return sorted(zip(places.tolist(), holders.tolist(), strict=True))


def test_runs_are_merged_filed_and_read_again(
    db: sqlite3.Connection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(key_runs, "_FILE_AT", 50)
    monkeypatch.setattr(key_runs, "_STEP", 7)
    runs = KeyRuns(db, tmp_path, "passages")
    for holder in range(100):
        runs.add(keys(holder % 10, 1000 + holder), np.full(2, holder, dtype=np.uint64))
        runs.write()
        runs.committed()
    again = KeyRuns(db, tmp_path, "passages")
    for each in (runs, again):
        assert each.count(keys(3, 1003, 5000)).tolist() == [10, 1, 0]
        assert found(each, keys(7, 1042)) == [(0, n) for n in range(7, 100, 10)] + [(1, 42)]
    named = {f"{number}.run" for (number,) in db.execute("SELECT number FROM key_runs WHERE bytes IS NULL")}
    assert {path.name for path in (tmp_path / "keys").iterdir()} == named
    assert db.execute("SELECT sum(entries) FROM key_runs").fetchone()[0] == 200


def test_a_run_of_which_nothing_is_left_is_asked_all_the_same(db: sqlite3.Connection, tmp_path: Path) -> None:
    runs = KeyRuns(db, tmp_path, "passages")
    runs.add(keys(1), np.array([5], dtype=np.uint64))
    runs.write()
    runs.drop(key_runs.packed(keys(1), np.array([5], dtype=np.uint64)))
    assert found(runs, keys(1)) == found(KeyRuns(db, tmp_path, "passages"), keys(1, 2)) == []


def test_what_was_not_committed_is_gone(
    db: sqlite3.Connection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(key_runs, "_FILE_AT", 1)
    runs = KeyRuns(db, tmp_path, "passages")
    db.execute("BEGIN")
    runs.add(keys(1), np.array([5], dtype=np.uint64))
    runs.write()
    db.execute("ROLLBACK")
    assert list((tmp_path / "keys").iterdir())
    key_runs.remove_strays(db, tmp_path)
    assert list((tmp_path / "keys").iterdir()) == []
    assert KeyRuns(db, tmp_path, "passages").count(keys(1)).tolist() == [0]


def test_a_run_that_is_lost_or_cut_is_damage(
    db: sqlite3.Connection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(key_runs, "_FILE_AT", 1)
    runs = KeyRuns(db, tmp_path, "passages")
    runs.add(keys(1, 2), np.array([5, 5], dtype=np.uint64))
    runs.write()
    (path,) = (tmp_path / "keys").iterdir()
    path.write_bytes(path.read_bytes()[:8])
    with pytest.raises(ArchiveDamaged, match="backfile repair"):
        KeyRuns(db, tmp_path, "passages")
    path.unlink()
    with pytest.raises(ArchiveDamaged, match="backfile repair"):
        KeyRuns(db, tmp_path, "passages")


def related(held: dict[int, frozenset[int]]) -> set[tuple[int, int]]:
    """The pairs that share a key which at most MOST hold."""
    times = Counter(key for own in held.values() for key in own)
    return {(a, b) for a, b in combinations(sorted(held), 2) if any(times[key] <= MOST for key in held[a] & held[b])}


CHANGES = st.lists(
    st.dictionaries(st.integers(0, 9), st.frozensets(st.integers(0, 6), max_size=4), max_size=4), max_size=8
)


@given(CHANGES)
@settings(max_examples=150, deadline=None)
def test_relations_are_those_of_what_is_held_in_the_end(changes: list[dict[int, frozenset[int]]]) -> None:
    db = made(NOWHERE)
    shared = keys_to_write(db, NOWHERE, "passages", most=MOST)
    held: dict[int, frozenset[int]] = {}
    pairs: set[tuple[int, int]] = set()
    for change in changes:
        before = {holder: held.get(holder, frozenset()) for holder in change}
        held |= change
        met = shared.change(
            [(holder, keys(*own)) for holder, own in change.items()],
            [(holder, keys(*own)) for holder, own in before.items()],
        )
        looked_at = {pair for pair in pairs if pair[0] in change or pair[1] in change or {*pair} <= {*met.doubtful}}
        looked_at |= {(int(a), int(b)) for a, b, _ in zip(*met.pairs, strict=True)}
        pairs -= looked_at
        shares = shared.still_shared([*looked_at], {holder: keys(*own) for holder, own in held.items()})
        pairs |= {pair for pair, met in zip(looked_at, shares, strict=True) if met}
        assert pairs == related(held)
        shared.write()
        shared = keys_to_write(db, NOWHERE, "passages", most=MOST)
    for key in range(7):
        assert sorted(shared.holders(key << 28)) == sorted(h for h, own in held.items() if key in own)
    db.close()


def test_a_reader_sees_what_a_writer_adds(tmp_path: Path) -> None:
    writer = open_to_write(tmp_path)
    held = keys_to_write(writer, tmp_path, "passages", most=MOST)
    reader = open_to_read(tmp_path)
    for story in (1, 2):
        held.change([(story, keys(5))])
        held.write()
        for _ in range(2):
            assert keys_to_read(reader, tmp_path, "passages", most=MOST).holders(5 << 28) == [*range(1, story + 1)]
    reader.close()
    writer.close()
