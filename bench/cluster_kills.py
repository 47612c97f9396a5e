"""Breaks `backfile cluster read` off in every way, runs it again, and compares the rows with a clean run's.

    python bench/cluster_kills.py [--kills 20] [--schedulers 3] [--crawls 24] [--seed 1] [--work /tmp]

Workers are killed with -9 at random moments, several in a run, until so many were; each run must end with every row. Schedulers are killed so many
times in the middle of a run: the command must end with 1 and a line, and one more run with every row. A disk is full once, a run is
stopped by Ctrl-C once, and one page takes more memory than a worker may. The pages are the sample's, under addresses of their own in each crawl. Ends with 1 at the
first difference.
"""

import argparse
import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from process_tree import ROOT

sys.path[:0] = [str(ROOT / "src"), str(ROOT)]
from tests.cluster.corpora import rows  # noqa: E402

from backfile.capture import read_captures  # noqa: E402
from backfile.export.made_records import file_head, member_of  # noqa: E402
from backfile.model.capture import Capture  # noqa: E402

_ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
_LONGEST = 900
"""Seconds: no run may hang."""
WHEN = datetime(2020, 1, 1, tzinfo=UTC)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--schedulers", type=int, default=3)
    parser.add_argument("--crawls", type=int, default=24)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--work", type=Path, default=Path("/tmp"))
    given = parser.parse_args()
    folder = given.work / f"backfile-cluster-{os.getpid()}"
    folder.mkdir()
    try:
        crawls = make_crawls(folder / "crawls", given.crawls)
        began = time.monotonic()
        ended(started(crawls, folder / "clean"), 0)
        seconds = time.monotonic() - began
        clean = {table: rows(folder / "clean", table) for table in ("stories", "skipped")}
        print(
            f"a clean run: {seconds:.1f} s, {len(clean['stories'])} stories, {len(clean['skipped'])} skipped",
            flush=True,
        )
        chance = random.Random(given.seed)
        kill_workers(crawls, folder / "killed", clean, chance, given.kills)
        kill_schedulers(crawls, folder, clean, chance, given.schedulers, seconds)
        stop(crawls, folder / "stopped", clean, seconds)
        fill_disk(crawls, folder, clean)
        take_memory(crawls, folder, clean)
        print("the same rows each time")
    finally:
        shutil.rmtree(folder)


def make_crawls(folder: Path, count: int) -> Path:
    """The pages of the sample in so many WARCs, each under addresses of its own."""
    folder.mkdir()
    saved = ROOT / "samples" / "saved"
    pages = [
        one
        for path in (saved / "pages", *saved.glob("*.warc.gz"))
        for one in read_captures(path)
        if isinstance(one, Capture)
    ]
    for crawl in range(count):
        records = [file_head("bench/cluster_kills.py", WHEN)]
        for number, page in enumerate(pages):
            url = (page.url or f"https://unknown.example/{number}").replace(".example/", f"-{crawl}.example/")
            body = page.payload.replace(b".example/", b"-%d.example/" % crawl)
            fields = {
                "warc-type": "response",
                "warc-target-uri": url,
                "warc-date": "2020-01-01T00:00:00Z",
                "content-type": "application/http; msgtype=response",
            }
            records.append(member_of(fields, b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + body))
        (folder / f"crawl-{crawl:03}.warc.gz").write_bytes(b"".join(records))
    return folder


def started(crawls: Path, out: Path, *more: str) -> "subprocess.Popen[str]":
    command = [
        sys.executable,
        "-m",
        "backfile.cli",
        "cluster",
        "read",
        str(crawls),
        "--to",
        str(out),
        *(more or ("--workers", "2")),
    ]
    return subprocess.Popen(
        command, env=_ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )


def ended(run: "subprocess.Popen[str]", code: int, *said: str) -> str:
    """Wait for its end, which must have this exit code and these words, and no traceback of ours (Dask's may tell of what was killed); exits
    where it has not."""
    try:
        printed, told = run.communicate(timeout=_LONGEST)
    except subprocess.TimeoutExpired:
        os.killpg(run.pid, signal.SIGKILL)
        raise SystemExit("it hangs") from None
    if run.returncode != code or "backfile/cluster/" in told or any(words not in told for words in said):
        raise SystemExit(f"exit {run.returncode}, not {code}: {printed[-1000:]} {told[-3000:]}")
    return printed


def same(out: Path, clean: dict[str, Any], what: str) -> None:
    found = {table: rows(out, table) for table in clean}
    if found != clean:
        raise SystemExit(
            f"{what}: {len(found['stories'])} stories, {len(found['skipped'])} skipped: other rows than of the clean run"
        )
    if (out / "_work").exists():
        raise SystemExit(f"{what}: its work was not taken away")
    print(f"{what}: the same", flush=True)
    shutil.rmtree(out)


def workers_of(run: int) -> list[int]:
    """The processes that a run has read with."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(path.read_text().rpartition(")")[2].split()[1])
            command = path.with_name("cmdline").read_bytes()
        except (OSError, IndexError):
            continue
        if parent == run and b"spawn_main" in command:
            found.append(int(path.parent.name))
    return found


def kill_workers(crawls: Path, out: Path, clean: dict[str, Any], chance: random.Random, kills: int) -> None:
    done = runs = 0
    while done < kills:
        run = started(crawls, out)
        before = done
        while run.poll() is None and not (out / "_work" / "notes").exists():
            time.sleep(0.05)
        while run.poll() is None and done < kills:
            if workers := workers_of(run.pid):
                os.kill(chance.choice(workers), signal.SIGKILL)
                done += 1
            time.sleep(chance.uniform(0.2, 4))
        ended(run, 0)
        runs += 1
        same(out, clean, f"run {runs}: {done - before} workers killed")


def kill_schedulers(
    crawls: Path, folder: Path, clean: dict[str, Any], chance: random.Random, times: int, seconds: float
) -> None:
    for number in range(times):
        moment = chance.uniform(0.2, 0.9) * seconds
        with Cluster() as cluster:
            run = started(crawls, folder / "lost", "--scheduler", cluster.address)
            time.sleep(moment)
            cluster.kill_scheduler()
            if run.wait(_LONGEST):
                ended(run, 1, "run the same command again")
        with Cluster() as cluster:
            ended(started(crawls, folder / "lost", "--scheduler", cluster.address), 0)
        same(folder / "lost", clean, f"scheduler {number + 1} killed after {moment:.1f} s, and run again")


class Cluster:
    """A scheduler and two workers, as they are started by hand."""

    def __enter__(self) -> "Cluster":
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.address = f"tcp://127.0.0.1:{port}"
        dask = str(Path(sys.executable).with_name("dask"))
        commands = [[dask, "scheduler", "--host", "127.0.0.1", "--port", str(port), "--no-dashboard"]]
        commands += [[dask, "worker", self.address, "--nthreads", "1", "--death-timeout", "20", "--no-dashboard"]] * 2
        self._runs = [
            subprocess.Popen(
                one, env=_ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
            )
            for one in commands
        ]
        return self

    def kill_scheduler(self) -> None:
        os.killpg(self._runs[0].pid, signal.SIGKILL)

    def __exit__(self, *_: object) -> None:
        for run in self._runs:
            if run.poll() is None:
                os.killpg(run.pid, signal.SIGKILL)
            run.wait()


def stop(crawls: Path, out: Path, clean: dict[str, Any], seconds: float) -> None:
    """Ctrl-C goes to every process that the terminal began."""
    run = started(crawls, out)
    time.sleep(seconds / 2)
    os.killpg(run.pid, signal.SIGINT)
    ended(run, 1, "Stopped. What was read is kept")
    ended(started(crawls, out), 0)
    same(out, clean, f"stopped by Ctrl-C after {seconds / 2:.1f} s, and run again")


def fill_disk(crawls: Path, folder: Path, clean: dict[str, Any]) -> None:
    """A file system in memory of half the size that the corpus needs, in a name space of its own."""
    size = sum(path.stat().st_size for path in (folder / "clean").rglob("*.parquet")) // 1024
    mount, out = folder / "disk", folder / "full"
    mount.mkdir()
    script = f"""mount -t tmpfs -o size={size // 2}k tmpfs "$MOUNT" || exit 99
"{sys.executable}" -m backfile.cli cluster read "$CRAWLS" --to "$MOUNT/out" --workers 2; code=$?
cp -a "$MOUNT/out" "$OUT"; exit $code"""
    places = {"MOUNT": str(mount), "OUT": str(out), "CRAWLS": str(crawls)}
    command = ["unshare", "-rm", "sh", "-c", script]
    run = subprocess.Popen(
        command, env=_ENVIRONMENT | places, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    ended(run, 1, "No space left on device")
    ended(started(crawls, out), 0)
    same(out, clean, f"a full disk of {size // 2:,} kB, and run again on another")


def take_memory(crawls: Path, folder: Path, clean: dict[str, Any]) -> None:
    """One more crawl, of a page that takes more memory than a worker may: the rest is the same."""
    more = folder / "more"
    shutil.copytree(crawls, more)
    page = (
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + b"<p>The <b>mill</b> <i>reopened</i>.</p>" * 1_000_000
    )
    fields = {"warc-type": "response", "warc-target-uri": "https://large.example/", "warc-date": "2020-01-01T00:00:00Z"}
    (more / "large.warc.gz").write_bytes(member_of(fields, page))
    printed = started(more, folder / "large", "--workers", "2", "--worker-memory", "700MB")
    told = printed.communicate(timeout=_LONGEST)
    found = {
        table: [row for row in rows(folder / "large", table) if "large.warc.gz" not in row["path"]] for table in clean
    }
    expected = {
        table: [{**row, "path": row["path"].replace(str(crawls), str(more))} for row in clean[table]] for table in clean
    }
    if [one["record"] for one in found["stories"]] != [one["record"] for one in expected["stories"]]:
        raise SystemExit(f"with a page that takes too much memory: other rows; {told}")
    print(f"a page that takes too much memory: exit {printed.returncode}, the other rows are the same", flush=True)


if __name__ == "__main__":
    main()
