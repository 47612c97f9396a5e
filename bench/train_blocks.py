#!/usr/bin/env python3
"""Train the block model and write src/backfile/label/weights.npz.

    python -m venv .venv-train
    .venv-train/bin/pip install torch==2.13.0 numpy==2.4.6 selectolax==1.0.2 faust-cchardet orjson
    PYTHONPATH=src .venv-train/bin/python bench/train_blocks.py SETS [--without FOLD] [--out FILE] [--epochs 8]

SETS is the folder that holds publishers-dev and the others, each as ../shared/data/README.md says. With --without, the
sites of one fold of five are left out: bench/held_out.py says how the reader does on them with those weights.
"""

import argparse
import pathlib

import numpy as np
import torch
from block_examples import SETS, SOURCE, Example, read_set, sites_by_word
from block_network import Network, Scaling, fit, tensors
from sites import fold_of

_LEAST_SITES = {"words": 15, "names": 20}


def common(examples: list[Example], *, of_names: bool) -> list[str]:
    """Words that enough sites have, the commonest first."""
    least = _LEAST_SITES["names" if of_names else "words"]
    seen = sites_by_word(examples, of_names=of_names)
    return [word for word, sites in sorted(seen.items(), key=lambda item: (-item[1], item[0])) if sites >= least]


def arrays(net: Network, scaling: Scaling) -> dict[str, np.ndarray]:
    """The network as label/block_model.py reads it."""

    def half(tensor: torch.Tensor) -> np.ndarray:
        return tensor.detach().numpy().astype(np.float16)

    out = {
        "word_list": np.array("\n".join(scaling.words)), "name_list": np.array("\n".join(scaling.names)),
        "mean": scaling.mean.astype(np.float32), "scale": scaling.scale.astype(np.float32),
        "words": half(net.words.weight), "names": half(net.names.weight),
        "first": half(net.first.weight.T), "first_bias": half(net.first.bias),
        "customs": half(torch.stack([net.source.weight[SOURCE[name]] for name in ("publishers-dev", "wcxb-dev")])),
        "trait": half(net.trait.weight.T), "trait_bias": half(net.trait.bias),
        "pooled": half(net.pooled.weight.T),
        "own": half(net.own.weight.T), "pooled_bias": half(net.pooled.bias + net.own.bias),
        "out": half(net.out.weight.T), "out_bias": half(net.out.bias),
    }  # fmt: skip
    for number, layer in enumerate([*net.near, net.after]):
        out |= {f"layer{number}": half(layer.weight.T), f"layer{number}_bias": half(layer.bias)}
    return out


def main() -> None:
    """Read the sets, leave out a fold of sites if asked, train, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", type=pathlib.Path)
    parser.add_argument("--without", type=int, help="leave out the sites of this fold, from 0 on")
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--out", type=pathlib.Path, default=pathlib.Path("src/backfile/label/weights.npz"))
    args = parser.parse_args()
    torch.set_num_threads(1)  # pages are small: threads cost more than they bring
    torch.set_flush_denormal(True)
    examples = [example for name in SETS for example in read_set(args.sets, name)]
    if args.without is not None:
        examples = [example for example in examples if fold_of(example.site) != args.without]
    scaling = Scaling(examples, common(examples, of_names=False), common(examples, of_names=True))
    pages = [tensors(example, scaling) for example in examples]
    print(len(pages), "pages,", len(scaling.words), "words,", len(scaling.names), "names", flush=True)
    net = fit(examples, pages, scaling, epochs=args.epochs)
    np.savez_compressed(args.out, **arrays(net, scaling))
    print(args.out, args.out.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
