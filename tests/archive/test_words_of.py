"""What a word is, for search, copies and wordings alike."""

import unicodedata

import pytest

from backfile.archive.passages.copies import SHINGLE_WORDS, shingles
from backfile.archive.quotations.collation import form_of
from backfile.archive.quotations.utterance_match import words_of as wording_words
from backfile.archive.search.query_terms import words_in
from backfile.archive.search.words import words_of

SCRIPTS = {
    "Thai": "ข่าวเมือง",
    "Lao": "ຂ່າວເມືອງ",
    "Burmese": "သတင်းမြို့",
    "Khmer": "ដំណឹងទីក្រុង",
    "Japanese": "まちのニュース",
    "Chinese": "城市新聞報道",
}


@pytest.mark.parametrize("text", SCRIPTS.values(), ids=SCRIPTS)
def test_a_script_without_spaces_is_taken_a_character_at_a_time_everywhere(text: str) -> None:
    words = words_of(text)
    assert {len(word) for word in words} == {1}
    assert wording_words(text) == list(words)
    assert form_of(text) == words
    assert {len(word) for word in words_in(text)} == {1}
    letters = {word for word in words if unicodedata.category(word) == "Lo"}
    assert letters <= set(words_in(text)) <= set(text)
    assert len(shingles(text)) == len(words) - SHINGLE_WORDS + 1


def test_a_word_ends_where_its_script_does() -> None:
    assert words_of("Café報道2017年 don't_stop") == ("cafe", "報", "道", "2017", "年", "don", "t", "stop")
    assert words_of("…—“”") == ()
