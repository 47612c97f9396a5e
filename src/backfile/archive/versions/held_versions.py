"""Held versions: a version as the archive has it, and the versions of a story in order, each with what changed."""

from typing import NamedTuple

from backfile.model.story import Version

WRITTEN = ("headline", "dek", "byline", "body", "notes", "credits", "published", "updated")
"""What the newsroom wrote: a change in one of these makes a version."""


class HeldVersion(NamedTuple):
    """A version in the archive."""

    digest: bytes
    first_seen: str | None
    last_seen: str | None
    captures: int
    fields: bytes
    reader: str | None = None
    """Which Backfile made its record."""

    @property
    def id(self) -> str:
        """As Story.versions names it: 12 hex digits."""
        return id_of(self.digest)


_ID = 12
FIELD = 6
"""Bytes of the digest of one field."""


def id_of(digest: bytes) -> str:
    """A version's id."""
    return digest.hex()[:_ID]


def in_order(held: list[HeldVersion]) -> list[HeldVersion]:
    """Oldest first; those of unknown time last, by digest."""
    return sorted(held, key=lambda version: (version.first_seen is None, version.first_seen, version.digest))


def version_records(held: list[HeldVersion]) -> tuple[Version, ...]:
    """`Story.versions`: in order, each with the names of the fields that changed since the one before."""
    records: list[Version] = []
    before: HeldVersion | None = None
    for version in in_order(held):
        changed = _changed(before, version) if before else ()
        records.append(
            Version(version.id, version.first_seen, version.last_seen, version.captures, changed, version.reader)
        )
        before = version
    return tuple(records)


def _changed(before: HeldVersion, after: HeldVersion) -> tuple[str, ...]:
    return tuple(
        name
        for at, name in enumerate(WRITTEN)
        if before.fields[at * FIELD : (at + 1) * FIELD] != after.fields[at * FIELD : (at + 1) * FIELD]
    )
