"""The page that this project started from: all that was promised of it, kept on a made-up twin in every clone.

The page itself, plain text, is not kept in the project; it is read too where it lies beside it.
"""

import json
from pathlib import Path
from typing import Any, NamedTuple

import pytest

import backfile
from backfile.model.story import Story

TWIN = Path(__file__).parent / "first_page"
BESIDE = [parent / "shared" / "data" / "first-page" for parent in Path(__file__).resolve().parents]
FOLDERS = [TWIN, *(folder for folder in BESIDE if (folder / "page.txt").is_file())]


class Case(NamedTuple):
    page: Path
    expected: dict[str, Any]

    def story(self, *, with_url: bool = True) -> Story:
        return backfile.read(self.page.read_bytes(), url=self.expected["url"] if with_url else None)


@pytest.fixture(params=FOLDERS, ids=lambda folder: folder.name)
def case(request: pytest.FixtureRequest) -> Case:
    return Case(request.param / "page.txt", json.loads((request.param / "expected.json").read_text("utf-8")))


@pytest.fixture(params=[True, False], ids=["with_url", "without_url"])
def story(request: pytest.FixtureRequest, case: Case) -> Story:
    return case.story(with_url=request.param)


def test_headline_and_dateline(story: Story, case: Case) -> None:
    assert story.headline == case.expected["headline"]
    assert story.dateline
    assert story.dateline.place == case.expected["dateline"]["place"]


def test_body(story: Story, case: Case) -> None:
    starts = case.expected["body_paragraphs_start"]
    assert [block.text[: len(start)] for block, start in zip(story.blocks, starts, strict=True)] == starts


def test_furniture(story: Story, case: Case) -> None:
    wanted = [(item["kind"], item["starts"]) for item in case.expected["furniture"]]
    assert [
        (kept.kind, kept.text[: len(start)]) for kept, (_, start) in zip(story.furniture, wanted, strict=True)
    ] == wanted


def test_credits(story: Story, case: Case) -> None:
    wanted = [(credit["source"], credit["role"]) for credit in case.expected["credits"]]
    assert [(credit.source, credit.role) for credit in story.credits] == wanted


def test_published_with_its_address(case: Case) -> None:
    story = case.story()
    wanted = case.expected["with_url"]["published"]
    assert story.published
    assert {name: getattr(story.published, name) for name in wanted} == wanted
    assert story.updated is None


def test_no_date_without_its_address(case: Case) -> None:
    story = case.story(with_url=False)
    assert (story.published, story.updated) == (None, None)


def test_days_of_the_text(case: Case) -> None:
    wanted = [(day["text"], day["value"]) for day in case.expected["with_url"]["dates"]]
    assert [(day.text, day.value) for day in case.story().dates] == wanted
    unanchored = [(day.text, day.value) for day in case.story(with_url=False).dates]
    assert unanchored == [(text, None) for text, _ in wanted]


def test_quotes(story: Story, case: Case) -> None:
    direct = [quote for quote in story.quotes if quote.kind == "direct"]
    for quote, wanted in zip(direct, case.expected["quotes"], strict=True):
        assert (quote.speaker, quote.role) == (wanted["speaker"], wanted["role"])
        assert quote.cue == wanted.get("cue")
        assert quote.text.startswith(wanted["starts"])
        assert quote.text.endswith(wanted["ends"])


def test_reported_speech(story: Story, case: Case) -> None:
    for wanted in case.expected["reported"]:
        (quote,) = (quote for quote in story.quotes if quote.text.startswith(wanted["starts"]))
        assert quote.kind == "indirect"
        assert {name: getattr(quote, name) for name in wanted if name != "starts"} == {
            name: value for name, value in wanted.items() if name != "starts"
        }


def test_people_and_agencies(story: Story, case: Case) -> None:
    assert [{"name": person.name, "role": person.role} for person in story.people] == case.expected["people"]
    assert [agency.name for agency in story.agencies] == case.expected["agencies"]


def test_the_page_is_told_by_its_content(case: Case) -> None:
    """As bytes, as text and as a file: no door takes plain text for HTML."""
    story = case.story(with_url=False)
    assert backfile.read(case.page.read_text("utf-8")) == story
    (capture,) = backfile.read_captures(case.page)
    assert isinstance(capture, backfile.Capture)
    assert backfile.read(capture.payload) == story
    assert capture.media_type == "text/plain"


@pytest.mark.skipif(len(FOLDERS) == 1, reason="the first page is not kept in the project: no ../shared/data here")
def test_the_twin_shares_no_sentence_with_the_page() -> None:
    twin, page = ((folder / "page.txt").read_text("utf-8").split() for folder in FOLDERS)
    runs = [{tuple(words[at : at + 7]) for at in range(len(words) - 6)} for words in (twin, page)]
    assert runs[0] & runs[1] == set()
