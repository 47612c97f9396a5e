"""The page on reliability: runs the checks of hostile and broken input, keeps what each printed last, and writes docs/reliability.md.

    python -m bench.reliability [NAME ...] [--print]

Each check runs in a process of its own; its last line, its CPU time and the day are kept in bench/reliability.json, and the page is printed
from there: no figure is on it that a command did not print. With names only those are run anew; `--print` runs none. Exits 1 where a check fails.
"""

import argparse
import json
import os
import shlex
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
KEPT = ROOT / "bench/reliability.json"
PAGE = ROOT / "docs/reliability.md"


class Check(NamedTuple):
    """A check, and what it is asked."""

    name: str
    asks: str
    command: str


CHECKS = (
    Check("floods", "pages of one thing and nothing else, at four sizes: is the time in line with the size?", "python -m bench.floods"),
    Check("patterns", "every regular expression of the source, against strings made from its own structure", "python -m bench.patterns"),
    Check("containers", "two faults in one file, in every combination, in seven kinds of container", "python -m pytest -q -m long tests/capture/test_two_faults.py"),
    Check("broken pages", "pages cut, bytes changed, tags dropped, encodings mislabelled", "python -m bench.broken_pages --picture docs/broken-pages.svg"),
    Check("sanitizers", "the C parts under address and undefined-behaviour sanitizers, over broken pages", "python -m bench.sanitized"),
    Check("fuzz", "bytes and text that atheris makes, for each reader of strangers' input", "build/fuzz-env/bin/python -m bench.fuzz --seconds 900"),
    Check("kills", "adding killed with -9 at random moments and on full disks, run again, every table compared", "python bench/kill_test.py --kills 200 --full 20"),
    Check("power cuts", "the power cut at random moments of adding, repairing and bringing up, only what was synced kept for sure, run again, every table compared", "python bench/power_cuts.py"),
    Check("damage", "each part of an archive zeroed, cut, flipped and swapped: is it named, and mended?", "python -m bench.damaged_archive"),
    Check("odd requests", "methods, targets, fields and searches that no browser sends, to a site that is served", "python -m bench.odd_requests"),
    Check("redaction", "names and passages redacted, looked for in every output after unpacking it", "python -m bench.redaction_proof"),
)  # fmt: skip


def run(check: Check) -> dict[str, object]:
    """What the check printed last."""
    command = shlex.split(check.command)
    program = sys.executable if command[0] == "python" else str(ROOT / command[0])
    before = os.times()
    done = subprocess.run([program, *command[1:]], cwd=ROOT, capture_output=True, text=True, check=False)
    after = os.times()
    lines = [line.strip() for line in (done.stdout or done.stderr).splitlines() if line.strip()]
    print(f"{check.name}: {lines[-1] if lines else '(nothing)'}", file=sys.stderr, flush=True)
    return {
        "last": lines[-1] if lines else "",
        "code": done.returncode,
        "seconds": round(after.children_user + after.children_system - before.children_user - before.children_system),
        "day": datetime.now(UTC).date().isoformat(),
    }


def page(kept: dict[str, dict[str, object]]) -> str:
    """docs/reliability.md."""
    lines = [
        "# Reliability",
        "",
        "What is done to Backfile on purpose, and what came of it. `python -m bench.reliability` runs the checks, keeps the last line of each and prints this page from it; the",
        "`make` targets of `make check-all` run them one by one. [SECURITY.md](../SECURITY.md) says what is promised, [limits.md](limits.md) has the bounds.",
        "",
        "| check | asks | what it printed last | CPU | on |",
        "|---|---|---|---|---|",
    ]
    lines += [
        f"| {check.name}: `{check.command}` | {check.asks} | {was['last']} | {was['seconds']} s | {was['day']} |"
        for check in CHECKS
        if (was := kept.get(check.name))
    ]
    lines += [
        "",
        "![The share of a story that is read of a page cut off, and the share of cut pages that say so](broken-pages.svg)",
        "",
    ]
    return "\n".join(lines)


def main() -> None:
    asked = argparse.ArgumentParser(description="Runs the checks of hostile input and writes docs/reliability.md.")
    asked.add_argument("--print", action="store_true", dest="prints")
    asked.add_argument("names", nargs="*", help=", ".join(check.name for check in CHECKS))
    given = asked.parse_args()
    kept = json.loads(KEPT.read_text("utf-8")) if KEPT.exists() else {}
    chosen = [check for check in CHECKS if check.name in given.names or not given.names]
    for check in chosen if not given.prints else ():
        kept[check.name] = run(check)
        KEPT.write_text(json.dumps(kept, indent=1) + "\n", "utf-8")
    PAGE.write_text(page(kept), "utf-8")
    sys.exit(any(was["code"] for was in kept.values()))


if __name__ == "__main__":
    main()
