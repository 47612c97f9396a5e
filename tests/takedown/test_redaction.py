"""Redacting in an archive: nothing of the words at rest or in what is served, through adding again, reread and repair, until it is taken back."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from backfile.archive import Archive
from backfile.archive.passages.copies import passages_of
from backfile.archive.passages.copy_links import KIND
from backfile.archive.settled.archivist_log import LOG
from backfile.archive.store.database import DATABASE
from backfile.archive.store.key_runs import KeyRuns
from backfile.archive.store.schema import make_tables
from backfile.archive.store.story_records import Records
from backfile.archive.takedowns.takedown_key import KEY
from backfile.archive.takedowns.takedown_rulings import EVERYWHERE
from backfile.errors import ArchiveError, TakedownRefused
from backfile.open_archive import OpenArchive
from backfile.repair import repair_archive
from backfile.taking_down import Word
from tests.cli.ended import runner
from tests.site.client import Client
from tests.takedown.conftest import COPY, NAME, OTHER, STORY, VIEW, WORD, Ids

ALL = (EVERYWHERE,)


def said(archive: Archive) -> str:
    return str([archive.story(entry.id).to_dict() for entry in archive.entries()]).lower()


def files_with(folder: Path, words: bytes) -> list[str]:
    return [path.name for path in folder.rglob("*") if path.is_file() and words in path.read_bytes().lower()]


def test_a_name_is_left_out_everywhere_and_stays_out(
    archive: OpenArchive, ids: Ids, pages: Path, tmp_path: Path
) -> None:
    before = archive.state()
    done = archive.redact([NAME, "Quillfeather"], ALL, WORD)
    assert set(done.stories) == {ids(STORY), ids(VIEW), ids(COPY)}
    assert "quillfeather" not in said(archive)
    assert archive.story(ids(STORY)).headline == "[redacted] held over missing lamps"
    assert archive.story(ids(STORY)).url == "https://courier.example/2003/05/20/redacted-held.html"
    assert archive.search("quillfeather").total == 0
    assert archive.search("quillfeathr").suggestions == ()
    assert archive.search("lamps").total == 2, "the story stays, without the words"
    assert archive.speakers(name="quillfeather") == []
    assert files_with(archive.folder, b"quillfeather") == []
    assert [one.id for one in archive.at(STORY).stories] == [ids(STORY)], (
        "found by its old address, which is kept by its number alone"
    )
    assert archive.state() != before
    (tmp_path / "again").mkdir()
    (tmp_path / "again" / "x.html").write_bytes((pages / "held-2.html").read_bytes())
    added = archive.add(tmp_path / "again", pages)
    assert (added.stories, added.versions, added.held) == (0, 0, 5)
    assert "quillfeather" not in said(archive)
    assert files_with(archive.folder, b"quillfeather") == []
    assert [*archive.check()] == []


def test_the_saved_page_is_shown_without_the_words(archive: OpenArchive, ids: Ids) -> None:
    story, other = ids(STORY), ids(OTHER)
    archive.redact([NAME, "Quillfeather"], ALL, WORD)
    site = Client(archive)
    digest = archive.captures_of(story)[-1].payload_digest.removeprefix("sha256:")
    shown = site.get(f"/raw/{story}/{digest}/page").text
    assert "[redacted], 34, of Mill Lane" in shown
    source = site.get(f"/raw/{story}/source").text
    assert "shown to nobody" in source
    for text in (shown, source, site.get(f"/raw/{story}").text):
        assert "quillfeather" not in text.lower()
    assert "old boiler" in site.get(f"/raw/{other}/source").text


def test_what_is_said_in_one_story_is_left_out_of_that_alone(archive: OpenArchive, ids: Ids) -> None:
    archive.redact([NAME], [ids(STORY)], WORD)
    assert NAME.lower() not in str(archive.story(ids(STORY)).to_dict()).lower()
    assert NAME.upper() in str(archive.story(ids(COPY)).headline)
    assert archive.stats().takedowns == (("redact", 1),)


def test_it_is_taken_back_from_the_saved_pages(archive: OpenArchive, ids: Ids) -> None:
    def stories() -> dict[str, dict[str, object]]:
        return {one: archive.story(one).to_dict() for one in (ids(STORY), ids(VIEW), ids(COPY), ids(OTHER))}

    before = stories()
    done = archive.redact([NAME, "cable ferry at Alder Ferry"], ALL, WORD)
    assert stories() != before
    assert archive.unredact([NAME, done.ids[1]], ALL, Word(None, "Li Oak")).stories == ()
    assert stories() == before
    assert [*archive.check()] == []


def test_an_archive_made_again_from_its_files_stays_without_them(archive: OpenArchive) -> None:
    archive.redact([NAME, "Quillfeather"], ALL, WORD)
    archive.close()
    (archive.folder / DATABASE).write_bytes(b"no database")
    repair_archive(archive.folder)
    with Archive(archive.folder) as again:
        assert "quillfeather" not in said(again)
        assert "[redacted]" in said(again)


def test_without_its_key_an_archive_is_not_written(archive: OpenArchive, pages: Path) -> None:
    archive.redact([NAME], ALL, WORD)
    assert (archive.folder / KEY).stat().st_mode & 0o077 == 0
    (archive.folder / KEY).unlink()
    with pytest.raises(ArchiveError, match=r"takedown\.key is missing"):
        archive.add(pages)


def test_the_log_has_no_words(archive: OpenArchive, ids: Ids) -> None:
    archive.settle(ids(STORY), "2003-05-20", because=f"letter of {NAME}", by="Jo Ash")
    archive.note([ids(STORY)], f"{NAME} was acquitted.", WORD)
    archive.redact([NAME], ALL, WORD)
    assert b"quillfeather" not in (archive.folder / LOG).read_bytes().lower()
    assert archive.story(ids(STORY)).notes[0].text == "[redacted] was acquitted."
    with sqlite3.connect(archive.folder / DATABASE) as db:
        assert "uillfeather" not in str(
            db.execute("SELECT * FROM rulings").fetchall() + db.execute("SELECT * FROM settlings").fetchall()
        )
    archive.note([ids(OTHER)], f"Not by {NAME}.", WORD)
    assert archive.story(ids(OTHER)).notes[0].text == "Not by [redacted]."
    assert [*archive.check()] == []


def test_what_cannot_be_done_is_refused(archive: OpenArchive, ids: Ids) -> None:
    for words, scope, word, why in (
        (["of"], ALL, WORD, "too few letters"),
        (["Nobody Atall"], [ids(STORY)], WORD, "nowhere in it"),
        ([NAME], ALL, Word(f"letter of {NAME}", "Jo Ash"), "put it otherwise"),
    ):
        with pytest.raises(TakedownRefused, match=why):
            archive.redact(words, scope, word)
    with pytest.raises(TakedownRefused, match="nothing to take back"):
        archive.unredact([NAME], ALL, WORD)
    assert not (archive.folder / LOG).exists()


def test_redact_on_the_command_line(
    archive: OpenArchive, ids: Ids, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    run = runner(capsys, "--archive", archive.folder)
    archive.close()
    for given, says in (
        (("--everywhere", "--in", "k"), "say where"),
        ((), "say where"),
        (("--everywhere", "--only"), "takes no --also"),
    ):
        ended = run("redact", NAME, *given, "--because", "a letter")
        assert (ended.code, says in ended.err) == (2, True)
    done = run("redact", NAME, "--in", ids(STORY), "--only", "--because", "a letter", "--by", "Jo")
    assert done.out == f"{ids(STORY)} is redacted: [redacted] held over missing lamps\n"
    assert run("show", ids(STORY), "--blocks").code == 1
    undone = run("redact", NAME, "--in", ids(STORY), "--only", "--undo")
    assert "in their stories again" in undone.out
    assert NAME in run("show", ids(STORY)).out


def test_who_has_the_archive_open_reads_the_one_that_was_made_again(archive: OpenArchive, ids: Ids) -> None:
    with Archive(archive.folder) as reader:
        site = Client(reader)
        assert "Quillfeather" in site.get("/newest").text
        assert reader.search("quillfeather").total == 2
        archive.redact([NAME, "Quillfeather"], ALL, WORD)
        assert "quillfeather" not in said(reader)
        for path in ("/newest", f"/story/{ids(STORY)}", "/outlet/courier.example", f"/at/{STORY}"):
            assert "quillfeather" not in site.get(path).text.lower(), path
        assert reader.search("quillfeather").total == 0


def test_only_what_is_concerned_is_made_anew(archive: OpenArchive, ids: Ids) -> None:
    def changes() -> dict[str, int]:
        with closing(sqlite3.connect(archive.folder / DATABASE)) as db:
            return dict(db.execute("SELECT id, change FROM stories").fetchall())

    before = changes()
    archive.redact([NAME, "Quillfeather"], ALL, WORD)
    assert {story for story, change in changes().items() if change == before[story]} == {ids(OTHER)}
    assert [*archive.check()] == [], "the same as an archive that is made again"
    with closing(sqlite3.connect(archive.folder / DATABASE)) as db:
        assert db.execute("SELECT count(*) FROM names WHERE name LIKE '%quill%'").fetchone() == (0,)
        assert db.execute("PRAGMA freelist_count").fetchone() == (0,)
    assert {path.name for path in archive.folder.iterdir()}.isdisjoint({"upgrade", f"{DATABASE}-wal"})


def test_no_trace_of_fingerprints_of_the_words_is_kept(archive: OpenArchive, ids: Ids) -> None:
    def held(text: str) -> set[int]:
        return {*(passages_of(text).keys >> 28).tolist()}

    def kept() -> set[int]:
        with closing(sqlite3.connect(archive.folder / DATABASE)) as db:
            runs = [run for kind in (KIND, f"{KIND}, gone") for run in KeyRuns(db, archive.folder, kind).runs()]
        return {entry >> 28 for run in runs for entry in run.tolist()}

    before = held(archive.story(ids(STORY)).body)
    assert before <= kept()
    archive.redact([NAME, "Quillfeather"], ALL, WORD)
    after = held(archive.story(ids(STORY)).body)
    assert before - after
    assert after <= kept()
    assert kept().isdisjoint(before - after)


def test_a_dictionary_has_no_part_of_the_words_that_are_taken_out_of_it() -> None:
    db = sqlite3.connect(":memory:")
    make_tables(db)
    records = Records(db)
    packed = [f"{number} Jane Quillfeather of Mill Lane, {number * 7919}".encode() for number in range(600)]
    for number, one in enumerate(packed):
        records.add(number, records.encoder.encode(one))
    trained = b"Tom Quillfeather was held. Jane Quill|feather of Mill Lane"
    records.keep_dictionary(trained)
    records.put_again([(number, records.encoded(number)) for number in range(600)])
    records.leave_out(["Jane Quillfeather", "Tom Quillfeather"])
    (kept,) = db.execute("SELECT bytes FROM dictionaries").fetchone()
    assert kept == b" " * 16 + b" was held. " + b" " * 10 + b"|" + b" " * 7 + b" of Mill Lane"
    assert [records.load_packed(number) for number in range(600)] == packed
    assert [Records(db).load_packed(number) for number in range(600)] == packed
