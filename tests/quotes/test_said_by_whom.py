"""Who says what in seven languages: tests/quotes/said_by_whom.txt holds made-up lines of the press.

"@" begins a text and names its language. A line of it is followed by what is right: "= words | speaker | office", "-" for an office that is not asked for.
"""

from pathlib import Path

import pytest

from backfile import read_text


def cases():
    for text in Path(__file__).with_name("said_by_whom.txt").read_text("utf-8").split("@")[1:]:
        language, *lines = text.split("\n")
        body = "\n\n".join(line for line in lines if line and not line.startswith("="))
        for line in lines:
            if line.startswith("="):
                words, speaker, office = (part.strip() for part in line[1:].split("|"))
                yield pytest.param(body, language, (words, speaker, office), id=f"{language}-{words}")


@pytest.mark.parametrize(("body", "language", "right"), list(cases()))
def test_words_have_their_speaker(body: str, language: str, right: tuple[str, str, str]) -> None:
    words, speaker, office = right
    story = read_text(body, language=language)
    said = next(quote for quote in story.quotes if words.casefold() in quote.text.casefold())
    assert said.speaker == speaker
    if office != "-":
        roles = [one.role or "" for one in story.people if one.name == speaker]
        assert any(office.casefold() in role.casefold() for role in roles)
