"""Where on a page a stamp of the story can stand: from just above its headline to just after its text."""

import re
from collections.abc import Iterator, Sequence

from backfile.model.page import Page

_ABOVE_HEADLINE = 6
_WITHOUT_HEADLINE = 12
_AFTER_BODY = 6
_INTO_BODY = 3
# boxes whose stamps are other stories': "related-posts", "comment-list", "sidebar"; not "article-header"
_ELSEWHERE = re.compile(
    r"relat|recommend|recirc|sidebar|side-bar|comment|footer|teaser|popular|trending|most-?read|latest|breadcrumb|"
    r"\bnav|menu|newsletter|upcoming|next-|prev|promo|outbrain|taboola|disqus|more-|readmore|widget|gallery|archive-list|"
    r"bio\b|upnext|up-next|mehr-zum|weitere"
)


class Region:
    """The story's blocks and what surrounds them."""

    def __init__(
        self,
        page: Page,
        *,
        headline: str | None,
        body_blocks: Sequence[int],
        stamp_blocks: Sequence[int],
        byline_blocks: Sequence[int],
    ) -> None:
        self.page = page
        self.headline = headline
        self.body = frozenset(body_blocks)
        self.named = sorted({*stamp_blocks, *byline_blocks})
        self.first = min(body_blocks) if body_blocks else -1
        self.last = max(body_blocks) if body_blocks else -1
        self.headline_at = self._find_headline()
        anchors = [at for at in (self.headline_at, self.first, *self.named[:1]) if at >= 0]
        start = min(anchors) if anchors else 0
        reach = _ABOVE_HEADLINE if self.headline_at >= 0 else _WITHOUT_HEADLINE
        self.start = max(0, start - reach)
        self.end = min(len(page.blocks), max(self.last, *(self.named or [-1])) + 1 + _AFTER_BODY)
        self._elsewhere: dict[int, bool] = {}

    def holds(self, block: int, box: int) -> bool:
        """Whether a mark at `block` in `box` stands in the story's region."""
        return self.start <= block < self.end and not self.is_elsewhere(box)

    def place_of(self, at: int) -> str:
        """ "head" between headline and text, "after" the text's end."""
        return "after" if self.last >= 0 and at > self.last and at not in self.named else "head"

    def stamp_blocks(self) -> Iterator[int]:
        """Blocks that may print a stamp: those named by the labels, then the rest of the region that is no body text."""
        yield from self.named
        head_end = self.first + _INTO_BODY if self.first >= 0 else self.start + 30
        for at in [*range(self.start, min(head_end, self.end)), *range(max(self.last + 1, head_end), self.end)]:
            if at in self.body and len(self.page.blocks[at].text) > 90:
                continue
            if at not in self.named and not self.is_elsewhere(self.page.blocks[at].box):
                yield at

    def is_elsewhere(self, box: int) -> bool:
        """Whether the box or one around it is named as holding other stories or the page's furniture."""
        known = self._elsewhere.get(box)
        if known is None:
            at = self.page.boxes[box]
            if at.tag in ("body", "html", "main", "article") or at.parent < 0:
                known = False
            else:
                known = bool(_ELSEWHERE.search(at.name)) or at.tag in ("nav", "footer") or self.is_elsewhere(at.parent)
            self._elsewhere[box] = known
        return known

    def _find_headline(self) -> int:
        """The index of the headline's block: that text, else the last h1 before the body."""
        blocks = self.page.blocks
        end = self.first + 1 if self.first >= 0 else min(len(blocks), 200)
        wanted = self.headline
        h1 = -1
        for at in range(end - 1, max(-1, end - 80), -1):
            block = blocks[at]
            if wanted and block.text == wanted and block.tag not in ("a", "li"):
                return at
            if h1 < 0 and block.tag == "h1":
                h1 = at
        return h1
