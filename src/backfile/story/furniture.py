"""What was kept out of the body, in runs."""

from typing import Any

from backfile.model.label import BodyKind, FieldKind, FurnitureKind, Label
from backfile.model.labelled_page import LabelledPage
from backfile.model.story import Furniture


def furniture_of(labelled: LabelledPage, held: dict[Any, str]) -> tuple[Furniture, ...]:
    """Runs of blocks of one kind and rule, their texts on lines of their own; and what is of a field but not in it: a second
    byline, a stamp's own line. `held` is what the field of each kind holds."""
    runs: list[Furniture] = []
    texts: list[str] = []
    run_kind: FurnitureKind | None = None  # of the run that is open
    run_rule = ""
    last: Label | None = None  # of the block before, where the next of the same label goes with it whatever it says
    for block, label in zip(labelled.page.blocks, labelled.labels, strict=True):
        if label == last:
            texts.append(block[0])
            continue
        kind, rule, _ = label
        here = kind if type(kind) is FurnitureKind else _SINGLE.get(kind)
        last = label if here is kind or here is None else None
        if last is None and block[0] in held.get(kind, ""):
            here = None
        if here is run_kind and rule == run_rule:
            texts.append(block[0])
            continue
        if run_kind is not None:
            runs.append(Furniture(run_kind._value_, "\n".join(texts), run_rule))
        run_kind, run_rule, texts = here, rule, [block[0]]
    if run_kind is not None:
        runs.append(Furniture(run_kind._value_, "\n".join(texts), run_rule))
    return tuple(runs)


_SINGLE: dict[object, FurnitureKind] = {
    FieldKind.HEADLINE: FurnitureKind.BYLINE_BOX,
    FieldKind.KICKER: FurnitureKind.BYLINE_BOX,
    FieldKind.DEK: FurnitureKind.BYLINE_BOX,
    FieldKind.BYLINE: FurnitureKind.BYLINE_BOX,
    FieldKind.STAMP: FurnitureKind.BYLINE_BOX,
    FieldKind.PHOTO_CREDIT: FurnitureKind.MEDIA,
    BodyKind.CAPTION: FurnitureKind.MEDIA,
}
"""Where a block goes that is labelled as a field but is not what the field holds."""
