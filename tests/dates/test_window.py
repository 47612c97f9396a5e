"""Windows: what bounds a story from above and below, and the reasons given."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backfile.dates.window import Bound, find_window
from backfile.model.reason_codes import ArchiveCode, ClueCode, WindowCode
from backfile.model.story import Evidence, Furniture, Image, Stamp, Story
from backfile.reading import read, read_text

CAPTURED = datetime(2017, 3, 1, 12, tzinfo=UTC)


def undated(text: str, captured_at: datetime | None = CAPTURED) -> Story:
    return replace(read_text(text), captured_at=captured_at, url="https://ledger.example.de/mill")


def published(value: str, precision: str = "day", zone: str = "unknown") -> Story:
    return Story(id="x", published=Stamp(value, precision, zone, "meta", value), captured_at=CAPTURED)


@pytest.mark.parametrize(
    ("value", "earliest", "latest"),
    [
        ("2017-02-23", "2017-02-23", "2017-02-23"),
        ("2017-02-23T16:47-05:00", "2017-02-23", "2017-02-23"),
        ("2017-02-23T02:10+00:00", "2017-02-22", "2017-02-23"),
        ("2017-02-23T12:10+00:00", "2017-02-23", "2017-02-24"),
        ("2017-02", "2017-02-01", "2017-02-28"),
        ("2016", "2016-01-01", "2016-12-31"),
    ],
)
def test_a_stamp_gives_its_own_span(value, earliest, latest):
    window = find_window(published(value))
    assert (window.earliest, window.latest) == (earliest, latest)
    assert window.because == (WindowCode.PUBLISHED.of(value, "meta"),)


def test_clues_that_disagree_are_all_inside():
    story = published("2017-02-23")
    story = replace(
        story,
        published=story.published._replace(conflict=True),
        evidence=(
            Evidence("published", "2017-02-23", "", "meta", "meta-published", True),
            Evidence(
                "published",
                "2017-02-26T10:00",
                "",
                "visible",
                "visible-bare",
                False,
                ClueCode.OUTRANKED.of("meta-published"),
            ),
            Evidence("published", "2011-01-01", "", "time", "time-bare", False, ClueCode.OUTSIDE.of()),
        ),
    )
    window = find_window(story)
    assert (window.earliest, window.latest) == ("2017-02-23", "2017-02-26")


def test_a_change_told_to_the_month_opens_the_window_to_its_end():
    story = replace(published("2016-04", "month"), updated=Stamp("2017-02", "month", "unknown", "visible", ""))
    assert find_window(story)[:2] == ("2016-04-01", "2017-02-28")


def test_an_undated_story_with_nothing_to_go_by_lies_between_the_web_and_its_capture():
    window = find_window(undated("The mill has a new owner."))
    assert (window.earliest, window.latest) == ("1990-01-01", "2017-03-01")
    assert window.because == (WindowCode.SAVED.of("2017-03-01"), WindowCode.NO_OLDER.of())


def test_without_a_capture_nothing_bounds_it_from_above():
    assert find_window(undated("The mill has a new owner.", None)).latest is None


def test_the_day_of_capture_is_the_newsroom_s_where_its_country_is_known():
    late = datetime(2017, 3, 1, 23, 30, tzinfo=UTC)
    assert find_window(undated("The mill has a new owner.", late)).latest == "2017-03-02"
    elsewhere = replace(undated("The mill has a new owner."), url=None)
    assert find_window(elsewhere).latest == "2017-03-02"


@pytest.mark.parametrize(
    ("text", "earliest"),
    [
        ("The crossing was closed on Feb. 3, 2016, after a crash.", "2016-02-03"),
        ("The plant closed in 2014, and its owner died in 2012.", "2014-01-01"),
        ("Voters rejected it in the 2016 election.", "2016-01-01"),
        ("The road was widened in May 2015.", "2015-05-01"),
        ("The road will open in 2016.", "1990-01-01"),
        ("The owner announced plans to open a mill in 2016.", "1990-01-01"),
        ("The mill was expected to close by 2016.", "1990-01-01"),
        ("He was born on March 4, 1951, in Winsome.", "1990-01-01"),
        ("Last updated: Feb. 3, 2016", "1990-01-01"),
        ("On Feb. 3, 2016, the crossing was closed.", "2016-02-03"),
        ("The fire killed two people in 2014.", "2014-01-01"),
        ("Dunmore won the 2015 final.", "2015-01-01"),
        ("Sales have fallen after the 2014 flood.", "2014-01-01"),
        ("The board signaled a faster pace of increases in 2016.", "1990-01-01"),
        ("The board raised its rate on Wednesday and saw three more increases in 2016.", "1990-01-01"),
        ("The town approved a rule that bans plastic bags in 2016.", "1990-01-01"),
        ("The town council passed a plastic bag ban in January 2016.", "1990-01-01"),
        ("The team won a place in the 2015 final when it beat Dunmore on Saturday.", "1990-01-01"),
        ("She earned a berth in the 2016 Olympics on Sunday.", "1990-01-01"),
        ("Tickets sold out for the 2016 festival.", "1990-01-01"),
        ("The mayor announced the opening of a bridge on March 3, 2016.", "1990-01-01"),
        ("The March 3, 2016, opening was announced on Tuesday.", "1990-01-01"),
        ("The company booked a hall that opens in May 2016.", "1990-01-01"),
        ("The board unveiled the 2016 season on Monday.", "1990-01-01"),
        ("He bought land where a mill rises in 2016.", "1990-01-01"),
    ],
)
def test_what_the_text_tells_as_past_bounds_it_from_below(text, earliest):
    window = find_window(undated(text))
    assert window.earliest == earliest
    assert earliest == "1990-01-01" or any(why.code == WindowCode.TOLD_AS_PAST for why in window.because)


def test_a_text_that_was_changed_proves_nothing_of_its_first_day():
    story = replace(undated("The plant closed in 2014."), updated=Stamp("2017-02-25", "day", "unknown", "meta", ""))
    window = find_window(story)
    assert (window.earliest, window.latest) == ("1990-01-01", "2017-02-25")


def test_a_dated_story_s_window_is_not_its_text_s():
    story = replace(read_text("The plant closed in 2014.", published="2013-05-02"), captured_at=CAPTURED)
    assert find_window(story)[:2] == ("2013-05-02", "2013-05-02")


def test_a_comment_s_day_bounds_it_from_above_and_a_reader_s_does_not():
    comments = Furniture("comments", "Ann Roe, joined 3 June 2004, wrote on 5 June 2014: Well done.", "comments")
    window = find_window(replace(undated("The mill has a new owner."), furniture=(comments,)))
    assert window.latest == "2014-06-05"
    assert str(window.because[0]) == "a comment bears the day 2014-06-05"


def test_a_footer_s_year_bounds_it_only_where_the_page_names_that_year_too_and_none_later():
    footer = Furniture("footer", "© 2011-2012 Winsome Ledger", "footer")
    kept = replace(undated("The mill has had a new owner since 2012.", None), furniture=(footer,))
    assert find_window(kept).latest == "2013-12-31"
    alone = replace(undated("The mill has a new owner.", None), furniture=(footer,))
    assert find_window(alone).latest is None
    stale = replace(undated("The mill has had a new owner since 2016.", None), furniture=(footer,))
    assert find_window(stale).latest is None
    pictured = replace(kept, images=(Image("https://ledger.example.de/uploads/2016/04/mill.jpg"),))
    assert find_window(pictured).latest is None


@pytest.mark.parametrize(
    "text",
    [
        "Fitness is a top priority in 2016.",
        "These are the trends that are driving development in 2016.",
        "The tax laws take effect in 2016.",
        "A checklist, but in 2016.",
    ],
)
def test_a_year_with_no_verb_in_the_past_proves_nothing(text):
    assert find_window(undated(text)).earliest == "1990-01-01"


def test_weekdays_are_listed_with_the_days_that_fit():
    story = undated(
        "Crews were working Wednesday on a fire that began Tuesday. The crossing was closed on Feb. 19, 2017."
    )
    window = find_window(story)
    assert (window.earliest, window.latest) == ("2017-02-19", "2017-03-01")
    assert str(window.because[-1]) == (
        "the text's Wednesday and Tuesday fit a story published on a Wednesday or Thursday: "
        "2017-02-22, 2017-02-23, 2017-03-01"
    )


def test_a_day_named_with_its_weekday_says_which_years_fit():
    window = find_window(undated("The council met on Thursday, Feb. 23."))
    assert 'the text\'s "Thursday, Feb. 23" is 2017-02-23, 2012-02-23, 2006-02-23' in map(str, window.because)


def test_bounds_from_outside_narrow_it_and_one_that_contradicts_is_left_out():
    story = undated("The plant closed in 2014.")
    copy = Bound("latest", date(2015, 1, 9), ArchiveCode.SEEN_FIRST.of("2015-01-09"))
    assert find_window(story, [copy])[:2] == ("2014-01-01", "2015-01-09")
    assert (
        find_window(story, [Bound("latest", date(1980, 1, 1), ArchiveCode.SEEN_FIRST.of("1980-01-01")), copy]).earliest
        == "2014-01-01"
    )


def test_reading_a_page_gives_a_window_with_and_without_analysis():
    page = "<html><body><h1>Mill sold</h1><p>The mill at Winsome was sold for a dollar to its last three workers.</p></body>"
    for analyse in (True, False):
        assert read(page, captured_at=CAPTURED, analyse=analyse).window.latest == "2017-03-02"


@given(st.text(max_size=80), st.dates(min_value=date(1996, 1, 1), max_value=date(2090, 1, 1)))
def test_no_text_crashes_and_a_window_is_in_order(text, day):
    captured_at = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    window = find_window(undated(text + " The plant closed in 2014.", captured_at))
    assert window.earliest <= window.latest
    assert window.because


@given(st.dates(min_value=date(1999, 1, 1), max_value=date(2090, 1, 1)), st.integers(0, 1))
def test_the_days_listed_for_a_weekday_are_such_days_and_hold_the_day_of_publication(day, back):
    """A story names its own day or the one before by its weekday; it was saved three days later."""
    named = (day - timedelta(days=back)).strftime("%A")
    closed = day - timedelta(days=10)
    text = f"Crews were working {named} on a fire. The crossing was closed on {closed:%B} {closed.day}, {closed.year}."
    saved = datetime(day.year, day.month, day.day, 12, tzinfo=UTC) + timedelta(days=3)
    reason = find_window(undated(text, saved)).because[-1]
    listed = [date.fromisoformat(one) for one in reason.said["days"]]
    assert day in listed
    assert {one.strftime("%A") for one in listed} <= {named, (day - timedelta(days=back - 1)).strftime("%A")}
