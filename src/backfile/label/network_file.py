"""Weights of the block model, read from their file and made ready without numpy, which takes as long to load as 20 pages to read.

The file is numpy's .npz as bench/train_blocks.py writes it: a zip of arrays, each with a short header (numpy's NEP 1).
"""

import re
import struct
from array import array
from functools import cache
from pathlib import Path
from typing import NamedTuple, TypeAlias
from zipfile import ZipFile

from backfile.label.model_tokens import END_COUNT, TAG_COUNT

Numbers: TypeAlias = "array[float]"

WEIGHTS = Path(__file__).with_name("weights.npz")
_HEADER = re.compile(
    r"'descr': '<[fU](?P<size>\d+)', 'fortran_order': (?P<by_columns>\w+), 'shape': \((?P<shape>[\d, ]*)\)"
)
"""Matches {'descr': '<f2', 'fortran_order': True, 'shape': (32, 8), }: bytes a number, or the length of a text."""
_SPREAD = 5.0
"""Spreads from the mean past which a column is cut, as in training."""
CUSTOMS = (0.85, 0.15)
"""Whose customs are followed, and how far: those of newsrooms' own paragraphs (no dek, no bullets that sum up, no lists
that are not prose), and those of articles of any kind on the web, where all of these are text."""


class NetworkFile(NamedTuple):
    """What a file of weights holds."""

    words: dict[str, int]
    """A word: its row of `arrays["words"]`; row 0 is of none, and nought."""
    names: dict[str, int]
    """A word of boxes' names: its row of `arrays["names"]`."""
    arrays: dict[str, Numbers]
    """Rows of 32-bit floats in a row: as trained, and made of those what reading a page starts from."""


@cache
def read_network(path: Path) -> NetworkFile:
    """The weights of a file, read once."""
    with ZipFile(path) as file:
        members = {name.removesuffix(".npy"): file.read(name) for name in file.namelist()}
    words, names = (_rows_of(_text(members.pop(name))) for name in ("word_list", "name_list"))
    arrays = {name: _numbers(data) for name, data in members.items()}
    width = len(arrays["first_bias"])
    for name, rows in (("words", words), ("names", names)):
        size = len(arrays[name]) // (len(rows) + 1)
        arrays[name][:size] = array("f", bytes(4 * size))
    return NetworkFile(words, names, arrays | _first_layer(arrays, width))


def _first_layer(arrays: dict[str, Numbers], width: int) -> dict[str, Numbers]:
    """The first layer in parts: of columns with their scaling in it, of a tag, of an end, of words and of names."""
    mean, scale, first = arrays["mean"], arrays["scale"], arrays["first"]
    rows = [first[at : at + width] for at in range(0, len(first), width)]
    numbers = len(mean) - TAG_COUNT - END_COUNT
    columns = [[one / scale[n] for one in rows[n]] for n in range(numbers)]
    bias = list(arrays["first_bias"])
    _add(bias, CUSTOMS, [arrays["customs"][at : at + width] for at in (0, width)])
    _add(bias, [-one for one in mean[:numbers]], columns)
    said = rows[len(mean) :]
    quarter = len(said) // 4
    parts = {
        "least": [mean[n] - _SPREAD * scale[n] for n in range(numbers)],
        "most": [mean[n] + _SPREAD * scale[n] for n in range(numbers)],
        "columns": _flat(columns),
        "tags": _flat(_of_choices(arrays, rows, numbers, TAG_COUNT)),
        "ends": _flat(_of_choices(arrays, rows, numbers + TAG_COUNT, END_COUNT)),
        "first_bias": bias,
        "of_text": _flat(said[:quarter]),
        "own_box": _flat(said[quarter : 2 * quarter]),
        "next_box": _flat(said[2 * quarter : 3 * quarter]),
        "far_boxes": _flat(said[3 * quarter :]),
    }
    return {name: array("f", part) for name, part in parts.items()}


def _of_choices(arrays: dict[str, Numbers], rows: list[Numbers], start: int, count: int) -> list[list[float]]:
    """What each of some choices adds to the first layer: they are columns of ones and noughts in training."""
    mean, scale = arrays["mean"], arrays["scale"]
    added = []
    for chosen in range(count):
        out = [0.0] * len(rows[0])
        ones = [((n == chosen) - mean[start + n]) / scale[start + n] for n in range(count)]
        _add(out, [max(-_SPREAD, min(_SPREAD, one)) for one in ones], rows[start : start + count])
        added.append(out)
    return added


def _add(
    out: list[float], factors: "Numbers | list[float] | tuple[float, ...]", rows: "list[Numbers] | list[list[float]]"
) -> None:
    """out += factors @ rows."""
    for factor, row in zip(factors, rows, strict=True):
        for place, one in enumerate(row):
            out[place] += factor * one


def _flat(rows: "list[Numbers] | list[list[float]]") -> list[float]:
    return [one for row in rows for one in row]


def _rows_of(joined: str) -> dict[str, int]:
    """Word to row of an embedding: the words stand in the order of the rows, which begin at 1."""
    return {word: row for row, word in enumerate(joined.split("\n"), start=1)}


def _text(member: bytes) -> str:
    return _parts(member)[1].decode("utf-32-le")


def _numbers(member: bytes) -> Numbers:
    """An array as 32-bit floats, row by row."""
    header, data = _parts(member)
    size = int(header["size"])
    numbers = array("f", struct.unpack(f"<{len(data) // size}{'e' if size == 2 else 'f'}", data))
    if header["by_columns"] == "False" or "," not in header["shape"].rstrip(","):
        return numbers
    height = int(header["shape"].partition(",")[0])
    return array("f", (one for row in range(height) for one in numbers[row::height]))


def _parts(member: bytes) -> tuple["re.Match[str]", bytes]:
    """(header, numbers) of a file of numpy's."""
    start = 10 + int.from_bytes(member[8:10], "little")
    header = _HEADER.search(member[10:start].decode("latin-1"))
    assert header is not None, member[:start]
    return header, member[start:]
