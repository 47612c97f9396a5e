"""The language of a text, with what is claimed of it and without."""

import pytest

from backfile.lexicon.text_language import primary_language, tell_language

GERMAN = (
    "Der Rat hat am Dienstag beschlossen, die Brücke zu schließen, und das war nicht die letzte Sitzung in dem Haus."
)


@pytest.mark.parametrize(
    ("text", "claimed", "due"),
    [
        (GERMAN, [], "de"),
        (GERMAN, ["en-US"], "de"),
        (GERMAN, ["German", None, "de_AT"], "de"),
        ("»Das ist kein guter Tag für die Stadt«, sagte Peter Lang.", [], "de"),
        ("She said: “I never wanted any of this to happen.”", [], "en"),
        ("Rain.", [], None),
        ("Rain.", ["cy"], "cy"),
        ("", [], None),
    ],
)
def test_language_of_a_text(text: str, claimed: list[str | None], due: str | None) -> None:
    assert tell_language(text, claimed) == due


@pytest.mark.parametrize(
    ("tag", "due"), [("de", "de"), ("pt-BR", "pt"), (" EN_us ", "en"), ("German", None), ("", None), (None, None)]
)
def test_primary_language_of_a_tag(tag: str | None, due: str | None) -> None:
    assert primary_language(tag) == due
