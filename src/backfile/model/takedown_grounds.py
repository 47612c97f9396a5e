"""Grounds on which a story is taken down: said in public, without names."""

from enum import StrEnum


class TakedownGround(StrEnum):
    """Why an archivist takes a story down."""

    COURT_ORDER = "court-order"
    PRIVACY = "privacy"
    RIGHTS = "rights"
    """Somebody else's words or pictures."""
    ERROR = "error"
    REQUEST = "request"
    OTHER = "other"
