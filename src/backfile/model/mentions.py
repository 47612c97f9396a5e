"""What lies beside pages says of their addresses: feeds, sitemaps, section fronts, redirects, lists of addresses. Evidence, never a story."""

from enum import StrEnum
from typing import Any, NamedTuple

from backfile.model.plain_values import plain_record


class MentionKind(StrEnum):
    """What names an address."""

    FEED = "feed"
    """An entry of an RSS, Atom or JSON feed."""
    NEWS_SITEMAP = "news-sitemap"
    """An entry of a sitemap that has Google's news element."""
    SITEMAP = "sitemap"
    FRONT = "front"
    """A link in a list of stories on a page."""
    REDIRECT = "redirect"
    """A response that leads elsewhere."""
    LIST = "list"
    """A line of a list of addresses."""
    MAP = "map"
    """A sitemap that an index of sitemaps names: no page."""


class Mention(NamedTuple):
    """One address as it is named. Times are raw, as they stand there."""

    url: str
    kind: MentionKind
    published: str | None = None
    updated: str | None = None
    headline: str | None = None
    section: str | None = None
    target: str | None = None
    """Of a redirect: where it leads."""

    def to_dict(self) -> dict[str, Any]:
        """The record as plain values."""
        return plain_record(self)


class MentionNumbers(NamedTuple):
    """What a mention is found by, whatever its addresses say."""

    address: int
    """The number of the plain address that is named."""
    story: str
    """The id of a story that gives the address as its own."""
    leads_to: int | None
    """The number of where a redirect leads."""


class HeldMention(NamedTuple):
    """A mention as an archive keeps it."""

    mention: Mention
    origin: str
    """The address of what names it, else the file."""
    seen: str | None
    """When that was saved first, UTC; None where nothing says."""
    found_by: MentionNumbers | None = None
    """Where its addresses have words left out; else they are told from these."""
