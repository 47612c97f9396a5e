"""JSON in a page's scripts: application states, assigned or given to JSON.parse, and the payloads of React servers."""

import json
import re
from collections.abc import Iterator
from typing import Any

from backfile.limits import LONGEST_SCRIPT

_SCRIPT = re.compile(rb"<script\b([^>]*)>(.*?)</script\s*>", re.I | re.S)
_SCRIPT_END = re.compile(rb"</script\s*+>", re.I)
_ASSIGNED = re.compile(r"(?:^|[;\s])(?:window\.|self\.|var |let |const )?[\w.$\[\]\"']+\s*=\s*(?=[\[{]|JSON\.parse\()")
_JSON_PARSE = re.compile(r"JSON\.parse\(\s*(\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*')\s*\)")
_FLIGHT = re.compile(r"self\.__next_f\.push\(\s*(\[.*\])\s*\)\s*+(?:;\s*+)?$", re.S)
_FLIGHT_ROW = re.compile(r"(?:^|\n)[0-9a-f]+:(?=[\[{\"]|T[0-9a-f]+,)")
_FLIGHT_TEXT = re.compile(r"T([0-9a-f]+),")


def _flight_values(chunks: list[str]) -> Iterator[Any]:
    """The rows of a React server payload (Next.js App Router): "id:JSON" lines, and "id:Tlength,text" in bytes of UTF-8."""
    payload = "".join(chunks)
    decoder = json.JSONDecoder(strict=False)
    texts: list[str] = []
    until = 0
    for row in _FLIGHT_ROW.finditer(payload):
        if row.start() < until:  # inside a text
            continue
        text = _FLIGHT_TEXT.match(payload, row.end())
        if text is not None:
            size = int(text[1], 16)
            raw = payload[text.end() : text.end() + size].encode("utf-8", "surrogatepass")[:size]
            texts.append(raw.decode("utf-8", "replace"))
            until = text.end() + len(texts[-1])
            continue
        try:
            yield decoder.raw_decode(payload, row.end())[0]
        except (ValueError, RecursionError):
            continue
    yield from ({"text": text} for text in texts)


def state_values(payload: bytes, needle: bytes = b"") -> Iterator[Any]:
    """The JSON values in a page's scripts, but for JSON-LD; only of those that hold `needle` where it is given."""
    flight: list[str] = []
    # after the last end, each opening would be looked at up to the page's end
    end = max((closing.end() for closing in _SCRIPT_END.finditer(payload)), default=0)
    for found in _SCRIPT.finditer(payload, 0, end):
        attributes, text = found[1].lower(), found[2]
        if b"src=" in attributes or len(text) > LONGEST_SCRIPT or b"ld+json" in attributes or needle not in text:
            continue
        script = text.decode("utf-8", "replace")
        pushed = _FLIGHT.search(script) if b"__next_f" in text else None
        if pushed is None:
            yield from _json_in(script)
            continue
        try:
            flight += [part for part in json.loads(pushed[1], strict=False) if isinstance(part, str)]
        except ValueError:
            continue
    yield from _flight_values(flight)


def _json_in(script: str) -> Iterator[Any]:
    """The JSON values in a script: all of it, or what is assigned to a name or given to JSON.parse."""
    stripped = script.strip()
    decoder = json.JSONDecoder(strict=False)
    if stripped[:1] in "[{":
        starts = [0]
    else:
        stripped = _JSON_PARSE.sub(_unquoted, stripped)
        starts = [found.end() for found in _ASSIGNED.finditer(stripped)]
    until = 0
    for start in starts:
        if start < until:
            continue
        try:
            value, until = decoder.raw_decode(stripped, start)
        except (ValueError, RecursionError):
            continue
        if isinstance(value, dict | list):
            yield value


def _unquoted(found: re.Match[str]) -> str:
    quoted = found[1]
    if quoted[0] == "'":
        quoted = '"' + quoted[1:-1].replace('\\"', '"').replace('"', '\\"').replace("\\'", "'") + '"'
    try:
        return str(json.loads(quoted, strict=False))
    except ValueError:
        return found[0]
