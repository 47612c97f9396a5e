"""A record as JSON holds it, and back: with codes, and as an earlier Backfile stored it."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import backfile
from backfile.model.plain_reasons import reason_of
from backfile.model.plain_values import GROUNDS, plain_values
from backfile.model.reason_codes import KindCode, OldCode
from backfile.model.reasons import OtherStory, Reason
from backfile.model.story import Story, story_from_dict

PAGES = sorted((Path(__file__).parents[1] / "pages").glob("*/page.html"))


def stored(story: Story) -> Any:
    return json.loads(json.dumps(story.to_dict()))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.parent.name)
def test_a_story_comes_back_as_it_was(path: Path) -> None:
    story = backfile.read(path.read_bytes(), url="https://paper.example/a")
    assert story_from_dict(stored(story)) == story


def without_codes(record: Any) -> Any:
    """The record as a Backfile stored it that knew no codes."""
    if isinstance(record, list):
        return [without_codes(item) for item in record]
    if not isinstance(record, dict):
        return record
    return {name: without_codes(item) for name, item in record.items() if name not in GROUNDS.values()}


@pytest.mark.parametrize("path", PAGES[:20], ids=lambda path: path.parent.name)
def test_a_record_without_codes_keeps_its_words(path: Path) -> None:
    record = stored(backfile.read(path.read_bytes()))
    old = story_from_dict(without_codes(record))
    assert isinstance(old.kind_reason, Reason)
    assert old.kind_reason.code == OldCode.IN_WORDS
    assert without_codes(stored(old)) == without_codes(record)


def test_a_code_of_a_later_version_keeps_its_words() -> None:
    assert reason_of("why", {"code": "not-known-yet", "count": 3}) == OldCode.IN_WORDS.of("why")


def test_values_of_each_kind_come_back() -> None:
    story = Story(id="1", kind="other", kind_reason=KindCode.UNLIKELY.of(("words", "links"), -2.5))
    record = stored(story)
    assert record["kind_ground"] == {"code": "unlikely", "facts": ["words", "links"], "log_odds": -2.5}
    assert record["kind_reason"] == "no-story: words, links (log odds -2.5)"
    assert story_from_dict(record) == story
    assert stored(replace(story, kind_reason=None))["kind_ground"] is None


def test_another_story_is_an_object() -> None:
    other = OtherStory("1f", "Bridge shut", "The Post", None)
    assert plain_values(other)["headline"] == "Bridge shut"
    assert reason_of("x", {"code": "in-words", "words": plain_values(other)}).said == {"words": other}
