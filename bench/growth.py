"""How much a process grows while it reads many pages: what is kept of one page must not add up.

python bench/growth.py FOLDER [--pages 10000]

FOLDER holds saved pages, as for bench/speed.py; they are read over and over, each time with its classes and lines made
new by a number, as pages of other sites would be. Prints the process's resident memory after each thousand, and the
growth since the first thousand.
"""

import argparse
from itertools import cycle, islice
from pathlib import Path

from speed import load

from backfile.reading import read


def resident_megabytes() -> float:
    """Of this process, from /proc (Linux)."""
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS:"))


def made_new(payload: bytes, number: int) -> bytes:
    """The page with names of its own: what is remembered by a box's name or a line's words is not met again."""
    return payload.replace(b'class="', b'class="c%d ' % number).replace(b"<a ", b"<a data-n=%d " % number)


def main() -> None:
    said = argparse.ArgumentParser(description="Measures memory growth over many pages read in one process.")
    said.add_argument("folder", type=Path)
    said.add_argument("--pages", type=int, default=10_000)
    given = said.parse_args()
    captures = load(given.folder, 300)
    if not captures:
        raise SystemExit(f"{given.folder}: no saved pages (.html, .htm, .html.gz) in it")
    after_first = 0.0
    for number, capture in enumerate(islice(cycle(captures), given.pages), 1):
        read(made_new(capture.payload, number // len(captures)), analyse=False)
        if number % 1000 == 0 or number == given.pages:
            now = resident_megabytes()
            after_first = after_first or now
            print(f"{number:>7} pages {now:8.1f} MB  {now - after_first:+6.1f} since the first thousand", flush=True)


if __name__ == "__main__":
    main()
