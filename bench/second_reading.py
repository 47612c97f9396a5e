"""Whether a page that is in doubt is read better a second time, by other means.

    python -m bench.second_reading WEIGHTS_FOLDER [--sets FOLDER] [--set NAME,NAME]

Of the articles whose body is in doubt, the mean shingle F1 as they are read now, by the rules alone, by the block model's word on every block
that is open, between the two, and by resiliparse's main content where that is installed; and the mean over all articles if the doubtful
were read so. The last line takes the best of them page by page, which nobody can know: the most that could be won. WEIGHTS_FOLDER as for
bench/held_out.py.
"""

import argparse
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from statistics import fmean
from typing import Any

from bench.doubts import ARTICLES
from bench.extractors import EVERY
from bench.metrics import page_rates
from bench.predictions import ROOT
from bench.scores import Truth
from bench.sets import SavedPage, find_sets
from bench.sites import fold_of, site_of

import backfile
from backfile.label import label_page, model_vote, network_file
from backfile.model.label import RuleName

_OURS = EVERY["backfile"]
_NOW = "as now"
_BOUNDS = {"between the two": (0.2, 0.7, 0.9), "the model's word": (0.5, 0.5, 0.5)}
"""LEAST, ENOUGH and SURE of label/model_vote.py."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path)
    parser.add_argument("--sets", type=Path, default=ROOT.parent / "shared" / "data" / "sets")
    parser.add_argument("--set", default="publishers-dev,wcxb-dev")
    given = parser.parse_args()
    for pages in find_sets(given.sets, given.set):
        truths = {t["id"]: t for t in pages.truths if t.get("body") and t.get("page_type") in ARTICLES}
        sure: list[float] = []
        doubtful: list[dict[str, float]] = []
        for page in pages.pages(set(truths)):
            known = truths[page.id]
            network_file.WEIGHTS = given.weights.resolve() / f"fold-{fold_of(site_of(known.get('url'), page.id))}.npz"
            if network_file.WEIGHTS.is_file():
                story = _story(page)
                truth = Truth(known)
                if any(doubt.field == "body" for doubt in story.doubts):
                    doubtful.append({name: _f1(truth, read(page)) for name, read in readings()})
                else:
                    sure.append(_f1(truth, story.body))
        say(pages.name, sure, doubtful)


def readings() -> Iterator[tuple[str, Callable[[SavedPage], str]]]:
    """Ways to read a page, by name."""
    yield _NOW, lambda page: _story(page).body
    yield "rules alone", _by_rules
    for name, bounds in _BOUNDS.items():
        yield name, lambda page, bounds=bounds: _by_bounds(page, bounds)
    if find_spec("resiliparse"):
        yield "resiliparse", _by_resiliparse


def say(name: str, sure: list[float], doubtful: list[dict[str, float]]) -> None:
    """What each way gives, on the doubtful pages and on all."""
    print(f"{name}: {len(sure) + len(doubtful)} articles, {len(doubtful)} of them in doubt")
    for way in doubtful[0] if doubtful else ():
        _say(way, sure, [page[way] for page in doubtful])
    if doubtful:
        _say("the best of each", sure, [max(page.values()) for page in doubtful])


def _say(way: str, sure: list[float], there: list[float]) -> None:
    print(f"  {way:<18} {fmean(there):.3f} there, {fmean([*sure, *there]):.4f} on all")


def _story(page: SavedPage) -> backfile.Story:
    return backfile.read(page.raw, url=page.url, analyse=False)


def _f1(truth: Truth, body: str) -> float:
    found = truth.score({"body": body}, _OURS).body
    return page_rates(found).f1 if found is not None else 0.0


@contextmanager
def _with(module: Any, **values: Any) -> Iterator[None]:
    before = {name: getattr(module, name) for name in values}
    try:
        for name, value in values.items():
            setattr(module, name, value)
        yield
    finally:
        for name, value in before.items():
            setattr(module, name, value)


def _by_rules(page: SavedPage) -> str:
    rules = tuple(rule for rule in label_page.STORY_RULES if rule.name is not RuleName.MODEL_VOTE)
    with _with(label_page, STORY_RULES=rules):
        return _story(page).body


def _by_bounds(page: SavedPage, bounds: tuple[float, float, float]) -> str:
    least, enough, sure = bounds
    with _with(model_vote, LEAST=least, ENOUGH=enough, SURE=sure):
        return _story(page).body


def _by_resiliparse(page: SavedPage) -> str:
    from resiliparse.extract.html2text import extract_plain_text  # type: ignore[import-not-found,unused-ignore]

    return str(extract_plain_text(page.text, main_content=True, alt_texts=False, links=False))


if __name__ == "__main__":
    main()
