"""The line that is open during the pass over a page: its text, links and seams, and what is taken out of it before it is a block."""

from typing import Any

from selectolax.lexbor import LexborNode

from backfile.model.page import HEADINGS, Block, Span
from backfile.page.invisible import INVISIBLE, without_invisible
from backfile.page.unseen import seen_part

_SHORT_PART = 75
_FOLDED, _INDENTS = " \t\n\r\f", ("\u00a0\u00a0", "\u2003", "\u3000")
_SENTENCE_ENDS = (".", "!", "?", '"', "\u201d", "\u3002", "\u300d")
NO_LINK, LINK_BEGUN = -1, -2
"""OpenLine._link_from where no link is open, and where one is open whose span starts at its first character, still to come."""

new = tuple.__new__
"""Makes a record without the keyword handling of its own constructor, which costs as much again, hundreds of times a page."""


class OpenLine:
    """The line, and the elements that are open around it."""

    __slots__ = (
        "_bold", "_bold_depth", "_bold_from", "_breaks", "_length", "_line", "_link", "_link_from", "_linked", "_open", "_part_from",
        "_seams", "_space_due", "_spans", "_unseen", "_unseen_from", "author_links", "looks_double_encoded", "unseen",
    )  # fmt: skip

    def __init__(self) -> None:
        self.author_links: set[str] = set()
        self.looks_double_encoded = False
        self.unseen: list[str] = []
        self._open: list[list[Any]] = [[None, "html", 0, "", False]]
        """Per open element: node, tag, index of its box or -1, its name or None where not yet read, is it furniture."""
        self._line: list[str] = []
        self._length = 0
        self._space_due = False
        self._part_from = 0  # where the line's text since its last <br> starts
        self._breaks = 0  # <br> since the last text
        self._spans: list[Span] = []
        self._seams: list[int] = []
        self._linked = 0
        self._link: LexborNode | None = None
        self._link_from = NO_LINK
        self._bold = 0
        self._bold_depth = 0
        self._bold_from = 0
        self._unseen: list[tuple[int, int]] = []
        self._unseen_from = -1  # where the text of the element that hides it starts in the line; -1 where none is open

    def _ends_line(self, after: str) -> bool:
        """Whether a single <br> parts two lines and not one: what stands before it is all bold, or short with no sentence."""
        tag = self._open[-1][1]
        if tag in HEADINGS or self._link is not None:
            return False
        part = self._length - self._part_from
        bold = self._bold + (self._length - self._bold_from if self._bold_depth else 0)
        if bold >= self._length and not self._bold_depth:
            return True
        return (
            tag != "p"
            and part < _SHORT_PART
            and self._part_from == 0
            and (after[0].isupper() or not after[0].isalpha())
        )

    def _is_indented(self, raw: str) -> bool:
        """Whether text after a single <br> begins a paragraph: old pages indent it by spaces that stay, after a sentence. Verse has
        shorter lines."""
        if not raw.lstrip(_FOLDED).startswith(_INDENTS) or self._link is not None:
            return False
        return self._length - self._part_from >= _SHORT_PART or self._line[-1].endswith(_SENTENCE_ENDS)

    def _seen(self, text: str) -> str:
        """Without the words that no reader saw, and with its drop cap joined to it."""
        if self._unseen_from >= 0:
            self._leave_unseen()
            self._unseen_from = 0
        line = Block(text, self._open[-1][1], 0, tuple(self._spans), self._bold, self._linked, tuple(self._seams))
        text, spans, seams, self._bold, self._linked, words = seen_part(line, self._unseen, len(self._line[0]))
        self._spans, self._seams = list(spans), list(seams)
        self._unseen.clear()
        self.unseen += words
        return text

    def _leave_unseen(self) -> None:
        if self._length > self._unseen_from:
            self._unseen.append((self._unseen_from, self._length))
        self._unseen_from = -1

    def _cleaned(self, text: str) -> str:
        """Without soft hyphens and the like; what looks double-encoded is noted."""
        if text.isascii():
            return text
        if "\u00c3" in text or "\u00e2\u20ac" in text:
            self.looks_double_encoded = True
        if INVISIBLE.search(text):
            text, spans, seams = without_invisible(text, self._spans, self._seams)
            self._spans, self._seams = list(spans), list(seams)
        return text

    def _end_span(self) -> None:
        """The link that is open ends, or its line does. Its address is asked for only here: a link without text needs none."""
        attributes = self._link.attributes if self._link is not None else {}
        href = attributes.get("href") or ""
        if attributes.get("rel") == "author" or attributes.get("itemprop") == "author":
            self.author_links.add(href)
        self._spans.append(new(Span, (self._link_from, self._length, href)))
        self._linked += self._length - self._link_from
