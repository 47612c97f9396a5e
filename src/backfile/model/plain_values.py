"""Records as plain values, as JSON holds them: a reason is its sentence, and its code and values stand beside that."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from backfile.model.reason_codes import CODES, OldCode
from backfile.model.reasons import OtherStory, Reason, Value

GROUNDS = {"kind_reason": "kind_ground", "why_not": "why_not_ground", "because": "grounds"}
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
    return value.isoformat() if isinstance(value, datetime) else value


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


def with_reasons(fields: dict[str, Any]) -> dict[str, Any]:
    """The fields of a plain record, its sentences and their codes made reasons again."""
    read = dict(fields)
    for name, ground in GROUNDS.items():
        grounds, words = read.pop(ground, None), read.get(name)
        if isinstance(words, str):
            read[name] = reason_of(words, grounds)
        elif words is not None:
            read[name] = tuple(map(reason_of, words, grounds or [None] * len(words)))
    return read


def reason_of(words: str, ground: dict[str, Any] | None) -> Reason:
    """The reason of a plain record. Where it has no code that is known, being another Backfile's, its words are kept."""
    code = CODES.get(ground["code"]) if ground else None
    if ground is None or code is None:
        return OldCode.IN_WORDS.of(words)
    return code.of(*(_value(ground.get(name)) for name in code.names))


def _value(plain: Any) -> Value:
    if isinstance(plain, dict):
        return OtherStory(**plain)
    made: Value = tuple(plain) if isinstance(plain, list) else plain
    return made
