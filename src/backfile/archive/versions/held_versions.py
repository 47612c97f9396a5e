"""Held versions: a version as the archive has it, and the versions of a story in order, each with what changed."""

from collections.abc import Mapping
from typing import NamedTuple

from backfile.model.story import Version


class HeldVersion(NamedTuple):
    """A version in the archive."""

    digest: bytes
    first_seen: str | None
    last_seen: str | None
    captures: int
    reader: str | None = None
    """Which Backfile made its record."""

    @property
    def id(self) -> str:
        """As Story.versions names it: 12 hex digits."""
        return id_of(self.digest)


class HeldChange(NamedTuple):
    """What led to a version from the one before it."""

    fields: tuple[str, ...]
    """Those that differ."""
    kind: str | None


_NO_CHANGE = HeldChange((), None)
_ID = 12


def id_of(digest: bytes) -> str:
    """A version's id."""
    return digest.hex()[:_ID]


def in_order(held: list[HeldVersion]) -> list[HeldVersion]:
    """Oldest first; those of unknown time before all, by digest: a page saved nobody knows when is not what a story says last."""
    return sorted(held, key=lambda version: (version.first_seen is not None, version.first_seen or "", version.digest))


def version_records(held: list[HeldVersion], changes: Mapping[str, HeldChange]) -> tuple[Version, ...]:
    """`Story.versions`: in order, each with what changed since the one before, by the version's id."""
    records = []
    for one in in_order(held):
        fields, kind = changes.get(one.id, _NO_CHANGE)
        records.append(Version(one.id, one.first_seen, one.last_seen, one.captures, fields, one.reader, kind))
    return tuple(records)
