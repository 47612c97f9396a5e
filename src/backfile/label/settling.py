"""What a block is by the others: a photographer's line after a caption; the opening words of a gallery or a live blog."""

from itertools import pairwise

from backfile.label.draft import Draft
from backfile.label.nesting import nearest_boxes
from backfile.late_pattern import late
from backfile.model.label import BodyKind, FieldKind, Label, RuleName

_FIGURE = frozenset(("figure",))
_CREDIT_LENGTH = 80
_AFTER_CAPTION = Label(FieldKind.PHOTO_CREDIT, RuleName.AFTER_CAPTION)
_OPENING_WORDS = Label(BodyKind.PARAGRAPH, RuleName.OPENING_WORDS)


def after_caption(draft: Draft, labels: list[Label]) -> None:
    """The second caption of a figure, or of a picture's box, is its credit, where it is short and no sentence; so is a caption in a
    box that is named for a credit."""
    blocks, boxes, pictured = draft.page.blocks, draft.page.boxes, draft.region.captions.pictured
    captions = [index for index, label in enumerate(labels) if label[0] is BodyKind.CAPTION]
    second = {index for before, index in pairwise(captions) if index == before + 1}
    figure_around = nearest_boxes(draft.page, _FIGURE) if second else []
    for index in captions:
        before, block = blocks[index - 1], blocks[index]
        if len(block.text) >= _CREDIT_LENGTH or block.text.endswith("."):
            continue
        parent = boxes[block.box].parent
        if _CREDIT_NAME.search(boxes[block.box].name) or (parent > 0 and _CREDIT_NAME.search(boxes[parent].name)):
            labels[index] = _AFTER_CAPTION
        elif index in second and labels[index - 1].kind is BodyKind.CAPTION:
            figure = figure_around[block.box]
            is_in_figure = figure and figure == figure_around[before.box]
            if is_in_figure or (parent in pictured and parent == boxes[before.box].parent):
                labels[index] = _AFTER_CAPTION


_CREDIT_NAME = late(
    r"(?:^|[\s_-])(?:(?:photo|image|img|foto|bild|picture|media)?[-_]?credits?|bildnachweis|fotograf\w*|photographer|bildquelle)(?![a-z])"
)


def opening_words(draft: Draft, labels: list[Label]) -> None:
    """What stands after the byline of a live blog, or after the byline or the stamp of a page without paragraphs, is no dek but the
    text."""
    kinds = [label[0] for label in labels]
    if FieldKind.DEK not in kinds:
        return
    head = FieldKind.BYLINE if FieldKind.BYLINE in kinds or draft.entries else FieldKind.STAMP
    if head in kinds and (draft.entries or BodyKind.PARAGRAPH not in kinds):
        for index in range(kinds.index(head) + 1, len(kinds)):
            if kinds[index] is FieldKind.DEK:
                labels[index] = _OPENING_WORDS
