#!/usr/bin/env python3
"""Train the block model and write src/backfile/label/weights.npz; with --folds, say how it reads unseen sites.

    python -m venv .venv-train
    .venv-train/bin/pip install torch==2.13.0 numpy==2.4.6 selectolax==1.0.2 faust-cchardet orjson
    PYTHONPATH=src .venv-train/bin/python bench/train_blocks.py SETS [--folds 5] [--out FILE] [--epochs 8]

SETS is the folder that holds publishers-dev and the others, each as ../shared/data/README.md says. Folds are of sites.
"""

import argparse
import pathlib
import random
import re
from collections import Counter, defaultdict
from typing import Any

import numpy as np
import torch
from block_examples import SETS, SOURCE, Example, read_set, sites_by_word
from block_network import Network, Scaling, fit, predict, tensors

from backfile.label.decode import decode_scores
from backfile.label.model import CUSTOMS

MIXTURE = {SOURCE["publishers-dev"]: CUSTOMS[0], SOURCE["wcxb-dev"]: CUSTOMS[1]}
_LEAST_SITES = {"words": 15, "names": 20}


def common(examples: list[Example], *, of_names: bool) -> np.ndarray:
    """Hashes that enough sites have, the commonest first."""
    least = _LEAST_SITES["names" if of_names else "words"]
    seen = sites_by_word(examples, of_names=of_names)
    return np.array([number for number, sites in seen.most_common() if sites >= least and number], dtype=np.uint64)


def folds_of(examples: list[Example], folds: int) -> list[int]:
    """A fold a page; one site's pages all in one."""
    sites = sorted({example.site for example in examples})
    random.Random(7).shuffle(sites)
    fold = {site: number % folds for number, site in enumerate(sites)}
    return [fold[example.site] for example in examples]


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """The article-extraction-benchmark's unit: runs of four words."""
    tokens = re.findall(r"\w+", text)
    return Counter(tuple(tokens[i : i + 4]) for i in range(max(1, len(tokens) - 3)) if tokens)


def scores(rows: list[tuple[dict[str, Any], str]]) -> dict[str, float]:
    """Shingle F1 (of mean precision and recall), exact match, mean word-bag F1, segments F1, where there is truth."""
    precision, recall, exact, bag = [], [], [], []
    segments = [0, 0, 0]
    for truth, text in rows:
        if truth.get("body") is not None:
            due, got = shingles(truth["body"]), shingles(text)
            same = sum((due & got).values())
            precision += [same / sum(got.values())] if got else []
            recall += [same / sum(due.values())] if due else []
            exact.append(re.findall(r"\w+", truth["body"]) == re.findall(r"\w+", text))
            words, have = (Counter(re.findall(r"\w+", each.lower())) for each in (truth["body"], text))
            bag.append(2 * sum((words & have).values()) / max(1, sum(words.values()) + sum(have.values())))
        folded = re.sub(r"\s+", " ", text)
        held = [
            sum(re.sub(r"\s+", " ", part).strip() in folded for part in truth.get(key) or [])
            for key in ("with", "without")
        ]
        segments = [segments[0] + held[0], segments[1] + held[1], segments[2] + len(truth.get("with") or []) - held[0]]
    out = {}
    if precision:
        p, r = np.mean(precision), np.mean(recall)
        out = {
            "shingle F1": 2 * p * r / (p + r),
            "precision": p,
            "recall": r,
            "exact": np.mean(exact),
            "bag F1": np.mean(bag),
        }
    if sum(segments):
        out["segments F1"] = 2 * segments[0] / (2 * segments[0] + segments[1] + segments[2])
    return {name: round(float(value), 4) for name, value in out.items()}


def report(examples: list[Example], likely: list[np.ndarray | None]) -> None:
    """The held-out figures, a line a set."""
    rows = defaultdict(list)
    for example, scored in zip(examples, likely, strict=True):
        if scored is not None and example.set_name != "htmldate-default" and example.is_story:
            is_kept = decode_scores(scored.tolist())
            kept = [text for text, is_body in zip(example.texts, is_kept, strict=True) if is_body]
            rows[example.set_name].append((example.truth, "\n".join(kept)))
    for name, pages in rows.items():
        print(f"{name:18} {len(pages):4} pages", scores(pages), flush=True)


def arrays(net: Network, scaling: Scaling) -> dict[str, np.ndarray]:
    """The network as label/model.py reads it."""

    def half(tensor: torch.Tensor) -> np.ndarray:
        return tensor.detach().numpy().astype(np.float16)

    out = {
        "word_hashes": scaling.words, "name_hashes": scaling.names,
        "mean": scaling.mean.astype(np.float32), "scale": scaling.scale.astype(np.float32),
        "words": half(net.words.weight), "names": half(net.names.weight),
        "first": half(net.first.weight.T), "first_bias": half(net.first.bias),
        "customs": half(torch.stack([net.source.weight[SOURCE[name]] for name in ("publishers-dev", "wcxb-dev")])),
        "trait": half(net.trait.weight.T), "trait_bias": half(net.trait.bias),
        "alike_trait": half(net.alike_trait.weight.T), "alike_trait_bias": half(net.alike_trait.bias),
        "alike": half(net.alike.weight.T), "pooled": half(net.pooled.weight.T),
        "own": half(net.own.weight.T), "pooled_bias": half(net.pooled.bias + net.own.bias),
        "out": half(net.out.weight.T), "out_bias": half(net.out.bias),
    }  # fmt: skip
    for number, layer in enumerate([*net.near, net.after]):
        out |= {f"layer{number}": half(layer.weight.T), f"layer{number}_bias": half(layer.bias)}
    return out


def main() -> None:
    """Read the sets, cross-validate if asked, train on all, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", type=pathlib.Path)
    parser.add_argument("--folds", type=int, default=0, help="cross-validate over so many folds of sites")
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--out", type=pathlib.Path, default=pathlib.Path("src/backfile/label/weights.npz"))
    parser.add_argument("--keep", type=pathlib.Path, help="write the held-out likelihoods there, an array a page")
    args = parser.parse_args()
    torch.set_num_threads(1)  # pages are small: threads cost more than they bring
    torch.set_flush_denormal(True)
    examples = [example for name in SETS for example in read_set(args.sets, name)]
    scaling = Scaling(examples, common(examples, of_names=False), common(examples, of_names=True))
    pages = [tensors(example, scaling) for example in examples]
    print(len(pages), "pages,", len(scaling.words), "words,", len(scaling.names), "names", flush=True)
    if args.folds:
        fold = folds_of(examples, args.folds)
        likely: list[np.ndarray | None] = [None] * len(pages)
        for number in range(args.folds):
            inside = [i for i in range(len(pages)) if fold[i] != number]
            net = fit([examples[i] for i in inside], [pages[i] for i in inside], scaling, epochs=args.epochs)
            for i in range(len(pages)):
                if fold[i] == number:
                    likely[i] = predict(net, pages[i], MIXTURE)[:, 0]
            print("fold", number, flush=True)
            report(examples, likely)
        if args.keep:
            kept = {str(i): scored for i, scored in enumerate(likely) if scored is not None}
            np.savez_compressed(args.keep, **kept)
    net = fit(examples, pages, scaling, epochs=args.epochs)
    np.savez_compressed(args.out, **arrays(net, scaling))
    print(args.out, args.out.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
