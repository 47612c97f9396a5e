"""Told links: whom a story is linked to, of those that may be on its matter, given all that is known of them. No archive is needed.

Two are linked where each is told from the other: who is nearest to one is not always nearest to the other.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from backfile.archive.threads.closeness import WeighedWords, closeness
from backfile.archive.threads.days_between import days_between, may_be_near
from backfile.archive.threads.link_grounds import Pair, link_grounds
from backfile.archive.threads.story_traits import Traits
from backfile.archive.threads.word_rarity import WordRarity
from backfile.model.entry import Entry
from backfile.model.reasons import Reason
from backfile.story.identity import urlkey


class Compared(NamedTuple):
    """A story as it is laid beside others."""

    entry: Entry
    traits: Traits
    words: WeighedWords


class Beside(NamedTuple):
    """Another story, and what it has in common with the one that is asked about."""

    story: Compared
    share: int = 0
    """Thousandths of the shorter text that the longer has."""
    quotation: str | None = None
    """One that both print."""


def told_links(own: Compared, others: Sequence[Beside], rarity: WordRarity) -> Iterator[tuple[Reason, ...]]:
    """The grounds on which the story is linked to each of the others by itself; none where it is not."""
    close = closeness(own.words, [other.story.words for other in others])
    for (other, share, quotation), close_to in zip(others, close, strict=True):
        pair = Pair(
            own.traits,
            other.traits,
            close_to,
            share=share,
            quotation=quotation,
            link=_link_between(own, other),
            gap=days_between(own.entry, other.entry),
            may_be_near=may_be_near(own.entry, other.entry),
            is_one_outlet=own.entry.outlet is not None and own.entry.outlet == other.entry.outlet,
        )
        yield link_grounds(pair, rarity)


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
