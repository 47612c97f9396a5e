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
