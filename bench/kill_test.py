"""Breaks `backfile add` off, reads what there is, runs it again, and compares every table of the archive with a clean run's.

    python bench/kill_test.py [SOURCE] [--kills 200] [--full 20] [--jobs 2] [--seed 1] [--work /tmp]

A kill: -9 at a random moment between the command's start and the time that the clean run took; every second time the whole process tree
at once, else the first process alone. A full disk: a file system in memory of a random size (`unshare -rm`). Each time a new archive; then `stats`, `search`,
`quotes` and `undated` on what is there, none of which may end in a traceback; then the same command to its end, and `backfile check`;
then every table, record and key is compared, and the answers to some searches. Without SOURCE the sample back file's pages are taken four times, under
addresses of their own. Ends with 1 at the first difference.
"""

import argparse
import os
import random
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from process_tree import ENVIRONMENT, ROOT, add_command, kill_after, program, ran, run_watched

sys.path[:0] = [str(ROOT / "src"), str(ROOT)]
from tests.ingest.logical import dump  # noqa: E402

TIMES = 4
READS = (("stats",), ("search", "ferry"), ("quotes",), ("undated",))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", type=Path, nargs="?")
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--full", type=int, default=20)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--work", type=Path, default=Path("/tmp"))
    given = parser.parse_args()
    folder = given.work / f"backfile-kill-{os.getpid()}"
    folder.mkdir()
    try:
        given.source = given.source or make_source(folder / "saved")
        whole = run_watched(add_command(given.source, folder / "clean", given.jobs))
        clean = dump(folder / "clean")
        print(f"a clean run: exit {whole.code}, {whole.seconds:.1f} s, {len(clean['captures'])} captures", flush=True)
        chance = random.Random(given.seed)
        kill_all(given, folder / "killed", whole.seconds, chance, clean)
        fill_all(given, folder, chance, clean)
        print(f"killed {given.kills} times, {given.full} full disks, and run again: the same archive each time")
    finally:
        shutil.rmtree(folder)


def make_source(folder: Path) -> Path:
    """The sample pages, several times, each time under other addresses."""
    for number in range(TIMES):
        for path in sorted((ROOT / "samples/saved/pages").rglob("*.html")):
            place = folder / f"{number}" / path.relative_to(ROOT / "samples/saved/pages")
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(path.read_bytes().replace(b".example/", b"-%d.example/" % number))
    return folder


def kill_all(
    given: argparse.Namespace, archive: Path, longest: float, chance: random.Random, clean: dict[str, Any]
) -> None:
    """Kill so many runs; one that ended before it could be killed does not count."""
    kills = 0
    while kills < given.kills:
        moment = chance.uniform(0, longest)
        shutil.rmtree(archive, ignore_errors=True)
        command = add_command(given.source, archive, given.jobs)
        killed = kill_after(command, moment, whole_tree=kills % 2 == 0)
        state = "archive begun" if any(archive.glob("backfile.sqlite")) else "no archive yet"
        after(archive, command, clean, f"killed after {moment:.2f} s")
        if not killed:
            longest = moment  # the machine is quicker now than at the clean run: that was no kill
            continue
        kills += 1
        what = "whole tree" if kills % 2 else "first process"
        print(f"{kills}: {what} killed after {moment:.2f} s ({state}): the same", flush=True)


def fill_all(given: argparse.Namespace, folder: Path, chance: random.Random, clean: dict[str, Any]) -> None:
    """Fill so many disks; one that the whole archive fits on does not count."""
    size = sum(path.stat().st_size for path in (folder / "clean").rglob("*") if path.is_file()) // 1024
    archive, full = folder / "full", 0
    command = add_command(given.source, archive, given.jobs)
    while full < given.full:
        kilobytes = max(64, int(size * chance.uniform(0.02, 1.2)))
        shutil.rmtree(archive, ignore_errors=True)
        is_full = filled(command, folder / "disk", kilobytes)
        after(archive, command, clean, f"a disk of {kilobytes:,} kB")
        full += is_full
        print(f"full {full}: a disk of {kilobytes:,} kB, {'full' if is_full else 'room enough'}: the same", flush=True)


def filled(command: list[str], mount: Path, kilobytes: int) -> bool:
    """Run the command with its archive on a disk of that size, read there, and bring the archive out. It must say that the disk is full, or end."""
    shutil.rmtree(mount, ignore_errors=True)
    mount.mkdir()
    archive = mount.with_name("full")
    told = mount.with_name("told")
    reads = "\n".join(
        f'{" ".join(command[:3])} {" ".join(verb)} --archive "$MOUNT/archive" >>"$TOLD" 2>&1 || [ $? = 1 ] || exit 98'
        for verb in READS
    )
    script = f"""mount -t tmpfs -o size={kilobytes}k tmpfs "$MOUNT" || exit 99
"$@" >"$TOLD" 2>&1; code=$?
{reads}
cp -a "$MOUNT/archive" "$ARCHIVE"; exit $code"""
    places = {"MOUNT": str(mount), "ARCHIVE": str(archive), "TOLD": str(told)}
    on_mount = [str(mount / "archive") if part == str(archive) else part for part in command]
    done = subprocess.run(
        ["unshare", "-rm", "sh", "-c", script, "sh", *on_mount], env=ENVIRONMENT | places, check=False
    )
    said = told.read_text() if told.exists() else ""
    if "Traceback" in said or done.returncode not in (0, 1) or ("disk is full" not in said and "No space" in said):
        raise SystemExit(f"on a full disk ({kilobytes:,} kB): exit {done.returncode}, {said[-2000:]}")
    return "disk is full" in said


def after(archive: Path, command: list[str], clean: dict[str, Any], what: str) -> None:
    """Read what there is, run again, check, compare. Exits at a difference."""
    for verb in READS:
        done = ran(program(*verb, "--archive", archive))
        if "Traceback" in done.stderr or done.returncode not in (0, 1):
            raise SystemExit(f"{what}: {verb[0]} ended with {done.returncode}: {done.stderr[-2000:]}")
    run_watched(command)
    check = ran(program("check", "--archive", archive))
    again = dump(archive)
    different = [name for name in clean if clean[name] != again[name]]
    if different or check.returncode:
        told = check.stdout[-1000:] + check.stderr[-500:]
        raise SystemExit(f"{what}, run again: different in {different}, check {check.returncode}: {told}")


if __name__ == "__main__":
    main()
