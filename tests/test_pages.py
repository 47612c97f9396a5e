"""Each folder of tests/pages: a saved page, what is known of its capture, and what must be read from it.

story.json holds the part of the Story record that the page is there for. A text that ends in "…" gives the first words.
Every item of `furniture` and `images` must be found; every other list must match from first to last.
"""

import hashlib
import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from backfile.ingest import read_capture
from backfile.model.capture import Capture, Place
from backfile.model.story import Story

PAGES = sorted(path.parent for path in (Path(__file__).parent / "pages").glob("*/story.json"))
ANY_ORDER = {"furniture", "images"}


def capture_in(folder: Path) -> Capture:
    page = next(folder.glob("page.*"))
    payload = page.read_bytes()
    known = json.loads((folder / "capture.json").read_text("utf-8"))
    saved = known.get("captured_at")
    return Capture(
        payload=payload,
        payload_digest="sha256:" + hashlib.sha256(payload).hexdigest(),
        place=Place(str(page)),
        url=known.get("url"),
        captured_at=datetime.fromisoformat(saved) if saved else None,
        status=known.get("status"),
        media_type=known.get("media_type", "text/html"),
        charset=known.get("charset"),
    )


def differences(actual: Any, expected: Any, where: str) -> list[str]:
    """Where a record is not as expected, in words."""
    if isinstance(expected, dict):
        if not isinstance(actual, dict):
            return [f"{where}: {actual!r}, not {expected!r}"]
        return [
            line for key, value in expected.items() for line in differences(actual.get(key), value, f"{where}.{key}")
        ]
    if isinstance(expected, list):
        return _in_any_order(actual, expected, where) if where in ANY_ORDER else _in_order(actual, expected, where)
    if isinstance(expected, str) and expected.endswith("…") and isinstance(actual, str):
        return (
            [] if actual.startswith(expected[:-1]) else [f"{where}: {actual[:60]!r} does not start with {expected!r}"]
        )
    return [] if actual == expected else [f"{where}: {actual!r}, not {expected!r}"]


def _in_order(actual: list[Any], expected: list[Any], where: str) -> list[str]:
    if len(actual) != len(expected):
        return [f"{where}: {len(actual)} items, not {len(expected)}: {json.dumps(actual, ensure_ascii=False)[:600]}"]
    pairs = enumerate(zip(actual, expected, strict=True))
    return [line for n, (found, wanted) in pairs for line in differences(found, wanted, f"{where}[{n}]")]


def _in_any_order(actual: list[Any], expected: list[Any], where: str) -> list[str]:
    return [
        f"{where}: nothing like {wanted!r} among {json.dumps(actual, ensure_ascii=False)[:600]}"
        for wanted in expected
        if all(differences(found, wanted, "item") for found in actual)
    ]


@pytest.mark.parametrize("folder", PAGES, ids=lambda folder: folder.name)
def test_page(folder: Path) -> None:
    story = read_capture(capture_in(folder), analyse=False)
    assert isinstance(story, Story)
    record = story.to_dict()
    expected = json.loads((folder / "story.json").read_text("utf-8"))
    assert [line for key, value in expected.items() for line in differences(record.get(key), value, key)] == []


@pytest.mark.parametrize("folder", PAGES, ids=lambda folder: folder.name)
def test_body_is_its_blocks(folder: Path) -> None:
    story = read_capture(capture_in(folder), analyse=False)
    assert isinstance(story, Story)
    assert all(story.body[block.start : block.end] == block.text for block in story.blocks)
    assert story.body == "\n\n".join(block.text for block in story.blocks)


def test_differences_are_found() -> None:
    record = {"headline": "Rain", "blocks": [{"kind": "paragraph", "text": "It rained."}], "furniture": []}
    assert differences(record["headline"], "Rain", "headline") == []
    assert differences(record["blocks"], [{"text": "It ra…"}], "blocks") == []
    assert differences(record["blocks"], [{"text": "It sn…"}], "blocks") != []
    assert differences(record["blocks"], [], "blocks") != []
    assert differences(record["furniture"], [{"kind": "advert"}], "furniture") != []
    assert differences(None, {"value": "2017"}, "published") != []
