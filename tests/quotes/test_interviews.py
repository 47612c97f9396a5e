"""Interviews in the forms that are printed: names before the turns or above them, initials, letters, questions alone."""

import re

import pytest

from backfile.quotes import analyse_speech

OPENING = "Osric Vane has wound the clock at Fenby for thirty years, and it has never thanked him."
TURNS = [
    "How often do you wind it?",
    "Every Friday. On Saturdays I listen.",
    "And does it answer?",
    "My wife says I do not hear it.",
]
THIRD = ["Will you stop?", "I will when it does."]


def spoken_in(lines: list[str], *, without: str = "$^") -> list[tuple[str | None, str]]:
    """(speaker, words) of the quotations of a story of such lines; those that match `without` are no paragraphs."""
    body = "\n\n".join(lines)
    spans = [hit.span() for hit in re.finditer(r"[^\n]+", body) if not re.fullmatch(without, hit.group())]
    return [(quote.speaker, quote.text) for quote in analyse_speech(body, block_spans=spans).quotes]


ANSWERS = [("Osric Vane", TURNS[1]), ("Osric Vane", TURNS[3])]


@pytest.mark.parametrize(
    ("asks", "answers", "asker"),
    [
        (["Fenby Herald: ", "FH: "], ["Osric Vane: ", "OV: "], "Fenby Herald"),
        (["Herald: "] * 2, ["Vane: "] * 2, "Herald"),
        (["Q. "] * 2, ["A. "] * 2, None),
        (["Q: "] * 2, ["A: "] * 2, None),
    ],
)
def test_labels_before_the_turns_name_who_speaks(asks, answers, asker):
    labels = [asks[0], answers[0], asks[1], answers[1]]
    found = spoken_in([OPENING, *(label + turn for label, turn in zip(labels, TURNS, strict=True))])
    assert [row for row in found if row[0] == "Osric Vane"] == ANSWERS
    assert found[0] == (asker, TURNS[0])


def test_names_on_lines_of_their_own_are_labels():
    lines = [OPENING, "Herald", TURNS[0], "Vane", TURNS[1], "Herald", TURNS[2], "Vane", TURNS[3]]
    assert [row for row in spoken_in(lines, without="Herald|Vane") if row[0] == "Osric Vane"] == ANSWERS


def test_answers_below_questions_alone_are_the_one_person_s():
    assert spoken_in([OPENING, *TURNS, *THIRD]) == [*ANSWERS, ("Osric Vane", THIRD[1])]


def test_a_name_beside_unlabelled_questions_answers():
    lines = [OPENING, TURNS[0], "Osric Vane: " + TURNS[1], TURNS[2], "O. V.: " + TURNS[3]]
    assert spoken_in(lines) == ANSWERS


def test_an_outlet_that_asks_is_no_person():
    body = "\n".join(["The Plain: How many?", "Silas Quick: Eleven.", "The Plain: A door?", "Silas Quick: It floated."])
    assert [person.name for person in analyse_speech(body).people] == ["Silas Quick"]


@pytest.mark.parametrize(
    "lines",
    [
        ["Name: Tib Foster", "Age: 34", "Town: Fenby", "Name: Ann Lee", "Age: 40", "Town: Ostley"],
        [
            OPENING,
            "Who knew?",
            "The clock was late again on Friday.",
            "Who cared?",
            "The mayor did not.",
            "Why?",
            "The bell is broken.",
        ],
        [OPENING, "Ann Lee has one too.", *TURNS, *THIRD],
    ],
)
def test_facts_turns_of_speech_and_stories_of_two_have_no_such_answers(lines):
    assert [row for row in spoken_in(lines) if row[0] is not None] == []
