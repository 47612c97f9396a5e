"""The site's notice of what came later, a story's thread, and the page of a trace."""

import pytest
from tests.site.client import Client, read, words
from tests.site.fake import COPY, COPY_UNDATED, FERRY, FakeArchive

from backfile.errors import ArchiveError


@pytest.fixture
def site():
    return Client(FakeArchive([FERRY, COPY, COPY_UNDATED]))


def test_the_head_says_what_came_later(site):
    page = read(site, f"/story/{FERRY.id}")
    assert words(page, ".later") == ["1 later story here follows this matter, on 28 February 2017."]
    assert page.css_first('.later a[href="#thread"]')


def test_that_nothing_later_is_known_is_said(site):
    assert words(read(site, f"/story/{COPY.id}"), ".later") == ["Nothing later on this matter is known here."]


def test_the_thread_has_dates_and_grounds(site):
    page = read(site, f"/story/{FERRY.id}")
    assert words(page, "#thread h2") == ["Earlier on this matter", "Later on this matter"]
    assert words(page, "#thread .copy-date") == ["9 January 2017", "28 February 2017"]
    assert words(page, "#thread .grounds li") == ["both name Arundel", "they are 5 days apart"]


def test_an_earlier_version_has_no_notice(site):
    page = read(Client(FakeArchive([FERRY], {(FERRY.id, "aaa111"): FERRY})), f"/story/{FERRY.id}?version=aaa111")
    assert words(page, ".later") == []


def test_a_story_is_read_where_the_index_is_of_no_use():
    class Unindexed(FakeArchive):
        def thread(self, story_id, /):
            raise ArchiveError("the archive has no search index", "/saved/archive")

    page = read(Client(Unindexed([FERRY])), f"/story/{FERRY.id}")
    assert words(page, ".later") == ["What came later cannot be looked up: the archive has no search index."]


def test_a_paragraph_leads_to_its_trace(site):
    links = read(site, f"/story/{FERRY.id}").css("a.trace")
    page = read(site, links[0].attributes["href"])
    assert words(page, "h2") == ["First printed", "On a day not known"]
    assert "The day is known by: " in words(page, ".apparatus-words")[0]
    assert words(page, "ins")[0] == "put in: <twice>"
    assert words(page, ".grounds li")[0].startswith("A credit names The Associated Press as the source")


def test_the_record_has_the_thread(site):
    thread = site.get(f"/story/{FERRY.id}.json").json()["thread"]
    assert [link["order"] for link in thread] == ["before", "after"]
    assert thread[1]["grounds"][0] == {"code": "rare-names", "names": ["Arundel"]}


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("", []),
        ("?q=two+words", ["A passage of 4 words or more can be traced: give more of it."]),
        (f"?story={FERRY.id}&part=999", []),
        (f"?story={FERRY.id}&part=x", []),
    ],
)
def test_what_cannot_be_traced(site, query, says):
    assert words(read(site, f"/trace{query}"), ".trouble") == says


def test_words_that_nobody_printed(site):
    assert words(read(site, "/trace?q=nobody+printed+these+words"), ".nothing") == ["No story here prints it."]


def test_a_paragraph_of_a_story_that_is_not_there(site):
    assert site.get("/trace?story=nobody&part=0").status_code == 404
