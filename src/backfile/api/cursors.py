"""Cursors: where a list goes on, told by its last item, so that a story added meanwhile neither repeats an item nor hides one."""

import base64
import binascii
import json
from collections.abc import Callable, Sequence
from typing import Any

Fetch = Callable[[int, int], Sequence[Any]]
"""Items of a list by limit and offset."""
_NEAR = 500
"""Items on either side in which the last one is looked for where stories were added or taken away meanwhile."""
_FARTHEST = 1_000_000
_NAMES = ("id", "story", "key", "version", "before", "after", "number")


class CursorLost(Exception):
    """The item that the page before ended with is not near its place any more."""


class CursorBroken(ValueError):
    """No cursor of ours."""


def page_of(fetch: Fetch, limit: int, cursor: str | None) -> tuple[Sequence[Any], str | None]:
    """A page of a list, and the cursor of the next one; None at the end. Raises CursorLost, CursorBroken."""
    start = 0 if cursor is None else _resumed(fetch, *_read(cursor))
    found = fetch(limit + 1, start)
    page = found[:limit]
    more = _write(start + limit, mark_of(page[-1])) if len(found) > limit else None
    return page, more


def mark_of(item: Any) -> str:
    """What tells an item of a list from the others."""
    item = getattr(item, "entry", item)
    return "/".join(str(getattr(item, name)) for name in _NAMES if hasattr(item, name))


def _resumed(fetch: Fetch, offset: int, mark: str) -> int:
    if any(mark_of(item) == mark for item in fetch(1, offset - 1)):
        return offset
    start = max(0, offset - 1 - _NEAR)
    for place, item in enumerate(fetch(2 * _NEAR, start), start):
        if mark_of(item) == mark:
            return place + 1
    raise CursorLost


def _write(offset: int, mark: str) -> str:
    return base64.urlsafe_b64encode(json.dumps([offset, mark]).encode()).decode().rstrip("=")


def _read(cursor: str) -> tuple[int, str]:
    try:
        offset, mark = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (ValueError, TypeError, binascii.Error) as error:
        raise CursorBroken from error
    if not (type(offset) is int and 1 <= offset <= _FARTHEST and isinstance(mark, str)):
        raise CursorBroken
    return offset, mark
