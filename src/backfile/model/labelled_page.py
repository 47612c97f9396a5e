"""A page and its labels, gone through once for all that asks of them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain

from backfile.model.doubts import Doubt
from backfile.model.label import BodyKind, FieldKind, FurnitureKind, Label
from backfile.model.page import Block, Page

_NONE = [-1]


class LabelledPage:
    """A page with a label for each of its blocks: where the blocks of each kind stand, and what each of its metas says."""

    __slots__ = ("_at", "body", "doubts", "headline", "labels", "metas", "page", "top")

    def __init__(self, page: Page, labels: tuple[Label, ...], doubts: tuple[Doubt, ...] = ()) -> None:
        self.page, self.labels = page, labels
        self.doubts = doubts
        """Why the labels may be wrong."""
        at: defaultdict[str, list[int]] = defaultdict(list)
        for index, label in enumerate(labels):
            at[label[0]].append(index)
        self._at: dict[str, list[int]] = dict(at)
        self.body: list[int] = sorted(chain.from_iterable(self._at.get(kind, ()) for kind in BodyKind))
        """Blocks of the body, captions among them, in order."""
        self.headline = self._at.get(FieldKind.HEADLINE, _NONE)[0]
        """The index of the headline's block; -1 for none."""
        self.top = self._find_top()
        """Where the story's head begins: the headline or its twin above it, else the line that stands in its place; -1 for none."""
        metas: defaultdict[str, list[str]] = defaultdict(list)
        for name, content in page.metas:
            metas[name].append(content)
        self.metas: dict[str, list[str]] = dict(metas)

    def of(self, kind: BodyKind | FieldKind | FurnitureKind) -> Sequence[int]:
        """The indices of the blocks of a kind."""
        return self._at.get(kind, ())

    def has(self, kind: BodyKind | FieldKind | FurnitureKind) -> bool:
        """True where any block is of the kind."""
        return kind in self._at

    def texts(self, kind: BodyKind | FieldKind | FurnitureKind) -> list[str]:
        """The texts of the blocks of a kind."""
        blocks = self.page.blocks
        return [blocks[index].text for index in self._at.get(kind, ())]

    def first(self, kind: BodyKind | FieldKind | FurnitureKind) -> Block | None:
        """The first block of a kind, None where there is none."""
        found = self._at.get(kind)
        return self.page.blocks[found[0]] if found else None

    def meta(self, names: Iterable[str]) -> str | None:
        """What the first of the metas named says that says anything."""
        for name in names:
            for content in self.metas.get(name, ()):
                if content:
                    return content
        return None

    def _find_top(self) -> int:
        """A headline that is printed twice begins with the first. Where no block is like what the page calls itself: a line that
        its title has in it, else the last <h1> before the body."""
        blocks, headline = self.page.blocks, self.headline
        if headline >= 0:
            text = blocks[headline].text
            twins = (at for at in range(max(0, headline - _TWIN), headline) if blocks[at].tag == "h1")
            return next((at for at in twins if blocks[at].text == text), headline)
        end = self.body[0] + 1 if self.body else min(len(blocks), _FARTHEST_WITHOUT_BODY)
        above, title = range(end - 1, -1, -1), self.page.title or ""
        near = above[:_FARTHEST]
        titled = (at for at in near if len(blocks[at].text) >= _LEAST_TITLE and blocks[at].text in title)
        heading = (at for at in near if blocks[at].tag == "h1")
        far = (at for at in above if blocks[at].tag == "h1" and blocks[at].text == title)
        return next(chain(titled, heading, far), -1)


_TWIN = 6
"""Blocks above the headline among which its twin is looked for: a page that is laid out for two widths prints it twice."""
_FARTHEST, _FARTHEST_WITHOUT_BODY = 80, 200
_LEAST_TITLE = 15
"""Code points of a line that is taken for a headline since the page's title has it."""
