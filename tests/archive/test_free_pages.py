"""Pages of the database that are left free: given back when a writer ends."""

from pathlib import Path

import pytest

from backfile.archive.store.database import DATABASE, open_to_read
from backfile.archive.store.writer import Store

MUCH = 3_000_000


def drop(store: Store, length: int) -> None:
    """Keep so many bytes, and let them go again."""
    for statement in (
        "INSERT INTO dictionaries (bytes) VALUES (zeroblob(?))",
        "DELETE FROM dictionaries WHERE length(bytes) = ?",
    ):
        store.db.execute("COMMIT" if store.db.in_transaction else "SELECT 1")
        store.db.execute(statement, (length,))


def size_after_dropping(folder: Path, length: int) -> int:
    with Store(folder) as store:
        drop(store, length)
    return (folder / DATABASE).stat().st_size


def test_they_are_given_back(tmp_path: Path) -> None:
    assert size_after_dropping(tmp_path, MUCH) < MUCH / 4


def test_a_few_stay_for_what_comes_next(tmp_path: Path) -> None:
    empty = size_after_dropping(tmp_path, 1)
    assert size_after_dropping(tmp_path, 100_000) > empty


def test_somebody_reads_meanwhile(tmp_path: Path) -> None:
    with Store(tmp_path) as store:
        db = open_to_read(tmp_path)
        db.execute("BEGIN")
        before = db.execute("SELECT value FROM meta WHERE name = 'archive'").fetchone()
        drop(store, MUCH)
    assert db.execute("SELECT value FROM meta WHERE name = 'archive'").fetchone() == before
    db.close()
    assert size_after_dropping(tmp_path, 1) < MUCH / 4


def broken_off(folder: Path) -> None:
    with Store(folder) as store:
        drop(store, MUCH)
        raise KeyboardInterrupt


def test_what_a_writer_broke_off_is_only_undone(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        broken_off(tmp_path)
    assert (tmp_path / DATABASE).stat().st_size > MUCH


def test_where_it_cannot_be_written_anew_it_stays(tmp_path: Path) -> None:
    with Store(tmp_path) as store:
        drop(store, MUCH)
        store.db.execute("PRAGMA query_only = ON")  # as a disk without room
    assert (tmp_path / DATABASE).stat().st_size > MUCH
    db = open_to_read(tmp_path)
    assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    db.close()
