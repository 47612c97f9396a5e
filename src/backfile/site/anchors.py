"""Where on a story's page each quotation stands: `#q3` is the fourth of Story.quotes."""

from collections.abc import Iterable, Sequence

from backfile.model.story import Quote
from backfile.site.run import Piece

Anchors = Sequence[tuple[int, int, str]]
"""Start and end in the body, and the name of the anchor, in order."""


def anchor_name(number: int) -> str:
    """The anchor of the quotation of that number."""
    return f"q{number}"


def anchors_of(quotes: Iterable[Quote]) -> Anchors:
    """Each quotation by its first piece."""
    return sorted((*quote.pieces[0], anchor_name(number)) for number, quote in enumerate(quotes) if quote.pieces)


def anchored(pieces: Sequence[Piece], start: int, anchors: Anchors) -> tuple[Piece, ...]:
    """The pieces of a block that starts there, cut where a quotation begins and ends.

    An anchor is on the first of its words only: an id stands once on a page.
    """
    length = sum(len(piece.text) for piece in pieces)
    found = [(a - start, b - start, name) for a, b, name in anchors if start <= a < start + length]
    if not found:
        return tuple(pieces)
    cut: list[Piece] = []
    at = 0
    for piece in pieces:
        inside = [anchor for anchor in found if at <= anchor[0] < at + len(piece.text)]
        cut += _cut(piece, at, inside)
        at += len(piece.text)
    return tuple(cut)


def _cut(piece: Piece, at: int, anchors: Sequence[tuple[int, int, str]]) -> Iterable[Piece]:
    """A piece that begins at `at` of its block, in runs; a run that a quotation begins with has its anchor."""
    text, done = piece.text, 0
    for index, (start, end, name) in enumerate(anchors):
        after = anchors[index + 1][0] if index + 1 < len(anchors) else end
        stop = max(start, min(end, after)) - at
        if start - at > done:
            yield piece.part(done, start - at)
        yield piece.part(start - at, stop)._replace(anchor=name)
        done = min(stop, len(text))
    if text[done:]:
        yield piece.part(done, len(text))
