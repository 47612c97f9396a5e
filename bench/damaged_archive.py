"""An archive harmed on purpose: each file of it, and each page of its database, zeroed, cut, flipped or swapped, one harm at a time.

    python -m bench.damaged_archive [--harms 60] [--seed 0] [--work /tmp]

The archive is that of the sample back file, with a day that an archivist settled. After each harm `backfile check` has to name it (exit 1), `stats`
and `search` may not end in a traceback, `backfile repair` has to mend it from the saved pages, and every table, record and archivist's word has to be
what it was. A harm in bytes that nothing reads may go unnoticed only where every table is unchanged. Ends with 1 where one is not so.
"""

import argparse
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.ingest.logical import dump

ROOT = Path(__file__).parents[1]
_PAGE = 4096
_DATABASE = "backfile.sqlite"
HOWS = ("zero", "flip", "swap", "cut", "empty")


def backfile(*arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "backfile.cli", *map(str, arguments)],
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")}, capture_output=True, text=True, errors="replace", check=False,
    )  # fmt: skip


def make_archive(folder: Path) -> None:
    """The sample's, one of its undated stories dated by an archivist."""
    pages = ROOT / "samples/saved/pages"
    backfile("add", pages, "--archive", folder, "--jobs", 1).check_returncode()
    first = backfile("undated", "--csv", "--limit", 1, "--archive", folder).stdout.splitlines()[1].split(",")[0]
    said = ("--because", "the printed paper", "--by", "Jo Ash", "--despite-page", "--archive", folder)
    backfile("date", first, "2003", *said).check_returncode()


def harms(folder: Path, count: int, chance: random.Random) -> Iterator[tuple[str, str, int]]:
    """Which file is harmed, how, and where: half of them are in the database."""
    files = sorted(
        str(path.relative_to(folder))
        for path in folder.rglob("*")
        if path.is_file()
        and path.stat().st_size
        and path.suffix not in (".lock", ".txt")
        and "reports" not in path.parts
    )
    for number in range(count):
        file = _DATABASE if number % 2 else chance.choice(files)
        yield file, chance.choice(HOWS), chance.randrange((folder / file).stat().st_size)


def harm(path: Path, how: str, at: int, chance: random.Random) -> None:
    data = bytearray(path.read_bytes())
    start = at - at % _PAGE
    if how == "zero":
        data[start : start + _PAGE] = bytes(len(data[start : start + _PAGE]))
    elif how == "flip":
        data[at] ^= 1 << chance.randrange(8)
    elif how == "swap" and len(data) > 3 * _PAGE:
        other = chance.randrange(1, len(data) // _PAGE) * _PAGE
        one, two = bytes(data[start : start + _PAGE]), bytes(data[other : other + _PAGE])
        data[start : start + len(two)], data[other : other + len(one)] = two, one
    elif how == "empty":
        data = bytearray()
    else:
        data = data[:at]
    path.write_bytes(data)


def told(folder: Path) -> Any:
    """What the archive holds; None where it cannot be read."""
    try:
        return dump(folder)
    except Exception:  # whatever a harmed database raises
        return None


def fault_of(folder: Path, clean: Any) -> str:
    """What went wrong with a harmed archive; "" where it was noticed and mended."""
    is_same = told(folder) == clean
    check = backfile("check", "--archive", folder)
    others = [backfile("stats", "--archive", folder), backfile("search", "ferry", "--archive", folder)]
    if any("Traceback" in done.stderr for done in (check, *others)):
        return "a traceback"
    if check.returncode == 0:
        return "" if is_same else "check finds nothing"
    repair = backfile("repair", folder)
    if repair.returncode:
        return f"repair ends with {repair.returncode}: {repair.stderr[-300:]}"
    again = backfile("check", "--archive", folder)
    if again.returncode:
        return f"check after repair: {again.stdout[:300]}"
    return "" if told(folder) == clean else "something is not what it was"


def main() -> None:
    asked = argparse.ArgumentParser(description="Harms an archive, and sees whether it is noticed and mended.")
    asked.add_argument("--harms", type=int, default=60)
    asked.add_argument("--seed", type=int, default=0)
    asked.add_argument("--work", type=Path, default=Path("/tmp"))
    given = asked.parse_args()
    chance, failed = random.Random(given.seed), 0
    work = given.work / f"backfile-harm-{os.getpid()}"
    try:
        make_archive(work / "clean")
        clean = dump(work / "clean")
        for file, how, at in harms(work / "clean", given.harms, chance):
            shutil.rmtree(work / "harmed", ignore_errors=True)
            shutil.copytree(work / "clean", work / "harmed")
            harm(work / "harmed" / file, how, at, chance)
            fault = fault_of(work / "harmed", clean)
            failed += bool(fault)
            if fault:
                print(f"{file}, {how} at {at:,}: {fault}", flush=True)
    finally:
        shutil.rmtree(work, ignore_errors=True)
    print(
        f"{given.harms} harms, half of them in the database: {failed} not noticed, not mended, or with something lost"
    )
    sys.exit(bool(failed))


if __name__ == "__main__":
    main()
