"""What a window of days is bounded by: apart from window.py, which loads all that reads days out of a page."""

from datetime import date
from typing import NamedTuple

from backfile.model.reasons import Reason

FIRST_DAY = date(1990, 1, 1)
"""No page of the web is older."""


class Bound(NamedTuple):
    """A day that a window cannot reach beyond."""

    side: str
    """earliest | latest"""
    day: date
    because: Reason
