"""The compiled parts under the address and undefined-behaviour sanitizers, over pages broken in every way.

    python -m bench.sanitized [--pages 0] [--cuts 10] [--seed 0]

Builds src/backfile/compiled with -fsanitize=address,undefined in a copy under build/, reads every page of tests/pages (so many where a number is
given) whole and broken (bench/broken_pages.py) in a process of its own. A report of a sanitizer ends it with 1.
`make check-sanitized` runs it; it needs gcc with libasan (Debian's gcc has it).
"""

import argparse
import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

from hatch_build import ENDING, PARTS, compile_part

ROOT = Path(__file__).parents[1]
_FLAGS = ("-g", "-O1", "-fno-omit-frame-pointer", "-fsanitize=address,undefined", "-fno-sanitize-recover=undefined")
_OPTIONS = {
    "ASAN_OPTIONS": "detect_leaks=0,abort_on_error=0",
    "UBSAN_OPTIONS": "print_stacktrace=1",
    "PYTHONMALLOC": "malloc",
}


def read_all(count: int, cuts: int, seed: int) -> None:
    """In the process with the sanitizers."""
    from bench.broken_pages import broken

    import backfile

    paths = sorted(ROOT.glob("tests/pages/*/page.html"))
    paths = paths[:count] if count else paths
    readings = 0
    for path in paths:
        page = path.read_bytes()
        for one in [page, *(form.page for form in broken(page, random.Random(f"{seed} {path.parent.name}"), cuts))]:
            try:
                backfile.read(one, analyse=False)
            except ValueError:  # what is left is no page
                continue
            readings += 1
    print(f"{len(paths)} pages, {readings:,} readings under the sanitizers: nothing reported")


def main() -> None:
    asked = argparse.ArgumentParser(description="Runs the compiled parts under sanitizers.")
    asked.add_argument("--pages", type=int, default=0)
    asked.add_argument("--cuts", type=int, default=10)
    asked.add_argument("--seed", type=int, default=0)
    asked.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    given = asked.parse_args()
    if given.inside:
        read_all(given.pages, given.cuts, given.seed)
        return
    tree = ROOT / "build/sanitized"
    shutil.rmtree(tree, ignore_errors=True)
    shutil.copytree(ROOT / "src", tree / "src", ignore=shutil.ignore_patterns("__pycache__"))
    package = tree / "src/backfile"
    for module, source in PARTS.items():
        if fault := compile_part(package / source, package / f"{module}{ENDING}", *_FLAGS):
            sys.exit(f"{source} is not compiled: {fault}")
    library = subprocess.run(
        ["gcc", "-print-file-name=libasan.so"], capture_output=True, text=True, check=True
    ).stdout.strip()
    done = subprocess.run(
        [sys.executable, "-m", "bench.sanitized", "--inside", *sys.argv[1:]],
        env={**os.environ, **_OPTIONS, "LD_PRELOAD": library, "PYTHONPATH": f"{package.parent}{os.pathsep}{ROOT}"},
        cwd=ROOT, check=False,
    )  # fmt: skip
    sys.exit(bool(done.returncode))


if __name__ == "__main__":
    main()
