"""The words that a story is compared by: the same whether a text is plain ASCII or has a newsroom's marks in it."""

from collections import Counter

import pytest

from backfile.archive.threads.story_traits import story_words, traits_of


def words(body: str, *, headline: str | None = None, dek: str | None = None) -> Counter[str]:
    return story_words({"headline": headline, "dek": dek, "body": body})


@pytest.mark.parametrize(
    ("printed", "plain"),
    [
        ("The board’s “inquiry” – into 3.4 million…", 'The board\'s "inquiry" - into 3.4 million...'),
        ("At 10:30 a.m., 1,200\u00a0people", "at 10:30 A.M., 1,200 people"),
        ("route B12_b", "Route b 12 B"),
    ],
)
def test_words_do_not_hang_on_marks(printed: str, plain: str) -> None:
    assert words(printed) == words(plain)


def test_words_are_folded_in_any_script() -> None:
    assert words("Café CAFÉ café") == Counter(cafe=3)
    assert words("Ελλάδα 東京 Élan 2.5") == Counter({"ελλαδα": 1, "elan": 1, "2.5": 1})


def test_headline_and_dek_count() -> None:
    assert words("quay", headline="Quay shut", dek="The quay") == Counter(quay=3, shut=1, the=1)


def test_small_words_of_the_language_say_nothing_of_a_headline() -> None:
    def of(headline: str, language: str) -> frozenset[str]:
        record = {"dek": None, "body": "", "blocks": [], "dates": [], "section": None, "tags": []}
        return traits_of({**record, "headline": headline, "language": language}).headline

    assert of("El puerto de la isla", "es-MX") == {"puerto", "isla"}
    assert of("War der Hafen zu?", "de") == {"hafen"}
    assert "war" in of("War over the harbour", "en")
