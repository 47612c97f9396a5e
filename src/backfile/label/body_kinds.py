"""What each block of the body is: a paragraph, a subhead, an item of a list, a quotation, a row of a table."""

from backfile.label.nesting import nearest_boxes
from backfile.model.label import BodyKind, Label
from backfile.model.page import CELLS, HEADINGS, Block, Page

_ROW = frozenset(("tr",))
_HEADING = Label(BodyKind.SUBHEAD, "heading")
_LIST_ITEM = Label(BodyKind.LIST_ITEM, "list-item")
_PREFORMATTED = Label(BodyKind.PREFORMATTED, "pre")
_QUOTE = Label(BodyKind.QUOTE, "blockquote")
_CELL = Label(BodyKind.TABLE, "table-cell")
_PROSE = Label(BodyKind.PARAGRAPH, "prose")
_BY_ELEMENT = {"blockquote": _QUOTE, "li": _LIST_ITEM}
_LONGEST_SUBHEAD = 80
_LEVELS = 4
"""Boxes around a block by which it is an item or a quotation, its own included."""


class BodyKinds:
    """Tells the kinds of the blocks of a page's body."""

    def __init__(self, page: Page, body: list[bool], tags: set[str]) -> None:
        """`tags` are the elements that the page's boxes are."""
        self.boxes = page.boxes
        self.row_around = nearest_boxes(page, _ROW) if "tr" in tags else None
        self.rows = self._rows(page, body) if self.row_around else set()
        """Boxes of rows that are news in columns: at least two cells with text, one line in each. Layout tables are not."""

    def _rows(self, page: Page, body: list[bool]) -> set[int]:
        cell_around = nearest_boxes(page, CELLS)
        row_around = self.row_around or []
        cells: dict[int, list[int]] = {}
        for block, inside in zip(page.blocks, body, strict=True):
            if inside and (cell := cell_around[block.box]):
                cells.setdefault(row_around[cell], []).append(cell)
        return {row for row, held in cells.items() if row and len(held) > 1 and len(set(held)) == len(held)}

    def label(self, block: Block) -> Label:
        """The label of a block of the body."""
        text, tag, box, _, emphasis, _, _ = block
        if tag in HEADINGS or (emphasis == len(text) < _LONGEST_SUBHEAD and text[-1] not in '.!?"”,;'):
            return _HEADING
        if tag == "li":
            return _LIST_ITEM
        if tag == "pre":
            return _PREFORMATTED
        at = box
        for _ in range(_LEVELS):
            parent, around, _, _ = self.boxes[at]
            if around in _BY_ELEMENT:
                return _BY_ELEMENT[around]
            if parent <= 0:
                break
            at = parent
        return _CELL if self.row_around and self.row_around[box] in self.rows else _PROSE
