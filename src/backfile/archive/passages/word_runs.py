"""Two texts side by side, word by word.

The plan. Words that both have in the same order are found by their longest common subsequence (bit-parallel, Hyyrö 2004: RapidFuzz's
Indel). Two or three words alone between two changes are chance ("of the"), and go with them. Each run is printed as it was.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from backfile.archive.search.words import NO_SPACES
from backfile.model.changes import WordRun

_TOKEN = re.compile(rf"[{NO_SPACES}]|\d+(?:[.,:]\d+)*|[^\W\d_{NO_SPACES}]+(?:['’][^\W\d_{NO_SPACES}]+)*|\S")
"""A number with its points, a word with its apostrophes, one character of a script without spaces, or a mark."""
_PARAGRAPH = re.compile(r"[^\n]+")
_CHANCE = 2
"""Words that both have between two changes, which are not more than these: they are there by chance."""
_LARGEST = 400_000_000
"""Words of one text times words of the other that are compared at once, in 50 MB; longer texts by paragraphs first."""
_KINDS = {"equal": "same", "insert": "added", "delete": "cut", "replace": "changed"}
_MARKS = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "."})


class Token(NamedTuple):
    """A word as it is compared, and where it stands."""

    key: str
    start: int
    end: int


class Block(NamedTuple):
    """Tokens of one text beside those of another."""

    kind: str
    """As WordRun has it."""
    a: int
    b: int
    """Of the text before: first, and one past the last."""
    c: int
    d: int
    """Of the text after."""


def word_runs(before: str, after: str) -> tuple[WordRun, ...]:
    """The two texts in runs, which give both again."""
    one, other = _TOKEN.findall(before), _TOKEN.findall(after)
    if len(one) * len(other) > _LARGEST:
        one, other = _PARAGRAPH.findall(before), _PARAGRAPH.findall(after)
    blocks = blocks_of(_keys(one, before), _keys(other, after))
    ends = (_ends(one, before), _ends(other, after))
    return tuple(
        WordRun(block.kind, before[ends[0][block.a] : ends[0][block.b]], after[ends[1][block.c] : ends[1][block.d]])
        for block in blocks
    )


def blocks_of(before: Sequence[str], after: Sequence[str]) -> Iterator[Block]:
    """The words of two texts in blocks, every word in one."""
    from rapidfuzz.distance import Indel  # not before texts are compared: the writer and searches do without

    numbers: dict[str, int] = {}
    one, other = ([numbers.setdefault(key, len(numbers)) for key in keys] for keys in (before, after))
    found = [
        Block(_KINDS[code.tag], code.src_start, code.src_end, code.dest_start, code.dest_end)
        for code in Indel.opcodes(one, other)
    ]
    waiting: Block | None = None
    for at, block in enumerate(found):
        is_chance = 0 < at < len(found) - 1 and _is_chance(found[at - 1], block, found[at + 1])
        if block.kind == "same" and not is_chance:
            if waiting:
                yield waiting
            yield block
            waiting = None
        else:
            waiting = _joined(waiting, block) if waiting else block
    if waiting:
        yield waiting


def _is_chance(before: Block, block: Block, after: Block) -> bool:
    shared = block.b - block.a
    sizes = [max(one.b - one.a, one.d - one.c) for one in (before, after)]
    return block.kind == "same" and shared <= _CHANCE and min(sizes) >= shared


def _joined(one: Block, other: Block) -> Block:
    a, b, c, d = one.a, other.b, one.c, other.d
    return Block("changed" if b > a and d > c else "cut" if b > a else "added", a, b, c, d)


def _keys(tokens: list[str], text: str) -> list[str]:
    """The tokens of a text as they are compared."""
    return tokens if text.isascii() else [token if token.isascii() else token.translate(_MARKS) for token in tokens]


def _ends(tokens: Sequence[str], text: str) -> list[int]:
    """Where each token begins, as the runs are cut: all between two tokens, which is white space, goes with the one before."""
    starts, at = [], 0
    for token in tokens:
        at = text.index(token, at)
        starts.append(at)
        at += len(token)
    return [0, *starts[1:], len(text)] if tokens else [0]
