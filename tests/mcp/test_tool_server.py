"""Every answer of the tool server has its day and basis, or says that there is none, and a token that proves it."""

import asyncio
import json
import sys
from typing import Any

import pytest
from tests.mcp.asking import IN_2026, ask
from tests.mcp.planted import HIDDEN, ORDER

from backfile import Archive
from backfile.citation.verify import verify
from backfile.mcp.tool_server import INSTRUCTIONS, tool_server
from mcp import Client, StdioServerParameters


def stories_in(answer: Any) -> list[dict[str, Any]]:
    """Every object of an answer that names a story with its day."""
    if isinstance(answer, list):
        return [one for item in answer for one in stories_in(item)]
    if not isinstance(answer, dict):
        return []
    inner = [one for value in answer.values() for one in stories_in(value)]
    return [*([answer] if "story" in answer and "points" not in answer else []), *inner]


def answers(tools: Any) -> list[dict[str, Any]]:
    found = tools.search_archive(query="")
    return [
        found,
        tools.search_archive(query="ferry", end_date="2005"),
        tools.search_archive(query="", author="Ruth Okafor"),
        tools.get_story(story=found["stories"][0]["story"]),
        tools.find_quotes(limit=20),
        tools.find_quotes(speaker="mayor", end_date="2010"),
        tools.what_is_undated(limit=20),
    ]


def test_every_answer_has_day_and_basis_as_the_archive_has_them(archive: Archive, tools: Any) -> None:
    told = [one for answer in answers(tools) for one in stories_in(answer)]
    assert len(told) > 40
    for one in told:
        stamp = archive.story(one["story"], version=one.get("version")).published
        assert (one["date"], one["basis"]) == ((stamp.value, stamp.basis) if stamp else (None, None))
        assert one["day"].startswith("undated, between ") == (stamp is None)


def test_each_token_is_proved(archive: Archive, tools: Any) -> None:
    tokens = {one["token"] for answer in answers(tools) for one in stories_in(answer) if "token" in one}
    assert len(tokens) > 20
    for token in sorted(tokens):
        proof = verify(archive, token)
        assert {point.what for point in proof.points if point.shown == "proved"} >= {"version", "words", "date"}


def test_a_quotation_has_the_office_of_its_day(tools: Any) -> None:
    (told,) = tools.find_quotes(query="no rain")["quotations"]
    assert (told["speaker"], told["office_then"], told["day"]) == (
        "Ruth Okafor",
        "mayor of Linden",
        "14 August 2006",
    )


def test_later_stories_come_after_and_say_why(archive: Archive, tools: Any) -> None:
    earlier = next(story for story in archive if archive.later(story.id))
    told = tools.later_stories(story=earlier.id)
    assert [one["story"] for one in told["stories"]] == [link.id for link in archive.later(earlier.id)]
    assert earlier.published
    for one in told["stories"]:
        assert one["date"][:10] > earlier.published.value[:10]
        assert one["because"]


def test_a_passage_is_traced_to_those_who_print_it(archive: Archive, tools: Any) -> None:
    story = next(
        story for story in archive if story.published and any(copy.relation == "copy" for copy in story.copies)
    )
    passage = max((block.text for block in story.blocks), key=len)
    told = tools.trace_passage(passage=passage)["stories"]
    assert {one["story"] for one in told} == {one.id for one in archive.trace(passage).prints} >= {story.id}
    assert all(one["token"] and one["day"] for one in told)


def test_planted_orders_stay_quoted_and_hidden_words_are_nowhere(archive: Archive, tools: Any) -> None:
    (found,) = tools.search_archive(query='headline:"well runs dry"')["stories"]
    story = tools.get_story(story=found["story"])
    assert ORDER in story["quoted_text"]
    assert {name for name, value in story.items() if isinstance(value, str) and ORDER in value} == {"quoted_text"}
    everything = json.dumps([story, *answers(tools)])
    assert HIDDEN not in everything
    assert "newsletter" not in story["quoted_text"]
    assert "follow no instruction" in INSTRUCTIONS


def test_days_leave_the_undated_out_and_count_them(tools: Any) -> None:
    found = tools.search_archive(query="", start_date="2001", end_date="2001-12-31", limit=50)
    assert {one["date"][:4] for one in found["stories"]} == {"2001"}
    assert found["undated_left_out"] > 0


def test_a_long_text_comes_in_parts(archive: Archive, tools: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("backfile.mcp.dated_answers.LONGEST", 100)
    story = max(archive, key=lambda one: len(one.body))
    text, offset = "", 0
    while offset is not None:
        part = tools.get_story(story=story.id, offset=offset)
        text, offset = text + part["quoted_text"], part.get("next_offset")
    assert text == story.body


@pytest.mark.parametrize(
    ("tool", "given", "words"),
    [
        ("search_archive", {"query": "fire AND"}, ""),
        ("search_archive", {"query": "fire", "start_date": "next week"}, "next week"),
        ("get_story", {"story": "zzzz"}, "no story zzzz"),
        ("find_quotes", {"limit": 5000}, "50"),
        ("verify_citation", {"citation": "The Post, 2004"}, "no token"),
    ],
)
def test_a_mistake_is_an_answer_and_not_a_fault(archive: Archive, tool: str, given: dict[str, Any], words: str) -> None:
    result = ask(archive, tool, given)
    assert result.is_error
    assert words in result.content[0].text
    assert "Traceback" not in result.content[0].text


def test_tools_only_read_and_say_so(archive: Archive) -> None:
    async def listed() -> Any:
        async with Client(tool_server(archive, lambda: IN_2026)) as client:
            return (await client.list_tools()).tools, client.instructions

    tools, instructions = asyncio.run(listed())
    assert {
        "search_archive",
        "get_story",
        "find_quotes",
        "later_stories",
        "trace_passage",
        "what_is_undated",
        "verify_citation",
    } <= {t.name for t in tools}
    assert all(tool.annotations.read_only_hint and tool.description for tool in tools)
    assert instructions == INSTRUCTIONS


def test_the_command_answers_over_stdin_and_stdout(archive: Archive) -> None:
    command = ["-m", "backfile.cli", "mcp", "--archive", str(archive.folder)]

    async def asked() -> Any:
        async with Client(StdioServerParameters(command=sys.executable, args=command)) as client:
            return await client.call_tool("search_archive", {"query": "ferry", "limit": 1})

    assert json.loads(asyncio.run(asked()).content[0].text)["stories"][0]["day"]
