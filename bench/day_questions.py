"""Questions with a day in them, asked through the tool server: python -m bench.day_questions [MOST]

Who published, or said, what before a day, on it, and after it: made from the sample back file, whose days samples/expected.json has, written
by hand and not by a reading. An answer is right where every story in it has its day to the letter, or none where it has none, with the basis of
its record, and where the story that is asked for is in it or not, as its day says.
"""

import asyncio
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import backfile
from backfile import Archive
from backfile.mcp.tool_server import tool_server
from mcp import Client

SAMPLES = Path(__file__).parents[1] / "samples"
MOST = 200
A_DAY = timedelta(days=1)
Truth = dict[str, set[str | None]]
"""Days of the stories of a headline; None of one that is undated."""


class Question(NamedTuple):
    words: str
    tool: str
    given: dict[str, Any]
    headline: str
    is_in: bool
    """Whether the story of that headline is among the answers."""


def truth() -> Truth:
    days: Truth = {}
    for line in json.loads((SAMPLES / "expected.json").read_text("utf-8")):
        if line.get("headline"):
            stamp = line.get("published")
            days.setdefault(_plain(line["headline"]), set()).add(stamp["value"][:10] if stamp else None)
    return days


def questions(archive: Archive, days: Truth) -> Iterator[Question]:
    for headline, held in days.items():
        named = f'headline:"{headline}"'
        if len(held) > 1:
            continue  # several stories of one headline: no question has one answer
        (value,) = held
        yield Question("when was it published?", "search_archive", {"query": named}, headline, True)
        if value is None or len(value) < 10:
            given = {"query": named, "start_date": "1990", "end_date": "2026"}
            yield Question("was it published from 1990 to 2026?", "search_archive", given, headline, value is not None)
            continue
        day = date.fromisoformat(value)
        for words, bounds, is_in in (
            ("what was published before its day?", {"end_date": str(day - A_DAY)}, False),
            ("what came after it?", {"start_date": str(day + A_DAY)}, False),
            ("what was published on its day?", {"start_date": str(day), "end_date": str(day)}, True),
        ):
            yield Question(words, "search_archive", {"query": named, **bounds}, headline, is_in)
        if archive.quotes(about=headline, limit=1).total:
            given = {"query": headline, "limit": 50}
            before, by = {"end_date": str(day - A_DAY)}, {"end_date": str(day)}
            yield Question("who said what in it by its day?", "find_quotes", given | by, headline, True)
            yield Question("who said what in it before its day?", "find_quotes", given | before, headline, False)


async def asked(archive: Archive, wanted: list[Question], days: Truth) -> Counter[str]:
    counts: Counter[str] = Counter()
    async with Client(tool_server(archive, lambda: datetime.now(UTC))) as client:
        for question in wanted:
            result = await client.call_tool(question.tool, question.given)
            found = json.loads(result.content[0].text)
            told = found.get("stories", found.get("quotations"))
            wrong = [one for one in told if not _is_right(archive, one, days)]
            is_in = any(_plain(one["quoted_headline"] or "") == question.headline for one in told)
            counts["asked"] += 1
            counts["stories told"] += len(told)
            counts["wrong days"] += len(wrong)
            counts["right"] += not wrong and is_in == question.is_in
            if wrong or is_in != question.is_in:
                print("not right:", question.words, question.headline, question.given, [one["day"] for one in wrong])
    return counts


def _is_right(archive: Archive, one: dict[str, Any], days: Truth) -> bool:
    value = one["date"][:10] if one["date"] else None
    stamp = archive.story(one["story"], version=one["version"]).published
    known = days.get(_plain(one["quoted_headline"] or ""))
    return (known is None or value in known) and one["basis"] == (stamp.basis if stamp else None)


def _plain(headline: str) -> str:
    return " ".join(headline.replace('"', " ").split())


def main() -> None:
    most = int(sys.argv[1]) if len(sys.argv) > 1 else MOST
    with tempfile.TemporaryDirectory() as folder, backfile.open(Path(folder) / "back") as archive:
        archive.add(SAMPLES / "saved")
        days = truth()
        counts = asyncio.run(asked(archive, list(questions(archive, days))[:most], days))
    print(*(f"{name}: {count}" for name, count in counts.items()), sep=", ")
    sys.exit(counts["wrong days"] > 0)


if __name__ == "__main__":
    main()
