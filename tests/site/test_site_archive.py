"""The site over a real archive: what the fake answers in the other tests, `backfile.archive.Archive` answers too."""

import asyncio
from datetime import UTC, datetime, timedelta
from sqlite3 import ProgrammingError

import pytest
from tests.site import fake
from tests.site.client import Client, read

from backfile.archive import Archive
from backfile.archive.search.index_writer import IndexWriter
from backfile.archive.store import writer as store
from backfile.archive.store.capture_tables import SourceState
from backfile.archive.versions.version_decision import outcome_of
from backfile.errors import ArchiveMissing
from backfile.model.capture import Capture, Place
from backfile.site import make_app, open_app

PATH = "/made-up.warc"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("archive")
    with store.Store(folder) as writer:
        writer.begin_source(SourceState(PATH, 1, 1, "digest"), copied=False)
        for number, story in enumerate((fake.OLDER_FERRY, fake.FERRY, fake.UNDATED, fake.HEBREW, *fake.FILLER)):
            at = datetime(2019, 1, 1, tzinfo=UTC) + timedelta(days=number)
            place = Place(PATH, None, number * 10, 10)
            writer.add(outcome_of(Capture(b"", f"sha256:{number:064d}", place, story.url, at), story))
        writer.commit()
        with IndexWriter(writer.db, folder) as index:
            index.catch_up()
    return folder


@pytest.fixture(scope="module")
def site(folder):
    with Archive(folder) as archive:
        yield Client(archive)


def test_a_search_leads_to_a_story_with_its_date_and_versions(site):
    found = read(site, "/search?q=ferry+flood")
    assert found.css_first(".entry-date").text(deep=True).split() == ["23", "February", "2017", "9", "years", "ago"]
    path = found.css_first(".entry-headline a").attributes["href"]
    story = read(site, path)
    assert " ".join(story.css_first(".when").text(deep=True).split()) == "From 23 February 2017 · 9 years ago"
    versions = [" ".join(line.text(deep=True).split()) for line in story.css(".versions li")]
    assert versions[0].startswith("Version 1: first seen 1 January 2019")
    assert "Version 2, shown here" in versions[1]
    older = read(site, story.css_first(".versions a").attributes["href"])
    assert older.css_first("h1").text() == fake.OLDER_FERRY.headline
    assert site.get(f"{path}.json").json()["headline"] == fake.FERRY.headline
    assert site.get(f"{path}?version=zzz").status_code == 404


def test_every_kind_of_list(site):
    assert len(read(site, "/newest").css(".entry")) == 30
    assert len(read(site, "/year/2017").css(".entry")) == 1
    assert [node.text() for node in read(site, "/undated").css(".entry-undated")] == ["Undated"]
    assert "Undated 1 story" in " ".join(read(site, "/years").css_first("main").text(deep=True).split())
    assert "73 stories" in read(site, "/about").css_first(".page-words").text()


def test_odd_queries_are_told_or_answered(site):
    for query in (
        "q=%22",
        "q=%00",
        "q=%ED%A0%80",
        "from=2017",
        "q=a&outlet=%F0%9F%97%9E",
        "q=OR",
        "q=-",
        "q=a:b",
        "q=%FF",
    ):
        assert site.get(f"/search?{query}").status_code in (200, 400), query
    assert site.get("/story/%ED%A0%80").status_code == 404
    assert site.get("/story/%00").status_code == 404


def test_a_search_that_finds_nothing_offers_words_that_are_written_much_like_it(site):
    found = read(site, "/search?q=ferrry&sort=date")
    assert found.css_first(".result-count").text() == "0 stories found"
    (link,) = (node for node in found.css(".nothing a") if node.text() == "ferry")
    assert read(site, link.attributes["href"]).css(".entry-headline")
    assert "sort=date" in link.attributes["href"]
    assert not read(site, "/search?q=ferry").css(".nothing")


def test_days_without_words(site):
    found = read(site, "/search?from=2017&to=2017")
    assert [node.text(strip=True) for node in found.css(".entry-headline a")] == [fake.FERRY.headline]
    assert "undated" in found.css_first(".left-out").text()
    assert len(read(site, "/search?undated=yes").css(".entry-undated")) == 1
    assert site.get("/search?undated=yes&from=2017").status_code == 400


def test_the_archive_is_closed_when_the_server_stops(folder):
    with Archive(folder) as archive:
        app = make_app(archive, now=lambda: datetime.now(UTC))

        async def started_and_stopped():
            async with app.router.lifespan_context(app):
                assert archive.stats().stories

        asyncio.run(started_and_stopped())
        with pytest.raises(ProgrammingError):
            archive.stats()


def test_the_app_of_a_folder(folder, tmp_path):
    app = open_app(folder)
    assert app.routes

    async def stopped():
        async with app.router.lifespan_context(app):
            pass

    asyncio.run(stopped())
    with pytest.raises(ArchiveMissing):
        open_app(tmp_path / "nothing")
