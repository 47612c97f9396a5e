"""Kills `backfile add` with -9 at random moments, runs it again, and compares the archive with that of a clean run.

    python bench/kill_test.py SOURCE [--times 20] [--jobs 2] [--seed 1] [--work /tmp]

Each time: a new archive; killed at a moment between its start and the time that the clean run took; then the same
command to its end; then `backfile check`; then everything that the archive says is compared. Every second time the whole
process tree is killed at once, else the first process alone. Ends with 1 at the first difference.
"""

import argparse
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from process_tree import ROOT, add_command, kill_after, run_watched

sys.path[:0] = [str(ROOT / "src"), str(ROOT)]
from tests.ingest.logical import dump  # noqa: E402


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", type=Path)
    parser.add_argument("--times", type=int, default=20)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--work", type=Path, default=Path("/tmp"))
    given = parser.parse_args()
    folder = given.work / f"backfile-kill-{int(time.time())}"
    folder.mkdir()
    try:
        whole = run_watched(add_command(given.source, folder / "clean", given.jobs))
        clean = dump(folder / "clean")
        print(f"a clean run: exit {whole.code}, {whole.seconds:.1f} s, {len(clean['captures'])} captures", flush=True)
        chance = random.Random(given.seed)
        longest, kills = whole.seconds, 0
        while kills < given.times:
            after = chance.uniform(0, longest)
            said = one(given, folder / "killed", after, kills % 2 == 0, clean)
            if said is None:
                longest = after  # the machine is quicker now than at the clean run: that was no kill
                continue
            kills += 1
            print(f"{kills}: {said}", flush=True)
        print(f"killed {given.times} times and run again: the same archive each time")
    finally:
        shutil.rmtree(folder)


def one(given: argparse.Namespace, archive: Path, after: float, whole_tree: bool, clean: dict[str, Any]) -> str | None:
    """What was done and found; None if the run ended before it could be killed. Exits at a difference."""
    shutil.rmtree(archive, ignore_errors=True)
    command = add_command(given.source, archive, given.jobs)
    killed = kill_after(command, after, whole_tree=whole_tree)
    found = list(archive.glob("backfile.sqlite"))
    run_watched(command)
    check = subprocess.run([*command[:3], "check", "--archive", str(archive)], cwd=ROOT / "src", check=False)
    again = dump(archive)
    different = [name for name in clean if clean[name] != again[name]]
    if different or check.returncode:
        raise SystemExit(f"killed after {after:.2f} s, run again: different in {different}, check {check.returncode}")
    what = "whole tree" if whole_tree else "first process"
    state = "archive begun" if found else "no archive yet"
    return f"{what} killed after {after:.2f} s ({state}): the same" if killed else None


if __name__ == "__main__":
    main()
