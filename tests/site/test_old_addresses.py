"""Old addresses on the site: under /at/, and as the bare path that a newsroom's old links have."""

import pytest
from tests.archive.told import archive_of, told
from tests.site.client import Client, read, words

from backfile.archive import Archive

FERRY = "courier.example/2003/05/20/caf%C3%A9.asp?id=7&part=2"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    stories = [
        (1, told(FERRY, "2003-05-20", "The cable ferry sank.", headline="Ferry sinks")),
        (2, told("courier.example/news/1", "2003-05-21", "The ferry was raised.", headline="Ferry raised")),
        (3, told("beacon.example/news/1", None, "A cow got loose.", headline="Cow loose")),
        (4, told("courier.example/story/years.html", "2004-01-01", "The new year came.", headline="New year")),
    ]
    with Archive(archive_of(tmp_path_factory.mktemp("old"), stories)) as archive:
        yield Client(archive)


@pytest.mark.parametrize(
    ("path", "host"),
    [
        (f"/at/https://{FERRY}", None),
        (f"/at/https:/www.{FERRY}", None),
        (f"/at/{FERRY}", None),
        ("/2003/05/20/caf%C3%A9.asp?part=2&id=7", "courier.example"),
        ("/2003/05/20/caf%C3%A9.asp?id=7&part=2", "archive.example"),
    ],
)
def test_an_old_address_leads_to_its_story(site, path, host):
    answer = site.get(path, headers={"host": host} if host else {})
    assert answer.status_code == 301
    assert answer.headers["cache-control"] == "no-cache"
    assert read(site, answer.headers["location"]).css_first("h1").text(strip=True) == "Ferry sinks"


def test_the_host_that_is_asked_comes_first(site):
    led = site.get("/news/1", headers={"host": "www.courier.example"}).headers["location"]
    assert read(site, led).css_first("h1").text(strip=True) == "Ferry raised"


def test_a_path_of_two_hosts_lists_both_with_their_dates(site):
    page = read(site, "/news/1")
    assert words(page, "h1") == ["Stories of one address"]
    assert words(page, ".entry-date") == ["21 May 2003 23 years ago", "Undated"]
    assert sorted(words(page, ".copies .address")) == [
        "https://beacon.example/news/1",
        "https://courier.example/news/1",
    ]


def test_an_old_path_under_one_of_the_sites_own(site):
    led = site.get("/story/years.html").headers["location"]
    assert read(site, led).css_first("h1").text(strip=True) == "New year"


def test_an_address_that_is_not_held(site):
    page = read(site, '/at/https://nowhere.example/<script>alert(1)</script>"', status=404)
    assert words(page, "h1") == ["Not in the archive"]
    assert page.css("main script") == []
    assert words(read(site, "/2003/nothing.html", status=404), "h1") == ["No such page"]
    assert site.ask("POST", "/news/1").status_code == 404
