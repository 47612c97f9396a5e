"""How long the API's lists take: python -m bench.api_times [STORIES] [--archive FOLDER]

An archive of made-up stories is filled (bench/made_stories.py), and each list asked 100 times in this process, a different page, word or outlet each
time: CPU of this thread in milliseconds, the median and the 95th percentile.
"""

import argparse
import asyncio
import random
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
from bench.made_stories import KINDS, word
from bench.scale.fill import fill

from backfile.api.api_app import make_api
from backfile.archive import Archive

TIMES = 100


def addresses(archive: Archive) -> Iterator[tuple[str, list[str]]]:
    """Each list by its name, with what is asked of it."""
    chance = random.Random(7)
    outlets = [line.key for line in archive.shelves.outlets()][:50]
    words = [word(chance.randrange(2000)) for _ in range(TIMES)]
    ids = [entry.id for entry in archive.newest(limit=TIMES)]
    speakers = [entry.id for entry in archive.speakers(limit=TIMES)]
    years = [year for year, _ in archive.years() if year]
    yield "stories", [f"/stories?limit=20&year={chance.choice(years)}" for _ in range(TIMES)]
    yield "stories of an outlet", [f"/stories?outlet={chance.choice(outlets)}" for _ in range(TIMES)]
    yield "search", [f"/search?q={one}" for one in words]
    yield "search by date", [f"/search?q={one}&sort=date" for one in words]
    yield "quotations", [f"/quotations?about={one}" for one in words]
    yield "speakers", ["/speakers"] * TIMES
    yield "speaker", [f"/speakers/{one}" for one in speakers]
    yield "changes", ["/changes"] * TIMES
    yield "undated", ["/undated"] * TIMES
    yield "outlets", ["/outlets"] * TIMES
    yield "stats", ["/stats"] * TIMES
    for of in ("", "/versions", "/copies", "/quotations", "/thread"):
        yield f"story{of}", [f"/stories/{one}{of}" for one in ids]


async def timed(api: Any, asked: list[str]) -> list[float]:
    took = []
    async with httpx.AsyncClient(transport=httpx.ASGITransport(api), base_url="http://archive.example") as client:
        for number, address in enumerate([*asked[:5], *asked]):
            began = time.thread_time()
            answer = await client.get(address)
            if number >= 5:
                took.append((time.thread_time() - began) * 1000)
            assert answer.status_code == 200, (address, answer.text)
    return sorted(took)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stories", type=int, nargs="?", default=10_000)
    parser.add_argument("--archive", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        folder = given.archive or Path(made) / "back"
        if not given.archive:
            list(fill(folder, KINDS[0], [given.stories]))
        with Archive(folder) as archive:
            print(f"{len(archive):,} stories")
            api = make_api(archive, lambda: datetime.now(UTC))
            for name, asked in addresses(archive):
                took = asyncio.run(timed(api, asked))
                print(f"{name:24} median {took[len(took) // 2]:7.1f} ms   p95 {took[int(len(took) * 0.95)]:7.1f} ms")


if __name__ == "__main__":
    main()
