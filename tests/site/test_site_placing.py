"""Dates that archivists gave, and likely days, as pages, feed and records show them."""

import xml.etree.ElementTree as ET

import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.archive.told import archive_of, told
from tests.site import fake
from tests.site.client import IN_2026, IN_2040, Client
from tests.site.walking import ATOM

from backfile.open_archive import OpenArchive

GROUND = "Dated by an archivist, Jo Ash, on 23 November 2026: the ferry’s <b>log</b>."
FERRY = "“It is a fine ferry that we have in this town,” said Ruth Hallam on Thursday."


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    stories = [
        told("post.example/1", None, FERRY, headline="A ferry"),
        told("beacon.example/2", "2017-02-24", FERRY + " It runs.", headline="Ferry runs"),
    ]
    with OpenArchive(archive_of(tmp_path_factory.mktemp("placing") / "a", ((5, story) for story in stories))) as opened:
        (undated,) = opened.by_year(None)
        opened.settle(undated.id, "2017-02-23", because="the ferry’s <b>log</b>", by="Jo Ash", at=IN_2026)
        dated = next(entry for entry in opened.newest() if entry.headline == "Ferry runs")
        opened.settle(dated.id, "2016-03", because="a clipping", by="Jo Ash", at=IN_2026, despite_page=True)
        yield opened


def words(node):
    return " ".join(node.text(deep=True).split())


def page(site, path):
    answer = site.get(path)
    assert answer.status_code == 200
    return LexborHTMLParser(answer.text)


def settled_path(archive):
    return "/story/" + next(entry.id for entry in archive.newest() if entry.headline == "A ferry")


def test_a_settled_story_says_by_whom_it_is_dated(archive):
    story = page(Client(archive), settled_path(archive))
    assert words(story.css_first(".when")) == "From 23 February 2017 · 9 years ago"
    assert words(story.css_first(".doubt")) == f"{GROUND} What the page says is below."
    assert "23 February 2017 (dated by an archivist)" in words(story.css_first(".citation"))
    assert (
        "From 23 February 2017 (dated by an archivist)"
        in story.css_first("[data-copy-line]").attributes["data-copy-line"]
    )
    assert "(dated by an archivist)" in story.css_first('meta[name="description"]').attributes["content"]
    assert story.css_first("time[datetime]").attributes["datetime"] == "2017-02-23"
    clues = [words(row) for row in story.css(".clues tbody tr")]
    assert any("log</b>2017-02-23archivistarchivistYes" in clue for clue in clues)


def test_lists_searches_and_quotations_say_so_too(archive):
    site = Client(archive)
    speakers = [link.attributes["href"] for link in page(site, "/speakers").css(".person-name a")]
    (speaker,) = [path for path in speakers if "A ferry" in site.get(path).text]
    for path in ("/", "/year/2017", "/search?q=ferry", speaker):
        grounds = [words(node) for node in page(site, path).css(".entry-window")]
        assert GROUND in grounds, path
    utterance = page(site, speaker).css_first('a[href^="/utterance/"]').attributes["href"]
    assert "(dated by an archivist)" in words(page(site, utterance).css_first(".variants"))


def test_the_feed_and_the_record_say_so_too(archive):
    site = Client(archive)
    (entry,) = [e for e in ET.fromstring(site.get("/feed.atom").content).iter(f"{ATOM}entry") if "A ferry" in e[0].text]
    assert entry.find(f"{ATOM}summary").text.startswith(f"From 23 February 2017. {GROUND}")
    record = site.get(settled_path(archive) + ".json").json()
    assert record["published"]["basis"] == "archivist"
    assert record["evidence"][-1]["used"] is True


def test_a_page_that_an_archivist_contradicts_shows_both(archive):
    dated = next(entry for entry in archive.newest() if entry.headline == "Ferry runs")
    story = page(Client(archive), f"/story/{dated.id}")
    assert words(story.css_first(".when")).startswith("From 24 February 2017")
    assert [words(node) for node in story.css(".doubt")] == [
        "An archivist dates it March 2016 (Jo Ash, on 23 November 2026: a clipping). The page’s own date stays."
    ]


@pytest.mark.parametrize(("now", "age"), [(IN_2026, "25 years ago"), (IN_2040, "38 years ago")], ids=["2026", "2040"])
def test_likely_days_of_an_undated_story(now, age):
    story = page(Client(fake.archive(), now=now), "/story/undated1")
    likely = story.css_first(".likely")
    assert "stays undated" in words(story.css_first(".undated"))
    assert words(story.css_first(".undated summary")) == f"Undated likely 12 September 2001, {age}"
    assert [words(node) for node in likely.css("dt")] == [
        f"12 September 2001, {age}",
        f"14 September 2001 to 18 September 2001, {age}",
    ]
    assert words(likely.css_first("dd")) == str(fake.LIKELY[0].because[0])
    assert "12 September" not in story.css_first("title").text() + story.css_first("head").html + words(
        story.css_first(".citation")
    )


def test_a_dated_story_has_no_likely_days(archive):
    assert page(Client(fake.archive()), "/story/ferry2017").css_first(".likely") is None
