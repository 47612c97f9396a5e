"""The redactor: words known again by their digests alone, in whatever form they stand; and a record without them."""

import html
from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backfile.archive.takedowns.redacted_record import redacted
from backfile.archive.takedowns.redactor import MARK, Redactor, shifted
from backfile.archive.takedowns.word_digests import PASSAGE, forms_from, forms_of, words_in
from backfile.model.story import story_from_dict
from backfile.reading import read_text

KEY, OTHER_KEY = b"k" * 32, b"o" * 32
PASSED = "who had lived at 4 Mill Lane with her two small children since the spring"


def redactor(*words: str, key: bytes = KEY) -> Redactor:
    """Of the words, from what a ruling keeps of them."""
    return Redactor([forms_from(one.id, one.to_json()) for one in (forms_of(text, KEY) for text in words)], key)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Jane Quillfeather was held.", f"{MARK} was held."),
        ("JANE QUILLFEATHER’S brother", f"{MARK}’S brother"),
        ("Quillfeather, Jane", MARK),
        ("the Jane Quillfeathers of this world", f"the {MARK} of this world"),
        ("Jane\n Quill\u00adfeather", MARK),
        ("janequillfeather@paper.example", f"{MARK}@paper.example"),
        ("by @JaneQuillfeather and Jane_Quillfeather", f"by @{MARK} and {MARK}"),
        ("Jane &#81;uillfeather &amp; Co", f"{MARK} & Co"),
        ("Jane%20Quillfeather was held", f"{MARK} was held"),
        ("https://paper.example/2003/Jane-Quillfeather-held.html?a=%C3%BC", "https://paper.example/2003/redacted-held.html?a=%C3%BC"),
        ("https://paper.example/tag/jane%2520quillfeather", "https://paper.example/tag/redacted"),
        ("/img/janequillfeather.jpg", "/img/redacted.jpg"),
        ("Jane Quill and Tom Feather", "Jane Quill and Tom Feather"),
        ("Quillfeather alone", "Quillfeather alone"),
        ("https://paper.example/a%20b?c=d", "https://paper.example/a%20b?c=d"),
    ],
)  # fmt: skip
def test_a_name_is_left_out_in_every_form(text: str, left: str) -> None:
    assert redactor("Jane Quillfeather").clean(text) == left


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("José Müller", "Jose\u0301 Mu\u0308ller"),
        ("Иван Петров", "для Иван Петрова"),
        ("山田太郎", "昨日山田太郎が来た"),
        ("김철수", "김철수는 말했다"),
        ("Nowak", "Nowaka"),
        ("Matti Virtanen", "Matti Virtasen"),
    ],
)
def test_names_of_other_languages(name: str, text: str) -> None:
    found = redactor(name)
    assert found.hits(text) == (text != "Matti Virtasen"), "a stem that changes is another word: give it too"


def test_a_passage_is_known_by_its_runs() -> None:
    found = redactor(PASSED)
    assert found.clean(f"She, {PASSED}, left.") == f"She, {MARK}, left."
    assert found.clean("She lived at 4 Mill Lane, alone.") == "She lived at 4 Mill Lane, alone."
    assert found.clean("“... at 4 Mill Lane with her two small ...”") == f"“... {MARK} ...”"
    assert [*forms_of(PASSED, KEY).digests] == [PASSAGE]


def test_without_the_key_a_digest_finds_nothing() -> None:
    assert redactor("Jane Quillfeather", key=OTHER_KEY).clean("Jane Quillfeather") == "Jane Quillfeather"
    kept = forms_of("Jane Quillfeather", KEY)
    assert "quill" not in (kept.id + kept.to_json()).lower()
    assert forms_of("Jane  QUILLFEATHER", KEY).id == kept.id
    assert forms_of("Jane Quillfeather", OTHER_KEY).id != kept.id


@pytest.mark.parametrize("text", ["", "  ", "—", "a", "of"])
def test_too_few_letters_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="too few letters"):
        forms_of(text, KEY)


@settings(max_examples=50)
@given(st.text(alphabet="Jane Quil\n.-ü%&;/", max_size=80))
def test_what_is_clean_is_clean_again(text: str) -> None:
    found = redactor("Jane", "Qui Lan")
    once = found.clean(text)
    assert not found.spans(once)
    assert found.clean(once) == once


@settings(max_examples=50)
@given(st.lists(st.sampled_from(["Jane Quillfeather", "the", "ferry", "said", "\n\n", "Jane"]), max_size=30))
def test_places_move_with_the_text(parts: list[str]) -> None:
    text = " ".join(parts)
    made = shifted(text, redactor("Jane Quillfeather").spans(text))
    for word in words_in(text):
        if not made.is_touched(word.start, word.end):
            assert made.text[made.place(word.start) : made.place(word.end)] == text[word.start : word.end]
        else:
            assert made.text[made.place(word.start) : made.place(word.end)] in (MARK, "")


def test_a_record_has_the_words_nowhere_and_still_fits() -> None:
    body = (
        "Jane Quillfeather, 34, was held on Tuesday, 20 May 2003.\n\n“I never went near the lamps,” said Jane Quillfeather, a deckhand.\n\n"
        "“We will wait for the county,” said Tom Oakes, her brother, on Tuesday. He lives, as she had, at 4 Mill Lane with two dogs."
    )
    before = read_text(body, published="2003-05-21").to_dict()
    before |= {
        "headline": "Jane Quillfeather held",
        "tags": ["Jane Quillfeather", "ferries"],
        "byline": "By Jane Quillfeather",
    }
    before |= {
        "url": "https://paper.example/jane-quillfeather",
        "images": [{"url": None, "caption": "Jane QUILLFEATHER", "credit": None}],
    }
    after = redacted(before, redactor("Jane Quillfeather", "as she had, at 4 Mill Lane with two dogs"))
    text = html.unescape(str(after)).lower()
    assert "quillfeather" not in text
    assert "mill lane" not in text
    assert quote("jane quillfeather") not in text
    story = story_from_dict(after)
    assert all(block.text == story.body[block.start : block.end] for block in story.blocks)
    assert [mention.text for mention in story.dates] == [story.body[m.start : m.end] for m in story.dates]
    assert all(one.text == " ".join(story.body[a:b] for a, b in one.pieces) for one in story.quotes)
    assert [one.speaker for one in story.quotes] == [None, "Tom Oakes"]
    assert [one.name for one in story.people] == ["Tom Oakes"]
    assert story.tags == ("ferries",)
    assert redacted(after, redactor("Jane Quillfeather")) is after
