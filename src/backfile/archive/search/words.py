"""Words as the archive takes texts apart: to search them, to tell copies, and to lay one wording beside another.

A script that puts no spaces between its words (Thai, Lao, Burmese, Khmer, Japanese, Chinese) is taken a character at a
time: nothing on the page says where its words end.
"""

import re

from backfile.story.identity import fold

NO_SPACES = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff"
"""The letters of those scripts, to stand between the brackets of a pattern."""
WORD = re.compile(rf"[{NO_SPACES}]|[^\W_{NO_SPACES}]+")
"""A word, or one character of a script without spaces: "don't" is two, "U.S." is two."""


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text, folded: case, accents and width do not count."""
    return tuple(WORD.findall(fold(text)))
