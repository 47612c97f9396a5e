"""How much of a page is prose, captions, links to elsewhere: the counts that kinds are told by."""

from backfile.lexicon.wide_scripts import is_wide
from backfile.model.label import BodyKind, FurnitureKind
from backfile.model.labelled_page import LabelledPage

_HEADINGS = frozenset(("h2", "h3", "h4"))
_CODE_POINTS_A_WORD = 6
_LINE = 25


class Shape:
    """Counts over the body; those over what stands around it are made when they are first asked for: few pages need them."""

    __slots__ = (
        "_labelled",
        "_linked_headings",
        "_listed",
        "_outside_links",
        "body_words",
        "captions",
        "entry_times",
        "players",
        "prose_blocks",
    )

    def __init__(self, labelled: LabelledPage) -> None:
        self._labelled = labelled
        self.captions = len(labelled.of(BodyKind.CAPTION))
        self.entry_times = len(labelled.of(BodyKind.ENTRY_TIME))
        self.players = len(labelled.of(FurnitureKind.MEDIA))
        self.prose_blocks = len(labelled.body) - self.captions - self.entry_times
        self._outside_links = -1
        blocks = labelled.page.blocks
        passed = {*labelled.of(BodyKind.CAPTION), *labelled.of(BodyKind.ENTRY_TIME)}
        prose = [index for index in labelled.body if index not in passed] if passed else labelled.body
        texts = [blocks[index][0] for index in prose]
        self.body_words = sum([(len(t) if t.isascii() else _length(t)) // _CODE_POINTS_A_WORD for t in texts])

    @property
    def outside_links(self) -> int:
        """Lines outside the body that are links."""
        self._count()
        return self._outside_links

    @property
    def linked_headings(self) -> int:
        """Headings outside the body that are links."""
        self._count()
        return self._linked_headings

    @property
    def listed(self) -> int:
        """Linked headings that stand among the body's blocks."""
        self._count()
        return self._listed

    def _count(self) -> None:
        if self._outside_links >= 0:
            return
        outside = headings = listed = since = prose = 0  # since: linked headings since the last of the body
        for block, label in zip(self._labelled.page.blocks, self._labelled.labels, strict=True):
            kind = label[0]
            if type(kind) is BodyKind:
                if kind not in _NO_PROSE:
                    prose += 1
                    listed += since
                    since = 0
            elif block.linked * 2 > len(block.text) and kind is not FurnitureKind.MEDIA:
                outside += len(block.text) > _LINE
                if block.tag in _HEADINGS:
                    headings += 1
                    since += prose > 0
        self._outside_links, self._linked_headings, self._listed = outside, headings, listed


def _length(text: str) -> int:
    """In letters: a character of a script without spaces says as much as three."""
    return 3 * len(text) if is_wide(text) else len(text)


_NO_PROSE = frozenset((BodyKind.CAPTION, BodyKind.ENTRY_TIME))
