"""Which texts share words with which, and how much."""

import random

import pytest

from backfile.archive.passages.copies import least_met, passages_of, relation_of, shares_of, shingles

WORDS = [f"word{n}" for n in range(3000)]


def text(seed: int, length: int = 300) -> str:
    return " ".join(random.Random(seed).choices(WORDS, k=length))


def found(one: str, other: str) -> bool:
    a, b = passages_of(one), passages_of(other)
    met = len({*a.keys.tolist()} & {*b.keys.tolist()})
    return met >= least_met(a.runs, b.runs) and relation_of(shares_of(shingles(one), [shingles(other)])[0]) == "copy"


def test_a_cut_copy_is_found() -> None:
    for seed in range(30):
        whole = text(seed)
        assert found(whole, " ".join(whole.split()[:180]))


def test_a_lightly_edited_copy_is_found() -> None:
    hits = 0
    for seed in range(30):
        words = text(seed).split()
        for place in range(0, len(words), 25):
            words[place] = "changed"
        hits += found(text(seed), " ".join(words))
    assert hits >= 28


def test_other_texts_are_not() -> None:
    assert not any(found(text(seed), text(seed + 1000)) for seed in range(30))


def test_case_accents_and_spaces_do_not_count() -> None:
    one = text(1).replace("word1", "Élan")
    assert shares_of(shingles(one), [shingles(one.upper().replace(" ", "\n").replace("É", "E"))]) == [1000]


def test_short_texts_have_no_keys() -> None:
    assert len(passages_of("Too short to say anything about at all").keys) == 0
    assert shares_of(shingles(""), [shingles(text(1)), shingles("")]) == [0, 0]


@pytest.mark.parametrize(
    ("share", "relation"), [(1000, "copy"), (700, "copy"), (699, "rewrite"), (400, "rewrite"), (399, "shares")]
)
def test_grades(share: int, relation: str) -> None:
    assert relation_of(share) == relation


@pytest.mark.parametrize("length", [150, 500, 1000])
def test_texts_that_share_a_passage_of_a_tenth_meet(length: int) -> None:
    """The shorter has a passage of an eighth of its words from a text of 900 words, which keeps fewer fingerprints."""
    met = 0
    for seed in range(30):
        other = text(seed, 900)
        own = text(seed + 1000, length).split()
        own[10 : 10 + length // 8 + 4] = other.split()[300 : 300 + length // 8 + 4]
        a, b = passages_of(" ".join(own)), passages_of(other)
        met += len({*a.keys.tolist()} & {*b.keys.tolist()}) >= least_met(a.runs, b.runs)
    assert met >= 27


def test_a_text_without_spaces_has_shingles() -> None:
    assert len(shingles("東京都知事は二十三日の記者会見で述べた")) == 15
