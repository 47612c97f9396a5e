"""Old addresses: in whatever form a reader has one, it leads to the story that stood there."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.archive.told import archive_of, told

from backfile.archive import Archive
from backfile.archive.addresses.plain_address import is_view_address, plain_address, with_scheme
from backfile.archive.store.writer import Store
from backfile.archive.versions.version_decision import Outcome
from backfile.errors import StoryMissing
from backfile.model.capture import Place, SkipReason

FERRY = "courier.example/2003/05/20/ferry.html?id=7&part=2"
SHARED = "beacon.example/2003/05/20/ferry.html?id=7&part=2"
ON_PHONES = "m.courier.example/news/9"
FORMS = (
    "https://courier.example/2003/05/20/ferry.html?id=7&part=2",
    "http://www.courier.example:80/2003/05/20/ferry.html?part=2&id=7#comments",
    "courier.example/2003/05/20/ferry.html?id=7&part=2&utm_source=mail",
    "https:/courier.example/2003/05/20/ferry.html?id=7&part=2",
    "https://amp.courier.example/2003/05/20/ferry.html?id=7&part=2",
    "https://courier.example/2003/05/20/ferry.amp.html?id=7&part=2",
    "https://courier.example/print/2003/05/20/ferry.html?id=7&part=2",
    "https://courier.example/2003/05/20/ferry.html?id=7&part=2&output=amp",
    "https://courier-example.cdn.ampproject.org/c/s/courier.example/2003/05/20/ferry.html?id=7&part=2",
)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    told_of = [(number, told(url, None, f"Words of story {number}.")) for number, url in enumerate((FERRY, ON_PHONES))]
    told_of += [(7, told(SHARED, "2003-05-20", "The other paper's own words."))]
    folder = archive_of(tmp_path_factory.mktemp("addresses"), told_of)
    with Store(folder) as store:
        place = Place("/made-up.warc", None, 900, 10)
        store.add(
            Outcome(place, "https://courier.example/", None, "", reason=SkipReason.LISTING, message="a front page")
        )
        store.commit()
    with Archive(folder) as opened:
        yield opened


@pytest.mark.parametrize("form", FORMS)
def test_every_form_of_an_address_finds_its_story(archive: Archive, form: str) -> None:
    found = archive.at(form)
    assert found.story is not None
    assert found.story.url == f"https://{FERRY}"
    assert archive.full_id(form) == found.story.id
    assert [(one.story, one.captured_at) for one in found.captures] == [(found.story.id, "2019-01-01T00:00:00Z")]


def test_a_page_for_phones_is_found_by_its_plain_address(archive: Archive) -> None:
    found = archive.at("https://www.courier.example/news/9/")
    assert found.story is not None
    assert found.story.url == f"https://{ON_PHONES}"
    assert [one.is_exact for one in found.captures] == [False]
    assert archive.at(ON_PHONES).captures[0].is_exact


@pytest.mark.parametrize(
    "other",
    [
        "https://courier.example/2003/05/20/ferry.html?id=8&part=2",
        "https://courier.example/2003/05/20/ferry.html",
        "no address",
        "",
    ],
)
def test_another_address_finds_nothing(archive: Archive, other: str) -> None:
    assert archive.at(other) == ((), ())


def test_a_path_is_found_on_every_host(archive: Archive) -> None:
    found = archive.at_path("/2003/05/20/ferry.html?part=2&id=7")
    assert {entry.url for entry in found.stories} == {f"https://{FERRY}", f"https://{SHARED}"}
    assert found.story is None
    assert archive.at_path("/news/9").story is not None
    assert archive.at_path("/") == ((), ()), "a front page is every host's"


def test_what_an_address_lacks_is_said(archive: Archive) -> None:
    with pytest.raises(StoryMissing, match="skipped as listing"):
        archive.full_id("https://courier.example/")
    with pytest.raises(StoryMissing, match="nothing that was saved at"):
        archive.full_id("https://nowhere.example/1")


def test_two_stories_of_one_address_are_both_listed(tmp_path: Path) -> None:
    at = "courier.example/live"
    one, other = told(at, "2003-05-20", "The words of one day."), told(f"{at}/print", "2004-01-02", "Those of another.")
    with Archive(archive_of(tmp_path, [(1, one), (2, other)])) as archive:
        found = archive.at("https://amp.courier.example/live")
        assert found.story is None
        assert len(found.stories) == len(found.captures) == 2
        assert archive.at(at).story == archive.at(at).stories[0], "the very form of it comes first"
        with pytest.raises(StoryMissing, match="more than one story stood at"):
            archive.full_id("https://amp.courier.example/live")


@pytest.mark.parametrize(
    ("url", "plain"),
    [
        ("https://c.example/?print=1172", "c.example?print=1172"),
        ("https://c.example/print.asp?id=3", "c.example/print.asp?id=3"),
        ("https://c.example/amplifiers/blueprint.html", "c.example/amplifiers/blueprint.html"),
        ("https://c.example/story?id=3&print=1&view=print", "c.example/story?id=3"),
        ("https://c.example/news/1_print.htm", "c.example/news/1.htm"),
        ("https://m.c.example/m/news/1", "c.example/news/1"),
        ("https://music.example/camp", "music.example/camp"),
        ("mailto:a@c.example", None),
        ("https://[::1", None),
    ],
)
def test_the_plain_form(url: str, plain: str | None) -> None:
    assert plain_address(url) == plain
    assert plain is None or plain_address(f"http://{plain}") == plain


@pytest.mark.parametrize(
    "text", ["k7ca", "paper.example", "javascript:alert(1)//a.example/", "ftp://a.example/1", "..", "/"]
)
def test_what_is_no_address(text: str) -> None:
    assert with_scheme(text) in (None, "http://paper.example")


def test_a_marked_address_is_a_views() -> None:
    assert is_view_address("https://m.c.example/news/1")
    assert not is_view_address("https://c.example/news/1")
