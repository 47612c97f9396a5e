"""The case for a date in a sentence."""

import pytest

from backfile.model.reason_codes import ClueCode
from backfile.model.story import Evidence, Stamp, Story
from backfile.wording.date_case import say_case

OUTRANKED = ClueCode.OUTRANKED.of("json-ld-story-published")


def story(*clues, value="2017-02-23", basis="json-ld", conflict=False):
    stamp = Stamp(value, "day", "unknown", basis, value, conflict)
    return Story(id="x", body="", published=stamp, evidence=clues)


def clue(rule, value, why_not=OUTRANKED, *, field="published"):
    return Evidence(field, value, value or "", "", rule, why_not is None, why_not)


USED = clue("json-ld-story-published", "2017-02-23T16:47:00-05:00", None)


@pytest.mark.parametrize(
    ("clues", "said"),
    [
        ((USED,), "The date is from the page’s metadata; no other clue names a day."),
        ((USED, clue("url", "2017-02-23")), "The date is from the page’s metadata; the address agrees."),
        ((USED, clue("url", "2017-02")), "The date is from the page’s metadata; the address agrees."),
        (
            (USED, clue("meta-published", "2017-02-23"), clue("time-bare", "2017-02-24"), clue("url", "2017")),
            "The date is from the page’s metadata; the date printed on the page and the address agree.",
        ),
        (
            (clue("visible-published", "2017-02-23", None), clue("visible-bare", "2017-02-23")),
            "The date is printed on the page; no other clue names a day.",
        ),
    ],
)  # fmt: skip
def test_what_decided_and_what_agrees(clues, said):
    assert say_case(story(*clues)) == said


def test_clues_that_could_not_be_used_say_nothing():
    footer = clue("visible-bare", "2024", ClueCode.OUTSIDE.of())
    late = clue("meta-published", "2031-01-01", ClueCode.AFTER_CAPTURE.of())
    updated = clue("url", "2017-02-23", field="updated")
    yearless = clue("visible-bare", "02-23")
    said = say_case(story(USED, footer, late, updated, yearless))
    assert said == "The date is from the page’s metadata; no other clue names a day."


def test_clues_that_disagree_are_named_with_their_days():
    clues = (USED, clue("json-ld-story-created", "2016-11-01"), clue("visible-bare", "2017-02-21"), clue("url", "2017"))
    assert say_case(story(*clues, conflict=True)) == (
        "Clues disagree: the page’s metadata says 23 February 2017, which is used, and 1 November 2016; "
        "the date printed on the page says 21 February 2017."
    )


def test_a_date_that_no_clue_of_the_page_gave():
    assert say_case(story(basis="given")) == "The date was given with the text."
    assert say_case(story(basis="archivist")) is None
    assert say_case(Story(id="x", body="", evidence=(USED,))) is None


def test_the_clue_that_gives_the_time_of_day_is_said_with_the_one_that_decided():
    day, clock = (
        clue("visible-published", "2017-02-23", None),
        clue("json-ld-story-published", "2017-02-23T16:47", None),
    )
    stamp = Stamp("2017-02-23T16:47", "minute", "unknown", "visible", day.raw, False, "json-ld", clock.raw)
    for clues in ((day, clock), (clock, day)):
        said = say_case(Story(id="x", body="", published=stamp, evidence=(*clues, clue("url", "2017-02"))))
        assert said == (
            "The date is printed on the page; the page’s metadata and the address agree. "
            "Its time of day is from the page’s metadata."
        )
