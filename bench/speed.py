"""How long each stage of reading takes, on a folder of saved pages, as multiples of the parse alone.

python bench/speed.py FOLDER [--rounds 5] [--most 300]

FOLDER holds saved pages (.html, .htm, .html.gz), at any depth. Every stage is run over every page once a round, the stages
by turns, so that a busy machine slows them alike; the table gives medians over the rounds, in CPU time of this process,
and the median of each round's multiple of the parse floor (selectolax's Lexbor parser on the same bytes). The first pass
over the pages, with nothing remembered of their boxes' names, is given on its own.
"""

import argparse
import gzip
import statistics
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from backfile.dates.decide import StampDecision, decide_stamps
from backfile.label.label_page import label_page
from backfile.model.capture import Capture, Place
from backfile.model.labelled_page import LabelledPage
from backfile.page.build_page import build_page
from backfile.reading import read, read_capture, read_labels
from backfile.story.story_fields import StoryFields, read_fields

Read = tuple[LabelledPage, StoryFields]


def load(folder: Path, most: int) -> list[Capture]:
    paths = sorted(path for path in folder.rglob("*") if path.name.endswith((".html", ".htm", ".html.gz")))
    return [Capture(_bytes_of(path), "", Place(str(path)), media_type="text/html") for path in paths[:most]]


def _bytes_of(path: Path) -> bytes:
    return gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()


def dates_of(item: Read) -> StampDecision:
    labelled, fields = item
    return decide_stamps(labelled, language=fields.language)


def seconds_of(work: Callable[[Any], object], items: Iterable[Any]) -> float:
    started = time.process_time()
    for item in items:
        work(item)
    return time.process_time() - started


def measure(captures: list[Capture], rounds: int) -> dict[str, list[float]]:
    """Seconds for all the pages, a stage and a round."""
    first = seconds_of(lambda capture: read_capture(capture, analyse=False), captures)
    done: list[Read] = []
    for capture in captures:
        labelled = read_labels(capture)
        done.append((labelled, read_fields(labelled)))
    stages: dict[str, Callable[[], float]] = {
        "parse": lambda: seconds_of(lambda capture: LexborHTMLParser(capture.payload), captures),
        "page": lambda: seconds_of(build_page, captures),
        "labels": lambda: seconds_of(lambda item: label_page(item[0].page), done),
        "story": lambda: seconds_of(lambda item: read_fields(item[0]), done),
        "dates": lambda: seconds_of(dates_of, done),
        "whole": lambda: seconds_of(lambda capture: read(capture.payload, analyse=False), captures),
    }
    taken: dict[str, list[float]] = {name: [] for name in stages}
    for _ in range(rounds):
        for name, run in stages.items():
            taken[name].append(run())
    return {**taken, "first pass": [first]}


def table(taken: dict[str, list[float]], pages: int) -> str:
    floor = taken["parse"]
    lines = [f"{'stage':<12}{'ms a page':>10}{'x parse':>9}"]
    for name, seconds in taken.items():
        base = floor if len(seconds) == len(floor) else [statistics.median(floor)]
        multiple = statistics.median(one / parse for one, parse in zip(seconds, base, strict=True))
        lines.append(f"{name:<12}{statistics.median(seconds) / pages * 1000:>10.3f}{multiple:>9.2f}")
    return "\n".join(lines)


def pages_asked(description: str) -> tuple[list[Capture], int]:
    """The pages that the command line names, and how many rounds."""
    said = argparse.ArgumentParser(description=description)
    said.add_argument("folder", type=Path)
    said.add_argument("--rounds", type=int, default=5)
    said.add_argument("--most", type=int, default=300, help="pages to read at most")
    given = said.parse_args()
    captures = load(given.folder, given.most)
    if not captures:
        raise SystemExit(f"{given.folder}: no saved pages (.html, .htm, .html.gz) in it")
    return captures, given.rounds


def main() -> None:
    captures, rounds = pages_asked("Times the stages of reading on a folder of saved pages.")
    size = sum(len(capture.payload) for capture in captures) / len(captures) / 1000
    print(f"{len(captures)} pages, {size:.0f} kB each; {rounds} rounds")
    print(table(measure(captures, rounds), len(captures)))


if __name__ == "__main__":
    main()
