"""Which wordings are forms of one utterance: shortened, mended, elided, half reported; and words that only sound so."""

import numpy as np
import pytest

from backfile.archive.quotations.utterance_match import (
    LEAST_WORDS,
    are_met,
    are_one,
    likeness,
    prints_of,
    wording_of,
    words_of,
)

FORMS = {
    "We have people who have driven fifty miles round to see their own mothers, and that ends on Monday, whatever the engineers say.": [
        "people who have driven fifty miles round to see their own mothers",
        "We have people who have driven 50 miles round to see their own mothers ... that ends on Monday",
        "[W]e have people who’ve driven fifty miles round to see their own mothers, and that ends Monday",
        "driven fifty miles round to see their own mothers",
        "there were people who had driven fifty miles round to see their own mothers",
    ],
    "I do not take orders from a pump, and I will not pay for one until somebody shows me the water.": [
        "I do not take orders from a pump",
        "I don't take orders from a pump, and I won't pay for one until somebody shows me the water",
        "he did not take orders from a pump and would not pay for one until somebody showed him the water",
        "will not pay for one until somebody shows me the water",
        "[The county does] not take orders from a pump ... until somebody shows me the water.",
    ],
    "The president wanted to make clear the message that he would send to his people is one of hope and not of fear.": [
        "make clear the message that he would [send] to his people",
        "the message that he would sent to his people is one of hope",
        "The president wanted to make clear [that] the message he would send to his people is one of hope, not fear",
        "message that he would [send] to his people is one of hope and not of fear",
        "one of hope and not of fear",
    ],
    "We were one block short. I've been saying so in budget meetings for three years, and I take no pleasure in having a visual aid.": [
        "We were one block short. I take no pleasure in having a visual aid.",
        "I’ve been saying so in budget meetings for three years",
        "We were one block short, and I've been saying so in budget meetings for [several] years",
        "[I] take no pleasure in having a visual aid",
    ],
    "Nobody on this board ran on a promise to charge people more, but diesel is up by a third since last winter.": [
        "Nobody on this board ran on a promise to charge people more",
        "diesel is up by a third since last winter",
        "Nobody on [the transit] board ran on a promise to charge people more. But diesel's up by a third since last winter",
        "no one on the board ran on a promise to charge people more but that diesel was up by a third since last winter",
    ],
    "Everyone who was in that room knew the number was wrong, and not one of us said it out loud.": [
        "Everyone in that room knew the number was wrong and not one of us said it out loud",
        "Everyone ... knew the number was wrong, and not one of us said it",
        "knew the number was wrong",
        "not one of us said it out loud",
    ],
}
"""Sentences, each with forms in which a newsroom might print it."""
OTHERS = [
    "We have people who work very hard and want to see their own families on Monday",
    "I do not take questions from the press, and I will not answer one until somebody shows me the letter.",
    "The president wanted to make clear that he would veto the bill that his people have sent him",
    "We were one vote short, and I have been saying that in meetings for two years.",
    "Nobody on this council ran on a promise to cut the police, but crime is down by a third since last year.",
    "Everyone who was at that meeting knew the vote was close, and not one of them left.",
    "I've been saying for three years that the pump is old",
    "we are cooperating fully with the investigation and cannot comment further at this time",
    "It is one of the best of the best, and one of hope for all of us",
    "he would send a message to his people that there was hope for the town",
    "Diesel is up by a third of a dollar since we last looked at it",
]
"""Words that only sound like one of the sentences."""
PUMP = list(FORMS)[1]


def plain(text: str) -> str:
    return " ".join(words_of(text))


@pytest.mark.parametrize("full", FORMS)
def test_forms_of_one_utterance_are_found_and_joined(full: str) -> None:
    for form in FORMS[full]:
        shared = len(np.intersect1d(*prints_of([wording_of(text, "Lee", "a") for text in (full, form)])))
        assert are_met(shared, min(len(plain(text).split()) for text in (full, form))), form
        assert are_one((plain(full), "lee"), (plain(form), "lee")), form
        assert likeness(plain(form), plain(full)) == likeness(plain(full), plain(form))


@pytest.mark.parametrize("full", FORMS)
def test_words_that_only_sound_alike_are_not(full: str) -> None:
    others = [text for other, forms in FORMS.items() if other != full for text in (other, *forms)]
    for other in (*OTHERS, *others):
        assert not are_one((plain(full), "lee"), (plain(other), "lee")), other


def test_few_words_are_one_only_under_one_name() -> None:
    assert are_one(("we were one block short", "achebe"), ("we were one block short", "achebe"))
    assert not are_one(("we were one block short", "achebe"), ("we were one block short", "pell"))
    assert not are_one(("we were one block short", ""), ("we were one block short", ""))
    assert are_one((plain(PUMP), "roe"), (plain(PUMP), ""))


def test_the_fewest_words_are_each_story_s_own() -> None:
    assert wording_of("Well, God forbid", "Ed Lomax", "a").id != wording_of("Well, God forbid", "Ed Lomax", "b").id
    assert wording_of(PUMP, "Ed Lomax", "a") == wording_of(PUMP.upper(), "Lomax", "b")
    assert len(prints_of([wording_of("no " * (LEAST_WORDS - 1), None, "a")])[0]) == 0


def test_words_as_compared() -> None:
    assert words_of("[S]he doesn’t “pay” 1,900 — no…") == ["s", "he", "doesnt", "pay", "1900", "no"]
    assert words_of("市電は") == ["市", "電", "は"]
