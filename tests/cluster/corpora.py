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
SMALL = Sizes(span=3_000, bundle=0, run=20_000, file=9_000, slice=30_000)
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


LEDE = (
    "The Fernhill ferry sank at its moorings on Monday night after a pipe burst below the engine room, and all nine who were aboard"
    " walked ashore before the water reached the deck, the harbour master Ines Okafor said.\n"
    "Divers found the pipe in two pieces. It had been mended twice since March, and the yard that mended it has been closed for a year,"
    " so that nobody could say on Tuesday who had passed it as sound.\n"
)
REST = (
    "The council had meant to sell the ferry in the spring. A buyer from Marsh Island offered 40,000 pounds for her, and took back the"
    " offer when his engineer had looked at her boilers for an afternoon.\n"
    "Passengers will be carried by the mail boat until a hull can be hired, which the clerk expects to take until the first week of May,"
    " and those who hold season tickets are to be paid back a third of what they gave for them.\n"
)
OTHER = (
    "Schoolchildren who cross to Fernhill each morning were taken by road on Tuesday, a journey of an hour and ten minutes where the ferry"
    " took nine. Their head teacher wrote to the council that this could go on for a week and no longer.\n"
    "A meeting is called for Thursday in the old customs house, to which the owners of the two fishing boats that lie in the harbour are"
    " asked to come with their papers, since either might be hired.\n"
)


def made_relations(folder: Path) -> str:
    """A WARC of one story by its agency, its copies at two papers, a print page of one, a rewrite, a part of it, and a story in two versions."""
    by = "<p>By The Associated Press</p>"
    pages = [
        ("https://apnews.example/ferry", "Ferry sinks at Fernhill", by + _paragraphs(LEDE + REST), "2019-03-05", "AP News"),
        ("https://beacon.example/news/ferry", "Ferry sinks at Fernhill", by + _paragraphs(LEDE + REST), "2019-03-06", "The Beacon"),
        ("https://beacon.example/news/ferry/print", "Ferry sinks at Fernhill", by + _paragraphs(LEDE + REST), "2019-03-06", "The Beacon"),
        ("https://gazette.example/a/1", "Ferry goes down at its moorings", _paragraphs(LEDE + REST), None, "The Gazette"),
        ("https://courant.example/2", "Passengers walk ashore", _paragraphs(LEDE + OTHER), "2019-03-06", "The Courant"),
        ("https://mail.example/3", "An hour by road", _paragraphs(LEDE.splitlines()[0] + "\n" + OTHER + OTHER.replace("a", "e")), "2019-03-07", "The Mail"),
        ("https://gazette.example/a/4", "School run takes an hour", _paragraphs(OTHER), "2019-03-07", "The Gazette"),
        ("https://gazette.example/a/4", "School run takes an hour", _paragraphs(OTHER.replace("Thursday", "Friday")), "2019-03-07", "The Gazette"),
    ]  # fmt: skip
    records = [
        making.record(
            making.http(_page(title, words, day, site).encode()), url, WARC_Date=f"2019-04-0{number + 1}T00:00:00Z"
        )
        for number, (url, title, words, day, site) in enumerate(pages)
    ]
    (folder / "related.warc.gz").write_bytes(making.gz(records))
    return str(folder / "related.warc.gz")


def _paragraphs(text: str) -> str:
    return "".join(f"<p>{line}</p>" for line in text.splitlines())


def _page(title: str, words: str, day: str | None, site: str) -> str:
    stamp = f"<meta property='article:published_time' content='{day}'>" if day else ""
    return (
        f"<html><head><title>{title}</title><meta property='og:site_name' content='{site}'>{stamp}</head>"
        f"<body><article><h1>{title}</h1>{words}</article></body></html>"
    )


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
