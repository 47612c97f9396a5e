"""Readers of the site at once: how long a story's page takes while somebody reloads the heaviest page, and when nobody does.

`backfile serve` answers on a free port of this machine's own (loopback); one connection asks for stories, another process
for the heaviest page again and again. Times are by the wall's clock, as readers have them.
"""

import http.client
import multiprocessing
import os
import random
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from bench.made_stories import word

from backfile.archive import Archive

_STORIES = 300
_HEAVY = 12
_TRIES = 3


class Waited(NamedTuple):
    """What a story's page took, in milliseconds."""

    heaviest: str
    """The page that the other reader reloads."""
    heaviest_ms: float
    at_rest: float
    """p95 where nobody else reads."""
    meanwhile: float
    """p95 while the heaviest page is reloaded."""
    median_at_rest: float
    median_meanwhile: float
    megabytes: int
    """Resident, of the server and its processes, at the end."""


def waits(folder: Path) -> Waited:
    """Serve the archive and read it."""
    with Archive(folder) as archive:
        stories = [f"/story/{entry.id}" for entry in archive.newest(limit=_STORIES)]
        heavy = _heavy_pages(archive)
    with _served(folder) as (port, pid):
        for path in (*heavy, *stories[:20]):
            _get(port, path)
        times = {path: min(_took(port, [path] * _TRIES)) for path in heavy}
        heaviest = max(times, key=lambda path: times[path])
        at_rest = sorted(_took(port, stories))
        other = multiprocessing.Process(target=_reload, args=(port, heaviest), daemon=True)
        other.start()
        time.sleep(1)
        try:
            meanwhile = sorted(_took(port, stories))
        finally:
            other.terminate()
            other.join()
        return Waited(
            heaviest, times[heaviest], _p95(at_rest), _p95(meanwhile), at_rest[len(at_rest) // 2],
            meanwhile[len(meanwhile) // 2], _resident(pid),
        )  # fmt: skip


def _heavy_pages(archive: Archive) -> list[str]:
    own = random.Random("heavy")
    speakers = archive.speakers(limit=3)
    quotations = archive.quotes(limit=_HEAVY).quotations
    return [
        "/", "/undated", "/speakers", "/feed.atom", *(f"/speaker/{one.id}" for one in speakers),
        *(f"/search?q={word(own.randrange(1, 30))}" for _ in range(3)),
        *(f"/utterance/{one.utterance}" for one in sorted(quotations, key=lambda one: -one.printed_in)[:2]),
    ]  # fmt: skip


@contextmanager
def _served(folder: Path) -> Iterator[tuple[int, int]]:
    """The port of the site, and its process."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-c", "from backfile.cli import main; main()", "serve", "--archive", str(folder)]
    server = subprocess.Popen(
        [*command, "--port", str(port)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        until = time.monotonic() + 60
        while True:
            try:
                _get(port, "/robots.txt")
                break
            except ConnectionError:
                if time.monotonic() > until or server.poll() is not None:
                    raise
                time.sleep(0.05)
        yield port, server.pid
    finally:
        server.terminate()
        server.wait()


def _get(port: int, path: str, connection: http.client.HTTPConnection | None = None) -> int:
    asked = connection or http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    asked.request("GET", path)
    answer = asked.getresponse()
    answer.read()
    if answer.status != 200:
        raise SystemExit(f"{path}: {answer.status}")
    return answer.status


def _took(port: int, paths: list[str]) -> list[float]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    times = []
    for path in paths:
        began = time.perf_counter()
        _get(port, path, connection)
        times.append((time.perf_counter() - began) * 1000)
    return times


def _reload(port: int, path: str) -> None:
    os.setsid()  # Linux shares the cores out among sessions: server and readers are to be as strangers to one another
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    parent = os.getppid()
    while os.getppid() == parent:
        _get(port, path, connection)


def _p95(times: list[float]) -> float:
    return times[int(len(times) * 0.95)]


def _resident(pid: int) -> int:
    """Megabytes of a process and its children, what they share counted once (Pss)."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    total = 0
    for one in (str(pid), *children):
        rollup = Path(f"/proc/{one}/smaps_rollup").read_text()
        total += int(re.search(r"^Pss:\s+(\d+)", rollup, re.M)[1])  # type: ignore[index]
    return total // 1024
