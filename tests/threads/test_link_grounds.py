"""Which grounds make a link: two guides to one subject share its words and brands, and are on no matter."""

from collections import Counter

import pytest

from backfile.archive.threads.closeness import Closeness
from backfile.archive.threads.link_grounds import Pair, can_be_linked, link_grounds, turned
from backfile.archive.threads.story_traits import Traits
from backfile.archive.threads.word_rarity import WordRarity
from backfile.model.reason_codes import ThreadCode


class Rare(WordRarity):
    """Every word is rare."""

    def __init__(self) -> None:
        self.stories = 100

    def held(self, word: str) -> int:
        return 2

    def power(self, word: str) -> float:
        return 2.7


def guide(*names: str, tells_of_day: bool) -> Traits:
    words = Counter(names)
    return Traits(
        words,
        {name: name.title() for name in names},
        frozenset(),
        frozenset(words),
        frozenset(),
        tells_of_day,
        None,
        frozenset(),
    )


@pytest.mark.parametrize(
    ("names", "days", "is_linked"),
    [
        (("corvane", "lansbury", "farrant"), (True, True), True),
        (("corvane", "lansbury", "farrant"), (True, False), True),
        (("corvane", "lansbury", "farrant"), (False, False), False),
        (("ev", "evs"), (True, True), False),
    ],
)
def test_undated_stories_by_their_words(names: tuple[str, ...], days: tuple[bool, bool], is_linked: bool) -> None:
    one, other = (guide(*names, tells_of_day=told) for told in days)
    assert bool(link_grounds(Pair(one, other, Closeness(0.6, 0.7)), Rare())) == is_linked


def test_a_link_is_told_from_either_side() -> None:
    because = (ThreadCode.PAGE_LINK.of("to"), ThreadCode.CLOSE_WORDS.of(30))
    assert turned(because) == (ThreadCode.PAGE_LINK.of("from"), ThreadCode.CLOSE_WORDS.of(30))
    assert turned(turned(because)) == because


@pytest.mark.parametrize("direct", [0.0, 0.1, 0.11, 0.13, 0.25, 0.5])
@pytest.mark.parametrize("agreement", [0.0, 0.35, 0.37, 0.6])
@pytest.mark.parametrize("link", [None, "to"])
def test_what_cannot_be_linked_has_no_grounds(direct: float, agreement: float, link: str | None) -> None:
    one, other = (guide("corvane", "lansbury", "farrant", tells_of_day=True) for _ in range(2))
    close_to = Closeness(direct, agreement)
    pair = Pair(one, other._replace(headline=frozenset({"quay"})), close_to, link=link, gap=2, is_one_outlet=True)
    assert can_be_linked(close_to, 0, None) == bool(link_grounds(pair, Rare()))
