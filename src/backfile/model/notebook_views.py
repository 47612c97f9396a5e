"""Views of records in a notebook. The HTML is wording/'s, which makes one for each kind of record."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, TypeAlias

from backfile.model.late_table import LateTable

View: TypeAlias = Callable[[Any, datetime], str]
VIEWS: LateTable[type, View] = LateTable()
"""A record's HTML, as of an instant."""


def html_of(record: object) -> str | None:
    """The record as a notebook shows it now; None where it has no view, which makes a notebook print its repr."""
    view = VIEWS.get(type(record))
    return view(record, datetime.now(UTC)) if view else None
