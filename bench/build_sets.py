"""Builds the sets from clones of the public benchmarks that they come from.

    python -m bench.build_sets CLONES_DIR OUT_DIR [--only wcxb-dev,trafilatura]

CLONES_DIR holds the clones under their own names (docs/benchmarks.md has the `git clone` commands). For each set this writes, under
OUT_DIR/<set>: html/<id>.html.gz (the page's bytes as the clone has them), truth.jsonl and set.json (source, commit, licence). The pages
stay their publishers': keep OUT_DIR out of the project.
"""

import argparse
import gzip
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from bench.sources import SOURCES, CloneError, Source


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m bench.build_sets", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("clones", type=Path, metavar="CLONES_DIR")
    parser.add_argument("out", type=Path, metavar="OUT_DIR")
    parser.add_argument("--only", help="names of sets, parted by commas")
    given = parser.parse_args()
    names = given.only.split(",") if given.only else list(SOURCES)
    unknown = [name for name in names if name not in SOURCES]
    if unknown:
        parser.error(f"no such set: {', '.join(unknown)}. There are: {', '.join(SOURCES)}")
    faults = 0
    for name in names:
        try:
            print(f"{name}: {build(SOURCES[name], name, given.clones, given.out)} pages")
        except CloneError as error:
            faults += 1
            print(f"{name}: not built: {error}", file=sys.stderr)
    sys.exit(1 if faults else 0)


def build(source: Source, name: str, clones: Path, out: Path) -> int:
    """Write one set; how many pages it has. Raises CloneError where the clone, or a file in it, is missing."""
    clone = clones / source.repository.split("/")[1]
    if not clone.is_dir():
        raise CloneError(f"no clone at {clone}: git clone --depth 1 https://github.com/{source.repository} {clone}")
    folder = out / name
    (folder / "html").mkdir(parents=True, exist_ok=True)
    seen: set[str] = set()
    rows = []
    for truth, page in source.pages(clone):
        truth["id"] = _free(str(truth["id"]), seen)
        packed = gzip.compress(page, mtime=0)
        (folder / "html" / f"{truth['id']}.html.gz").write_bytes(packed)
        rows.append(json.dumps(truth, ensure_ascii=False) + "\n")
    (folder / "truth.jsonl").write_text("".join(rows), "utf-8")
    about: dict[str, Any] = {
        "set": name,
        "source": source.repository,
        "commit": commit_of(clone),
        "licence": source.licence,
        "about": source.about,
        "tells_address": source.tells_address,
        "pages": len(rows),
    }
    (folder / "set.json").write_text(json.dumps(about, indent=1, ensure_ascii=False) + "\n", "utf-8")
    return len(rows)


def commit_of(clone: Path) -> str | None:
    """The commit that is checked out; None where the folder is no clone but a copy."""
    said = subprocess.run(["git", "-C", str(clone), "rev-parse", "HEAD"], capture_output=True, text=True)
    return said.stdout.strip() if said.returncode == 0 and (clone / ".git").exists() else None


def _free(name: str, seen: set[str]) -> str:
    """A file listed under two addresses makes two pages: the second is name~2."""
    free, copy = name, 1
    while free in seen:
        copy += 1
        free = f"{name}~{copy}"
    seen.add(free)
    return free


if __name__ == "__main__":
    main()
