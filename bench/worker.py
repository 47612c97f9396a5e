"""One extractor in its own process, driven over stdin and stdout in JSON lines.

python -m bench.worker versions                     the installed version of every extractor's package
python -m bench.worker extract NAME SET_DIR         a line a page, then {"run": ...}
python -m bench.worker serve NAME SET_DIR COUNT     holds COUNT pages; for "FIRST LAST" on stdin extracts these and says how long
"""

import importlib.metadata
import json
import logging
import os
import socket
import sys
import time
import warnings
from collections import Counter
from pathlib import Path
from typing import Any, NoReturn, TextIO

from bench.extractors import EVERY, Answer, Extract
from bench.sets import SavedPage, TruthSet

_WARM_PAGES = 5


def main() -> None:
    mode, *given = sys.argv[1:]
    answers, sys.stdout = sys.stdout, sys.stderr  # some libraries print
    _be_quiet()
    if mode == "versions":
        _say(answers, {name: version_of(extractor.package) for name, extractor in EVERY.items()})
    elif mode == "extract":
        extract_set(given[0], TruthSet(Path(given[1])), answers)
    else:
        serve(given[0], TruthSet(Path(given[1])), int(given[2]), answers)


def version_of(package: str) -> str | None:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return None


def extract_set(name: str, pages: TruthSet, answers: TextIO) -> None:
    """Every page of the set; an extractor that raises has given an empty answer, and is counted."""
    extract, failures, started = EVERY[name].load(), Counter[str](), time.perf_counter()
    for page in pages.pages():
        answer, failure = attempt(extract, page)
        if failure:
            failures[failure.partition(":")[0]] += 1
        _say(answers, {"id": page.id, **tidy(answer), **({"error": failure} if failure else {})})
    seconds = round(time.perf_counter() - started, 2)
    _say(
        answers, {"run": {"digest": pages.digest, "seconds": seconds, "peak_mb": peak_mb(), "failures": dict(failures)}}
    )


def serve(name: str, pages: TruthSet, count: int, answers: TextIO) -> None:
    """Answers how long it took, in process time, to extract a slice of the pages; they are read before the clock starts."""
    extract = EVERY[name].load()
    held = list(pages.pages({truth["id"] for truth in pages.truths[:count]}))
    for page in held:
        _ = page.text, page.markup  # decoding is not timed for those that take text
    for page in held[:_WARM_PAGES]:
        attempt(extract, page)
    _say(answers, {"pages": len(held), "bytes": sum(len(page.raw) for page in held)})
    for line in sys.stdin:
        first, last = map(int, line.split())
        started = time.process_time()
        for page in held[first:last]:
            attempt(extract, page)
        _say(answers, {"seconds": time.process_time() - started})


def attempt(extract: Extract, page: SavedPage) -> tuple[Answer, str | None]:
    try:
        return extract(page) or {}, None
    except Exception as error:  # whatever it is, it is the extractor's failure on this page
        return {}, f"{type(error).__name__}: {error}"[:200]


def tidy(answer: Answer) -> Answer:
    """An answer in the one form that is kept."""
    given = answer.get("authors") or []
    authors = [given] if isinstance(given, str) else given
    kept: Answer = {
        "body": answer.get("body") or "",
        "headline": answer.get("headline") or None,
        "authors": [str(author) for author in authors if author],
        "date": str(answer["date"]) if answer.get("date") else None,
    }
    return kept | ({"kind": answer["kind"]} if "kind" in answer else {})


def peak_mb() -> int:
    """Most memory this process ever held, in MB: VmHWM, which unlike getrusage does not count the process it was forked from."""
    status = Path("/proc/self/status").read_text()
    return int(status.split("VmHWM:")[1].split()[0]) // 1024


def _say(answers: TextIO, line: dict[str, Any]) -> None:
    answers.write(json.dumps(line) + "\n")
    answers.flush()


def _be_quiet() -> None:
    """No logs, no warnings, no network; on one core."""

    def refuse(*_: Any, **__: Any) -> NoReturn:
        raise OSError("a benchmark has no network")

    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    socket.getaddrinfo = refuse
    socket.create_connection = refuse
    sys.setrecursionlimit(10000)
    os.environ["TZ"] = "UTC"


if __name__ == "__main__":
    main()
