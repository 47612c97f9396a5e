"""How an archive bears its size: adding, room, reads and memory, as the tables of docs/scale.md.

    python -m bench.scale 1000 2000 5000 [--kind mixed] [--work /tmp] [--picture docs/scale.svg] [--archive FOLDER]

An archive is filled with made-up stories (bench/made_stories.py) up to each size in turn, and read at the last, beside SQLite FTS5 with
the same stories; then it is served to two readers at once on this machine's own network (loopback). Times are CPU, but for those of
the readers. `--archive` reads an archive that is there already, and fills none; `--adding` fills one, and reads nothing.
"""

import argparse
import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from bench.made_stories import KINDS
from bench.scale import full_text
from bench.scale.fill import Mark, fill
from bench.scale.growth_picture import draw
from bench.scale.readers import waits
from bench.scale.reads import Took, read_all
from bench.scale.room import largest_tables, room_of

from backfile.archive import Archive


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", type=int, nargs="*")
    parser.add_argument("--kind", choices=KINDS, default=KINDS[0])
    parser.add_argument("--work", type=Path, default=Path("/tmp"))
    parser.add_argument("--picture", type=Path)
    parser.add_argument("--archive", type=Path)
    parser.add_argument("--adding", action="store_true")
    given = parser.parse_args()
    if bool(given.sizes) == bool(given.archive):
        parser.error("give sizes, or --archive")
    folder = given.archive or given.work / "backfile-scale"
    beside = given.work / "backfile-scale.fts5"
    try:
        if given.sizes:
            shutil.rmtree(folder, ignore_errors=True)
            marks = _filled(folder, given.kind, sorted(given.sizes))
            if given.picture:
                given.picture.write_text(draw(marks))
        if given.adding:
            return
        with Archive(folder) as archive:
            _print_room(archive)
            _print_reads(archive, beside)
        _print_waits(folder)
        _print_cold(folder)
    finally:
        beside.unlink(missing_ok=True)
        if given.sizes:
            shutil.rmtree(folder, ignore_errors=True)


def _filled(folder: Path, kind: str, sizes: list[int]) -> list[Mark]:
    marks = []
    print(
        "| stories | writing, ms a story | the same at the first pace | indexing, ms a story | memory, MB |\n|---|---|---|---|---|"
    )
    for mark in fill(folder, kind, sizes):
        pace = (marks[0] if marks else mark).pace / mark.pace
        print(
            f"| {mark.stories:,} | {mark.ms:.2f} | {mark.ms * pace:.2f} | {mark.index_ms:.2f} | {mark.megabytes} |",
            flush=True,
        )
        marks.append(mark)
    return marks


def _print_room(archive: Archive) -> None:
    room = room_of(archive)
    print("\n| part | MB | share of the text |\n|---|---|---|")
    for name, size in room._asdict().items():
        print(f"| {name} | {size / 1e6:.1f} | {size / room.text:.2f} |", flush=True)
    print("\n| table or index of the database | MB | share of the text |\n|---|---|---|")
    for name, size in largest_tables(archive):
        print(f"| {name} | {size / 1e6:.1f} | {size / room.text:.3f} |", flush=True)


def _print_reads(archive: Archive, beside: Path) -> None:
    filled = full_text.fill(archive, beside)
    theirs = {took.name: took for took in full_text.read_all(archive, beside)}
    print(f"\nSQLite FTS5: {filled.ms:.2f} ms a story, {filled.bytes / 1e6:.1f} MB.")
    print("\n| read | due, ms | median, ms | p95, ms | FTS5, p95 |\n|---|---|---|---|---|")
    for took in read_all(archive):
        print(
            f"| {took.name} | {took.due:g} | {took.median:.1f} | {took.p95:.1f} | {_p95(theirs.get(took.name))} |",
            flush=True,
        )


def _p95(took: Took | None) -> str:
    return f"{took.p95:.1f}" if took else ""


def _print_waits(folder: Path) -> None:
    found = waits(folder)
    print(
        f"\nA story's page, by the clock: median {found.median_at_rest:.1f} and p95 {found.at_rest:.1f} ms while nobody else reads,"
        f" {found.median_meanwhile:.1f} and {found.meanwhile:.1f} while another reader reloads {found.heaviest}"
        f" ({found.heaviest_ms:.0f} ms). `serve` and its processes: {found.megabytes} MB."
    )


def _print_cold(folder: Path) -> None:
    """A search on the command line: CPU and memory of a process that does nothing else. The first, which may compile, does not count."""
    command = [sys.executable, "-c", "from backfile.cli import main; main()", "search", "the", "--archive", str(folder)]
    _cpu(command)
    times = sorted(_cpu(command) for _ in range(7))
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    print(f"\nA cold `backfile search`: median {times[3] * 1000:.0f} ms of CPU; no child took over {peak} MB.")


def _cpu(command: Sequence[str]) -> float:
    compiled = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True, env=compiled)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    main()
