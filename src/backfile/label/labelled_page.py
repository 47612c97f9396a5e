"""A page and its labels, gone through once for all that asks of them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain

from backfile.model.label import BodyKind, FieldKind, FurnitureKind, Label
from backfile.model.page import Block, Page


class LabelledPage:
    """A page with a label for each of its blocks: where the blocks of each kind stand, and what each of its metas says."""

    __slots__ = ("_at", "body", "labels", "metas", "page")

    def __init__(self, page: Page, labels: tuple[Label, ...]) -> None:
        self.page, self.labels = page, labels
        at: defaultdict[str, list[int]] = defaultdict(list)
        for index, label in enumerate(labels):
            at[label[0]].append(index)
        self._at: dict[str, list[int]] = dict(at)
        self.body: list[int] = sorted(chain.from_iterable(self._at.get(kind, ()) for kind in BodyKind))
        """Blocks of the body, captions among them, in order."""
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
