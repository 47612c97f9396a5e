"""The one pass over the DOM: a flat table of text blocks, the boxes that hold them, and the metadata met on the way.

Plan. A depth-first walk by first-child and next-sibling, with a stack of its own: saved pages nest deeper than Python's.
Text is gathered, white space folded as it comes, into the line that is open. An element that a browser sets on lines of
its own (HTML Standard, section 15.3) closes the line before and after it, and so do two <br> in a row: that is how old
pages set paragraphs. A box enters the table only when a block needs it, so hundreds of empty wrappers cost nothing. A box
that its makers call a menu, a footer or the like is not walked but taken whole: see folding.py.
"""

from collections.abc import Callable

from selectolax.lexbor import LexborNode

from backfile.model.page import Block, Box
from backfile.page.box_names import name_of
from backfile.page.elements import KINDS, NOT_ELEMENTS, Kind
from backfile.page.folding import folded_lines, is_folded, kept_open
from backfile.page.open_line import LINK_BEGUN, NO_LINK, OpenLine, new
from backfile.page.page_metadata import Mark
from backfile.page.unseen import LEAST_WITH_INITIAL, LONGEST_INITIAL, is_hiding


class Walk(OpenLine):
    """The tables that the pass fills, one object a page: see `Page` for what each holds."""

    __slots__ = ("_dated", "_figures", "_kept_open", "_time", "_time_from", "blocks", "boxes", "marks")

    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[Block] = []
        self.boxes: list[Box] = [Box(-1, "html", "", 0)]
        self.marks: list[Mark] = []
        self._kept_open: set[int] = set()
        self._dated: set[int] = set()
        self._figures: list[int] = []
        self._time: dict[str, str | None] | None = None
        self._time_from = 0  # where its text starts among the parts of the line

    def run(self, root: LexborNode) -> None:
        """Fill the tables from the tree at `root`.

        The hottest loop of all: what most nodes need stands in it, and the rest in a method a kind of element. Half of all
        nodes are text, most of that white space between elements; a fifth are blocks, a tenth links. A node without
        children is left at once; one with children puts what comes after it on the stack, and what leaving it does.
        """
        self._kept_open, self._dated = kept_open(root)
        stack: list[tuple[LexborNode | None, _Leave | None]] = []
        enter_of, leave_of, levels, line, dated = _ENTER.get, _LEAVE.get, self._open, self._line, self._dated
        node: LexborNode | None = root
        while True:
            if node is None:
                if not stack:
                    break
                node, leave = stack.pop()
                if leave is _LEAVE_BLOCK:
                    if self._length:
                        self._close_line()
                    self._space_due = False
                    self._breaks = 0
                    levels.pop()
                elif leave is not None:
                    leave(self)
                continue
            raw = node.text_content
            if raw is not None:  # text: asked for first, which costs less than the element's name
                node = node.next
                if not raw or raw.isspace():
                    self._space_due = True
                elif self._length or self._breaks:
                    self._add_text(raw)
                else:  # the first text of a line
                    folded = " ".join(raw.split())
                    line.append(folded)
                    self._length = length = len(folded)
                    self._space_due = length != len(raw) and raw[-1].isspace()
                    if self._link_from == LINK_BEGUN:
                        self._link_from = 0
                continue
            tag = node.tag or ""
            enter = enter_of(tag)
            if enter is _PASS_OVER:
                node = node.next
            elif enter is _ENTER_BLOCK:
                if self._length:
                    self._close_line()
                self._space_due = False
                self._breaks = 0
                if dated and node.mem_id in dated:
                    self._mark("dated", node.attributes, node.text(), self._box())
                child = node.first_child
                if child is None or (tag in _HOLDERS and self._folds(node, tag)):
                    node = node.next
                    continue
                stack.append((node.next, _LEAVE_BLOCK))
                if tag not in _HOLDERS:
                    levels.append([node, tag, -1, None, levels[-1][4]])
                node = child
            else:
                if dated and node.mem_id in dated:
                    self._mark("dated", node.attributes, node.text(), self._box())
                if enter is None or enter(self, node, tag):
                    stack.append((node.next, leave_of(tag)))
                    if (enter is None or enter in _MAY_HIDE) and self._unseen_from < 0 and is_hiding(node.attributes):
                        self._unseen_from = self._length
                        stack.append((None, Walk._leave_unseen))
                    node = node.first_child
                else:
                    node = node.next
        if self._length:
            self._close_line()

    def _folds(self, node: LexborNode, tag: str) -> bool:
        """Whether a box is furniture that is taken whole, which is done then; else it is open now."""
        levels = self._open
        name, is_furniture = None, levels[-1][4]
        if not is_furniture:
            attributes = node.attributes
            name = name_of(attributes) if attributes else ""
            is_furniture = is_folded(name, tag) and not (tag == "footer" and self._is_in_article())
        levels.append([node, tag, -1, name, is_furniture])
        if not is_furniture or self._link is not None or node.mem_id in self._kept_open:
            return False
        lines = folded_lines(node)
        if lines is None:
            return False
        if name is None:  # its place is the box that said so
            levels.pop()
        text = self._cleaned(lines)
        if text:
            box = self._box()
            self.blocks.append(new(Block, (text, levels[-1][1], box, (), 0, len(text), ())))
        if name is not None:
            levels.pop()
        return True

    def _is_in_article(self) -> bool:
        """A story's own <footer> holds its credits and tags; the page's holds the site's."""
        return any(level[1] == "article" for level in self._open)

    def _add_text(self, raw: str) -> None:
        """Text after other text of its line, or after <br>."""
        folded = " ".join(raw.split())
        length = self._length
        if self._breaks:
            if self._breaks > 1 or (length and (self._ends_line(folded) or self._is_indented(raw))):
                self._close_line()
                length = 0
            self._breaks = 0
            self._space_due = True
            self._part_from = length
        if length:
            if self._space_due or raw[0].isspace():
                self._line.append(" ")
                length += 1
            else:
                self._seams.append(length)
        if self._link_from == LINK_BEGUN:
            self._link_from = length
        self._line.append(folded)
        self._length = length + len(folded)
        self._space_due = raw[-1].isspace()

    def _close_line(self) -> None:
        """The line that is open becomes a block of the innermost box; nothing where it is empty."""
        self._space_due = False
        self._breaks = 0
        if not self._length:
            return
        if self._link_from >= 0:
            self._end_span()
            self._link_from = LINK_BEGUN
        if self._bold_depth:
            self._bold += self._length - self._bold_from
        line = self._line
        text = line[0] if len(line) == 1 else "".join(line)
        is_long = self._length >= LEAST_WITH_INITIAL
        may_differ = is_long and (len(line[0]) <= LONGEST_INITIAL or len(self._spans) > 1)
        if "\u00c3" in text or "\u00e2\u20ac" in text:
            self.looks_double_encoded = True
        if may_differ or self._unseen or self._unseen_from >= 0:
            text = self._seen(text)
        if not text.isascii():
            text = self._cleaned(text)
        if text:
            _, tag, box, _, _ = self._open[-1]
            if box < 0:
                box = self._box()
            spans = tuple(self._spans) if self._spans else ()
            seams = tuple(self._seams) if self._seams else ()
            self.blocks.append(new(Block, (text, tag, box, spans, self._bold, self._linked, seams)))
        line.clear()
        if self._spans:
            self._spans.clear()
        if self._seams:
            self._seams.clear()
        self._length = self._linked = self._bold = self._bold_from = self._time_from = self._part_from = 0

    def _box(self) -> int:
        """The index of the innermost open box: it and those around it enter the table now."""
        levels, boxes = self._open, self.boxes
        known = len(levels) - 1
        while levels[known][2] < 0:
            known -= 1
        index: int = levels[known][2]
        for depth in range(known + 1, len(levels)):  # every open box around one that is in the table is in it
            level = levels[depth]
            name = level[3]
            if name is None:
                attributes = level[0].attributes
                name = name_of(attributes) if attributes else ""
            boxes.append(new(Box, (index, level[1], name, depth)))
            index = level[2] = len(boxes) - 1
        return index

    # --- one method a kind of element: True to go into it ---

    def _enter_block(self, node: LexborNode, tag: str) -> bool:
        self._close_line()
        self._open.append([node, tag, -1, None, self._open[-1][4]])
        return True

    def _leave_block(self) -> None:
        self._close_line()
        self._open.pop()

    def _enter_html(self, node: LexborNode, tag: str) -> bool:
        self._mark(tag, node.attributes)
        return True

    def _enter_figure(self, node: LexborNode, tag: str) -> bool:
        self._enter_block(node, tag)
        self._figures.append(self._box())
        return True

    def _leave_figure(self) -> None:
        self._leave_block()
        self._figures.pop()

    def _enter_link(self, node: LexborNode, tag: str) -> bool:
        if self._link is not None:
            self._leave_link()
        self._link = node
        self._link_from = LINK_BEGUN
        return True

    def _leave_link(self) -> None:
        if self._link_from >= 0:
            self._end_span()
        self._link = None
        self._link_from = NO_LINK

    def _enter_bold(self, node: LexborNode, tag: str) -> bool:
        if not self._bold_depth:
            self._bold_from = self._length
        self._bold_depth += 1
        return True

    def _leave_bold(self) -> None:
        self._bold_depth = max(0, self._bold_depth - 1)
        if not self._bold_depth:
            self._bold += self._length - self._bold_from

    def _enter_time(self, node: LexborNode, tag: str) -> bool:
        self._time = node.attributes
        self._time_from = len(self._line)
        return True

    def _leave_time(self) -> None:
        if self._time is not None:
            self._mark("time", self._time, "".join(self._line[self._time_from :]).strip(), self._box())
            self._time = None

    def _enter_break(self, node: LexborNode, tag: str) -> bool:
        self._breaks += 1
        self._space_due = True
        return False

    def _enter_rule(self, node: LexborNode, tag: str) -> bool:
        self._close_line()
        return False

    def _enter_picture(self, node: LexborNode, tag: str) -> bool:
        self._mark("img", node.attributes, "", self._figures[-1] if self._figures else -1)
        return False

    def _enter_meta(self, node: LexborNode, tag: str) -> bool:
        self._mark(tag, node.attributes, "", self._box() if len(self._open) > 1 else -1)
        return False

    def _enter_linked(self, node: LexborNode, tag: str) -> bool:
        attributes = node.attributes
        if "canonical" in (attributes.get("rel") or "").lower():
            self._mark(tag, attributes)
        return False

    def _enter_script(self, node: LexborNode, tag: str) -> bool:
        attributes = node.attributes
        if "ld+json" in (attributes.get("type") or ""):
            child = node.first_child
            self._mark(tag, attributes, child.text_content or "" if child is not None else "")
        return False

    def _enter_title(self, node: LexborNode, tag: str) -> bool:
        self._mark(tag, node.attributes, node.text())
        return False

    def _mark(self, tag: str, attributes: dict[str, str | None], text: str = "", box: int = -1) -> None:
        self.marks.append(new(Mark, (tag, attributes, text, len(self.blocks), box)))

    def _pass_over(self, node: LexborNode, tag: str) -> bool:
        return False


_Enter = Callable[[Walk, LexborNode, str], bool]
_Leave = Callable[[Walk], None]
_ENTER_BLOCK, _PASS_OVER, _LEAVE_BLOCK = Walk._enter_block, Walk._pass_over, Walk._leave_block
_ENTER_KIND: dict[int, _Enter] = {
    Kind.BLOCK: _ENTER_BLOCK,
    Kind.HOLDER: _ENTER_BLOCK,
    Kind.FIGURE: Walk._enter_figure,
    Kind.LINK: Walk._enter_link,
    Kind.BOLD: Walk._enter_bold,
    Kind.TIME: Walk._enter_time,
    Kind.BREAK: Walk._enter_break,
    Kind.RULE: Walk._enter_rule,
    Kind.PASSED_OVER: _PASS_OVER,
    Kind.PICTURE: Walk._enter_picture,
    Kind.META: Walk._enter_meta,
    Kind.LINKED: Walk._enter_linked,
    Kind.TITLE: Walk._enter_title,
    Kind.SCRIPT: Walk._enter_script,
    Kind.HTML: Walk._enter_html,
}
_LEAVE_KIND: dict[int, _Leave] = {
    Kind.BLOCK: _LEAVE_BLOCK,
    Kind.HOLDER: _LEAVE_BLOCK,
    Kind.FIGURE: Walk._leave_figure,
    Kind.LINK: Walk._leave_link,
    Kind.BOLD: Walk._leave_bold,
    Kind.TIME: Walk._leave_time,
}
_ENTER = {tag: _ENTER_KIND[kind] for tag, kind in KINDS.items()} | dict.fromkeys(NOT_ELEMENTS, _PASS_OVER)
_LEAVE = {tag: _LEAVE_KIND[kind] for tag, kind in KINDS.items() if kind in _LEAVE_KIND}
_MAY_HIDE = (Walk._enter_link, Walk._enter_bold)
"""What hides words in a line, beside elements of no kind: a box that is hidden says so by its name."""
_HOLDERS = frozenset(tag for tag, kind in KINDS.items() if kind is Kind.HOLDER)
