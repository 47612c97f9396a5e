"""Search text: a story's words as Tantivy is to take them apart, letter for letter as long as they were.

Tantivy cuts at what is no letter and no digit, lowers case and takes the accents off Latin letters. What it does not do is done
here: accents of other scripts, letters of other widths, and scripts that put no spaces between their words, which are
taken a character at a time. Nothing moves but by the cuts put in, so that a place in it is a place in the text.
"""

import re
import unicodedata

from backfile.archive.search.words import NO_SPACES
from backfile.late_pattern import late

CUT = "\u200b"
"""Put after each character of a script without spaces (zero width space): no letter, so that a word ends there."""
_NO_SPACES = late(f"[{NO_SPACES}]")
_BEYOND_LATIN = late("[\u0250-\u1fff\u2070-\U0010ffff]")
"""But for the quotation marks, dashes and spaces that newsrooms print in any script: none is a letter, and to look at each letter
of a body for their sake took a third of a search."""
_MARKS = re.compile("[\u0300-\u036f\u3099\u309a]")


class _Plain(dict[int, int]):
    """For `str.translate`: each letter without its accents, where that is one letter."""

    def __missing__(self, code: int) -> int:
        letter = chr(code)
        plain = _MARKS.sub("", unicodedata.normalize("NFKD", letter)).lower() if code >= 0x250 else letter
        self[code] = ord(plain) if len(plain) == 1 else code
        return self[code]


_PLAIN = _Plain()


def search_text(text: str) -> str:
    """The text to be indexed, searched for, or looked through for what matches."""
    if text.isascii():
        return text
    text = unicodedata.normalize("NFC", text)
    if not _BEYOND_LATIN.search(text):
        return text
    text = text.translate(_PLAIN)
    return _NO_SPACES.sub(lambda match: match[0] + CUT, text)


def shown_text(body: str) -> str:
    """The body as excerpts quote it: as many letters as `search_text` of it has, but for the cuts."""
    return unicodedata.normalize("NFC", body)
