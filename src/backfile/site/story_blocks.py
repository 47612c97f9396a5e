"""A story's blocks as the parts that a page sets: items in one list, rows in one table, links where they may go."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import groupby, takewhile
from typing import NamedTuple

from backfile.model.story import BodyBlock, Dateline, Story
from backfile.site.anchors import Anchors, anchored, anchors_of
from backfile.site.day_notes import Noted, noted
from backfile.site.run import Piece
from backfile.site.site_address import followable

_RUNS = {"list-item": "list", "quote": "quote", "table": "table"}
"""Kinds whose neighbours belong together, with the name of the whole."""


class Part(NamedTuple):
    """One thing on the page. `items` are its paragraphs, list items or rows: runs of pieces, a piece a cell in rows."""

    kind: str
    """paragraph | subhead | list | quote | caption | table | embed | entry-time | preformatted"""
    items: tuple[tuple[Piece, ...], ...]


def body_parts(story: Story) -> tuple[Part, ...]:
    """The body in parts, its dates marked, the dateline set at the start of its first paragraph."""
    blocks = story.blocks or tuple(_paragraphs(story.body))
    dates = noted(story.dates)
    anchors = anchors_of(story.quotes)
    runs = groupby(blocks, key=lambda block: block.kind)
    parts = [part for kind, run in runs for part in _parts(kind, list(run), anchors, dates)]
    parts = _all_anchored(parts, anchors)
    return tuple(_with_dateline(parts, story.dateline) if story.dateline else parts)


def _paragraphs(body: str) -> Iterator[BodyBlock]:
    at = 0
    for text in body.split("\n\n"):
        if text:
            yield BodyBlock("paragraph", text, at, at + len(text))
        at += len(text) + 2


def _all_anchored(parts: list[Part], anchors: Anchors) -> list[Part]:
    """An anchor that found no words, one in a table say, stands at the start of the body: a link to it leads here."""
    placed = {piece.anchor for part in parts for item in part.items for piece in item}
    lost = [Piece("", anchor=name) for _, _, name in anchors if name not in placed]
    at = next((index for index, part in enumerate(parts) if part.kind != "table"), None)
    if not lost or at is None:
        return parts
    first, *others = parts[at].items
    return [*parts[:at], Part(parts[at].kind, ((*first, *lost), *others)), *parts[at + 1 :]]


def _parts(kind: str, run: list[BodyBlock], anchors: Anchors, dates: Sequence[Noted]) -> Iterator[Part]:
    if kind == "table":
        yield Part("table", tuple(row for block in run for row in _rows(_whole(block, dates))))
    elif kind in _RUNS:
        yield Part(_RUNS[kind], tuple(anchored(_pieces(block, dates), block.start, anchors) for block in run))
    else:
        for block in run:
            yield Part(kind, (anchored(_pieces(block, dates), block.start, anchors),))


def _whole(block: BodyBlock, dates: Sequence[Noted]) -> Piece:
    """The block's text in one piece, with its dates; a date that leaves the block is not this block's."""
    first = bisect_left(dates, block.start, key=lambda date: date.start)
    within = takewhile(lambda date: date.start < block.start + len(block.text), dates[first:])
    moved = (Noted(start - block.start, end - block.start, note) for start, end, note in within)
    return Piece(block.text, dates=tuple(date for date in moved if date.end <= len(block.text)))


def _rows(table: Piece) -> Iterator[tuple[Piece, ...]]:
    """The rows of a table, a line each, with a tab between the cells."""
    at = 0
    for line in table.text.split("\n"):
        cells = []
        for cell in line.split("\t"):
            cells.append(table.part(at, at + len(cell)))
            at += len(cell) + 1
        yield tuple(cells)


def _pieces(block: BodyBlock, dates: Sequence[Noted]) -> tuple[Piece, ...]:
    """The block's text cut at its links; a link that overlaps another or leaves the text is words only."""
    whole = _whole(block, dates)
    if not block.links:
        return (whole,) if whole.text else ()
    pieces, at = [], 0
    for start, end, href in sorted(block.links):
        if not at <= start < end <= len(block.text):
            continue
        pieces += [whole.part(at, start), whole.part(start, end)._replace(href=followable(href))]
        at = end
    pieces.append(whole.part(at, len(block.text)))
    return tuple(piece for piece in pieces if piece.text)


def _with_dateline(parts: list[Part], dateline: Dateline) -> list[Part]:
    """The dateline marked where the first paragraph prints it, or put before it where it was kept apart."""
    for index, part in enumerate(parts):
        if part.kind == "paragraph" and part.items[0]:
            first, *rest = part.items[0]
            if first.text.startswith(dateline.raw) and dateline.raw:
                length = len(dateline.raw)
                opening = [
                    first.part(0, length)._replace(is_dateline=True, href=None, anchor=None),
                    first.part(length, len(first.text)),
                ]
            else:
                opening = [Piece(f"{dateline.raw.rstrip()} ", is_dateline=True), first]
            return [*parts[:index], Part(part.kind, ((*opening, *rest),)), *parts[index + 1 :]]
    return parts
