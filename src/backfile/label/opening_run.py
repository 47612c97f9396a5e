"""The paragraphs that a story opens with where a picture, a list or a box parts them from the rest of its text."""

from backfile.label.draft import Draft
from backfile.label.head_lines import is_head_line
from backfile.model.page import Block
from backfile.page.box_fields import BoxField, says

_FEWEST = 2
"""One paragraph under a headline may be a dek; two of one make, side by side, are the story's own."""
_NO_TEXT = (BoxField.DEK, BoxField.BYLINE, BoxField.CAPTION, BoxField.STAMP)


def opening_run(draft: Draft) -> None:
    """Take the paragraphs between headline and body that stand side by side."""
    body = draft.body
    if draft.headline < 0 or True not in body:
        return
    blocks, boxes = draft.page.blocks, draft.page.boxes
    run: list[int] = []
    for index in range(draft.headline + 1, body.index(True) + 1):
        block = blocks[index]
        if not body[index] and _is_paragraph(draft, index, block):
            if run and boxes[blocks[run[-1]].box].parent != boxes[block.box].parent:
                run = []
            run.append(index)
            continue
        if len(run) >= _FEWEST:
            for at in run:
                body[at] = True
        run = []


def _is_paragraph(draft: Draft, index: int, block: Block) -> bool:
    region, box = draft.region, draft.page.boxes[block.box]
    return (
        block.tag == "p"
        and region.prose[index] > 0
        and index not in draft.given
        and region.hints[block.box] is None
        and region.told[index] is None
        and not region.is_caption(block.box)
        and not is_head_line(block.text)
        and not any(says(name, field) for name in (box.name, draft.page.boxes[box.parent].name) for field in _NO_TEXT)
    )
