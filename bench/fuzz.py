"""Fuzzing: bytes and text made by atheris, led by what they cover, given to each reader of strangers' input.

    python -m bench.fuzz [--seconds 60] [--work build/fuzz] [TARGET ...]

Targets: page, capture, export, query, day, text, script, site. Each runs for so many seconds of CPU in a process of its own, from a corpus grown
from tests/pages, samples and earlier runs. An exception that is not documented, over two seconds or over 500 MB for an input is a finding: it
is kept under `--work`, and belongs into the tests. Prints a line a target; exits 1 where there is a finding. `make check-fuzz` installs
atheris into an environment of its own and runs it.
"""

import argparse
import asyncio
import contextlib
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
import urllib.parse
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).parents[1]
_LONGEST = 100_000
_MOST_SECONDS = 10.0
"""For 100 kB at most, and under atheris, which makes Python five times as slow: two seconds without it."""
_TRIED = re.compile(r"stat::number_of_executed_units: (\d+)")


def _page(data: bytes) -> None:
    import backfile

    try:
        backfile.read(data)
    except ValueError as error:
        if "no page" not in str(error) and "empty" not in str(error) and "page" not in str(error):
            raise


def _container(data: bytes, *, suffix: str) -> None:
    from backfile.capture import read_captures

    with tempfile.NamedTemporaryFile(suffix=suffix) as file:
        file.write(data)
        file.flush()
        for _ in read_captures(Path(file.name)):
            pass


def _query(data: bytes) -> None:
    from backfile.archive.search.query import parse_query
    from backfile.errors import QueryError

    with contextlib.suppress(QueryError):
        parse_query(data.decode("utf-8", "replace"))


def _day(data: bytes) -> None:
    from backfile.dates.parse_stamp import parse_stamp

    parse_stamp(data.decode("utf-8", "replace"))


def _text(data: bytes) -> None:
    import backfile

    backfile.read_text(data.decode("utf-8", "replace"), published="2017-02-23")


def _script(data: bytes) -> None:
    from backfile.page.script_json import state_values

    for _ in state_values(data):
        pass


@cache
def _samples_site() -> Callable[..., Any]:
    """The site of the samples' archive, which is made at the first request."""
    import backfile
    from backfile.site import open_app

    folder = Path(tempfile.mkdtemp(prefix="backfile-fuzz-")) / "archive"
    with backfile.open(folder) as archive:
        archive.add(ROOT / "samples" / "saved", ROOT / "samples" / "second")
    return open_app(folder, beside=False)


def _site(data: bytes) -> None:
    """One request: a line with method and target, then a line a header field, as a server hands them on (ASGI, HTTP connection scope)."""
    first, *lines = data.split(b"\n")
    method, _, target = first.partition(b" ")
    raw_path, _, query = target.partition(b"?")
    fields = [(name.strip().lower(), value.strip()) for name, _, value in (line.partition(b":") for line in lines)]
    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "scheme": "http", "root_path": "",
        "method": method.decode("latin-1").upper(), "path": urllib.parse.unquote(raw_path.decode("latin-1")), "raw_path": raw_path,
        "query_string": query, "headers": fields, "server": ("127.0.0.1", 8000), "client": ("127.0.0.1", 50000),
    }  # fmt: skip
    sent: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    asyncio.run(_samples_site()(scope, receive, send))
    if sent[0]["status"] >= 500:
        raise AssertionError(f"answered {sent[0]['status']}")
    if any(b"\n" in part or b"\r" in part for field in sent[0]["headers"] for part in field):
        raise AssertionError(f"a header field of two lines: {sent[0]['headers']}")


TARGETS: dict[str, Callable[[bytes], None]] = {
    "page": _page, "capture": partial(_container, suffix=".warc"), "export": partial(_container, suffix=".xml"),
    "query": _query, "day": _day, "text": _text, "script": _script, "site": _site,
}  # fmt: skip
_WORDS = {
    "query": ('outlet:courier AND (ferry OR "fire near"~2) NOT from:2003', "fer* to:2001-02 undated:yes"),
    "site": (
        "GET /search?q=ferry&from=2001&outlet=courier&page=2\nHost: archive.example",
        "GET /at/https://paper.example/2003/05/20/story.html\nAccept-Datetime: Thu, 23 Feb 2017 12:00:00 GMT",
        "GET /api/v1/stories?cursor=abc&limit=5\nAccept: application/json",
        'GET /\nIf-None-Match: "abc"\nAccept-Encoding: br;q=0.5, gzip',
        "GET /timemap/link/http://paper.example/\nForwarded: for=1;host=evil.example;proto=https",
        "HEAD /days/2017/02/23?order=oldest",
        "GET /speakers.csv?outlet=courier",
        "GET /quotations?about=ferry",
        "GET /trace?words=the+ferry",
        "GET /story/1.json\nRange: bytes=0-10",
    ),
    "day": ("Thursday, Feb. 23, 2017 at 4:47 p.m. ET", "2017-02-23T16:47:00-05:00", "23. Februar 2017", "3 hours ago"),
}


def seed(target: str, corpus: Path) -> None:
    """Files to begin with: pages, web archives, or lines."""
    corpus.mkdir(parents=True, exist_ok=True)
    found = {
        "capture": [*ROOT.glob("samples/**/*.warc*"), *ROOT.glob("samples/**/*.zip"), *ROOT.glob("samples/**/*.wacz")],
        "export": [*ROOT.glob("samples/**/*.xml"), *ROOT.glob("tests/**/*.xml"), *ROOT.glob("tests/**/*.wxr")],
    }
    files = found.get(target, sorted(ROOT.glob("tests/pages/*/page.html")))
    for number, words in enumerate(_WORDS.get(target, ())):
        (corpus / f"line{number}").write_text(words, "utf-8")
    for path in files if target not in _WORDS else ():
        data = path.read_bytes()
        if len(data) <= _LONGEST:
            (corpus / f"{path.parent.name}-{path.name}").write_bytes(data)


def _timed(target: Callable[[bytes], None], until: float, data: bytes) -> None:
    start = time.process_time()
    if start > until:
        os.kill(os.getpid(), signal.SIGUSR1)  # libFuzzer ends well, and prints its counts
    target(data)
    took = time.process_time() - start
    if took > _MOST_SECONDS:
        raise TimeoutError(f"{took:.1f} s of CPU time for {len(data):,} bytes")


def attack(target: str, seconds: int, arguments: list[str]) -> None:
    """In a process of its own, for so many seconds of its CPU: libFuzzer ends it."""
    import atheris

    with atheris.instrument_imports(include=["backfile"]):
        import backfile
        import backfile.archive.search.query
        import backfile.capture
        import backfile.page.script_json

        if target == "site":
            _samples_site()

    for loaded_once in (
        b"<p>The ferry is late.</p>",
        b"\xd3\x90<p>F\xe4hre kommt sp\xe4ter an</p>",
        "渡し船は遅れる。".encode(),
    ):
        backfile.read(loaded_once)
    atheris.Setup([sys.argv[0], *arguments], partial(_timed, TARGETS[target], time.process_time() + seconds))
    atheris.Fuzz()


class Fuzzed(NamedTuple):
    """What came of fuzzing one target."""

    is_well: bool
    cpu_seconds: float


def run(target: str, seconds: int, work: Path) -> Fuzzed:
    """Fuzz one target for so many seconds of CPU."""
    before = os.times()
    corpus, findings = work / target / "corpus", work / target / "findings"
    seed(target, corpus)
    findings.mkdir(parents=True, exist_ok=True)
    flags = [
        "-print_final_stats=1",
        f"-max_len={_LONGEST}",
        "-timeout=300",  # by the clock; what takes long by its CPU is told by _timed
        "-rss_limit_mb=2500",
        f"-artifact_prefix={findings}/",
    ]
    done = subprocess.run(
        [sys.executable, "-m", "bench.fuzz", "--attack", target, "--seconds", str(seconds), "--", *flags, str(corpus)],
        capture_output=True, text=True, errors="replace", cwd=ROOT, check=False,
    )  # fmt: skip
    after = os.times()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    (work / target / "log.txt").write_text(done.stdout + done.stderr, "utf-8")
    tried = _TRIED.search(done.stderr)
    kept = sorted(path.name for path in findings.iterdir())
    number = f"{int(tried[1]):,}" if tried else "?"
    print(
        f"{target:8} {number:>10} inputs in {cpu:.0f} s of CPU, corpus {len(list(corpus.iterdir())):,}: {len(kept)} findings {' '.join(kept[:5])}",
        flush=True,
    )
    if done.returncode and not kept:
        print(done.stderr[-1500:])
    return Fuzzed(not kept and not done.returncode, cpu)


def main() -> None:
    asked = argparse.ArgumentParser(description="Fuzzes each reader of strangers' input.")
    asked.add_argument("--seconds", type=int, default=60)
    asked.add_argument("--work", type=Path, default=ROOT / "build/fuzz")
    asked.add_argument("--attack", help=argparse.SUPPRESS)
    asked.add_argument("names", nargs="*", help=f"of {', '.join(TARGETS)}; all by default")
    given = asked.parse_args()
    if given.attack:
        attack(given.attack, given.seconds, given.names)
        return
    targets = given.names or list(TARGETS)
    done = [run(target, given.seconds, given.work) for target in targets]
    found = sum(not one.is_well for one in done)
    print(
        f"{len(targets)} targets, {sum(one.cpu_seconds for one in done) / 60:.0f} minutes of CPU: {found} with findings"
    )
    sys.exit(found > 0)


if __name__ == "__main__":
    main()
