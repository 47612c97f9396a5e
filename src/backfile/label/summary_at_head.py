"""The summary that a story opens with: the page's own description, set apart from the text."""

import re

from backfile.label.draft import Draft
from backfile.label.headline_block import words
from backfile.model.label import FieldKind, Label, RuleName
from backfile.model.page import HEADINGS, Page
from backfile.page.box_fields import BoxField, says

_DEK = Label(FieldKind.DEK, RuleName.SUMMARY_AT_HEAD)
_DEK_TAGS = frozenset(("p", "div", "h2", "h3", "h4", "strong"))
_SUMMARY_METAS = ("og:description", "description", "twitter:description")


def summary_at_head(draft: Draft) -> None:
    """The first block of the body is the dek where it is the page's own description, set in a style of its own.

    A description that was cut from the text, or that goes on with the paragraph after, was made of the story by a machine:
    its first paragraph is no dek, unless its box is named so.
    """
    page, body = draft.page, draft.body
    first = next((index for index, inside in enumerate(body) if inside), -1)
    second = next(
        (index for index in range(first + 1, len(body)) if body[index] and page.blocks[index].tag not in HEADINGS), -1
    )
    if first > draft.headline and second >= 0 and _is_summary(page, first, second):
        draft.give(first, _DEK)


def _is_summary(page: Page, first: int, second: int) -> bool:
    """Whether the body's first block sums up what begins with its second."""
    block, box, after = page.blocks[first], page.boxes[page.blocks[first].box], page.boxes[page.blocks[second].box]
    is_named = says(box.name, BoxField.DEK) or says(page.boxes[max(box.parent, 0)].name, BoxField.DEK)
    has_own_style = _DIGITS.sub("", box.name) != _DIGITS.sub("", after.name) and block.tag in _DEK_TAGS
    if not (is_named or has_own_style or block.emphasis == len(block.text)):
        return False
    mine = _folded(block.text)
    said = [_folded(meta.content) for meta in page.metas if meta.name in _SUMMARY_METAS and len(meta.content) > 40]
    if mine in said:
        return True
    if not is_named and (box.parent != after.parent or any(_is_cut(mine, one) for one in said)):
        return False
    return any(_says_the_same(mine, one) for one in said)


_CUT_WORD = 15
_DIGITS = re.compile(r"\d+")
"""Taken off names: "par1" and "par2" number paragraphs, and set none apart."""
_WORDS = re.compile(r"\w+")


def _folded(text: str) -> str:
    return " ".join(_WORDS.findall(text.lower()))


def _is_cut(text: str, said: str) -> bool:
    """Whether one goes on where the other ends; the last word of what is said may be cut too."""
    return text.startswith(said[:-_CUT_WORD]) or said.startswith(text)


def _says_the_same(text: str, said: str) -> bool:
    mine, theirs = words(text), words(said)
    return len(mine & theirs) > 0.75 * max(len(mine), len(theirs))
