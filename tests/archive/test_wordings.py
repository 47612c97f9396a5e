"""Which wordings are forms of one utterance: shortened, mended, elided and half reported, against words that only sound so."""

import pytest

from backfile.archive.wordings import LEAST_WORDS, are_one, fingerprints, likeness, wording_of, words_of

MOTHERS = (
    "We have people who have driven fifty miles round to see their own mothers, and that ends on Monday, whatever the"
    " engineers say."
)
PUMP = "I do not take orders from a pump, and I will not pay for one until somebody shows me the water."
MESSAGE = (
    "The president wanted to make clear the message that he would send to his people is one of hope and not of fear."
)
DIESEL = "Nobody on this board ran on a promise to charge people more, but diesel is up by a third since last winter."
FORMS = [
    (MOTHERS, "people who have driven fifty miles round to see their own mothers"),
    (MOTHERS, "We have people who have driven 50 miles round to see their own mothers ... that ends on Monday"),
    (MOTHERS, "[W]e have people who’ve driven fifty miles round to see their own mothers, and that ends Monday"),
    (MOTHERS, "there were people who had driven fifty miles round to see their own mothers"),
    (PUMP, "I don't take orders from a pump, and I won't pay for one until somebody shows me the water"),
    (PUMP, "he did not take orders from a pump and would not pay for one until somebody showed him the water"),
    (PUMP, "[The county does] not take orders from a pump ... until somebody shows me the water."),
    (MESSAGE, "make clear the message that he would [send] to his people"),
    (
        MESSAGE,
        "The president wanted to make clear [that] the message he would send to his people is one of hope, not fear",
    ),
    (DIESEL, "Nobody on [the transit] board ran on a promise to charge people more. But diesel's up by a third"),
    (
        DIESEL,
        "no one on the board ran on a promise to charge people more but that diesel was up by a third since winter",
    ),
]
OTHERS = [
    (MOTHERS, "We have people who work very hard and want to see their own families on Monday"),
    (PUMP, "I do not take questions from the press, and I will not answer one until somebody shows me the letter."),
    (MESSAGE, "The president wanted to make clear that he would veto the bill that his people have sent him"),
    (
        DIESEL,
        "Nobody on this council ran on a promise to cut the police, but crime is down by a third since last year.",
    ),
    (MOTHERS, PUMP),
]


def plain(text: str) -> str:
    return " ".join(words_of(text))


@pytest.mark.parametrize(("full", "form"), FORMS)
def test_forms_of_one_utterance_are_found_and_joined(full: str, form: str) -> None:
    assert set(fingerprints(plain(full))) & set(fingerprints(plain(form)))
    assert are_one((plain(full), "lee"), (plain(form), "lee"))
    assert likeness(plain(form), plain(full)) == likeness(plain(full), plain(form))


@pytest.mark.parametrize(("one", "other"), OTHERS)
def test_words_that_only_sound_alike_are_not(one: str, other: str) -> None:
    assert not are_one((plain(one), "lee"), (plain(other), "lee"))


def test_few_words_are_one_only_under_one_name() -> None:
    assert are_one(("we were one block short", "achebe"), ("we were one block short", "achebe"))
    assert not are_one(("we were one block short", "achebe"), ("we were one block short", "pell"))
    assert not are_one(("we were one block short", ""), ("we were one block short", ""))
    assert are_one((plain(PUMP), "roe"), (plain(PUMP), ""))


def test_the_fewest_words_are_each_story_s_own() -> None:
    assert wording_of("Well, God forbid", "Ed Lomax", "a").id != wording_of("Well, God forbid", "Ed Lomax", "b").id
    assert wording_of(PUMP, "Ed Lomax", "a") == wording_of(PUMP.upper(), "Lomax", "b")
    assert fingerprints("no " * (LEAST_WORDS - 1)) == []


def test_words_as_compared() -> None:
    assert words_of("[S]he doesn’t “pay” 1,900 — no…") == ["s", "he", "doesnt", "pay", "1900", "no"]
    assert words_of("市電は") == ["市", "電", "は"]
