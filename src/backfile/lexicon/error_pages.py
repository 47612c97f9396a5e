"""What servers and publishing systems answer where there is no page: their titles, headings and sentences, in the languages of the
web's press (lists `error-pages.*` of languages/*.toml). Saved with status 200, such a page looks like a short story.
"""

import re

from backfile.late_pattern import late
from backfile.lexicon.word_lists import alternatives
from backfile.model.reason_codes import KindCode
from backfile.model.reasons import Reason

ERROR_TITLE = late(
    r"\b(?:404|403|500|502|503)\b|(?:page|article|story|content|seite) (?:was |could )?(?:not|nicht) (?:be )?(?:found|gefunden)|not found|access denied|forbidden|page (?:unavailable|missing|no longer)|error\b.{0,20}$|"
    r"just a moment|attention required|are you (?:a robot|human)|request blocked|página no encontrada|page introuvable|service unavailable|site maintenance|bad gateway|"
    r"account suspended|welcome to nginx|domain is for sale|is for sale$|^410\b|\bindex of /",
    re.I,
)
"""Found in a title on a page of few words."""
_ERROR_LINE = late(
    rf"\W*(?:(?:{alternatives('error-pages.word')})?\W{{0,3}}(?:40[0-9]|410|50[0-4])\b.{{0,40}}|{alternatives('error-pages.headings')})\W*$",
    re.I,
)
"""The whole of a heading, or of a part of a title: not "Page not found: how the town lost its archive"."""


def _within(name: str) -> re.Pattern[str]:
    """A pattern of a list's entries, wherever a word begins."""
    return late(rf"(?<![a-zß-ž])(?:{alternatives(f'error-pages.{name}')})", re.I)


_ERROR_SENTENCE = _within("sentences")
"""What such a page says to its reader."""
_TURNED_AWAY = tuple(map(_within, ("asked", "gone", "address", "elsewhere")))
"""What a newsroom's own error page says, each by itself harmless: two of them together are such a page."""
_PARTS = late(r"\s[-–—|·•:»]+\s|\s*\|\s*")
_FEW_WORDS, _SHORT, _TOGETHER = 150, 60, 2
_LONGEST_LINE = 300
"""Letters. The longest that _ERROR_LINE matches without a run of signs has 120."""


def is_error_page(title: str, headline: str, opening: str, words: int, body: str = "") -> Reason | None:
    """Why a page is one, else None. `opening` is the first paragraph of the `body`, and `words` how many that has."""
    if words >= _FEW_WORDS:
        return None
    if ERROR_TITLE.search(title):
        return KindCode.ERROR_TITLE.of(title[:60])
    if _is_error_line(headline):
        return KindCode.ERROR_HEADING.of(headline[:60])
    if any(_is_error_line(part) for part in _PARTS.split(title)):
        return KindCode.ERROR_TITLE.of(title[:60])
    if words < _SHORT and _ERROR_SENTENCE.search(opening):
        return KindCode.ERROR_SENTENCE.of(opening[:60])
    if words < _SHORT and sum(said.search(body) is not None for said in _TURNED_AWAY) >= _TOGETHER:
        return KindCode.ERROR_SENTENCE.of(opening[:60])
    return None


def _is_error_line(text: str) -> bool:
    return 0 < len(text) <= _LONGEST_LINE and _ERROR_LINE.match(text) is not None
