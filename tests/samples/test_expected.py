"""Each page of the sample back file is read as samples/expected.json says."""

import json
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import backfile
from backfile.ingest import read_capture
from backfile.model.capture import Capture, Skipped
from backfile.model.story import Story

SAMPLES = Path(__file__).parents[2] / "samples"
EXPECTED: list[dict[str, Any]] = json.loads((SAMPLES / "expected.json").read_text("utf-8"))
STORIES = [line for line in EXPECTED if "skipped" not in line]
SKIPPED = [line for line in EXPECTED if "skipped" in line]
NO_STORY_KINDS = {"listing", "other"}


def _name(line: dict[str, Any]) -> str:
    return f"{line['source']}:{line.get('story') or line['skipped']}:{line.get('template')}"


@cache
def found_in(source: str) -> tuple[Capture | Skipped, ...]:
    return tuple(backfile.read_captures(SAMPLES / "saved" / source))


def capture_of(line: dict[str, Any]) -> Capture:
    captures = [found for found in found_in(line["source"]) if isinstance(found, Capture)]
    if not line["source"].startswith("pages/"):
        captures = [c for c in captures if c.url == line["url"] and _is_saved_at(c, line.get("captured_at"))]
    assert len(captures) == 1, f"{len(captures)} captures of {line['url']} in {line['source']}"
    return captures[0]


def _is_saved_at(capture: Capture, expected: str | None) -> bool:
    if expected is None:
        return True
    return capture.captured_at is not None and capture.captured_at.isoformat().replace("+00:00", "Z") == expected


@cache
def _read(index: int) -> Story:
    story = read_capture(capture_of(STORIES[index]))
    assert isinstance(story, Story)
    return story


@pytest.fixture(params=range(len(STORIES)), ids=[_name(line) for line in STORIES])
def case(request: pytest.FixtureRequest) -> tuple[Story, dict[str, Any]]:
    return _read(request.param), STORIES[request.param]


Case = tuple[Story, dict[str, Any]]


def test_address_and_kind(case: Case) -> None:
    story, expected = case
    assert (story.url, story.kind) == (expected["url"], expected["kind"])


def test_headline_kicker_and_dek(case: Case) -> None:
    story, expected = case
    assert story.headline == expected["headline"]
    for name in ("kicker", "dek"):
        if name in expected:
            assert getattr(story, name) == expected[name]


def test_byline_and_authors(case: Case) -> None:
    story, expected = case
    assert [author.name.casefold() for author in story.authors] == [name.casefold() for name in expected["authors"]]
    if "byline" in expected:
        assert story.byline == expected["byline"]


def test_dates(case: Case) -> None:
    story, expected = case
    for name in {"published", "updated"} & expected.keys():
        stamp, wanted = getattr(story, name), expected[name]
        if wanted is None:
            assert stamp is None, f"{name} must be unknown"
        else:
            assert stamp is not None, f"{name} must be {wanted['value']}"
            assert is_same_time(stamp.value, wanted["value"])
            assert stamp.precision == wanted["precision"]


def is_same_time(value: str, wanted: str) -> bool:
    """The same instant where both state a zone; else the same wall clock as far as it is expected."""
    if len(value) > 16 and len(wanted) > 19:
        return datetime.fromisoformat(value) == datetime.fromisoformat(wanted)
    return value.startswith(wanted)


def test_dateline(case: Case) -> None:
    story, expected = case
    assert (story.dateline.place if story.dateline else None) == expected["dateline"]


def test_body(case: Case) -> None:
    story, expected = case
    is_captions = expected["kind"] == "gallery"
    blocks = [block for block in story.blocks if is_captions or block.kind != "caption"]
    shown = [
        [block.kind, block.text[: len(start)]] for block, (_, start) in zip(blocks, expected["body"], strict=False)
    ]
    assert shown == expected["body"]
    assert [block.text for block in blocks[len(expected["body"]) :]] == []


def test_nothing_else_is_in_the_body(case: Case) -> None:
    story, expected = case
    for text in expected["kept_out"] + [furniture["starts"] for furniture in expected["furniture"]]:
        if len(text) > len("Share this:"):
            assert text not in story.body


def test_furniture_has_its_kind(case: Case) -> None:
    story, expected = case
    kinds = {
        (kept.kind, wanted["starts"])
        for kept in story.furniture
        for wanted in expected["furniture"]
        if kept.kind == wanted["kind"] and wanted["starts"] in kept.text
    }
    assert kinds == {(wanted["kind"], wanted["starts"]) for wanted in expected["furniture"]}


def test_credits_and_notes(case: Case) -> None:
    story, expected = case
    for wanted in expected["credits"]:
        assert any(c.role == wanted["role"] and c.source == wanted.get("source", c.source) for c in story.credits), (
            wanted
        )
    assert [
        (note.kind, note.text[: len(wanted["starts"])])
        for note, wanted in zip(story.notes, expected["notes"], strict=True)
    ] == [(wanted["kind"], wanted["starts"]) for wanted in expected["notes"]]


def test_language_and_outlet(case: Case) -> None:
    story, expected = case
    assert story.language == expected["language"]
    if "outlet" in expected:
        assert story.outlet.name == expected["outlet"]


@pytest.mark.parametrize("line", SKIPPED, ids=_name)
def test_pages_that_hold_no_story(line: dict[str, Any]) -> None:
    reasons = [found.reason for found in found_in(line["source"]) if isinstance(found, Skipped)]
    if line["skipped"] in ("truncated", "not-published"):
        assert line["skipped"] in reasons
        return
    outcome = read_capture(capture_of(line))
    if isinstance(outcome, Skipped):
        assert outcome.reason == line["skipped"]
    else:
        assert outcome.kind in NO_STORY_KINDS


def test_a_revisit_is_read_as_the_page_that_it_revisits() -> None:
    url = "http://wald7.example/2017/03/02/aldersford-mayor-blasts-state-water-chief/"
    captures = [c for c in found_in("wald7-2017.warc.gz") if isinstance(c, Capture) and c.url == url]
    assert len({c.captured_at for c in captures}) == 2
    assert len({c.payload_digest for c in captures}) == 1
