"""The story's page: its date first, then the story as the newsroom set it, then what the archive knows of it."""

import json
from dataclasses import replace

import pytest
from tests.site.client import IN_2040, Client, read, words
from tests.site.fake import FERRY, HEBREW, THREAD, UNDATED, FakeArchive, day

from backfile.citation.cited import cited
from backfile.model.doubts import doubt
from backfile.model.reason_codes import DoubtCode, WindowCode
from backfile.model.story import SCHEMA, Author, Copy, Dateline, Note, Outlet, Stamp, Story, Version, Window

SAVED = f"Date from json-ld. Saved 2 May 2019. {cited(FERRY).token}"
LAST_SEEN = "first seen 25 February 2017, last seen 2 May 2019"


def page_of(story, **options):
    return read(Client(FakeArchive([story]), **options), f"/story/{story.id}")


@pytest.fixture(scope="module")
def ferry(site):
    return read(site, "/story/ferry2017")


@pytest.fixture(scope="module")
def undated(site):
    return read(site, "/story/undated1")


def test_the_date_and_age_come_first(ferry):
    main = words(ferry, "main")[0]
    assert words(ferry, "main p.when") == ["From 23 February 2017 · 9 years ago"]
    assert main.index("From 23 February 2017") < main.index(FERRY.headline) < main.index("carry cars")
    assert words(ferry, "main article *")[0].startswith("From 23 February 2017")


def test_the_age_is_of_the_moment_of_reading(archive):
    assert words(read(Client(archive, now=IN_2040), "/story/ferry2017"), ".when") == [
        "From 23 February 2017 · 23 years ago"
    ]


def test_undated_is_the_strongest_notice_and_says_what_is_known(undated):
    assert words(undated, ".undated summary .undated-word") == ["Undated"]
    assert undated.css_first("details.undated").attributes.get("open") is None
    assert not undated.css(".when")
    notice = words(undated, ".undated")[0]
    assert "It was published between 11 September 2001 and 3 March 2019." in notice
    assert "The story is at least as old as the saved page, which is from 3 March 2019, 7 years ago." in notice
    assert "updated in May 2018, 8 years ago" in notice


def test_undated_with_nothing_known_says_so():
    page = page_of(Story(id="x", body="Words."))
    assert "The file does not say when the page was saved." in words(page, ".undated")[0]


def test_a_screen_reader_hears_the_date_with_the_headline(ferry, undated):
    for page in (ferry, undated):
        assert page.css_first("h1").attributes["aria-describedby"] == "when"
        assert page.css_first("article").attributes["aria-describedby"] == "when"
        assert page.css_first("#when").tag in ("p", "summary")


def test_the_title_carries_the_date(ferry, undated):
    assert words(ferry, "title") == [f"{FERRY.headline} · 23 February 2017 · The Alder Ferry Courier"]
    assert words(undated, "title") == [f"Undated · {UNDATED.headline} · Beacon Six"]


def meta(page, name):
    found = page.css(f'meta[property="{name}"], meta[name="{name}"]')
    return found[0].attributes["content"] if found else None


def test_the_share_card_carries_the_date(ferry, undated):
    assert meta(ferry, "og:title") == meta(ferry, "twitter:title") == f"{FERRY.headline} · 23 February 2017"
    assert meta(ferry, "article:published_time") == "2017-02-23T16:47-05:00"
    assert meta(ferry, "og:description").startswith("From 23 February 2017. ")
    assert meta(ferry, "twitter:data1") == "23 February 2017"
    assert meta(undated, "og:title") == f"Undated · {UNDATED.headline}"
    assert meta(undated, "article:published_time") is None
    assert meta(undated, "twitter:data1") == "Undated"


def linked_data(page):
    return json.loads(page.css_first('script[type="application/ld+json"]').text())


def test_linked_data_is_dated_only_where_the_date_is_known(ferry, undated):
    known, unknown = linked_data(ferry), linked_data(undated)
    assert known["@type"] == "NewsArticle"
    assert known["datePublished"] == "2017-02-23T16:47-05:00"
    assert known["author"][0] == {"@type": "Person", "name": "Ann Lee"}
    assert "datePublished" not in unknown
    assert unknown["dateModified"] == "2018-05"


def test_no_age_leaves_the_page(ferry):
    head = ferry.css_first("head").html
    line = ferry.css_first("[data-copy-line]").attributes["data-copy-line"]
    assert "ago" not in head
    assert "ago" not in line
    assert "ago" not in words(ferry, ".citation")[0]


def test_copied_words_carry_the_date(ferry, undated):
    line = ferry.css_first("[data-copy-line]").attributes["data-copy-line"]
    assert line.startswith(f"— From 23 February 2017: “{FERRY.headline}.” The Alder Ferry Courier. http")
    assert undated.css_first("[data-copy-line]").attributes["data-copy-line"].startswith("— Undated: “Airline")


def test_the_citation_has_the_day_or_the_word(ferry, undated):
    assert words(ferry, ".citation") == [
        f"Ann Lee and Tom Birch, “{FERRY.headline},” {FERRY.outlet.name}, 23 February 2017, {FERRY.url}. {SAVED}"
    ]
    assert (
        "Beacon Six, Undated, https://beacon.example/news/airline. Saved 3 March 2019."
        in words(undated, ".citation")[0]
    )


def test_zotero_finds_the_citation_in_the_head_and_no_date_of_the_undated(ferry, undated):
    tags = [
        {node.attributes["name"]: node.attributes["content"] for node in page.css('meta[name^="citation_"]')}
        for page in (ferry, undated)
    ]
    assert tags[0]["citation_publication_date"] == "2017/02/23"
    assert tags[0]["citation_title"] == FERRY.headline
    assert "citation_publication_date" not in tags[1]


def test_the_head_of_the_story(ferry):
    assert words(ferry, ".kicker, h1, .dek, .byline") == [FERRY.kicker, FERRY.headline, FERRY.dek, FERRY.byline]
    assert words(ferry, ".source") == ["The Alder Ferry Courier · County · Updated 24 February 2017"]
    assert words(ferry, "main h1")[0] == FERRY.headline


def test_the_dateline_opens_the_first_paragraph(ferry):
    first = ferry.css_first(".body p")
    assert " ".join(first.text(deep=True).split()).startswith("ALDER FERRY — The old cable ferry")
    assert first.css_first(".dateline").text(strip=True) == "ALDER FERRY —"


def test_a_dateline_that_the_body_prints_is_not_set_twice():
    page = page_of(Story(id="x", body="HARTFORD -- Words.", dateline=Dateline("HARTFORD --", "HARTFORD")))
    assert words(page, ".body p") == ["HARTFORD -- Words."]
    assert words(page, ".dateline") == ["HARTFORD --"]


def test_each_kind_of_block_is_set_as_what_it_is(ferry, site):
    assert words(ferry, ".body h2") == ["A bridge, some day"]
    assert words(ferry, ".body ul li") == ["Cars: 4 dollars", "Trucks: 9 dollars", "Walkers and cyclists: free"]
    assert len(ferry.css(".body ul")) == 1
    assert words(ferry, ".body blockquote p")[0].startswith("The river gives")
    assert words(ferry, ".body table tr:nth-child(2) td") == ["2014", "41,207"]
    assert words(ferry, ".body .caption") == ["The ferry at its winter berth."]
    live = read(site, "/story/live")
    assert words(live, ".entry-time") == ["9:14 a.m.", "7:02 a.m."]
    assert live.css_first("pre").text() == "WARD 1   212\nWARD 2   340"
    assert words(live, ".embed") == ["A post of the clerk’s: “Bring a pen.”"]
    assert "Live blog" in words(live, ".source")[0]


def test_links_of_the_body_lead_out_without_a_trace_and_only_to_the_web(ferry):
    links = ferry.css(".body a:not(.trace)")
    assert [(a.attributes["href"], a.text()) for a in links] == [("https://county.example/ferry", "timetable")]
    assert set(links[0].attributes["rel"].split()) >= {"nofollow", "noreferrer"}


def test_notes_stand_at_the_top_and_credits_at_the_end(ferry):
    main = words(ferry, "main")[0]
    assert words(ferry, ".note") == ["Correction, Feb. 24, 2017 An earlier version gave the wrong toll for trucks."]
    assert main.index("wrong toll") < main.index("The old cable ferry") < main.index("Associated Press contributed")


@pytest.mark.parametrize(
    ("kind", "text", "said"),
    [
        ("correction", "Correction: the toll is 9 dollars.", "Correction: the toll is 9 dollars."),
        ("update", "UPDATE: the bridge is open.", "UPDATE: the bridge is open."),
        ("editors-note", "Note de la rédaction : le pont est ouvert.", "Note de la rédaction : le pont est ouvert."),
        ("correction", "The toll is 9 dollars.", "Correction The toll is 9 dollars."),
        ("editors-note", "The names were changed.", "Editor’s note The names were changed."),
    ],
)
def test_a_note_is_not_labelled_twice(kind, text, said):
    assert words(page_of(Story(id="x", body="W.", notes=(Note(kind, text),))), ".note") == [said]


def test_pictures_are_told_and_never_loaded(ferry):
    assert not ferry.css("img, picture, video, iframe, object, embed")
    assert words(ferry, "figure .credit") == ["Joan Pike/Courier"]
    assert words(ferry, "figure .picture-day") == ["The archive does not hold this picture."] * 2
    assert not ferry.css("figure a")


def test_what_was_kept_out_is_folded_by_kind_with_its_rule(ferry):
    folds = [words(fold, "summary") for fold in ferry.css("details.fold")]
    assert folds == [["2 clues found, used or not"], ["Newsletter 2"], ["Call out 1"]]
    assert words(ferry, ".kept-out code") == ["newsletter-words", "newsletter-words", "call-out-before-headline"]
    assert not ferry.css("details[open]")


def test_the_evidence_for_the_date_is_shown_used_or_not(ferry):
    rows = words(ferry, ".clues tbody tr")
    assert len(rows) == 2
    assert (
        rows[1]
        == "published© 20242024visibleafter-bareNo: a stamp after the text with no word beside it may be anything's"
    )
    assert "dates that disagree" in words(ferry, ".doubt")[0]


def test_doubts_are_listed_with_what_was_seen(ferry):
    doubtful = Story(id="x", body="Words.", doubts=(doubt("body", DoubtCode.CUT_OFF, "tag"),))
    (line,) = words(page_of(doubtful), "h2#doubts ~ ul li")
    assert line.startswith("Cut off: the page was cut off, and the story's end may be missing")
    assert not ferry.css("#doubts")


def test_versions_say_when_they_were_seen_and_what_changed(ferry, site):
    assert words(ferry, ".versions li") == [
        "Version 1: first seen 23 February 2017, last seen 24 February 2017, in 2 saved pages.",
        f"Version 2, shown here: {LAST_SEEN}, in 1 saved page. Changed: headline, notes. What changed",
    ]
    older = read(site, ferry.css_first(".versions a").attributes["href"])
    assert words(older, "h1") == ["Ferry to cross on Monday"]
    assert "This is version 1 of 2" in words(older, ".doubt")[1]
    assert words(older, ".when") == ["From 23 February 2017 · 9 years ago"]
    assert site.get("/story/ferry2017?version=nope").status_code == 404


def test_versions_of_files_that_do_not_say_when_they_were_saved():
    page = page_of(Story(id="x", body="Words.", versions=(Version("a", None, None),)))
    assert words(page, ".versions li") == ["Version 1, shown here: saved on a day not known, in 1 saved page."]


def test_a_dated_story_says_what_bounds_it_beside_its_date():
    because = (WindowCode.PUBLISHED.of("2017-02-23", "url"), WindowCode.CHANGED_LATER.of("2017-02-25"))
    story = Story(id="x", body="W.", published=day("2017-02-23"), window=Window("2017-02-23", "2017-02-25", because))
    assert words(page_of(story), ".reasons li") == ["the page says that it was changed on 2017-02-25"]
    alone = Story(id="x", body="W.", published=day("2017-02-23"), window=Window("2017-02-23", None, because[:1]))
    assert not page_of(alone).css(".reasons")


def test_copies_elsewhere_have_their_dates(ferry):
    assert words(ferry, ".copies li") == [
        "November 2014 Election day as it happened, just before it",
        "24 February 2017 Ferry back on Monday, Beacon Six (100% of the shorter; side by side)",
        "Undated River ferry returns (100% of the shorter; side by side)",
    ]


def test_stories_that_share_words_stand_under_what_they_are():
    copies = (
        Copy("c1", "Ferry Courier", "Ferry", is_view=True),
        Copy("c2", "Harbour Press", "Ferry", share=0.93, is_source=True),
        Copy("c3", "Beacon Six", "Ferry", relation="rewrite", share=0.52),
        Copy("c4", "Post", "Ferry", relation="shares", share=0.11),
    )
    page = page_of(Story(id="x", body="W.", copies=copies))
    heads = [head.text() for head in page.css(".apparatus h2") if head.parent.css(".copies")]
    assert heads == [
        "Other views of this story",
        "The same text elsewhere",
        "Rewritten from the same text",
        "Stories that share a passage",
    ]
    assert words(page, ".copies li")[1].endswith(
        "Harbour Press (93% of the shorter, the source by its credit; side by side)"
    )


def test_the_saved_page_and_its_address(ferry):
    link = ferry.css_first(".facts .address a")
    assert link.text() == link.attributes["href"] == FERRY.url
    assert set(link.attributes["rel"].split()) >= {"nofollow", "noreferrer"}


def test_the_printed_page_has_the_date_in_its_running_head(ferry):
    assert words(ferry, ".running") == [f"From 23 February 2017 · The Alder Ferry Courier · {FERRY.headline}"]
    assert ferry.css_first(".running").attributes["aria-hidden"] == "true"


def test_the_record_is_json_and_the_same_each_time(site, archive):
    answer = site.get("/story/ferry2017.json")
    assert answer.headers["content-type"] == "application/json"
    assert answer.json() == json.loads(json.dumps(replace(FERRY, thread=THREAD).to_dict()))
    assert answer.json()["schema"] == SCHEMA
    assert answer.content == Client(archive, now=IN_2040).get("/story/ferry2017.json").content
    assert site.get("/story/ferry2017.json?version=aaa111").json()["headline"] == "Ferry to cross on Monday"
    assert site.get("/story/nope.json").status_code == 404


def test_right_to_left_is_set_so_and_the_date_is_not_drawn_in(site):
    page = read(site, "/story/hebrew")
    for selector in (".head", ".body"):
        assert page.css_first(selector).attributes["dir"] == "rtl"
        assert page.css_first(selector).attributes["lang"] == "he"
    assert page.css_first("html").attributes["lang"] == "en"
    assert page.css_first(".when").parent.attributes.get("dir") is None
    assert words(page, "title")[0].startswith(f"\u2068{HEBREW.headline}\u2069 · 9 August 2011")
    assert "\u2069, 9 August 2011. Date from json-ld. Backfile story hebrew." in words(page, ".citation")[0]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("ar", "rtl"),
        ("fa-IR", "rtl"),
        ("az-Arab", "rtl"),
        ("ur-Latn", "ltr"),
        ("en", "ltr"),
        (None, "auto"),
        ("x y", "auto"),
    ],
)
def test_direction_comes_from_the_language(language, expected):
    assert page_of(Story(id="x", body="A.", language=language)).css_first(".body").attributes["dir"] == expected


@pytest.mark.parametrize(
    ("value", "said"), [("2017", "From 2017 · 9 years ago"), ("2017-02", "From February 2017 · 9 years ago")]
)
def test_no_finer_than_the_page_says(value, said):
    page = page_of(Story(id="x", body="A.", published=day(value)))
    assert words(page, ".when") == [said]
    assert page.css_first(".when time").attributes["datetime"] == value
    assert linked_data(page)["datePublished"] == value


def test_a_story_of_the_day_says_today():
    stamp = Stamp("2026-11-23T08:00Z", "minute", "stated", "json-ld", "")
    assert words(page_of(Story(id="x", body="A.", published=stamp)), ".when") == ["From 23 November 2026 · today"]


def test_a_story_without_text_or_headline_says_so():
    page = page_of(Story(id="x", outlet=Outlet(None, "a.example")))
    assert words(page, "h1") == ["Story without a headline"]
    assert "shows no text" in words(page, ".body")[0]


def test_authors_without_a_byline_stand_in_its_place_and_are_plainly_not_printed(site):
    page = read(site, "/story/copy2017")
    line = ".head .byline.named"
    assert words(page, line) == [
        "Ann Lee, Tom Birch (named as the authors in the saved file; no printed byline was found)"
    ]
    assert words(page, f"{line} bdi") == ["Ann Lee", "Tom Birch"]
    assert page.css_first(f"{line} .ground").attributes["lang"] == "en"
    assert [node.attributes["class"] for node in page.css(".head > *")] == ["headline", "dek", "byline named"]
    assert words(page, ".citation")[0].startswith("Ann Lee and Tom Birch, “Ferry back on Monday,”")


@pytest.mark.parametrize(
    ("byline", "authors", "lines"),
    [
        ("By Ann Lee", (Author("Ann Lee"),), ["By Ann Lee"]),
        ("Staff", (), ["Staff"]),
        (None, (), []),
        (None, (Author("Ann Lee"),), ["Ann Lee (named as the author in the saved file; no printed byline was found)"]),
    ],
)
def test_the_printed_byline_stands_alone_where_there_is_one(byline, authors, lines):
    page = page_of(Story(id="x", body="Words.", byline=byline, authors=authors))
    assert words(page, ".byline") == lines
