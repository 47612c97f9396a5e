"""A command run with its whole process tree watched: the memory that it takes, and its end by -9."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
SAMPLE_SECONDS = 0.2


class Ran(NamedTuple):
    code: int
    seconds: float
    peak_pss: int
    """Bytes: every process's own pages, and its share of those that it shares, added up (smaps_rollup's Pss)."""
    peak_rss: int
    """Bytes: resident sizes added up, shared pages counted once a process."""


ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT / "src")}


def program(*given: str | Path) -> list[str]:
    """The command line, with what is given to it."""
    return [sys.executable, "-m", "backfile.cli", *map(str, given)]


def add_command(source: Path, archive: Path, jobs: int) -> list[str]:
    return program("add", source, "--archive", archive, "--jobs", str(jobs))


def ran(command: Sequence[str]) -> subprocess.CompletedProcess[str]:
    """The command run to its end, with what it printed."""
    return subprocess.run(command, env=ENVIRONMENT, capture_output=True, text=True, check=False)


def start(command: Sequence[str]) -> subprocess.Popen[bytes]:
    quiet = subprocess.DEVNULL
    return subprocess.Popen(command, env=ENVIRONMENT, stdout=quiet, stderr=quiet, start_new_session=True)


def run_watched(command: Sequence[str]) -> Ran:
    """Run the command to its end, its memory looked at five times a second."""
    begun, peak_pss, peak_rss = time.monotonic(), 0, 0
    with start(command) as process:
        while process.poll() is None:
            sizes = [memory(number) for number in tree(process.pid)]
            peak_pss = max(peak_pss, sum(pss for pss, _ in sizes))
            peak_rss = max(peak_rss, sum(rss for _, rss in sizes))
            time.sleep(SAMPLE_SECONDS)
    return Ran(process.returncode, time.monotonic() - begun, peak_pss, peak_rss)


def tree(root: int) -> list[int]:
    """The process and all below it."""
    found, waiting = [], [root]
    while waiting:
        number = waiting.pop()
        found.append(number)
        try:
            for task in Path(f"/proc/{number}/task").iterdir():
                waiting += [int(child) for child in (task / "children").read_text().split()]
        except OSError:
            continue  # it has ended meanwhile
    return found


def memory(number: int) -> tuple[int, int]:
    """Pss and Rss of a process, in bytes; nothing of one that has ended."""
    try:
        lines = Path(f"/proc/{number}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0, 0
    sizes = {line.split()[0]: int(line.split()[1]) * 1024 for line in lines[1:]}
    return sizes.get("Pss:", 0), sizes.get("Rss:", 0)


def kill_after(command: Sequence[str], seconds: float, *, whole_tree: bool) -> bool:
    """Start the command and end it with -9 after that time; True if it was still running.

    With `whole_tree` all its processes at once, as a power cut does; else the first alone, and its workers must end by
    themselves: the kernel ends them at once (parent_process.py), which a busy machine may take some seconds over.
    """
    with start(command) as process:
        try:
            process.wait(seconds)
            return False
        except subprocess.TimeoutExpired:
            pass
        workers = tree(process.pid)[1:]
        if whole_tree:
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.send_signal(signal.SIGKILL)
        process.wait()
        until = time.monotonic() + 20
        while any(memory(number)[1] for number in workers):
            if time.monotonic() > until:
                raise SystemExit(f"workers {workers} live on after their parent was killed")
            time.sleep(0.05)
    return True
