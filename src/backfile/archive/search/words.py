"""Words as the archive takes texts apart: to search them, to tell copies, and to lay one wording beside another.

A script that puts no spaces between its words (Thai, Lao, Burmese, Khmer, Japanese, Chinese) is taken a character at a
time: nothing on the page says where its words end.
"""

import re

from backfile.late_pattern import late
from backfile.story.identity import fold

NO_SPACES = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff"
"""The letters of those scripts, to stand between the brackets of a pattern."""
WORD = late(rf"[{NO_SPACES}]|[^\W_{NO_SPACES}]+")
"""A word, or one character of a script without spaces: "don't" is two, "U.S." is two."""
_ASCII_WORD = re.compile("[0-9a-z]+")
_NO_LETTERS = "\u00a0‘’“”–—…•"
"""Marks that newsrooms print beside ASCII, which part words and are none."""


def without_marks(text: str) -> str:
    """The text with spaces for the marks that newsrooms print beside ASCII: most texts are ASCII then."""
    if not text.isascii():
        for mark in _NO_LETTERS:
            text = text.replace(mark, " ")
    return text


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text, folded: case, accents and width do not count."""
    text = without_marks(text)
    if text.isascii():  # most texts are, but for their marks: the same words in a third of the time
        return tuple(_ASCII_WORD.findall(text.lower()))
    return tuple(WORD.findall(fold(text)))
