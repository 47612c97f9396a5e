"""Fails where a field of a made-up page that was read rightly is read wrongly now, and says which field of which page.

    python -m bench.check_fields [--whole FOLDER]     the pages of tests/pages, and the folder's where it is there
    python -m bench.check_fields --keep               write the places that are wrong now into bench/fields.json

`bench/fields.json` holds the places that were wrong when it was written; a place that is wrong and not in it has fallen. The folder
holds pages, their truth (`truth.jsonl`) and the scorer that was made with them (`score.py`), which is asked for each page.
"""

import argparse
import importlib.util
import json
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from bench.predictions import ROOT
from tests.test_pages import PAGES, capture_in, differences

import backfile
from backfile.reading import read_capture

KEPT = ROOT / "bench" / "fields.json"
WHOLE = ROOT.parent / "shared" / "cases" / "whole"
_RIGHT = frozenset(("right", "null"))
Place = tuple[str, str]
"""A page and a field."""


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m bench.check_fields", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--whole", type=Path, default=WHOLE, help="a folder of pages with the whole truth")
    parser.add_argument("--keep", action="store_true", help="write the places that are wrong now")
    given = parser.parse_args()
    wrong = dict(_own())
    if (given.whole / "truth.jsonl").is_file():
        wrong |= dict(of_folder(given.whole))
    if given.keep:
        KEPT.write_text(json.dumps(sorted(map(list, wrong)), indent=0) + "\n", "utf-8")
    known = {(page, field) for page, field in json.loads(KEPT.read_text("utf-8"))}
    faults = fallen(wrong, known)
    print(f"{len(wrong)} places wrong, {len(known)} known")
    sys.exit("\n".join(faults) if faults else None)


def fallen(wrong: dict[Place, str], known: set[Place]) -> list[str]:
    """What is wrong and was right, a line each."""
    return [
        f"{page}: {field} fell: {why}" for (page, field), why in sorted(wrong.items()) if (page, field) not in known
    ]


def _own() -> Iterator[tuple[Place, str]]:
    for folder in PAGES:
        record = read_capture(capture_in(folder)).to_dict()
        for field, due in json.loads((folder / "story.json").read_text("utf-8")).items():
            if lines := differences(record.get(field), due, field):
                yield (folder.name, field), lines[0]


def of_folder(folder: Path) -> Iterator[tuple[Place, str]]:
    """What is wrong on the pages of a folder, by its own scorer."""
    spec = importlib.util.spec_from_file_location("whole_score", folder / "score.py")
    if spec is None or spec.loader is None:
        return
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    for line in (folder / "truth.jsonl").read_text("utf-8").splitlines():
        truth: dict[str, Any] = json.loads(line)
        at = datetime.fromisoformat(truth["captured_at"]) if truth["captured_at"] else None
        page = (folder / "pages" / truth["file"]).read_bytes()
        record = backfile.read(page, url=truth["url"], captured_at=at).to_dict()
        for judge in scorer.JUDGES:
            for field, verdict, why in judge(truth, record):
                if verdict not in _RIGHT:
                    yield (truth["id"], field), f"{verdict}: {why}"


if __name__ == "__main__":
    main()
