"""How long a page takes: every extractor in a process of its own, one core, block after block in turn, medians.

A slow spell of the machine hits whoever is at work; taking turns by small blocks spreads it over all. Each round has fresh processes, so
that what one round cached (htmldate keeps such a cache) cannot help the next. Times are process time, not the wall's.
"""

import json
import os
import random
import subprocess
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from statistics import median
from typing import Any

from bench.predictions import ROOT, WORK, Pythons, worker
from bench.sets import TruthSet

FLOOR = "parse-floor"
_BLOCK = 10
_ROUNDS = 3
_PLACE = WORK / "timing.json"


@dataclass(frozen=True)
class Timing:
    """What was timed, when, on what."""

    set_name: str
    pages: int
    page_kb: float
    """Mean size of a page."""
    when: str
    rounds: int
    load: float
    """Load average while timing: above 1, others were at work too, and milliseconds are higher than on a quiet machine."""
    ms: dict[str, float]
    """Extractor's name -> milliseconds a page."""
    spread: dict[str, tuple[float, float]]
    """Extractor's name -> least and most milliseconds a page of any round."""


def kept_timing() -> Timing | None:
    """What was measured last, where anything was."""
    if not _PLACE.exists():
        return None
    kept: dict[str, Any] = json.loads(_PLACE.read_text("utf-8"))
    return Timing(**kept | {"spread": {name: (low, high) for name, (low, high) in kept["spread"].items()}})


def time_extractors(pages: TruthSet, names: list[str], pythons: Pythons) -> Timing:
    """Time the extractors on all pages of a set, and keep the result."""
    rng = random.Random(7)
    rounds, loads = [], []
    for number in range(_ROUNDS):
        with _Crew(pages, names, pythons) as crew:
            rounds.append(crew.one_round(rng))
            loads.append(os.getloadavg()[0])
            size = crew.size
        print(f"timing: round {number + 1} of {_ROUNDS} done", flush=True)
    timing = _sum_up(pages, rounds, size, median(loads))
    _PLACE.parent.mkdir(parents=True, exist_ok=True)
    _PLACE.write_text(json.dumps(asdict(timing), indent=1) + "\n", "utf-8")
    return timing


Round = dict[str, list[float]]
"""Extractor's name -> seconds of each block."""


class _Crew:
    """Workers that hold the pages in memory and wait to be told a block."""

    def __init__(self, pages: TruthSet, names: list[str], pythons: Pythons) -> None:
        place, self.workers = str(pages.folder.resolve()), dict[str, subprocess.Popen[str]]()
        self.count = len(pages.truths)
        for name in names:
            command = worker(pythons.of(name), "serve", name, place, str(self.count))
            self.workers[name] = _one_core(command)

    def __enter__(self) -> "_Crew":
        heads = [json.loads(process.stdout.readline()) for process in self.workers.values() if process.stdout]
        self.size = heads[0]["bytes"]
        return self

    def __exit__(self, *_: object) -> None:
        for process in self.workers.values():
            process.communicate()

    def one_round(self, rng: random.Random) -> Round:
        """Every block by every worker, in an order drawn anew for each block."""
        answers: Round = {name: [] for name in self.workers}
        for first in range(0, self.count, _BLOCK):
            order = list(self.workers)
            rng.shuffle(order)
            for name in order:
                process = self.workers[name]
                assert process.stdin is not None
                assert process.stdout is not None
                process.stdin.write(f"{first} {first + _BLOCK}\n")
                process.stdin.flush()
                answers[name].append(json.loads(process.stdout.readline())["seconds"])
        return answers


def _one_core(command: list[str]) -> "subprocess.Popen[str]":
    """Bound to the last core, threads of the library included."""
    core = str(max(os.sched_getaffinity(0)))
    pipe = subprocess.PIPE
    return subprocess.Popen(
        ["taskset", "-c", core, *command], cwd=ROOT, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, text=True
    )


def _sum_up(pages: TruthSet, rounds: list[Round], size: int, load: float) -> Timing:
    names, count = list(rounds[0]), len(pages.truths)
    ms = {name: sum(median(blocks) for blocks in zip(*(r[name] for r in rounds), strict=True)) for name in names}
    of_rounds = {name: [sum(r[name]) for r in rounds] for name in names}
    return Timing(
        set_name=pages.name,
        pages=count,
        page_kb=size / count / 1000,
        when=datetime.now(UTC).strftime("%Y-%m-%d"),
        rounds=len(rounds),
        load=load,
        ms={name: 1000 * seconds / count for name, seconds in ms.items()},
        spread={name: (1000 * min(all_) / count, 1000 * max(all_) / count) for name, all_ in of_rounds.items()},
    )
