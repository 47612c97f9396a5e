"""Corpora made in tests, and what is in them."""

import threading
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pyarrow.dataset

from backfile.cluster.job_report import JobReport
from backfile.cluster.reading_job import Sizes, read_sources
from backfile.cluster.runners import Done, RunnerHere
from tests.capture import making

SAVED = Path(__file__).parents[2] / "samples" / "saved"
CRAWLS = [
    str(SAVED / name)
    for name in ("courier-2001.warc.gz", "courier-2022.wacz", "wald7-2017.warc.gz", "truncated.warc.gz")
]
SMALL = Sizes(span=3_000, run=20_000, file=9_000, slice=30_000)
"""Stretches of one or two records, runs of two stories, a file for each slice."""


class Backwards(RunnerHere):
    """Carries out the last task first, each twice, as where a worker was taken for dead."""

    def run(self, work: Callable[[Any], Any], tasks: Iterable[Any], stop: threading.Event) -> Iterator[Done]:
        for task in reversed(list(tasks)):
            work(task)
            yield from super().run(work, [task], stop)


class Dying(RunnerHere):
    """Carries out so many tasks, then everything ends; once more in the middle of a task."""

    def __init__(self, tasks: int) -> None:
        self.left = tasks

    def run(self, work: Callable[[Any], Any], tasks: Iterable[Any], stop: threading.Event) -> Iterator[Done]:
        for task in tasks:
            if self.left == 0:
                raise KeyboardInterrupt
            self.left -= 1
            yield from super().run(work, [task], stop)


def made_crawls(folder: Path) -> list[str]:
    """Three small WARCs of stories of several years and domains, an error page in each; read in a moment."""
    for crawl in range(3):
        records = []
        for number in range(5):
            words = f"The mill of valley {crawl} reopened on Monday with {number} wheels, its owners said. " * 4
            page = (
                f"<html><head><title>Mill {number} reopens</title><meta property='article:published_time' content='201{number}-02-0{crawl + 1}'></head>"
                f"<body><article><h1>Mill {number} reopens</h1><p>{words}</p><p>{words}</p></article></body></html>"
            )
            url = f"https://valley{number % 2}.example/{crawl}/{number}"
            records.append(making.record(making.http(page.encode()), url))
        gone = making.record(making.http(b"gone", status="404 Not Found"), f"https://valley.example/{crawl}/gone")
        (folder / f"crawl-{crawl}.warc.gz").write_bytes(making.gz([*records, gone]))
    return [str(folder / f"crawl-{crawl}.warc.gz") for crawl in range(3)]


def read(sources: list[str], to: Path | str, runner: Any = None, **more: Any) -> JobReport:
    return read_sources(sources, str(to), runner or RunnerHere(), **{"sizes": SMALL, **more})


def rows(corpus: Path | str, table: str = "stories") -> list[dict[str, Any]]:
    """Every row, in an order of its own."""
    if not Path(corpus, table).exists():
        return []
    found = (
        pyarrow.dataset.dataset(f"{corpus}/{table}", partitioning="hive" if table == "stories" else None)
        .to_table()
        .to_pylist()
    )
    return sorted(
        found,
        key=lambda row: (
            row.get("id", ""),
            row["path"],
            str(row["member"]),
            row["offset"] or 0,
            row.get("message", ""),
        ),
    )
