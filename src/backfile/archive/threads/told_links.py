"""Told links: whom a story is linked to, of those that may be on its matter, given all that is known of them. No archive is needed.

The plan. All that are laid beside a story are told by their words, few of which are close enough to it; only of those is asked what takes
longer to find: their names, days and links. Two are linked where each is told from the other: who is nearest to one is not always nearest to
the other.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from backfile.archive.threads.closeness import Closeness, WeighedWords, closeness
from backfile.archive.threads.days_between import days_between, may_be_near
from backfile.archive.threads.link_grounds import Pair, can_be_linked, link_grounds
from backfile.archive.threads.story_traits import Traits
from backfile.archive.threads.word_rarity import WordRarity
from backfile.model.entry import Entry
from backfile.model.reasons import Reason
from backfile.story.identity import urlkey


class Beside(NamedTuple):
    """A story that is laid beside the one asked about, and what the two have in common."""

    key: int
    words: WeighedWords
    share: int = 0
    """Thousandths of the shorter text that the longer has."""
    quotation: str | None = None
    """One that both print."""


class Near(NamedTuple):
    """One of them that may be linked by what its words say."""

    beside: Beside
    closeness: Closeness


class Compared(NamedTuple):
    """A story with all that it is compared by."""

    entry: Entry
    traits: Traits


def near_enough(own: WeighedWords, others: Sequence[Beside]) -> list[Near]:
    """Those of the others that the story may be linked to."""
    close = closeness(own, [other.words for other in others])
    return [
        Near(other, close_to)
        for other, close_to in zip(others, close, strict=True)
        if can_be_linked(close_to, other.share, other.quotation)
    ]


def told_link(own: Compared, other: Compared, near: Near, rarity: WordRarity) -> tuple[Reason, ...]:
    """The grounds on which the story is linked to one of those by itself; none where it is not."""
    pair = Pair(
        own.traits,
        other.traits,
        near.closeness,
        share=near.beside.share,
        quotation=near.beside.quotation,
        link=_link_between(own, other),
        gap=days_between(own.entry, other.entry),
        may_be_near=may_be_near(own.entry, other.entry),
        is_one_outlet=own.entry.outlet is not None and own.entry.outlet == other.entry.outlet,
    )
    return link_grounds(pair, rarity)


def _link_between(one: Compared, other: Compared) -> str | None:
    """Which of the two pages links to the other from its text."""
    if _links_to(one.traits.links, other.entry.url):
        return "to"
    return "from" if _links_to(other.traits.links, one.entry.url) else None


def _links_to(links: Iterable[str], url: str | None) -> bool:
    if not url:
        return False
    end = url.rstrip("/").rpartition("/")[2]
    return any(urlkey(link) == urlkey(url) for link in links if end in link)
