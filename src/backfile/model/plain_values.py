"""Records as plain values, as JSON holds them: a reason is its sentence, and its code and values stand beside that."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import datetime
from typing import Any

from backfile.model.reasons import Reason

GROUNDS = {"kind_reason": "kind_ground", "why_not": "why_not_ground", "because": "grounds", "detail": "ground"}
"""Fields that hold reasons -> the field of the plain record that has their codes and values: {"code": ..., "words": 150}."""


_PLAIN = frozenset((str, int, bool, float, type(None)))


def plain_values(value: Any) -> Any:
    """Named tuples as objects, other tuples as lists, times in ISO 8601."""
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return dict(plain_fields(value._fields, value))
    if isinstance(value, tuple | list):
        return [item if type(item) in _PLAIN else plain_values(item) for item in value]
    if isinstance(value, dict):
        return {name: plain_values(item) for name, item in value.items()}
    if isinstance(value, datetime):
        return value.isoformat()
    return plain_record(value) if is_dataclass(value) and not isinstance(value, type) else value


def plain_record(record: Any) -> dict[str, Any]:
    """The fields of a record as plain values."""
    if isinstance(record, tuple):
        return dict(plain_fields(type(record)._fields, record))  # type: ignore[attr-defined]
    names = tuple(field.name for field in fields(record))
    return dict(plain_fields(names, [getattr(record, name) for name in names]))


def plain_fields(names: tuple[str, ...], values: Any) -> Iterator[tuple[str, Any]]:
    """The fields of a record, and beside those that hold reasons what their codes are."""
    for name, value in zip(names, values, strict=True):
        ground = GROUNDS.get(name)
        if ground is None and type(value) in _PLAIN:  # most are: a call for each would take half the time
            yield name, value
        elif ground is None:
            yield name, plain_values(value)
        elif value is None or isinstance(value, Reason):
            yield name, str(value) if value else None
            yield ground, ground_of(value)
        else:
            yield name, [str(reason) for reason in value]
            yield ground, [ground_of(reason) for reason in value]


def ground_of(reason: Reason | None) -> dict[str, Any] | None:
    """A reason's code and values, as plain values."""
    if reason is None:
        return None
    return {"code": reason.code.value, **{name: plain_values(value) for name, value in reason.said.items()}}
