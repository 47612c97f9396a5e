"""What a story's page shows of its thread: what came later, and the other stories on the matter, each with its date and grounds."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from backfile.model.story import ThreadLink
from backfile.site.site_address import story_path
from backfile.site.when import When, when
from backfile.wording.age import say_window
from backfile.wording.story_names import headline_of
from backfile.wording.thread_words import say_later, thread_groups


class ThreadLine(NamedTuple):
    """Another story of the thread."""

    path: str
    headline: str
    outlet: str | None
    when: When
    window: str | None
    """Of the undated, between which days it was published, where that is known."""
    because: tuple[str, ...]


class ThreadView(NamedTuple):
    """The thread of a story."""

    later: str
    """What is known to have come later, or that nothing is."""
    groups: tuple[tuple[str, tuple[ThreadLine, ...]], ...]
    """Under what is known of their order."""


def thread_view(links: Sequence[ThreadLink], now: datetime) -> ThreadView:
    """The thread as a page shows it at `now`."""
    groups = ((heading, tuple(_line(link, now) for link in group)) for heading, group in thread_groups(links))
    return ThreadView(say_later(links), tuple(groups))


def _line(link: ThreadLink, now: datetime) -> ThreadLine:
    return ThreadLine(
        path=story_path(link.id),
        headline=headline_of(link.headline),
        outlet=link.outlet,
        when=when(link.published, now),
        window=None if link.published else say_window(link.window, now),
        because=tuple(map(str, link.because)),
    )
