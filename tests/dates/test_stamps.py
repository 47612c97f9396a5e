"""Stamps read from text: tests/dates/cases/stamps.txt holds the cases, in blocks of title, input and expected."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backfile.dates.cue_words import NOT_THE_STORY, PUBLISHED, UPDATED, CueWords
from backfile.dates.parse_stamp import find_stamps, parse_stamp

CASES = Path(__file__).parent / "cases" / "stamps.txt"
OPTION = re.compile(r" \[(\w+) ([^\]]+)\]")


def cases():
    for block in CASES.read_text().strip().split("\n\n"):
        title, raw, expected = block.split("\n")
        yield pytest.param(raw, expected, dict(OPTION.findall(title)), id=OPTION.sub("", title))


@pytest.mark.parametrize(("raw", "expected", "options"), list(cases()))
def test_a_stamp_is_read_as_the_case_says(raw, expected, options):
    captured = options.get("captured")
    captured_at = datetime.fromisoformat(captured.replace("Z", "+00:00")) if captured else None
    stamp = parse_stamp(raw, language=options.get("language"), captured_at=captured_at)
    assert (f"{stamp.value} {stamp.precision} {stamp.zone}" if stamp else "none") == expected


def test_a_line_with_two_stamps_gives_both_with_their_places():
    line = "Published: Feb 1, 2017, 4:47 PM | Updated: Feb 3, 2017, 5 PM"
    first, second = find_stamps(line)
    assert (first.value, second.value) == ("2017-02-01T16:47", "2017-02-03T17:00")
    assert line[first.start : first.end] == "Feb 1, 2017, 4:47 PM"
    assert line[second.start : second.end] == "Feb 3, 2017, 5 PM"


def test_both_readings_of_an_open_order_are_kept():
    stamp = parse_stamp("03/02/2017")
    assert stamp is not None
    assert stamp.kind == "ambiguous"
    assert set(stamp.readings) == {"2017-02-03", "2017-03-02"}


NOW = datetime(2017, 2, 24, 10, tzinfo=UTC)
STAMP_LIKE = st.lists(
    st.one_of(
        st.sampled_from(
            "Feb 23 2017 23.02.2017 2月 日 年 at 4:47 pm ET GMT+9 ago hace vor 3 Stunden - / . , Z T".split()
        ),
        st.integers(0, 10**14).map(str),
        st.text(max_size=6),
    ),
    max_size=8,
).map(" ".join)


@given(STAMP_LIKE)
def test_no_text_crashes_and_places_lie_inside_it(raw):
    for stamp in find_stamps(raw, captured_at=NOW):
        assert 0 <= stamp.start < stamp.end <= len(raw)


@given(STAMP_LIKE)
def test_a_value_is_a_real_time_of_its_precision(raw):
    stamp = parse_stamp(raw, captured_at=NOW)
    if stamp is None:
        return
    if stamp.precision in ("day", "minute", "second"):
        moment = datetime.fromisoformat(stamp.value)
        assert (moment.tzinfo is None) == (stamp.zone == "unknown")
        assert stamp.precision == {10: "day", 16: "minute", 19: "second"}[len(stamp.value[:19])]
    else:
        assert len(stamp.value) == {"month": 7, "year": 4}[stamp.precision]


@pytest.mark.parametrize(
    ("words", "written"), [(PUBLISHED, "Veröffentlicht"), (UPDATED, "ZULETZT"), (NOT_THE_STORY, "©")]
)
def test_every_letter_of_the_cue_words_can_be_made(words: CueWords, written: str) -> None:
    assert words.starts(written)
    assert not words.starts("")
    for letter in words._written:
        words.starts(letter)
    assert words._by_first.keys() == words._written.keys()
