"""What `backfile cluster read` costs beside `backfile read`, and how it grows with workers and files.

    python bench/cluster_growth.py SET_DIR ... [--files 8] [--times 1] [--workers 0,1,2] [--empty 0] [--work /tmp]

Packs sets of saved pages (bench/pack_warc.py) into so many WARCs, `--times` over, each time under addresses of its own. Prints of each run: wall time and CPU time of all its processes
(user and system), the greatest memory of one worker and of all (Pss), captures, files and bytes written. "0 workers" is `backfile read --jsonl`, one process, all
files. `--empty N` reads N more WARCs of one short page each, to see what a task costs. On a machine that others share CPU times are what can be compared.
"""

import argparse
import gzip
import json
import os
import re
import resource
import shutil
import subprocess
import sys
import time
from pathlib import Path

from pack_warc import pages, record, response, warcinfo
from process_tree import ROOT, SAMPLE_SECONDS, memory, tree

_ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
_DATE = "2024-06-01T00:00:00Z"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", metavar="SET_DIR[:LIMIT]")
    parser.add_argument("--files", type=int, default=8)
    parser.add_argument("--times", type=int, default=1)
    parser.add_argument("--workers", default="0,1,2")
    parser.add_argument("--empty", type=int, default=0)
    parser.add_argument("--work", type=Path, default=Path("/tmp"))
    given = parser.parse_args()
    folder = given.work / f"backfile-growth-{os.getpid()}"
    folder.mkdir()
    try:
        count = make_files(folder / "crawls", given)
        size = sum(path.stat().st_size for path in (folder / "crawls").iterdir())
        print(
            f"{count} pages in {len(list((folder / 'crawls').iterdir()))} files of {size:,} bytes in all, load {os.getloadavg()[0]:.1f}",
            flush=True,
        )
        for workers in map(int, given.workers.split(",")):
            measure(folder / "crawls", folder / f"out-{workers}", workers)
    finally:
        shutil.rmtree(folder)


def make_files(folder: Path, given: argparse.Namespace) -> int:
    folder.mkdir()
    files = [(folder / f"crawl-{number:04}.warc.gz").open("wb") for number in range(given.files if given.sets else 0)]
    for file in files:
        file.write(gzip.compress(warcinfo(_DATE), mtime=0))
    count = 0
    for time_over in range(given.times):
        for set_dir, truth in pages(given.sets):
            path = set_dir / "html" / f"{truth['id']}.html.gz"
            if truth.get("url") and path.exists():
                url = re.sub(r"(?<=://)", f"w{time_over}." if time_over else "", truth["url"], count=1)
                files[count % len(files)].write(
                    gzip.compress(response(gzip.decompress(path.read_bytes()), truth | {"url": url}, _DATE), mtime=0)
                )
                count += 1
    for file in files:
        file.close()
    for number in range(given.empty):
        page = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<h1>Nothing</h1>"
        block = record(
            "response", _DATE, page, "application/http; msgtype=response", f"https://valley.example/{number}"
        )
        (folder / f"empty-{number:05}.warc.gz").write_bytes(gzip.compress(block, mtime=0))
    return count + given.empty


def measure(crawls: Path, out: Path, workers: int) -> None:
    command = [sys.executable, "-m", "backfile.cli"]
    command += (
        ["cluster", "read", str(crawls), "--to", str(out), "--json", "--workers", str(workers)]
        if workers
        else ["read", str(crawls), "--jsonl"]
    )
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    printed = out.with_suffix(".txt")
    most = most_of_one = 0
    with (
        printed.open("wb") as file,
        subprocess.Popen(command, env=_ENVIRONMENT, stdout=file, stderr=subprocess.DEVNULL) as run,
    ):
        while run.poll() is None:
            sizes = [memory(number)[0] for number in tree(run.pid)[1:]]
            most, most_of_one = max(most, sum(sizes)), max([most_of_one, *sizes])
            time.sleep(SAMPLE_SECONDS)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    said = f"{workers} workers: {time.monotonic() - began:.1f} s, {cpu:.1f} s of CPU, exit {run.returncode}"
    if workers:
        report = json.loads(printed.read_text().splitlines()[-1])
        size = sum(path.stat().st_size for path in out.rglob("stories/**/*.parquet"))
        said += f", {report['cpu_seconds']:.1f} of them in tasks that read; {most_of_one >> 20} MB the largest process beside the command, {most >> 20} all;"
        said += f" {report['captures']} captures, {report['stories']} stories, {report['files']} files, {size / max(report['stories'], 1):,.0f} bytes a story"
    print(said, flush=True)


if __name__ == "__main__":
    main()
