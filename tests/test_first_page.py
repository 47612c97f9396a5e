"""The page that this project started from, read from plain text, where it lies beside the project."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from backfile.ingest import read_capture
from backfile.model.capture import Capture, Place
from backfile.model.story import Story

FOLDERS = [parent / "shared" / "data" / "first-page" for parent in Path(__file__).resolve().parents]
FOLDER = next((folder for folder in FOLDERS if (folder / "page.txt").is_file()), None)
pytestmark = pytest.mark.skipif(
    FOLDER is None, reason="the first page is not kept in the project: no ../shared/data here"
)


@pytest.fixture(scope="module")
def expected() -> dict[str, Any]:
    assert FOLDER
    record: dict[str, Any] = json.loads((FOLDER / "expected.json").read_text("utf-8"))
    return record


def read_first_page(url: str | None) -> Story:
    assert FOLDER
    payload = (FOLDER / "page.txt").read_bytes()
    digest = "sha256:" + hashlib.sha256(payload).hexdigest()
    capture = Capture(payload, digest, Place(str(FOLDER / "page.txt")), url=url, media_type="text/plain")
    story = read_capture(capture)
    assert isinstance(story, Story)
    return story


@pytest.fixture(params=["with_url", "without_url"])
def story(request: pytest.FixtureRequest, expected: dict[str, Any]) -> Story:
    return read_first_page(expected["url"] if request.param == "with_url" else None)


def test_headline_and_dateline(story: Story, expected: dict[str, Any]) -> None:
    assert story.headline == expected["headline"]
    assert story.dateline
    assert story.dateline.place == expected["dateline"]["place"]


def test_body(story: Story, expected: dict[str, Any]) -> None:
    starts = expected["body_paragraphs_start"]
    assert [block.text[: len(start)] for block, start in zip(story.blocks, starts, strict=True)] == starts


def test_furniture(story: Story, expected: dict[str, Any]) -> None:
    wanted = [(item["kind"], item["starts"]) for item in expected["furniture"]]
    assert [
        (kept.kind, kept.text[: len(start)]) for kept, (_, start) in zip(story.furniture, wanted, strict=True)
    ] == wanted


def test_credits(story: Story, expected: dict[str, Any]) -> None:
    wanted = [(credit["source"], credit["role"]) for credit in expected["credits"]]
    assert [(credit.source, credit.role) for credit in story.credits] == wanted


def test_published_with_its_address(expected: dict[str, Any]) -> None:
    story = read_first_page(expected["url"])
    assert story.published
    shown = {name: getattr(story.published, name) for name in expected["with_url"]["published"]}
    assert shown == expected["with_url"]["published"]
    assert story.updated is None


def test_no_date_without_its_address() -> None:
    story = read_first_page(None)
    assert (story.published, story.updated) == (None, None)


def test_quotes(story: Story, expected: dict[str, Any]) -> None:
    direct = [quote for quote in story.quotes if quote.kind == "direct"]
    for quote, wanted in zip(direct, expected["quotes"], strict=True):
        assert (quote.speaker, quote.role) == (wanted["speaker"], wanted["role"])
        assert quote.cue == wanted.get("cue")
        assert quote.text.startswith(wanted["starts"])
        assert quote.text.endswith(wanted["ends"])


def test_reported_speech(story: Story, expected: dict[str, Any]) -> None:
    for wanted in expected["reported"]:
        (quote,) = (quote for quote in story.quotes if quote.text.startswith(wanted["starts"]))
        assert quote.kind == "indirect"
        assert {name: getattr(quote, name) for name in wanted if name != "starts"} == {
            name: value for name, value in wanted.items() if name != "starts"
        }


def test_people_and_agencies(story: Story, expected: dict[str, Any]) -> None:
    assert [{"name": person.name, "role": person.role} for person in story.people] == expected["people"]
    assert [agency.name for agency in story.agencies] == expected["agencies"]
