"""Truth for training: which blocks of a page hold the story's text, found by laying the true body along them.

Plan. Every block is looked for in the true body by its runs of words. Of the places found, the heaviest chain that goes
forward both in the page and in the truth is kept (a weighted longest increasing subsequence), so a sentence that a
teaser repeats is counted once, where the story has it. A block outside the chain whose text the chain already covers
is a copy and no body; one that the truth holds elsewhere is body all the same.
"""

import bisect
import re
from collections import Counter, defaultdict

from backfile.model.page import Page

_WORD = re.compile(r"\w+")
_RUN = 4


def words(text: str) -> list[str]:
    return _WORD.findall(text)


def align(page: Page, truth: str) -> list[float]:
    """For each block the share of its words that the true body holds, in order; a copy elsewhere on the page is 0."""
    due = words(truth.lower())
    where: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at in range(len(due)):
        for run in range(1, _RUN + 1):
            where[tuple(due[at : at + run])].append(at)
    starts = _line_starts(truth)
    found: list[tuple[int, int, int, float]] = []  # block, place in the truth, words matched, share
    for index, block in enumerate(page.blocks):
        own = words(block.text.lower())
        if own:
            found += [(index, *place) for place in _places(own, due, where, starts)]
    chosen = _heaviest_chain(found)
    share = [0.0] * len(page.blocks)
    covered: Counter[tuple[str, ...]] = Counter()
    for index, _, _, part in chosen:
        share[index] = part
        covered.update(_runs(words(page.blocks[index].text.lower())))
    due_runs = _runs(due)
    in_chain = {index for index, *_ in chosen}
    for index in sorted({index for index, *_ in found} - in_chain):
        own = words(page.blocks[index].text.lower())
        if len(own) < 8:
            continue
        runs = _runs(own)
        left = sum(((due_runs - covered) & runs).values()) / max(1, sum(runs.values()))
        if left > 0.7:
            share[index] = left
            covered.update(runs)
    return share


def _runs(tokens: list[str]) -> Counter[tuple[str, ...]]:
    return Counter(tuple(tokens[i : i + _RUN]) for i in range(max(1, len(tokens) - _RUN + 1)) if tokens)


def _line_starts(truth: str) -> set[int]:
    starts, at = set(), 0
    for line in truth.split("\n"):
        starts.add(at)
        at += len(words(line))
    return starts


def _places(
    own: list[str], due: list[str], where: dict[tuple[str, ...], list[int]], starts: set[int]
) -> list[tuple[int, int, float]]:
    """Up to eight places where the truth holds this block: (first word, words matched, share of the block)."""
    exact = [at for at in where.get(tuple(own[:_RUN]), ()) if due[at : at + len(own)] == own]
    if len(own) < _RUN:  # a word or two: only where a paragraph of the truth begins and ends
        exact = [at for at in exact if at in starts and (at + len(own) in starts or at + len(own) == len(due))]
    if exact:
        return [(at, len(own), 1.0) for at in exact[:8]]
    if len(own) < _RUN:
        return []
    hits: Counter[int] = Counter()
    total = len(own) - _RUN + 1
    for i in range(total):
        for at in where.get(tuple(own[i : i + _RUN]), ())[:8]:
            hits[at - i] += 1
    if not hits:
        return []
    base, _ = hits.most_common(1)[0]
    near = sum(count for shift, count in hits.items() if abs(shift - base) <= 40)
    share = min(1.0, near / total)
    if near < 2 and share < 0.5:
        return []
    return [(max(0, base), max(1, int(share * len(own))), share)]


def _heaviest_chain(found: list[tuple[int, int, int, float]]) -> list[tuple[int, int, int, float]]:
    """Blocks and places both increasing, most words in all."""
    found = sorted(found, key=lambda f: (f[0], -f[1]))
    places = sorted({f[1] for f in found})
    tree: list[tuple[float, int]] = [(0.0, -1)] * (len(places) + 1)  # Fenwick tree of the best chain up to a place
    back: list[int] = []
    best = (0.0, -1)
    for number, (_, at, size, share) in enumerate(found):
        rank = bisect.bisect_left(places, at)
        before, i = (0.0, -1), rank
        while i > 0:
            before = max(before, tree[i])
            i -= i & -i
        back.append(before[1])
        weight = (before[0] + size * share * share + 0.01, number)
        best = max(best, weight)
        i = rank + 1
        while i <= len(places):
            tree[i] = max(tree[i], weight)
            i += i & -i
    chain, at = [], best[1]
    while at >= 0:
        chain.append(found[at])
        at = back[at]
    return chain[::-1]
