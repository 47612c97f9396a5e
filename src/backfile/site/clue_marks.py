"""Clue marks: a saved page's source in pieces, those that are clues to its date apart."""

import html
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from backfile.model.story import Evidence

LONGEST_SOURCE = 1_000_000
"""Letters of a source that are shown: a page of more holds data, and a browser takes long to set it."""
_REACH = 400
"""Letters after a property's name in which its value stands."""


class SourcePiece(NamedTuple):
    """A run of the source."""

    text: str
    clue: int | None
    """Which of the clues it is; None for what stands between them."""


def marked_source(source: str, evidence: Sequence[Evidence]) -> tuple[SourcePiece, ...]:
    """The source in pieces; a clue that is not printed in it so is not marked."""
    source = source[:LONGEST_SOURCE]
    spans = sorted(_spans(source, evidence))
    return tuple(_pieces(source, spans))


def _spans(source: str, evidence: Iterable[Evidence]) -> Iterator[tuple[int, int, int]]:
    for number, clue in enumerate(evidence):
        name = clue.where.rpartition(":")[2]
        for raw in dict.fromkeys((clue.raw, html.escape(clue.raw))):
            if raw and (at := _place(source, name, raw)) >= 0:
                yield at, at + len(raw), number
                break


def _place(source: str, name: str, raw: str) -> int:
    """Where a clue stands: after the name of the property that it is of, where that is in the source."""
    at = source.find(name) if name else -1
    while at >= 0:
        found = source.find(raw, at, at + len(name) + _REACH + len(raw))
        if found >= 0:
            return found
        at = source.find(name, at + 1)
    return source.find(raw)


def _pieces(source: str, spans: Iterable[tuple[int, int, int]]) -> Iterator[SourcePiece]:
    at = 0
    for start, end, number in spans:
        if start < at:
            yield SourcePiece("", number)  # it stands in the one before: a link to it leads there
            continue
        yield SourcePiece(source[at:start], None)
        yield SourcePiece(source[start:end], number)
        at = end
    yield SourcePiece(source[at:], None)
