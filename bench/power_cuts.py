"""Cuts the power at random moments of what writes an archive, and compares what comes of it with a run that nothing cut.

    python bench/power_cuts.py [NAME ...] [--cuts 25] [--seed 1] [--work /tmp]

A command runs once under `strace`, which notes each change of a file: names made, moved and taken away, bytes written, and what the disk was told to
keep (fsync, fdatasync). From these notes the disk is made as it could stand after a cut at any moment: what was synced is there; of the rest each page of 4,096
bytes is there or not, by chance, and names are there up to a random one, in their order, as journals of file systems keep them (a name is sure once its
folder was synced, or a later name of any folder was). On that archive `stats` and `search` may end in no traceback, and then the command runs again to its end:
`check` finds nothing, and every table, record and answer is that of the run without a cut. The last cut of each is at the end of the command: what it
acknowledged must be there without another run. Prints a line a cut; exits 1 at the first difference. Needs Debian's strace.
"""

import argparse
import os
import random
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from process_tree import ROOT, program, ran

sys.path[:0] = [str(ROOT / "src"), str(ROOT)]
from tests.ingest.logical import dump  # noqa: E402

PAGE = 4096
_CALLS = (
    "open,openat,creat,write,pwrite64,writev,pwritev,ftruncate,truncate,fallocate,rename,renameat,renameat2,unlink,unlinkat,"
    "mkdir,mkdirat,rmdir,link,linkat,symlink,symlinkat,fsync,fdatasync,lseek,sendfile,copy_file_range"
)
_LINE = re.compile(r"(\d+) +(\w+)\((.*)\) += (-?\d+|\?)(?:<(.*)>)?(?: .*)?$", re.DOTALL)
_BEGUN = re.compile(r"(\d+) +(.*) <unfinished \.\.\.>$", re.DOTALL)
_RESUMED = re.compile(r"(\d+) +<\.\.\. \w+ resumed>(.*)$", re.DOTALL)
_BYTES = re.compile(r"\\x([0-9a-f]{2})")
_FILE = re.compile(r"^(\d+)<(.*)>$", re.DOTALL)


@dataclass(slots=True)
class Content:
    """A file's bytes: those that the disk was told to keep, and what was written since."""

    synced: bytes = b""
    since: list[tuple[int, bytes | None]] = field(default_factory=list)
    """Where and what; None: cut off there."""

    def sync(self) -> None:
        self.synced = _applied(self.synced, self.since)
        self.since = []

    def size(self) -> int:
        return len(_applied(self.synced, self.since))

    def after_cut(self, chance: random.Random, share: float) -> bytes:
        kept: list[tuple[int, bytes | None]] = []
        for place, data in self.since:
            if data is None:
                kept += [(place, None)] if chance.random() < share else []
                continue
            edges = [place, *range((place // PAGE + 1) * PAGE, place + len(data), PAGE), place + len(data)]
            kept += [
                (start, data[start - place : end - place]) for start, end in pairwise(edges) if chance.random() < share
            ]
        return _applied(self.synced, kept)


def _applied(start: bytes, writes: Iterable[tuple[int, bytes | None]]) -> bytes:
    made = bytearray(start)
    for place, data in writes:
        if data is None:
            del made[place:]
            made.extend(bytes(place - len(made)))
            continue
        made.extend(bytes(max(0, place - len(made))))
        made[place : place + len(data)] = data
    return bytes(made)


class Change(NamedTuple):
    """What one call of the system did."""

    what: str
    path: str
    other: str = ""
    place: int = 0
    data: bytes = b""


Names = dict[str, Content | None]
"""What lies below the archive, by path; None for a folder."""


class Disk:
    """A folder as it stands, and what of it is sure to be there after a cut."""

    def __init__(self, before: Path, at: Path) -> None:
        """As `before` is, where there is one, at another place."""
        self.now: Names = {
            str(at / path.relative_to(before)): None if path.is_dir() else Content(path.read_bytes())
            for path in (before, *before.rglob("*"))
            if before.exists()
        }
        self.sure = dict(self.now)
        self.unsure: list[Names] = []
        """The names after each change since, in order."""

    def apply(self, change: Change) -> None:
        what, path = change.what, change.path
        content = self.now.get(path)
        if what == "sync":
            if content is not None:
                content.sync()
            elif self.unsure:
                self._sync_names(path)
            return
        if what in ("write", "cut"):
            assert content is not None, change
            content.since.append((change.place, change.data if what == "write" else None))
            return
        if what == "make":
            self.now = {**self.now, path: Content()}
        elif what == "folder":
            self.now = {**self.now, path: None}
        elif what == "remove":
            self.now = {name: held for name, held in self.now.items() if name != path}
        elif what == "move":
            gone = (change.other, f"{change.other}/")
            kept = {name: held for name, held in self.now.items() if name != gone[0] and not name.startswith(gone[1])}
            self.now = {(change.other + name[len(path) :] if name == path or name.startswith(f"{path}/") else name): held for name, held in kept.items()}  # fmt: skip
        self.unsure.append(self.now)

    def _sync_names(self, folder: str) -> None:
        """The names of a folder are sure, and with them what came before the last change of one of them."""
        here = [_within(names, folder) for names in (self.sure, *self.unsure)]
        last = max((number for number, (before, now) in enumerate(pairwise(here)) if before != now), default=-1)  # fmt: skip
        if last >= 0:
            self.sure = self.unsure[last]
            del self.unsure[: last + 1]

    def lay(self, chance: random.Random, share: float) -> None:
        """Put on this machine's disk what a cut could leave, in the place of what is there."""
        at = chance.randint(0, len(self.unsure)) if 0 < share < 1 else round(share) * len(self.unsure)
        names = (self.sure, *self.unsure)[at]
        for name, content in sorted(names.items()):
            if content is None:
                Path(name).mkdir(parents=True, exist_ok=True)
            elif not name.endswith("-shm"):  # memory that processes share: it has no meaning after a cut
                Path(name).write_bytes(content.after_cut(chance, share))


def _within(names: Names, folder: str) -> set[tuple[str, int]]:
    return {(name, id(held)) for name, held in names.items() if os.path.dirname(name) == folder}  # noqa: PTH120


class Notes:
    """strace's notes read as changes below a folder."""

    def __init__(self, folder: Path) -> None:
        self._root = str(folder)
        self._places: dict[int, int] = {}
        """Where each open file is written next; threads share them, and one process alone writes an archive."""

    def changes(self, lines: Iterable[str], disk: Disk) -> Iterator[Change]:
        """Each change; `disk` has had those before it."""
        begun: dict[str, str] = {}
        for line in lines:
            if found := _BEGUN.match(line):
                begun[found[1]] = found[2]
                continue
            if found := _RESUMED.match(line):
                line = f"{found[1]} {begun.pop(found[1])}{found[2]}"
            if (found := _LINE.match(line)) and found[4] not in ("-1", "?"):
                yield from self._change(found[2], _arguments(found[3]), int(found[4]), disk)

    def _change(self, call: str, given: list[str], result: int, disk: Disk) -> Iterator[Change]:
        if call in ("open", "openat", "creat"):
            yield from self._opened(given, result, disk)
            return
        if call.startswith(("rename", "unlink", "mkdir", "rmdir", "link", "symlink")):
            yield from self._named(call, _paths(given), given[-1])
            return
        found = _FILE.match(given[0])
        if call == "copy_file_range" and self._is_within(_text(given[2])):
            raise SystemExit("a copy by the kernel is not noted: give the command files that it reads")
        if not found or not self._is_within(_decoded(found[2])):
            return
        number, path = int(found[1]), _decoded(found[2]).removesuffix(" (deleted)")
        if call in ("fsync", "fdatasync"):
            yield Change("sync", path)
        elif call == "lseek":
            self._places[number] = result
        elif call in ("ftruncate", "truncate"):
            yield Change("cut", path, place=int(given[1], 0))
        elif call == "write":
            place = self._places.get(number, 0)
            self._places[number] = place + result
            yield Change("write", path, place=place, data=_bytes(given[1])[:result])
        elif call == "pwrite64":
            yield Change("write", path, place=int(given[3]), data=_bytes(given[1])[:result])
        elif call in ("writev", "pwritev", "sendfile", "fallocate"):
            raise SystemExit(f"{call} on {path} is not noted")

    def _opened(self, given: list[str], result: int, disk: Disk) -> Iterator[Change]:
        (path,) = _paths(given)
        flags = next((one for one in given if one.startswith("O_")), "")
        self._places[result] = 0
        if not self._is_within(path):
            return
        held = disk.now.get(path)
        if "O_CREAT" in flags and path not in disk.now:
            yield Change("make", path)
        elif "O_TRUNC" in flags and held is not None:
            yield Change("cut", path, place=0)
        if "O_APPEND" in flags and held is not None:
            self._places[result] = held.size()

    def _named(self, call: str, paths: list[str], flags: str) -> Iterator[Change]:
        if not any(map(self._is_within, paths)):
            return
        if call.startswith("rename"):
            if "RENAME_EXCHANGE" in flags:
                raise SystemExit("an exchange of names is not noted")
            yield Change("move", paths[0], paths[1])
        elif call.startswith("mkdir"):
            yield Change("folder", paths[0])
        elif call.startswith(("unlink", "rmdir")):
            yield Change("remove", paths[0])
        else:
            raise SystemExit(f"{call} is not noted")

    def _is_within(self, path: str) -> bool:
        return path == self._root or path.startswith(f"{self._root}/")


def _arguments(text: str) -> list[str]:
    """Texts are written in \\x alone, so that a comma stands between arguments only, or in brackets, which nothing here needs."""
    return [one.strip() for one in text.split(", ")]


def _paths(given: list[str]) -> list[str]:
    """The names that a call was given, each below the folder that was given before it."""
    found = []
    for before, one in zip(["", *given], given, strict=False):
        if one.startswith('"'):
            folder = before.partition("<")[2].removesuffix(">")
            found.append(os.path.join(_decoded(folder), _text(one)))  # noqa: PTH118
    return found


def _bytes(argument: str) -> bytes:
    return bytes.fromhex("".join(_BYTES.findall(argument)))


def _text(argument: str) -> str:
    return os.fsdecode(_bytes(argument))


def _decoded(written: str) -> str:
    return _BYTES.sub(lambda one: chr(int(one[1], 16)), written)


class Scenario(NamedTuple):
    """A command that writes, and the archive that it is given."""

    prepare: Callable[[Path], None]
    command: Callable[[Path], list[str]]


def _nothing(_: Path) -> None:
    pass


def _add(archive: Path, *sources: str) -> list[str]:
    return program("add", *(ROOT / "samples" / one for one in sources), "--archive", archive, "--jobs", "1")


def _filled(archive: Path) -> None:
    done = ran(_add(archive, "saved/pages"))
    assert done.returncode == 0, done.stderr
    for day, story in zip(("2001-02-03", "2002-03-04"), _undated(archive), strict=False):
        done = ran(program("date", story, day, "--because", "the bound volume", "--archive", archive))
        assert done.returncode == 0, done.stderr


def _undated(archive: Path) -> list[str]:
    import backfile

    with backfile.open(archive) as opened:
        return sorted(story.entry.id for story in opened.undated(limit=10))


def _older(archive: Path) -> None:
    subprocess.run(["tar", "xzf", ROOT / "tests/archive/older_archives/3.tar.gz", "-C", archive.parent], check=True)
    (made,) = [path for path in archive.parent.iterdir() if (path / "backfile.sqlite").exists()]
    made.rename(archive)


SCENARIOS = {
    "add": Scenario(_nothing, lambda archive: _add(archive, "saved/pages")),
    "add more": Scenario(_filled, lambda archive: _add(archive, "saved", "second")),
    "repair": Scenario(_filled, lambda archive: program("repair", archive)),
    "upgrade": Scenario(_older, lambda archive: program("upgrade", archive)),
}


def noted(command: Sequence[str], notes: Path) -> None:
    """Run the command under strace. It ends with 1 where it finds faults in what it is given."""
    done = ran(["strace", "-f", "-y", "-xx", "-s", "100000000", "--seccomp-bpf", "-e", "signal=none", "-o", str(notes), "-e", f"trace={_CALLS}", *command])  # fmt: skip
    if "Traceback" in done.stderr or done.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(command[2:])} ended with {done.returncode}: {done.stderr[-2000:]}")


def after(archive: Path, scenario: Scenario, clean: dict[str, Any], what: str, *, is_whole: bool) -> None:
    """Read what there is, run again, check, compare. Exits at a difference."""
    for verb in ("stats", "search ferry") if archive.exists() else ():
        done = ran(program(*verb.split(), "--archive", archive))
        if (
            "Traceback" in done.stderr
            or done.returncode not in (0, 1)
            or "damage" in done.stderr
            or "cannot be used" in done.stderr
        ):
            raise SystemExit(f"{what}: {verb} ended with {done.returncode}: {done.stderr[-2000:]}")
    if not is_whole:
        again = ran(scenario.command(archive))
        if "Traceback" in again.stderr or again.returncode not in (0, 1):
            raise SystemExit(f"{what}: run again it ended with {again.returncode}: {again.stderr[-2000:]}")
    made = _said(archive)
    if different := [name for name in clean if clean[name] != made[name]]:
        raise SystemExit(f"{what}: different in {different}; check says {made['check'][-2000:]}")


def _said(archive: Path) -> dict[str, Any]:
    """What the archive says, and what `check` says of it: captures of an older archive are not to be had any more."""
    return {**dump(archive), "check": ran(program("check", "--archive", archive)).stdout}


def cut(name: str, scenario: Scenario, given: argparse.Namespace, folder: Path) -> int:
    """Cut one command so many times. How many cuts."""
    archive, before, notes = folder / "archive", folder / "before", folder / "notes"
    scenario.prepare(archive)
    if archive.exists():
        shutil.copytree(archive, before)
    noted(scenario.command(archive), notes)
    clean = _said(archive)
    lines = notes.read_text("ascii").splitlines()
    disk, reader = Disk(before, archive), Notes(archive)
    changes = []
    for change in reader.changes(lines, disk):
        changes.append(change)
        disk.apply(change)
    print(f"{name}: {len(changes):,} changes, {sum(one.what == 'sync' for one in changes)} of them syncs", flush=True)
    chance = random.Random(given.seed)
    moments = sorted(chance.sample(range(1, len(changes)), min(given.cuts, len(changes) - 1)))
    for number, moment in enumerate([*moments, len(changes)], 1):
        is_whole = moment == len(changes)
        share = 0.0 if is_whole else (0.0, 0.5, 1.0, 0.5)[number % 4]
        disk = Disk(before, archive)
        for change in changes[:moment]:
            disk.apply(change)
        shutil.rmtree(archive, ignore_errors=True)
        disk.lay(chance, share)
        last = changes[moment - 1]
        what = f"{name} {number}: cut after change {moment:,} ({last.what} {Path(last.path).name}), {share:.0%} of what was not synced kept"
        after(archive, scenario, clean, what, is_whole=is_whole)
        print(f"{what}: the same", flush=True)
    return len(moments) + 1


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", help=f"of {', '.join(SCENARIOS)}; all by default")
    parser.add_argument("--cuts", type=int, default=25)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--work", type=Path, default=Path("/tmp"))
    given = parser.parse_args()
    cuts = 0
    for name in given.names or SCENARIOS:
        folder = given.work / f"backfile-power-{os.getpid()}"
        folder.mkdir()
        try:
            cuts += cut(name, SCENARIOS[name], given, folder)
        finally:
            shutil.rmtree(folder)
    print(
        f"the power cut {cuts} times in {len(given.names or SCENARIOS)} commands: the same archive each time, nothing acknowledged lost"
    )


if __name__ == "__main__":
    main()
