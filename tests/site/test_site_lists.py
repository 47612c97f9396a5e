"""Lists, search, feed and the rest: an item never without its date with the year, or the word Undated."""

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from tests.site.client import BASE, IN_2026, Client, read, words
from tests.site.fake import FERRY, HOSTILE, UNDATED, FakeArchive, day

from backfile.model.doubts import doubt
from backfile.model.entry import Entry
from backfile.model.reason_codes import DoubtCode
from backfile.model.story import Author, Outlet, Story, Window
from backfile.site import make_app
from backfile.site.lists import items

ATOM = "{http://www.w3.org/2005/Atom}"


def test_the_front_page_has_the_newest_dated_first(site):
    page = read(site, "/")
    assert words(page, ".entry-date")[:2] == ["24 February 2017 9 years ago", "23 February 2017 9 years ago"]
    assert words(page, ".entry-headline")[1] == FERRY.headline
    assert page.css_first('.page-words a[href="/undated"]').text() == "3 stories have no date"
    assert words(page, "h1") == ["79 stories, 1998 to 2017"]
    doors = [a.attributes["href"] for a in page.css("main a")]
    assert {
        "/years",
        "/year/2017",
        "/outlets",
        "/outlet/beacon.example",
        "/authors",
        "/speakers",
        "/changes",
        "/doubts",
    } <= set(doors)
    assert words(page, ".entry-source")[1] == "The Alder Ferry Courier · 2 versions · 2 copies elsewhere"


def test_lists_go_on_over_pages(site):
    seen, path = [], "/newest"
    while path:
        page = read(site, path)
        seen += [a.attributes["href"] for a in page.css(".entry-headline a")]
        following = page.css_first('.paging a[rel="next"]')
        path = following.attributes["href"] if following else None
    assert len(seen) == len(set(seen)) == 76
    assert read(site, "/newest?page=2").css_first('.paging a[rel="prev"]').attributes["href"] == "/newest"


def test_one_outlets_stories(site):
    page = read(site, "/outlet/The%20Alder%20Ferry%20Courier")
    assert set(words(page, ".entry-source bdi")) == {"The Alder Ferry Courier"}
    assert words(page, "h1") == ["The Alder Ferry Courier"]
    assert words(page, ".bar-link") == ["2014 1 story", "2017 1 story", "1998 1 story"]
    one_year = read(site, page.css_first(".bar-link").attributes["href"])
    assert words(one_year, ".entry-headline") == ["Election day as it happened"]
    assert words(one_year, ".chip") == ["2014 ×, take off"]
    assert one_year.css_first(".chip a").attributes["href"] == "/outlet/courier.example"
    section = read(site, page.css_first(".names a").attributes["href"])
    assert words(section, ".entry-headline") == [FERRY.headline]
    assert site.get("/outlet/nothing.example").status_code == 404


@pytest.mark.parametrize(
    ("before", "now"),
    [("/?outlet=Beacon+Six", "/outlet/Beacon%20Six"), ("/?page=2", "/newest?page=2")],
)
def test_addresses_of_earlier_versions_lead_on(site, before, now):
    answer = site.get(before)
    assert (answer.status_code, answer.headers["location"]) == (301, now)


def test_an_authors_stories(site):
    assert words(read(site, "/authors"), ".names li")[0] == "Ann Lee 2"
    page = read(site, "/author/Ann%20Lee")
    assert words(page, ".entry-headline") == ["Ferry back on Monday", FERRY.headline]
    assert "several of that name" in words(page, ".page-words")[0]
    assert words(page, ".names li") == ["Beacon Six 1", "The Alder Ferry Courier 1"]
    assert site.get("/author/Nobody").status_code == 404


def test_months_and_days(site):
    year = read(site, "/year/2017")
    assert words(year, ".bar-link") == ["Feb 2 stories"]
    month = read(site, year.css_first(".bar-link").attributes["href"])
    assert words(month, ".calendar .bar-link") == ["23 1 story", "24 1 story"]
    assert words(month, ".calendar tr:nth-child(1) td") == ["", "", "1", "2", "3", "4", "5"]
    day = read(site, month.css_first(".calendar a").attributes["href"])
    assert words(day, ".entry-headline") == [FERRY.headline]
    assert day.css_first('a[rel="next"]').attributes["href"] == "/day/2017-02-24"
    same = read(site, "/on/02-24")
    assert words(same, ".entry-headline") == ["Ferry back on Monday"]


@pytest.mark.parametrize("path", ["/month/2017-13", "/month/2017", "/day/2017-02-30", "/day/x", "/on/13-01", "/on/x"])
def test_what_is_in_no_calendar_is_no_page(site, path):
    assert site.get(path).status_code == 404


def test_this_day_in_other_years_stands_on_the_front_page():
    story = Story(id="x", headline="A flood", published=day("2001-11-23"), body="W.")
    page = read(Client(FakeArchive([story])), "/")
    assert "On this day, 23 November" in words(page, ".door-name")
    assert words(page, ".entry-date")[0] == "23 November 2001 25 years ago"


def test_doubts_are_listed_and_chosen():
    story = Story(
        id="x",
        headline="Half a story",
        published=day("2001-11-23"),
        body="W.",
        doubts=(doubt("body", DoubtCode.CUT_OFF, "tag"),),
    )
    site = Client(FakeArchive([story, UNDATED]))
    page = read(site, "/doubts")
    assert words(page, ".copies li")[0].startswith(
        "23 November 2001 · 25 years ago · Half a story: the page was cut off"
    )
    assert words(read(site, "/doubts?doubt=cut-off"), ".chip") == ["cut off ×, take off"]
    assert not read(site, "/doubts?doubt=hidden-text").css(".copies")


def test_years_lead_to_their_stories(site):
    page = read(site, "/years")
    assert words(page, ".decade-name") == ["2010s", "2000s", "1990s"]
    assert "2017 2 stories" in words(page, ".bar-link")
    assert len(page.css(".bar-cell")) == 30
    year = read(site, "/year/2017")
    assert len(year.css(".entry")) == 2
    assert all("2017" in date for date in words(year, ".entry-date"))
    assert [a.attributes["href"] for a in year.css('.page-words a[rel="prev"]')] == ["/year/2016"]


@pytest.mark.parametrize("year", ["1850", "abc", "20177", "٢٠١٧", "-201", "%00", "²017"])
def test_a_year_without_stories_is_no_page(site, year):
    assert site.get(f"/year/{year}").status_code == 404


def test_the_undated_stand_apart_with_what_is_known(site):
    page = read(site, "/undated")
    assert words(page, ".entry-date") == ["Undated"] * 3
    assert "It was published between 11 September 2001 and 3 March 2019." in words(page, ".entry-window")


def test_the_search_form_works_without_a_script(site):
    page = read(site, "/search")
    form = page.css_first("form.ask")
    assert form.attributes["action"] == "/search"
    assert form.attributes.get("method") is None
    assert [field.attributes["name"] for field in form.css("input, select")] == [
        "q", "from", "to", "outlet", "sort", "undated",
    ]  # fmt: skip
    assert "The Alder Ferry Courier (3)" in words(form, "option")
    assert not page.css(".result-count")


def test_a_search_says_how_many_marks_words_and_offers_years_and_outlets(site):
    page = read(site, "/search?q=ferry")
    assert words(page, ".result-count") == ["3 stories found"]
    assert "ferry" in words(page, "mark")
    assert page.css_first("#q").attributes["value"] == "ferry"
    facets = {a.text().strip(): a.attributes["href"] for a in page.css(".narrow a")}
    bars = {a.css_first(".unseen").text(): a.attributes["href"] for a in page.css(".narrow .bar-link")}
    assert bars["2017: 2 stories"] == "/search?q=ferry&from=2017&to=2017"
    assert facets["Beacon Six"] == "/search?q=ferry&outlet=Beacon+Six"
    assert words(page, ".facet-more") == ["Undated 1"]
    assert page.css_first(".narrow").attributes.get("open", "no") == "no"
    assert facets["Undated"] == "/search?q=ferry&undated=yes"
    assert len(read(site, facets["Beacon Six"]).css(".entry")) == 1


def test_filters_narrow_and_stay_in_the_form(site):
    page = read(site, "/search?q=ferry&from=2017-02-24&to=2017&outlet=Beacon+Six&sort=date")
    assert words(page, ".entry-headline") == ["Ferry back on Monday"]
    assert page.css_first("#from").attributes["value"] == "2017-02-24"
    assert page.css_first("#outlet option[selected]").attributes["value"] == "Beacon Six"
    assert page.css_first("#sort option[selected]").attributes["value"] == "date"
    chips = {a.css_first("bdi").text(): a.attributes["href"] for a in page.css(".chip a")}
    assert list(chips) == ["From 2017-02-24", "To 2017", "Beacon Six", "Newest first"]
    assert chips["To 2017"] == "/search?q=ferry&from=2017-02-24&outlet=Beacon+Six&sort=date"


def test_an_outlet_alone_is_its_list(site):
    answer = site.get("/search?q=&from=&to=&outlet=Beacon+Six&sort=rank")
    assert (answer.status_code, answer.headers["location"]) == (303, "/outlet/Beacon%20Six")


def test_the_undated_left_out_by_a_date_are_told(site):
    page = read(site, "/search?q=ferry&from=2017")
    assert words(page, ".left-out")[0].startswith("1 undated story has these words too and is left out")
    path = page.css_first(".left-out a").attributes["href"]
    assert path == "/search?q=ferry&undated=yes"
    page = read(site, path)
    assert words(page, ".entry-undated") == ["Undated"]
    assert page.css_first("#undated").attributes.get("checked", "no") is None


def test_days_without_words_are_a_list(site):
    page = read(site, "/search?q=&from=2017&to=2017&outlet=&sort=rank")
    assert words(page, ".result-count")[0].endswith("found")
    assert words(page, ".left-out")[0].startswith("3 undated stories are left out")


def test_a_search_goes_on_over_pages(site):
    page = read(site, "/search?q=council")
    assert words(page, ".result-count") == ["70 stories found, 1 to 30 shown"]
    following = page.css_first('.paging a[rel="next"]').attributes["href"]
    assert following == "/search?q=council&page=2"
    assert words(read(site, following), ".result-count") == ["70 stories found, 31 to 60 shown"]


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("q=%22open", 'A " has no second " to close it.'),
        ("q=a&from=last+year", "“last year” is not a date"),
        ("q=a&to=2017-02-30", "There is no day 2017-02-30 in the calendar."),
        ("q=a&from=0000", "There is no day 0000"),
        ("q=a&from=2017-13", "There is no day 2017-13"),
    ],
)
def test_a_search_that_cannot_be_understood_says_why_in_the_sites_own_look(site, query, said):
    page = read(site, f"/search?{query}", 400)
    assert said in words(page, ".trouble")[0]
    assert page.css_first("#q").attributes["value"]
    assert page.css(".masthead")


def feed(site):
    answer = site.get("/feed.atom")
    assert answer.headers["content-type"].startswith("application/atom+xml")
    return ET.fromstring(answer.content)


def test_the_feed_is_atom_with_the_date_in_every_title(site):
    root = feed(site)
    assert root.tag == f"{ATOM}feed"
    for name in ("title", "id", "updated"):
        assert root.find(f"{ATOM}{name}").text
    entries = root.findall(f"{ATOM}entry")
    assert len(entries) == 50
    first = {child.tag.removeprefix(ATOM): child.text for child in entries[1]}
    assert first["title"] == f"23 February 2017: {FERRY.headline}"
    assert first["id"] == f"{BASE}/story/ferry2017"
    assert first["published"] == first["updated"] == "2017-02-23T16:47:00-05:00"
    assert first["summary"].startswith("From 23 February 2017. ")
    assert not any("ago" in child.text for entry in entries for child in entry if child.text and "title" in child.tag)


def test_the_feed_of_one_outlet_has_no_other(site):
    root = ET.fromstring(site.get("/feed.atom?outlet=The+Alder+Ferry+Courier").content)
    assert {author.text for author in root.iter(f"{ATOM}name")} == {"Backfile", "The Alder Ferry Courier"}
    assert root.find(f"{ATOM}link").get("href") == f"{BASE}/feed.atom?outlet=The+Alder+Ferry+Courier"
    page = read(site, "/outlet/beacon.example")
    feeds = [link.attributes["href"] for link in page.css('link[type="application/atom+xml"]')]
    assert feeds == ["/feed.atom?outlet=beacon.example"]


class AllInTheFeed(FakeArchive):
    """An archive that gives out the undated among the newest."""

    def newest(self, *, limit=50, offset=0, outlet=None):
        return self._entries()


def test_the_feed_makes_no_date_up():
    stories = [
        UNDATED,
        Story(id="month", headline="M", body="", published=day("2014-11")),
        Story(id="year", headline="Y", body="", published=day("1998")),
        Story(id="day", headline="D", body="", published=day("2003-04-05")),
        Story(id="clock", headline="C", body="", published=day("2003-04-05T10:00")._replace(zone="unknown")),
    ]
    found = {}
    for entry in feed(Client(AllInTheFeed(stories))).findall(f"{ATOM}entry"):
        given = {child.tag.removeprefix(ATOM): child.text for child in entry}
        found[given["title"]] = (given.get("published"), given["updated"])
    assert found == {
        f"Undated: {UNDATED.headline}": (None, "1970-01-01T00:00:00Z"),
        "November 2014: M": (None, "2014-11-01T12:00:00Z"),
        "1998: Y": (None, "1998-01-01T12:00:00Z"),
        "5 April 2003: D": ("2003-04-05T12:00:00Z", "2003-04-05T12:00:00Z"),
        "5 April 2003: C": ("2003-04-05T10:00:00Z", "2003-04-05T10:00:00Z"),
    }


def test_the_feed_is_well_formed_whatever_the_headline(site):
    titles = [title.text for title in feed(site).iter(f"{ATOM}title")]
    assert any(title.startswith("7 June 2016: </title><script>") for title in titles)
    assert not any("\u202e" in title for title in titles)


def test_about_says_what_the_archive_holds_and_how_dates_are_read(site):
    page = read(site, "/about")
    assert "94 saved pages" in words(page, ".page-words")[0]
    assert "3 stories undated" in words(page, ".page-words")[0]
    assert any("not a page" in row for row in words(page, "table tr"))


def test_an_empty_archive_has_every_page():
    site = Client(FakeArchive([]))
    for path in (
        "/",
        "/newest",
        "/years",
        "/outlets",
        "/authors",
        "/doubts",
        "/undated",
        "/search",
        "/search?q=a",
        "/feed.atom",
        "/about",
        "/robots.txt",
    ):
        assert site.get(path).status_code == 200, path


def test_hostile_ids_are_reached(site):
    links = [a.attributes["href"] for a in read(site, "/year/2016").css(".entry-headline a")]
    assert len(links) == 1
    assert site.get(links[0] + ".json").json()["id"] == HOSTILE.id


def test_every_address_is_in_the_docs(archive):
    docs = (Path(__file__).parents[2] / "docs" / "site.md").read_text("utf-8")
    app = make_app(archive, now=lambda: IN_2026)
    for route in app.routes:
        path = re.sub(r":\w+}", "}", route.path).replace("/year/{year}", "/year/2017")
        path = path.replace("/month/{month}", "/month/2017-02").replace("/day/{day}", "/day/2017-02-23")
        path = (
            path.replace("/on/{day}", "/on/02-23")
            .replace("/raw/{id}", "/raw/{story}")
            .replace("/picture/{id}", "/picture/{story}")
        )
        assert f"`{path}`" in docs, path


@pytest.mark.parametrize(
    ("excerpt", "marks", "pieces"),
    [
        ("A barn burned …", ((2, 6),), (("A ", False), ("barn", True), (" burned\u00a0…", False))),
        ("A barn burned.", (), (("A barn burned.", False),)),
        (" …", (), (("\u00a0…", False),)),
        ("", (), ()),
    ],
)
def test_the_mark_of_a_passages_end_stays_with_its_last_word(excerpt, marks, pieces):
    entry = Entry("x", None, None, None, None, Window(None, None, ()), "story", excerpt, marks)
    assert items([entry], IN_2026)[0].excerpt == pieces


LONG = "The Long Name of a Paper of the County and the Town, with the Evening Edition of the Same"


def test_no_page_of_five_hundred_outlets_is_over_60_kb():
    stories = [
        Story(
            id=f"s{number:04d}",
            headline=f"Headline number {number} of the council about the bridge by the river and its painting",
            outlet=Outlet(f"{LONG} {number % 500}", f"paper{number % 500}.example"),
            section=f"Section number {number % 70}",
            authors=(Author(f"Ann Lee {number % 400}"),),
            published=day(f"{1950 + number % 75}-0{number % 9 + 1}-15") if number % 3 else None,
            body="The council met on Monday in the hall and talked about the painting of the bridge. " * 4,
        )
        for number in range(1500)
    ]
    site = Client(FakeArchive(stories))
    paths = (
        "/",
        "/newest",
        "/years",
        "/year/1960",
        "/outlets",
        "/authors",
        "/about",
        "/undated",
        "/search?q=council",
        "/outlet/paper7.example",
    )
    sizes = {path: len(site.get(path).content) for path in paths}
    assert {path: size for path, size in sizes.items() if size > 60_000} == {}
    assert len(read(site, "/about").css("table:first-of-type tbody tr")) == 15
    assert words(read(site, "/outlets?page=3"), "h1") == ["Outlets 500"]
