"""A page while its blocks are being labelled: what is known of the story so far. One object a page; it never leaves `label_page`."""

from collections.abc import Sequence
from typing import NamedTuple

from backfile.label.story_region import Region
from backfile.label.table_rows import TableRows
from backfile.model.label import Label
from backfile.model.page import Page


class Vote(NamedTuple):
    """The block model's say on a page."""

    zone: Sequence[int]
    """The blocks that it was asked about."""
    scores: Sequence[float]
    """How likely each of them is the story's own text."""


class Draft:
    """The story's blocks as far as they are found. Rules that look at the whole page change it in their turn."""

    __slots__ = ("body", "entries", "first", "given", "headline", "last", "page", "region", "rows", "second", "vote")

    def __init__(self, page: Page, region: Region, headline: int) -> None:
        self.page, self.region = page, region
        self.headline = headline
        """The index of the headline's block; -1 for none."""
        self.body: list[bool] = [False] * len(page.blocks)
        """Per block: whether it is of the body."""
        self.given: dict[int, Label] = {}
        """Labels that are settled already."""
        self.second = len(page.blocks)
        """The index of the first block of another story below; the number of blocks where there is none."""
        self.entries: tuple[int, int] | None = None
        """The first block and the last of a live blog's entries."""
        self.first, self.last = len(page.blocks), -1
        """The body's first block, the number of blocks where there is no body; its last, -1 for none."""

        self.vote: Vote | None = None
        """What the block model said; None where it was not asked."""

        self.rows: TableRows | None = None
        """The rows of tables of the body; None where the page has no table."""

    def give(self, index: int, label: Label) -> None:
        """Settle a block's label: it is none of the body."""
        self.body[index] = False
        self.given[index] = label

    def find_bounds(self) -> None:
        """Note where the body begins and ends, and which rows of tables are of it."""
        body = self.body
        if self.entries is not None:
            self.first, self.last = self.entries
        elif True in body:
            self.first = body.index(True)
            self.last = len(body) - 1 - body[::-1].index(True)
        else:
            self.first, self.last = len(body), -1
        self.rows = TableRows(self.page, body) if "tr" in self.region.tags else None
