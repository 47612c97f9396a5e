"""`make bench-worst SET=publishers-dev`: the pages that Backfile reads worst, with what the best peer makes of them.

    python -m bench.worst --set NAME [--sets FOLDER] [--count 10]

By shingle F1 where the set has bodies, by segments right where it has these, by wrong and missed days else.
"""

import argparse
import sys
from pathlib import Path

from bench.__main__ import kept_answers, score
from bench.extractors import OURS
from bench.metrics import page_rates
from bench.predictions import ROOT, find_pythons, make_predictions, missing_jobs
from bench.scores import PageScore
from bench.sets import find_sets
from bench.tables import markdown_table

_DAYS = {"wrong": 0.0, "missed": 0.5, "right": 1.0}


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m bench.worst", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sets", type=Path, default=ROOT.parent / "shared" / "data" / "sets")
    parser.add_argument("--set", required=True, help="the set's name")
    parser.add_argument("--count", type=int, default=10)
    given = parser.parse_args()
    try:
        pages = find_sets(given.sets, given.set)[0]
    except FileNotFoundError as error:
        sys.exit(str(error))
    pythons = find_pythons()
    make_predictions(list(missing_jobs([pages], list(OURS), pythons)))
    scored = score(pages, kept_answers(pages, pythons))
    peers = {name: {page.id: page for page in rows} for name, rows in scored.items() if name != "backfile"}
    urls = {truth["id"]: truth.get("url") or "-" for truth in pages.truths}
    rows = [_row(page, peers, urls[page.id]) for page in worst(scored["backfile"], given.count)]
    print(markdown_table(["page", "type", "score", "precision", "recall", "day", "best peer", "address"], rows))


def worst(pages: list[PageScore], count: int) -> list[PageScore]:
    """The pages of lowest goodness, lowest first; articles only where the set has other kinds too."""
    types = {page.page_type for page in pages}
    asked = [page for page in pages if page.page_type == "article"] if "article" in types else pages
    return sorted((page for page in asked if goodness(page) is not None), key=lambda page: goodness(page) or 0.0)[
        :count
    ]


def goodness(page: PageScore) -> float | None:
    """From 0 to 1; None where the truth says nothing of the page."""
    if page.body is not None:
        return page_rates(page.body).f1
    if page.segments is not None:
        right = page.segments.found + page.segments.left_out
        return right / sum(page.segments)
    return None if page.date is None else _DAYS[page.date]


def _row(page: PageScore, peers: dict[str, dict[str, PageScore]], url: str) -> list[str]:
    rates = page_rates(page.body) if page.body else None
    theirs = {name: goodness(rows[page.id]) for name, rows in peers.items() if page.id in rows}
    best = max(((value, name) for name, value in theirs.items() if value is not None), default=None)
    return [
        page.id,
        page.page_type or "-",
        f"{goodness(page) or 0:.3f}",
        f"{rates.precision:.3f}" if rates else "-",
        f"{rates.recall:.3f}" if rates else "-",
        page.date or "-",
        f"{best[0]:.3f} {best[1]}" if best else "-",
        url,
    ]


if __name__ == "__main__":
    main()
