"""JSON-LD out of script elements (JSON-LD 1.1, section 7, embedding in HTML), as newsrooms write it: often broken."""

import json
import re
from collections.abc import Iterator
from typing import Any

import orjson

_WRAPPING = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/)|(?:-->|//\s*\]\]>|\]\]>|/\*\s*\]\]>\s*\*/)\s*+(?:;\s*+)?$"
)
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")
_NESTING_LIMIT = 6
_OPENED = ("@graph", "mainEntity", "mainEntityOfPage")


def read_linked_data(texts: list[str]) -> list[dict[str, Any]]:
    """The objects of a page's JSON-LD in page order; @graph, arrays and mainEntity opened. Broken scripts are mended or left."""
    found: list[dict[str, Any]] = []
    for text in texts:
        value = _parsed(text)
        if value is not None:
            found.extend(_opened(value, 0))
    return found


def _parsed(text: str) -> Any:
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError:
        pass
    text = _TRAILING_COMMA.sub(r"\1", _WRAPPING.sub("", text).strip().rstrip(";"))
    for candidate in (text, text.replace("\\'", "'"), "[" + re.sub(r"}\s*{", "},{", text) + "]"):
        try:
            return json.loads(candidate, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _opened(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > _NESTING_LIMIT:
        return
    if isinstance(value, list):
        for item in value:
            yield from _opened(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in _OPENED:
            if isinstance(value.get(key), list | dict):
                yield from _opened(value[key], depth + 1)
