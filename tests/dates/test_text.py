"""Dates in text: tests/dates/cases/text.txt holds the cases (" // " stands for a break between paragraphs)."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backfile.dates.text.context import CERTAINTIES
from backfile.dates.text.find_dates import find_dates
from backfile.dates.text.time_tokens import Tokens
from backfile.model.story import Stamp

CASES = Path(__file__).parent / "cases" / "text.txt"


def stamp(day: str) -> Stamp | None:
    return None if day == "none" else Stamp(day, "day", "unknown", "given", day)


def cases():
    for block in CASES.read_text().strip().split("\n\n"):
        title, given_line, expected = block.split("\n")
        day, text = given_line.split(" | ", 1)
        yield pytest.param(day, text.replace(" // ", "\n\n"), expected, id=title)


@pytest.mark.parametrize(("day", "text", "expected"), list(cases()))
def test_dates_are_found_as_the_case_says(day, text, expected):
    found = find_dates(text, published=stamp(day))
    assert ("; ".join(f"{m.text} = {m.type} {m.value}" for m in found) or "nothing") == expected


def test_a_mention_says_what_it_was_counted_from_and_by_which_rule():
    mention = find_dates("The council met Tuesday.", published=stamp("2017-02-23"))[0]
    assert (mention.anchor, mention.certainty) == ("2017-02-23", "weekday-same-or-last")
    mention = find_dates("The council will meet on Tuesday.", published=stamp("2017-02-23"))[0]
    assert (mention.value, mention.certainty) == ("2017-02-28", "weekday-next")


def test_the_day_of_publication_ends_a_span_of_weekdays_without_being_the_next() -> None:
    ends = find_dates("The pool is open Monday through Thursday.", published=stamp("2017-02-23"))[1]
    assert (ends.value, ends.certainty) == ("2017-02-23", "weekday-same-or-last")


def test_a_publication_known_to_the_month_anchors_no_weekday():
    month = Stamp("2017-02", "month", "unknown", "url", "/2017/02/")
    assert [m.value for m in find_dates("They met Thursday.", published=month)] == [None]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("de", "Das Werk wurde am 3. Mai 2011 stillgelegt, die Brücke im März 2015.", ["2011-05-03", "2015-03"]),
        ("fr", "Le pont a été fermé le 1er février 2016.", ["2016-02-01"]),
        ("es", "La planta cerró el 23 de febrero de 2017.", ["2017-02-23"]),
        ("pl", "Zakład zamknięto 3 maja 2011 r.", ["2011-05-03"]),
        ("ru", "Завод закрыли 3 мая 2011 года.", ["2011-05-03"]),
        ("ja", "工場は2011年5月3日に閉鎖された。", ["2011-05-03"]),
        ("de", "Der Rat tagt am 3. Mai.", []),
    ],
)
def test_full_dates_are_found_in_other_languages(language, text, found):
    mentions = find_dates(text, published=stamp("2017-02-23"), language=language)
    assert [m.value for m in mentions] == found
    assert all(text[m.start : m.end] == m.text and m.certainty == "as-printed" for m in mentions)


def test_another_language_gives_nothing_in_english():
    assert find_dates("Le maire a parlé mardi.", published=stamp("2017-02-23"), language="fr") == ()


WORDS = st.lists(
    st.sampled_from(
        "the a last next this past few several two 2 23 2017 1,000 99999999 May Thursday Feb. 23rd week weeks years ago "
        "later earlier of in end quarter first century half - ' , . at 4:47 p.m. UTC noon today morning every daily now "
        "fiscal year spring those these current ended 9/11 ² Christmas Eve Labor Day 12/12/12 2017-02-30 1990s \n until by will said "
        "latest another Sundays weeklong before after from these days present moment nineteenth 19th 1600s '98 that year-end Q1 FY2013 "
        "Easter Good Friday New Year's ended half-hour 1/2 to on (1789) Fourth July trading is agreed the".split(" ")
    )
    | st.text(max_size=5),
    max_size=25,
).map(" ".join)


@given(WORDS, st.dates(min_value=date(1990, 1, 1), max_value=date(2040, 12, 31)) | st.none())
def test_no_text_crashes_and_each_mention_is_a_slice_in_order(text, day):
    found = find_dates(text, published=stamp(day.isoformat() if day else "none"))
    at = 0
    for mention in found:
        assert at <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text
        assert mention.type in ("DATE", "TIME", "DURATION", "SET")
        assert mention.certainty in CERTAINTIES
        assert (mention.value is None) <= (day is None)
        at = mention.end


@given(st.text())
def test_every_token_has_a_kind(text):
    tokens = Tokens(text)
    assert len(tokens.kinds) == len(tokens.words)


@given(st.text(alphabet="aZ5é_ \n\t.,'½日x", max_size=40), st.randoms())
def test_every_token_is_found_again_where_it_stands_in_any_order(text, random):
    tokens = Tokens(text)
    places = list(range(len(tokens.words)))
    random.shuffle(places)
    starts = {at: tokens.start(at) for at in places}
    end = 0
    for at, word in enumerate(tokens.words):
        assert text[end : starts[at]].strip() == ""
        assert text[starts[at] : tokens.end(at)] == word
        end = tokens.end(at)
    assert text[end:].strip() == ""
