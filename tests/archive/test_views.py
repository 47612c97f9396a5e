"""Views of one story: which are, and that lists, counts, searches and quotations have the story once."""

from pathlib import Path

import pytest
from tests.archive.told import archive_of, told

from backfile.archive import Archive
from backfile.archive.passages.views import View, are_views, is_view_address
from backfile.errors import SourceMissing
from backfile.model.capture import Capture, Place
from backfile.model.story import Stamp, Story
from backfile.story.identity import story_id

DAY = Stamp("2001-03-06", "day", "unknown", "visible", "March 6, 2001")
PAGE = View(1, "a", "Ferry fares to rise", "https://courier.example/2001/0306/ferry.html", DAY, 300)
PRINT = View(2, "b", "Ferry fares to rise | Courier", "https://courier.example/print.asp?id=1172", None, 290)


@pytest.mark.parametrize(
    ("address", "is_view"),
    [
        ("https://c.example/print.asp?id=1", True),
        ("https://c.example/news/1?output=amp", True),
        ("https://c.example/amp/news/1", True),
        ("https://m.c.example/news/1", True),
        ("https://c.example/news/1/print/", True),
        ("https://c.example/printarticle/1", True),
        ("https://c.example/blueprint-for-the-camp", False),
        ("https://music.example/sprint", False),
        ("https://c.example/news/amplifiers", False),
        (None, False),
    ],
)
def test_addresses_of_views(address: str | None, is_view: bool) -> None:
    assert is_view_address(address) == is_view


def test_what_is_a_view() -> None:
    moved = PRINT._replace(url="https://courier.example/news/ferry", headline="FERRY fares to rise", runs=300)
    assert are_views(PAGE, PRINT, 850)
    assert are_views(PAGE, moved, 1000)
    assert are_views(PAGE, PRINT._replace(published=DAY._replace(value="2001-03")), 850)


def test_what_is_no_view() -> None:
    moved = PRINT._replace(url="https://courier.example/news/ferry", headline="Ferry fares to rise")
    assert not are_views(PAGE, PRINT, 790)
    assert not are_views(PAGE, PRINT._replace(runs=120), 1000), "the first of three pages"
    assert not are_views(PAGE, PRINT._replace(published=DAY._replace(value="2001-03-07")), 1000), "another day"
    assert not are_views(PAGE, moved, 980), "a market report of which one number changed"
    assert not are_views(PAGE, moved._replace(headline="Fares"), 1000)


TEXT = (
    "Fares on the river ferry will rise in May, the harbour board said after a long meeting at the town hall on Tuesday night."
    " “We held them down for nine years and the old boiler will not wait for a tenth,” said Harbour Board Chairwoman Ruth Hallam."
    " A crossing will cost two dollars, and a book of ten tickets fifteen, for walkers and for those who come with bicycles."
)


def gone(place: Place) -> Capture:
    raise SourceMissing("it was made up", str(place))


def views(text: str = TEXT) -> list[Story]:
    page = told("courier.example/2001/ferry", "2001-03-06", text, headline="Ferry fares to rise")
    printed = told("courier.example/print.asp?id=1172", None, text, headline="Ferry fares to rise")
    elsewhere = told("beacon.example/ferry", "2001-03-07", text, headline="Ferry to cost more")
    return [page, printed, elsewhere]


@pytest.mark.parametrize(("order", "batch"), [((0, 1, 2), 1), ((2, 1, 0), 1), ((1, 2, 0), 1000)])
def test_views_are_one_story_everywhere(tmp_path: Path, order: tuple[int, ...], batch: int) -> None:
    given = views()
    folder = archive_of(tmp_path / "a", [(1 + at, given[at]) for at in order], batch=batch)
    page, printed, elsewhere = (story_id(story.url, None, "") for story in given)
    with Archive(folder) as archive:
        assert [entry.id for entry in archive.newest()] == [elsewhere, page]
        assert (len(archive), archive.years(), archive.stats().stories) == (2, ((2001, 2),), 2)
        assert dict(archive.outlets()) == {"Courier": 1, "Beacon": 1}
        assert archive.search("harbour").total == 2
        assert archive.quotes(speaker="hallam").total == 2
        assert [(copy.id, copy.is_view) for copy in archive.story(page).copies] == [(printed, True), (elsewhere, False)]
        assert [(copy.id, copy.is_view) for copy in archive.story(printed).copies] == [(page, True), (elsewhere, False)]
        assert {entry.id: entry.copy_count for entry in archive.newest()} == {page: 1, elsewhere: 1}
        said = [fault.message for fault in archive.check(gone) if "can no longer be read" not in fault.message]
        assert said == []  # the captures are made up


def test_a_story_that_changed_is_no_view_any_more(tmp_path: Path) -> None:
    page, printed, _ = views()
    longer = TEXT + " ".join(f"At pier {number} the crowd went home in the rain." for number in range(20))
    other = views(longer)[0]
    folder = archive_of(tmp_path / "a", [(1, page), (2, printed), (30, other)], batch=1)
    with Archive(folder) as archive:
        assert {entry.id for entry in archive.newest()} == {story_id(page.url, None, "")}
        assert archive.undated().total == 1
        assert archive.search("harbour").total == 2
        assert archive.quotes(speaker="hallam").total == 2
