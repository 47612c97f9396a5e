"""Doubts: why a reading may be wrong, for a person to look at. A fixed word each, found in the stage that sees it and handed on."""

from typing import Any, NamedTuple

from backfile.model.plain_values import plain_record
from backfile.model.reason_codes import DoubtCode
from backfile.model.reasons import Reason, Value


class Doubt(NamedTuple):
    """Why a field of a story may be wrong."""

    field: str
    """The field of the Story: body, kind, published, updated."""
    reason: str
    """A fixed word (docs/words.md): "cut-off"."""
    detail: Reason
    """The same as a reason: its sentence says what was seen."""

    def to_dict(self) -> dict[str, Any]:
        """The record as plain values."""
        return plain_record(self)


def doubt(field: str, code: DoubtCode, *values: Value) -> Doubt:
    """The doubt of a code about a field."""
    return Doubt(field, code.value, code.of(*values))
