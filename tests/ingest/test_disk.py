"""A full disk, a damaged record, a dictionary, jobs."""

import os
import resource
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from tests.ingest.logical import dump
from tests.pages import bundle, page

from backfile.archive import Archive
from backfile.errors import ArchiveDamaged, ArchiveError, ArchiveMissing
from backfile.ingest import add_sources

ROOT = Path(__file__).parents[2]
FULL = """
import resource, sys
import backfile.capture, backfile.workers, backfile.ingest
from tests import pages, reading
backfile.capture.source_files = pages.source_files
backfile.capture.read_captures = pages.read_captures
backfile.workers.read_page = reading.read_page
backfile.ingest._BATCH = 10
from backfile.errors import ArchiveFull
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]), int(sys.argv[3])))
try:
    backfile.ingest.add_sources(sys.argv[1], [sys.argv[2]])
except ArchiveFull as error:
    print(error)
    sys.exit(9)
"""


def many(folder: Path, count: int) -> Path:
    noise = [os.urandom(1500).hex() for _ in range(count)]
    return bundle(folder / "a.lines", [(f"https://t.example/{n}", None, page("Story", t)) for n, t in enumerate(noise)])


@pytest.mark.parametrize("limit", [400_000, 700_000])
def test_a_full_disk_loses_nothing(tmp_path: Path, limit: int) -> None:
    source = many(tmp_path, 200)
    command = [sys.executable, "-c", FULL, str(tmp_path / "archive"), str(source), str(limit)]
    environment = {**os.environ, "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"}
    ended = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stderr) == (9, "")
    assert "the disk is full" in ended.stdout
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] == resource.RLIM_INFINITY
    with Archive(tmp_path / "archive") as archive:
        assert archive.stats().stories % 10 == 0
    add_sources(tmp_path / "archive", [source])
    add_sources(tmp_path / "clean", [source])
    assert dump(tmp_path / "archive") == dump(tmp_path / "clean")


def test_a_damaged_record_is_found(tmp_path: Path) -> None:
    add_sources(tmp_path / "archive", [many(tmp_path, 3)])
    db = sqlite3.connect(tmp_path / "archive" / "backfile.sqlite")
    db.execute("UPDATE records SET bytes = x'00' WHERE version = 2")
    db.execute("UPDATE records SET digest = x'00' WHERE version = 3")
    db.commit()
    db.close()
    with Archive(tmp_path / "archive") as archive:
        faults = [fault.message for fault in archive.check()]
        assert len(faults) == 3
        assert "decompressed" in faults[0]
        assert "digest differs" in faults[1]
        assert "cannot be compared" in faults[2]
        with pytest.raises(ArchiveDamaged):
            [archive.story(entry.id) for entry in archive.by_year(None)]


def test_a_dictionary_is_trained_and_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("backfile.archive.store.story_records.TRAIN_AT", 60)
    monkeypatch.setattr("backfile.archive.store.story_records._DICTIONARY_BYTES", 2000)
    captures = [
        (f"https://t.example/{n}", None, page(f"Story {n}", f"The mayor of Mill {n} voted {n * n}. " * 3))
        for n in range(150)
    ]
    add_sources(tmp_path / "archive", [bundle(tmp_path / "a.lines", captures[:80])])  # type: ignore[arg-type]
    add_sources(tmp_path / "archive", [bundle(tmp_path / "b.lines", captures[80:])])  # type: ignore[arg-type]
    db = sqlite3.connect(tmp_path / "archive" / "backfile.sqlite")
    assert db.execute("SELECT dictionary, count(*) FROM records GROUP BY 1").fetchall() == [(1, 150)]
    db.close()
    with Archive(tmp_path / "archive") as archive:
        assert list(archive.check()) == []
        assert archive.search("mayor").total == 150


def test_not_an_archive(tmp_path: Path) -> None:
    with pytest.raises(ArchiveMissing):
        Archive(tmp_path)
    (tmp_path / "backfile.sqlite").write_bytes(b"")
    with pytest.raises(ArchiveMissing):
        Archive(tmp_path)
    (tmp_path / "backfile.sqlite").write_bytes(b"not a database" * 100)
    with pytest.raises(ArchiveDamaged):
        Archive(tmp_path)
    (tmp_path / "file").write_text("x")
    with pytest.raises(ArchiveError):
        add_sources(tmp_path / "file", [tmp_path])
