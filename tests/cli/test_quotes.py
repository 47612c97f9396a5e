"""backfile quotes and backfile collate: what they print, as JSON too, and how they end."""

import json
from pathlib import Path

import pytest
from tests.archive.told import archive_of, told
from tests.cli.ended import Run, runner

WORDS = "We have people who have driven fifty miles round to see their own mothers, and that ends on Monday"
STORIES = [
    told("courier.example/1", "2017-02-23", f"“{WORDS},” said County Commissioner Ruth Hallam on Thursday."),
    told("beacon.example/1", "2017-02-25", f"“{WORDS.replace('their', '[your]')},” officials said on Friday."),
    told("courier.example/2", None, "Ruth Hallam said that the ferry would sink in the end."),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return archive_of(tmp_path_factory.mktemp("quotes") / "archive", enumerate(STORIES))


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], folder: Path) -> Run:
    return runner(capsys, "--archive", folder)


def test_quotes(run: Run) -> None:
    ended = run("quotes", "--speaker", "hallam")
    assert ended.code == 0
    assert ended.err == "2 of 2 found\n"
    first, second = (block.splitlines() for block in ended.out.strip().split("\n\n"))
    assert first[0] == WORDS
    assert first[1] == "  Ruth Hallam, then described as County Commissioner"
    assert first[2].startswith("  23 February 2017 · ")
    assert " years ago | Courier | A story | " in first[2]
    assert first[3].endswith(", printed in 2 stories")
    assert second[1] == "  Ruth Hallam, indirect"
    assert second[2].startswith("  Undated | Courier | ")


def test_quotes_by_day_words_and_outlet(run: Run) -> None:
    ended = run(
        "quotes", "--about", "mothers", "--from", "2017-02-24", "--to", "2017-03-01", "--outlet", "beacon.example"
    )
    assert ended.out.count("utterance ") == 1
    assert "  officials\n" in ended.out
    ended = run("quotes", "--from", "2017-02-24", "--limit", "1")
    assert ended.err == "1 of 1 found\n1 in undated stories left out, because a date was asked for\n"
    assert run("quotes", "--speaker", "nobody").code == 1
    assert run("quotes", "--from", "yesterday").code == 2


def test_quotes_as_json(run: Run) -> None:
    record = json.loads(run("quotes", "--speaker", "hallam", "--json").out)
    assert (record["schema"], record["total"]) == ("backfile/quotes/1", 2)
    assert record["quotations"][0]["said_on"] == "2017-02-23"
    assert record["quotations"][1]["published"] is None
    by_id = json.loads(run("quotes", "--speaker", record["quotations"][0]["person"], "--json").out)
    assert by_id["total"] == 2


def test_collate(run: Run) -> None:
    utterance = json.loads(run("quotes", "--about", "mothers", "--json").out)["quotations"][0]["utterance"]
    lines = run("collate", utterance).out.splitlines()
    assert lines[:3] == [
        "The same words are given to different days: 23 February 2017; 24 February 2017.",
        "The same words are given to different speakers: Ruth Hallam; officials.",
        "",
    ]
    assert lines[3].startswith("23 February 2017 · ")
    assert " | said on 23 February 2017 | " in lines[3]
    assert lines[4] == f"  {WORDS}"
    assert lines[7] == f"  {WORDS.replace('their', '[-their-] {+[your]+}')}"
    record = json.loads(run("collate", utterance, "--json").out)
    assert record["schema"] == "backfile/utterance/1"
    assert [difference["kind"] for difference in record["differences"]] == ["day", "speaker"]
    assert [variant["is_fullest"] for variant in record["variants"]] == [True, False]


def test_collate_what_is_not_there(run: Run) -> None:
    ended = run("collate", "nothing")
    assert (ended.code, ended.out) == (1, "")
    assert ended.err == "backfile: there is no utterance nothing here; `backfile quotes` prints their ids\n"
