"""Damage of every kind is found, never ends in a traceback, and is mended from the records, the captures or the log."""

import random
import re
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from tests.cli.ended import Run, runner
from tests.ingest.logical import dump

from backfile.archive import Archive
from backfile.archive.integrity import check_archive
from backfile.archive.settled.archivist_log import LOG
from backfile.archive.store.database import DATABASE
from backfile.capture import load_capture
from backfile.ingest import add_sources
from backfile.open_archive import OpenArchive
from backfile.repair import repair_archive

SAID = {"because": "the ferry’s log", "by": "Jo Ash", "at": datetime(2026, 11, 25, 22, tzinfo=UTC)}
STORIES = [
    (
        f"Ferry {n}",
        f"https://post{n % 3}.example/{51200 + n}",
        f"“It cost {n} pounds to cross the river that night and nobody said so,” said Commissioner Ruth Hallam of the ferry. "
        + " ".join(random.Random(n // 2).choices("barn river mayor vote mill road council fire flood".split(), k=60)),
    )
    for n in range(12)
]


class Made(NamedTuple):
    """The archive that the tests damage copies of."""

    folder: Path
    saved: Path
    says: dict[str, Any]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    place = tmp_path_factory.mktemp("integrity")
    saved, folder = place / "saved", place / "archive"
    saved.mkdir()
    for n, (headline, url, body) in enumerate(STORIES):
        stamp = f'<meta property="article:published_time" content="{2001 + n}-02-03T10:00:00Z">' if n % 4 else ""
        page = f'<link rel="canonical" href="{url}">{stamp}</head><body><article><h1>{headline}</h1><p>{body}</p></article>'
        (saved / f"{n:02}.html").write_text(f"<html><head><title>{headline}</title>{page}")
    assert add_sources(folder, [saved]).stories == len(STORIES)
    with OpenArchive(folder) as opened:
        opened.settle(opened.by_year(None)[0].id, "2016-02", despite_page=True, **SAID)  # type: ignore[arg-type]
    assert messages(folder) == []
    return Made(folder, saved, dump(folder))


@pytest.fixture
def archive(made: Made, tmp_path: Path) -> Path:
    return shutil.copytree(made.folder, tmp_path / "archive")


def messages(folder: Path) -> list[str]:
    with Archive(folder) as opened:
        return [f"{fault.place}: {fault.message}" for fault in opened.check()]


def change(folder: Path, *statements: str) -> None:
    db = sqlite3.connect(folder / DATABASE)
    for statement in statements:
        assert db.execute(statement).rowcount > 0, statement
    db.commit()
    db.close()


CHANGES = {
    "story .*: first_day is": "UPDATE stories SET first_day = first_day + 1 WHERE key = 2",
    "story .*: entry is": "UPDATE stories SET entry = replace(entry, 'Ferry', 'Fairy') WHERE key = 3",
    "count of year 2008: held is": "UPDATE counts SET held = held + 1 WHERE name = '2008'",
    "version .*: first_seen is": "UPDATE versions SET first_seen = '2001-01-01T00:00:00Z' WHERE key = 4",
    "outlet .*: stories is": "UPDATE outlet_names SET stories = 99",
    "copy of story": "DELETE FROM copies WHERE story = 2",
    "quotation 0: .*person is none": "UPDATE quotations SET person = NULL WHERE rowid = (SELECT max(rowid) FROM quotations)",
    "quotation 0: it is missing": "DELETE FROM quotations WHERE rowid = (SELECT min(rowid) FROM quotations)",
    "wording .*: utterance is": "UPDATE wordings SET utterance = key WHERE key = 5",
    "speaker .*: .*quotations is": "UPDATE speakers SET quotations = quotations + 1",
    "speaker .* in story .*: it is missing": "DELETE FROM spoke WHERE story = 3",
    "name of speaker": "UPDATE person_words SET words = 'x' WHERE kind = 'name'",
    "name ruth hallam": "UPDATE name_words SET word = 'x' WHERE word = 'ruth'",
    "the number in the address of story": "UPDATE numbers SET number = number + 1 WHERE story = 6",
    "the fingerprints that find copies: ": "UPDATE key_runs SET bytes = zeroblob(length(bytes)) WHERE kind = 'passages'",
    "the voices of": "UPDATE voices SET bytes = randomblob(length(bytes))",
    "is not in the log": "UPDATE settlings SET reason = 'a hoax'",
    "is not in the database": "UPDATE settlings SET at = at",
    "stories are newer than the index": "UPDATE stories SET change = 99 WHERE key = 7",
}


def test_a_change_in_any_table_is_found_and_mended(made: Made, archive: Path) -> None:
    change(archive, *CHANGES.values())
    told = messages(archive)
    assert [wanted for wanted in CHANGES if not any(re.search(wanted, line) for line in told)] == []
    assert repair_archive(archive).lost == ()
    after = dump(archive)
    said = {line[2] for line in after.pop("settlings")}
    assert said == {"a hoax", "the ferry’s log"}  # neither is known to be right: both are kept, the log's word holds
    assert [part for part in after if after[part] != made.says[part]] == []
    assert messages(archive) == []


def test_a_changed_day_is_told_with_both_values(archive: Path) -> None:
    change(archive, "UPDATE stories SET year = 2007 WHERE year = 2002")
    (fault, *_) = messages(archive)
    assert fault.startswith("story ")
    assert "year is 2007, by the records 2002; `backfile repair`" in fault


def test_beside_a_lost_record_other_stories_are_compared(archive: Path) -> None:
    change(
        archive,
        "UPDATE records SET bytes = x'00' WHERE version = 5",
        "UPDATE stories SET year = 2007 WHERE year = 2002",
    )
    change(archive, "UPDATE numbers SET number = number + 1 WHERE story = (SELECT story FROM versions WHERE key = 5)")
    told = messages(archive)
    assert "cannot be decompressed" in told[0]
    assert "cannot be compared in full" in told[1]
    assert len([line for line in told if "year is 2007, by the records 2002" in line]) == 1
    lost = told[0].split(",")[0]
    assert [line for line in told[2:] if line.startswith((lost, f"the number in the address of {lost}"))] == []


def test_a_lost_record_is_read_again_from_its_capture(made: Made, archive: Path) -> None:
    change(archive, "DELETE FROM records WHERE version = 3", "UPDATE records SET bytes = x'00' WHERE version = 5")
    assert len([line for line in messages(archive) if "record of a version is missing" in line]) == 1
    done = repair_archive(archive)
    assert (done.read_again, done.lost) == (2, ())
    assert dump(archive) == made.says
    assert (archive / "damaged" / DATABASE).exists()
    change(archive, "DELETE FROM records WHERE version = 3")
    made.saved.rename(made.saved.with_name("away"))
    lost = repair_archive(archive).lost
    made.saved.with_name("away").rename(made.saved)
    assert [fault.message for fault in lost] == [
        "its record is lost, and it cannot be read again: The file is not there any more. Put it back where it was."
    ]


def _flip(stored: bytearray, at: int) -> bytearray:
    stored[at] ^= 16
    return stored


DAMAGES: dict[str, Callable[[bytearray, int], bytearray]] = {
    "flipped": _flip,
    "zeroed": lambda stored, at: stored[:at] + bytes(len(stored[at : at + 4096])) + stored[at + 4096 :],
    "cut": lambda stored, at: stored[:at],
    "emptied": lambda stored, at: bytearray(at * 0),
}


@pytest.mark.parametrize(("name", "damage"), [
    (DATABASE, "flipped"), (DATABASE, "zeroed"), (DATABASE, "cut"), ("search/meta.json", "emptied"), ("search/mark.json", "cut"),
    ("search/*.term", "zeroed"), ("search-quotations/*.fast", "flipped"), (LOG, "cut"),
])  # fmt: skip
def test_a_damaged_file_never_ends_in_a_traceback(
    archive: Path, name: str, damage: str, capsys: pytest.CaptureFixture[str]
) -> None:
    run: Run = runner(capsys)
    (path, *_) = archive.glob(name)
    stored = path.read_bytes()
    path.write_bytes(DAMAGES[damage](bytearray(stored), random.Random(name + damage).randrange(len(stored))))
    checked = run("check", "-a", archive)
    assert checked.code == bool(checked.out)
    for verb in (("stats",), ("search", "ferry"), ("quotes",)):
        assert run(*verb, "-a", archive).code in (0, 1)
    assert run("repair", archive).code in (0, 1)
    assert run("check", "-a", archive).code == 0


def test_files_that_the_tables_name_no_more_are_read_again_from_the_reports(made: Made, archive: Path) -> None:
    with closing(sqlite3.connect(archive / DATABASE)) as db:
        db.execute("DELETE FROM sources")
        db.commit()
    done = repair_archive(archive)
    assert done.found
    assert done.lost == ()
    assert dump(archive)["records"] == made.says["records"]


class _Malformed:
    def execute(self, query: str) -> None:
        raise sqlite3.DatabaseError("database disk image is malformed")


def test_a_table_of_captures_that_cannot_be_asked_is_a_fault(tmp_path: Path) -> None:
    ((_, fault),) = check_archive._payloads(_Malformed(), tmp_path, load_capture)  # type: ignore[arg-type]
    assert fault is not None
    assert "the table of captures cannot be read to its end (database disk image is malformed)" in fault.message


def test_check_of_a_file_without_an_archive(made: Made, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run: Run = runner(capsys)
    ended = run("check", made.saved)
    assert (ended.code, ended.out) == (0, "")
    assert "12 files, 12 captures" in ended.err
    (tmp_path / "bad.warc.gz").write_bytes(b"\x1f\x8b\x08\x00WARC")
    ended = run("check", tmp_path / "bad.warc.gz", tmp_path / "none.warc", "--json")
    assert ended.code == 1
    assert '"place"' in ended.out
    assert "2 faults" in ended.err


def test_what_archivists_said_outlives_the_database(archive: Path) -> None:
    with Archive(archive) as opened:
        (dated,) = opened.by_year(2016)
    (archive / DATABASE).write_bytes(b"not a database" * 100)
    done = repair_archive(archive)
    assert done.lost == ()
    assert done.read_again == len(STORIES)
    with Archive(archive) as opened:
        assert [entry.published for entry in opened.by_year(2016)] == [dated.published]
        assert list(opened.check()) == []
