"""The least thing that a page sets: words set in one way."""

from typing import NamedTuple


class Piece(NamedTuple):
    """Words set in one way."""

    text: str
    href: str | None = None
    is_dateline: bool = False
    anchor: str | None = None
    """The id that a quotation's first words have."""
