"""Reading an archive writes nothing: not a byte of it changes, no file is made beside it, and a writer waits for nobody."""

import errno
import hashlib
import os
import sqlite3
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.archive.told import archive_of, told
from tests.open_folders import open_to_all

from backfile.archive import Archive
from backfile.archive.store.database import DATABASE
from backfile.archive.store.writer import Store
from backfile.archive.versions.version_decision import outcome_of
from backfile.cli import main
from backfile.errors import ArchiveError, ArchiveLocked
from backfile.model.capture import Capture, Place

STORIES = [
    told(
        "post.example/1",
        "2017-02-23",
        "“It is a fine ferry for all of us who live here,” said Ruth Hallam of the ferry.",
    ),
    told("post.example/2", None, "The council met on Monday.", headline="A council"),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return archive_of(tmp_path / "a", [(10, STORIES[0]), (11, STORIES[1])])


def bytes_of(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
        for path in folder.rglob("*")
    }


def read_all(folder: Path) -> None:
    """Every question that an archive answers."""
    with Archive(folder) as archive:
        found = archive.search("ferry")
        assert (found.total, found.stories_behind) == (1, 0)
        story = archive.story(archive.full_id(found.entries[0].id))
        assert archive.captures_of(story.id)
        assert archive.quotes(speaker="hallam").total == 1
        assert archive.quotes_of(story.id)
        (speaker,) = archive.speakers()
        assert archive.speaker(speaker.id)
        assert archive.utterance(archive.quotes().quotations[0].utterance)
        assert [archive.newest(), archive.by_year(2017), archive.years(), archive.outlets()]
        assert archive.undated().total == 1
        assert archive.stats().stories == 2
        assert archive.skipped() == []
        assert list(archive.check(lambda place: Capture(b"", f"sha256:{(place.offset or 0) // 10:064d}", place))) == []


def test_reading_changes_no_byte_and_makes_no_file(folder: Path) -> None:
    before = bytes_of(folder)
    read_all(folder)
    assert bytes_of(folder) == before
    assert DATABASE in before
    assert not any(name.startswith(f"{DATABASE}-") for name in before)


@pytest.mark.parametrize(
    "line", ["search ferry", "undated", "quotes", "stats", "show {id}", "collate {utterance}", "show nothing"]
)
def test_no_reading_verb_writes(folder: Path, line: str, capsys: pytest.CaptureFixture[str]) -> None:
    with Archive(folder) as archive:
        (quotation,) = archive.quotes().quotations
    before = bytes_of(folder)
    with pytest.raises(SystemExit):
        main([*line.format(id=quotation.story, utterance=quotation.utterance).split(), "--archive", str(folder)])
    assert bytes_of(folder) == before
    assert capsys.readouterr().err.count("Traceback") == 0


def test_an_archive_on_a_disk_that_cannot_be_written_is_read(folder: Path) -> None:
    """As nobody, since root may write everywhere."""
    for path in (*folder.rglob("*"), folder):
        path.chmod(0o555 if path.is_dir() else 0o444)
    open_to_all(folder)
    before = bytes_of(folder)
    pid = os.fork()
    if not pid:
        try:
            os.setuid(65534)
            read_all(folder)
        except BaseException as error:
            sys.stderr.write(f"{error!r}\n")
            os._exit(1)
        os._exit(0)
    assert os.waitpid(pid, 0)[1] == 0
    assert bytes_of(folder) == before


def test_an_archive_whose_writer_was_killed_is_read_as_it_lies(folder: Path, tmp_path: Path) -> None:
    killed = "import os, sqlite3, sys; db = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
    killed += "db.execute('PRAGMA journal_mode = WAL'); db.execute('UPDATE stories SET change = 1'); os._exit(1)"
    subprocess.run([sys.executable, "-c", killed, str(folder / DATABASE)], check=False)
    shared_memory = f"{DATABASE}-shm"  # what processes tell each other while they read: SQLite makes it new
    before = bytes_of(folder)
    assert f"{DATABASE}-wal" in before
    read_all(folder)
    assert {**bytes_of(folder), shared_memory: ""} == {**before, shared_memory: ""}


def test_what_a_power_cut_left_half_written_is_undone_by_who_may_write(folder: Path) -> None:
    cut = "import os, sqlite3, sys; db = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
    cut += "db.execute('PRAGMA cache_size = 1'); db.execute('BEGIN'); db.execute('DELETE FROM captures')\n"
    cut += "db.executemany('INSERT INTO meta VALUES (?, ?)', [(str(n), 'x' * 900) for n in range(200)]); os._exit(1)"
    before = (folder / DATABASE).read_bytes()
    subprocess.run([sys.executable, "-c", cut, str(folder / DATABASE)], check=False)
    assert (folder / DATABASE).read_bytes() != before
    read_all(folder)
    assert (folder / DATABASE).read_bytes() == before


def test_a_reader_sees_what_a_writer_commits_and_keeps_no_writer_waiting(folder: Path) -> None:
    with Archive(folder) as archive:
        assert len(archive.newest()) == 1
        with Store(folder) as store:
            story = told("post.example/3", "2018-01-01", "It rained.")
            capture = Capture(b"", "sha256:3", Place("/x"), story.url, datetime(2019, 1, 1, tzinfo=UTC))
            store.add(outcome_of(capture, story))
            assert len(archive.newest()) == 1
            store.commit()
            assert len(archive.newest()) == 2
        assert len(archive.newest()) == 2


def test_a_writer_who_is_kept_out_by_a_reader_is_told_so(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    connect = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda *given, **more: connect(*given, **{**more, "timeout": 0}))
    db = connect(folder / DATABASE)
    db.execute("BEGIN")
    db.execute("SELECT count(*) FROM stories").fetchone()
    with pytest.raises(ArchiveLocked, match="run this again"), Store(folder):
        pass
    db.close()


def test_an_archive_of_a_newer_backfile_is_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    db = sqlite3.connect(folder / DATABASE, isolation_level=None)
    db.execute("UPDATE meta SET value = 'backfile/archive/99' WHERE name = 'format'")
    db.close()
    before = bytes_of(folder)
    for opened in (Archive, lambda place: Store(place).__enter__()):
        with pytest.raises(ArchiveError, match=r"newer Backfile \(backfile/archive/99\)"):
            opened(folder)
    for line in (["stats", "--archive"], ["upgrade"]):
        with pytest.raises(SystemExit, match="1"):
            main([*line, str(folder)])
        assert "install a newer one" in capsys.readouterr().err
    (folder / "writer.lock").unlink()
    assert bytes_of(folder) == {name: digest for name, digest in before.items() if name != "writer.lock"}


def test_a_search_where_the_disk_of_temporary_files_is_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive_of(tmp_path / "a", [(1, told("post.example/1", "2017-02-23", "The ferry came on Monday."))])
    make, made = tempfile.mkdtemp, []

    def full(prefix: str, dir: str | None = None) -> str:  # noqa: A002 - as tempfile has it
        if dir is None or not is_room:
            raise OSError(errno.ENOSPC, "No space left on device")
        made.append(make(prefix=prefix, dir=dir))
        return made[-1]

    monkeypatch.setattr(tempfile, "mkdtemp", full)
    is_room = True
    with Archive(tmp_path / "a") as archive:
        assert archive.search("ferry").total == 1
        assert made
        assert not any(map(os.path.exists, made)), "a process that is killed now leaves a folder behind"
    is_room = False
    with Archive(tmp_path / "a") as archive, pytest.raises(ArchiveError, match="TMPDIR"):
        archive.search("ferry")
