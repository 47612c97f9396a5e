"""Proof: what an archive can still show of a citation, point by point."""

from enum import StrEnum
from typing import Any, NamedTuple

from backfile.model.plain_values import plain_record
from backfile.model.reasons import Reason


class Shown(StrEnum):
    """How a point of a citation stands."""

    PROVED = "proved"
    CHANGED = "changed"
    """It was so, as far as the archive shows, and is so no more."""
    UNPROVABLE = "unprovable"
    """What would show it is not there any more."""
    CONTRADICTED = "contradicted"
    """The archive shows something else."""


class Point(NamedTuple):
    """One thing that a citation says."""

    what: str
    """version | words | date | saved-page | as-printed"""
    shown: Shown
    detail: Reason

    def to_dict(self) -> dict[str, Any]:
        """The record as plain values."""
        return plain_record(self)


class Proof(NamedTuple):
    """What an archive shows of a citation."""

    token: str
    story: str
    version: str | None
    """The id of the version today; None where it is not held."""
    points: tuple[Point, ...]
    since: tuple[Reason, ...]
    """What has changed since the version was the newest."""
    citation: str
    """What a citation of that version says today."""

    @property
    def is_whole(self) -> bool:
        """Whether every point is proved."""
        return all(point.shown == Shown.PROVED for point in self.points)

    def to_dict(self) -> dict[str, Any]:
        """The record as plain values."""
        since = [str(reason) for reason in self.since]
        return {
            **plain_record(self),
            "since": since,
            "points": [point.to_dict() for point in self.points],
            "proved": self.is_whole,
        }
