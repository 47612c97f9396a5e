"""Reasons read back from plain values: the sentence and the code that stand in a record made a Reason again."""

from typing import Any

from backfile.model.plain_values import GROUNDS
from backfile.model.reason_codes import CODES, OldCode
from backfile.model.reasons import OtherStory, Reason, Value


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
