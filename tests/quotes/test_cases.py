"""Each block of cases/*.txt: a passage of made-up news, and the quotations that it holds.

    == title
    passage (may have several paragraphs)
    --
    kind | speaker | cue | piece // piece        "-" for none; a single line "nothing" where there is no quotation
    person | name | role
    agency | name | abbreviation

Quotations are compared in full and in order; people and agencies only where a block lists any.
"""

from pathlib import Path

import pytest

from backfile.quotes import analyse_speech

CASES = Path(__file__).parent / "cases"


def read_blocks(path: Path) -> list[tuple[str, str, list[str]]]:
    """(title, passage, expected lines) of each block in a case file."""
    blocks = []
    for block in path.read_text(encoding="utf-8").split("\n== "):
        title, _, rest = block.removeprefix("== ").partition("\n")
        passage, _, expected = rest.partition("\n--\n")
        blocks.append((title.strip(), passage.strip("\n"), [line for line in expected.strip().split("\n") if line]))
    return blocks


ALL = [
    pytest.param(passage, expected, id=f"{path.stem}: {title}")
    for path in sorted(CASES.glob("*.txt"))
    for title, passage, expected in read_blocks(path)
]


KINDS = ("direct ", "mixed ", "indirect ")


def quotes_of(passage: str) -> list[str]:
    """The quotations of a passage as a block lists them."""
    return [
        " | ".join([q.kind, q.speaker or "-", q.cue or "-", " // ".join(piece_text(passage, q.pieces))])
        for q in analyse_speech(passage).quotes
    ]


@pytest.mark.parametrize(("passage", "expected"), ALL)
def test_the_passage_holds_these_quotations(passage, expected):
    speech = analyse_speech(passage)
    assert quotes_of(passage) == [line for line in expected if line.startswith(KINDS)]
    for word, rows in (("person", speech.people), ("agency", speech.agencies)):
        wanted = [line for line in expected if line.startswith(word + " |")]
        if wanted:
            assert [f"{word} | {row.name} | {row.role or '-'}" for row in rows] == wanted


def piece_text(body: str, pieces) -> list[str]:
    return [" ".join(body[start:end].split()) for start, end in pieces]


def test_there_are_cases_enough():
    assert len(ALL) >= 150
