"""Publishes archives of made-up stories and gives time, memory and size: python -m bench.publish_scale 1000 5000 [--jobs 2]

Each size is published twice: anew, and again with one story more, which shows what a change costs. The archives and sites are deleted.
CPU is that of all processes with --jobs 1, and of the first alone with more.
"""

import argparse
import resource
import shutil
import sys
import tempfile
from pathlib import Path

from bench.process_tree import run_watched
from bench.scale.fill import fill


def main() -> None:
    """Prints a line a size and run."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="+", type=int, metavar="STORIES")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--work", type=Path, default=Path(tempfile.gettempdir()))
    given = parser.parse_args()
    for size in given.sizes:
        folder = Path(tempfile.mkdtemp(prefix="backfile-publish-", dir=given.work))
        try:
            for start, end in ((0, size), (size, size + 1)):
                for _ in fill(folder / "back", "mixed", [end], start=start):
                    pass
                _publish(folder, end, given.jobs)
        finally:
            shutil.rmtree(folder)


def _publish(folder: Path, stories: int, jobs: int) -> None:
    site = folder / "site"
    command = [sys.executable, "-m", "backfile.cli", "publish", str(site), "--address", "https://archive.paper.example"]
    before = _cpu()
    ran = run_watched([*command, "--archive", str(folder / "back"), "--jobs", str(jobs)])
    files = [path for path in site.rglob("*") if path.is_file()]
    size = sum(path.stat().st_size for path in files)
    searched = sum(path.stat().st_size for path in (site / "search").rglob("*") if path.is_file())
    print(
        f"{stories:,} stories: exit {ran.code}, {ran.seconds:.0f} s, {stories / ran.seconds:.0f} stories a second with {jobs} processes, {_cpu() - before:.1f} s CPU, "
        f"{ran.peak_pss / 1e6:.0f} MB at most, {len(files):,} files, {size / stories / 1000:.1f} kB a story, of them {searched / stories / 1000:.1f} kB for the search",
        flush=True,
    )


def _cpu() -> float:
    """Seconds of processes that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
