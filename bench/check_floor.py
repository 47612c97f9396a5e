"""Fails where Backfile's scores on a set fall below those in bench/floor.json.

    python -m bench.check_floor [--sets FOLDER] [--set NAME,NAME]
    python -m bench.check_floor --raise                       write the scores of now where they are higher
    python -m bench.check_floor --lower --because "REASON"    write them where they are lower; the reason is kept in the file

A floor holds for one state of a set (its digest). Wrong days are a ceiling: more of them fails. Where floor.json has no set, the set is
left alone until --raise puts it in.
"""

import argparse
import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bench.extractors import OURS
from bench.predictions import ROOT
from bench.scores import PageScore, Scores, Truth, summary
from bench.sets import TruthSet, find_sets
from bench.worker import attempt, tidy

FLOOR = ROOT / "bench" / "floor.json"
_SLACK = 0.0005
"""Figures are kept to three places."""
Figures = dict[str, float]


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m bench.check_floor", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sets", type=Path, default=ROOT.parent / "shared" / "data" / "sets")
    parser.add_argument("--set", help="names parted by commas; those in floor.json if not given")
    parser.add_argument("--raise", action="store_true", dest="up", help="write higher scores")
    parser.add_argument("--lower", action="store_true", help="write lower scores; needs --because")
    parser.add_argument("--because", help="why the scores may be lower than they were")
    given = parser.parse_args()
    if given.lower and not given.because:
        sys.exit('--lower needs --because "REASON": why may the scores be lower than they were?')
    kept = json.loads(FLOOR.read_text("utf-8"))
    try:
        sets = find_sets(given.sets, given.set or ",".join(kept["sets"]) or None)
    except FileNotFoundError as error:
        sys.exit(str(error))
    faults = [fault for pages in sets for fault in settle(kept, pages, up=given.up, because=given.because)]
    if given.up or given.lower:
        FLOOR.write_text(json.dumps(kept, indent=1) + "\n", "utf-8")
    sys.exit("\n".join(faults) if faults else None)


def settle(kept: dict[str, Any], pages: TruthSet, *, up: bool, because: str | None) -> list[str]:
    """Compare a set's scores with its floor, changing `kept` where that is asked for; what is still below."""
    found = figures(summary(read_set(pages)))
    floor = kept["sets"].get(pages.name)
    print(f"{pages.name}: " + ", ".join(f"{name} {value}" for name, value in found.items()))
    if floor is None or floor["digest"] != pages.digest:
        if floor is not None and not because:
            return [f"{pages.name}: the set is not the one that its floor was measured on: --lower --because says why"]
        if up or because:
            kept["sets"][pages.name] = {"digest": pages.digest, "scores": found}
            _note(kept, pages.name, because)
        return []
    low = below(floor["scores"], found)
    if low and because:
        floor["scores"] = found
        _note(kept, pages.name, because)
        return []
    if up:
        floor["scores"] = {
            name: _better(name, floor["scores"].get(name, value), value) for name, value in found.items()
        }
    return [f"{pages.name}: {line}" for line in low]


def read_set(pages: TruthSet, ids: set[str] | None = None) -> list[PageScore]:
    """Backfile's figures for each page, read here and now."""
    ours = OURS[0]
    extract, truths = ours.load(), {truth["id"]: Truth(truth) for truth in pages.truths}
    found = []
    for page in pages.pages(ids):
        answer, failure = attempt(extract, page)
        found.append(truths[page.id].score(tidy(answer) | ({"error": failure} if failure else {}), ours))
    return found


def figures(scores: Scores) -> Figures:
    """What a floor holds, to three places."""
    found = {
        "body_f1": scores.body.f1 if scores.body else None,
        "exact": scores.exact,
        "bag_f1": scores.bag,
        "segments_f1": scores.segments,
        "headline": scores.headline,
        "authors": scores.authors,
        "day_right": scores.dates.right / scores.dates.pages if scores.dates else None,
        "day_wrong": scores.dates.wrong / scores.dates.pages if scores.dates else None,
        "kind": scores.kind,
    }
    return {name: round(value, 3) for name, value in found.items() if value is not None}


def below(floor: Figures, found: Figures) -> list[str]:
    """The figures that are worse than their floor, in words. A figure that is gone is worse."""
    lines = []
    for name, due in floor.items():
        value = found.get(name)
        if value is None or (_better(name, due, value) != value and abs(due - value) > _SLACK):
            lines.append(f"{name} is {value}, and its floor is {due}")
    return lines


def _better(name: str, one: float, other: float) -> float:
    return min(one, other) if name == "day_wrong" else max(one, other)


def _note(kept: dict[str, Any], name: str, because: str | None) -> None:
    if because:
        day = datetime.now(UTC).strftime("%Y-%m-%d")
        kept["lowered"].append({"set": name, "day": day, "because": because})


if __name__ == "__main__":
    main()
