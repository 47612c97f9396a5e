"""What an archive holds of an address."""

from typing import Any, NamedTuple

from backfile.model.capture import Place, SkipReason
from backfile.model.entry import Entry
from backfile.model.plain_values import plain_record


class CaptureAt(NamedTuple):
    """One capture of an address, of a story or skipped."""

    story: str | None
    """The id of the story that it shows; None where it was skipped."""
    version: str | None
    place: Place
    url: str
    captured_at: str | None
    """UTC, "2017-02-23T21:47:00Z"."""
    payload_digest: str
    reason: SkipReason | None
    """Why it was skipped."""
    is_exact: bool
    """False where it is of another form of the address: a print page, an AMP page, a mobile page."""

    def to_dict(self) -> dict[str, Any]:
        """The record as plain values."""
        return plain_record(self)


class AddressResult(NamedTuple):
    """The stories that stood at an address, and every capture of it."""

    stories: tuple[Entry, ...]
    """Those of the very form of the address first."""
    captures: tuple[CaptureAt, ...]

    @property
    def story(self) -> Entry | None:
        """The one story of the address: of its very form, or of any; None where there are several, or none."""
        exact = dict.fromkeys(one.story for one in self.captures if one.is_exact and one.story)
        if len(exact) == 1:
            return next(entry for entry in self.stories if entry.id in exact)
        return self.stories[0] if len(self.stories) == 1 else None

    def to_dict(self) -> dict[str, Any]:
        """The record as plain values."""
        return plain_record(self)


class KnownAddress(NamedTuple):
    """An address at which something stood: held, or named by what is held."""

    url: str
    state: str
    """held (a story), saved (something else), missing"""
    story: str | None
    """The id of the story that it leads to."""
    named_by: tuple[str, ...]
    """What names it: "story" where it was saved as one, "link" of a story's text, a MentionKind."""
    origin: str | None
    """The address or the file of the first that names it."""
    seen: str | None
    """When that was saved, UTC."""
    published: str | None
    """A day that it gives, raw."""
    headline: str | None
    reason: SkipReason | None
    """Why what was saved there is no story."""

    def to_dict(self) -> dict[str, Any]:
        """The record as plain values."""
        return plain_record(self)


class EvidenceRead(NamedTuple):
    """A feed, a sitemap, a front or a list that was read, and what of it is held."""

    kind: str
    origin: str
    addresses: int
    """That it was the first to say so of: what another says again is counted once."""
    held: int

    def to_dict(self) -> dict[str, Any]:
        """The record as plain values."""
        return plain_record(self)


class StoryLinks(NamedTuple):
    """What a story's newest version links to and shows."""

    story: str
    url: str | None
    links: tuple[str, ...]
    """Links of its text, absolute."""
    images: tuple[str, ...]
    """Addresses of its pictures."""
