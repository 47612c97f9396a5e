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


WEIGHTS: dict[str, int] = {
    DoubtCode.CUT_OFF: 4,
    DoubtCode.PROSE_LEFT_OUT: 3,
    DoubtCode.OPENING: 3,
    DoubtCode.SCATTERED: 3,
    DoubtCode.KIND_NEAR_EVEN: 3,
    DoubtCode.READINGS_DISAGREE: 2,
    DoubtCode.HIDDEN_TEXT: 1,
    DoubtCode.DATES_CONFLICT: 1,
    DoubtCode.SEVERAL_STORIES: 1,
    DoubtCode.DOUBLE_ENCODED: 1,
}
"""How much each says that the reading is wrong: by how many of the pages with it are among those read worst (docs/benchmarks.md). Lists
of doubtful stories begin with the heaviest."""


def doubt(field: str, code: DoubtCode, *values: Value) -> Doubt:
    """The doubt of a code about a field."""
    return Doubt(field, code.value, code.of(*values))
