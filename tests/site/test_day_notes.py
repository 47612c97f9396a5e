"""Dates in a story's text: the day stands by the words, the words stay as printed, whatever else lies over them."""

import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.site.client import Client
from tests.site.fake import FakeArchive, day

from backfile.dates.text.find_dates import find_dates
from backfile.model.reason_codes import ClueCode
from backfile.model.story import BodyBlock, Dateline, DateMention, Evidence, Link, Quote, Story, Window
from backfile.site.day_notes import day_note, noted

PUBLISHED = day("2017-02-23")


def story_of(text, *, links=(), quotes=(), kind="paragraph", published=PUBLISHED, **fields):
    block = BodyBlock(kind, text, 0, len(text), tuple(links))
    spoken = tuple(Quote(text[a:b], ((a, b),), "direct", None, None, None, None, None, None, None) for a, b in quotes)
    dates = find_dates(text, published=published, language="en")
    return Story(
        id="x", language="en", body=text, blocks=(block,), quotes=spoken, dates=dates, published=published, **fields
    )


def page_of(story):
    answer = Client(FakeArchive([story])).get("/story/x")
    assert answer.status_code == 200
    return LexborHTMLParser(answer.text)


def times(page):
    return [
        (one.text(), one.attributes["datetime"], one.attributes.get("aria-description"))
        for one in page.css(".body time")
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They met Thursday.", [("Thursday", "2017-02-23", "probably 23 February 2017")]),
        ("They will meet Tuesday.", [("Tuesday", "2017-02-28", "probably 28 February 2017")]),
        ("It burned last week.", [("last week", "2017-W07", "the week of 13 February 2017")]),
        ("It burned last weekend.", [("last weekend", "2017-W07", "18 and 19 February 2017")]),
        ("It burned Tuesday night.", [("Tuesday night", "2017-02-21", "probably 21 February 2017")]),
        ("It burned at 4 p.m. Tuesday.", [("4 p.m. Tuesday", "2017-02-21T16:00", "probably 21 February 2017")]),
        ("It burned in December.", [("December", "2016-12", "probably December 2016")]),
        ("It burned in July.", [("July", "2016-07", "probably July 2016")]),
        ("It burned last summer.", [("last summer", "2016", "summer 2016")]),
        ("It lost in the fourth quarter.", [("the fourth quarter", "2016", "October to December 2016")]),
        ("It burned two years ago.", [("two years ago", "2015", "2015")]),
        ("It burned on 11/02/89.", [("11/02/89", "1989-11-02", "2 November 1989")]),
        ("It burned in 2014 and on May 3, 2015.", [("2014", "2014", None), ("May 3, 2015", "2015-05-03", None)]),
        ("It burns now, daily, for two weeks, as in the 1890s and fiscal 1998.", []),
    ],
)
def test_the_day_in_full_stands_by_the_words_that_lack_it(text, found):
    page = page_of(story_of(text))
    assert times(page) == found
    assert page.css_first(".body p").text() == text


def test_an_undated_story_has_its_dates_as_they_are_printed():
    page = page_of(story_of("It burned Thursday, as in 2014.", published=None))
    assert times(page) == [("2014", "2014", None)]
    assert not page.css(".as-printed")


def test_the_plain_text_is_one_switch_away_where_there_is_something_to_switch():
    assert page_of(story_of("They met Thursday.")).css_first("input.as-printed + label.switch").text()
    assert not page_of(story_of("They met in 2014.")).css("input.as-printed, label.switch")


def test_a_date_in_a_link_is_reached_with_the_link():
    text = "They met Thursday, and Friday."
    page = page_of(story_of(text, links=[Link(9, 17, "https://a.example/")]))
    assert page.css_first(".body a").inner_html.startswith("<time")
    assert "tabindex" not in page.css_first(".body a time").attributes
    assert page.css(".body time")[1].attributes["tabindex"] == "0"
    assert page.css_first(".body p").text() == text


def test_a_date_that_a_link_cuts_is_marked_in_parts_and_has_its_day_once():
    text = "It burned on Jan. 9, they say."
    page = page_of(story_of(text, links=[Link(18, 30, "https://a.example/")]))
    assert times(page) == [("Jan. ", "2017-01-09", None), ("9", "2017-01-09", "probably 9 January 2017")]
    assert page.css_first(".body p").text() == text


def test_dates_inside_and_across_quotations_leave_one_anchor_each():
    text = "“We open Monday,” she said Thursday. “On Tuesday we rest.”"
    page = page_of(story_of(text, quotes=[(0, 17), (27, 35), (37, 58), (40, 50)]))
    assert page.css_first(".body p").text() == text
    assert [one.attributes["id"] for one in page.css(".said")] == ["q0", "q1", "q2", "q3"]
    assert [time[0] for time in times(page)] == ["Monday", "Thursday", "Tuesday"]
    assert page.css_first("#q0 time").text() == "Monday"


def test_dates_stand_in_lists_tables_and_datelines():
    assert times(page_of(story_of("Thursday: closed", kind="list-item"))) == [
        ("Thursday", "2017-02-23", "probably 23 February 2017")
    ]
    table = story_of("Day\tCars\nThursday\t12\nWednesday\t9", kind="table")
    assert [node.text() for node in page_of(table).css("td time")] == ["Thursday", "Wednesday"]
    page = page_of(
        story_of("HARTFORD, Feb. 23 -- It burned Thursday.", dateline=Dateline("HARTFORD, Feb. 23 --", "HARTFORD"))
    )
    assert page.css_first(".dateline time").text() == "Feb. 23"
    assert page.css_first(".body p").text() == "HARTFORD, Feb. 23 -- It burned Thursday."


def test_offsets_are_kept_past_characters_of_every_width():
    text = "Ein 🦊 — 日本 — Thursday."
    assert times(page_of(story_of(text))) == [("Thursday", "2017-02-23", "probably 23 February 2017")]


def mention(value, *, kind="DATE", start=0, end=4, text="then", certainty="counted"):
    return DateMention(text, start, end, kind, value, None, certainty)


@pytest.mark.parametrize(
    "value",
    ["PAST_REF", "189", "18", "FY1998", "XXXX-WXX-5", "2017-02-30", "2017-W60", "T16:00", "", "2017-13", "0000-01-01"],
)
def test_what_no_calendar_holds_is_left_as_words(value):
    assert day_note(mention(value)) is None


@pytest.mark.parametrize(
    ("value", "machine"),
    [
        ("2017-02-22T24:00", "2017-02-22"),
        ("2017-02-22T16:47Z", "2017-02-22T16:47Z"),
        ("2017-H1", "2017"),
        ("2017-W08-WE", "2017-W08"),
    ],
)
def test_the_machine_gets_a_date_that_html_knows(value, machine):
    assert day_note(mention(value, kind="TIME")).machine == machine


def test_a_weekend_over_the_turn_of_a_month():
    assert day_note(mention("2017-W17-WE")).words == "29 and 30 April 2017"
    assert day_note(mention("2017-W13-WE")).words == "1 and 2 April 2017"
    assert day_note(mention("2020-W05-WE")).words == "1 and 2 February 2020"
    assert day_note(mention("2015-W05-WE")).words == "31 January and 1 February 2015"


def test_mentions_over_one_another_are_marked_once():
    both = [mention("2017-02-23", start=3, end=9), mention("2017-02", start=0, end=5), mention(None, start=20, end=22)]
    assert [(one.start, one.end) for one in noted(both)] == [(0, 5)]


def test_how_the_date_is_known_is_said_under_it():
    clues = (
        Evidence("published", "2017-02-23", "2017-02-23", "json-ld:datePublished", "json-ld-story-published", True),
        Evidence(
            "published",
            "2017-02-23",
            "2017/02/23",
            "url",
            "url",
            False,
            ClueCode.OUTRANKED.of("json-ld-story-published"),
        ),
    )
    page = page_of(story_of("Words.", evidence=clues))
    assert page.css_first(".known").text() == "The date is from the page’s metadata; the address agrees. All clues"
    other = clues[1]._replace(value="2017-02-20")
    page = page_of(story_of("Words.", published=PUBLISHED._replace(conflict=True), evidence=(clues[0], other)))
    assert not page.css(".known")
    assert (
        page.css_first(".doubt").text().startswith("Clues disagree: the page’s metadata says 23 February 2017, which")
    )


def test_the_undated_say_between_which_days_and_why():
    window = Window("2016-02-03", "2019-03-03", ("the text tells of a day as past", "the page was saved"))
    page = page_of(story_of("Words.", published=None, window=window))
    assert [one.text() for one in page.css(".undated .reasons li")] == list(map(str, window.because))
    assert len(page.css(".reasons")) == 1
    assert not page.css(".known")
