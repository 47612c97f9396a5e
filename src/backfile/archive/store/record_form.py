"""Story record in a short form: what a record says twice is kept once, and what compresses well stands together.

The record (schema `backfile/story/1`) repeats its body in blocks, dates and quotes, and the names of its fields in each of
them. In the short form the body stands first; lists of objects become a list a field (columns); a text that is the body
between two places is left out; places count from the end of the one before. `unpack` gives the very record again.
"""

from collections.abc import Collection
from typing import Any, TypeAlias

import orjson

Record: TypeAlias = dict[str, Any]
_COLUMNS = "="
"""Names what was a list of objects: no object of a record has a field of this name."""
_FROM_BODY = 0
"""Stands for a text that is the body's: a text is never a number."""
_LATER = ("doubts",)
"""Lists that records of earlier versions do not have yet: nothing is known of them."""
BODY_AT = 4
"""Bytes before the body, that say how long it is."""


def pack(record: Record) -> bytes:
    """The record in its short form."""
    record = record | {name: [] for name in _LATER if name not in record}
    body = record["body"]
    kept = {name: _columns(value, body) if isinstance(value, list) else value for name, value in record.items()}
    text: bytes = body.encode()
    return len(text).to_bytes(BODY_AT, "little") + text + orjson.dumps(kept | {"body": None})


def unpack(packed: bytes, fields: Collection[str] | None = None) -> Record:
    """The record that was packed; or the fields named of it, which takes half the time where they are few."""
    end = BODY_AT + int.from_bytes(packed[:BODY_AT], "little")
    record: Record = orjson.loads(packed[end:])
    record["body"] = body = packed[BODY_AT:end].decode()
    for name in _LATER:
        record.setdefault(name, [])
    if fields is not None:
        record = {name: record[name] for name in fields}
    for name, value in record.items():
        if isinstance(value, dict) and _COLUMNS in value:
            record[name] = _rows(value[_COLUMNS], body)
    return record


def body_of(packed: bytes) -> str:
    """The body alone, or as much of it as there is of a record that was not unpacked to its end."""
    end = BODY_AT + int.from_bytes(packed[:BODY_AT], "little")
    return packed[BODY_AT:end].decode(errors="ignore")


def _columns(rows: list[Any], body: str) -> Any:
    if not rows or not all(isinstance(row, dict) for row in rows):
        return rows
    names = list(rows[0])
    if any(list(row) != names for row in rows):
        return rows
    columns: dict[str, list[Any]] = {name: [row[name] for row in rows] for name in names}
    if "text" in columns:
        columns["text"] = [
            _FROM_BODY if text == said else text
            for text, said in zip(columns["text"], _said(columns, body), strict=True)
        ]
    if "start" in columns and "end" in columns:
        columns["start"], columns["end"] = _steps(columns["start"], columns["end"])
    return {_COLUMNS: columns}


def _rows(columns: dict[str, list[Any]], body: str) -> list[Record]:
    if "start" in columns and "end" in columns:
        columns["start"], columns["end"] = _places(columns["start"], columns["end"])
    if "text" in columns:
        columns["text"] = [
            said if text == _FROM_BODY else text
            for text, said in zip(columns["text"], _said(columns, body), strict=True)
        ]
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


def _said(columns: dict[str, list[Any]], body: str) -> list[str | None]:
    """What the body says where each of the rows is."""
    if "start" in columns:
        return [body[start:end] for start, end in zip(columns["start"], columns["end"], strict=True)]
    if "pieces" in columns:
        return [" ".join(body[start:end] for start, end in pieces) for pieces in columns["pieces"]]
    return [None] * len(columns["text"])


def _steps(starts: list[int], ends: list[int]) -> tuple[list[int], list[int]]:
    """Each start counted from the end before, each end from its start."""
    before = [0, *ends[:-1]]
    return (
        [start - end for start, end in zip(starts, before, strict=True)],
        [end - start for start, end in zip(starts, ends, strict=True)],
    )


def _places(steps: list[int], lengths: list[int]) -> tuple[list[int], list[int]]:
    starts, ends, at = [], [], 0
    for step, length in zip(steps, lengths, strict=True):
        starts.append(at + step)
        at += step + length
        ends.append(at)
    return starts, ends
