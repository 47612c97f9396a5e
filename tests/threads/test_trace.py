"""Who printed a passage first and last, who cut or changed it, and in which versions it came and went."""

import pytest

from backfile.archive.traces.passage_match import PlacedWords, came_and_went, find_passage
from backfile.errors import QueryError
from backfile.open_archive import OpenArchive
from backfile.wording.trace_words import say_marks, say_order, say_origin, say_quoted, say_relation
from tests.threads.told import id_at

CONCRETE = (
    "“Concrete tells you things slowly, and then it tells you all at once,” Ibarra told reporters at the spillway."
)
DETOUR = "Drivers should use the Route 9 crossing at Eastbrook."


def test_a_wire_passage_and_whose_it_is(valley: OpenArchive) -> None:
    trace = valley.trace(CONCRETE)
    assert [one.outlet for one in trace.prints] == ["WALD 7", "The Wren County Post"]
    assert [one.published.basis for one in trace.prints if one.published] == ["url", "visible"]
    assert trace.origin == "Northern Press Service"
    assert say_origin(trace) == (
        "A credit names Northern Press Service as the source; its own story is not in this archive."
    )
    assert say_quoted(trace) == "Quoted in it: Rafael Ibarra (2 stories)."


def test_that_two_are_of_one_day_is_said(valley: OpenArchive) -> None:
    said = [*say_order(valley.trace(CONCRETE))]
    assert said == ["2 of them are of the first day, 29 August 2013; where no hour is known, which was first is not."]


def test_a_passage_that_vanished_is_found_and_says_where(valley: OpenArchive) -> None:
    (one,) = valley.trace(DETOUR).prints
    assert one.is_gone
    (mark,) = one.versions
    newest = valley.story(one.id).versions[-1]
    assert (mark.version, mark.mark) == (newest.id, "went")
    assert say_marks(one) == (f"it is there no more in version {newest.id}, first seen on 2 December 2017",)
    assert valley.trace(DETOUR).last is None


def test_a_passage_that_came_later(valley: OpenArchive) -> None:
    (one,) = valley.trace("You could hear them hitting, one after the other").prints
    assert [mark.mark for mark in one.versions] == ["came"]
    assert not one.is_gone


def test_a_passage_repeated_within_a_matter(ferry: OpenArchive) -> None:
    trace = ferry.trace("We were told in writing that the dock would hold for forty winters, and it held for six")
    assert [one.id for one in trace.prints] == [id_at(ferry, "dock-closed"), id_at(ferry, "dock-inquiry")]
    assert trace.first is not None
    assert trace.first.id == id_at(ferry, "dock-closed")
    assert trace.last is not None
    assert trace.last.id == id_at(ferry, "dock-inquiry")
    assert {say_relation(one) for one in trace.prints} == {"word for word"}


def test_an_undated_print_stands_last_and_is_said(ferry: OpenArchive) -> None:
    trace = ferry.trace("Piet Lansbury of Corvane Marine watched from the ferry Arundel")
    assert trace.prints[-1].published is None
    assert any("undated" in line for line in say_order(trace))


@pytest.mark.parametrize("text", ["", "three words only", "“…”"])
def test_too_little_to_trace(ferry: OpenArchive, text: str) -> None:
    with pytest.raises(QueryError):
        ferry.trace(text)


def test_words_that_nobody_printed(ferry: OpenArchive) -> None:
    trace = ferry.trace("zyxwv utsrq ponml kjihg fedcb")
    assert (trace.prints, trace.total, trace.first) == ((), 0, None)


PASSAGE = "the quay was closed on Tuesday after a pile gave way under the ferry".split()


@pytest.mark.parametrize(
    ("text", "relation", "share"),
    [
        ("Then the quay was closed on Tuesday after a pile gave way under the ferry.", "repeated", 1.0),
        ("The quay was closed on Tuesday, after a pile gave way.", "cut", 0.786),
        ("The old quay was closed on Wednesday after a pile gave way under the ferry.", "changed", 0.929),
    ],
)
def test_how_a_text_prints_it(text: str, relation: str, share: float) -> None:
    passage = [word.lower() for word in PASSAGE]
    match = find_passage(passage, text)
    assert match is not None
    assert (match.relation, match.share) == (relation, share)


def test_the_words_scattered_over_a_text_are_no_print() -> None:
    scattered = " ".join(f"{word} one two three four five six" for word in PASSAGE)
    assert find_passage([word.lower() for word in PASSAGE], scattered) is None


def test_places_are_those_of_the_text() -> None:
    text = "Ein Café – “très” ½ ıİ 東京で"
    placed = PlacedWords(text)
    spans = [placed.span(number, number) for number in range(3)]
    assert [text[start:end].lower() for start, end in spans] == ["ein", "café", "très"]
    assert text[slice(*placed.span(0, 2))] == "Ein Café – “très"
    assert placed.words[1] == "cafe"


def test_where_it_came_and_went() -> None:
    assert came_and_went([False, True, True, False]) == [(1, "came"), (3, "went")]
    assert came_and_went([True]) == []
