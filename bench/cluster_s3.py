"""Reads the sample from an S3 server into the same server, by `backfile cluster read`, and compares the rows with those of the files.

    python bench/cluster_s3.py

The server is moto's, on this machine's own network. Needs the packages moto[server] and s3fs. Ends with 1 at the first difference.
"""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from process_tree import ROOT

sys.path[:0] = [str(ROOT / "src"), str(ROOT)]
SAVED = ROOT / "samples" / "saved"


def main() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    os.environ |= {
        "AWS_ACCESS_KEY_ID": "anybody", "AWS_SECRET_ACCESS_KEY": "anything", "AWS_DEFAULT_REGION": "us-east-1",
        "AWS_ENDPOINT_URL": f"http://127.0.0.1:{port}", "PYTHONPATH": str(ROOT / "src"),
    }  # fmt: skip
    server = subprocess.Popen(
        [str(Path(sys.executable).with_name("moto_server")), "-H", "127.0.0.1", "-p", str(port)],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    folder = Path(tempfile.mkdtemp(prefix="backfile-s3-"))
    try:
        compare(folder)
    finally:
        server.kill()
        server.wait()
        shutil.rmtree(folder)


def compare(folder: Path) -> None:
    import s3fs
    from tests.cluster.corpora import rows

    store = s3fs.S3FileSystem()
    for _ in range(50):
        try:
            store.mkdir("crawls")
            break
        except OSError:
            time.sleep(0.2)
    crawls = sorted(SAVED.glob("*.wa*"))
    for path in crawls:
        store.put_file(str(path), f"crawls/2017/{path.name}")
    store.pipe_file("crawls/warc.paths", "\n".join(f"2017/{path.name}" for path in crawls).encode())
    store.mkdir("corpora")
    run(
        "cluster", "read", "s3://crawls/2017", "--to", "s3://corpora/one", code=1
    )  # one of the files is cut off on purpose
    again = run(
        "cluster", "read", "s3://crawls/warc.paths", "--prefix", "s3://crawls/", "--to", "s3://corpora/one", code=0
    )
    assert f"held already {len(crawls):>10}" in again, again
    run("cluster", "read", *map(str, crawls), "--to", str(folder / "here"), code=1)
    store.get("corpora/one", str(folder / "there"), recursive=True)
    for table in ("stories", "skipped"):
        here, there = rows(folder / "here", table), rows(folder / "there", table)
        changed = [{**row, "path": f"s3://crawls/2017/{Path(row['path']).name}"} for row in here]
        assert sorted(map(str, changed)) == sorted(map(str, there)), table
    assert not (folder / "there" / "_work").exists()
    run("cluster", "relate", "s3://corpora/one", code=0)
    run("cluster", "relate", str(folder / "here"), code=0)
    store.get("corpora/one/relations", str(folder / "related"), recursive=True)
    for table in ("stories", "versions", "copies", "threads"):
        here, there = (_table(place / table) for place in (folder / "here" / "relations", folder / "related"))
        assert here == there, table
    assert not store.exists("corpora/one/_work")
    printed = run("add", "s3://corpora/one", "--archive", str(folder / "back"), code=1)
    print(
        f"S3: {len(rows(folder / 'there'))} stories read from a bucket into a bucket are those of the files; and in an archive:"
    )
    print(printed)


def _table(place: Path) -> list[dict[str, Any]]:
    import pyarrow.dataset

    rows: list[dict[str, Any]] = pyarrow.dataset.dataset(str(place)).to_table().to_pylist()
    return rows


def run(*command: str, code: int) -> str:
    done = subprocess.run([sys.executable, "-m", "backfile.cli", *command], capture_output=True, text=True, timeout=300)
    if done.returncode != code or "Traceback" in done.stderr:
        raise SystemExit(f"{' '.join(command)}: exit {done.returncode}: {done.stdout} {done.stderr[-3000:]}")
    return done.stdout


if __name__ == "__main__":
    main()
