"""Extractors' answers, a file for each set and version: made once, read again until the version or the set changes."""

import hashlib
import json
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.extractors import OURS, PEERS, TIMED_ONLY, Extractor
from bench.sets import TruthSet

ROOT = Path(__file__).resolve().parents[1]
WORK = ROOT / "bench" / "work"
_AT_ONCE = 2


@dataclass(frozen=True)
class Pythons:
    """The interpreters: Backfile's own, and the peers', None where they are not installed."""

    ours: Path
    peers: Path | None
    versions: dict[str, str | None]
    """Extractor's name -> its package's version, None where it is not installed here."""

    def of(self, name: str) -> Path:
        """The interpreter that an extractor runs in."""
        return self.ours if name in _OURS or self.peers is None else self.peers


_OURS = {extractor.name for extractor in (*OURS, *TIMED_ONLY)}


def find_pythons() -> Pythons:
    """This interpreter for Backfile; .venv-bench for the peers, where it is there."""
    peers = ROOT / ".venv-bench" / "bin" / "python"
    found = peers if peers.exists() else None
    names = {peer.name for peer in PEERS}
    versions: dict[str, str | None] = _versions(found, names) if found else dict.fromkeys(names)
    ours = _versions(Path(sys.executable), _OURS)
    source = source_digest()
    ours.update(dict.fromkeys(("backfile", "backfile-analysed"), f"0+{source}"))
    return Pythons(Path(sys.executable), found, versions | ours)


def source_digest() -> str:
    """Of all files of src/backfile: Backfile's answers are made again when one of them changes."""
    total = hashlib.sha256()
    for path in sorted((ROOT / "src" / "backfile").rglob("*")):
        if path.is_file() and path.suffix not in (".pyc",):
            total.update(str(path.relative_to(ROOT)).encode() + path.read_bytes())
    return total.hexdigest()[:10]


def _versions(python: Path, names: set[str]) -> dict[str, str | None]:
    said = subprocess.run(worker(python, "versions"), cwd=ROOT, capture_output=True, text=True, check=True)
    return {name: version for name, version in json.loads(said.stdout).items() if name in names}


def worker(python: Path, *given: str) -> list[str]:
    """The command of a worker process."""
    return [str(python), "-m", "bench.worker", *given]


@dataclass(frozen=True)
class Predictions:
    """An extractor's answers on a set."""

    answers: dict[str, dict[str, Any]]
    """Page's id -> body, headline, authors, date, and error where it failed."""
    run: dict[str, Any]
    """digest of the set, seconds, peak_mb, failures."""


def place_of(pages: TruthSet, extractor: Extractor, version: str | None) -> Path:
    """Where the answers of this version on this set are kept."""
    return WORK / "predictions" / pages.name / f"{extractor.name}-{version}.jsonl"


def read_predictions(place: Path) -> Predictions:
    """The answers kept in a file."""
    answers: dict[str, dict[str, Any]] = {}
    run: dict[str, Any] = {}
    with place.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if "run" in row:
                run = row["run"]
            else:
                answers[row["id"]] = row
    return Predictions(answers, run)


@dataclass(frozen=True)
class Job:
    """Answers to be made: an extractor on a set."""

    pages: TruthSet
    extractor: Extractor
    python: Path
    place: Path


def missing_jobs(sets: list[TruthSet], extractors: list[Extractor], pythons: Pythons) -> Iterator[Job]:
    """What is not kept already, for the sets that an extractor has an answer for."""
    for pages in sets:
        for extractor in extractors:
            version = pythons.versions.get(extractor.name)
            if version is None or not applies(extractor, pages):
                continue
            place = place_of(pages, extractor, version)
            if not place.exists() or read_predictions(place).run.get("digest") != pages.digest:
                yield Job(pages, extractor, pythons.of(extractor.name), place)


def applies(extractor: Extractor, pages: TruthSet) -> bool:
    """An extractor of dates has nothing to say where bodies are asked for, and the other way round."""
    return "body" in extractor.gives if pages.has_bodies else "date" in extractor.gives


def make_predictions(jobs: list[Job]) -> None:
    """Run the jobs, two at once, each a process at low priority; a job that fails says so and leaves no file."""
    running: list[tuple[Job, subprocess.Popen[bytes], float]] = []
    waiting = list(jobs)
    while waiting or running:
        while waiting and len(running) < _AT_ONCE:
            job = waiting.pop(0)
            running.append((job, _start(job), time.perf_counter()))
        for item in [item for item in running if item[1].poll() is not None]:
            running.remove(item)
            _finish(*item)
        time.sleep(0.05)


def _start(job: Job) -> subprocess.Popen[bytes]:
    job.place.parent.mkdir(parents=True, exist_ok=True)
    command = ["nice", "-n", "10", *worker(job.python, "extract", job.extractor.name, str(job.pages.folder.resolve()))]
    with job.place.with_suffix(".part").open("wb") as out, job.place.with_suffix(".err").open("wb") as err:
        return subprocess.Popen(command, cwd=ROOT, stdout=out, stderr=err)


def _finish(job: Job, process: subprocess.Popen[bytes], started: float) -> None:
    part, errors = job.place.with_suffix(".part"), job.place.with_suffix(".err")
    where = f"{job.pages.name}: {job.extractor.name}"
    if process.returncode:
        last = errors.read_text(errors="replace").strip().splitlines()[-1:] or ["no message"]
        print(f"{where} ended with {process.returncode}: {last[0]} (all of it in {errors})", file=sys.stderr)
        return
    for old in job.place.parent.glob(f"{job.extractor.name}-[0-9]*.jsonl"):
        old.unlink()
    part.rename(job.place)
    errors.unlink()
    seconds = time.perf_counter() - started
    print(f"{where} answered for {len(job.pages.truths)} pages in {seconds:.0f} s", file=sys.stderr, flush=True)
