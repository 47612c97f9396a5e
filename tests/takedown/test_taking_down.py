"""Notes, delisting and forgetting: on every output, through adding again, repair and reread, until they are taken back."""

import pickle
from pathlib import Path

import pytest

from backfile.archive import Archive
from backfile.archive.settled.rulings import DELIST, FORGET, NOTE
from backfile.archive.store.database import DATABASE
from backfile.errors import StoryForgotten, StoryMissing, TakedownRefused
from backfile.model.takedown_grounds import TakedownGround
from backfile.open_archive import OpenArchive
from backfile.repair import repair_archive
from backfile.taking_down import Word
from tests.site.client import Client, read
from tests.takedown.conftest import COPY, OTHER, STORY, VIEW, WORD, Ids

PRIVACY = TakedownGround.PRIVACY
DROPPED = "The charges were dropped on 3 June 2003."


def listed(archive: Archive) -> set[str]:
    """Every story that a list, a search, a feed or a count names."""
    site = Client(archive)
    found = {entry.id for entry in archive.newest()} | {entry.id for entry in archive.search("").entries}
    found |= {entry.id for entry in archive.entries()} | {entry.id for entry in archive.by_year(2003)}
    assert len(archive) == archive.stats().stories == sum(count for _, count in archive.outlets()) == len(found)
    for path in ("/feed.atom", "/newest", "/outlet/courier.example", "/search?q=ferry", "/author/Ann%20Lee"):
        shown = site.get(path).text
        found |= {one for one in (entry.id for entry in archive.entries()) if one in shown}
    return found


def test_a_note_stands_above_the_story_wherever_it_is_read(archive: OpenArchive, ids: Ids) -> None:
    story = ids(STORY)
    before = archive.story(story)
    archive.note([story], f"  {DROPPED}\n", WORD)
    after = archive.story(story)
    assert [(note.kind, note.text) for note in after.notes] == [("archive", DROPPED)]
    assert (after.body, after.versions) == (before.body, before.versions)
    site = Client(archive)
    shown = site.get(f"/story/{story}").text
    assert shown.index(DROPPED) < shown.rindex("eleven lamps")
    assert DROPPED in site.get("/feed.atom").text
    assert archive.stats().takedowns == (("note", 1),)
    archive.note([story], "They were dropped.", WORD)
    assert [note.text for note in archive.story(story).notes] == ["They were dropped."]
    archive.take_back(NOTE, [story], WORD)
    assert archive.story(story) == before


def test_a_delisted_story_is_in_no_list_and_read_at_its_address(archive: OpenArchive, ids: Ids) -> None:
    story, other = ids(STORY), ids(COPY)
    before = listed(archive)
    archive.delist([story], PRIVACY, WORD)
    assert listed(archive) == before - {story}, "with its print page, which is the same story"
    assert archive.search("deckhand").total == 1
    assert {entry.id for entry in archive.search("deckhand").entries} == {other}
    assert [copy.id for copy in archive.story(other).copies] == [], "another outlet's copy does not lead to it"
    assert all(quotation.story != story for quotation in archive.quotes(speaker="quillfeather"))
    site = Client(archive)
    assert site.get(f"/story/{story}").headers["x-robots-tag"] == "noindex"
    assert read(site, f"/story/{story}").css_matches("meta[name=robots][content=noindex]")
    assert site.get(f"/story/{story}.json").headers["x-robots-tag"] == "noindex"
    assert "x-robots-tag" not in site.get(f"/story/{other}").headers
    assert [one.id for one in archive.at(STORY).stories] == [story]
    assert [*archive.check()] == []
    archive.take_back(DELIST, [story], WORD)
    assert listed(archive) == before


def test_a_print_page_added_later_is_delisted_with_its_story(tmp_path: Path, pages: Path) -> None:
    with OpenArchive(tmp_path / "back") as archive:
        archive.add(pages / "held-2.html")
        (story,) = archive.entries()
        archive.delist([story.id], PRIVACY, WORD)
        archive.add(pages / "print.html")
        assert len(archive) == 0
        assert [copy.is_view for copy in archive.story(story.id).copies] == [True]


def test_a_forgotten_story_is_gone_and_stays_gone(archive: OpenArchive, ids: Ids, pages: Path, tmp_path: Path) -> None:
    story = ids(STORY)
    settled = archive.settle(story, "2003-05-20", because="the paper", by="Jo Ash")
    assert settled.published
    done = archive.forget([story, ids(VIEW)], PRIVACY, WORD)
    assert sorted(Path(place).name for place in done.left) == ["held-1.html", "held-2.html", "print.html"]
    with pytest.raises(StoryForgotten) as tombstone:
        archive.story(story)
    assert (tombstone.value.ground, len(tombstone.value.day)) == ("privacy", 10)
    assert pickle.loads(pickle.dumps(tombstone.value)).ground == "privacy"
    assert "quillfeather" not in str(tombstone.value).lower()
    assert {entry.id for entry in archive.entries()} == {ids(COPY), ids(OTHER)}
    assert b"missing lamps" not in (archive.folder / DATABASE).read_bytes()
    (tmp_path / "again").mkdir()
    (tmp_path / "again" / "other-name.html").write_bytes((pages / "held-2.html").read_bytes())
    added = archive.add(tmp_path / "again")
    assert (added.stories, added.skipped) == (0, {"withheld": 1})
    assert "quillfeather" not in Path(added.report).read_text()
    assert [*archive.check()] == []
    assert repair_archive(archive.folder).lost == ()
    archive.let_go()
    assert len(archive) == 2


def test_the_site_keeps_a_tombstone(archive: OpenArchive, ids: Ids) -> None:
    story = ids(STORY)
    archive.forget([story, ids(VIEW)], TakedownGround.COURT_ORDER, WORD)
    site = Client(archive)
    for address in (f"/story/{story}", f"/story/{story}.json", f"/at/{STORY}", f"/raw/{story}"):
        answer = site.get(address)
        assert answer.status_code == 410, address
        assert "by order of a court" in answer.text
        assert "Jo Ash" not in answer.text
    about = site.get("/about").text
    assert "taken out of the archive, by order of a court" in about
    assert "letter 7" not in about


def test_forgetting_is_taken_back_from_the_saved_pages(archive: OpenArchive, ids: Ids) -> None:
    story = ids(STORY)
    before, entries = archive.story(story), {entry.id for entry in archive.entries()}
    archive.settle(story, "2003-05-20", because="the paper", by="Jo Ash")
    archive.forget([story, ids(VIEW)], PRIVACY, WORD)
    archive.take_back(FORGET, [story, ids(VIEW)], Word(None, "Li Oak"))
    assert archive.is_settled(story), "what archivists said of its day holds again"
    archive.unsettle(story, by="Li Oak")
    after = archive.story(story)
    assert (after.body, after.url, len(after.versions)) == (before.body, before.url, len(before.versions))
    assert {entry.id for entry in archive.entries()} == entries
    assert [*archive.check()] == []


def test_an_archive_made_again_from_its_files_stays_without_it(archive: OpenArchive, ids: Ids) -> None:
    archive.forget([ids(COPY)], PRIVACY, WORD)
    archive.delist([ids(OTHER)], PRIVACY, WORD)
    archive.close()
    (archive.folder / DATABASE).write_bytes(b"no database")
    repair_archive(archive.folder)
    with Archive(archive.folder) as again:
        assert {entry.id for entry in again.entries()} == {ids(STORY)}
        with pytest.raises(StoryForgotten):
            again.story(ids(COPY))


def test_what_cannot_be_undone_is_not_done_unasked(tmp_path: Path, pages: Path) -> None:
    saved = tmp_path / "saved.html"
    saved.write_bytes((pages / "fares.html").read_bytes())
    with OpenArchive(tmp_path / "back") as archive:
        archive.add(saved, copy=True)
        (story,) = archive.entries()
        saved.unlink()
        with pytest.raises(TakedownRefused, match="--for-good"):
            archive.forget([story.id], PRIVACY, WORD, destroy=True)
        done = archive.forget([story.id], PRIVACY, WORD, destroy=True, for_good=True)
        assert (done.destroyed, done.left) == (1, ())
        assert not [*(archive.folder / "payloads").rglob("*.zst")]
        with pytest.raises(TakedownRefused, match="not to be had"):
            archive.take_back(FORGET, [story.id], WORD)
        assert len(archive) == 0
        assert archive.add(pages / "fares.html").stories == 1, "it was taken back: added, it is a story again"


def test_a_page_that_is_gone_is_said_before_it_is_forgotten(tmp_path: Path, pages: Path) -> None:
    saved = tmp_path / "saved.html"
    saved.write_bytes((pages / "fares.html").read_bytes())
    with OpenArchive(tmp_path / "back") as archive:
        archive.add(saved)
        (story,) = archive.entries()
        saved.unlink()
        with pytest.raises(TakedownRefused, match="could not be undone"):
            archive.forget([story.id], PRIVACY, WORD)
        assert story.id in archive


def test_nothing_is_taken_back_that_was_not_said(archive: OpenArchive, ids: Ids) -> None:
    for kind in (NOTE, DELIST, FORGET):
        with pytest.raises(TakedownRefused, match="nothing to take back"):
            archive.take_back(kind, [ids(STORY)], WORD)
    with pytest.raises(StoryMissing):
        archive.delist(["nowhere"], PRIVACY, WORD)
