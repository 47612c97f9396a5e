"""The network that score_blocks runs, in PyTorch, and how it is trained: a teacher on what is labelled, then a student.

The student learns the labelled pages and, where a page is not labelled, what the teacher is sure of. A vector a set is
added to the first layer, so that each set may have its own customs (deks, lists, captions) without spoiling the rest;
the model ships with one mixture of them in its bias.
"""

import random
from typing import Any

import numpy as np
import torch
from block_examples import SOURCE, Example
from torch import Tensor, nn
from torch.nn import functional

from backfile.label.block_model import POOLED_LEVELS, REACHES
from backfile.label.model_features import PageFeatures
from backfile.label.model_tokens import END_COUNT, TAG_COUNT, name_words, words_of
from backfile.label.surroundings import LEVELS

PAD = 8
"""Empty rows between pages in a batch: no neighbour is looked at so far away."""


def numbers(features: PageFeatures) -> np.ndarray:
    """n x columns: the dense ones, then one of ones and noughts for each element and each end of a text."""
    return np.concatenate(
        (features.dense.T, np.eye(TAG_COUNT)[features.tags], np.eye(END_COUNT)[features.ends]), axis=1
    )


class Scaling:
    """Mean and spread of the dense columns, and the two vocabularies: a word's row, from 1 on."""

    def __init__(self, examples: list[Example], words: list[str], names: list[str]) -> None:
        every = np.concatenate([numbers(example.features) for example in examples])
        self.mean = every.mean(axis=0)
        self.scale = np.maximum(every.std(axis=0), 0.05)
        self.words, self.names = words, names
        self.word_rows = {word: row for row, word in enumerate(words, start=1)}
        self.name_rows = {word: row for row, word in enumerate(names, start=1)}


def tensors(example: Example, scaling: Scaling) -> dict[str, Any]:
    """An example as the network takes it."""
    features, around = example.features, example.features.around
    count = len(example.texts)
    words, word_starts = _known(scaling.word_rows, [words_of(head) for head in features.heads])
    names, name_starts = _known(scaling.name_rows, [name_words(*kind) for kind in around.kinds])
    return {
        "dense": torch.tensor(np.clip((numbers(features) - scaling.mean) / scaling.scale, -5, 5)).float(),
        "words": words, "word_starts": word_starts, "names": names, "name_starts": name_starts,
        "above": torch.tensor(around.above), "first": torch.tensor(around.first), "last": torch.tensor(around.last),
        "body": torch.tensor(example.body).float(), "weight": torch.tensor(example.weight).float(),
        "source": example.source, "count": count,
    }  # fmt: skip


def _known(row_of: dict[str, int], said: list[list[str]]) -> tuple[Tensor, Tensor]:
    """The rows of the words that are known, end to end, and where each place's begin."""
    rows = [[row for word in words if (row := row_of.get(word))] for words in said]
    starts = np.cumsum([0, *map(len, rows[:-1])])
    return torch.tensor([row for each in rows for row in each], dtype=torch.long), torch.tensor(starts)


def pack(pages: list[dict[str, Any]]) -> dict[str, Any]:
    """Several pages as one batch, end to end."""
    offset = {"blocks": 0, "boxes": 0, "words": 0, "names": 0}
    parts: dict[str, list[Tensor]] = {}
    shifted = {"word_starts": "words", "name_starts": "names", "above": "boxes"}
    shifted |= {"first": "blocks", "last": "blocks"}
    for number, page in enumerate(pages):
        count, boxes = page["count"], len(page["first"])
        row = {key: value for key, value in page.items() if key not in ("source", "count")}
        row["mask"], row["page"] = torch.ones(count), torch.full((count,), number)
        row["source"], row["page_of_box"] = torch.full((count,), page["source"]), torch.full((boxes,), number)
        for key, value in row.items():
            value = value + offset[shifted[key]] if key in shifted else value
            if key in ("above", "word_starts", "page", "source"):
                end = {"word_starts": offset["words"] + len(page["words"]), "above": offset["boxes"]}
                end |= {"page": number, "source": page["source"]}
                value = torch.cat((value, torch.full((*value.shape[:-1], PAD), end[key])), dim=-1)
            elif key in ("dense", "body", "weight", "mask"):
                value = torch.cat((value, torch.zeros((PAD, *value.shape[1:]))))
            parts.setdefault(key, []).append(value)
        offset["blocks"] += count + PAD
        offset["boxes"] += boxes
        offset["words"] += len(page["words"])
        offset["names"] += len(page["names"])
    batch: dict[str, Any] = {key: torch.cat(values, dim=-1 if key == "above" else 0) for key, values in parts.items()}
    batch |= {"pages": len(pages), "mask": batch["mask"].unsqueeze(1)}
    batch["sizes"] = torch.tensor([page["count"] for page in pages])
    return batch


class Network(nn.Module):
    """See label/block_model.py, which computes the same with numpy."""

    def __init__(self, scaling: Scaling, *, width: int = 32, embedding: int = 12, traits: int = 8) -> None:
        super().__init__()
        self.words = nn.Embedding(len(scaling.words) + 1, embedding, padding_idx=0)
        self.names = nn.Embedding(len(scaling.names) + 1, embedding, padding_idx=0)
        for table in (self.words, self.names):
            nn.init.normal_(table.weight, std=0.1)
            with torch.no_grad():
                table.weight[0] = 0
        self.source = nn.Embedding(len(SOURCE) + 1, width)
        nn.init.normal_(self.source.weight, std=0.1)
        self.first = nn.Linear(len(scaling.mean) + 4 * embedding, width)
        self.near = nn.ModuleList([nn.Linear(3 * width, width) for _ in REACHES])
        self.trait = nn.Linear(width, traits)
        self.pooled = nn.Linear((len(POOLED_LEVELS) + 1) * traits, width)
        self.own = nn.Linear(width, width)
        self.after = nn.Linear(3 * width, width)
        self.out = nn.Linear(width, 1)
        self.drop = nn.Dropout(0.15)

    def forward(self, batch: dict[str, Any], mixture: dict[int, float] | None = None) -> Tensor:
        """A logit a row. In training, words, names and the set are now and then left out."""
        mask, above = batch["mask"], batch["above"]
        words, names = batch["words"], batch["names"]
        if self.training:
            words = words * (torch.rand(len(words)) > 0.15)
            names = names * (torch.rand(len(names)) > 0.3)
        text = functional.embedding_bag(words, self.words.weight, batch["word_starts"], mode="sum")
        box = functional.embedding_bag(names, self.names.weight, batch["name_starts"], mode="sum")
        if self.training:  # whole pages without class names: their structure must do
            box = box * (torch.rand(batch["pages"]) > 0.25)[batch["page_of_box"]].unsqueeze(1)
        far = sum(box[above[level]] for level in range(2, LEVELS))
        x = self.first(torch.cat((batch["dense"], text, box[above[0]], box[above[1]], far), dim=1))
        x = self.drop(torch.relu(x + self._source(batch, mixture))) * mask
        for layer, reach in zip(self.near, REACHES, strict=True):
            x = (x + self.drop(torch.relu(layer(_with_neighbours(x, reach))))) * mask
        x = (x + self.drop(torch.relu(self._around(x, batch) + self.own(x)))) * mask
        x = (x + self.drop(torch.relu(self.after(_with_neighbours(x, 1))))) * mask
        return self.out(x)[:, 0]

    def _source(self, batch: dict[str, Any], mixture: dict[int, float] | None) -> Tensor:
        if mixture is not None:
            return sum(self.source.weight[number] * share for number, share in mixture.items())
        known = (torch.rand(batch["pages"]) > 0.15)[batch["page"]] if self.training else 1
        return self.source(batch["source"] * known)

    def _around(self, x: Tensor, batch: dict[str, Any]) -> Tensor:
        mask, above, first, last = batch["mask"], batch["above"], batch["first"], batch["last"]
        traits = torch.relu(self.trait(x)) * mask
        sums = torch.cat((torch.zeros(1, traits.shape[1]), traits.cumsum(dim=0)))
        under = (sums[last] - sums[first]) / ((last - first).clamp_min(1).unsqueeze(1) + 1.0)
        page = torch.zeros(batch["pages"], traits.shape[1]).index_add(0, batch["page"], traits)
        page = (page / batch["sizes"].unsqueeze(1))[batch["page"]]
        pooled = torch.cat([*(under[above[level]] for level in POOLED_LEVELS), page], dim=1)
        return self.pooled(pooled)


def _with_neighbours(x: Tensor, reach: int) -> Tensor:
    empty = torch.zeros(min(reach, len(x)), x.shape[1])
    return torch.cat((torch.cat((empty, x[:-reach])), x, torch.cat((x[reach:], empty))), dim=1)


def train(pages: list[dict[str, Any]], scaling: Scaling, *, seed: int, epochs: int) -> Network:
    """A network fitted to the pages; the same for the same seed."""
    torch.manual_seed(seed)
    order, net = random.Random(seed), Network(scaling)
    optimiser = torch.optim.AdamW(net.parameters(), lr=4e-3, weight_decay=0.02)
    steps = epochs * -(-len(pages) // 8)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, 4e-3, total_steps=steps + 1, pct_start=0.15)
    net.train()
    for _ in range(epochs):
        order.shuffle(pages := list(pages))
        for start in range(0, len(pages), 8):
            batch = pack(pages[start : start + 8])
            optimiser.zero_grad()
            (_loss(net(batch), batch) / 40).backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimiser.step()
            schedule.step()
    return net.eval()


def _loss(logits: Tensor, batch: dict[str, Any]) -> Tensor:
    """A page counts as the root of its weight, so that a page of 400 blocks does not count as forty of ten."""
    total = torch.zeros(batch["pages"]).index_add(0, batch["page"], batch["weight"])
    weight = batch["weight"] / (total + 5).sqrt()[batch["page"]]
    return functional.binary_cross_entropy_with_logits(logits, batch["body"], weight=weight, reduction="sum")


@torch.no_grad()
def predict(net: Network, page: dict[str, Any], mixture: dict[int, float]) -> np.ndarray:
    """n likelihoods."""
    return torch.sigmoid(net(pack([page]), mixture)[: page["count"]]).numpy()


def taught(teacher: Network, example: Example, page: dict[str, Any]) -> dict[str, Any]:
    """The page with what the teacher is sure of where the set is silent."""
    if example.set_name != "trafilatura" and not example.is_unlabelled:
        return page
    source = SOURCE["trafilatura" if example.set_name == "trafilatura" else "publishers-dev"]
    likely = torch.tensor(predict(teacher, page, {source: 1.0}))
    sure = (2 * likely - 1).abs() ** 2 * 0.6 * torch.tensor(example.size_weight).float()
    known = page["weight"] > 0
    labels = {"body": torch.where(known, page["body"], likely), "weight": torch.where(known, page["weight"], sure)}
    return page | labels | {"source": source}


def fit(examples: list[Example], pages: list[dict[str, Any]], scaling: Scaling, *, epochs: int = 8) -> Network:
    """Teacher, then student."""
    short = [(example, page) for example, page in zip(examples, pages, strict=True) if not example.is_long]
    labelled = [page for example, page in short if not example.is_unlabelled]
    teacher = train(labelled, scaling, seed=0, epochs=min(6, epochs))
    return train([taught(teacher, example, page) for example, page in short], scaling, seed=1, epochs=epochs)
