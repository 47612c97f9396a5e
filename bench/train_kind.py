"""Fit the weights of src/backfile/story/likelihood.py: python bench/train_kind.py SETS_DIR

Reads wcxb-dev (page types) under SETS_DIR, and the story sets beside it as further stories. Prints what five folds split
by site score on sites that they have not seen, and the table to put into WEIGHTS.
"""

import gzip
import hashlib
import json
import sys
from pathlib import Path
from urllib.parse import urlsplit

import numpy as np

from backfile.lexicon.schema_org import types_of
from backfile.model.capture import Capture, Place
from backfile.reading import read_labels
from backfile.story.likelihood import story_facts

FOLDS, RIDGE, NO_STORY_WEIGHT = 5, 1.0, 1.5


def rows(folder: Path, *, is_story=None):
    for line in (folder / "truth.jsonl").read_text("utf-8").strip().split("\n"):  # not splitlines: texts hold U+2028
        truth = json.loads(line)
        payload = gzip.decompress((folder / "html" / f"{truth['id']}.html.gz").read_bytes())
        labelled = read_labels(Capture(payload, "", Place("-"), url=truth.get("url")))
        page = labelled.page
        types = set().union(*(types_of(item) for item in page.linked_data)) if page.linked_data else set()
        facts = story_facts(labelled, page.story_node, types)
        site = urlsplit(truth.get("url") or truth["id"]).netloc
        kind = is_story if is_story is not None else truth["page_type"] == "article"
        yield facts, kind, int(hashlib.sha256(site.encode()).hexdigest(), 16) % FOLDS


def fitted(x, y):
    weights = np.zeros(x.shape[1])
    sample = np.where(y == 1, 1.0, NO_STORY_WEIGHT)
    ridge = RIDGE * np.eye(x.shape[1])
    for _ in range(60):
        p = 1 / (1 + np.exp(-x @ weights))
        weights -= np.linalg.solve(
            (x.T * (p * (1 - p) * sample)) @ x + ridge, x.T @ ((p - y) * sample) + RIDGE * weights
        )
    return weights


def main() -> None:
    sets = Path(sys.argv[1])
    data = list(rows(sets / "wcxb-dev"))
    more = list(rows(sets / "publishers-dev", is_story=True))
    names = list(data[0][0])
    x = np.array([[float(facts[name]) for name in names] for facts, _, _ in data])
    y = np.array([float(kind) for _, kind, _ in data])
    fold = np.array([number for _, _, number in data])
    extra = np.array([[float(facts[name]) for name in names] for facts, _, _ in more])
    right = no_story_as_story = story_as_none = 0
    for held_out in range(FOLDS):
        train_x = np.vstack([x[fold != held_out], extra])
        weights = fitted(train_x, np.r_[y[fold != held_out], np.ones(len(extra))])
        said = x[fold == held_out] @ weights > 0
        right += int((said == y[fold == held_out]).sum())
        no_story_as_story += int((said & (y[fold == held_out] == 0)).sum())
        story_as_none += int((~said & (y[fold == held_out] == 1)).sum())
    print(
        f"unseen sites: {right / len(y):.3f} right; {no_story_as_story} read as a story, {story_as_none} stories missed"
    )
    weights = fitted(np.vstack([x, extra]), np.r_[y, np.ones(len(extra))])
    for name, weight in zip(names, weights, strict=True):
        print(f'    "{name}": {weight:.2f},')


if __name__ == "__main__":
    main()
