"""Takedowns carried out: words or stories go out of a copy of the database, which is written anew and takes the place of the old one.

So there is no moment at which half of it is done, and nothing of what went is left in free room of the file, in a log beside it, or in a segment of the
search indexes. It costs what the stories concerned cost, and one pass over the database and the indexes.
"""

import os
import shutil
import sqlite3
from collections.abc import Iterable
from pathlib import Path

from backfile.archive.integrity.upgrade import WORK, put_in_place
from backfile.archive.search.index_writer import make_indexes_again
from backfile.archive.store.database import DATABASE, end_writing
from backfile.archive.store.failures import database_failure, disk_failure
from backfile.archive.store.key_runs import FOLDER as KEYS
from backfile.archive.store.lock import WriterLock
from backfile.archive.store.taking_out import TakingOut
from backfile.archive.store.writer import Store
from backfile.archive.takedowns.kept_words import clean_beside
from backfile.archive.takedowns.takedown_rulings import read_takedowns


def carry_out_takedowns(folder: Path, *, redacted: Iterable[str] = (), forgotten: Iterable[str] = ()) -> None:
    """Take words that are left out by now out of these stories and of all that is said beside them, and forgotten stories out altogether.

    What archivists said of it is kept already. Raises ArchiveLocked, ArchiveFull.
    """
    work = folder / WORK
    with WriterLock(folder):
        end_writing(folder)
        try:
            _copy(folder, work)
        except OSError as error:
            raise disk_failure(error, folder) from error
        with TakingOut(work, key_folder=folder) as store:
            clean_beside(folder, store.redactions, read_takedowns(store.db).forgotten)
            store.leave_out_words(redacted)
            store.forget(forgotten)
            store.commit()
            store.sweep()
            _write_anew(store)
        end_writing(work)
        put_in_place(work, folder)
    with Store(folder) as whole:
        make_indexes_again(whole.db, folder)


def _copy(folder: Path, work: Path) -> None:
    """The database, and its runs of keys, which are never written again once they are there."""
    shutil.rmtree(work, ignore_errors=True)
    (work / KEYS).mkdir(parents=True)
    shutil.copyfile(folder / DATABASE, work / DATABASE)
    for run in (folder / KEYS).glob("*.run"):
        try:
            os.link(run, work / KEYS / run.name)
        except OSError:  # a disk that has no links
            shutil.copyfile(run, work / KEYS / run.name)


def _write_anew(store: Store) -> None:
    try:
        store.db.execute("VACUUM")
    except sqlite3.Error as error:
        raise database_failure(error, store.folder / DATABASE) from error
