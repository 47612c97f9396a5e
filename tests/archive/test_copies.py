"""Which texts are copies of which."""

import random

from backfile.archive.passages.copies import band_keys, containment, shingles

WORDS = [f"word{n}" for n in range(3000)]


def text(seed: int, length: int = 300) -> str:
    return " ".join(random.Random(seed).choices(WORDS, k=length))


def found(one: str, other: str) -> bool:
    a, b = shingles(one), shingles(other)
    return bool({*band_keys(a).tolist()} & {*band_keys(b).tolist()}) and containment(a, b) >= 0.7


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
    assert containment(shingles(one), shingles(one.upper().replace(" ", "\n").replace("É", "E"))) == 1


def test_short_texts_have_no_keys() -> None:
    assert len(band_keys(shingles("Too short to say anything about at all"))) == 0
    assert containment(shingles(""), shingles(text(1))) == 0


def test_a_text_without_spaces_has_shingles() -> None:
    assert len(shingles("東京都知事は二十三日の記者会見で述べた")) == 15
