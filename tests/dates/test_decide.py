"""Which clue decides, which are shown and passed over, and when nothing is given."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backfile.dates.decide import decide_stamps
from backfile.dates.precedence import PRECEDENCE, RULES
from backfile.model.capture import ExportFields
from backfile.model.labelled_page import LabelledPage
from backfile.model.page import Block, Box, Span, TimeMark
from backfile.model.reason_codes import ClueCode
from backfile.reading import read
from tests.dates.made_pages import BODY, decide, made_page

ARTICLE = {"@type": "NewsArticle", "headline": "Ferry stopped again"}


def test_a_page_with_nothing_but_a_footer_year_gives_none():
    decision = decide(made_page(foot=("Copyright 2024 Winsome Ledger. All rights reserved.",)))
    assert decision.published is None
    assert decision.updated is None


def test_a_footer_s_full_date_gives_none():
    decision = decide(made_page(foot=("© 19.12.2016 - 12:14 Winsome Ledger", "Next meeting: March 1, 2017")))
    assert decision.published is None


def test_a_relative_stamp_means_nothing_without_the_capture_s_time():
    assert decide(made_page(head=("3 hours ago",), captured_at=None)).published is None
    stamp = decide(made_page(head=("3 hours ago",))).published
    assert stamp is not None
    assert (stamp.value, stamp.precision, stamp.basis) == ("2017-03-01", "day", "visible")


def test_a_relative_stamp_comes_after_one_that_names_its_day():
    metas = {"article:published_time": "2017-02-20T16:47:00-05:00"}
    assert decide(made_page(head=("Published 3 hours ago",), metas=metas)).published.value[:10] == "2017-02-20"


def test_metadata_of_the_story_decides_with_its_instant():
    page = made_page(metas={"article:published_time": "2017-02-23T16:47:00-05:00"}, head=("February 23, 2017",))
    stamp = decide(page).published
    assert stamp is not None
    assert (stamp.value, stamp.zone, stamp.basis) == ("2017-02-23T16:47:00-05:00", "stated", "meta")
    assert not stamp.conflict


def test_updated_is_never_made_of_published_nor_the_other_way_round():
    decision = decide(made_page(metas={"article:modified_time": "2017-02-24T08:00:00Z"}))
    assert decision.published is None
    assert decision.updated is not None
    decision = decide(made_page(head=("Posted February 23, 2017",)))
    assert decision.published is not None
    assert decision.updated is None


def test_the_words_by_a_stamp_say_whose_it_is():
    decision = decide(made_page(head=("POSTED 4:47 PM, FEBRUARY 23, 2017, UPDATED AT 6:10 PM, FEBRUARY 24, 2017",)))
    assert decision.published is not None
    assert decision.updated is not None
    assert (decision.published.value, decision.updated.value) == ("2017-02-23T16:47", "2017-02-24T18:10")


def test_a_picture_s_or_a_video_s_node_never_dates_the_story():
    page = made_page(
        linked_data=(
            {"@type": "ImageObject", "datePublished": "2011-06-01"},
            {"@type": "VideoObject", "name": "Storm video", "uploadDate": "2012-06-01", "datePublished": "2012-06-01"},
            {**ARTICLE, "datePublished": "2017-02-23", "image": {"datePublished": "2010-01-01"}},
        )
    )
    decision = decide(page)
    assert decision.published is not None
    assert decision.published.value == "2017-02-23"
    assert all("2010" not in e.raw and "2011" not in e.raw for e in decision.evidence)


def test_a_related_story_s_node_never_dates_the_story():
    other = {"@type": "NewsArticle", "headline": "Mill burns", "url": "https://www.winsomeledger.example/news/mill"}
    decision = decide(
        made_page(linked_data=({**other, "datePublished": "2016-01-01"}, {**other, "datePublished": "2016-01-02"}))
    )
    assert decision.published is None


def test_a_day_after_the_capture_is_never_given():
    decision = decide(made_page(metas={"article:published_time": "2017-03-09T10:00:00Z"}))
    assert decision.published is None
    assert decision.evidence[0].why_not == ClueCode.AFTER_CAPTURE.of()


def test_a_day_after_the_capture_by_its_zone_alone_is_given():
    page = made_page(
        metas={"article:published_time": "2017-03-02T01:00:00+13:00"}, captured_at=datetime(2017, 3, 1, 13, tzinfo=UTC)
    )
    assert decide(page).published is not None


def test_a_day_before_the_web_is_never_given():
    decision = decide(made_page(head=("Published May 7, 1954",)))
    assert decision.published is None
    assert decision.evidence[0].why_not == ClueCode.BEFORE_WEB.of()


def test_a_printed_day_earlier_than_metadata_comes_first_and_is_marked():
    """A newsroom that moved to another CMS had every story dated anew."""
    page = made_page(metas={"article:published_time": "2016-11-05T10:00:00Z"}, head=("By Ann Roe | June 3, 2004",))
    stamp = decide(page).published
    assert stamp is not None
    assert stamp.value == "2004-06-03"
    assert stamp.conflict


def test_a_full_day_in_the_address_comes_before_metadata_that_is_far_from_it():
    url = "https://www.winsomeledger.example/2004/06/03/ferry"
    stamp = decide(made_page(url=url, metas={"article:published_time": "2016-11-05T10:00:00Z"})).published
    assert stamp is not None
    assert (stamp.value, stamp.basis, stamp.conflict) == ("2004-06-03", "url", True)


def test_the_address_leaves_the_instant_to_a_clue_within_a_day_of_it():
    url = "https://www.winsomeledger.example/2017/02/23/ferry"
    stamp = decide(made_page(url=url, metas={"article:published_time": "2017-02-24T02:10:00Z"})).published
    assert stamp is not None
    assert (stamp.value, stamp.basis, stamp.conflict) == ("2017-02-24T02:10:00+00:00", "meta", False)


def test_an_instant_in_utc_is_put_on_the_clock_that_the_page_prints():
    page = made_page(
        metas={"article:published_time": "2017-02-25T02:25:54+00:00"}, head=("February 24, 2017 | 9:25pm",)
    )
    stamp = decide(page).published
    assert stamp is not None
    assert (stamp.value, stamp.zone) == ("2017-02-24T21:25:54-05:00", "inferred")


def test_midnight_is_a_day_and_no_hour():
    stamp = decide(made_page(metas={"article:published_time": "2017-02-23T00:00:00+00:00"})).published
    assert stamp is not None
    assert (stamp.value, stamp.precision, stamp.zone) == ("2017-02-23", "day", "unknown")


def test_an_address_s_month_is_held_at_the_month():
    stamp = decide(made_page(url="https://www.winsomeledger.example/2017/02/ferry-stopped.html")).published
    assert stamp is not None
    assert (stamp.value, stamp.precision) == ("2017-02", "month")


def test_an_open_order_is_settled_by_another_day_on_the_page():
    page = made_page(head=("03/02/2017",), metas={"article:modified_time": "2017-02-03T09:00:00Z"}, captured_at=None)
    stamp = decide(page).published
    assert stamp is not None
    assert stamp.value == "2017-02-03"


def test_an_open_order_is_held_at_the_year():
    stamp = decide(made_page(head=("03/02/2017",), captured_at=None)).published
    assert stamp is not None
    assert (stamp.value, stamp.precision, stamp.raw) == ("2017", "year", "03/02/2017")


def test_a_count_back_in_capitals_before_a_byline_is_read():
    stamp = decide(made_page(head=("3 HOURS AGO, BY ANN ROE",))).published
    assert stamp is not None
    assert (stamp.value, stamp.precision) == ("2017-03-01", "day")
    assert decide(made_page(head=("3 HOURS AGO, BY ANN ROE",), captured_at=None)).published is None


def test_a_day_in_a_caption_or_a_sentence_is_no_stamp():
    decision = decide(made_page(head=("The ferry as seen from the old mill pier on June 4, 2011, before its repair",)))
    assert decision.published is None


def test_the_export_comes_first():
    export = ExportFields(published_raw="2004-06-03T10:00:00Z", updated_raw="2016-11-05 10:00:00")
    decision = decide(made_page(export=export, metas={"article:published_time": "2016-11-05T10:00:00Z"}))
    assert decision.published is not None
    assert decision.published.basis == "export"
    assert decision.updated is not None


def test_a_dateline_with_its_year_dates_an_undated_story():
    body = ("WINSOME, (23.02.2017). The ferry to Winsome Point was stopped at noon after its engine failed.",)
    stamp = decide(made_page(body=body, language_tag="de"), language="de").published
    assert stamp is not None
    assert (stamp.value, stamp.basis) == ("2017-02-23", "dateline")


def test_microdata_of_another_story_is_passed_over():
    times = (TimeMark("2016-01-01", "", "datepublished", 9, 4), TimeMark("2016-01-05", "", "datepublished", 40, 4))
    decision = decide(made_page(times=times, head=("February 23, 2017",)))
    assert decision.published is not None
    assert decision.published.value == "2017-02-23"


def test_every_clue_is_evidence_and_what_decided_is_used():
    page = made_page(
        metas={"article:published_time": "2017-02-23T16:47:00-05:00", "date": "2017-02-24"},
        head=("Posted February 23, 2017 by Ann Roe",),
        foot=("Last updated February 25, 2017",),
    )
    evidence = decide(page).evidence
    assert [e.rule for e in evidence if e.used] == ["meta-published", "visible-published", "after-updated"]
    assert all(e.used or e.why_not for e in evidence)
    assert {e.rule for e in evidence} <= {rule.name for rule in PRECEDENCE} | {"after-bare"}


def test_a_stamp_names_the_clue_that_decided_and_where_its_clock_is_from():
    """The visible stamp comes first; the metadata of the same day has the time."""
    metas = {"article:published_time": "2017-02-23T16:47:00-05:00"}
    stamp = decide(made_page(metas=metas, head=("Posted February 23, 2017",))).published
    assert stamp.value == "2017-02-23T16:47:00-05:00"
    assert (stamp.basis, stamp.raw) == ("visible", "Posted February 23, 2017")
    assert (stamp.clock_basis, stamp.clock_raw) == ("meta", "2017-02-23T16:47:00-05:00")


@pytest.mark.parametrize("published", ["2017-02-23", "2017-02-23T00:00:00+00:00"])
def test_a_clue_that_says_no_more_than_the_deciding_one_is_not_named(published):
    url = "https://www.winsomeledger.example/2017/02/23/ferry"
    page = made_page(url=url, metas={"article:published_time": published}, head=("Posted February 23, 2017",))
    decision = decide(page)
    stamp = decision.published
    assert (stamp.value, stamp.basis, stamp.raw) == ("2017-02-23", "visible", "Posted February 23, 2017")
    assert (stamp.clock_basis, stamp.clock_raw) == (None, None)
    assert [e.rule for e in decision.evidence if e.used] == ["visible-published"]


LINES = st.lists(
    st.sampled_from(
        [
            "3 hours ago",
            "Feb 23, 2017",
            "Posted 2019-01-01",
            "Updated 23.02.2031 17:44",
            "© 2024",
            "Thursday",
            "12/12/12",
        ]
    )
    | st.text(max_size=30),
    max_size=5,
).map(tuple)
VALUES = st.one_of(st.text(max_size=20), st.datetimes().map(lambda d: d.isoformat() + "Z"))


@given(LINES, LINES, VALUES, VALUES)
def test_no_page_crashes_and_no_day_is_after_the_capture(head, foot, published, updated):
    page = made_page(
        head=head,
        foot=foot,
        metas={"article:published_time": published, "article:modified_time": updated},
        linked_data=({"@type": "Article", "datePublished": updated, "dateModified": [published], "url": 3},),
    )
    decision = decide(page)
    for field, stamp in zip(("published", "updated"), decision, strict=False):
        used = {(RULES[e.rule].basis, e.raw) for e in decision.evidence if e.used and e.field == field}
        if stamp is not None:
            assert stamp.value[:4] >= "1990"
            assert stamp.value[:10] <= "2017-03-02"
            clock = {(stamp.clock_basis, stamp.clock_raw)} if stamp.clock_basis else set()
            assert used == {(stamp.basis, stamp.raw)} | clock
        else:
            assert not used


def test_an_empty_page_gives_none():
    page = replace(made_page(), blocks=())
    decision = decide_stamps(LabelledPage(page, ()), language=None)
    assert decision == (None, None, ())


def test_the_date_in_a_masthead_is_the_day_of_the_capture_and_no_stamp():
    page = made_page()
    masthead = Block("Wednesday, March 1, 2017", "div", 5)
    page = replace(page, boxes=(*page.boxes, Box(0, "div", "top", 1)), blocks=(masthead, *page.blocks))
    decision = decide(page)
    assert decision.published is None
    assert all(e.raw != "Wednesday, March 1, 2017" or not e.used for e in decision.evidence)


def test_a_bare_time_element_after_the_text_is_shown_and_not_used():
    decision = decide(made_page(times=(TimeMark("2017-01-02", "Jan 2", "", 3, 4),), foot=("Jan 2 Mill burns",)))
    assert decision.published is None
    assert any(e.value == "2017-01-02" and e.why_not for e in decision.evidence)


def published_by(**given):
    stamp = decide(made_page(**given)).published
    return None if stamp is None else (stamp.value, stamp.basis)


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("This entry was posted on February 3, 2017 at 4:47 pm by Ann Roe.", "2017-02-03T16:47"),
        ("Dieser Beitrag wurde am 3. Februar 2017 von Ann Roe geschrieben und unter Hafen abgelegt.", "2017-02-03"),
        ("By Ann Roe on February 3, 2017 | No comments", "2017-02-03"),
        ("Datum 03.02.2017", "2017-02-03"),
    ],
)
def test_a_story_says_when_it_came_out_far_below_its_text(line, value):
    foot = (*["Another line of the page"] * 12, line)
    assert published_by(foot=foot, language_tag="de") == (value, "visible")


def test_a_signature_s_day_ends_the_text():
    assert published_by(body=(BODY, BODY, "Ann Roe | 3 February 2017")) == ("2017-02-03", "visible")
    assert published_by(body=(BODY, BODY, "The pier opened on 3 February 2017")) is None


def test_so_many_days_by_the_headline_are_a_list_s():
    assert published_by(head=("February 3, 2017", "January 9, 2017", "December 1, 2016")) is None


def test_a_slashed_day_is_read_as_the_metadata_has_it():
    page = {"head": ("11/01/2017",), "metas": {"article:published_time": "2017-01-11T09:00:00-05:00"}}
    assert published_by(**page, language_tag="en-GB")[0].startswith("2017-01-11")
    page = {"head": ("11/01/2016",), "metas": {"article:published_time": "2016-11-01T09:00:00-05:00"}}
    assert published_by(**page, language_tag="en-GB")[0].startswith("2016-11-01")


@pytest.mark.parametrize(
    ("url", "head", "value"),
    [
        ("https://ledger.example.de/ferry", (), "2017-02-24T00:30:00+01:00"),
        ("https://ledger.example.de/ferry", ("23.02.2017",), "2017-02-23T23:30:00+00:00"),
        ("https://ledger.example/ferry", ("February 23, 2017, 6:30 PM",), "2017-02-23T18:30:00-05:00"),
        ("https://ledger.example/ferry", (), "2017-02-23T23:30:00+00:00"),
    ],
)
def test_an_instant_in_utc_is_told_on_the_newsroom_s_clock(url, head, value):
    metas = {"article:published_time": "2017-02-23T23:30:00Z"}
    assert published_by(url=url, head=head, metas=metas)[0] == value


def test_an_instant_is_put_on_the_day_that_the_page_prints():
    metas = {"article:published_time": "2017-02-24T03:05:00Z"}
    assert published_by(head=("February 23, 2017",), metas=metas)[0] == "2017-02-23T22:05:00-05:00"
    late = {"article:published_time": "2017-02-23T22:05:00Z"}
    assert published_by(head=("24 February 2017",), metas=late)[0] == "2017-02-24T00:05:00+02:00"


def test_a_last_modified_that_is_the_moment_of_serving_is_no_update():
    decision = decide(made_page(metas={"last-modified": "2017-03-01T11:59:10Z"}, head=("February 23, 2017",)))
    assert decision.updated is None
    assert any(e.why_not == ClueCode.SERVED.of() for e in decision.evidence)
    assert decide(made_page(metas={"last-modified": "2017-02-25T11:59:10Z"})).updated is not None


def test_an_update_before_the_publication_is_marked_within_the_day_too():
    metas = {"article:published_time": "2017-02-23T16:47:00-05:00", "article:modified_time": "2017-02-23T20:00:00Z"}
    assert decide(made_page(metas=metas)).updated.conflict
    metas["article:modified_time"] = "2017-02-23T22:00:00Z"
    assert not decide(made_page(metas=metas)).updated.conflict


def faults_of(page, raw):
    return [e.why_not for e in decide(page).evidence if e.raw.startswith(raw)]


def test_a_label_stands_for_the_next_line_and_a_kicker_or_a_name_does_not():
    assert decide(made_page(head=("Last updated:", "February 24, 2017"))).updated is not None
    assert published_by(head=("Published", "February 23, 2017")) == ("2017-02-23", "visible")
    for line in ("Harbor-Update", "Reviewed by Jane Roe"):
        assert published_by(head=(line, "February 23, 2017")) == ("2017-02-23", "visible")


def test_a_span_of_days_or_hours_is_an_event_s():
    for line in ("February 10 – 12, 2017", "10. - 12. Februar 2017", "February 10, 2017 7:00 pm – 9:00 pm"):
        assert published_by(head=(line,)) is None
    assert published_by(head=("February 10, 2017 - 11 minutes",)) == ("2017-02-10", "visible")


def test_a_time_and_a_place_beside_a_day_make_it_an_event_s():
    assert published_by(head=("Date: February 10, 2017", "Time: 7:00 pm", "Place: Mill Hall")) is None
    assert published_by(head=("Date: February 10, 2017", "Section: Harbor")) is not None


def test_the_day_under_the_headline_is_the_story_s_and_those_of_the_comments_are_not():
    comments = tuple(TimeMark(f"2017-02-{day}", "", "", 4, 3) for day in (24, 25, 26))
    page = made_page(head=("23 February 2017",), times=comments, body=(BODY, BODY, BODY))
    stamp = decide(page).published
    assert stamp is not None
    assert stamp.value == "2017-02-23"


def test_metadata_later_than_the_printed_moment_in_every_zone_comes_after_it():
    metas = {"article:published_time": "2017-02-24T09:49:32Z"}
    page = made_page(metas=metas, head=("February 23, 2017 / 12:25 PM",))
    assert decide(page).published.value == "2017-02-23T12:25"
    page = made_page(metas=metas, head=("February 23, 2017 / 11:49 PM",))
    assert decide(page).published.value == "2017-02-23T23:49:32-10:00"


def test_a_press_release_s_head_and_a_dek_s_date_the_text():
    long = " Berlin – Die künftige Zusammenarbeit mit dem Hafenamt stand im Mittelpunkt des Gesprächs in Winsen."
    assert published_by(body=("Pressemitteilung vom 25. Januar 2017 |" + long, BODY)) == ("2017-01-25", "dateline")
    assert published_by(head=("(25.01.2017)" + long * 3,), language_tag="de") == ("2017-01-25", "dateline")


def test_lines_far_below_that_tell_of_several_days_tell_of_none():
    many = ["Another line of the page"] * 12
    assert published_by(foot=(*many, "Published", "February 3, 2017")) == ("2017-02-03", "visible")
    assert published_by(foot=(*many, "Published February 3, 2017", "x", "Published February 9, 2017")) is None


def test_what_stands_under_the_readers_heading_is_theirs():
    line = "Posted by Sam Poe on February 24, 2017 at 4:11 PM"
    assert published_by(foot=(line,)) is not None
    assert published_by(foot=("2 Comments", line)) is None


def test_a_story_that_says_when_it_was_first_published_is_believed_over_a_day_with_no_word():
    line = "This article was originally published on February 3, 2015 but has been updated since."
    assert published_by(head=("February 23, 2017",), foot=(line,)) == ("2015-02-03", "visible")


def test_a_cue_in_a_title_is_no_cue():
    """ "Boat released": the link is another story's title, and the day after it that story's."""
    page = made_page(foot=("Boat released by the yard February 3, 2017",))
    linked = page.blocks[-1]._replace(links=(Span(0, 25, "/boat"),))
    page = replace(page, blocks=(*page.blocks[:-1], linked))
    assert decide(page).published is None


def test_microdata_of_a_comment_is_passed_over_though_it_is_the_only_one():
    page = made_page(times=(TimeMark("2017-02-24", "", "datepublished", 4, 5),), foot=("So it goes",))
    inside = (*page.boxes, Box(4, "div", "https://schema.org/comment", 2))
    assert decide(replace(page, boxes=inside)).published is None
    plain = (*page.boxes, Box(4, "div", "", 2))
    assert decide(replace(page, boxes=plain)).published is not None


def test_a_class_that_says_published_yields_to_a_printed_updated():
    times = (TimeMark("2017-02-24", "February 24, 2017", "published-date", 1, 2),)
    decision = decide(made_page(head=("Updated February 24, 2017",), times=times))
    assert decision.published is None
    assert decision.updated is not None


@pytest.mark.parametrize(
    ("url", "locale", "value"),
    [
        ("https://ledger.example.uk/ferry", None, "2017-02-03"),
        ("https://ledger.example.gov/ferry", None, "2017-03-02"),
        ("https://ledger.example/ferry", "en_GB", "2017-02-03"),
        ("https://ledger.example/ferry", "en_US", "2017"),
        ("https://ledger.example.ca/ferry", None, "2017"),
    ],
)
def test_an_open_order_is_settled_by_the_page_s_locale_or_the_outlet_s_country(url, locale, value):
    metas = {"og:locale": locale} if locale else {}
    page = made_page(url=url, metas=metas, head=("03/02/2017",), captured_at=datetime(2018, 1, 1, tzinfo=UTC))
    assert decide(page).published.value == value


def test_beside_the_weather_and_in_a_list_of_months_stand_no_stamps():
    assert faults_of(made_page(head=("February 23, 2017 12°C",)), "February 23") == [ClueCode.OF_LIST.of()]
    assert published_by(head=("February 2017 (9)",)) is None


def test_a_printed_day_that_more_kinds_of_clue_name_comes_before_a_lone_node_s():
    node = {**ARTICLE, "datePublished": "2016-04-05T10:00:00Z"}
    printed = {"head": ("February 23, 2017",), "linked_data": (node,)}
    assert published_by(**printed)[0][:10] == "2016-04-05"
    both = {**printed, "metas": {"article:published_time": "2017-02-23T09:00:00Z"}}
    assert published_by(**both)[0][:10] == "2017-02-23"
    assert decide(made_page(**both)).published.conflict
    even = {**both, "times": (TimeMark("2016-04-05", "", "datepublished", 1, 2),)}
    assert published_by(**even)[0][:10] == "2016-04-05"


def test_a_word_beside_a_day_in_the_text_comes_after_the_day_by_the_headline():
    page = made_page(head=("February 23, 2017",), body=(BODY, "Released: January 17, 2017", BODY))
    assert decide(page).published.value == "2017-02-23"


def test_an_export_of_a_move_gives_way_to_the_day_that_the_post_prints():
    export = ExportFields(published_raw="2016-06-01 00:00:00")
    stamp = decide(made_page(url=None, export=export, head=("Published: May 3, 1998",), captured_at=None)).published
    assert stamp is not None
    assert (stamp.value, stamp.conflict) == ("1998-05-03", True)
    later = decide(made_page(url=None, export=export, head=("Published: June 2, 2016",), captured_at=None)).published
    assert later is not None
    assert later.basis == "export"


def test_a_masthead_s_day_gives_way_to_an_older_date_element():
    page = read(
        "<html lang=de><head><title>Fähre fällt aus</title><meta name=date content=2017-05-01T17:05:00+02:00></head><body>"
        "<div><header>Mittwoch, 26.02.2020</header><h1>Fähre fällt aus</h1>"
        + f"<p>{BODY}</p>" * 2
        + "</div></body></html>"
    )
    assert page.published is not None
    assert page.published.value == "2017-05-01T17:05:00+02:00"


def test_a_headline_s_own_line_may_end_with_the_stamp():
    story = read(
        "<html><head><title>Ferry stops for good | The Ledger</title></head><body><article>"
        "<h1>Ferry stops for good<br><small>3 May 2016 • Harbor</small></h1>"
        + f"<p>{BODY}</p>" * 2
        + "</article></body></html>"
    )
    assert story.published is not None
    assert story.published.value == "2016-05-03"
