"""Rows of tables that are news in columns: at least two cells with text, one line in each. Layout tables are not."""

from collections.abc import Sequence

from backfile.label.nesting import nearest_boxes
from backfile.model.page import CELLS, Page

_ROW = frozenset(("tr",))


class TableRows:
    """The rows of a page's tables that hold news."""

    __slots__ = ("_row_around", "_rows")

    def __init__(self, page: Page, body: Sequence[bool]) -> None:
        self._row_around = nearest_boxes(page, _ROW)
        cell_around = nearest_boxes(page, CELLS)
        cells: dict[int, list[int]] = {}
        for block, inside in zip(page.blocks, body, strict=True):
            if inside and (cell := cell_around[block.box]):
                cells.setdefault(self._row_around[cell], []).append(cell)
        self._rows = {row for row, held in cells.items() if row and len(held) > 1 and len(set(held)) == len(held)}

    def hold(self, box: int) -> bool:
        """Whether a box stands in such a row."""
        return self._row_around[box] in self._rows
