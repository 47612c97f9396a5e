"""Killed with -9 at any moment and run again, an archive is what one clean run makes."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

from tests.ingest.logical import dump
from tests.pages import bundle, page

from backfile.ingest import add_sources

ROOT = Path(__file__).parents[2]


def sources(folder: Path) -> Path:
    folder.mkdir()
    chance = random.Random(1)
    words = ["barn", "river", "mayor", "vote", "mill", "road", "council", "fire", "flood", "rescue", "school", "budget"]
    for number in range(6):
        captures: list[tuple[str | None, str | None, str]] = []
        for n in range(40):
            story = chance.randrange(90)
            body = " ".join(random.Random(story % 60).choices(words, k=60)) + chance.choice(["", " Corrected."])
            marks = f"<!-- published: {2000 + story % 20}-01-{story % 28 + 1:02} --><!-- outlet: Paper {story % 7} -->"
            at = f"20{chance.randrange(10, 25)}-02-03T04:05:06+00:00" if n % 3 else None
            captures.append((f"https://p{story % 7}.example/{story}", at, page(f"Story {story}", marks + body)))
        bundle(folder / f"{number}.lines", captures)
    return folder


def run_and_kill(archive: Path, source: Path, after: float) -> int:
    """Start adding, kill it `after` seconds from its first word. How many captures it had said were safe."""
    environment = {**os.environ, "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"}
    command = [sys.executable, "-m", "tests.ingest.add_slowly", str(archive), str(source)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment, cwd=ROOT) as process:
        assert process.stdout is not None
        said = process.stdout.readline()
        time.sleep(after)
        process.send_signal(signal.SIGKILL)
        rest = process.stdout.read().splitlines()
    return int(rest[-1] if rest else said or 0)


def test_killed_at_ten_moments(tmp_path: Path) -> None:
    source = sources(tmp_path / "saved")
    add_sources(tmp_path / "clean", [source])
    clean = dump(tmp_path / "clean")
    assert clean["copies"]
    chance = random.Random(20)
    kills = 0
    for trial in range(2):
        archive = tmp_path / f"killed{trial}"
        for _ in range(5):
            safe = run_and_kill(archive, source, chance.uniform(0, 0.35))
            kills += 1
            db = sqlite3.connect(archive / "backfile.sqlite")
            assert db.execute("SELECT count(*) FROM captures").fetchone()[0] >= safe
            db.close()
        add_sources(archive, [source])
        assert dump(archive) == clean
    assert kills == 10
