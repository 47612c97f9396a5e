"""`make bench`: Backfile beside its peers, on every set it is pointed to.

    python -m bench [--sets FOLDER] [--set NAME,NAME] [--time yes|no] [--time-set NAME] [--write yes|no]

Prints the tables, and writes docs/bench.md and docs/bench.svg. Answers are kept under bench/work for each version of an extractor and
each state of a set: a second run makes only those that are missing, so after a change to Backfile only Backfile's. With --time no the
times last measured are shown, with their date.
"""

import argparse
import shlex
import sys
from datetime import UTC, datetime
from pathlib import Path

from bench.extractors import OURS, PEERS, TIMED_ONLY
from bench.picture import draw
from bench.predictions import (
    ROOT,
    Predictions,
    Pythons,
    find_pythons,
    make_predictions,
    missing_jobs,
    place_of,
    read_predictions,
)
from bench.report import Measured, report
from bench.scores import PageScore, Truth
from bench.sets import TruthSet, find_sets
from bench.timing import kept_timing, time_extractors


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m bench", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sets", type=Path, default=ROOT.parent / "shared" / "data" / "sets", help="folder of sets")
    parser.add_argument("--set", help="names of sets, parted by commas; every set there if not given")
    parser.add_argument(
        "--time", choices=("yes", "no"), default="yes", help="measure times, or show those last measured"
    )
    parser.add_argument("--time-set", default="publishers-dev", help="the set to measure times on")
    parser.add_argument("--write", choices=("yes", "no"), default="yes", help="write docs/bench.md and docs/bench.svg")
    given = parser.parse_args()
    try:
        sets = find_sets(given.sets, given.set)
        timed = find_sets(given.sets, given.time_set)[0] if given.time == "yes" else None
    except FileNotFoundError as error:
        sys.exit(str(error))
    measured = measure(sets, timed)
    text = report(measured)
    print(text)
    if given.write == "yes":
        write(measured, text)


def measure(sets: list[TruthSet], timed: TruthSet | None) -> Measured:
    """Make the answers that are missing, score all, time where asked."""
    pythons = find_pythons()
    make_predictions(list(missing_jobs(sets, [*OURS, *PEERS], pythons)))
    pages: dict[str, dict[str, list[PageScore]]] = {}
    runs: dict[str, dict[str, int]] = {}
    for pages_of in sets:
        answers = kept_answers(pages_of, pythons)
        pages[pages_of.name] = score(pages_of, answers)
        runs[pages_of.name] = {name: found.run["peak_mb"] for name, found in answers.items()}
    if timed is not None:
        names = [e.name for e in (*TIMED_ONLY, *OURS, *PEERS) if pythons.versions.get(e.name) and e.name != "htmldate"]
        time_extractors(timed, names, pythons)
    return Measured(
        sets={pages_of.name: pages_of for pages_of in sets},
        pages=pages,
        memory=runs,
        timing=kept_timing(),
        versions=pythons.versions,
        when=datetime.now(UTC).strftime("%Y-%m-%d"),
        command=shlex.join(["python", "-m", "bench", *sys.argv[1:]]),
    )


def kept_answers(pages: TruthSet, pythons: Pythons) -> dict[str, Predictions]:
    """Extractor's name -> its answers, where it has any for this set."""
    places = {e.name: place_of(pages, e, pythons.versions.get(e.name)) for e in (*OURS, *PEERS)}
    return {name: read_predictions(place) for name, place in places.items() if place.exists()}


def score(pages: TruthSet, answers: dict[str, Predictions]) -> dict[str, list[PageScore]]:
    """Extractor's name -> every page's figures."""
    extractors = {extractor.name: extractor for extractor in (*OURS, *PEERS)}
    found: dict[str, list[PageScore]] = {name: [] for name in answers}
    for known in pages.truths:
        truth = Truth(known)
        for name, given in answers.items():
            found[name].append(truth.score(given.answers.get(known["id"], {}), extractors[name]))
    return found


def write(measured: Measured, text: str) -> None:
    """docs/bench.md; and docs/bench.svg, of the set that was timed, where that set was scored."""
    (ROOT / "docs" / "bench.md").write_text(text + "\n", "utf-8")
    timing = measured.timing
    name = timing.set_name if timing and timing.set_name in measured.sets else next(iter(measured.sets))
    view = next(view for view in measured.views() if view.set_name == name)
    (ROOT / "docs" / "bench.svg").write_text(draw(view.title, view.rows, timing), "utf-8")
    print("docs/bench.md and docs/bench.svg are written.", file=sys.stderr)


if __name__ == "__main__":
    main()
