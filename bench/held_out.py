"""How Backfile reads pages of sites that its block model has not seen.

    python -m bench.held_out WEIGHTS_FOLDER [--sets FOLDER] [--set NAME,NAME]

WEIGHTS_FOLDER holds fold-0.npz ... fold-4.npz, or some of them, each made by bench/train_blocks.py --without 0 ... 4. Every
page whose site is in fold n is read with fold-n.npz: the rules as they are, the model as it would be without that site.
Pages of folds that have no weights there are left out.
"""

import argparse
from collections import defaultdict
from pathlib import Path

from bench.check_floor import figures
from bench.extractors import EVERY
from bench.predictions import ROOT
from bench.scores import PageScore, Truth, summary
from bench.sets import find_sets
from bench.sites import FOLDS, fold_of, site_of
from bench.worker import attempt, tidy

from backfile.label import model_vote as weighing
from backfile.label import network_file


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path)
    parser.add_argument("--sets", type=Path, default=ROOT.parent / "shared" / "data" / "sets")
    parser.add_argument("--set", default="publishers-dev,wcxb-dev,trafilatura")
    parser.add_argument("--bounds", help="three numbers: label.weighing LEAST,ENOUGH,SURE")
    given = parser.parse_args()
    if given.bounds:
        weighing.LEAST, weighing.ENOUGH, weighing.SURE = map(float, given.bounds.split(","))
    ours = EVERY["backfile"]
    extract = ours.load()
    scores: dict[str, list[PageScore]] = defaultdict(list)
    for fold in range(FOLDS):
        weights = given.weights / f"fold-{fold}.npz"
        if not weights.is_file():
            continue
        network_file.WEIGHTS = weights.resolve()
        for pages in find_sets(given.sets, given.set):
            kept = {t["id"]: t for t in pages.truths if fold_of(site_of(t.get("url"), t["id"])) == fold}
            for page in pages.pages(set(kept)):
                answer, _ = attempt(extract, page)
                scores[pages.name].append(Truth(kept[page.id]).score(tidy(answer), ours))
    for name, rows in scores.items():
        of_articles = [row for row in rows if row.page_type in (None, "article")]
        for label, some in ((name, rows), (f"{name}, its articles", of_articles)):
            if some is rows or len(some) < len(rows):
                found = figures(summary(some))
                print(f"{label}: {len(some)} pages, " + ", ".join(f"{key} {value}" for key, value in found.items()))


if __name__ == "__main__":
    main()
