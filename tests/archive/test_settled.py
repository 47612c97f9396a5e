"""What an archivist says of a story's day: beside what the page says, never over it, and never taken away again."""

import shutil
import sqlite3
from datetime import UTC, date, datetime
from itertools import pairwise
from pathlib import Path

import pytest
from tests.archive.told import archive_of, told

from backfile.archive import Archive
from backfile.archive.integrity.upgrade import upgrade_archive
from backfile.archive.settled.archivist_dates import Settling, parse_day, settled
from backfile.archive.store.database import DATABASE
from backfile.errors import DayRefused, StoryMissing
from backfile.model.reason_codes import SettledCode
from backfile.open_archive import OpenArchive
from backfile.wording.age import said_against, say_ground

AT = datetime(2026, 11, 25, 22, tzinfo=UTC)
UNDATED = told("post.example/1", None, "“It is a fine ferry,” said Ruth Hallam on Thursday.", headline="A ferry")
DATED = told("post.example/2", "2017-02-23", "The council met on Monday.", headline="A council")
YEAR = told("post.example/3", "2017", "The mill was built by two brothers.", headline="A mill")
SAID = {"because": "the ferry’s log", "by": "Jo Ash", "at": AT}


@pytest.fixture
def archive(tmp_path: Path) -> OpenArchive:
    return OpenArchive(archive_of(tmp_path / "a", [(10, UNDATED), (10, DATED), (10, YEAR)]))


def id_of(archive: Archive, headline: str) -> str:
    return next(e.id for e in (*archive.by_year(None), *archive.newest()) if e.headline == headline)


@pytest.mark.parametrize("day", ["2017-02-23", "2017-02", "2017"])
def test_days_months_and_years_are_taken(archive: OpenArchive, day: str) -> None:
    story = archive.settle(id_of(archive, "A ferry"), day, **SAID)
    assert story.published is not None
    assert (story.published.value, story.published.basis, story.published.conflict) == (day, "archivist", False)
    assert say_ground(story.published) == "Dated by an archivist, Jo Ash, on 25 November 2026: the ferry’s log"
    assert archive.by_year(None) == []
    assert [entry.published for entry in archive.by_year(2017) if entry.id == story.id] == [story.published]


@pytest.mark.parametrize("day", ["23 February 2017", "2017-02-30", "2017-13", "17", "", "2017-02-23T10:00", "0000"])
def test_what_is_no_day_is_not(day: str) -> None:
    with pytest.raises(ValueError, match="no day"):
        parse_day(day)


def test_all_that_lists_stories_uses_it(archive: OpenArchive) -> None:
    story_id = id_of(archive, "A ferry")
    archive.settle(story_id, "2017-02-23", **SAID)
    found = archive.search("ferry", since=date(2017, 2, 23), until=date(2017, 2, 23))
    assert [entry.id for entry in found.entries] == [story_id]
    assert archive.search("ferry", undated=True).total == 0
    (quotation,) = archive.quotes(speaker="hallam").quotations
    assert quotation.published is not None
    assert (quotation.published.value, quotation.said_on) == ("2017-02-23", "2017-02-23")
    assert [m.value for m in archive.story(story_id).dates] == ["2017-02-23"]
    assert archive.stats().undated == 0
    assert archive.undated().total == 0


def test_taking_it_back_leaves_all_as_it_was_but_for_the_history(archive: OpenArchive) -> None:
    story_id = id_of(archive, "A ferry")
    before, quotes = archive.story(story_id), archive.quotes()
    archive.settle(story_id, "2017-02-23", **SAID)
    archive.settle(story_id, "2017-02-24", **SAID | {"because": "the mayor’s diary"})
    after = archive.unsettle(story_id, by="Li Oak", because="another ferry", at=AT)
    assert [(clue.value, clue.used, str(clue.why_not)) for clue in after.evidence] == [
        ("2017-02-23", False, "settled anew by Jo Ash, on 25 November 2026: the mayor’s diary"),
        ("2017-02-24", False, "taken back by Li Oak, on 25 November 2026: another ferry"),
    ]
    assert {**after.to_dict(), "evidence": []} == {**before.to_dict(), "evidence": []}
    assert archive.quotes() == quotes
    assert [entry.id for entry in archive.by_year(None)] == [story_id]
    assert archive.search("ferry", undated=True).total == 1
    with pytest.raises(DayRefused, match="nothing to take back"):
        archive.unsettle(story_id, by="Li Oak")


def test_rows_are_only_ever_added(archive: OpenArchive) -> None:
    story_id = id_of(archive, "A ferry")
    archive.settle(story_id, "2017-02", **SAID)
    archive.unsettle(story_id, by="Li Oak", at=AT)
    archive.settle(story_id, "2017-03", **SAID)
    rows = sqlite3.connect(archive.folder / DATABASE).execute("SELECT value, archivist FROM settlings ORDER BY key")
    assert rows.fetchall() == [("2017-02", "Jo Ash"), (None, "Li Oak"), ("2017-03", "Jo Ash")]


def test_it_lives_through_adding_again_new_versions_and_a_new_index(archive: OpenArchive) -> None:
    story_id = id_of(archive, "A ferry")
    archive.settle(story_id, "2017-02-23", **SAID)
    changed = told("post.example/1", None, UNDATED.body + " It is free.", headline="A free ferry")
    archive_of(archive.folder, [(10, UNDATED), (20, changed)])
    shutil.rmtree(archive.folder / "search")
    upgrade_archive(archive.folder)
    with Archive(archive.folder) as again:
        assert again.search("free ferry", since=date(2017, 2, 23)).total == 1
        story = again.story(story_id)
        assert len(story.versions) == 2
        for version in story.versions:
            shown = again.story(story_id, version=version.id)
            assert shown.published is not None
            assert shown.published.value == "2017-02-23"
        assert {q.published and q.published.value for q in again.quotes().quotations} == {"2017-02-23"}


def test_the_pages_own_date_stays(archive: OpenArchive) -> None:
    story_id = id_of(archive, "A council")
    with pytest.raises(DayRefused, match=r"the page itself gives 2017-02-23 .*--despite-page"):
        archive.settle(story_id, "2016-01-05", **SAID)
    assert archive.story(story_id).evidence == DATED.evidence
    story = archive.settle(story_id, "2016-01-05", despite_page=True, **SAID)
    assert story.published is not None
    assert (story.published.value, story.published.basis, story.published.conflict) == ("2017-02-23", "given", True)
    assert said_against(story) == (
        "An archivist dates it 5 January 2016 (Jo Ash, on 25 November 2026: the ferry’s log)"
    )
    assert [entry.published for entry in archive.newest() if entry.id == story_id] == [story.published]


@pytest.mark.parametrize("day", ["2017-02-23", "2017-02-24", "2017-02", "2017"])
def test_an_archivist_who_agrees_with_the_page_makes_no_conflict(archive: OpenArchive, day: str) -> None:
    story = archive.settle(id_of(archive, "A council"), day, **SAID)
    assert story.published == DATED.published
    assert said_against(story) is None
    assert story.evidence[-1].why_not == SettledCode.PAGE_AGREES.of()


def test_a_day_of_the_pages_year_says_more_of_the_same_date(archive: OpenArchive) -> None:
    story = archive.settle(id_of(archive, "A mill"), "2017-03", **SAID)
    assert story.published is not None
    assert (story.published.value, story.published.basis, story.published.conflict) == ("2017-03", "archivist", False)
    assert (story.window.earliest, story.window.latest) == ("2017-03-01", "2017-03-31")


def test_days_that_cannot_be_are_never_taken(archive: OpenArchive) -> None:
    story_id = id_of(archive, "A ferry")
    for despite in (False, True):
        with pytest.raises(DayRefused, match="saved on 2019-01-11"):
            archive.settle(story_id, "2019-01-13", despite_page=despite, **SAID)
        with pytest.raises(DayRefused, match="has not come"):
            archive.settle(story_id, "2027", despite_page=despite, **SAID)
    assert archive.story(story_id).published is None
    archive.settle(story_id, "2019-01-12", despite_page=True, **SAID)


def test_days_outside_the_window_are_taken_only_on_demand(archive: OpenArchive) -> None:
    story_id = id_of(archive, "A ferry")
    with pytest.raises(DayRefused, match=r"1985 is outside 1990-01-01 to .*the web is no older"):
        archive.settle(story_id, "1985", **SAID)
    story = archive.settle(story_id, "1985", despite_page=True, **SAID)
    assert story.published is not None
    assert (story.published.value, story.published.conflict) == ("1985", True)
    assert (story.window.earliest, story.window.latest) == ("1985-01-01", "1985-12-31")
    again = archive.settle(story_id, "2017-02", **SAID)
    assert again.published is not None
    assert again.published.conflict is False


def test_a_page_that_is_dated_later_on_keeps_its_own_date(archive: OpenArchive) -> None:
    story_id = id_of(archive, "A ferry")
    archive.settle(story_id, "2017-02-20", **SAID)
    archive_of(archive.folder, [(20, told("post.example/1", "2017-02-23", UNDATED.body, headline="A ferry"))])
    story = archive.story(story_id)
    assert story.published is not None
    assert (story.published.value, story.published.conflict) == ("2017-02-23", True)
    assert said_against(story) is not None


def test_nothing_said_changes_nothing() -> None:
    record = UNDATED.to_dict()
    assert settled(record, []) is record
    taken_back = settled(
        record,
        [
            Settling("2017", "a guess", "Jo Ash", "2026-01-01T00:00:00Z"),
            Settling(None, None, "Jo Ash", "2026-01-02T00:00:00Z"),
        ],
    )
    assert {**taken_back, "evidence": []} == record


def test_no_such_story(archive: OpenArchive) -> None:
    with pytest.raises(StoryMissing):
        archive.settle("nothing", "2017", **SAID)
    with pytest.raises(StoryMissing):
        archive.unsettle("nothing", by="Jo Ash")


def test_ids_may_be_cut_short(archive: OpenArchive) -> None:
    full = id_of(archive, "A ferry")
    assert archive.full_id(full) == archive.full_id(full[:8]) == full
    with pytest.raises(StoryMissing, match="no story"):
        archive.full_id("")
    with pytest.raises(StoryMissing, match="no story"):
        archive.full_id(full + "x")


def test_more_than_one_story_of_that_start(tmp_path: Path) -> None:
    many = [told(f"post.example/{n}", "2017", f"The {n}th story of the day.") for n in range(40)]
    with Archive(archive_of(tmp_path / "a", enumerate(many))) as archive:
        ids = sorted(entry.id for entry in archive.newest())
        start = next(a[0] for a, b in pairwise(ids) if a[0] == b[0])
        with pytest.raises(StoryMissing, match=f"more than one story begins with {start}: {start}"):
            archive.full_id(start)
