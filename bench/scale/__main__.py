"""How an archive bears its size: adding, memory and reads, as the tables of docs/scale.md.

    python -m bench.scale 1000 2000 5000 [--kind mixed] [--work /tmp]

An archive is filled with made-up stories (bench/made_stories.py) up to each size in turn, and read at the last. Times are CPU.
"""

import argparse
import shutil
from pathlib import Path

from bench.made_stories import KINDS
from bench.scale.fill import fill
from bench.scale.reads import read_all

from backfile.archive import Archive


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", type=int, nargs="+")
    parser.add_argument("--kind", choices=KINDS, default=KINDS[0])
    parser.add_argument("--work", type=Path, default=Path("/tmp"))
    given = parser.parse_args()
    folder = given.work / "backfile-scale"
    shutil.rmtree(folder, ignore_errors=True)
    try:
        print("| stories | writing, ms a story | indexing, ms a story | memory, MB |\n|---|---|---|---|")
        for mark in fill(folder, given.kind, sorted(given.sizes)):
            print(f"| {mark.stories:,} | {mark.ms:.2f} | {mark.index_ms:.2f} | {mark.megabytes} |", flush=True)
        print("\n| read | due, ms | median, ms | p95, ms |\n|---|---|---|---|")
        with Archive(folder) as archive:
            for took in read_all(archive):
                print(f"| {took.name} | {took.due:g} | {took.median:.1f} | {took.p95:.1f} |", flush=True)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
