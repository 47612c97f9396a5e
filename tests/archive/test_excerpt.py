"""Excerpts: which passage is shown, and what is marked in it."""

from typing import Any

import pytest

from backfile.archive.search.excerpt import Excerpts, Sought

FILLER = "The board met and talked of other things for a while, as boards do. " * 12


class Index:
    """As much of an index as excerpts ask: how many stories have a word."""

    num_docs = 1000
    searcher: Any

    def __init__(self, **stories: int) -> None:
        self.searcher = self
        self._stories = stories

    def doc_freq(self, _field: str, word: str) -> int:
        return self._stories.get(word, 1)


def marked(body: str, *sought: str, index: Any = None) -> tuple[str, list[str]]:
    """The passage, and the words marked in it; a word with * at its end stands for its beginning."""
    asked = [Sought(word.rstrip("*"), word.endswith("*")) for word in sought]
    text, marks = Excerpts(index or Index(), asked).of(body)
    return text, [text[start:end] for start, end in marks]


@pytest.mark.parametrize(
    ("body", "sought", "found"),
    [
        ("A ferry, the Ferry and ferrymen", ("ferry",), ["ferry", "Ferry"]),
        ("Ferrymen and a ferry", ("ferr*",), ["Ferrymen", "ferry"]),
        ("Straßenbahn fährt über die Straße", ("strasse", "uber"), ["über", "Straße"]),
        ("L’Élysée et l’élysée", ("elysee",), ["Élysée", "élysée"]),
        ("Новая школа. В НОВАЯ", ("новая",), ["Новая", "НОВАЯ"]),
        ("東京の新聞は東", ("新", "聞"), ["新聞"]),
        ("ＡＢＣ wide", ("abc",), ["ＡＢＣ"]),  # letters of other widths
        ("snake_case and case", ("case",), ["case", "case"]),
        ("co-operate", ("operate",), ["operate"]),
        ("Nothing of it", ("ferry",), []),
        ("", ("ferry",), []),
        ("“Ferry” said — ‘ferry’…", ("ferry",), ["Ferry", "ferry"]),
        ("Café au lait, cafe\u0301 too", ("cafe",), ["Café", "café"]),
    ],
)
def test_words_are_marked_as_the_index_has_them(body: str, sought: tuple[str, ...], found: list[str]) -> None:
    assert marked(body, *sought)[1] == found


def test_the_passage_is_the_one_with_the_rarest_words() -> None:
    body = f"The board was here. {FILLER}A ferry sank off the mill while the board sat. {FILLER}The board rose."
    text, marks = marked(body, "board", "ferry", index=Index(board=900, ferry=3))
    assert "A ferry sank off the mill" in text
    assert text.startswith("… ")
    assert text.endswith(" …")
    assert "ferry" in marks
    assert len(text) < 320


def test_words_that_stand_together_are_shown_together() -> None:
    body = f"A ferry. {FILLER}A mill. {FILLER}The ferry to the mill burned."
    assert "The ferry to the mill burned." in marked(body, "ferry", "mill")[0]


def test_a_text_without_the_words_is_shown_from_its_start() -> None:
    text, marks = marked(FILLER, "ferry")
    assert text.startswith("The board met")
    assert marks == []


def test_a_body_of_one_word_without_an_end_is_bounded() -> None:
    text, marks = marked("x" * 50_000 + " ferry " + "y" * 50_000, "ferry")
    assert marks == ["ferry"]
    assert len(text) < 400
