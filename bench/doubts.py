"""Whether doubts mark the pages that are read worst.

    python -m bench.doubts [WEIGHTS_FOLDER] [--sets FOLDER] [--set NAME,NAME] [--list]

Of the tenth of a set's articles that are read worst, by shingle F1, how many carry a doubt about the body or the kind, and how many of
the rest. WEIGHTS_FOLDER holds fold-0.npz ... as bench/held_out.py takes them: each page is then read without what was learnt
from its site, and pages of folds without weights are left out. --list prints the worst pages with their doubts.
"""

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from bench.extractors import EVERY
from bench.metrics import page_rates
from bench.predictions import ROOT
from bench.scores import Truth
from bench.sets import TruthSet, find_sets
from bench.sites import fold_of, site_of

import backfile
from backfile.label import network_file

_OURS = EVERY["backfile"]
_COUNTED = ("body", "kind")
ARTICLES = (None, "article", "story")
_WORST = 10


class Read(NamedTuple):
    """A page as it was read."""

    id: str
    f1: float
    doubts: tuple[str, ...]
    """About the body or the kind."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path, nargs="?")
    parser.add_argument("--sets", type=Path, default=ROOT.parent / "shared" / "data" / "sets")
    parser.add_argument("--set", default="publishers-dev,wcxb-dev")
    parser.add_argument("--list", action="store_true")
    given = parser.parse_args()
    for pages in find_sets(given.sets, given.set):
        read = sorted(read_all(pages, given.weights), key=lambda page: (page.f1, page.id))
        if read:
            say(pages.name, read, given.list)


def read_all(pages: TruthSet, weights: Path | None) -> Iterator[Read]:
    """The articles of a set whose body is known; with weights those of the folds that there are weights of."""
    truths = {t["id"]: t for t in pages.truths if t.get("body") and t.get("page_type") in ARTICLES}
    shipped = network_file.WEIGHTS
    for page in pages.pages(set(truths)):
        known = truths[page.id]
        if weights is not None:
            network_file.WEIGHTS = weights.resolve() / f"fold-{fold_of(site_of(known.get('url'), page.id))}.npz"
            if not network_file.WEIGHTS.is_file():
                continue
        story = backfile.read(page.raw, url=page.url, analyse=False)
        body = Truth(known).score({"body": story.body}, _OURS).body
        if body is not None:
            doubts = tuple(doubt.reason for doubt in story.doubts if doubt.field in _COUNTED)
            yield Read(page.id, page_rates(body).f1, doubts)
    network_file.WEIGHTS = shipped


def say(name: str, read: Sequence[Read], is_listed: bool) -> None:
    """The figures of a set, its pages from the worst on."""
    count = round(len(read) / _WORST)
    worst, rest = read[:count], read[count:]
    print(
        f"{name}: {len(read)} pages; of the {len(worst)} read worst (F1 up to {worst[-1].f1:.3f}) {_share(worst)} are in doubt,"
        f" of the rest {_share(rest)}"
    )
    for word, of_worst in Counter(word for page in worst for word in set(page.doubts)).most_common():
        of_rest = sum(word in page.doubts for page in rest)
        print(f"  {word:<24} {of_worst:>4} of the worst, {of_rest:>4} of the rest")
    for page in worst if is_listed else ():
        print(f"  {page.f1:.3f} {page.id}: {', '.join(page.doubts) or '-'}")


def _share(pages: Sequence[Read]) -> str:
    doubtful = sum(bool(page.doubts) for page in pages)
    return f"{doubtful} ({doubtful / len(pages):.0%})"


if __name__ == "__main__":
    main()
