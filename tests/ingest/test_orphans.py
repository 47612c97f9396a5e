"""Worker processes end with the first process, whatever they are at when that is killed."""

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ENDED_WITHIN = 20.0
"""Seconds; a moment, where the machine does little else."""


def search_for_ever(_capture: object, _encoder: object) -> None:
    """Hold the interpreter in one call that takes longer than the test: no thread of this process could break it off."""
    re.match(r"(a|a?)+$", "a" * 60 + "b")


def first_process(at: Path) -> None:
    """Begin workers and the process that keeps house, say who they are, and have a page read for ever."""
    from backfile.archive.store.writer import Store
    from backfile.housekeeping import HousekeepingBeside
    from backfile.model.capture import Capture, Place
    from backfile.workers import Workers

    with Store(at / "archive") as store, HousekeepingBeside(store) as beside, Workers(2, search_for_ever) as workers:
        pids = [worker._process.pid for worker in workers._workers] + [beside._process.pid]
        (at / "pids.new").write_text(" ".join(map(str, pids)))
        (at / "pids.new").rename(at / "pids")
        captures = [Capture(b"", "sha256:0", Place("/made-up", None, n, 1), None, None) for n in range(48)]
        list(workers.read_in_order(captures))


def lives(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="tells processes apart as Linux does")
def test_workers_end_when_their_parent_is_killed(tmp_path: Path) -> None:
    program = f"from tests.ingest.test_orphans import first_process; from pathlib import Path; first_process(Path({str(tmp_path)!r}))"
    root = Path(__file__).parents[2]
    environment = {**os.environ, "PYTHONPATH": f"{root / 'src'}:{root}"}
    with subprocess.Popen([sys.executable, "-c", program], env=environment) as first:
        try:
            until = time.monotonic() + 60
            while not (tmp_path / "pids").exists() and time.monotonic() < until:
                time.sleep(0.05)
            pids = [int(pid) for pid in (tmp_path / "pids").read_text().split()]
            time.sleep(1)  # they have begun to search by then
            assert all(map(lives, pids))
        finally:
            first.send_signal(signal.SIGKILL)
    until = time.monotonic() + ENDED_WITHIN
    while (left := [pid for pid in pids if lives(pid)]) and time.monotonic() < until:
        time.sleep(0.05)
    for pid in left:
        os.kill(pid, signal.SIGKILL)
    assert not left
