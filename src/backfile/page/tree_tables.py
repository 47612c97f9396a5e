"""The tables of a page, by the compiled pass over its tree where that could be built, else by the one in Python.

The compiled pass (backfile/compiled/walk.c) does what walk.py does, in a third of the time, and is built when Backfile is installed, where
there is a C compiler (see hatch_build.py and docs/decisions/0008).
"""

from collections.abc import Callable
from typing import Any, NamedTuple

from selectolax import lexbor

from backfile import compiled
from backfile.model.page import HEADINGS, Block, Box, Span
from backfile.page.box_names import NAMING
from backfile.page.elements import KINDS
from backfile.page.folding import FOLDED_TAGS, OF_USE, UNDATED, is_folded
from backfile.page.invisible import without_invisible
from backfile.page.page_metadata import Mark
from backfile.page.unseen import hides, seen_part, with_unseen
from backfile.page.walk import Walk


class Tables(NamedTuple):
    """What the pass over a tree gives: see `Page` for blocks and boxes."""

    blocks: list[Block]
    boxes: list[Box]
    marks: list[Mark]
    author_links: set[str]
    looks_double_encoded: bool
    unseen: list[str]
    """Words that were taken out of lines since no reader saw them."""


def read_tables(root: lexbor.LexborNode | None) -> Tables:
    """The tables of the tree at `root`; nothing but the root's box where there is no tree."""
    found = _walk_compiled(root.mem_id) if _walk_compiled is not None and root is not None else None
    tables = walk_in_python(root) if found is None else Tables(*found)
    with_unseen(tables.blocks, tables.boxes, tables.unseen)
    return tables


def walk_in_python(root: lexbor.LexborNode | None) -> Tables:
    """The same by the pass in Python."""
    walk = Walk()
    if root is not None:
        walk.run(root)
    return Tables(walk.blocks, walk.boxes, walk.marks, walk.author_links, walk.looks_double_encoded, walk.unseen)


def _prepared() -> Callable[[int], tuple[Any, ...] | None] | None:
    """The compiled pass, told what it must know; None where it was not built or selectolax has not what it asks for."""
    if compiled.walk is None:
        return None
    try:
        records = (Block, Box, Span, Mark)
        known = (
            KINDS,
            HEADINGS,
            OF_USE,
            UNDATED,
            FOLDED_TAGS,
            NAMING,
            records,
            is_folded,
            without_invisible,
            hides,
            seen_part,
        )
        compiled.walk.prepare(lexbor.__file__, *known)
    except OSError:
        return None
    return compiled.walk.walk


_walk_compiled = _prepared()
