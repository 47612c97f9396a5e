"""What each block of the body is: a paragraph, a subhead, an item of a list, a quotation, a row of a table."""

from backfile.label.draft import Draft
from backfile.model.label import BodyKind, Label, RuleName
from backfile.model.page import HEADINGS, Block

_HEADING = Label(BodyKind.SUBHEAD, RuleName.HEADING)
_LIST_ITEM = Label(BodyKind.LIST_ITEM, RuleName.LIST_ITEM)
_PREFORMATTED = Label(BodyKind.PREFORMATTED, RuleName.PREFORMATTED)
_QUOTE = Label(BodyKind.QUOTE, RuleName.BLOCKQUOTE)
_CELL = Label(BodyKind.TABLE, RuleName.TABLE_CELL)
_PROSE = Label(BodyKind.PARAGRAPH, RuleName.PROSE)
_LONGEST_SUBHEAD = 80
_LEVELS = 4
"""Boxes around a block by which it is an item or a quotation, its own included."""


def heading(draft: Draft, index: int, block: Block) -> Label | None:
    """A heading's element, or a short line that is bold as a whole and no sentence."""
    text, tag, _, _, emphasis, _, _ = block
    is_bold = emphasis == len(text) < _LONGEST_SUBHEAD and text[-1] not in '.!?"”,;'
    return _HEADING if tag in HEADINGS or is_bold else None


def list_item(draft: Draft, index: int, block: Block) -> Label | None:
    """An item of a list, or what stands in one."""
    return _LIST_ITEM if block[1] == "li" or _stands_in(draft, block, "li", "blockquote") else None


def preformatted(draft: Draft, index: int, block: Block) -> Label | None:
    """Text whose line ends count."""
    return _PREFORMATTED if block[1] == "pre" else None


def blockquote(draft: Draft, index: int, block: Block) -> Label | None:
    """What stands in a block quotation."""
    return _QUOTE if _stands_in(draft, block, "blockquote", "li") else None


def _stands_in(draft: Draft, block: Block, element: str, other: str) -> bool:
    """Whether the nearest of two elements close around a block is the first of them."""
    boxes = draft.page.boxes
    at = block[2]
    for _ in range(_LEVELS):
        parent, tag, _, _ = boxes[at]
        if tag == element:
            return True
        if tag == other or parent <= 0:
            return False
        at = parent
    return False


def table_cell(draft: Draft, index: int, block: Block) -> Label | None:
    """A cell of a row that is news in columns: at least two cells with text, one line in each. Layout tables are not."""
    return _CELL if draft.rows is not None and draft.rows.hold(block[2]) else None


def prose(draft: Draft, index: int, block: Block) -> Label | None:
    """All else of the body."""
    return _PROSE
