"""docs/reasons.md says what the code does: every code, its values, its sentence."""

import re
from pathlib import Path

import pytest

from backfile.model.reason_codes import (
    CODES,
    FAMILIES,
    SKIPPED_AS,
    ArchiveCode,
    ClueCode,
    DoubtCode,
    KindCode,
    OldCode,
    ProofCode,
    SettledCode,
    ThreadCode,
    WindowCode,
)
from backfile.model.reasons import SENTENCES, Code
from backfile.wording.kind_reasons import DETAILS

PAGE = (Path(__file__).parents[2] / "docs" / "reasons.md").read_text("utf-8")
SECTIONS: dict[str, tuple[type[Code], ...]] = {
    "Kinds": (KindCode,),
    "Clues": (ClueCode,),
    "What archivists said": (SettledCode,),
    "Windows": (WindowCode,),
    "What the archive knows": (ArchiveCode,),
    "Threads": (ThreadCode,),
    "Doubts": (DoubtCode,),
    "Proofs": (ProofCode,),
    "Of earlier versions": (OldCode,),
}


def rows(section: str) -> list[list[str]]:
    """The cells of the table in a section of the page, but for its head."""
    text = PAGE.split(f"\n## {section}\n")[1].split("\n## ")[0]
    return [re.split(r"(?<!\\) \| ", line[2:-2]) for line in text.splitlines() if line.startswith("| `")]


def words_of(code: Code) -> str | None:
    """The sentence as a format; None where a function makes it."""
    words = DETAILS[code] if code in DETAILS else SENTENCES[code]
    return words if isinstance(words, str) else None


@pytest.mark.parametrize("section", SECTIONS)
def test_each_code_has_its_line(section: str) -> None:
    found = {row[0]: row[1:] for row in rows(section)}
    codes = [code for family in SECTIONS[section] for code in family]
    assert list(found) == [f"`{code}`" for code in codes]
    for code in codes:
        values, *more = found[f"`{code}`"]
        assert values == ", ".join(f"`{name}`" for name in code.names)
        assert more[-1]
        if isinstance(code, KindCode):
            assert more[0] == SKIPPED_AS.get(code, "")
        if words := words_of(code):
            assert more[-1] == words.replace("!r}", "}")


def test_every_family_has_its_section() -> None:
    assert {family for families in SECTIONS.values() for family in families} == {*FAMILIES, ProofCode}


def test_no_two_families_share_a_code() -> None:
    assert len(CODES) == sum(len(family) for family in FAMILIES)


def test_every_code_has_a_sentence() -> None:
    assert set(SENTENCES) == {*CODES.values(), *ProofCode}


def test_a_sentence_takes_the_values_of_its_code() -> None:
    for code, words in SENTENCES.items():
        if isinstance(words, str):
            assert set(re.findall(r"\{(\w+)", words)) <= set(code.names), code
