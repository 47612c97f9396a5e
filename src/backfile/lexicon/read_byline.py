"""Byline parser: how a line begins as a byline, and whom it names."""

from backfile.lexicon.byline_openings import opening_of
from backfile.lexicon.split_names import name_parts
from backfile.model.label import Byline
from backfile.model.labelled_page import LabelledPage
from backfile.model.page import Block


def read_byline(block: Block) -> Byline:
    """A block's line, taken apart."""
    text = parted(block)
    opening = opening_of(text)
    return Byline(text, opening[0] if opening else "", tuple(name_parts(text)))


def byline_at(labelled: LabelledPage, index: int) -> Byline:
    """A line of a page taken apart: as its label has it, else now."""
    return labelled.labels[index].read or read_byline(labelled.page.blocks[index])


def parted(block: Block) -> str:
    """A block's text with a bar where inline elements meet with nothing between: style sets them apart."""
    text = block.text
    for seam in reversed(block.seams):
        before, after = text[seam - 1], text[seam]
        if after.islower() or before == ":" or (before == "y" and text[:seam].lower() == "by"):
            text = f"{text[:seam]} {text[seam:]}"
        elif after.isalnum() and before not in "'’(-":
            text = f"{text[:seam]} | {text[seam:]}"
    return text
