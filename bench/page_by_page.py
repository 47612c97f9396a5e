"""Every page of the sets read by two commits, page by page: which come out otherwise, and in what.

    python -m bench.page_by_page read OUT.jsonl.gz [--sets FOLDER] [--set NAME,NAME] [--src FOLDER]
    python -m bench.page_by_page compare BEFORE.jsonl.gz AFTER.jsonl.gz [--show FIELD] [--most 20]

`read` writes a line a page: the whole Story record and the label of each block, of every page of the sets and of the sample back
file. Another commit is read with --src ITS/src (a worktree's, say). `compare` lists how many pages differ in each field, and
with --show each page that differs in one, with both values; it exits with 1 where any page differs.
"""

import argparse
import gzip
import json
import os
import sys
from collections import Counter
from collections.abc import Iterator
from multiprocessing import Pool
from pathlib import Path
from typing import Any

from bench.predictions import ROOT
from bench.sets import find_sets

Line = dict[str, Any]


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m bench.page_by_page", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    verbs = parser.add_subparsers(dest="verb", required=True)
    reading = verbs.add_parser("read")
    reading.add_argument("out", type=Path)
    reading.add_argument("--sets", type=Path, default=ROOT.parent / "shared" / "data" / "sets")
    reading.add_argument("--set", help="names parted by commas; all if not given")
    reading.add_argument(
        "--src", type=Path, help="the src folder of the commit that is to read; this one's if not given"
    )
    comparing = verbs.add_parser("compare")
    comparing.add_argument("before", type=Path)
    comparing.add_argument("after", type=Path)
    comparing.add_argument("--show", help="list each page that differs in this field, both values")
    comparing.add_argument("--most", type=int, default=20, help="pages listed at most")
    given = parser.parse_args()
    if given.verb == "read":
        if given.src:
            _read_with(given.src)
        write(given.out, given.sets, given.set)
        return
    differing = compare(given.before, given.after)
    print(table(differing))
    if given.show:
        for line in shown(differing, given.show, given.most):
            print(line)
    sys.exit(1 if differing else None)


def _read_with(src: Path) -> None:
    """Start again with another commit's package before this one's."""
    if os.environ.get("BACKFILE_SRC") != str(src):
        environment = os.environ | {"BACKFILE_SRC": str(src), "PYTHONPATH": f"{src.absolute()}{os.pathsep}{ROOT}"}
        os.execve(sys.executable, [sys.executable, "-m", "bench.page_by_page", *sys.argv[1:]], environment)


def write(out: Path, sets: Path, names: str | None) -> None:
    """Read every page and write what came of it, in order."""
    with gzip.open(out, "wt", encoding="utf-8", compresslevel=3) as file, Pool(os.cpu_count()) as pool:
        for line in pool.imap(_line, _pages(sets, names), chunksize=8):
            file.write(json.dumps(line, ensure_ascii=True) + "\n")


def _pages(sets: Path, names: str | None) -> Iterator[tuple[str, bytes, str | None]]:
    for pages in find_sets(sets, names):
        for page in pages.pages():
            yield f"{pages.name}/{page.id}", page.raw, page.url
    samples = ROOT / "samples" / "saved" / "pages"
    for path in sorted(samples.rglob("*.htm*")):
        yield f"samples/{path.relative_to(samples)}", path.read_bytes(), None


def _line(page: tuple[str, bytes, str | None]) -> Line:
    from backfile.model.capture import Capture, Place
    from backfile.reading import read_capture, read_labels

    name, payload, url = page
    capture = Capture(payload, "", Place("-"), url=url, media_type="text/html")
    found = read_labels(capture)
    labels = [[label[0].value, str(label[1])] for label in (found[1] if isinstance(found, tuple) else found.labels)]
    record = json.loads(json.dumps(read_capture(capture).to_dict(), default=str))
    return {"page": name, "labels": labels, **record}


def compare(before: Path, after: Path) -> list[tuple[str, str, Any, Any]]:
    """(page, field, value before, value after) of every field of every page that differs."""
    earlier = {line["page"]: line for line in _lines(before)}
    differing = []
    for line in _lines(after):
        old = earlier.pop(line["page"], None)
        if old is None:
            differing.append((line["page"], "page", None, "new"))
            continue
        fields = [field for field in dict.fromkeys((*old, *line)) if old.get(field) != line.get(field)]
        differing.extend((line["page"], field, old.get(field), line.get(field)) for field in fields)
    return differing + [(page, "page", "gone", None) for page in earlier]


def _lines(path: Path) -> Iterator[Line]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        yield from map(json.loads, file)


def table(differing: list[tuple[str, str, Any, Any]]) -> str:
    """How many pages differ in each field, by set."""
    pages = {page for page, *_ in differing}
    counts = Counter((field, page.split("/")[0]) for page, field, *_ in differing)
    lines = [f"{len(pages)} pages differ"]
    for (field, name), count in sorted(counts.items()):
        lines.append(f"{field:<16}{name:<24}{count:>6}")
    return "\n".join(lines)


def shown(differing: list[tuple[str, str, Any, Any]], field: str, most: int) -> Iterator[str]:
    """Pages that differ in a field: of lists and objects what only one has."""
    found = [(page, old, new) for page, name, old, new in differing if name == field]
    for page, old, new in found[:most]:
        yield f"\n{page}"
        if isinstance(old, list) and isinstance(new, list):
            mine, theirs = ([json.dumps(item, ensure_ascii=False) for item in items] for items in (old, new))
            yield from (f"  - {item[:300]}" for item in mine if item not in theirs)
            yield from (f"  + {item[:300]}" for item in theirs if item not in mine)
        else:
            yield f"  - {json.dumps(old, ensure_ascii=False)[:600]}"
            yield f"  + {json.dumps(new, ensure_ascii=False)[:600]}"
    if len(found) > most:
        yield f"\n... and {len(found) - most} more"


if __name__ == "__main__":
    main()
