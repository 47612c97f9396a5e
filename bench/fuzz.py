"""Fuzzing: bytes and text made by atheris, led by what they cover, given to each reader of strangers' input.

    python -m bench.fuzz [--seconds 60] [--work build/fuzz] [TARGET ...]

Targets: page, capture, query, day, text, script. Each runs for so many seconds of the clock in a process of its own, from a corpus grown
from tests/pages, samples and earlier runs. An exception that is not documented, over two seconds or over 500 MB for an input is a finding: it
is kept under `--work`, and belongs into the tests. Prints a line a target; exits 1 where there is a finding. `make check-fuzz` installs
atheris into an environment of its own and runs it.
"""

import argparse
import contextlib
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

ROOT = Path(__file__).parents[1]
_LONGEST = 100_000
_MOST_SECONDS = 10.0
"""For 100 kB at most, and under atheris, which makes Python five times as slow: two seconds without it."""
_ENDED = re.compile(r"#(\d+)\s+DONE")
_DONE = re.compile(r"Done (\d+) (?:in|runs)")


def _page(data: bytes) -> None:
    import backfile

    try:
        backfile.read(data)
    except ValueError as error:
        if "no page" not in str(error) and "empty" not in str(error) and "page" not in str(error):
            raise


def _capture(data: bytes) -> None:
    from backfile.capture import read_captures

    with tempfile.NamedTemporaryFile(suffix=".warc") as file:
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


TARGETS: dict[str, Callable[[bytes], None]] = {
    "page": _page, "capture": _capture, "query": _query, "day": _day, "text": _text, "script": _script,
}  # fmt: skip
_WORDS = {
    "query": ('outlet:courier AND (ferry OR "fire near"~2) NOT from:2003', "fer* to:2001-02 undated:yes"),
    "day": ("Thursday, Feb. 23, 2017 at 4:47 p.m. ET", "2017-02-23T16:47:00-05:00", "23. Februar 2017", "3 hours ago"),
}


def seed(target: str, corpus: Path) -> None:
    """Files to begin with: pages, web archives, or lines."""
    corpus.mkdir(parents=True, exist_ok=True)
    found = {
        "capture": [*ROOT.glob("samples/**/*.warc*"), *ROOT.glob("samples/**/*.xml"), *ROOT.glob("samples/**/*.zip")]
    }
    files = found.get(target, sorted(ROOT.glob("tests/pages/*/page.html")))
    for number, words in enumerate(_WORDS.get(target, ())):
        (corpus / f"line{number}").write_text(words, "utf-8")
    for path in files if target not in _WORDS else ():
        data = path.read_bytes()
        if len(data) <= _LONGEST:
            (corpus / f"{path.parent.name}-{path.name}").write_bytes(data)


def _timed(target: Callable[[bytes], None], data: bytes) -> None:
    start = time.process_time()
    target(data)
    took = time.process_time() - start
    if took > _MOST_SECONDS:
        raise TimeoutError(f"{took:.1f} s of CPU time for {len(data):,} bytes")


def attack(target: str, arguments: list[str]) -> None:
    """In a process of its own: libFuzzer ends it."""
    import atheris

    with atheris.instrument_imports(include=["backfile"]):
        import backfile
        import backfile.archive.search.query
        import backfile.capture
        import backfile.page.script_json

    for loaded_once in (
        b"<p>The ferry is late.</p>",
        b"\xd3\x90<p>F\xe4hre kommt sp\xe4ter an</p>",
        "渡し船は遅れる。".encode(),
    ):
        backfile.read(loaded_once)
    atheris.Setup([sys.argv[0], *arguments], partial(_timed, TARGETS[target]))
    atheris.Fuzz()


def run(target: str, seconds: int, work: Path) -> bool:
    """True where nothing was found."""
    corpus, findings = work / target / "corpus", work / target / "findings"
    seed(target, corpus)
    findings.mkdir(parents=True, exist_ok=True)
    flags = [
        f"-max_total_time={seconds}",
        f"-max_len={_LONGEST}",
        "-timeout=60",
        "-rss_limit_mb=2500",
        f"-artifact_prefix={findings}/",
    ]
    done = subprocess.run(
        [sys.executable, "-m", "bench.fuzz", "--attack", target, "--", *flags, str(corpus)],
        capture_output=True, text=True, errors="replace", cwd=ROOT, check=False,
    )  # fmt: skip
    (work / target / "log.txt").write_text(done.stdout + done.stderr, "utf-8")
    tried = _DONE.search(done.stderr) or _ENDED.search(done.stderr)
    kept = sorted(path.name for path in findings.iterdir())
    number = f"{int(tried[1]):,}" if tried else "?"
    print(
        f"{target:8} {number:>10} inputs in {seconds} s, corpus {len(list(corpus.iterdir())):,}: {len(kept)} findings {' '.join(kept[:5])}",
        flush=True,
    )
    if done.returncode and not kept:
        print(done.stderr[-1500:])
    return not kept and not done.returncode


def main() -> None:
    asked = argparse.ArgumentParser(description="Fuzzes each reader of strangers' input.")
    asked.add_argument("--seconds", type=int, default=60)
    asked.add_argument("--work", type=Path, default=ROOT / "build/fuzz")
    asked.add_argument("--attack", help=argparse.SUPPRESS)
    asked.add_argument("names", nargs="*", help=f"of {', '.join(TARGETS)}; all by default")
    given = asked.parse_args()
    if given.attack:
        attack(given.attack, given.names)
        return
    targets = given.names or list(TARGETS)
    well = [run(target, given.seconds, given.work) for target in targets]
    print(f"{len(targets)} targets, {given.seconds} s each: {len(well) - sum(well)} with findings")
    sys.exit(not all(well))


if __name__ == "__main__":
    main()
