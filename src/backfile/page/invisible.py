"""Characters that a browser does not show: soft hyphens, zero-width spaces and joiners, byte-order marks in the text."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from backfile.model.page import Span

INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")


def without_invisible(
    text: str, spans: Sequence[Span], seams: Sequence[int]
) -> tuple[str, tuple[Span, ...], tuple[int, ...]]:
    """A line without soft hyphens and the like, and its links and seams where they are then."""
    shown = INVISIBLE.sub("", text)
    bare = shown.strip()
    gone = len(shown) - len(shown.lstrip())
    taken = [found.start() for found in INVISIBLE.finditer(text)]

    def moved(at: int) -> int:
        return min(max(at - bisect_left(taken, at) - gone, 0), len(bare))

    kept = tuple(at for at in map(moved, seams) if 0 < at < len(bare))
    return bare, tuple(Span(moved(one.start), moved(one.end), one.href) for one in spans), kept
