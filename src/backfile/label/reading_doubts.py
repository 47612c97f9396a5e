"""Doubts about the reading of a body: what was left out of it, where it stands, and what the block model thinks of it.

The bounds were set on articles of wcxb-dev whose sites the block model had not seen (`python -m bench.doubts`, docs/decisions/0011): what each
marks of the 48 pages that are read worst and of the 435 others stands beside it.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from backfile.label.draft import Draft
from backfile.model.doubts import Doubt, doubt
from backfile.model.label import BodyKind, FieldKind, FurnitureKind, Label, RuleName
from backfile.model.reason_codes import DoubtCode

_BESIDE = frozenset((*FieldKind, BodyKind.CAPTION))
"""What is kept as a field of the story, and not lost."""
_SURELY_NONE = _BESIDE - {FieldKind.DEK, FieldKind.NOTE}
"""Labels that a line has for words of its own; a dek may be the story's first paragraph."""


_NOTICES = frozenset((
    FurnitureKind.ARCHIVE_NOTICE,
    FurnitureKind.BROWSER_NOTICE,
    FurnitureKind.COOKIE_NOTICE,
    FurnitureKind.REPLAY_BANNER,
))  # fmt: skip
"""What is known for what it is by its own words, in sentences as a story's are."""
_KNOWN = _SURELY_NONE | _NOTICES | {FieldKind.NOTE}


class _Body(NamedTuple):
    """A body as it was read."""

    draft: Draft
    labels: Sequence[Label]
    told: list[int]
    """Its blocks, captions not among them."""
    inside: frozenset[int]
    """The same."""
    length: int
    """Code points in them."""


def reading_doubts(draft: Draft, labels: Sequence[Label], body: Sequence[int]) -> Iterator[Doubt]:
    """The doubts about the blocks of a body. A story that a script holds is in none: nothing else stands there."""
    if draft.page.state_from >= 0:
        return
    told = [index for index in body if labels[index][0] is not BodyKind.CAPTION]
    if not told:
        if sum(draft.region.prose) > _SHORT:
            yield doubt("body", DoubtCode.PROSE_LEFT_OUT, 0)
        return
    length = sum([len(draft.page.blocks[index][0]) for index in told])
    read = _Body(draft, labels, told, frozenset(told), length)
    for find in (_readings_disagree, _opening_missing, _prose_left_out, _scattered):
        if (found := find(read)) is not None:
            yield found


def _readings_disagree(read: _Body) -> Doubt | None:
    """Where much is labelled otherwise than the block model would, by how sure it is."""
    draft, labels, inside = read.draft, read.labels, read.inside
    if draft.vote is None:
        return None
    blocks = draft.page.blocks
    wrong = 0.0
    for index, score in zip(*draft.vote, strict=True):
        if index in inside:
            wrong += len(blocks[index][0]) * (1 - score)
        elif index < draft.second and labels[index][0] not in _SURELY_NONE:
            wrong += _LEFT_OUT * len(blocks[index][0]) * score
    if wrong <= _MOST_WRONG * read.length:
        return None
    return doubt("body", DoubtCode.READINGS_DISAGREE, min(round(100 * wrong / read.length), 100))


_LEFT_OUT = 3
"""How much what is left out counts: it is right about that more often than about what it would leave out."""
_MOST_WRONG = 0.4
"""23 of the 48, 30 of the 435."""


def _opening_missing(read: _Body) -> Doubt | None:
    """Where prose under the headline and over the body is furniture, or a dek of several paragraphs."""
    draft, prose = read.draft, read.draft.region.prose
    if draft.headline < 0:
        return None
    over = [at for at in draft.region.prose_blocks if draft.headline < at < read.told[0]]
    deks = [at for at in over if read.labels[at].rule is RuleName.DEK_IN_HEAD]
    over = [at for at in over if read.labels[at][0] not in _BESIDE | _NOTICES] + (deks if len(deks) > 1 else [])
    is_much = sum([prose[at] for at in over]) > _MOST_OVER * read.length
    return doubt("body", DoubtCode.OPENING, len(over)) if is_much else None


_MOST_OVER = 0.1
"""6 of the 48, 2 of the 435."""


def _prose_left_out(read: _Body) -> Doubt | None:
    """Where a body is short and the page has more prose: a long one has comments and teasers about it as a rule."""
    prose = read.draft.region.prose
    covered = sum([prose[at] for at in read.told])
    if covered >= _SHORT:
        return None
    of_page = sum(
        [mass for mass, label in zip(prose[: read.draft.second], read.labels, strict=False) if label[0] not in _KNOWN]
    )
    if covered >= _LEAST_COVERED * of_page:
        return None
    return doubt("body", DoubtCode.PROSE_LEFT_OUT, round(100 * covered / of_page))


_SHORT = 1200
"""Letters: 200 words."""
_LEAST_COVERED = 0.8
"""8 of the 48, 5 of the 435."""


def _scattered(read: _Body) -> Doubt | None:
    """Where a body stands in pieces among what is none of it: a page of parts, or several pages in one."""
    blocks, told = read.draft.page.blocks, read.told
    among = [at for at in range(told[0], told[-1]) if at not in read.inside and read.labels[at][0] not in _BESIDE]
    lines = sum([len(blocks[at][0]) >= _LINE for at in among])
    if lines <= _MOST_LINES and len(among) <= _MOST_TIMES * len(told):
        return None
    return doubt("body", DoubtCode.SCATTERED, len(told), len(among))


_LINE = 25
"""Code points of a line that says something: menus have shorter ones."""
_MOST_LINES, _MOST_TIMES = 40, 3
"""9 of the 48, 9 of the 435."""
